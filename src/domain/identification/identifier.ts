/**
 * Which arms a reading may be of, from marks that were found to a short list with reasons: pure, the same for a search in the
 * database and for screening in memory. First the found marks are ordered by the channel of reading, then what is said of the
 * arms beside their numbers is weighed in.
 *
 * @clause A-10, B-08, B-10, B-12
 */
import type { Reading } from '../marks/reading.ts';
import { parseReading } from '../marks/reading.ts';
import type { Lookup } from '../reference/lookup.ts';
import {
  type AskedReading,
  type ChannelReader,
  charactersOf,
  makeChannel,
  type Serial,
  serialOf,
} from './channel.ts';
import { type FeatureBits, type FeatureComparer, makeFeatureComparer } from './features.ts';
import type { Described, Profile } from './profile.ts';
import { profileOf } from './profile.ts';
import {
  type Answer,
  type ArmKey,
  type Bits,
  type Shortlist,
  type Shortlisted,
  type Stands,
  shortlist,
  weigh,
} from './weigh.ts';
import type { Weights } from './weights.ts';

/** What is asked: readings, the one that tells most first, and what is said beside them. */
export type Question = {
  readonly readings: readonly Reading[];
  readonly asked: readonly AskedReading[];
  readonly profile: Profile;
};

/** An arm as the register knows it: its numbers and what is said of it. */
export type Known = { readonly id: ArmKey; readonly serials: readonly Serial[]; readonly profile: Profile };

export type Candidate = {
  readonly listed: Shortlisted;
  readonly bits: Bits;
  readonly known: Known;
  /** Arms of one maker and class are of one lot where their numbers lie together. */
  readonly lot: string;
};

export type Identifier = {
  readonly weights: Weights;
  readonly channel: ChannelReader;
  readonly compareFeatures: FeatureComparer;
  readonly profile: (described: Described) => Profile;
  readonly ask: (readings: readonly Reading[], described: Described) => Question;
  /** Those of the marks found for each reading whose arms are worth looking at. */
  readonly shortlist: (question: Question, found: readonly (readonly Stands[])[]) => Shortlist;
  readonly answer: (
    question: Question,
    list: Shortlist,
    known: readonly Known[],
    arms: number,
  ) => Answer<Candidate>;
};

/** Makes what identifies, by these tables and weights. */
export function makeIdentifier(lookup: Lookup, weights: Weights): Identifier {
  const channel = makeChannel(weights.channel);
  const compareFeatures = makeFeatureComparer(lookup, weights);
  return {
    weights,
    channel,
    compareFeatures,
    profile: rememberProfiles(lookup),
    ask(readings, described) {
      const told = readings
        .map((reading) => ({ reading, asked: channel.ask(reading) }))
        .map((one) => ({ ...one, bits: wholeBitsOf(channel, one.reading, one.asked) }))
        .sort((a, b) => b.bits - a.bits);
      return {
        readings: told.map(({ reading }) => reading),
        asked: told.map(({ asked }) => asked),
        profile: profileOf(lookup, described),
      };
    },
    shortlist({ readings, asked }, found) {
      const lists = found.map((marks, at) => shortlist(channel, readings[at]!, asked[at]!, marks));
      const arms = new Map<ArmKey, Shortlisted>();
      for (const one of lists.flatMap((list) => list.arms)) {
        const before = arms.get(one.arm);
        if (!before || before.serialBits < one.serialBits) arms.set(one.arm, one);
      }
      return { arms: [...arms.values()], wholeBits: lists[0]?.wholeBits ?? 0 };
    },
    answer(question, { arms, wholeBits }, known, count) {
      const byId = new Map(known.map((one) => [one.id, one]));
      // Arms of one lot are often described in one way, which is weighed once.
      const weighed = new Map<Profile, Pick<Candidate, 'lot'> & { readonly features: FeatureBits }>();
      const wordsOf = (profile: Profile) => {
        const before = weighed.get(profile);
        if (before) return before;
        const words = { lot: lotOf(profile), features: compareFeatures(question.profile, profile) };
        weighed.set(profile, words);
        return words;
      };
      const candidates = arms.flatMap((listed): Candidate[] => {
        const one = byId.get(listed.arm);
        if (!one) return [];
        const parts = partsBits(channel, question, one, listed);
        const { features, lot } = wordsOf(one.profile);
        const bits = { serial: listed.serialBits, ...features, ...(parts === undefined ? {} : { parts }) };
        return [{ listed, bits, known: one, lot }];
      });
      return weigh(weights, question.readings[0]!, { wholeBits }, candidates, count);
    },
  };
}

/** Named limits: descriptions whose profile is remembered, for a register repeats few again and again; and their characters. */
const PROFILES_MAX = 20_000;
const PROFILE_WORDS_MAX = 400;

/** Makes profiles, one for all arms that are described in the same words. */
function rememberProfiles(lookup: Lookup): Identifier['profile'] {
  const known = new Map<string, Profile>();
  return (described) => {
    const { maker, model, calibre, country, year, property, importMark } = described;
    if (property !== undefined || importMark !== undefined) return profileOf(lookup, described);
    const words = `${described.class}\n${maker}\n${model}\n${calibre}\n${country}\n${year}`;
    const before = known.get(words);
    if (before) return before;
    const profile = profileOf(lookup, described);
    if (known.size >= PROFILES_MAX) known.clear();
    if (words.length <= PROFILE_WORDS_MAX) known.set(words, profile);
    return profile;
  };
}

/** By what arms of one lot are told: not by how their model is written, which differs from clerk to clerk. */
function lotOf({ maker, class: kind }: Profile): string {
  return `${maker?.shares[0]?.code ?? maker?.text ?? ''} ${kind ?? ''}`;
}

/** What a reading gives where it stands on an arm just so. */
function wholeBitsOf(channel: ChannelReader, reading: Reading, asked: AskedReading): number {
  return channel.bits(asked, serialOf(charactersOf(reading)));
}

/** The share of arms whose other numbered parts the register knows, or that carry one number on all. */
const PARTS_KNOWN = 0.3;

/**
 * What further readings say: a number of another part that stands on the arm speaks for it; one that does not says little,
 * for most registers know one number of an arm.
 */
function partsBits(
  channel: ChannelReader,
  { asked }: Question,
  known: Known,
  listed: Shortlisted,
): number | undefined {
  if (asked.length < 2) return undefined;
  const serials = known.serials.length > 0 ? known.serials : [listed.serial];
  const own = asked.map((one) => Math.max(...serials.map((serial) => channel.bits(one, serial))));
  own.splice(own.indexOf(Math.max(...own)), 1);
  return own.reduce((sum, bits) => sum + Math.log2(PARTS_KNOWN * 2 ** bits + 1 - PARTS_KNOWN), 0);
}

const PLAIN = /^[0-9A-Z]+$/;

/** The key of a mark as numbers. */
export function serialOfKey(key: string): Serial {
  return PLAIN.test(key)
    ? serialOf([...key.slice(0, 40)])
    : serialOf(charactersOf(parseReading(key).reading));
}
