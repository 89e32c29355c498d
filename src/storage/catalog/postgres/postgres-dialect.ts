/** Kysely's PostgreSQL dialect, with text ordered by bytes, like in SQLite. */
import { PostgresDialect, PostgresQueryCompiler } from 'kysely';
import type { DataTypeNode, PostgresPool, QueryCompiler } from 'kysely';

/** Creates a dialect on a pool of connections. */
export function createPostgresDialect(pool: PostgresPool): PostgresDialect {
  return new BytewisePostgresDialect({ pool });
}

class BytewisePostgresDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new BytewiseQueryCompiler();
  }
}

/**
 * All text columns and their indexes get the collation "C" when their table is created. So the order of lists is the
 * same on every machine, and an update of the system's locales cannot corrupt an index.
 */
class BytewiseQueryCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text') this.append(' collate "C"');
  }
}
