/**
 * Looks for the arms of a question in the database and weighs them: the one way from readings to an answer that every act
 * takes which proposes arms. Reads by bounded keys alone. Not an act itself.
 */
import type { Scope } from '../domain/access/scope.ts';
import {
  type Identifier,
  type Knowledge,
  type Question,
  serialOfKey,
} from '../domain/identification/identifier.ts';
import { type Keys, keysOf } from '../domain/identification/keys.ts';
import type { Answer, ArmKey } from '../domain/identification/weigh.ts';
import { NUMBER_KINDS } from '../domain/marks/mark.ts';
import type { Database, Statements } from '../store/database.ts';
import { countedArms, type DescribedArm, findMarks, listMarks } from '../store/identify.ts';
import { type FoundArms, foundArms } from './found-arms.ts';
import { CANDIDATES_TOLD_MAX } from './tell-candidates.ts';

export type Searched = {
  readonly answer: Answer;
  /** What is said of an arm that is told: one of the ten likeliest. */
  readonly armOf: (arm: ArmKey) => DescribedArm;
  /** True where more marks stood under the keys than were read. */
  readonly isCut: boolean;
};

/** Named limits: readings of one question that are looked for; and what is answered at once: keys, ranges, their bytes. */
export const READINGS_MAX = 4;
const QUICK_KEYS_MAX = 2_500;
const QUICK_RANGES_MAX = 4;
const QUICK_RANGE_BYTES = 4;
const NUMBERS: ReadonlySet<string> = new Set(NUMBER_KINDS);

/** What the register holds for a question, weighed. */
export async function searchMarks(
  db: Pick<Database, 'rows' | 'quick'>,
  scope: Scope,
  identifier: Identifier,
  question: Question,
  wide: boolean,
): Promise<Searched> {
  const readings = question.readings.slice(0, READINGS_MAX);
  const [found, arms] = await Promise.all([
    Promise.all(
      readings.map((reading) => {
        const keys = keysOf(reading, wide);
        return findMarks(isQuick(keys) ? db.quick : db, scope, keys);
      }),
    ),
    armsOf(db),
  ]);
  const numbers = found.map(({ byKey }) =>
    [...byKey].map(([key, bearing]) => ({ serial: serialOfKey(key), arms: bearing })),
  );
  const list = identifier.shortlist(question, numbers);
  const ids = list.arms.map(String);
  const known = foundArms(
    db,
    identifier,
    found.flatMap(({ arms }) => [...arms]),
    new Map(found.flatMap(({ said }) => [...said])),
  );
  const { property, importMark } = question.profile;
  const withMarks = readings.length > 1 || property !== undefined || importMark !== undefined;
  await (withMarks ? known.describe(ids) : known.learn(ids));
  const marks = withMarks ? await listMarks(db, ids) : NO_MARKS;
  const answer = identifier.answer(question, list, knowledgeOf(identifier, known, marks), arms);
  await known.describe(answer.best(CANDIDATES_TOLD_MAX).map(({ arm }) => String(arm)));
  return {
    answer,
    armOf: (arm) => known.armOf(String(arm))!,
    isCut: found.some(({ isCut }) => isCut),
  };
}

/** Keys that are answered at once hold up nobody who asks on the same connection. */
function isQuick({ whole, beginnings, endings }: Keys): boolean {
  const ranges = [...beginnings, ...endings];
  // What a short one leads to may be as much as is read at all.
  const areNarrow =
    ranges.length <= QUICK_RANGES_MAX && ranges.every((one) => one.length >= QUICK_RANGE_BYTES);
  return whole.length <= QUICK_KEYS_MAX && areNarrow;
}

type Marks = Awaited<ReturnType<typeof listMarks>>;
const NO_MARKS: Marks = new Map();

/** What the register knows of arms that were found, with all their marks where several numbers or other marks are asked for. */
function knowledgeOf(identifier: Identifier, known: FoundArms, marks: Marks): Knowledge {
  return {
    profileOf(id) {
      const own = marks.get(String(id));
      const arm = own && known.armOf(String(id));
      if (!arm) return known.profileOf(String(id));
      const markOf = (wanted: string): string | undefined => own.find(({ kind }) => kind === wanted)?.key;
      return identifier.profile({ ...arm, property: markOf('property'), importMark: markOf('import') });
    },
    serialsOf: (id) =>
      (marks.get(String(id)) ?? []).flatMap(({ kind, key }) => (NUMBERS.has(kind) ? [serialOfKey(key)] : [])),
  };
}

/** How long a count of all arms is believed: it moves the odds by nothing while it grows by a few. @unit milliseconds */
const COUNT_KEPT_MS = 60_000;
const counts = new WeakMap<Statements, { readonly at: number; readonly arms: Promise<number> }>();

function armsOf(db: Statements): Promise<number> {
  const known = counts.get(db);
  if (known && performance.now() - known.at < COUNT_KEPT_MS) return known.arms;
  const arms = countedArms(db);
  counts.set(db, { at: performance.now(), arms });
  return arms;
}
