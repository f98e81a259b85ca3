/**
 * What is said of the arms that a search found. Those that are described alike share one number beside their marks, by which
 * their words are known again: of hundreds of arms only those are read whose words were not met before, and those that are told.
 * Not an act itself.
 *
 * What could go wrong: words that change between two statements. What is remembered is remembered under the number of the very
 * words that were read, never under the one that was asked for.
 */
import type { Identifier } from '../domain/identification/identifier.ts';
import type { Profile } from '../domain/identification/profile.ts';
import type { Database } from '../store/database.ts';
import { type DescribedArm, describeArms } from '../store/identify.ts';
import { type SaidWords, saidNumber } from '../store/said.ts';

export type FoundArms = {
  /** Has what is said of these arms weighed, read or known again. */
  learn(ids: readonly string[]): Promise<void>;
  /** Reads what is said of these arms. */
  describe(ids: readonly string[]): Promise<void>;
  /** The words of an arm that was learnt or described. */
  profileOf(id: string): Profile | undefined;
  /** An arm that was described. */
  armOf(id: string): DescribedArm | undefined;
};

/** Named limits: descriptions that are remembered; and arms read at once, and in one statement, of more each half goes by a line of its own. */
const REMEMBERED = 100_000;
const QUICK_ARMS_MAX = 400;
const TOGETHER_MAX = 64;

const remembered = new WeakMap<Identifier, Map<string, Profile>>();

/** The profiles that are remembered, by the number of what is said. */
function rememberedBy(identifier: Identifier): Map<string, Profile> {
  const known = remembered.get(identifier) ?? new Map<string, Profile>();
  remembered.set(identifier, known);
  return known;
}

/** Remembers a description; false where it was known already. */
export function rememberDescription(identifier: Identifier, words: SaidWords): boolean {
  const known = rememberedBy(identifier);
  const number = String(saidNumber(words));
  if (known.has(number)) return false;
  if (known.size >= REMEMBERED) known.clear();
  known.set(number, identifier.profile(words));
  return true;
}

/** What is known of found arms: those described already, and of all the number of what is said. */
export function foundArms(
  db: Pick<Database, 'rows' | 'quick'>,
  identifier: Identifier,
  described: Iterable<readonly [string, DescribedArm]>,
  said: ReadonlyMap<string, string>,
): FoundArms {
  const arms = new Map(described);
  const profiles = new Map<string, Profile>();
  const known = rememberedBy(identifier);
  const describe = async (ids: readonly string[]): Promise<void> => {
    for (const arm of await read(
      db,
      ids.filter((id) => !arms.has(id)),
    )) {
      arms.set(arm.id, arm);
      rememberDescription(identifier, arm);
    }
  };
  const takeKnown = (ids: readonly string[]): readonly string[] =>
    ids.filter((id) => {
      const profile = known.get(said.get(id) ?? '');
      if (profile) profiles.set(id, profile);
      return !profile && !arms.has(id);
    });
  return {
    describe,
    async learn(ids) {
      // One arm of each description that is not known yet tells it of all.
      const unknown = takeKnown(ids);
      if (unknown.length === 0) return;
      await describe([...new Map(unknown.map((id) => [said.get(id), id])).values()]);
      await describe(takeKnown(unknown));
    },
    profileOf(id) {
      const arm = arms.get(id);
      return arm ? identifier.profile(arm) : profiles.get(id);
    },
    armOf: (id) => arms.get(id),
  };
}

async function read(
  db: Pick<Database, 'rows' | 'quick'>,
  ids: readonly string[],
): Promise<readonly DescribedArm[]> {
  const own = ids.length <= QUICK_ARMS_MAX ? db.quick : db;
  const half = ids.length <= TOGETHER_MAX ? ids.length : Math.ceil(ids.length / 2);
  const parts = await Promise.all(
    [ids.slice(0, half), ids.slice(half)].map((some) => describeArms(own, some)),
  );
  return parts.flat();
}
