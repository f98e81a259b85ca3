/**
 * What a State answers: the chain as its records tell it, the last lawful holder, where the arm went, which registers were
 * searched, and what is withheld on which ground. Whoever is named is told by kind and country; a name leaves only by a second
 * decision (./release).
 *
 * @clause ITI 18, ITI 20, ITI 22, ITI 23
 */
import type { Happened } from '../base/happened.ts';
import type { EventType } from '../custody/life-cycle.ts';
import type { HandlingLimit, SentMark } from './request.ts';

export type AnswerKind = (typeof ANSWER_KINDS)[number];
export const ANSWER_KINDS = ['full', 'partial', 'no-record', 'delayed', 'restricted', 'refused'] as const;

/** Grounds on which an answer may be delayed, restricted or refused (ITI 22); no other is known. */
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];
export const REFUSAL_GROUNDS = [
  'ongoing-investigation',
  'confidentiality-law',
  'confidentiality-not-guaranteed',
  'national-security',
] as const;

/** Kinds of answers that rest on a ground and a reason. */
export const GROUNDED: ReadonlySet<AnswerKind> = new Set(['delayed', 'restricted', 'refused']);

export type PartyKindTold = (typeof PARTY_KINDS_TOLD)[number];
export const PARTY_KINDS_TOLD = ['state', 'agency', 'unit', 'maker', 'dealer', 'person', 'other'] as const;

export type PartyTold = {
  readonly kind: PartyKindTold;
  readonly country?: string | undefined;
  /** Absent where it is withheld. */
  readonly name?: string | undefined;
};

export type ChainLink = {
  readonly event: EventType;
  readonly happened: Happened;
  readonly from?: PartyTold | undefined;
  readonly to?: PartyTold | undefined;
  /** Licence, contract or complaint, as recorded. */
  readonly reference?: string | undefined;
};

export type Searched = {
  readonly register: string;
  readonly outcome: 'found' | 'not-found' | 'not-answered' | 'not-searched';
  readonly asOf?: Happened | undefined;
};

export type WithheldThing = (typeof WITHHELD_THINGS)[number];
export const WITHHELD_THINGS = [
  'persons',
  'units',
  'chain',
  'holder',
  'licences',
  'documents',
  'all',
] as const;
export type Withheld = { readonly what: WithheldThing; readonly ground: RefusalGround };

export type TraceAnswer = {
  /** Reference of the answering State. */
  readonly reference: string;
  readonly kind: AnswerKind;
  /** What the record calls the thing; absent where none was found. */
  readonly item?:
    | {
        readonly maker?: string | undefined;
        readonly model?: string | undefined;
        readonly calibre?: string | undefined;
        readonly marks: readonly SentMark[];
      }
    | undefined;
  readonly chain: readonly ChainLink[];
  readonly lastLawful?:
    | {
        readonly holder: PartyTold;
        readonly from?: Happened | undefined;
        readonly until?: Happened | undefined;
      }
    | undefined;
  readonly exportedTo?:
    | { readonly country: string; readonly licence?: string | undefined; readonly happened: Happened }
    | undefined;
  readonly irregularity?:
    | { readonly event: string; readonly happened: Happened; readonly reference?: string | undefined }
    | undefined;
  readonly searched: readonly Searched[];
  readonly ground?: RefusalGround | undefined;
  readonly reason?: string | undefined;
  /** By when more is expected, of a delayed answer. */
  readonly expected?: string | undefined;
  readonly withheld: readonly Withheld[];
  readonly limits: readonly HandlingLimit[];
  readonly note?: string | undefined;
};

export type AnswerFault =
  | 'ground-missing'
  | 'reason-missing'
  | 'nothing-told'
  | 'searched-missing'
  | 'chain-with-no-record'
  | 'expected-missing';

/** What keeps an answer from being one: a ground and a reason where it says no, registers where it found nothing. */
export function listAnswerFaults(answer: TraceAnswer): readonly AnswerFault[] {
  const { kind, ground, reason, chain, lastLawful, searched, exportedTo, note, expected } = answer;
  const isGrounded = GROUNDED.has(kind);
  const tells = chain.length > 0 || lastLawful !== undefined || exportedTo !== undefined;
  const checks: readonly (readonly [AnswerFault, boolean])[] = [
    ['ground-missing', !isGrounded || ground !== undefined],
    ['reason-missing', !isGrounded || (reason ?? '').trim() !== ''],
    ['nothing-told', !(kind === 'full' || kind === 'partial') || tells || (note ?? '').trim() !== ''],
    ['searched-missing', kind !== 'no-record' || searched.length > 0],
    ['chain-with-no-record', kind !== 'no-record' || !tells],
    ['expected-missing', kind !== 'delayed' || expected !== undefined],
  ];
  return checks.filter(([, isFine]) => !isFine).map(([fault]) => fault);
}
