import type { Ecosystem } from '../../src/registry/ecosystem.ts';
import type { Modules } from '../../src/server/ecosystems.ts';

/**
 * The same ecosystems, but registries with RSA keys share two per test file, in turn, because creating one takes up to a
 * second.
 */
export function withSharedKeys(modules: Modules): Modules {
  return modules.map((module) => ({ ...module, ecosystems: module.ecosystems.map(withSharedKey) }));
}

function withSharedKey<Own extends Ecosystem>(ecosystem: Own): Own {
  const { signing } = ecosystem;
  if (signing.keys !== 'rsa') return ecosystem;
  const keys = new Map<number, ReturnType<typeof signing.createKey>>();
  let count = 0;
  const createKey: typeof signing.createKey = (owner) => {
    const turn = count++ % 2;
    const key = keys.get(turn) ?? signing.createKey(owner);
    keys.set(turn, key);
    return key;
  };
  return { ...ecosystem, signing: { ...signing, createKey } };
}
