/** Kysely's PostgreSQL dialect, with text that is ordered by its bytes, as SQLite orders it. */
import { PostgresDialect, PostgresQueryCompiler } from 'kysely';
import type { DataTypeNode, PostgresPool, QueryCompiler } from 'kysely';

/** A dialect over a pool of connections. */
export function createPostgresDialect(pool: PostgresPool): PostgresDialect {
  return new BytewisePostgresDialect({ pool });
}

class BytewisePostgresDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new BytewiseQueryCompiler();
  }
}

/**
 * All columns of text get the collation "C" when their table is made, and their indexes with them. So the order of a
 * list is the same on every machine, and no update of the system's languages can put an index out of order.
 */
class BytewiseQueryCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text') this.append(' collate "C"');
  }
}
