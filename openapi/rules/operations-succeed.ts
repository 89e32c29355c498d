import type { Context, Operation, Rule } from './rule.ts';

/** An operation has a response with a status below 400. A redirect is one: some native URLs only lead to others. */
export const operationsSucceed: Rule = () => ({
  Operation({ responses = {} }: Operation, { location, report }: Context) {
    if (!Object.keys(responses).some((status) => /^[23]/.test(status)))
      report({ message: 'Describe a response with a status below 400.', location: location.child('responses') });
  },
});
