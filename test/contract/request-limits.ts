/**
 * The limits of requests, repeated independently of the contract, so that a change there must be intended and made here
 * too. They are listed by their subject: a parameter by its name, a property of a body by the component that describes
 * it.
 */

export interface Limits {
  /** Just within: taken, though what it names may not be there. */
  readonly taken: readonly unknown[];
  /** Just beyond the limit: rejected as an invalid request. */
  readonly rejected: readonly unknown[];
}

const text = (length: number): string => 'a'.repeat(length);

/** An empty segment of a path is another path, so there is no shortest one. */
const segment = (longest: number): Limits => ({ taken: ['a', text(longest)], rejected: [text(longest + 1)] });

const query = (longest: number): Limits => ({ taken: ['a', text(longest)], rejected: ['', text(longest + 1)] });

const header = (longest: number): Limits => ({ taken: [text(longest)], rejected: [text(longest + 1)] });

const sha256Field = `sha-256=:${'A'.repeat(43)}=:`;

/** The pattern requires a letter or a digit. */
const name: Limits = { taken: ['1', 'Z', text(100)], rejected: ['', '-', text(101)] };

const uuid = (index: number): string => `0190e784-eeb7-4ce4-9d2d-${String(index).padStart(12, '0')}`;

const statements = (count: number): object[] => Array.from({ length: count }, () => ({}));

const distTag: Limits = {
  taken: ['_', 'rc-1', text(128)],
  rejected: [text(129), '-a', '.a', 'a+b', 'ä'],
};

export const requestLimits: Readonly<Record<string, Limits>> = {
  'path organization': segment(100),
  'path registry': segment(100),
  'path file': segment(1024),
  'path release': segment(100),
  'path directory': segment(100),
  'path index': segment(100),
  'path contents': segment(100),
  'path project': segment(255),
  'path tag': { taken: ['_', '1.0-rc', 'a/b', 'ä', text(255)], rejected: [text(256), 'a\nb', '\u0085'] },
  'path sha256': {
    taken: ['0123456789abcdef'.repeat(4)],
    rejected: [text(63), text(65), 'A'.repeat(64), 'g'.repeat(64)],
  },
  // With what `.metadata` adds to the name of a file.
  'path file of getDistribution': segment(264),
  'path file of getProvenance': segment(255),
  // A longer one is of another URL if it does not match the pattern.
  'path name': { taken: ['a', '@a/b', text(255)], rejected: [text(256)] },
  'path file of getTarball': segment(520),
  'path file of deleteTarball': segment(520),
  'path reference': segment(255),
  'path specifier': { taken: ['a@1', '@a/b@1'], rejected: [`a@${text(519)}`] },
  'path revision': segment(20),
  'path secret': segment(1000),
  'path tag of setDistTag': distTag,
  'path tag of storeDistTag': distTag,
  'path tag of deleteDistTag': distTag,
  'path namespace': segment(203),
  'path module': segment(64),
  'path provider': segment(64),
  'path version': segment(255),
  'path type': segment(64),
  'path os': segment(64),
  'path arch': segment(64),
  'path architecture': segment(100),
  'path basearch': segment(64),
  'path list': segment(100),
  'path rpm': { taken: ['a.rpm', `${text(251)}.rpm`], rejected: ['a', '.rpm', `${text(252)}.rpm`] },
  'path signature': segment(8192),
  'query write': header(10),
  'query text': header(1000),
  'query size': { taken: ['0', '1000000000'], rejected: ['-1', '1000000001'] },
  'query from': { taken: ['0', '10000'], rejected: ['-1', '10001'] },
  'name of PackumentInput': { taken: [text(255)], rejected: [text(256)] },
  '_rev of PackumentInput': { taken: [text(20)], rejected: [text(21)] },
  'query name': query(255),
  'query after': query(200),
  'query after of searchPackages': query(4000),
  'query q': query(200),
  'query registry': query(100),
  'query before': query(200),
  'query to': query(100),
  'query next': { taken: ['/', '/organizations/a?b=c'], rejected: ['', 'a', '//a', '/v2/a', `/-/${text(1998)}`] },
  'header Origin': header(1000),
  'header Sec-Fetch-Site': header(100),
  'token of SignIn': { taken: ['a', text(1000)], rejected: ['', text(1001)] },
  'header Range': header(1000),
  'header If-Range': header(1000),
  'header Content-Digest': {
    taken: [sha256Field, `${'x,'.repeat((1000 - sha256Field.length) / 2)}${sha256Field}`],
    rejected: ['', 'md5=:AAAA:', `${'x,'.repeat(475)}${sha256Field}`],
  },
  'header If-Match': header(4000),
  'header If-Unmodified-Since': header(100),
  'header If-None-Match': header(4000),
  'header If-Modified-Since': header(100),
  'header Accept': header(1000),
  'header Accept-Encoding': header(1000),
  PackageNoticeText: { taken: [null, '', text(1000)], rejected: [text(1001), 'a\nb'] },
  TokenDescription: { taken: ['a', text(200)], rejected: ['', text(201)] },
  RegistryName: name,
  RegistryDescription: { taken: ['', text(2000)], rejected: [text(2001)] },
  RegistryEmoji: { taken: ['', text(100)], rejected: [text(101)] },
  RegistryColorInput: {
    taken: ['#09afAF', '#09a', '', null],
    rejected: ['#', '#09', '#09af', '#09afA', '#09afAF0', '09afAF', '#09afAG'],
  },
  TeamIdsInput: {
    taken: [null, [], Array.from({ length: 1000 }, (_, index) => uuid(index))],
    rejected: [Array.from({ length: 1001 }, (_, index) => uuid(index))],
  },
  OidcPolicy: { taken: [text(16_384), statements(100)], rejected: [text(16_385), statements(101)] },
  'scopes of AccessTokenInput': { taken: [['read_packages']], rejected: [[], ['read_packages', 'read_packages']] },
  'package_url of PackageInput': { taken: ['a', text(4000)], rejected: ['', text(4001)] },
  'old_keys_expire_in_days of KeyRotation': { taken: [0, 365], rejected: [-1, 366, 0.5, '30', null] },
  // Other texts must agree with the file.
  'name of DistributionInput': { taken: [''], rejected: [text(256)] },
  'version of DistributionInput': { taken: [''], rejected: [text(256)] },
  'filetype of DistributionInput': { taken: [''], rejected: [text(101)] },
  'sha256_digest of DistributionInput': { taken: [''], rejected: [text(65)] },
  'md5_digest of DistributionInput': { taken: [''], rejected: [text(33)] },
  'attestations of DistributionInput': { taken: ['', '[]'], rejected: [`[${' '.repeat(131_071)}]`] },
  'protocol_version of DistributionInput': { taken: ['', text(10)], rejected: [text(11)] },
  'key of UploadedForm': { taken: [text(1000)], rejected: [text(1001)] },
  'policy of UploadedForm': { taken: [text(2000)], rejected: [text(2001)] },
  'signature of UploadedForm': { taken: [text(200)], rejected: [text(201)] },
  'token of OidcExplanationInput': { taken: ['a', text(8192)], rejected: ['', text(8193)] },
};
