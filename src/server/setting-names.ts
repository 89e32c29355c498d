/** Which settings exist beside those of the server, and what a name may mean that no setting has. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of clients, by what the server has in their place. */
const clientSettings: Readonly<Record<string, string | undefined>> = {
  LARDER_URL: 'LARDER_PUBLIC_URL',
  LARDER_TOKEN: 'LARDER_ADMIN_TOKEN',
  // The server reads it too.
  LARDER_ORGANIZATION: undefined,
};

/** Of later versions. */
const futureSettings = ['LARDER_BLOB_GRACE_SECONDS'];

/** Of the mock and of the tests. */
const otherSettings = ['LARDER_MOCK_PORT', 'LARDER_CONTRACT_RECORD'];

/**
 * Variables that are no settings: tests have theirs, and Kubernetes sets some in every container for a service that is
 * called `larder` ("Discovering services", environment variables).
 */
const ignored = /^LARDER_(TEST(_\w+)?|SERVICE_(HOST|PORT(_\w+)?)|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/;

/** Returns a message for each variable that looks like a setting and is not one. */
export function unknownSettings(environment: Environment, serverSettings: readonly string[]): string[] {
  const known = [...serverSettings, ...Object.keys(clientSettings), ...futureSettings, ...otherSettings];
  return Object.keys(environment)
    .filter((name) => name.startsWith('LARDER_') && !known.includes(name) && !ignored.test(name))
    .map((name) => {
      const meant = closest(name, known);
      return meant === undefined
        ? `${name} is not a setting. Unset it; README lists all settings.`
        : `${name} is not a setting; did you mean ${meant}?`;
    });
}

/** Returns a message for each setting that is known, and has no effect on a server. */
export function settingsWithoutEffect(environment: Environment): string[] {
  const ofClients = Object.entries(clientSettings).flatMap(([name, own]) =>
    own === undefined || !environment[name]
      ? []
      : [`${name} is a setting of clients and has no effect on this server. The server's own setting is ${own}.`],
  );
  const ofFuture = futureSettings.filter((name) => environment[name]);
  return [...ofClients, ...ofFuture.map((name) => `${name} has no effect in this version.`)];
}

/** Returns the known name that was probably meant: it takes few changes to the part after the prefix. */
function closest(name: string, known: readonly string[]): string | undefined {
  const mostChanges = Math.min(3, Math.floor((name.length - 'LARDER_'.length) / 2));
  const [best] = known
    .filter((one) => Math.abs(one.length - name.length) <= mostChanges)
    .map((one) => ({ one, changes: changesBetween(name, one) }))
    .toSorted((left, right) => left.changes - right.changes);
  return best !== undefined && best.changes <= mostChanges ? best.one : undefined;
}

/**
 * Returns how many characters are to be added, removed, replaced or swapped with the next one to make `to` of `from`
 * (optimal string alignment distance).
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
