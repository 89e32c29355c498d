import type { Ecosystem } from '../../src/registry/ecosystem.ts';
import type { Modules } from '../../src/server/ecosystems.ts';

/**
 * The same ecosystems, but registries with RSA keys share one per test file, because creating one takes up to a second.
 */
export function withSharedKeys(modules: Modules): Modules {
  return modules.map((module) => ({ ...module, ecosystems: module.ecosystems.map(withSharedKey) }));
}

function withSharedKey<Own extends Ecosystem>(ecosystem: Own): Own {
  const { signing } = ecosystem;
  if (signing.keys !== 'rsa') return ecosystem;
  let key: ReturnType<typeof signing.createKey> | undefined;
  return { ...ecosystem, signing: { ...signing, createKey: (owner) => (key ??= signing.createKey(owner)) } };
}
