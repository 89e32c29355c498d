/** `larder registry list|create|show|update|delete`. */
import type { Command } from 'commander';
import { addRegistryCreate } from './create.ts';
import { addRegistryDelete } from './delete.ts';
import { addRegistryList } from './list.ts';
import { addRegistryShow } from './show.ts';
import { addRegistryUpdate } from './update.ts';

export function addRegistry(program: Command): void {
  const group = program.command('registry').description('List, create, show, update and delete registries');
  for (const add of [addRegistryList, addRegistryCreate, addRegistryShow, addRegistryUpdate, addRegistryDelete]) {
    add(group);
  }
}
