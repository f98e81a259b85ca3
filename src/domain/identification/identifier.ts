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
import { type FeatureComparer, makeFeatureComparer } from './features.ts';
import type { Described, Profile } from './profile.ts';
import { profileOf } from './profile.ts';
import {
  type Answer,
  type ArmKey,
  type Borne,
  type Fit,
  type Shortlist,
  shortlist,
  type Words,
  weigh,
} from './weigh.ts';
import type { Weights } from './weights.ts';

/** What is asked: readings, the one that tells most first, and what is said beside them. */
export type Question = {
  readonly readings: readonly Reading[];
  readonly asked: readonly AskedReading[];
  readonly profile: Profile;
};

/** What the register knows of arms, asked one by one; an arm that it no longer knows is left out. */
export type Knowledge = {
  readonly profileOf: (arm: ArmKey) => Profile | undefined;
  /** All numbers of an arm: asked where several were read. */
  readonly serialsOf: (arm: ArmKey) => readonly Serial[];
};

export type Identifier = {
  readonly weights: Weights;
  readonly channel: ChannelReader;
  readonly compareFeatures: FeatureComparer;
  readonly profile: (described: Described) => Profile;
  readonly ask: (readings: readonly Reading[], described: Described) => Question;
  /** Of the numbers found for each reading the arms that are worth looking at. */
  readonly shortlist: (question: Question, found: readonly (readonly Borne[])[]) => Shortlist;
  readonly answer: (question: Question, list: Shortlist, known: Knowledge, arms: number) => Answer;
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
      const lists = found.map((numbers, at) => shortlist(channel, readings[at]!, asked[at]!, numbers));
      return lists.length === 1 ? lists[0]! : joined(lists);
    },
    answer(question, { arms: listed, fits: ofNumbers, wholeBits }, { profileOf: knownOf, serialsOf }, count) {
      // Arms of one lot are often described in one way, which is weighed once.
      const weighed = new Map<Profile, Words>();
      const wordsOf = (profile: Profile): Words => {
        const before = weighed.get(profile);
        if (before) return before;
        const made = { lot: lotOf(profile), features: compareFeatures(question.profile, profile) };
        weighed.set(profile, made);
        return made;
      };
      const [arms, fits, words, parts]: [ArmKey[], Fit[], Words[], number[]] = [[], [], [], []];
      const isOfParts = question.asked.length > 1;
      for (let place = 0; place < listed.length; place++) {
        const arm = listed[place]!;
        const profile = knownOf(arm);
        if (!profile) continue;
        arms.push(arm);
        fits.push(ofNumbers[place]!);
        words.push(wordsOf(profile));
        if (isOfParts) parts.push(partsBits(channel, question, serialsOf(arm), ofNumbers[place]!));
      }
      const all = { arms, fits, words, parts: isOfParts ? parts : undefined };
      return weigh(weights, question.readings[0]!, { wholeBits }, all, count);
    },
  };
}

/** The lists of several readings as one: of each arm the number that fits its reading best. */
function joined(lists: readonly Shortlist[]): Shortlist {
  const best = new Map<ArmKey, Fit>();
  for (const { arms, fits } of lists)
    for (const [place, arm] of arms.entries()) {
      const before = best.get(arm);
      if (!before || before.serialBits < fits[place]!.serialBits) best.set(arm, fits[place]!);
    }
  return { arms: [...best.keys()], fits: [...best.values()], wholeBits: lists[0]?.wholeBits ?? 0 };
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
  known: readonly Serial[],
  { serial }: Fit,
): number {
  const serials = known.length > 0 ? known : [serial];
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
