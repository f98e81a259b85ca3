/**
 * What the people of the demonstration do on the day it is loaded, so that the pages show a register at work: arms on the
 * way from one agency to another, photographs, an emergency that nobody has reviewed, looks for a purpose, somebody
 * suspended, a key of another program. Everything goes through `perform`, with the rights of the one who does it.
 *
 * Each deed has an id that follows from the seed. What somebody looks at stands before a deed and is not repeated once the
 * deed is kept; a load that was killed in between looks again.
 */
import { addDocument } from '../../acts/add-document.ts';
import { ACTS, type AnyAct } from '../../acts/all-acts.ts';
import { findAccountId, findPerson } from '../../acts/find-person.ts';
import type { Office } from '../../acts/office.ts';
import { once } from '../../acts/once.ts';
import { perform } from '../../acts/perform.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { type Deed, type Deeds, listDeeds } from './deed-list.ts';
import { drawPlate } from './picture.ts';
import { demoId } from './random.ts';
import { demoState } from './state.ts';
import { STORIES } from './stories.ts';

const DAY_MS = 86_400_000;

/** Does everything that was not done yet; the stories and the people must be there. The first refusal stops it. */
export async function loadDeeds(office: Office, seed: number): Promise<Refusal | undefined> {
  if (!office.demonstration) return refusal('not-a-demonstration', { state: office.state });
  const state = demoState(seed);
  const accounts = new Map<string, string>();
  const deeds: Deeds = {
    party: state.id,
    arm: (story, arm) => demoId(seed, `story ${story} ${arm}`),
    own: (word) => demoId(seed, `deed arm ${word}`),
    account: (login) => accounts.get(login) ?? '',
    day: (days) => new Date(office.clock() + days * DAY_MS).toISOString().slice(0, 10),
  };
  // Accounts are named by deeds that follow, so everybody is looked up first.
  for (const login of listLogins(listDeeds(deeds))) {
    const account = await findAccountId(office, login);
    if (account === undefined) return refusal('account-unknown', { account: login });
    accounts.set(login, account);
  }
  for (const deed of listDeeds(deeds)) {
    const act = demoId(seed, `deed ${deed.name}`);
    const done = await once(office, act, () => doDeed(office, deeds, deed, act));
    if (isRefusal(done)) return done;
  }
  return undefined;
}

/** Everybody whom deeds name. */
function listLogins(deeds: readonly Deed[]): ReadonlySet<string> {
  const namedBy = ({ by, about = [], looks = [] }: Deed) => [by, ...about, ...looks.map((look) => look.by)];
  return new Set(deeds.flatMap(namedBy));
}

/** Looks first, then does what is kept. */
async function doDeed(office: Office, deeds: Deeds, deed: Deed, act: string): Promise<object | Refusal> {
  for (const look of deed.looks ?? []) {
    const seen = await doAs(office, deeds, look.by, look.purpose, actOf(look.act), look.input);
    if (isRefusal(seen) && look.isRefused !== true) return seen;
  }
  const { by, purpose } = deed;
  if (!('photograph' in deed))
    return doAs(office, deeds, by, purpose, actOf(deed.act), { ...deed.input, act });
  const { story, arm, title } = deed.photograph;
  const picture = addDocument(await drawPlate(linesOf(story, arm))) as AnyAct;
  const input = { act, arm: deeds.arm(story, arm), kind: 'photograph', title };
  return doAs(office, deeds, by, purpose, picture, input);
}

async function doAs(
  office: Office,
  deeds: Deeds,
  login: string,
  purpose: string,
  act: AnyAct,
  input: object,
): Promise<object | Refusal> {
  const person = await findPerson(office, deeds.account(login));
  if (!person) return refusal('posting-none', { account: login });
  return (await perform(office, person, purpose, act, input)) as object | Refusal;
}

function actOf(name: string): AnyAct {
  const found = ACTS.find((act) => act.name === name);
  if (!found) throw new Error(`broken: the demonstration does ${name}, which is no act`);
  return found;
}

/** What stands on the arm of a story: its maker and the serial that was read last. */
function linesOf(story: string, arm: string): readonly string[] {
  const told = STORIES.find(({ name }) => name === story);
  const lines = { maker: '', serial: '' };
  for (const step of told?.steps ?? []) {
    if (!('arm' in step) || step.arm !== arm) continue;
    const recorded = 'register' in step ? step.register : step.event;
    lines.maker = recorded.description?.maker ?? lines.maker;
    lines.serial = recorded.marks?.find(({ kind, text }) => kind === 'serial' && text)?.text ?? lines.serial;
  }
  return [lines.maker, 'XA', lines.serial].filter((line) => line !== '');
}
