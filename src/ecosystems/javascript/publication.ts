/** The publication of a version in the body of a PUT. */
import { objectOf, textOf } from '../../formats/json-values.ts';
import type { operations } from '../../../generated/native/javascript.ts';
import type { Input } from '../../contract/operation.ts';
import { Failure } from '../../model/failure.ts';
import type { LarderEnv } from '../../serving/env.ts';
import type { JsonObject } from '../../model/values.ts';
import type { Claims } from './claims.ts';

type Body = Input<operations['setPackument'], never, LarderEnv>['body'];

export interface NpmPublication extends Claims {
  readonly tarball: LarderEnv['staged'];
}

/**
 * Returns the one version in a body. Throws `unacceptable-file` if names or versions differ within it, or if it does not
 * have exactly one tarball.
 */
export function publicationIn(name: string, body: Body): NpmPublication {
  const [entry, ...others] = Object.entries(body.versions);
  if (entry === undefined || others.length > 0) throw invalid('body.versions', 'must have one version');
  const version = entry[0];
  // The rest of the body is the parsed JSON of the request.
  const manifest = objectOf(entry[1] as JsonObject);
  if (body.name !== name)
    throw invalid('body', `is of the package ${JSON.stringify(body.name)}, but the URL is of "${name}"`);
  checkSame('body.versions.name', textOf(manifest['name']), name);
  checkSame('body.versions.version', textOf(manifest['version']), version);
  const { _attachments: attachments = {} } = body;
  const { tarball, length, provenance } = attachmentsIn(attachments);
  const tags = Object.entries(body['dist-tags'] ?? {}).flatMap(([tag, tagged]) => (tagged === version ? [tag] : []));
  return { manifest, tags, length, provenance, tarball };
}

function attachmentsIn(
  attachments: NonNullable<Body['_attachments']>,
): Pick<NpmPublication, 'tarball' | 'length' | 'provenance'> {
  let tarball: NpmPublication['tarball'] | undefined;
  let length: number | undefined;
  let provenance: string | undefined;
  for (const [file, attachment] of Object.entries(attachments)) {
    const { data } = attachment;
    if (typeof data === 'string') {
      if (!file.endsWith('.sigstore') || provenance !== undefined)
        throw invalid(
          'body._attachments',
          'must have a tarball whose name ends with ".tgz", and at most one ".sigstore"',
        );
      provenance = data;
    } else {
      if (tarball) throw invalid('body._attachments', 'must have one tarball only');
      tarball = data.staged;
      // Only tarballs are uploads.
      ({ length } = attachment as { readonly length?: number });
    }
  }
  if (!tarball) throw invalid('body._attachments', 'must have a tarball whose name ends with ".tgz"');
  return { tarball, length, provenance };
}

function checkSame(path: string, sent: string | undefined, expected: string): void {
  if (sent !== expected) throw invalid(path, `must be ${JSON.stringify(expected)}`);
}

function invalid(path: string, message: string): Failure {
  return new Failure('unacceptable-file', `${path} ${message}. Publish with npm, or fix the body.`);
}
