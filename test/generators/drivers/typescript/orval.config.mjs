/** Orval takes the base URL from its configuration only. */
const { LARDER_BUNDLE: bundle, LARDER_DESCRIPTION: description } = process.env;

export default {
  [bundle]: {
    input: description,
    output: { target: `${bundle}/client.ts`, client: 'fetch', baseUrl: { runtime: "process.env['LARDER_URL']" } },
  },
};
