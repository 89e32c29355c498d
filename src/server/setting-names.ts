/** The names of settings: those of other programs, and suggestions for unknown names. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of clients, with the corresponding settings of the server. */
const clientSettings: Readonly<Record<string, string | undefined>> = {
  LARDER_URL: 'LARDER_PUBLIC_URL',
  LARDER_TOKEN: 'LARDER_ADMIN_TOKEN',
  // The server has the same setting.
  LARDER_ORGANIZATION: undefined,
};

/** Settings of the mock and of the tests. */
const otherSettings = ['LARDER_MOCK_PORT', 'LARDER_CONTRACT_RECORD'];

/**
 * Variables that are not settings: those of tests, and those that Kubernetes sets in every container if a service is
 * named `larder` ("Discovering services", environment variables).
 */
const ignored = /^LARDER_(TEST(_\w+)?|SERVICE_(HOST|PORT(_\w+)?)|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/;

/** Returns a message for each variable that looks like a setting but is not one. */
export function unknownSettings(environment: Environment, serverSettings: readonly string[]): string[] {
  const known = [...serverSettings, ...Object.keys(clientSettings), ...otherSettings];
  return Object.keys(environment)
    .filter((name) => name.startsWith('LARDER_') && !known.includes(name) && !ignored.test(name))
    .map((name) => {
      const meant = closest(name, known);
      return meant === undefined
        ? `${name} is not a setting. Unset it. README.md lists all settings.`
        : `${name} is not a setting; did you mean ${meant}?`;
    });
}

/** Returns a message for each known setting that has no effect on a server. */
export function settingsWithoutEffect(environment: Environment): string[] {
  return Object.entries(clientSettings).flatMap(([name, own]) =>
    own === undefined || !environment[name]
      ? []
      : [`${name} is a setting of clients and has no effect on this server. The server's own setting is ${own}.`],
  );
}

/** Returns the most similar known name; undefined if none is similar enough. */
function closest(name: string, known: readonly string[]): string | undefined {
  const mostChanges = Math.min(3, Math.floor((name.length - 'LARDER_'.length) / 2));
  const [best] = known
    .filter((one) => Math.abs(one.length - name.length) <= mostChanges)
    .map((one) => ({ one, changes: changesBetween(name, one) }))
    .toSorted((left, right) => left.changes - right.changes);
  return best !== undefined && best.changes <= mostChanges ? best.one : undefined;
}

/**
 * Returns the number of edits that turn `from` into `to`: insertions, deletions, replacements and swaps of adjacent
 * characters (optimal string alignment distance).
 */
function changesBetween(from: string, to: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next.push(
        Math.min(
          (last[column] ?? Infinity) + 1,
          (next[column - 1] ?? Infinity) + 1,
          (last[column - 1] ?? Infinity) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = next;
  }
  return last[to.length] ?? Infinity;
}
