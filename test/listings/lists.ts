/** What tests of lists of lost and stolen arms share: an arm that was stolen, an entry of it, and who works on it. */
import { cancelListing } from '../../src/acts/cancel-listing.ts';
import { confirmListing } from '../../src/acts/confirm-listing.ts';
import { listHits } from '../../src/acts/list-hits.ts';
import { type Act, type Actor, machine, type Office } from '../../src/acts/office.ts';
import { proposeListing } from '../../src/acts/propose-listing.ts';
import { recordEvent } from '../../src/acts/record-event.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { viewHit } from '../../src/acts/view-hit.ts';
import { viewListing } from '../../src/acts/view-listing.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';

export const CLERK: Actor = machine('clerk', 'case 7');
export const SECOND: Actor = machine('second', 'case 7');
export const GROUND = 'Arms Act 1998, art. 31';

/** Runs an act with input as a door reads it. */
export function run<I, O>(
  { office }: { readonly office: Office },
  act: Act<I, O>,
  input: unknown,
  actor: Actor = CLERK,
): Promise<O | Refusal> {
  return act.run(office, actor, act.input.parse(input));
}

/** The value of what must not be refused. */
export function good<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${JSON.stringify(value)}`);
  return value;
}

/** The code of a refusal; "kept" where there was none. */
export const codeOf = (value: unknown): string => (isRefusal(value) ? value.refused : 'kept');

export type Here = { readonly office: Office };

/** Registers an arm of this number; `more` may name its unit or describe it otherwise. */
export async function anArm(here: Here, serial: string, more: object = {}): Promise<string> {
  const description = { class: 'assault-rifle', maker: 'Zastava', model: 'M70', calibre: '7.62x39' };
  const marks = [{ kind: 'serial', part: 'receiver', text: serial }];
  return good(await run(here, registerArm, { description, marks, happened: '2019-01-10', ...more })).arm;
}

/** Records what happened to an arm. */
export const happens = async (here: Here, arm: string, type: string, more: object = {}) =>
  good(await run(here, recordEvent, { arm, type, happened: '2026-03-04', ...more }));

/** An arm that was stolen. */
export async function aStolenArm(here: Here, serial: string, more: object = {}): Promise<string> {
  const arm = await anArm(here, serial, more);
  await happens(here, arm, 'stolen');
  return arm;
}

/** A proposed entry of a stolen arm. */
export async function proposed(
  here: Here,
  arm: string,
  partners: readonly string[],
  more: object = {},
): Promise<string> {
  const wish = { arm, reference: 'PV 114/2026', ground: GROUND, partners, ...more };
  return good(await run(here, proposeListing, wish)).subject;
}

/** A live entry of a stolen arm. */
export async function listed(
  here: Here,
  arm: string,
  partners: readonly string[],
  more: object = {},
): Promise<string> {
  const listing = await proposed(here, arm, partners, more);
  good(await run(here, confirmListing, { listing }, SECOND));
  return listing;
}

export const cancel = (here: Here, listing: string, reason = 'mistake') =>
  run(here, cancelListing, { listing, reason });
export const entryOf = async (here: Here, listing: string) => good(await run(here, viewListing, { listing }));
export const hitOf = async (here: Here, hit: string) => good(await run(here, viewHit, { hit }));
export const hitsOf = async (here: Here, wanted: object = {}) => good(await run(here, listHits, wanted)).hits;
