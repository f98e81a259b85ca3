/** From an answer of the search to what doors tell: the ten likeliest with their reasons, what else fits, what would decide. Not an act itself. */

import { charactersOfSymbols } from '../domain/identification/alphabet.ts';
import { type Decisive, decisiveOf, type Likely } from '../domain/identification/decisive.ts';
import type { Identifier, Question } from '../domain/identification/identifier.ts';
import type { Bits, Weighed } from '../domain/identification/weigh.ts';
import type { DescribedArm } from '../store/identify.ts';
import type { CandidateTold, Identified } from './identify-output.ts';
import type { Searched } from './search-marks.ts';

/** Named limits: candidates told, and how much less likely one is than the first where it no longer counts as fitting. */
export const CANDIDATES_TOLD_MAX = 10;
const FITS_FROM = 1 / 200;
/** Candidates less likely than this decide nothing. */
const LIKELY_FROM = 0.02;

type Told = Pick<
  Identified,
  'candidates' | 'priorBits' | 'noneProbability' | 'denseAround' | 'moreFitting' | 'isCut' | 'decisive'
>;

/** What an answer amounts to. */
export function tellCandidates(
  identifier: Identifier,
  question: Question,
  { answer, armOf, isCut }: Searched,
): Told {
  const first = answer.best(CANDIDATES_TOLD_MAX);
  const candidates = first.map((one) => tellOne(identifier, question, one, armOf(one.arm)));
  const least = Math.max((first[0]?.probability ?? 0) * FITS_FROM, Number.MIN_VALUE);
  const likely: readonly Likely[] = candidates
    .filter(({ probability }) => probability >= LIKELY_FROM)
    .map(({ probability, at, maker, model, calibre, class: kind }) => ({
      probability,
      at: at.map((character) => (character === '' ? undefined : character)),
      described: { maker, model, calibre, class: kind },
    }));
  const decisive = decisiveOf(likely, question.profile);
  return {
    candidates,
    priorBits: round(answer.priorBits, 1),
    noneProbability: round(answer.noneProbability, 4),
    denseAround: round(answer.fromLot, 2),
    moreFitting: answer.countFrom(least) - first.filter(({ probability }) => probability >= least).length,
    isCut,
    ...(decisive ? { decisive: decisiveTold(decisive) } : {}),
  };
}

function decisiveTold(decisive: Decisive): NonNullable<Told['decisive']> {
  return 'may' in decisive ? { ...decisive, may: [...decisive.may] } : decisive;
}

function tellOne(
  { channel }: Identifier,
  { asked }: Question,
  { fit: { serial }, bits, totalBits, probability }: Weighed,
  arm: DescribedArm,
): CandidateTold {
  const characters = charactersOfSymbols(serial);
  const { steps, at, readAt } = channel.steps(asked[0]!, serial, characters);
  const rounded: { -readonly [Name in keyof Bits]?: number } = {};
  for (const name in bits) {
    const value = bits[name as keyof Bits];
    if (value !== undefined) rounded[name as keyof Bits] = round(value, 1);
  }
  return {
    armId: arm.id,
    number: arm.number,
    ...(arm.serial === undefined ? {} : { serial: arm.serial }),
    ...(arm.maker === undefined ? {} : { maker: arm.maker }),
    ...(arm.model === undefined ? {} : { model: arm.model }),
    ...(arm.calibre === undefined ? {} : { calibre: arm.calibre }),
    class: arm.class,
    ...(arm.year === undefined ? {} : { year: arm.year }),
    bits: rounded,
    totalBits: round(totalBits, 1),
    probability: round(probability, 4),
    steps: steps.map((step) => ({ ...step })),
    at: at.map((character) => character ?? ''),
    mark: characters.map((stands, index) => ({ stands, place: readAt[index] ?? 0 })),
  };
}

/** A number with so many decimals. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
