/**
 * Looks for the arms of a question in the database and weighs them: the one way from readings to an answer that every act
 * takes which proposes arms. Reads indexes by bounded keys, then the rows of those arms alone that may be meant. Not an act
 * itself.
 */
import type { Scope } from '../domain/access/scope.ts';
import {
  type Candidate,
  type Identifier,
  type Known,
  type Question,
  serialOfKey,
} from '../domain/identification/identifier.ts';
import { keysOf } from '../domain/identification/keys.ts';
import type { Answer, ArmKey } from '../domain/identification/weigh.ts';
import type { Statements } from '../store/database.ts';
import { countedArms, type DescribedArm, findMarks, listDescribed } from '../store/identify.ts';

export type Searched = {
  readonly answer: Answer<Candidate>;
  /** What is said of an arm of the answer. */
  readonly armOf: (arm: ArmKey) => DescribedArm;
  /** True where more marks stood under the keys than were read. */
  readonly isCut: boolean;
};

/** Named limits: readings of one question that are looked for, and how long a count of all arms is believed. */
export const READINGS_MAX = 4;
/** Marks that tell an arm from others. */
const NUMBERS = new Set(['serial', 'state-number', 'assembly']);
const COUNT_KEPT_MS = 60_000;

/** What the register holds for a question, weighed. */
export async function searchMarks(
  db: Statements,
  scope: Scope,
  identifier: Identifier,
  question: Question,
  wide: boolean,
): Promise<Searched> {
  const readings = question.readings.slice(0, READINGS_MAX);
  const [found, arms] = await Promise.all([
    Promise.all(readings.map((reading) => findMarks(db, scope, keysOf(reading, wide)))),
    armsOf(db),
  ]);
  const list = identifier.shortlist(
    question,
    found.map(({ marks }) => marks.map(({ arm, key }) => ({ arm, serial: serialOfKey(key) }))),
  );
  const { profile } = question;
  const withMarks = readings.length > 1 || profile.property !== undefined || profile.importMark !== undefined;
  const described = await listDescribed(
    db,
    list.arms.map(({ arm }) => String(arm)),
    withMarks,
  );
  const known = described.map((arm) => knownOf(identifier, arm));
  const byId = new Map<ArmKey, DescribedArm>(described.map((arm) => [arm.id, arm]));
  return {
    answer: identifier.answer(question, list, known, arms),
    armOf: (arm) => byId.get(arm)!,
    isCut: found.some(({ isCut }) => isCut),
  };
}

function knownOf(identifier: Identifier, arm: DescribedArm): Known {
  const markOf = (wanted: string): string | undefined => arm.marks.find(({ kind }) => kind === wanted)?.key;
  return {
    id: arm.id,
    serials: arm.marks.filter(({ kind }) => NUMBERS.has(kind)).map(({ key }) => serialOfKey(key)),
    profile: identifier.profile({ ...arm, property: markOf('property'), importMark: markOf('import') }),
  };
}

const counts = new WeakMap<Statements, { readonly at: number; readonly arms: Promise<number> }>();

/** About how many arms the register holds: it moves the odds by nothing while it grows by a few. */
function armsOf(db: Statements): Promise<number> {
  const known = counts.get(db);
  if (known && performance.now() - known.at < COUNT_KEPT_MS) return known.arms;
  const arms = countedArms(db);
  counts.set(db, { at: performance.now(), arms });
  return arms;
}
