/** Runs the scenarios in the runtime that runs this, and prints their results: `program.js '{"baseUrl": …}'`. */
import * as client from 'larder-client';
import { runScenarios } from './scenarios.js';

const world = JSON.parse(process.argv[2]);
const results = await runScenarios(client, { ...world, blobs: globalThis.foreignBlobs });
process.stdout.write(JSON.stringify(results), () => process.exit(0));
