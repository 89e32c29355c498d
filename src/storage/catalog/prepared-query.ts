/**
 * The queries that nearly every request asks. To build one with Kysely costs several times what SQLite needs to answer
 * it, so they are built and compiled once, and from then on only their values change.
 */
import type { Compilable, CompiledQuery } from 'kysely';
import type { Connections, Database, Prepare } from './transaction.ts';

/**
 * Makes a read of a query over texts and numbers by name; one that is undefined is left out. `build` may make another
 * query of it according to which values there are, never according to what they are: it gets to see stand-ins, which it
 * can do nothing with but hand them to Kysely.
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
      // The stand-ins have the names of the values, and Kysely takes anything.
      const query = build(read, standInsFor(shape) as Values).compile();
      const ready = prepare(query);
      const { parameters } = query;
      ask = (given) => ready(parameters.map((one) => (one instanceof StandIn ? valueOf(given, one) : one)));
      reads.set(shape, ask);
    }
    return ask(values);
  };
}

/** Without a statement of its own in the database: poolers in between may hand each query to another connection. */
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

/** Takes the place of a value in a query that is compiled before the value is known. */
class StandIn {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
