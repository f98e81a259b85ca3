/**
 * A certified report of a trace: facts and named findings, each with the entry of the ledger that it rests on. What an event
 * says stands word for word in `says`, so that whoever holds the entry can hold the fact against it; what stands beside the
 * ledger (what was said, names) is in `told`. Nothing that a machine weighed is in it.
 *
 * What could go wrong: a lead taken for a finding. A decision on a match is told as what an officer decided and when, and
 * `lead` stays true until a laboratory has confirmed it. Or a witness taken for a suspect: the last lawful holder is told as one.
 *
 * @clause C-14, C-09, ITI 15, J-03
 */
import type { RecordedEvent } from '../custody/event.ts';
import type { JsonObject } from '../ledger/canonical.ts';
import type { RefusalGround, TraceAnswer, Withheld } from './answer.ts';
import type { RecordedTraceEvent } from './event.ts';
import { forbiddenBy } from './limits.ts';
import { type Release, releasedAnswer } from './release.ts';
import type { HandlingLimit, LimitCode, Recovery, SentMark, TracedItem, Use } from './request.ts';
import type { ThreadMessage } from './thread.ts';

export const REPORT_KIND = 'countermark-trace-report';
/** Named limits of a report: bytes as it is given out, and entries that it rests on. */
export const REPORT_BYTES_MAX = 4 * 1024 * 1024;
export const REPORT_ENTRIES_MAX = 2_000;

/** What a report tells of, in the order in which it tells it. */
export type FactKind = (typeof FACT_KINDS)[number];
export const FACT_KINDS = [
  'thing',
  'recovery',
  'opened',
  'case',
  'searched',
  'agency',
  'message',
  'taken',
  'decision',
  'confirmed',
  'chain',
  'last-lawful',
  'first-irregularity',
  'finding',
  'ended',
] as const;

export type ReportFact = {
  readonly fact: FactKind;
  readonly entry: string;
  readonly recorded: string;
  /** Place of the event in its entry, from 0. */
  readonly event: number;
  readonly says: JsonObject;
  readonly told: JsonObject;
};

/** Beside what an answer names as withheld: what a limit keeps back, free words, and the place where somebody was found. */
export type WithheldFromReport = {
  readonly what: Withheld['what'] | 'answer' | 'request' | 'words' | 'erased';
  readonly ground: RefusalGround | 'handling-limit' | 'erased';
  readonly limit?: LimitCode;
  readonly text?: string;
  /** The entry that it stands in, where it is one. */
  readonly entry?: string;
};

/** A report as it is signed, but for the entries of its proof, which nobody reads by eye. */
export type CertifiedReport = {
  readonly demonstration: boolean;
  readonly report: string;
  readonly made: string;
  readonly state: string;
  readonly node: string;
  readonly trace: string;
  readonly reference: string;
  readonly for: { readonly case: string; readonly reason: string; readonly use: Use };
  readonly names: { readonly persons: boolean; readonly units: boolean; readonly why?: string };
  readonly lead: boolean;
  readonly facts: readonly ReportFact[];
  readonly withheld: readonly WithheldFromReport[];
  readonly signer: {
    readonly kid: string;
    readonly x: string;
    readonly name: string;
    /** Of the card under which it was signed: what is compared by voice. */
    readonly fingerprint: string;
  };
  readonly proof: { readonly checkpoint: string };
};

/** What may be named, and for what the report is. */
export type ReportRules = {
  readonly use: Use;
  /** Free words go with the names of persons: they may hold them. */
  readonly release: Release;
};

/** Members of each event that a report repeats as they stand. What is not named here is not told. */
const SAYS: Readonly<Partial<Record<RecordedTraceEvent['type'], readonly string[]>>> = {
  'trace-opened': ['type', 'kind', 'arm', 'case'],
  'looked-at-home': ['type'],
  'arm-taken-for': ['type', 'arm', 'match'],
  'agency-asked': ['type', 'question', 'due'],
  'agency-answered': ['type', 'question', 'outcome'],
  message: ['type', 'request', 'direction', 'side', 'kind', 'seq', 'channel', 'country', 'digest'],
  'message-refused': ['type', 'request', 'side', 'seq', 'code'],
  'trace-finding': ['type', 'finding', 'authority', 'happened', 'ground', 'stage', 'country'],
  'case-linked': ['type', 'case', 'reference'],
  'trace-closed': ['type', 'outcome', 'failure', 'exemption', 'stage', 'action'],
  'trace-reopened': ['type'],
};

/** What an event says, as far as a report repeats it. */
export function saysOf(event: RecordedTraceEvent): JsonObject {
  const names = new Set(SAYS[event.type] ?? ['type']);
  return Object.fromEntries(
    Object.entries(event).filter(([name, value]) => names.has(name) && value !== undefined),
  ) as JsonObject;
}

/** What an event of an arm says: that it happened, and when. */
export function saysOfArm({ type, happened }: Pick<RecordedEvent, 'type' | 'happened'>): JsonObject {
  return { type, happened };
}

/** What was told, or why it is not: the two never stand together. */
export type Telling = { readonly told: JsonObject; readonly withheld: readonly WithheldFromReport[] };

/** What was said in a request, as far as its limits, the second decision and the law let it be told. */
export function tellMessage(message: ThreadMessage, isOurs: boolean, rules: ReportRules): Telling {
  const limits = limitsOf(message);
  const forbidden = isOurs ? undefined : forbiddenBy(limits, { to: 'proceedings', use: rules.use });
  if (forbidden) {
    const what = message.kind === 'answer' ? 'answer' : 'request';
    return { told: { sent: message.sent }, withheld: [byLimit(what, forbidden)] };
  }
  const { told, withheld } = contentOf(message, rules);
  return {
    told: { sent: message.sent, ...told, ...(limits.length > 0 ? { limits: plain(limits) } : {}) },
    withheld,
  };
}

/** What the thing is and how it came to light; of a request that came in, under the limits of who asked. */
export function tellThing(
  { item, recovery }: { readonly item: TracedItem; readonly recovery: Recovery },
  limits: readonly HandlingLimit[],
  { use, release }: ReportRules,
): {
  readonly thing: JsonObject;
  readonly recovery: JsonObject;
  readonly withheld: readonly WithheldFromReport[];
} {
  const forbidden = forbiddenBy(limits, { to: 'proceedings', use });
  if (forbidden) return { thing: {}, recovery: {}, withheld: [byLimit('request', forbidden)] };
  const { others, items, marks, ...known } = item;
  const { circumstances, position: _, ...found } = recovery;
  const words = [others, circumstances].filter((text) => (text ?? '').trim() !== '');
  const lot = items?.map((one) => ({ ...one, marks: one.marks.map(markTold) }));
  return {
    thing: plain({
      ...known,
      marks: marks.map(markTold),
      items: lot,
      others: release.persons ? others : undefined,
    }),
    recovery: plain({ ...found, circumstances: release.persons ? circumstances : undefined }),
    withheld: words.length > 0 && !release.persons ? [{ what: 'words', ground: release.ground }] : [],
  };
}

/** A mark without the words of whoever read it. */
function markTold({ note: _, ...mark }: SentMark): Omit<SentMark, 'note'> {
  return mark;
}

function byLimit(what: 'answer' | 'request', { code, text }: HandlingLimit): WithheldFromReport {
  return { what, ground: 'handling-limit', limit: code, ...(text === undefined ? {} : { text }) };
}

function limitsOf({ kind, content }: ThreadMessage): readonly HandlingLimit[] {
  if (kind === 'request' || kind === 'answer') return content.limits;
  return kind === 'more-given' ? (content.request?.limits ?? []) : [];
}

function contentOf(message: ThreadMessage, rules: ReportRules): Telling {
  switch (message.kind) {
    case 'request': {
      const { reference, requester, ground, use, urgency } = message.content;
      const { contact: _, ...asker } = requester;
      const told = { reference, requester: asker, ground, use: use.code, urgency: urgency.level };
      return { told: plain(told), withheld: [] };
    }
    case 'acknowledged':
      return { told: { reference: message.content.reference }, withheld: [] };
    case 'answer':
      return tellAnswer(message.content, rules);
    case 'closed':
      return {
        told: plain({ outcome: message.content.outcome, stage: message.content.stage }),
        withheld: [],
      };
    default:
      return { told: {}, withheld: [{ what: 'words', ground: rules.release.ground }] };
  }
}

/** An answer as it may be told: names by the second decision, words with those of persons, marks without notes. */
function tellAnswer(answer: TraceAnswer, { release }: ReportRules): Telling {
  const { reason, note, limits: _, item, lastLawful, ...told } = releasedAnswer(answer, release);
  const words = [reason, note].some((text) => (text ?? '').trim() !== '');
  return {
    told: plain({
      ...told,
      item: item && { ...item, marks: item.marks.map(markTold) },
      lastLawful: lastLawful && { ...lastLawful, as: 'witness' },
      ...(release.persons ? { reason, note } : {}),
    }),
    withheld: [
      ...told.withheld,
      ...(words && !release.persons ? [{ what: 'words' as const, ground: release.ground }] : []),
    ],
  };
}

/** A value without members that are undefined, as JSON has it. */
export function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

/** Each thing that is withheld once, on each ground. */
export function eachOnce(withheld: readonly WithheldFromReport[]): readonly WithheldFromReport[] {
  return [...new Map(withheld.map((one) => [JSON.stringify(one), one])).values()];
}

const WEIGHED = /"(?:probability|noneProbability|candidates|bits|totalBits)":/;

/** True where an entry holds what a machine weighed, which no report carries. */
export function isWeighed(body: string): boolean {
  return WEIGHED.test(body);
}
