/**
 * Prepared queries, for those that nearly every request needs. Building a query with Kysely takes several times as long
 * as SQLite needs to run it, so these are built and compiled once, and only their values change.
 */
import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely';
import type { Connections, Database, Prepare } from './transaction.ts';

/** The query of `Build` may depend on the presence of values, but not on the values: it gets placeholders. */
type Build<Values, Row> = (db: Database, values: Values) => Compilable<Row>;

/** Returns a function that reads with named texts and numbers. Undefined values are omitted. */
export function preparedQuery<Values extends object, Row>(
  { read, prepare }: Pick<Connections, 'read' | 'prepare'>,
  build: Build<Values, Row>,
): (values: Values) => Promise<Row[]> {
  const reads = new Map<string, (values: Values) => Promise<Row[]>>();
  return (values) => {
    const shape = shapeOf(values);
    let ask = reads.get(shape);
    if (!ask) {
      const query = compile(read, build, shape);
      const ready = prepare(query);
      ask = (given) => ready(parametersOf(query, given));
      reads.set(shape, ask);
    }
    return ask(values);
  };
}

/** The same for a statement of transactions. */
export function preparedStatement<Values extends object, Row>(
  build: Build<Values, Row>,
): (trx: Database, values: Values) => Promise<Row[]> {
  // An adapter belongs to one database, and to all of its transactions.
  const statements = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>();
  return async (trx, values) => {
    const { adapter } = trx.getExecutor();
    const known = statements.get(adapter) ?? new Map<string, CompiledQuery<Row>>();
    statements.set(adapter, known);
    const shape = shapeOf(values);
    const query = known.get(shape) ?? compile(trx, build, shape);
    known.set(shape, query);
    return (await trx.executeQuery<Row>({ ...query, parameters: parametersOf(query, values) })).rows;
  };
}

/** Without a named statement in the database, because a pooler may pass each query to another connection. */
export function prepareOn(db: Database): Prepare {
  return <Row>(query: CompiledQuery<Row>) =>
    async (parameters: readonly unknown[]) =>
      (await db.executeQuery<Row>({ ...query, parameters })).rows;
}

/** Returns the names of the values, separated by spaces. */
function shapeOf<Values extends object>(values: Values): string {
  let shape = '';
  for (const name in values) if (values[name] !== undefined) shape += `${name} `;
  return shape;
}

function compile<Values, Row>(db: Database, build: Build<Values, Row>, shape: string): CompiledQuery<Row> {
  const names = shape.trimEnd().split(' ');
  // The placeholders have the names of the values, and Kysely accepts any value.
  return build(db, Object.fromEntries(names.map((name) => [name, new StandIn(name)])) as Values).compile();
}

function parametersOf({ parameters }: CompiledQuery, values: object): readonly unknown[] {
  return parameters.map((one) => (one instanceof StandIn ? valueOf(values, one) : one));
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
