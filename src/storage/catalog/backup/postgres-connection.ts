/** Converts a connection URL for programs of PostgreSQL: without the password, which is visible in the process list. */
export function connectionOf(url: string): {
  /** The value of `--dbname`. */
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
} {
  const bare = new URL(url);
  const password = bare.searchParams.get('password') ?? decodeURIComponent(bare.password);
  bare.searchParams.delete('password');
  bare.password = '';
  return { name: bare.href, environment: password === '' ? {} : { PGPASSWORD: password } };
}
