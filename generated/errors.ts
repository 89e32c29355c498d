// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { InvalidRequestProblem, PackageExistsProblem, Problem } from './api.ts';
import { LarderError } from '../src/client/larder-error.ts';

/** Invalid request (400): `urn:larder:problem:invalid-request`. */
export class InvalidRequestError extends LarderError {
    declare readonly problem: InvalidRequestProblem;
}

/** Authentication required (401): `urn:larder:problem:unauthenticated`. */
export class UnauthenticatedError extends LarderError {
    declare readonly problem: Problem;
}

/** Missing scope (403): `urn:larder:problem:missing-scope`. */
export class MissingScopeError extends LarderError {
    declare readonly problem: Problem;
}

/** Token in settings (403): `urn:larder:problem:token-in-settings`. */
export class TokenInSettingsError extends LarderError {
    declare readonly problem: Problem;
}

/** Not found (404): `urn:larder:problem:not-found`. */
export class NotFoundError extends LarderError {
    declare readonly problem: Problem;
}

/** `urn:larder:problem:method-not-allowed`. */
export class MethodNotAllowedError extends LarderError {
    declare readonly problem: Problem;
}

/** Request timeout (408): `urn:larder:problem:request-timeout`. */
export class RequestTimeoutError extends LarderError {
    declare readonly problem: Problem;
}

/** Package exists (409): `urn:larder:problem:package-exists`. */
export class PackageExistsError extends LarderError {
    declare readonly problem: PackageExistsProblem;
}

/** Version deleted (409): `urn:larder:problem:version-deleted`. */
export class VersionDeletedError extends LarderError {
    declare readonly problem: PackageExistsProblem;
}

/** Package needed (409): `urn:larder:problem:package-needed`. */
export class PackageNeededError extends LarderError {
    declare readonly problem: Problem;
}

/** Needed package withdrawn (409): `urn:larder:problem:needs-withdrawn`. */
export class NeedsWithdrawnError extends LarderError {
    declare readonly problem: Problem;
}

/** `urn:larder:problem:tag-moved`. */
export class TagMovedError extends LarderError {
    declare readonly problem: Problem;
}

/** Version withdrawn (409): `urn:larder:problem:version-withdrawn`. */
export class VersionWithdrawnError extends LarderError {
    declare readonly problem: PackageExistsProblem;
}

/** Project closed (403): `urn:larder:problem:project-closed`. */
export class ProjectClosedError extends LarderError {
    declare readonly problem: Problem;
}

/** Too many tags (422): `urn:larder:problem:too-many-tags`. */
export class TooManyTagsError extends LarderError {
    declare readonly problem: Problem;
}

/** Unacceptable tag (422): `urn:larder:problem:unacceptable-tag`. */
export class UnacceptableTagError extends LarderError {
    declare readonly problem: Problem;
}

/** Too many keys (422): `urn:larder:problem:too-many-keys`. */
export class TooManyKeysError extends LarderError {
    declare readonly problem: Problem;
}

/** No signing key (422): `urn:larder:problem:no-signing-key`. */
export class NoSigningKeyError extends LarderError {
    declare readonly problem: Problem;
}

/** Slug taken (409): `urn:larder:problem:slug-taken`. */
export class SlugTakenError extends LarderError {
    declare readonly problem: Problem;
}

/** Upload refused (403): `urn:larder:problem:upload-refused`. */
export class UploadRefusedError extends LarderError {
    declare readonly problem: Problem;
}

/** Upload used (409): `urn:larder:problem:upload-used`. */
export class UploadUsedError extends LarderError {
    declare readonly problem: Problem;
}

/** `urn:larder:problem:upload-offset`. */
export class UploadOffsetError extends LarderError {
    declare readonly problem: Problem;
}

/** Unusable upload (422): `urn:larder:problem:unusable-upload`. */
export class UnusableUploadError extends LarderError {
    declare readonly problem: Problem;
}

/** `urn:larder:problem:digest-mismatch`. */
export class DigestMismatchError extends LarderError {
    declare readonly problem: Problem;
}

/** Unusable expiry (422): `urn:larder:problem:unusable-expiry`. */
export class UnusableExpiryError extends LarderError {
    declare readonly problem: Problem;
}

/** Unusable attestation (422): `urn:larder:problem:unusable-attestation`. */
export class UnusableAttestationError extends LarderError {
    declare readonly problem: Problem;
}

/** Precondition failed (412): `urn:larder:problem:precondition-failed`. */
export class PreconditionFailedError extends LarderError {
    declare readonly problem: Problem;
}

/** Payload too large (413): `urn:larder:problem:payload-too-large`. */
export class PayloadTooLargeError extends LarderError {
    declare readonly problem: Problem;
}

/** Unsupported media type (415): `urn:larder:problem:unsupported-media-type`. */
export class UnsupportedMediaTypeError extends LarderError {
    declare readonly problem: Problem;
}

/** Range not satisfiable (416): `urn:larder:problem:range-not-satisfiable`. */
export class RangeNotSatisfiableError extends LarderError {
    declare readonly problem: Problem;
}

/** `urn:larder:problem:expectation-failed`. */
export class ExpectationFailedError extends LarderError {
    declare readonly problem: Problem;
}

/** Unacceptable file (422): `urn:larder:problem:unacceptable-file`. */
export class UnacceptableFileError extends LarderError {
    declare readonly problem: Problem;
}

/** `urn:larder:problem:content-missing`. */
export class ContentMissingError extends LarderError {
    declare readonly problem: Problem;
}

/** Unusable cursor (422): `urn:larder:problem:unusable-cursor`. */
export class UnusableCursorError extends LarderError {
    declare readonly problem: Problem;
}

/** Invalid policy (422): `urn:larder:problem:invalid-policy`. */
export class InvalidPolicyError extends LarderError {
    declare readonly problem: Problem;
}

/** `urn:larder:problem:ecosystem-fixed`. */
export class EcosystemFixedError extends LarderError {
    declare readonly problem: Problem;
}

/** Ecosystem mismatch (422): `urn:larder:problem:ecosystem-mismatch`. */
export class EcosystemMismatchError extends LarderError {
    declare readonly problem: Problem;
}

/** `urn:larder:problem:headers-too-large`. */
export class HeadersTooLargeError extends LarderError {
    declare readonly problem: Problem;
}

/** Internal error (500): `urn:larder:problem:internal`. */
export class InternalError extends LarderError {
    declare readonly problem: Problem;
}

/** Unavailable (503): `urn:larder:problem:unavailable`. */
export class UnavailableError extends LarderError {
    declare readonly problem: Problem;
}

/** Insufficient storage (507): `urn:larder:problem:insufficient-storage`. */
export class InsufficientStorageError extends LarderError {
    declare readonly problem: Problem;
}

/** The classes by the types of their problems. */
export const problemClasses: Readonly<Record<string, typeof LarderError>> = {
    "urn:larder:problem:invalid-request": InvalidRequestError,
    "urn:larder:problem:unauthenticated": UnauthenticatedError,
    "urn:larder:problem:missing-scope": MissingScopeError,
    "urn:larder:problem:token-in-settings": TokenInSettingsError,
    "urn:larder:problem:not-found": NotFoundError,
    "urn:larder:problem:method-not-allowed": MethodNotAllowedError,
    "urn:larder:problem:request-timeout": RequestTimeoutError,
    "urn:larder:problem:package-exists": PackageExistsError,
    "urn:larder:problem:version-deleted": VersionDeletedError,
    "urn:larder:problem:package-needed": PackageNeededError,
    "urn:larder:problem:needs-withdrawn": NeedsWithdrawnError,
    "urn:larder:problem:tag-moved": TagMovedError,
    "urn:larder:problem:version-withdrawn": VersionWithdrawnError,
    "urn:larder:problem:project-closed": ProjectClosedError,
    "urn:larder:problem:too-many-tags": TooManyTagsError,
    "urn:larder:problem:unacceptable-tag": UnacceptableTagError,
    "urn:larder:problem:too-many-keys": TooManyKeysError,
    "urn:larder:problem:no-signing-key": NoSigningKeyError,
    "urn:larder:problem:slug-taken": SlugTakenError,
    "urn:larder:problem:upload-refused": UploadRefusedError,
    "urn:larder:problem:upload-used": UploadUsedError,
    "urn:larder:problem:upload-offset": UploadOffsetError,
    "urn:larder:problem:unusable-upload": UnusableUploadError,
    "urn:larder:problem:digest-mismatch": DigestMismatchError,
    "urn:larder:problem:unusable-expiry": UnusableExpiryError,
    "urn:larder:problem:unusable-attestation": UnusableAttestationError,
    "urn:larder:problem:precondition-failed": PreconditionFailedError,
    "urn:larder:problem:payload-too-large": PayloadTooLargeError,
    "urn:larder:problem:unsupported-media-type": UnsupportedMediaTypeError,
    "urn:larder:problem:range-not-satisfiable": RangeNotSatisfiableError,
    "urn:larder:problem:expectation-failed": ExpectationFailedError,
    "urn:larder:problem:unacceptable-file": UnacceptableFileError,
    "urn:larder:problem:content-missing": ContentMissingError,
    "urn:larder:problem:unusable-cursor": UnusableCursorError,
    "urn:larder:problem:invalid-policy": InvalidPolicyError,
    "urn:larder:problem:ecosystem-fixed": EcosystemFixedError,
    "urn:larder:problem:ecosystem-mismatch": EcosystemMismatchError,
    "urn:larder:problem:headers-too-large": HeadersTooLargeError,
    "urn:larder:problem:internal": InternalError,
    "urn:larder:problem:unavailable": UnavailableError,
    "urn:larder:problem:insufficient-storage": InsufficientStorageError,
};
