import type { Selectable } from 'kysely';
import type { Registry, RegistryChanges } from '../../model/records.ts';
import type { RegistriesTable } from './schema.ts';

type RegistryRow = Omit<Selectable<RegistriesTable>, 'deleted_at'>;

/** Converts a row to a registry. */
export function toRegistry(row: RegistryRow): Registry {
  return {
    id: row.id,
    organizationId: row.organization_id,
    slug: row.slug,
    name: row.name,
    // The column is written from a `Registry`.
    ecosystem: row.ecosystem as Registry['ecosystem'],
    description: row.description,
    emoji: row.emoji,
    color: row.color,
    public: row.public === 1,
    oidcPolicy: row.oidc_policy,
    // `toRegistryRow` writes only strings.
    teamIds: JSON.parse(row.team_ids) as string[],
    revision: row.revision,
    keyNumber: row.key_number,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

/** Converts a registry to a row. */
export function toRegistryRow(registry: Registry): RegistryRow {
  return {
    id: registry.id,
    organization_id: registry.organizationId,
    slug: registry.slug,
    name: registry.name,
    ecosystem: registry.ecosystem,
    description: registry.description,
    emoji: registry.emoji,
    color: registry.color,
    public: registry.public ? 1 : 0,
    oidc_policy: registry.oidcPolicy,
    team_ids: JSON.stringify(registry.teamIds),
    revision: registry.revision,
    key_number: registry.keyNumber,
    created_at: registry.createdAt.toISOString(),
    updated_at: registry.updatedAt.toISOString(),
  };
}

/** Returns the columns of an update. Kysely ignores undefined ones. */
export function toChangedColumns(changes: RegistryChanges) {
  return {
    slug: changes.slug,
    name: changes.name,
    description: changes.description,
    emoji: changes.emoji,
    color: changes.color,
    public: changes.public === undefined ? undefined : Number(changes.public),
    oidc_policy: changes.oidcPolicy,
    team_ids: changes.teamIds === undefined ? undefined : JSON.stringify(changes.teamIds),
  };
}
