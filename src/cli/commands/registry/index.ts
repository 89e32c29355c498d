/** `larder registry list|create|show|update|keys|rotate-key|delete`. */
import type { Command } from 'commander';
import { addRegistryCreate } from './create.ts';
import { addRegistryDelete } from './delete.ts';
import { addRegistryKeys } from './keys.ts';
import { addRegistryList } from './list.ts';
import { addRegistryRotateKey } from './rotate-key.ts';
import { addRegistryShow } from './show.ts';
import { addRegistryUpdate } from './update.ts';

const commands = [
  addRegistryList,
  addRegistryCreate,
  addRegistryShow,
  addRegistryUpdate,
  addRegistryKeys,
  addRegistryRotateKey,
  addRegistryDelete,
];

export function addRegistry(program: Command): void {
  const group = program.command('registry').description('List, create, show, update and delete registries');
  for (const add of commands) add(group);
}
