/**
 * The stories of the demonstration and their telling: every step is an act like any other, recorded by an office whose
 * clock stands at the day of the step, with an id that follows from the story, so that telling again adds nothing.
 */

import type { Receipt } from '../../acts/change-arm.ts';
import { declareHolding } from '../../acts/declare-holding.ts';
import { declareLot } from '../../acts/declare-lot.ts';
import type { Actor, Office } from '../../acts/office.ts';
import { once } from '../../acts/once.ts';
import { recordEvent } from '../../acts/record-event.ts';
import { recordRight } from '../../acts/record-right.ts';
import { registerArm } from '../../acts/register-arm.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { demoId } from './random.ts';
import type { DemoState } from './state.ts';
import { CASE_STORIES } from './stories-cases.ts';
import { STATE_STORIES } from './stories-state.ts';
import type { Step, Story } from './story.ts';

export const STORIES: readonly Story[] = [...STATE_STORIES, ...CASE_STORIES];

export type StoryArm = { readonly id: string; readonly number: string; readonly serial: string };

/** A story as it was told in this home: its arms can be looked up by what stands here. */
export type StoryTold = {
  readonly name: string;
  readonly says: string;
  readonly arms: readonly StoryArm[];
  readonly entries: number;
  readonly alarms: readonly { readonly kind: string; readonly severity: string }[];
};

/** Tells stories; the first refusal stops it. */
export async function loadStories(
  office: Office,
  actor: Actor,
  state: DemoState,
  stories: readonly Story[],
): Promise<readonly StoryTold[] | Refusal> {
  const told: StoryTold[] = [];
  for (const story of stories) {
    const one = await tellStory(office, actor, state, story);
    if (isRefusal(one)) return one;
    told.push(one);
  }
  return told;
}

async function tellStory(
  office: Office,
  actor: Actor,
  state: DemoState,
  { name, says, steps }: Story,
): Promise<StoryTold | Refusal> {
  const arms = new Map<string, StoryArm>();
  const alarms: { kind: string; severity: string }[] = [];
  for (const [place, step] of steps.entries()) {
    const noon = Date.parse(`${step.on}T12:00:00Z`) + place * 1000;
    const then: Office = { ...office, clock: () => noon };
    const act = demoId(state.seed, `story ${name}`, place);
    const idOf = (word: string): string => demoId(state.seed, `story ${name} ${word}`);
    const done = await once(office, act, async () => takeStep(then, actor, state, { step, act, idOf }));
    if (isRefusal(done)) return done;
    const receipt = done.result as Receipt;
    if (!('arm' in step)) continue;
    const { marks } = 'register' in step ? step.register : step.event;
    const serial = marks?.find((mark) => mark.kind === 'serial')?.text ?? arms.get(step.arm)?.serial ?? '';
    arms.set(step.arm, { id: receipt.arm, number: receipt.number, serial });
    alarms.push(...receipt.alarms);
  }
  return { name, says, arms: [...arms.values()], entries: steps.length, alarms };
}

type Taken = { readonly step: Step; readonly act: string; readonly idOf: (word: string) => string };

/** Does one step by its act; everything goes through the act's own input first, as from any door. */
async function takeStep(
  office: Office,
  actor: Actor,
  state: DemoState,
  { step, act, idOf }: Taken,
): Promise<object | Refusal> {
  const party = (key: string): string => partyOf(state, key);
  if ('register' in step) {
    const input = { ...step.register, act, arm: idOf(step.arm), to: named(step.register.to, party) };
    return registerArm.run(office, actor, registerArm.input.parse(input));
  }
  if ('event' in step) {
    const { from, to, by } = step.event;
    const who = { from: named(from, party), to: named(to, party), by: by && party(by) };
    const input = { ...step.event, ...who, act, arm: idOf(step.arm) };
    return recordEvent.run(office, actor, recordEvent.input.parse(input));
  }
  if ('right' in step) {
    const { holder } = step.set;
    const input = { ...step.set, act, right: idOf(step.right), holder: holder && party(holder) };
    return recordRight.run(office, actor, recordRight.input.parse(input));
  }
  if ('holding' in step) {
    const { keeper } = step.holding;
    const input = { ...step.holding, act, holding: idOf('holding'), keeper: keeper && party(keeper) };
    return declareHolding.run(office, actor, declareHolding.input.parse(input));
  }
  const input = { ...step.lot, act, lot: idOf('lot'), maker: party(step.lot.maker ?? '') };
  return declareLot.run(office, actor, declareLot.input.parse(input));
}

function partyOf(state: DemoState, key: string): string {
  const [, person] = /^person (\d+)$/.exec(key) ?? [];
  return person === undefined ? state.id(key) : state.person(Number(person));
}

function named(
  parties: Readonly<Record<string, string | undefined>> | undefined,
  party: (key: string) => string,
): Record<string, string> | undefined {
  if (parties === undefined) return undefined;
  return Object.fromEntries(Object.entries(parties).map(([lane, key]) => [lane, party(key ?? '')]));
}
