/**
 * Answers questions from a register in memory as the database would: the same plan of keys, the same scorer, the same words.
 * Not an act itself.
 */
import { charactersOfSymbols } from '../domain/identification/alphabet.ts';
import type { Serial } from '../domain/identification/channel.ts';
import type { Identifier, Question } from '../domain/identification/identifier.ts';
import { planOf } from '../domain/identification/keys.ts';
import type { Profile } from '../domain/identification/profile.ts';
import { findInIndex } from '../domain/identification/screening.ts';
import type { ArmKey } from '../domain/identification/weigh.ts';
import { type DescribedArm, FOUND_MAX, RANGED_MAX } from '../store/identify.ts';
import { makeNames, type ScreenedRegister, type WordColumn } from './screened-register.ts';
import { READINGS_MAX, type Searched } from './search-marks.ts';

const LIMITS = { found: FOUND_MAX, ranged: RANGED_MAX };

export type RegisterSearch = (question: Question, wide: boolean) => Searched;

/** Makes what answers questions from this register. */
export function makeRegisterSearch(register: ScreenedRegister, identifier: Identifier): RegisterSearch {
  const { index, firstMark } = register;
  const profileOf = makeProfiles(register, identifier);
  const names = makeNames(register);
  const serialOf = (mark: number): Serial => {
    const number = index.numberOf[mark]!;
    return index.symbols.subarray(index.starts[number]!, index.starts[number + 1]!);
  };
  const known = {
    profileOf: (arm: ArmKey) => profileOf(Number(arm)),
    serialsOf(arm: ArmKey) {
      const [from, to] = [firstMark[Number(arm)]!, firstMark[Number(arm) + 1] ?? index.numberOf.length];
      return Array.from({ length: to - from }, (_, at) => serialOf(from + at));
    },
  };
  return (question, wide) => {
    const readings = question.readings.slice(0, READINGS_MAX);
    const found = readings.map((reading) => findInIndex(index, planOf(reading, wide), LIMITS));
    const list = identifier.shortlist(
      question,
      found.map(({ numbers }) => numbers),
    );
    return {
      answer: identifier.answer(question, list, known, register.arms),
      armOf: (arm) => describedOf(register, names, Number(arm), serialOf),
      isCut: found.some(({ isCut }) => isCut),
    };
  };
}

/** The profile of each description, made once. */
function makeProfiles(register: ScreenedRegister, identifier: Identifier): (arm: number) => Profile {
  const { descriptionOf, years } = register;
  const known = new Array<Profile | undefined>(years.length).fill(undefined);
  return (arm) => {
    const description = descriptionOf[arm]!;
    const before = known[description];
    if (before) return before;
    const profile = identifier.profile(saidOf(register, description));
    known[description] = profile;
    return profile;
  };
}

/** The words of a description. */
function saidOf({ words, wordOf, years }: ScreenedRegister, description: number) {
  const word = (name: WordColumn): string | undefined => words[name][wordOf[name][description]!] || undefined;
  return {
    maker: word('maker'),
    model: word('model'),
    calibre: word('calibre'),
    class: word('class'),
    country: word('country'),
    year: years[description] || undefined,
  };
}

function describedOf(
  register: ScreenedRegister,
  { idOf, numberOf }: ReturnType<typeof makeNames>,
  arm: number,
  serialOf: (mark: number) => Serial,
): DescribedArm {
  const said = saidOf(register, register.descriptionOf[arm]!);
  return {
    ...said,
    id: idOf(arm),
    number: numberOf(arm),
    class: said.class ?? 'unknown',
    serial: charactersOfSymbols(serialOf(register.firstMark[arm]!)).join(''),
  };
}
