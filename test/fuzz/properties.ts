/** The properties, each about one operation or about the server as a whole. */
import * as fc from 'fast-check';
import type { Rule } from './rule.ts';
import { WrongReply, judgeBroken, judgeValid } from './judge.ts';
import { askRaw, judgeRaw } from './raw-replies.ts';
import { rawBytes } from './raw-requests.ts';
import type { Subject } from './subjects.ts';
import { validDrafts } from './valid-drafts.ts';
import type { World } from './world.ts';

/** Requests that the contract allows get a described response; `heard` is called with each status. */
export function validProperty(
  world: World,
  subject: Subject,
  heard?: (status: number) => void,
): fc.IRawProperty<unknown> {
  return fc.asyncProperty(validDrafts(subject), async (draft) => {
    const exchanged = await world.send(draft);
    heard?.(exchanged.reply.status);
    judgeValid(subject, exchanged);
  });
}

/** A request that breaks this one rule is rejected with the described status, which names the place. */
export function ruleProperty(world: World, subject: Subject, rule: Rule): fc.IRawProperty<unknown> {
  return fc.asyncProperty(rule.drafts, async (broken) => judgeBroken(subject, await world.send(broken.draft), broken));
}

/** Almost valid HTTP is rejected in the words of the contract, or accepted; and the server still runs. */
export function rawProperty({ target }: World): fc.IRawProperty<unknown> {
  return fc.asyncProperty(rawBytes(target.token), async (bytes) => {
    judgeRaw(await askRaw(target.url, bytes));
    const { status } = await fetch(`${target.url}/healthz`);
    if (status !== 200) throw new WrongReply(`/healthz was answered ${status} afterwards`);
  });
}
