/**
 * The two entries of a decision on a match, and what they amount to: a proposal that holds the question as it was understood
 * and every candidate told for it, and the decision on one of them. Their subject is the match, so that they lie outside the
 * fold of the arm. Not an act itself.
 *
 * What could go wrong: an entry that tells of other arms. It names candidates by their ids alone, and a proof of one arm
 * carries the proposal by its commitment (acts/prove-arm).
 *
 * @clause A-10, J-04
 */
import type { Decision } from '../domain/identification/decided.ts';
import { commitment } from '../domain/ledger/hash.ts';
import type { KeptEntry } from '../store/ledger.ts';
import type { Match } from '../store/match.ts';
import { type Identify, SAID_FIELDS } from './identify-arm.ts';
import type { CandidateTold, Identified } from './identify-output.ts';
import { compact } from './input.ts';

export const PROPOSED = 'match-proposed';
export const DECIDED = 'match-decided';

/** The readings of a question in one line, each with its part. */
export function writtenOf({ readings }: Identified['understood']): string {
  return readings.map(({ part, written }) => (part === 'arm' ? written : `${part} ${written}`)).join('; ');
}

/** What the machine proposed, as it stands in the ledger. */
export function proposalOf(wanted: Identify, identified: Identified, tables: number): object {
  const { understood, candidates, noneProbability, moreFitting, isCut, weights, wide } = identified;
  const said = Object.keys(SAID_FIELDS) as (keyof typeof SAID_FIELDS)[];
  return {
    type: PROPOSED,
    readings: understood.readings,
    said: compact(Object.fromEntries(said.map((name) => [name, wanted[name]]))),
    understood: compact({
      maker: understood.maker.map(({ code, probability }) => ({ code, probability })),
      calibre: understood.calibre.map(({ code, probability }) => ({ code, probability })),
      class: understood.class,
      country: understood.country,
    }),
    candidates: candidates.map(({ armId, bits, totalBits, probability }) => ({
      arm: armId,
      bits: compact(bits),
      totalBits,
      probability,
    })),
    noneProbability,
    moreFitting,
    isCut,
    wide,
    weights,
    tables,
  };
}

type DecidedEvent = {
  readonly type: typeof DECIDED;
  readonly proposal: string;
  readonly arm: string;
  /** Place of the arm among the candidates, counted from 1. */
  readonly place: number;
  readonly reading: string;
  readonly probability: number;
  readonly decision: Decision;
  /** Salted digest of the words. */
  readonly why: string;
};

/** What an officer decided, as it stands in the ledger. */
export function decisionOf(
  match: Pick<Match, 'proposal' | 'reading' | 'decision'> & {
    readonly why: string;
    readonly salt: Uint8Array;
  },
  { armId, probability }: CandidateTold,
  place: number,
): DecidedEvent {
  const { proposal, reading, decision, why, salt } = match;
  const digest = digestOf(salt, why);
  return { type: DECIDED, proposal, arm: armId, place, reading, probability, decision, why: digest };
}

function digestOf(salt: Uint8Array, why: string): string {
  return Buffer.from(commitment(salt, Buffer.from(why))).toString('hex');
}

type Body = {
  readonly id: string;
  readonly subject: string;
  readonly recorded: string;
  readonly by: { readonly operator: string };
  readonly events: readonly { readonly type: string }[];
};

/** The body of an entry of a match, and the decision in it where it holds one. */
export function readMatchEntry({ body }: Pick<KeptEntry, 'body'>) {
  const parsed = JSON.parse(body.toString('utf8')) as Body;
  const decided = parsed.events.find((event): event is DecidedEvent => event.type === DECIDED);
  return { body: parsed, decided };
}

/**
 * The row of each decision as its entry tells it. The words stand beside the ledger: those kept are taken where their digest
 * is the one that stands in it.
 */
export function foldMatches(entries: readonly KeptEntry[], kept: readonly Match[]): readonly Match[] {
  const before = new Map(kept.map((match) => [match.id, match]));
  return entries.flatMap((entry): Match[] => {
    const { body, decided } = readMatchEntry(entry);
    if (!decided) return [];
    const { proposal, arm, reading, probability, decision } = decided;
    const { why, salt } = before.get(body.subject) ?? {};
    const isWhole = why !== undefined && salt !== undefined && digestOf(salt, why) === decided.why;
    const { id, subject, recorded: at } = body;
    const { operator } = body.by;
    const words = isWhole ? { why, salt } : { why: undefined, salt: undefined };
    return [
      { id: subject, arm, operator, at, reading, decision, probability, ...words, proposal, entry: id },
    ];
  });
}
