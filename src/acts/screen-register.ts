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

export type RegisterSearch = (question: Question, wide: boolean) => Searched;

/** Makes what answers questions from this register. */
export function makeRegisterSearch(register: ScreenedRegister, identifier: Identifier): RegisterSearch {
  const { index } = register;
  const profileOf = makeProfiles(register, identifier);
  const names = makeNames(register);
  const serialAt = (mark: number) => index.symbols.subarray(index.starts[mark]!, index.starts[mark + 1]!);
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
      return marks.map((mark): Stands => ({ arm: index.armOf[mark]!, serial: serialAt(mark) }));
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

/** Profiles made of words that each were made ready once. */
function makeProfiles(
  { words, wordOf, years }: ScreenedRegister,
  identifier: Identifier,
): (arm: number) => Profile {
  const ready = <Name extends WordColumn & keyof Profile>(name: Name): ((arm: number) => Profile[Name]) => {
    const own = wordOf[name];
    const isKnown = new Uint8Array(words[name].length);
    const known = new Array<Profile[Name] | undefined>(words[name].length).fill(undefined);
    return (arm) => {
      const word = own[arm]!;
      if (isKnown[word] === 0) {
        isKnown[word] = 1;
        known[word] = identifier.profile(word === 0 ? {} : { [name]: words[name][word]! })[name];
      }
      return known[word];
    };
  };
  const [maker, model, calibre, kind, country] = [
    ready('maker'),
    ready('model'),
    ready('calibre'),
    ready('class'),
    ready('country'),
  ];
  // Arms that are described in the same words share a profile: by the words of what is made, then by those beside it.
  const known = new Map<number, Map<number, Profile>>();
  const { maker: makers, model: models, calibre: calibres, class: kinds, country: countries } = wordOf;
  return (arm) => {
    const made = (makers[arm]! * words.model.length + models[arm]!) * words.calibre.length + calibres[arm]!;
    const beside = (kinds[arm]! * words.country.length + countries[arm]!) * YEARS + years[arm]!;
    const ofMade = known.get(made) ?? new Map<number, Profile>();
    const before = ofMade.get(beside);
    if (before) return before;
    const profile: Profile = {
      maker: maker(arm),
      model: model(arm),
      calibre: calibre(arm),
      class: kind(arm),
      country: country(arm),
      year: years[arm] || undefined,
      property: undefined,
      importMark: undefined,
    };
    known.set(made, ofMade.set(beside, profile));
    return profile;
  };
}

/** More than any year. */
const YEARS = 2 ** 16;

function describedOf(
  register: ScreenedRegister,
  { idOf, numberOf }: ReturnType<typeof makeNames>,
  arm: number,
  serialAt: (mark: number) => Uint8Array,
): DescribedArm {
  const { words, wordOf, years } = register;
  const word = (name: WordColumn): string | undefined => words[name][wordOf[name][arm]!] || undefined;
  return {
    id: idOf(arm),
    number: numberOf(arm),
    class: word('class') ?? 'unknown',
    maker: word('maker'),
    model: word('model'),
    calibre: word('calibre'),
    country: word('country'),
    year: years[arm] || undefined,
    serial: charactersOfSymbols(serialAt(register.firstMark[arm]!)).join(''),
  };
}
