import type { Context, Operation, Parameter, PathItem, Rule, SecurityRequirement } from './rule.ts';
import { standardResponses, type DescribedOperation } from './standard-responses.ts';

/** Sent before an operation is found, so they are in the text of the description. */
const inProse: readonly string[] = ['405', '417', '431'];

/**
 * Every status that can occur, by the description, must be described. A first 429 in a description means that there are
 * limits, so all operations that read records need one.
 */
export const operationsDescribeStatuses: Rule = () => {
  let shared: readonly SecurityRequirement[] = [];
  let path = '';
  let ofPath: readonly Parameter[] = [];
  const found: { readonly described: Omit<DescribedOperation, 'limited'>; readonly say: Say }[] = [];
  return {
    Root: {
      enter({ security = [] }: { readonly security?: readonly SecurityRequirement[] }) {
        shared = security;
      },
      leave() {
        const limited = found.some(({ described }) => '429' in (described.operation.responses ?? {}));
        for (const { described, say } of found) {
          const statuses = Object.keys(described.operation.responses ?? {});
          for (const { status, why } of standardResponses({ ...described, limited }))
            if (!statuses.includes(String(status))) say(`Describe ${status}: ${why}.`, undefined);
          for (const status of inProse.filter((status) => statuses.includes(status)))
            say(`${status} is the same for all URLs: mention it in the text of the description.`, status);
        }
      },
    },
    PathItem({ parameters = [] }: PathItem, { key, resolve }: Context) {
      path = String(key);
      ofPath = parameters.map((parameter) => resolve(parameter).node);
    },
    Operation(operation: Operation, { key, location, report, resolve }: Context) {
      const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter).node);
      const at = location.child('responses');
      found.push({
        described: { method: String(key), path, operation, parameters: [...ofPath, ...parameters], security: shared },
        say: (message, status) => report({ message, location: status === undefined ? at : at.child(status) }),
      });
    },
  };
};

type Say = (message: string, status: string | undefined) => void;
