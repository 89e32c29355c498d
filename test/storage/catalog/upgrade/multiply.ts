/** SQL for both databases that multiplies the packages of the recorded 0.2.0: much faster than publishing each. */

/** The registry that gets them has one index entry and one derived file per package, like wheels. */
const wheel = "select id from packages where name = 'Foo.Bar'";

/** The packages get 5 versions per name, and as many released locations as there are packages. */
export function multiplying(count: number): string {
  // The ids are later than those of the recorded packages.
  const numbers = `with recursive numbers (n) as (
    select 1000000 union all select n + 1 from numbers where n + 1 < ${1_000_000 + count}
  )`;
  const others = 'packages.variant, packages.metadata, packages.created_at, publisher_id, publisher';
  const copy = 'numbers cross join packages join files on files.package_id = packages.id';
  return `
    ${numbers} insert into packages
      (id, registry_id, name, name_key, version, version_key, variant, metadata, created_at, publisher_id, publisher)
      select 'f' || n, registry_id, 'Name' || (n / 5), 'name' || (n / 5), n || '.0', n || '', ${others}
      from numbers cross join packages where packages.id in (${wheel});
    ${numbers} insert into blobs (sha256, sha512, size, location)
      select 'sha' || n || '-' || files.position, 'sha512', 1, 'location/' || n || '-' || files.position
      from ${copy} where packages.id in (${wheel});
    ${numbers} insert into files (package_id, position, registry_id, name, sha256, created_at, derived)
      select 'f' || n, files.position, files.registry_id, n || files.name, 'sha' || n || '-' || files.position,
        files.created_at, files.derived
      from ${copy} where packages.id in (${wheel});
    ${numbers} insert into entries (package_id, registry_id, part, name_key, text, refusal)
      select 'f' || n, entries.registry_id, 'name' || (n / 5), 'name' || (n / 5), n || entries.text,
        case when n % 1000 = 0 then 'broken' end
      from numbers cross join entries where entries.package_id in (${wheel});
    insert into index_parts (registry_id, part, revision)
      select registry_id, part, 7 from entries where package_id like 'f%' group by registry_id, part;
    ${numbers} insert into released (location) select 'released/' || n from numbers;`;
}
