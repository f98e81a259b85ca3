/**
 * Answers questions from a register in memory as the database would: the same plan of keys, the same scorer, the same words.
 * Not an act itself.
 */
import { charactersOfSymbols } from '../domain/identification/alphabet.ts';
import type { Identifier, Known, Question } from '../domain/identification/identifier.ts';
import { planOf } from '../domain/identification/keys.ts';
import type { Profile } from '../domain/identification/profile.ts';
import { findInIndex } from '../domain/identification/screening.ts';
import type { Stands } from '../domain/identification/weigh.ts';
import { type DescribedArm, FOUND_MAX, RANGED_MAX } from '../store/identify.ts';
import { makeNames, type ScreenedRegister, type WordColumn } from './screened-register.ts';
import { READINGS_MAX, type Searched } from './search-marks.ts';

const LIMITS = { found: FOUND_MAX, ranged: RANGED_MAX };

const NO_SERIAL = new Uint8Array(0);

export type RegisterSearch = (question: Question, wide: boolean) => Searched;

/** Makes what answers questions from this register. */
export function makeRegisterSearch(register: ScreenedRegister, identifier: Identifier): RegisterSearch {
  const { index } = register;
  const profileOf = makeProfiles(register, identifier);
  const names = makeNames(register);
  const serialAt = (mark: number) => index.symbols.subarray(index.starts[mark]!, index.starts[mark + 1]!);
  const isAt = (mark: number, serial: Uint8Array): boolean => {
    const start = index.starts[mark]!;
    if (index.starts[mark + 1]! - start !== serial.length) return false;
    for (let at = 0; at < serial.length; at++) if (index.symbols[start + at] !== serial[at]) return false;
    return true;
  };
  const serialsOf = (arm: number): readonly Uint8Array[] => {
    const serials: Uint8Array[] = [];
    for (let mark = register.firstMark[arm]!; index.armOf[mark] === arm; mark++) serials.push(serialAt(mark));
    return serials;
  };
  return (question, wide) => {
    const readings = question.readings.slice(0, READINGS_MAX);
    let isCut = false;
    const found = readings.map((reading) => {
      const { marks, isCut: cut } = findInIndex(index, planOf(reading, wide), LIMITS);
      isCut ||= cut;
      // Marks of one number follow each other, and are one to whoever weighs them.
      let serial: Uint8Array = NO_SERIAL;
      return marks.map((mark): Stands => {
        if (!isAt(mark, serial)) serial = serialAt(mark);
        return { arm: index.armOf[mark]!, serial };
      });
    });
    const list = identifier.shortlist(question, found);
    const known = list.arms.map(({ arm }): Known => {
      const place = Number(arm);
      const serials = readings.length > 1 ? serialsOf(place) : [];
      return { id: arm, serials, profile: profileOf(place) };
    });
    return {
      answer: identifier.answer(question, list, known, register.arms),
      armOf: (arm) => describedOf(register, names, Number(arm), serialAt),
      isCut,
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
  serialAt: (mark: number) => Uint8Array,
): DescribedArm {
  const said = saidOf(register, register.descriptionOf[arm]!);
  return {
    ...said,
    id: idOf(arm),
    number: numberOf(arm),
    class: said.class ?? 'unknown',
    serial: charactersOfSymbols(serialAt(register.firstMark[arm]!)).join(''),
  };
}
