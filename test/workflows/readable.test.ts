/** Stories are readable: each step explains what it shows, and all follow the rules of Arazzo. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { stories, workflows } from './stories.ts';

interface Workflow {
  readonly workflowId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly steps: readonly {
    readonly stepId: string;
    readonly description?: string;
    readonly successCriteria?: readonly { readonly condition: string }[];
  }[];
}

test('Redocly finds nothing against them', async () => {
  const redocly = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
  const files = stories.map((name) => path.join(workflows, `${name}.arazzo.yaml`));
  // Its words are in the error when it does.
  await promisify(execFile)(process.execPath, [redocly, 'lint', ...files]);
});

describe.each(stories)('%s', (name) => {
  test('is one workflow of that name, with a description', async () => {
    const [workflow, ...others] = await workflowsOf(name);
    expect(others).toEqual([]);
    expect(workflow).toMatchObject({ workflowId: name, summary: expect.any(String), description: expect.any(String) });
  });

  test('has a description and an expected status in each step', async () => {
    const steps = (await workflowsOf(name)).flatMap((workflow) => workflow.steps);
    const mute = steps.filter(
      ({ description = '', successCriteria = [] }) =>
        !description.trim().endsWith('.') ||
        !successCriteria.some(({ condition }) => condition.startsWith('$statusCode ==')),
    );
    expect(mute.map(({ stepId }) => stepId)).toEqual([]);
    expect(steps.length).toBeGreaterThan(1);
  });

  test('has the problem type of every failure', async () => {
    const steps = (await workflowsOf(name)).flatMap((workflow) => workflow.steps);
    const conditions = steps.map(({ successCriteria = [] }) =>
      successCriteria.map(({ condition }) => condition).join('\n'),
    );
    const rejections = conditions.filter((text) => /\$statusCode == [45]/.test(text));
    expect(rejections.filter((text) => !text.includes("$response.body#/type == 'urn:larder:problem:"))).toEqual([]);
  });
});

async function workflowsOf(name: string): Promise<readonly Workflow[]> {
  // The test above has the form checked.
  const { workflows: all } = parse(await readFile(path.join(workflows, `${name}.arazzo.yaml`), 'utf8')) as Arazzo;
  return all;
}

interface Arazzo {
  readonly workflows: readonly Workflow[];
}
