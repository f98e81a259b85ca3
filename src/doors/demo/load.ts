/**
 * Loads the demonstration State into a demonstration home through the acts that everybody uses: parties and rights, then
 * the arms in batches, then the stories. Every act has an id that follows from the seed, so loading again adds nothing and
 * a load that was stopped goes on.
 */
import { keepBatch } from '../../acts/keep-batch.ts';
import { machine, type Office } from '../../acts/office.ts';
import { recordParties } from '../../acts/record-party.ts';
import { recordRights } from '../../acts/record-right.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { demoArms } from './arms.ts';
import { FIRST_DAY, recordedAt } from './days.ts';
import type { Telling } from './lives.ts';
import { demoId } from './random.ts';
import {
  type DemoCountry,
  type DemoState,
  demoState,
  personsFor,
  personWishes,
  rightOf,
  rightWishes,
} from './state.ts';
import { loadStories, STORIES, type StoryTold } from './stories.ts';
import type { Story } from './story.ts';

export const DEMO_SEED = 20_060_701;
/** Arms of one act. */
export const BATCH_ARMS = 1000;
const BATCH_PERSONS = 200;
/** Batches under way at once: while the database writes one, the next is made. */
const LANES = 2;

const ACTOR = machine('demonstration', 'demonstration');

export type DemoWishes = {
  /** Made up to whole batches of BATCH_ARMS. */
  readonly arms?: number;
  readonly seed?: number;
  readonly telling?: Telling;
  readonly stories?: boolean | readonly Story[];
  /** Which of the invented States this is. */
  readonly country?: DemoCountry;
  readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void;
};

export type DemoLoaded = {
  /** Arms and entries of the demonstration that stand there now, the stories' arms counted. */
  readonly arms: number;
  readonly entries: number;
  /** Arms that this load added. */
  readonly added: number;
  readonly seconds: number;
  readonly stories: readonly StoryTold[];
};

/**
 * Loads the demonstration.
 * @refuses not-a-demonstration; whatever an act refuses
 */
export async function loadDemonstration(
  office: Office,
  wishes: DemoWishes = {},
): Promise<DemoLoaded | Refusal> {
  if (!office.demonstration) return refusal('not-a-demonstration', { state: office.state });
  const { seed = DEMO_SEED, telling = 'whole', stories = true, country = 'XA' } = wishes;
  const began = performance.now();
  const state = demoState(seed, country);
  const batches = Math.ceil((wishes.arms ?? 20_000) / BATCH_ARMS);
  const parties = await loadParties(office, state, batches * BATCH_ARMS, country);
  if (isRefusal(parties)) return parties;
  const loaded = { arms: 0, entries: 0, added: 0 };
  const no = await loadArms(office, state, telling, batches, (kept) => {
    loaded.arms += kept.result.arms;
    loaded.entries += kept.result.entries;
    if (kept.fresh) loaded.added += kept.result.arms;
    wishes.onProgress?.({ done: loaded.arms, of: batches * BATCH_ARMS });
  });
  if (no) return no;
  const told = stories ? await loadStories(office, ACTOR, state, stories === true ? STORIES : stories) : [];
  if (isRefusal(told)) return told;
  for (const story of told) {
    loaded.arms += story.arms.length;
    loaded.entries += story.entries;
  }
  return { ...loaded, seconds: (performance.now() - began) / 1000, stories: told };
}

/** Everybody that the arms name, with their history and their rights. */
async function loadParties(
  office: Office,
  state: DemoState,
  arms: number,
  country: DemoCountry,
): Promise<Refusal | undefined> {
  const { seed } = state;
  const then = { ...office, clock: () => Date.parse(recordedAt(FIRST_DAY, 0)) };
  const first = await recordParties(then, ACTOR, demoId(seed, 'act parties'), state.parties);
  if (isRefusal(first)) return first;
  const after = await recordParties(office, ACTOR, demoId(seed, 'act history'), state.history);
  if (isRefusal(after)) return after;
  const holders = [...state.guards, ...state.dealers];
  const rights = holders.map((holder, place) =>
    rightOf(seed, place, holder, place < state.guards.length ? 'guard-company' : 'dealer', country),
  );
  const trade = await recordRights(then, ACTOR, demoId(seed, 'act rights'), rights);
  if (isRefusal(trade)) return trade;
  for (let from = 0; from < personsFor(arms - 1); from += BATCH_PERSONS) {
    const act = (word: string): string => demoId(seed, `act ${word}`, from);
    const to = from + BATCH_PERSONS;
    const persons = await recordParties(then, ACTOR, act('persons'), personWishes(seed, from, to));
    if (isRefusal(persons)) return persons;
    const held = await recordRights(
      then,
      ACTOR,
      act('persons’ rights'),
      rightWishes(seed, from, to, country),
    );
    if (isRefusal(held)) return held;
  }
  return undefined;
}

type Kept = Exclude<Awaited<ReturnType<typeof keepBatch>>, Refusal>;

/** Loads batch after batch, some at once; the first refusal stops all lanes. */
async function loadArms(
  office: Office,
  state: DemoState,
  telling: Telling,
  batches: number,
  onKept: (kept: Kept) => void,
): Promise<Refusal | undefined> {
  let next = 0;
  let stopped: { readonly refused: Refusal } | { readonly error: unknown } | undefined;
  const one = async (from: number): Promise<void> => {
    const act = demoId(state.seed, `act arms ${telling}`, from);
    const kept = await keepBatch(office, ACTOR, act, 'load-demonstration', (attempt) =>
      [...demoArms(state, BATCH_ARMS, { from, telling, attempt })].map((arm) => ({ ...arm, register: 0 })),
    );
    if (isRefusal(kept)) stopped = { refused: kept };
    else onKept(kept);
  };
  const lane = async (): Promise<void> => {
    while (next < batches && stopped === undefined)
      await one(next++ * BATCH_ARMS).catch((error: unknown) => {
        stopped = { error };
      });
  };
  // All lanes are waited for also where one failed: nobody may still write when the caller hears of it.
  await Promise.all(Array.from({ length: LANES }, lane));
  return endOf(stopped);
}

function endOf(
  stopped: { readonly refused: Refusal } | { readonly error: unknown } | undefined,
): Refusal | undefined {
  if (stopped === undefined) return undefined;
  if ('error' in stopped) throw stopped.error;
  return stopped.refused;
}
