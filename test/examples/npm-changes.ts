/** The revision that npm reads before it changes a package. */
import type { Things } from '../client/targets.ts';

type Values = (things: Things, url: string) => Promise<Readonly<Record<string, string>>>;

const revision: Values = async ({ organization, registry, name, token }, url) => {
  const at = `${url}/${organization}/${registry}/npm/${encodeURIComponent(name)}?write=true`;
  const reply = await fetch(at, { headers: { Authorization: `Bearer ${token}` } });
  const { _rev: current } = (await reply.json()) as { readonly _rev: string };
  return { revision: current };
};

/** By operationId. */
export const changesAtRevision: Readonly<Record<string, Values>> = {
  replacePackument: revision,
  deletePackument: revision,
  deleteTarball: revision,
};
