/**
 * Prepared queries, for those that nearly every request needs. Building a query with Kysely takes several times as long
 * as SQLite needs to run it, so these are built and compiled once, and only their values change.
 */
import type { Compilable, CompiledQuery } from 'kysely';
import type { Connections, Database, Prepare } from './transaction.ts';

/**
 * Returns a function that runs a query with named texts and numbers. Undefined values are omitted. The query of `build`
 * may depend on the presence of values, but not on the values: `build` gets placeholders, which it can only pass to
 * Kysely.
 */
export function preparedQuery<Values extends object, Row>(
  { read, prepare }: Pick<Connections, 'read' | 'prepare'>,
  build: (db: Database, values: Values) => Compilable<Row>,
): (values: Values) => Promise<Row[]> {
  const reads = new Map<string, (values: Values) => Promise<Row[]>>();
  return (values) => {
    let shape = '';
    for (const name in values) if (values[name] !== undefined) shape += `${name} `;
    let ask = reads.get(shape);
    if (!ask) {
      // The placeholders have the names of the values, and Kysely accepts any value.
      const query = build(read, standInsFor(shape) as Values).compile();
      const ready = prepare(query);
      const { parameters } = query;
      ask = (given) => ready(parameters.map((one) => (one instanceof StandIn ? valueOf(given, one) : one)));
      reads.set(shape, ask);
    }
    return ask(values);
  };
}

/** Without a named statement in the database, because a pooler may pass each query to another connection. */
export function prepareOn(db: Database): Prepare {
  return <Row>(query: CompiledQuery<Row>) =>
    async (parameters: readonly unknown[]) =>
      (await db.executeQuery<Row>({ ...query, parameters })).rows;
}

function standInsFor(shape: string): object {
  return Object.fromEntries(
    shape
      .trimEnd()
      .split(' ')
      .map((name) => [name, new StandIn(name)]),
  );
}

function valueOf(values: object, { name }: StandIn): unknown {
  return (values as Readonly<Record<string, unknown>>)[name];
}

/** The placeholder for a value in a compiled query. */
class StandIn {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
