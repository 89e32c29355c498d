/** Compares a distribution with the form that it was uploaded with. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { quoted } from '../../formats/quoted.ts';
import type { LocalFile, Release } from '../../registry/ecosystem.ts';
import { UnacceptableFile } from '../../registry/unacceptable-file.ts';
import type { FormTexts } from './claims.ts';
import { isSameRelease } from './file-name.ts';
import { parseVersion } from './version.ts';

/** Throws `UnacceptableFile` if the form has another name, version, kind or digest than the file. */
export async function checkForm(
  form: FormTexts,
  file: LocalFile,
  { name, version, variant }: Pick<Release, 'name' | 'version' | 'variant'>,
): Promise<void> {
  const claimed = { name: form.name ?? name, version: form.version ?? version };
  if (parseVersion(claimed.version) === undefined || !isSameRelease(claimed, { name, version })) {
    const is = `the file is ${quoted(name)} ${quoted(version)}`;
    throw differs(`has the name ${quoted(claimed.name)} and the version ${quoted(claimed.version)}, but ${is}`);
  }
  const kind = variant === 'sdist' ? 'sdist' : 'bdist_wheel';
  if (form.filetype !== undefined && form.filetype !== kind)
    throw differs(`has the filetype ${quoted(form.filetype)}, but the file is of ${kind}`);
  checkDigest('SHA-256', form.sha256_digest, file.digests.sha256);
  if (form.md5_digest !== undefined) checkDigest('MD5', form.md5_digest, await md5Of(file));
}

function checkDigest(algorithm: string, claimed: string | undefined, digest: string): void {
  if (claimed === undefined || claimed.toLowerCase() === digest) return;
  throw differs(`has the ${algorithm} ${quoted(claimed)}, but the file has ${digest}`);
}

/** Computed only for forms that have it, because no client that reads this index needs it. */
async function md5Of({ path }: LocalFile): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function differs(how: string): UnacceptableFile {
  return new UnacceptableFile(`The form ${how}. Build the distribution again, and publish that file.`);
}
