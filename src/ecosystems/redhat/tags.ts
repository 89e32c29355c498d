/** The tags of RPM headers that are read, by their names in rpm's `rpmtag.h`. */
export const TAG = {
  name: 1000,
  version: 1001,
  release: 1002,
  epoch: 1003,
  summary: 1004,
  description: 1005,
  buildTime: 1006,
  buildHost: 1007,
  size: 1009,
  vendor: 1011,
  license: 1014,
  packager: 1015,
  group: 1016,
  url: 1020,
  architecture: 1022,
  oldFileNames: 1027,
  fileModes: 1030,
  fileFlags: 1037,
  sourceRpm: 1044,
  archiveSize: 1046,
  changelogTime: 1080,
  changelogName: 1081,
  changelogText: 1082,
  sourcePackage: 1106,
  dirIndexes: 1116,
  baseNames: 1117,
  dirNames: 1118,
  longSize: 5009,
  modularityLabel: 5096,
  payloadSizeAlt: 5113,
} as const;

/** Tags of the signature header, whose numbers have another meaning in the main one. */
export const SIGNATURE_TAG = { longArchiveSize: 271, payloadSize: 1007 } as const;

/** The tags of each kind of dependencies, in the order of their elements. */
export const DEPENDENCY_TAGS = {
  provides: { names: 1047, flags: 1112, versions: 1113 },
  requires: { names: 1049, flags: 1048, versions: 1050 },
  conflicts: { names: 1054, flags: 1053, versions: 1055 },
  obsoletes: { names: 1090, flags: 1114, versions: 1115 },
  suggests: { names: 5049, flags: 5051, versions: 5050 },
  enhances: { names: 5055, flags: 5057, versions: 5056 },
  recommends: { names: 5046, flags: 5048, versions: 5047 },
  supplements: { names: 5052, flags: 5054, versions: 5053 },
} as const;
