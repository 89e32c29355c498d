/** What became of mutants: how many of each kind were noticed, and by whom. */

export interface Judged {
  readonly kind: string;
  /** Where, and what was changed. */
  readonly title: string;
  /** Undefined when nobody noticed. */
  readonly by: string | undefined;
}

/** From 0 to 1; of no mutants, 0. */
export function scoreOf(judged: readonly Judged[]): number {
  return judged.length === 0 ? 0 : judged.filter(({ by }) => by !== undefined).length / judged.length;
}

/** A table with a line for each kind, the sum, and each survivor. */
export function tableOf(judged: readonly Judged[]): string[] {
  const columns = [...new Set(judged.map(({ by }) => by ?? 'nobody'))].toSorted();
  const row = (title: string, of: readonly Judged[]): string => {
    const counts = columns.map((column) => of.filter(({ by = 'nobody' }) => by === column).length);
    return [title.padEnd(24), ...[of.length, ...counts].map((count) => String(count).padStart(10))].join('');
  };
  const kinds = [...Map.groupBy(judged, ({ kind }) => kind)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const survivors = judged.filter(({ by }) => by === undefined);
  return [
    ['kind'.padEnd(24), ...['mutants', ...columns].map((column) => column.padStart(10))].join(''),
    ...kinds.map(([kind, of]) => row(kind, of)),
    row('all', judged),
    ...survivors.map(({ kind, title }) => `survived: ${kind}, ${title}`),
  ];
}
