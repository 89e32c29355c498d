/** The changes that clients requested, which the changes of registries must contain in order, each of them once. */
import type { Change, ChangeKind } from '../../src/model/changes.ts';
import { BrokenPromise } from './broken-promise.ts';

export interface Deed {
  readonly kind: ChangeKind;
  readonly registry: string;
  /** The version of the changed package, or a tag. */
  readonly subject: string;
  /** What the details of the change have: a digest, a standing, or the id of a package. */
  readonly detail: string | null;
}

interface Noted extends Deed {
  /** The last change of the registry that could be read before the request. */
  readonly after: number;
  /** Whether a response confirmed it. Otherwise, it may have been made or not. */
  isCertain: boolean;
}

export interface Ledger {
  /** Called before a request. Returns a function that must be called after its response, if there is one. */
  begin(deed: Deed, after: number): (result: 'made' | 'not made') => void;
  /** Throws `BrokenPromise` if these are not the changes of a registry since the last call. */
  settle(registry: string, changes: readonly Change[]): void;
}

export function createLedger(): Ledger {
  let deeds: Noted[] = [];
  return {
    begin: (deed, after) => {
      const noted: Noted = { ...deed, after, isCertain: false };
      deeds.push(noted);
      return (result) => {
        if (result === 'made') noted.isCertain = true;
        else deeds = deeds.filter((other) => other !== noted);
      };
    },
    settle: (registry, changes) => {
      const own = Map.groupBy(
        deeds.filter((deed) => deed.registry === registry),
        ({ subject }) => subject,
      );
      const made = Map.groupBy(changes, subjectOf);
      for (const subject of new Set([...own.keys(), ...made.keys()]))
        compare(`${registry}, ${subject}`, own.get(subject) ?? [], made.get(subject) ?? []);
      deeds = deeds.filter((deed) => deed.registry !== registry);
    },
  };
}

/** The requests for one subject follow each other, so their changes do. */
function compare(title: string, deeds: readonly Noted[], changes: readonly Change[]): void {
  const left = [...deeds];
  for (const change of changes) {
    const { kind, revision } = change;
    const skipped = left.findIndex((deed) => deed.kind === kind && deed.detail === detailOf(change));
    const deed = left[skipped];
    if (deed === undefined) throw new BrokenPromise(`${title}: no request made change ${revision}, a ${kind}.`);
    checkUnconfirmed(title, left.slice(0, skipped));
    if (revision <= deed.after)
      throw new BrokenPromise(`${title}: change ${revision} was requested after change ${deed.after}.`);
    left.splice(0, skipped + 1);
  }
  checkUnconfirmed(title, left);
}

function checkUnconfirmed(title: string, deeds: readonly Noted[]): void {
  const lost = deeds.find(({ isCertain }) => isCertain);
  if (lost)
    throw new BrokenPromise(`${title}: the changes have no ${lost.kind} that an answer promised, or not there.`);
}

function subjectOf({ package: pkg, details }: Change): string {
  return pkg?.version ?? String(firstOf(details, 'tags')['tag']);
}

function detailOf({ kind, package: pkg, details }: Change): string | null {
  const detail =
    kind !== 'change'
      ? details?.['sha256']
      : firstOf(details, pkg ? 'standings' : 'tags')[pkg ? 'standing' : 'package'];
  return typeof detail === 'string' ? detail : null;
}

function firstOf(details: Change['details'], list: 'standings' | 'tags'): Readonly<Record<string, unknown>> {
  const [first] = (details?.[list] ?? []) as readonly Readonly<Record<string, unknown>>[];
  return first ?? {};
}
