/** A connection URL for programs of PostgreSQL: without its password, which other users would see on the command line. */
export function connectionOf(url: string): {
  /** For `--dbname`. */
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
} {
  const bare = new URL(url);
  const password = bare.searchParams.get('password') ?? decodeURIComponent(bare.password);
  bare.searchParams.delete('password');
  bare.password = '';
  return { name: bare.href, environment: password === '' ? {} : { PGPASSWORD: password } };
}
