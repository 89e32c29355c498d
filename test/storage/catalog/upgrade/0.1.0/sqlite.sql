pragma foreign_keys = off;
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE "users" ("id" text not null primary key, "name" text not null, "email" text not null, "created_at" text not null);
CREATE TABLE "organizations" ("id" text not null primary key, "slug" text not null unique, "name" text not null, "owner_id" text not null references "users" ("id"), "created_at" text not null);
CREATE TABLE "registries" ("id" text not null primary key, "organization_id" text not null references "organizations" ("id"), "slug" text not null, "name" text not null, "ecosystem" text not null, "description" text, "emoji" text, "color" text, "public" integer not null, "oidc_policy" text, "team_ids" text not null, "revision" bigint not null, "created_at" text not null, "updated_at" text not null, constraint "registries_one_per_slug" unique ("organization_id", "slug"));
CREATE INDEX "registries_by_age" on "registries" ("organization_id", "id");
CREATE TABLE "signing_keys" ("registry_id" text not null primary key references "registries" ("id") on delete cascade, "private_key" text not null, "public_key" text not null);
CREATE TABLE "packages" ("id" text not null primary key, "registry_id" text not null references "registries" ("id") on delete cascade, "name" text not null, "name_key" text not null, "version" text not null, "version_key" text not null, "variant" text not null, "metadata" text not null, "created_at" text not null, constraint "packages_one_per_variant" unique ("registry_id", "name_key", "version_key", "variant"));
CREATE INDEX "packages_by_age" on "packages" ("registry_id", "id");
CREATE INDEX "packages_by_name" on "packages" ("registry_id", "name_key", "id");
CREATE TABLE "deleted_packages" ("registry_id" text not null references "registries" ("id") on delete cascade, "id" text not null, constraint "deleted_packages_key" primary key ("registry_id", "id"));
CREATE TABLE "entries" ("package_id" text not null primary key references "packages" ("id") on delete cascade, "registry_id" text not null, "part" text not null, "name_key" text not null, "text" text not null);
CREATE INDEX "entries_in_index_order" on "entries" ("registry_id", "part", "name_key", "package_id");
CREATE TABLE "blobs" ("sha256" text not null primary key, "sha512" text not null, "md5" text, "sha1" text, "size" bigint not null, "location" text not null unique);
CREATE TABLE "released" ("location" text not null primary key);
CREATE TABLE "files" ("package_id" text not null references "packages" ("id") on delete cascade, "position" integer not null, "registry_id" text not null, "name" text not null, "sha256" text not null references "blobs" ("sha256") on delete restrict, "created_at" text not null, constraint "files_key" primary key ("package_id", "position"), constraint "files_one_per_name" unique ("package_id", "name"));
CREATE INDEX "files_by_name" on "files" ("registry_id", "name", "package_id");
CREATE INDEX "files_by_digest" on "files" ("sha256", "registry_id", "package_id");
CREATE TABLE "index_parts" ("registry_id" text not null references "registries" ("id") on delete cascade, "part" text not null, "revision" bigint not null, constraint "index_parts_key" primary key ("registry_id", "part"));
CREATE TABLE "indexes" ("registry_id" text not null references "registries" ("id") on delete cascade, "revision" bigint not null, "last_modified" text not null, constraint "indexes_key" primary key ("registry_id", "revision"));
CREATE TABLE "index_files" ("registry_id" text not null, "revision" bigint not null, "path" text not null, "folder" text not null, "part" text, "sha256" text not null references "blobs" ("sha256") on delete restrict, constraint "index_files_key" primary key ("registry_id", "revision", "path"), constraint "index_files_of_index" foreign key ("registry_id", "revision") references "indexes" ("registry_id", "revision") on delete cascade);
CREATE INDEX "index_files_by_digest" on "index_files" ("sha256", "registry_id", "folder", "revision");
CREATE TABLE "tokens" ("id" text not null primary key, "digest" text not null unique, "description" text not null, "scopes" text not null, "created_at" text not null, "expires_at" text, "last_used_at" text, "organization_id" text not null references "organizations" ("id") on delete cascade, "user_id" text not null references "users" ("id") on delete cascade, "registry_id" text references "registries" ("id") on delete cascade, "from_settings" integer not null);
CREATE INDEX "tokens_by_organization" on "tokens" ("organization_id", "registry_id", "id");
CREATE INDEX "tokens_by_registry" on "tokens" ("registry_id", "id");
CREATE INDEX "tokens_by_source" on "tokens" ("from_settings");
CREATE TABLE "secrets" ("name" text not null primary key, "value" text not null);
CREATE TABLE "uploads" ("id" text not null primary key, "registry_id" text not null references "registries" ("id") on delete cascade, "expires_at" text not null, "file_name" text, "sha256" text references "blobs" ("sha256") on delete restrict);
CREATE INDEX "uploads_by_registry" on "uploads" ("registry_id");
CREATE INDEX "uploads_by_expiry" on "uploads" ("expires_at");
CREATE INDEX "uploads_by_digest" on "uploads" ("sha256");
insert into "kysely_migration" ("name", "timestamp") values ('0001-accounts', '2026-11-29T16:01:44.134Z');
insert into "kysely_migration" ("name", "timestamp") values ('0002-packages', '2026-11-29T16:01:44.145Z');
insert into "kysely_migration" ("name", "timestamp") values ('0003-indexes', '2026-11-29T16:01:44.149Z');
insert into "kysely_migration" ("name", "timestamp") values ('0004-tokens', '2026-11-29T16:01:44.156Z');
insert into "kysely_migration" ("name", "timestamp") values ('0005-uploads', '2026-11-29T16:01:44.157Z');
insert into "kysely_migration_lock" ("id", "is_locked") values ('migration_lock', 0);
insert into "users" ("id", "name", "email", "created_at") values ('01a2280a-7758-76f4-bf04-40d1aa455c11', 'Owner of acme', 'owner@acme.invalid', '2026-11-29T16:01:44.274Z');
insert into "organizations" ("id", "slug", "name", "owner_id", "created_at") values ('01a2280a-7752-7668-bf09-2e246a0976fd', 'acme', 'acme', '01a2280a-7758-76f4-bf04-40d1aa455c11', '2026-11-29T16:01:44.274Z');
insert into "registries" ("id", "organization_id", "slug", "name", "ecosystem", "description", "emoji", "color", "public", "oidc_policy", "team_ids", "revision", "created_at", "updated_at") values ('01a2280a-7940-7468-ba99-314255d847d2', '01a2280a-7752-7668-bf09-2e246a0976fd', 'own-debian', 'own debian', 'debian', 'For debian', null, null, 0, null, '[]', 4, '2026-11-29T16:01:44.768Z', '2026-11-29T16:01:44.768Z');
insert into "registries" ("id", "organization_id", "slug", "name", "ecosystem", "description", "emoji", "color", "public", "oidc_policy", "team_ids", "revision", "created_at", "updated_at") values ('01a2280a-7c4b-705e-ac90-006691afa4fa', '01a2280a-7752-7668-bf09-2e246a0976fd', 'open-debian', 'open debian', 'debian', 'For debian', null, null, 1, null, '[]', 0, '2026-11-29T16:01:45.547Z', '2026-11-29T16:01:45.547Z');
insert into "registries" ("id", "organization_id", "slug", "name", "ecosystem", "description", "emoji", "color", "public", "oidc_policy", "team_ids", "revision", "created_at", "updated_at") values ('01a2280a-7c5e-77f0-ad31-33b3fce922ac', '01a2280a-7752-7668-bf09-2e246a0976fd', 'own-python', 'own python', 'python', 'For python', null, null, 0, null, '[]', 3, '2026-11-29T16:01:45.566Z', '2026-11-29T16:01:45.566Z');
insert into "registries" ("id", "organization_id", "slug", "name", "ecosystem", "description", "emoji", "color", "public", "oidc_policy", "team_ids", "revision", "created_at", "updated_at") values ('01a2280a-7c71-7174-8982-b050a4548503', '01a2280a-7752-7668-bf09-2e246a0976fd', 'open-python', 'open python', 'python', 'For python', null, null, 1, null, '[]', 0, '2026-11-29T16:01:45.585Z', '2026-11-29T16:01:45.585Z');
insert into "registries" ("id", "organization_id", "slug", "name", "ecosystem", "description", "emoji", "color", "public", "oidc_policy", "team_ids", "revision", "created_at", "updated_at") values ('01a2280a-7c7a-7188-a0cc-598f85195aa4', '01a2280a-7752-7668-bf09-2e246a0976fd', 'own-files', 'own files', 'files', 'For files', null, null, 0, null, '[]', 3, '2026-11-29T16:01:45.594Z', '2026-11-29T16:01:45.594Z');
insert into "registries" ("id", "organization_id", "slug", "name", "ecosystem", "description", "emoji", "color", "public", "oidc_policy", "team_ids", "revision", "created_at", "updated_at") values ('01a2280a-7c81-73c9-a4c2-12d00b0cf86f', '01a2280a-7752-7668-bf09-2e246a0976fd', 'open-files', 'open files', 'files', 'For files', null, null, 1, null, '[]', 1, '2026-11-29T16:01:45.601Z', '2026-11-29T16:01:45.601Z');
insert into "signing_keys" ("registry_id", "private_key", "public_key") values ('01a2280a-7940-7468-ba99-314255d847d2', '-----BEGIN PGP PRIVATE KEY BLOCK-----

xVgEaww+WRYJKwYBBAHaRw8BAQdAosHnk0TJIKj6iycwKoemcSUxtL6t1jif
C7rVsc2Cyk4AAP9r6HqAKvGdCiKGdXzJiW52EjojXdSLPWG68RU0W5AJsg9A
zTBhY21lL293bi1kZWJpYW4gPGxhcmRlckBvd24tZGViaWFuLmFjbWUuaW52
YWxpZD7CwBMEExYKAIUFgmsMPlkDCwkHCRAbvcZ2j8ER6EUUAAAAAAAcACBz
YWx0QG5vdGF0aW9ucy5vcGVucGdwanMub3JnoW5LuLPD7CYC8oiyVAS4VfUg
tyMsPNmbZHI5CoGSyOoFFQoIDgwEFgACAQIZAQKbAwIeARYhBFH3gcuV7NAS
n1bAxBu9xnaPwRHoAACOcAD9H3au00drsYkWiHICNPWdZ+DN4IJw0ox9trDf
lI8SeOoBAKzkLt022mEcIyGX7HZxPz+Pkpp0XNThRNZeiBaZkKYD
=off3
-----END PGP PRIVATE KEY BLOCK-----
', '-----BEGIN PGP PUBLIC KEY BLOCK-----

xjMEaww+WRYJKwYBBAHaRw8BAQdAosHnk0TJIKj6iycwKoemcSUxtL6t1jif
C7rVsc2Cyk7NMGFjbWUvb3duLWRlYmlhbiA8bGFyZGVyQG93bi1kZWJpYW4u
YWNtZS5pbnZhbGlkPsLAEwQTFgoAhQWCaww+WQMLCQcJEBu9xnaPwRHoRRQA
AAAAABwAIHNhbHRAbm90YXRpb25zLm9wZW5wZ3Bqcy5vcmehbku4s8PsJgLy
iLJUBLhV9SC3Iyw82ZtkcjkKgZLI6gUVCggODAQWAAIBAhkBApsDAh4BFiEE
UfeBy5Xs0BKfVsDEG73Gdo/BEegAAI5wAP0fdq7TR2uxiRaIcgI09Z1n4M3g
gnDSjH22sN+UjxJ46gEArOQu3TbaYRwjIZfsdnE/P4+SmnRc1OFE1l6IFpmQ
pgM=
=E0SM
-----END PGP PUBLIC KEY BLOCK-----
');
insert into "signing_keys" ("registry_id", "private_key", "public_key") values ('01a2280a-7c4b-705e-ac90-006691afa4fa', '-----BEGIN PGP PRIVATE KEY BLOCK-----

xVgEaww+WRYJKwYBBAHaRw8BAQdAzg1LZk2AqTz+68ERjboUOaeaY8a6qzwW
2aSPQO+cIXgAAQDzB1GuHImAVRR1X8n7VUfoVbA78PYsw5fbNR7G2qCo2BE+
zTJhY21lL29wZW4tZGViaWFuIDxsYXJkZXJAb3Blbi1kZWJpYW4uYWNtZS5p
bnZhbGlkPsLAEwQTFgoAhQWCaww+WQMLCQcJELEqKhrxARO3RRQAAAAAABwA
IHNhbHRAbm90YXRpb25zLm9wZW5wZ3Bqcy5vcmdXNZ4UxvUAFh7R+DstcGEb
mSJn6UkYgZL7dtD+hEKZdgUVCggODAQWAAIBAhkBApsDAh4BFiEE6iA34yfS
nbFQtad2sSoqGvEBE7cAAEoYAP0aWxmD4GNO6Q7UcF1U2NNxHE5owP+o4YQA
mI6gBWCInQEAtCMjFRTVLJiQ/r6TXwNgOSP1OPIE+In7tRaEDB7Emgg=
=KHgm
-----END PGP PRIVATE KEY BLOCK-----
', '-----BEGIN PGP PUBLIC KEY BLOCK-----

xjMEaww+WRYJKwYBBAHaRw8BAQdAzg1LZk2AqTz+68ERjboUOaeaY8a6qzwW
2aSPQO+cIXjNMmFjbWUvb3Blbi1kZWJpYW4gPGxhcmRlckBvcGVuLWRlYmlh
bi5hY21lLmludmFsaWQ+wsATBBMWCgCFBYJrDD5ZAwsJBwkQsSoqGvEBE7dF
FAAAAAAAHAAgc2FsdEBub3RhdGlvbnMub3BlbnBncGpzLm9yZ1c1nhTG9QAW
HtH4Oy1wYRuZImfpSRiBkvt20P6EQpl2BRUKCA4MBBYAAgECGQECmwMCHgEW
IQTqIDfjJ9KdsVC1p3axKioa8QETtwAAShgA/RpbGYPgY07pDtRwXVTY03Ec
TmjA/6jhhACYjqAFYIidAQC0IyMVFNUsmJD+vpNfA2A5I/U48gT4ifu1FoQM
HsSaCA==
=8g1T
-----END PGP PUBLIC KEY BLOCK-----
');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-7cab-7587-98a1-8c98b52f3c11', '01a2280a-7940-7468-ba99-314255d847d2', 'banana', 'banana', '1.0', '1.0', 'amd64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"amd64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:01:45.643Z');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-7d1c-73dc-9fe8-6238b065ce3a', '01a2280a-7940-7468-ba99-314255d847d2', 'banana', 'banana', '1.1', '1.1', 'amd64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"amd64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:01:45.756Z');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-7d68-768d-b18f-654855b39d18', '01a2280a-7940-7468-ba99-314255d847d2', 'banana', 'banana', '1.1', '1.1', 'arm64', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"arm64","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:01:45.832Z');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-7da3-7251-84a4-c45246756857', '01a2280a-7940-7468-ba99-314255d847d2', 'cherry', 'cherry', '2:3.0-1', '2:3.0-1', 'all', '{"description":"Says hello\nIn more than one line.\n\nAnd after a blank one.","architecture":"all","maintainer":"Tess Tester <tess@example.test>"}', '2026-11-29T16:01:45.891Z');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-7e42-75cd-9216-ffb0a614d9bb', '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'Foo.Bar', 'foo-bar', '1.0', '1', 'py3-none-any', '{"requires_python":">=3.8","summary":"Says its version"}', '2026-11-29T16:01:46.050Z');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-7e66-7478-89cd-afefaa3fd145', '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'foo_bar', 'foo-bar', '1.1', '1.1', 'sdist', '{"summary":"Says its version"}', '2026-11-29T16:01:46.086Z');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-7ebc-73ca-8d7f-0f984fee871a', '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'demo', 'demo', '1.0.0', '1', 'py3-none-any', '{"summary":"Says its version"}', '2026-11-29T16:01:46.172Z');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-7f50-7370-9b97-5e4537bd57f4', '01a2280a-7c7a-7188-a0cc-598f85195aa4', 'manual', 'manual', '2.0.0', '2.0.0', 'txt', '{}', '2026-11-29T16:01:46.320Z');
insert into "packages" ("id", "registry_id", "name", "name_key", "version", "version_key", "variant", "metadata", "created_at") values ('01a2280a-8020-74b7-9207-cb0f649589cb', '01a2280a-7c81-73c9-a4c2-12d00b0cf86f', 'manual', 'manual', '2.0.0', '2.0.0', 'txt', '{}', '2026-11-29T16:01:46.528Z');
insert into "deleted_packages" ("registry_id", "id") values ('01a2280a-7c7a-7188-a0cc-598f85195aa4', '01a2280a-7fed-71f8-8074-165456e99301');
insert into "entries" ("package_id", "registry_id", "part", "name_key", "text") values ('01a2280a-7cab-7587-98a1-8c98b52f3c11', '01a2280a-7940-7468-ba99-314255d847d2', 'amd64', 'banana', 'Package: banana
Version: 1.0
Architecture: amd64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f/banana_1.0_amd64.deb
Size: 4288
SHA256: f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f
SHA512: 46665cb1647f1012b1bedfc1ca81b37e0cdf64fbfb68d4c07d3a6b4d099336e6ec79f48aa3867202b43d03df30f1951ff93d72a681c026744fc444bcab537bd6
');
insert into "entries" ("package_id", "registry_id", "part", "name_key", "text") values ('01a2280a-7d1c-73dc-9fe8-6238b065ce3a', '01a2280a-7940-7468-ba99-314255d847d2', 'amd64', 'banana', 'Package: banana
Version: 1.1
Architecture: amd64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e/banana_1.1_amd64.deb
Size: 4288
SHA256: e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e
SHA512: 23273addc26ab799be28a413e5dae834b595f369b749fb621e1110b14c1db50a0cd96ee3edb6978e2d2007fabccb40cc3047813bba7f6cb47ae6954874261525
');
insert into "entries" ("package_id", "registry_id", "part", "name_key", "text") values ('01a2280a-7d68-768d-b18f-654855b39d18', '01a2280a-7940-7468-ba99-314255d847d2', 'arm64', 'banana', 'Package: banana
Version: 1.1
Architecture: arm64
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1/banana_1.1_arm64.deb
Size: 4288
SHA256: 58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1
SHA512: 0cb582ea492e2359b004eef24d4ea59af2512925a9eea6aa6c80e7301c81c07f9f7f9bd72dfa6e992fc9688403f4d9a22b594e5a2a447b4279681185c9ded6e1
');
insert into "entries" ("package_id", "registry_id", "part", "name_key", "text") values ('01a2280a-7da3-7251-84a4-c45246756857', '01a2280a-7940-7468-ba99-314255d847d2', 'all', 'cherry', 'Package: cherry
Version: 2:3.0-1
Architecture: all
Maintainer: Tess Tester <tess@example.test>
Description: Says hello
 In more than one line.
 .
 And after a blank one.
Filename: pool/4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b/cherry_3.0-1_all.deb
Size: 4288
SHA256: 4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b
SHA512: a62e5e41cae15e85f656306dcbb5dc85efc090a9ecfa7ea2c1c32f156440e07450cdb399cec296ffb0c595375ebf78c867ac954ea75977cd04d4e83ab6f88100
');
insert into "entries" ("package_id", "registry_id", "part", "name_key", "text") values ('01a2280a-7e42-75cd-9216-ffb0a614d9bb', '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'foo-bar', 'foo-bar', '{"filename":"foo_bar-1.0-py3-none-any.whl","sha256":"a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662","size":893,"version":"1.0","requiresPython":">=3.8","metadataSha256":"b2e6b74e75f3a128cf68f20dfe324fa3874e756b33c7a82ee8f3dd5fa70070b1"}');
insert into "entries" ("package_id", "registry_id", "part", "name_key", "text") values ('01a2280a-7e66-7478-89cd-afefaa3fd145', '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'foo-bar', 'foo-bar', '{"filename":"foo_bar-1.1.tar.gz","sha256":"8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793","size":638,"version":"1.1"}');
insert into "entries" ("package_id", "registry_id", "part", "name_key", "text") values ('01a2280a-7ebc-73ca-8d7f-0f984fee871a', '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'demo', 'demo', '{"filename":"demo-1.0.0-py3-none-any.whl","sha256":"aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab","size":861,"version":"1.0.0","metadataSha256":"30c8b92a0411e54347e2208187d71a14f23012be5db3f6fb55566a2e6fbf0a0a"}');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f', '46665cb1647f1012b1bedfc1ca81b37e0cdf64fbfb68d4c07d3a6b4d099336e6ec79f48aa3867202b43d03df30f1951ff93d72a681c026744fc444bcab537bd6', null, null, 4288, 'f0/a9/f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f.d9187a1ed567445c92627c53353220d5');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('17135cb1aa32df5e0f0e68e43901b438304896542d132031377aa32955c69bf3', '95722202f9fe0ddb21119d03f6cc2c9f8d43d55e983590adcb2a54b63449da8f0622b31c7205b2dc3e9e9ef769fcef2cbe00630970bc42c9cb409e47768aec34', null, null, 978, '17/13/17135cb1aa32df5e0f0e68e43901b438304896542d132031377aa32955c69bf3.eb0710a6b687458ea8805c578622a5ea');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('1d576ababea1996a88a61acf81d726121e3ce76399cd89d62e0a16b2f9f16e77', '0594604e047df4d638253ba5e6ec71b512301938de74c53f3a2d14b25abbd1ab40414d4ebbdf5ef671447b576a41a1c21fcc66522f240772fc0329eba1822ec9', null, null, 322, '1d/57/1d576ababea1996a88a61acf81d726121e3ce76399cd89d62e0a16b2f9f16e77.a88c9181f5e54abeb07241d0e477b2cb');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('c1aeaf8c09be3792efbb8cc93c20599ad6592c8dc4eed2b4547831753a8637b3', '4673c2c8d22808c454371da9a95a6d47bb04efbd3a120dfa4dbba5c6522b2ee166450a355c32877eaa75dc86b9d4c963f25d077903e107744d60dec8dec53f50', null, null, 1368, 'c1/ae/c1aeaf8c09be3792efbb8cc93c20599ad6592c8dc4eed2b4547831753a8637b3.58968340ba8c4013a408d3e44112ebb9');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc', '1cc897f5f1ff8859dfcbe75c4d95146db9a962e59707884083b8d693d415b64de04b964cba535ce99aedfdd652d9b587668a639a6eb2a93b1c0a99957b5389cf', null, null, 336, 'c1/e2/c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc.d9002bf123934814bd12821e3b035fec');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('d1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf', '849461cb54ecde577246aad993d1ecabb879913e353ae322561c7c57605f571e23210fe12bdcef49faa99b5b003611976ff64348f620968271e38bba1c7d7f62', null, null, 20, 'd1/11/d1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf.00b78ee9da8b41f6bef60490bcb5c712');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e', null, null, 0, 'e3/b0/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.cf4141145d984303a9f3f16fec97fbc8');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf', 'd408859847da7b30ac45ab60985e9b5766358da011d9df36fe731a3a1b0488f5922af362ad48ab6752883ef0b06d675b8e9341b2f83188d35b04bffcd894ecfd', null, null, 491, 'e8/0b/e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf.bacf029261d64d31a97d63cdd4d98e2f');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e', '23273addc26ab799be28a413e5dae834b595f369b749fb621e1110b14c1db50a0cd96ee3edb6978e2d2007fabccb40cc3047813bba7f6cb47ae6954874261525', null, null, 4288, 'e6/42/e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e.2971798700f74c5bb4a36817ad423ae2');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29', 'ef4b970af9884fd416904fb6fc869a35ea2383095f384361df0aa0f23da102558ff6186a58c9baaa4cac23bbba7216fe348372d9a9d34bf34b4a2929ede13ae6', null, null, 470, '21/47/2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29.24ba8811ed5341baab23ab4c87798ae0');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('6650e81cfed40369c28b8ef7e5d44eb5351d49ec9ec0d6af175babaf8e2e7c62', '3191d61eb4549ca4796bd134b20deae1be5b4159c005897050581bf8fc4d24192f40fecbc62ae3de033879e65d20b771c811b747883347a7bc6b0545e930ed19', null, null, 978, '66/50/6650e81cfed40369c28b8ef7e5d44eb5351d49ec9ec0d6af175babaf8e2e7c62.5d7bf048b22e4ae59457e1c4190566b2');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0', '14ae34ffe68e1c9b6c42387d5f1408fc11dabffed76ee7495a53fca9e044fcc53c2ecbced56aba205f187e0a24f903f6d5e52a77d8aca66966e15f3a2e19b115', null, null, 982, '8b/50/8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0.71e8cd7b3fb442e1aa5bc8ab9a991f3a');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('b6a8019c2e571202f5f16d1b6df35664a9d5b91b2872b6e29f859e7ddd14097b', '0ed90a4aaa91c682fe15afea4ae8afcd26ed066af365bf25680997fc54b79eacc1ab055a0bfb30ff9e6dc6de98d51a792bd910f9c2e0c7055b77513aa921360d', null, null, 322, 'b6/a8/b6a8019c2e571202f5f16d1b6df35664a9d5b91b2872b6e29f859e7ddd14097b.f55ca2168ebc4d608a3ebcd838b97b4e');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('e67b956061e306e1fa4e491837438c4b60a33a43448207125f06ec841fe22712', '9fdd126bad217e6ff16d2076fc843c51b83fc054876da037a3c0b529ab49bfb9a39e50e49ae909f08bcf7e17875e860bc219fe46d909e21cb75a5c82f5e6fa03', null, null, 1368, 'e6/7b/e67b956061e306e1fa4e491837438c4b60a33a43448207125f06ec841fe22712.8580253f5f214a2ab57b479cfbcdb7e7');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1', '0cb582ea492e2359b004eef24d4ea59af2512925a9eea6aa6c80e7301c81c07f9f7f9bd72dfa6e992fc9688403f4d9a22b594e5a2a447b4279681185c9ded6e1', null, null, 4288, '58/41/58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1.2a6068dffc02426b94d7060acfe26776');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e', 'c3b5248e45c1c50f7ca4569753aa09dc5a898b0681558fcc0a090e6c8c56050ba8a33d6c52af57c9b18a9710081d9085f8d0040a3420e43d67552a7377e59723', null, null, 491, '13/69/13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e.0580d30c67384267a6d26c1f3a20f100');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67', '7e2d2e1e74f55855a24fcb81bb26bc6b047795d1ec061188bf9ad33234fbd032b5bda2416cef7a7a4e780f9fe9d020d8f50e83997d7e9f21c6a16c1f310a3f02', null, null, 335, '48/2c/482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67.018eff4759754b33a1dc0905cf294a14');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('589f2c625f7c627582bf47b81052ce6058b21bb19261aa34e063380a1ff07697', 'ebea06df52be60808a29747851a6a216ecd37bda0e8c5b293c7b97f9520e3ed4f682d7093940c585c4fcd8d936183b0c094e27f3a3698e698042956babb2b3c7', null, null, 322, '58/9f/589f2c625f7c627582bf47b81052ce6058b21bb19261aa34e063380a1ff07697.2533407ae59b452f9d5df27ee811e60d');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('c38b886573a05acc0aeab4fdb7960beffe48c84678db1d7f64ed571864013515', '3f9982f0539941632483e016f23f3779f9f5588113cce1cf39bdadf61549f0655c9c61e81d3a3b94b5a3999f60227aa75ff33843da2bbec053379d467d7adbc2', null, null, 981, 'c3/8b/c38b886573a05acc0aeab4fdb7960beffe48c84678db1d7f64ed571864013515.2631803da40d4606b4628f3a92df52c4');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('fa485eca2b1a30ba365a1efede6abfff9eef4f95a1ff84524c72090531e3dd12', '85d843a67a7024372602a7ceedf3ea429dce1397a17d93d39981608b4e5d6d6e8c3f7e2140fcdd3175c9c4604f35f9caa4faf4bcf696ccf95e477ac13e7b13a4', null, null, 1371, 'fa/48/fa485eca2b1a30ba365a1efede6abfff9eef4f95a1ff84524c72090531e3dd12.556b85a19ad9446ba9cdc495e0d19053');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b', 'a62e5e41cae15e85f656306dcbb5dc85efc090a9ecfa7ea2c1c32f156440e07450cdb399cec296ffb0c595375ebf78c867ac954ea75977cd04d4e83ab6f88100', null, null, 4288, '4a/bd/4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b.9a82228e5a7040a1bfee4674135e7bac');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('1c90fb4cf397f6eeae4bd6d6f0e453dc8cf48a245cd8a712d56a971370f2339b', '23ee590ad3b5f3fdf7e4ef4714a8c8b6ced6aa74ab56b2a5ab44e9bb40c469e67a71b41739f2563d9aa29893188c40217621eaa7bc6372971f87f235a77ccb85', null, null, 1374, '1c/90/1c90fb4cf397f6eeae4bd6d6f0e453dc8cf48a245cd8a712d56a971370f2339b.59ac6d5c039d4185ba6b375a5765e1b9');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be', 'ce930bf97e6dc2bd2d72d58998c9713e1eba142d2c747840ebb481ecfccce4c9df83bc382c1fc47ba5dc8a8d9df127f3a4595f0b1464df128e86131ff71b3645', null, null, 338, '27/f2/27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be.66ff0a9d4ecc4c84b2f3d76d16909ae1');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('81c52b9dbdc01a9b42d223dddbafd21cb71d5eecf0c5cf5aba687b630091fc0c', '711bfc49f7b922925747975691619b70dd49bbc7553f8b1a54a1ea56f9398aaae68745d6812229f95641e88ab7adf490bb51bec268ab4653d7cd2db249a83ec4', null, null, 322, '81/c5/81c52b9dbdc01a9b42d223dddbafd21cb71d5eecf0c5cf5aba687b630091fc0c.3ad32abdac42463797cd560848125b13');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224', '716c527b5c074088e15eb7a93e2527076212762753f102ae1cc8a9eb2098b77765dd80bfe37845ef058daa208c62f46ada491e909df697dd348ca7d9fdbdddf7', null, null, 493, 'a9/4a/a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224.15e58a90e4c7427b948279d61fca703c');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('f08a9f89521a6ab37c220091071ccdf5b6e4c9a29769b08dcb117b28c1d9eef5', '62b5a18f5f8bb2fa2d94469fe1e1c6d304fb8ea591541dd303bfac29ecacb22d824d0cc38771906a48dc7fe768018d380bd2afd6b690abe5d43532d453564bbc', null, null, 984, 'f0/8a/f08a9f89521a6ab37c220091071ccdf5b6e4c9a29769b08dcb117b28c1d9eef5.cc4599b986e84af39b64258737b30ae2');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662', 'd86c1d362b040b6143a9003c435f2b4cb37788ed77ab148b6fe6cedcb504f22f648ae5103a9c1d9635588bb7caf502cfd41a1ef505454d2c3a0ed79294809332', null, null, 893, 'a2/07/a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662.f093b9169daf44e9ac70064c1db8d96e');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793', 'eecceabb3ad1c761dd20a02dbcad31e1fee8aa6a63b5d98c7c88846bf60c98b660d3ca7e01a32cb586ca39754a442bd445e31156ed5613c147cb566d362e594b', null, null, 638, '86/83/8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793.d6a666fcd5024b60add79fbe196ca8d5');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab', '91540b3864492e09fda70e38d083aa8f6a584c251c705d64c64c983195ac16562330c8620f540dfd8e433a7f7dcda7f430e291d2103b2a0e5dbd8c9a7e24f59f', null, null, 861, 'aa/43/aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab.ddd443ce06a442cebc50c2832836152d');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '3d580d03ff9a7613c69c51e2088b27b638f0bbc4c38baf77d4f7366544b42ce82dbcbe2bbcde39a56b324a971dbb9b9e922104cc6444e7f9d8461159716f3c82', null, null, 21, '5e/40/5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883.76a5667a67fd4837b21ac013084ee056');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1', '24e18f444e4e13add8d7859102dfccfd766f2fee640aad01d41242f99623c6cd036605beac719e0acf9976196ac7ea113e01faf9ecd40077777c4009b6e3c3ec', null, null, 11, '0e/b6/0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1.f298633162a34e56b1a97337649214a3');
insert into "blobs" ("sha256", "sha512", "md5", "sha1", "size", "location") values ('7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c', '83e1a4e7eec19078ad69c5d63fd18f27acebb07a6a401737740e14b5ef09c672b1f2e197e5f432e2c752836ec4e4033fb43bbaea2fbbf3c733ac48213383b5e5', null, null, 18, '75/20/7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c.a504bbbab4d84b5f9e71affff536a4f9');
insert into "released" ("location") values ('0e/b6/0eb640545ee1c6c87f7d3d03041a763f467e3b01b907f90b384158379fe427d1.f298633162a34e56b1a97337649214a3');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-7cab-7587-98a1-8c98b52f3c11', 0, '01a2280a-7940-7468-ba99-314255d847d2', 'banana_1.0_amd64.deb', 'f0a9b31157ce658769a00d9e505f2464e62c12164eb237a8fa65739a81bbbe5f', '2026-11-29T16:01:45.643Z');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-7d1c-73dc-9fe8-6238b065ce3a', 0, '01a2280a-7940-7468-ba99-314255d847d2', 'banana_1.1_amd64.deb', 'e64208aa19b148a191b3642a1852d8fb6b6cb9d0bf737183566321949659914e', '2026-11-29T16:01:45.756Z');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-7d68-768d-b18f-654855b39d18', 0, '01a2280a-7940-7468-ba99-314255d847d2', 'banana_1.1_arm64.deb', '58419fafc6c45bf44a28e75ee7463c5e8063baf6c479e3d9dc9e480c59f064c1', '2026-11-29T16:01:45.832Z');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-7da3-7251-84a4-c45246756857', 0, '01a2280a-7940-7468-ba99-314255d847d2', 'cherry_2:3.0-1_all.deb', '4abd9c6e387c5dcd007c56cd5175e8a6c85ea2c0d98c44aa104d849766513a6b', '2026-11-29T16:01:45.891Z');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-7e42-75cd-9216-ffb0a614d9bb', 0, '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'foo_bar-1.0-py3-none-any.whl', 'a2078115c2233e946fbc19c434516adc4e661b9a620a440c070ef0a9fa5a9662', '2026-11-29T16:01:46.050Z');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-7e66-7478-89cd-afefaa3fd145', 0, '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'foo_bar-1.1.tar.gz', '8683cf8211c5abfc2ad57df0f9312eb879f173ab5df892bb73511d9e5082b793', '2026-11-29T16:01:46.086Z');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-7ebc-73ca-8d7f-0f984fee871a', 0, '01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'demo-1.0.0-py3-none-any.whl', 'aa43a758edafdfcc3d224bdcf8378b932e01b7ee2785fdac6f3c990f3ddd1cab', '2026-11-29T16:01:46.172Z');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-7f50-7370-9b97-5e4537bd57f4', 0, '01a2280a-7c7a-7188-a0cc-598f85195aa4', 'manual-2.0.0.txt', '5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '2026-11-29T16:01:46.320Z');
insert into "files" ("package_id", "position", "registry_id", "name", "sha256", "created_at") values ('01a2280a-8020-74b7-9207-cb0f649589cb', 0, '01a2280a-7c81-73c9-a4c2-12d00b0cf86f', 'manual-2.0.0.txt', '5e40b309e54541460e7dcda7711b2340c66cc579581ab67d92dd606cc9766883', '2026-11-29T16:01:46.528Z');
insert into "index_parts" ("registry_id", "part", "revision") values ('01a2280a-7940-7468-ba99-314255d847d2', 'amd64', 2);
insert into "index_parts" ("registry_id", "part", "revision") values ('01a2280a-7940-7468-ba99-314255d847d2', 'arm64', 3);
insert into "index_parts" ("registry_id", "part", "revision") values ('01a2280a-7940-7468-ba99-314255d847d2', 'all', 4);
insert into "index_parts" ("registry_id", "part", "revision") values ('01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'foo-bar', 2);
insert into "index_parts" ("registry_id", "part", "revision") values ('01a2280a-7c5e-77f0-ad31-33b3fce922ac', 'demo', 3);
insert into "indexes" ("registry_id", "revision", "last_modified") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, '2026-11-29T16:01:45.000Z');
insert into "indexes" ("registry_id", "revision", "last_modified") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, '2026-11-29T16:01:46.000Z');
insert into "indexes" ("registry_id", "revision", "last_modified") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, '2026-11-29T16:01:47.000Z');
insert into "indexes" ("registry_id", "revision", "last_modified") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, '2026-11-29T16:01:48.000Z');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', 'e80b6c42acd0e4296622f9943e84bd32da816b3eef16648e22d1adc2e317b0cf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', 'c1e246b505b7a3e250125af7823d3b928b190a90646dac7e691b3b6a9dcaf2cc');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/main/source/Sources', 'dists/any/main/source', null, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', null, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/Release', 'dists/any', null, '17135cb1aa32df5e0f0e68e43901b438304896542d132031377aa32955c69bf3');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/InRelease', 'dists/any', null, 'c1aeaf8c09be3792efbb8cc93c20599ad6592c8dc4eed2b4547831753a8637b3');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 1, 'dists/any/Release.gpg', 'dists/any', null, '1d576ababea1996a88a61acf81d726121e3ce76399cd89d62e0a16b2f9f16e77');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', '8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', '2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/main/source/Sources', 'dists/any/main/source', null, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', null, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/Release', 'dists/any', null, '6650e81cfed40369c28b8ef7e5d44eb5351d49ec9ec0d6af175babaf8e2e7c62');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/InRelease', 'dists/any', null, 'e67b956061e306e1fa4e491837438c4b60a33a43448207125f06ec841fe22712');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 2, 'dists/any/Release.gpg', 'dists/any', null, 'b6a8019c2e571202f5f16d1b6df35664a9d5b91b2872b6e29f859e7ddd14097b');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', '8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', '2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', '13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', '482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/main/source/Sources', 'dists/any/main/source', null, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', null, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/Release', 'dists/any', null, 'c38b886573a05acc0aeab4fdb7960beffe48c84678db1d7f64ed571864013515');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/InRelease', 'dists/any', null, 'fa485eca2b1a30ba365a1efede6abfff9eef4f95a1ff84524c72090531e3dd12');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 3, 'dists/any/Release.gpg', 'dists/any', null, '589f2c625f7c627582bf47b81052ce6058b21bb19261aa34e063380a1ff07697');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/main/binary-all/Packages', 'dists/any/main/binary-all', 'all', 'a94ad090f2a414a72f2fcb993ba015d8ded247691fffe376ca0ed98bcbe07224');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/main/binary-all/Packages.gz', 'dists/any/main/binary-all', 'all', '27f2f5ae45a4d6ee6f6f91fe40518cdaba03a0dbc5d53b8ebc602a07a917c5be');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/main/binary-amd64/Packages', 'dists/any/main/binary-amd64', 'amd64', '8b5015180bd91cb04fcbe40482a4800745df48a17f107772e2f6ab33e18067a0');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/main/binary-amd64/Packages.gz', 'dists/any/main/binary-amd64', 'amd64', '2147ea00886e5c91d73e366dcb06c8b2acc4375980134eee3cf6c346fac5cd29');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/main/binary-arm64/Packages', 'dists/any/main/binary-arm64', 'arm64', '13690c04fa114de9b9db79c2259f1221889506a5125b9c4bf7556f795753b88e');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/main/binary-arm64/Packages.gz', 'dists/any/main/binary-arm64', 'arm64', '482ce7a9f3a8d3843bdab72146e921fcdef732a08246315528b29274b875ce67');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/main/source/Sources', 'dists/any/main/source', null, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/main/source/Sources.gz', 'dists/any/main/source', null, 'd1111b245f685176180e6f1631e6dc49badf6672368e9ce260c71355165effdf');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/Release', 'dists/any', null, 'f08a9f89521a6ab37c220091071ccdf5b6e4c9a29769b08dcb117b28c1d9eef5');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/InRelease', 'dists/any', null, '1c90fb4cf397f6eeae4bd6d6f0e453dc8cf48a245cd8a712d56a971370f2339b');
insert into "index_files" ("registry_id", "revision", "path", "folder", "part", "sha256") values ('01a2280a-7940-7468-ba99-314255d847d2', 4, 'dists/any/Release.gpg', 'dists/any', null, '81c52b9dbdc01a9b42d223dddbafd21cb71d5eecf0c5cf5aba687b630091fc0c');
insert into "tokens" ("id", "digest", "description", "scopes", "created_at", "expires_at", "last_used_at", "organization_id", "user_id", "registry_id", "from_settings") values ('01a2280a-7765-711a-9042-0c7694aacecd', '4e9a6f9e7699fce7829bbc959468056bb4f1bd0d1963545f4168f5304f4c0aa7', 'Set by the operator', '["read_packages","write_packages","delete_packages","read_registries","write_registries","delete_registries","read_user","read_organizations","read_access_tokens","write_access_tokens"]', '2026-11-29T16:01:44.293Z', null, '2026-11-29T16:01:00.000Z', '01a2280a-7752-7668-bf09-2e246a0976fd', '01a2280a-7758-76f4-bf04-40d1aa455c11', null, 1);
insert into "tokens" ("id", "digest", "description", "scopes", "created_at", "expires_at", "last_used_at", "organization_id", "user_id", "registry_id", "from_settings") values ('01a2280a-80ba-741e-be7a-a0e60ccb49c8', '54585d015d3a4495cdef91070407df207506e2a20c478718dac2f174e9fd3f37', 'for reading', '["read_packages"]', '2026-11-29T16:01:46.682Z', null, null, '01a2280a-7752-7668-bf09-2e246a0976fd', '01a2280a-7758-76f4-bf04-40d1aa455c11', '01a2280a-7c7a-7188-a0cc-598f85195aa4', 0);
insert into "tokens" ("id", "digest", "description", "scopes", "created_at", "expires_at", "last_used_at", "organization_id", "user_id", "registry_id", "from_settings") values ('01a2280a-80fe-7212-b150-854c39763f71', '831274ee5ba1481aa942e57ff5d57c68c3f2ab3f8301f41185ed989abd7b248e', 'for builds', '["read_packages","write_packages"]', '2026-11-29T16:01:46.750Z', null, null, '01a2280a-7752-7668-bf09-2e246a0976fd', '01a2280a-7758-76f4-bf04-40d1aa455c11', null, 0);
insert into "secrets" ("name", "value") values ('uploads', 'ds3qLixgsXDvl9sOjk5yZcL9wTaazMYZou6RCb-ry1A');
insert into "uploads" ("id", "registry_id", "expires_at", "file_name", "sha256") values ('01a2280a-811e-7506-b66f-fea2267daf95', '01a2280a-7c7a-7188-a0cc-598f85195aa4', '2026-11-29T17:01:46.782Z', 'waiting-1.0.0.txt', '7520b9cf37faa3aa884b8d2a4ee74b6532cb27e158334c2e290d0ced5edb3d7c');
