/**
 * One thread of the oracle: of its share of the arms it counts those that stand before the true arm of each query. Marks are
 * weighed by the channel first; only those are weighed whole that what is said beside them could bring before the true one,
 * which leaves out none that counts.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Serial } from '../../src/domain/identification/channel.ts';
import {
  type Identifier,
  makeIdentifier,
  type Question,
  serialOfKey,
} from '../../src/domain/identification/identifier.ts';
import type { Profile } from '../../src/domain/identification/profile.ts';
import type { ArmKey, Fit } from '../../src/domain/identification/weigh.ts';
import { FEATURE_LEVELS, type Feature } from '../../src/domain/identification/weights.ts';
import { searchKey } from '../../src/domain/marks/adequate.ts';
import { readReference } from '../../src/doors/reference/read-reference.ts';
import { readWeights } from '../../src/doors/reference/read-weights.ts';
import type { OracleCount, OracleShare } from './oracle.ts';
import type { Query } from './queries.ts';
import { type Lot, makeRegister, type Register, wordsOf } from './register.ts';
import { questionOf } from './ways.ts';

/** Longest serial of the generator. */
const WIDTH = 16;
const WEIGHED_AT_ONCE = 5_000;

type Listed = { readonly id: string; readonly fit: Fit };
type Numbers = { readonly symbols: Uint8Array; readonly lengths: Uint8Array };

async function work(): Promise<void> {
  const { share, queries } = workerData as { share: OracleShare; queries: readonly Query[] };
  const tables = await readReference();
  const identifier = makeIdentifier(tables, await readWeights());
  const register = makeRegister(share.arms, share.seed);
  const numbers = numbersOf(register, share);
  const profiles = new Map<Lot, Profile>();
  const profileOf = (lot: Lot): Profile => {
    const before = profiles.get(lot);
    if (before) return before;
    const made = identifier.profile(wordsOf(lot));
    profiles.set(lot, made);
    return made;
  };
  const before = queries.map((query) => countBefore(identifier, register, numbers, share, query, profileOf));
  parentPort!.postMessage({ before } satisfies OracleCount);
}

function numbersOf(register: Register, { from, to }: OracleShare): Numbers {
  const symbols = new Uint8Array((to - from) * WIDTH);
  const lengths = new Uint8Array(to - from);
  for (let arm = from; arm < to; arm++) {
    const serial = serialOfKey(searchKey(register.serialOf(arm)));
    symbols.set(serial.subarray(0, WIDTH), (arm - from) * WIDTH);
    lengths[arm - from] = serial.length;
  }
  return { symbols, lengths };
}

function countBefore(
  identifier: Identifier,
  register: Register,
  { symbols, lengths }: Numbers,
  { from, to, arms }: OracleShare,
  query: Query,
  profileOf: (lot: Lot) => Profile,
): number {
  const question = questionOf(identifier, query);
  const { asked } = question;
  const { channel } = identifier;
  const trueArm = query.arm!;
  const trueKey = searchKey(query.serial);
  const trueSerial = serialOfKey(trueKey);
  const trueBits = Math.max(...asked.map((one) => channel.bits(one, trueSerial)));
  const least = trueBits - spreadOf(identifier, question);
  const profiles = new Map<ArmKey, Profile>();
  const known = {
    profileOf: (id: ArmKey) => profiles.get(id),
    serialsOf: () => [],
  };
  const listOf = (arm: number, serial: Serial, serialBits: number): Listed => {
    const id = register.idOf(arm);
    profiles.set(id, profileOf(register.lotOf(arm)));
    return { id, fit: { serial, serialBits, isNeighbour: false } };
  };
  const own = listOf(trueArm, trueSerial, trueBits);
  let listed = [own];
  let before = 0;
  const count = (): void => {
    const list = { arms: listed.map(({ id }) => id), fits: listed.map(({ fit }) => fit), wholeBits: 0 };
    const { best } = identifier.answer(question, list, known, arms);
    before += best().findIndex(({ arm }) => arm === own.id);
    listed = [own];
  };
  for (let arm = from; arm < to; arm++) {
    if (arm === trueArm) continue;
    const at = (arm - from) * WIDTH;
    const serial = symbols.subarray(at, at + lengths[arm - from]!);
    let best = channel.bits(asked[0]!, serial);
    for (let other = 1; other < asked.length; other++)
      best = Math.max(best, channel.bits(asked[other]!, serial));
    if (best < least) continue;
    listed.push(listOf(arm, serial, best));
    if (listed.length > WEIGHED_AT_ONCE) count();
  }
  count();
  return before;
}

/** By how many bits what is said beside a number can bring one arm before another at most. */
function spreadOf({ channel, weights }: Identifier, { asked, profile, readings }: Question): number {
  let spread = 1;
  for (const feature of Object.keys(FEATURE_LEVELS) as Feature[]) {
    if (profile[feature] === undefined) continue;
    const bits = Object.values(weights.features[feature]).map(({ m, u }) => Math.log2(m / u));
    spread += Math.max(0, ...bits) - Math.min(0, ...bits);
  }
  if (asked.length === 1) return spread;
  for (const [at, one] of asked.entries()) {
    const own = serialOfKey(readings[at]!.places.map(({ may }) => may || '?').join(''));
    spread += Math.max(0, channel.bits(one, own)) + 1;
  }
  return spread;
}

await work();
