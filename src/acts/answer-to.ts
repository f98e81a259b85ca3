/** From what somebody typed to a told answer, wherever the marks are looked for: in the database, or in memory. Not an act itself. */
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Identifier, Question } from '../domain/identification/identifier.ts';
import type { Described, Profile } from '../domain/identification/profile.ts';
import { type UnderstoodReading, understandReading } from '../domain/intake/understand-reading.ts';
import type { Part } from '../domain/marks/mark.ts';
import { formatReading, type LeftOut, type Reading } from '../domain/marks/reading.ts';
import type { Lookup } from '../domain/reference/lookup.ts';
import type { Identified, NamedShare } from './identify-output.ts';
import type { Searched } from './search-marks.ts';
import { round, tellCandidates } from './tell-candidates.ts';

/** What is read of marks and said beside them; every word as it was typed. */
export type Wanted = Described & {
  readonly reading: string;
  /** On which part it stands, where it does not say so itself. */
  readonly part?: Part | undefined;
  /** Numbers on further parts. */
  readonly more?: readonly { readonly part: Part; readonly reading: string }[] | undefined;
  readonly wide: boolean;
};

/** Named limit: characters of a reading that a refusal gives back. */
const SHOWN_MAX = 60;

/** Understands what was typed, lets it be searched for and tells the answer. */
export async function answerTo(
  identifier: Identifier,
  lookup: Pick<Lookup, 'reference'>,
  wanted: Wanted,
  search: (question: Question, wide: boolean) => Searched | Promise<Searched>,
): Promise<Identified | Refusal> {
  const began = performance.now();
  const { readings, leftOut } = readingsIn(wanted);
  if (readings.every(({ reading }) => reading.places.every(({ may }) => may === '')))
    return refusal('reading-says-nothing', { reading: wanted.reading.slice(0, SHOWN_MAX) });
  const question = identifier.ask(
    readings.map(({ reading }) => reading),
    wanted,
  );
  const searched = await search(question, wanted.wide);
  return {
    understood: {
      readings: inOrder(readings, question.readings).map(({ part, condition, reading }) => ({
        part,
        condition,
        written: formatReading(reading),
      })),
      leftOut,
      ...saidOf(lookup, question.profile),
    },
    ...tellCandidates(identifier, question, searched),
    weights: identifier.weights.version,
    wide: wanted.wide,
    milliseconds: round(performance.now() - began, 1),
  };
}

/** Every number that was typed, the main one first. */
function readingsIn({ reading, part, more = [] }: Wanted): {
  readonly readings: readonly UnderstoodReading[];
  readonly leftOut: LeftOut[];
} {
  const typed = [{ reading, part: part ?? 'arm' }, ...more];
  const understood = typed.map((one) => ({ ...understandReading(one.reading), part: one.part }));
  return {
    readings: understood.flatMap((one) =>
      one.readings.map((it) => (it.part === 'arm' ? { ...it, part: one.part } : it)),
    ),
    leftOut: understood.flatMap((one) => one.leftOut),
  };
}

/** In the order in which they were looked for. */
function inOrder(
  readings: readonly UnderstoodReading[],
  order: readonly Reading[],
): readonly UnderstoodReading[] {
  return [...readings].sort((a, b) => order.indexOf(a.reading) - order.indexOf(b.reading));
}

/** What the words beside the number were understood as. */
function saidOf({ reference }: Pick<Lookup, 'reference'>, { maker, calibre, class: kind, country }: Profile) {
  const named = (
    shares: readonly { code: string; probability: number }[] | undefined,
    table: ReadonlyMap<string, { readonly name: string }>,
  ): NamedShare[] =>
    (shares ?? []).map(({ code, probability }) => ({
      code,
      name: table.get(code)?.name ?? code,
      probability: round(probability, 4),
    }));
  return {
    maker: named(maker?.shares, reference.makers),
    calibre: named(calibre?.shares, reference.calibres),
    ...(kind === undefined ? {} : { class: kind }),
    ...(country === undefined ? {} : { country }),
  };
}
