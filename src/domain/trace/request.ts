/**
 * What a request to trace says: why the thing is illicit and under which law, how it came to light, its marks and what else
 * tells it apart, what the answer is for, and how it may be handled. The same shape travels between nodes, is registered from
 * a letter, and is filled in on a document. Places are told as words and, where known, a position; photographs are copies
 * without position or device.
 *
 * @clause ITI 16, ITI 17
 */
import type { ArmClass } from '../arms/classification.ts';
import type { Happened } from '../base/happened.ts';
import type { Mark, Part } from '../marks/mark.ts';

/** Why an arm counts as illicit, in the order of ITI 6(a) to (e). */
export type Ground = (typeof GROUNDS)[number];
export const GROUNDS = [
  'unlawful-where-found',
  'embargo-breached',
  'not-marked',
  'made-without-licence',
  'transferred-without-licence',
] as const;

export type Recovered = (typeof RECOVERED)[number];
export const RECOVERED = ['seized', 'found', 'surrendered', 'recovered-in-operations', 'other'] as const;

/** Who asks: a State, or a body of the United Nations or a region within its mandate (C-15). */
export type RequesterKind = (typeof REQUESTER_KINDS)[number];
export const REQUESTER_KINDS = ['state', 'un-mission', 'un-panel', 'regional-body'] as const;

export type ItemKind = (typeof ITEM_KINDS)[number];
export const ITEM_KINDS = ['arm', 'part', 'ammunition', 'lot'] as const;

export type Use = (typeof USES)[number];
export const USES = [
  'criminal-proceedings',
  'finding-diversion',
  'embargo-monitoring',
  'return-to-owner',
  'record-keeping',
  'other',
] as const;

export type LimitCode = (typeof LIMIT_CODES)[number];
/** How what is told may be handled (ITI 15). `other` is enforced as the strictest of them. */
export const LIMIT_CODES = [
  'no-release-to-others',
  'purposes-of-the-iti',
  'authorised-officials',
  'other',
] as const;

export type HandlingLimit = { readonly code: LimitCode; readonly text?: string | undefined };

export type PhotographSide = (typeof PHOTOGRAPH_SIDES)[number];
export const PHOTOGRAPH_SIDES = ['left', 'right', 'mark', 'other'] as const;

export type Photograph = {
  readonly side: PhotographSide;
  /** Which of the marks it shows, counted from 1. */
  readonly mark?: number | undefined;
  readonly hasScale: boolean;
  readonly mediaType: 'image/jpeg';
  /** SHA-256 of the copy, in hexadecimal. */
  readonly digest: string;
  /** The copy itself, base64url. */
  readonly bytes: string;
};

export type SentMark = Pick<Mark, 'kind' | 'part' | 'text' | 'condition'> & {
  readonly note?: string | undefined;
};

/** What is to be traced. Of a lot each recovery stands in `items` with its marks. */
export type TracedItem = {
  readonly kind: ItemKind;
  readonly class: ArmClass;
  readonly part?: Part | undefined;
  readonly maker?: string | undefined;
  readonly model?: string | undefined;
  readonly calibre?: string | undefined;
  /** Country of manufacture, ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly importCountry?: string | undefined;
  readonly importYear?: number | undefined;
  readonly year?: number | undefined;
  readonly marks: readonly SentMark[];
  readonly quantity?: number | undefined;
  /** Lot number of ammunition, as stamped. */
  readonly lotNumber?: string | undefined;
  readonly others?: string | undefined;
  readonly items?:
    | readonly { readonly marks: readonly SentMark[]; readonly reference?: string | undefined }[]
    | undefined;
};

export type Recovery = {
  readonly kind: Recovered;
  readonly happened: Happened;
  readonly country: string;
  readonly place?: string | undefined;
  readonly position?: { readonly latitude: number; readonly longitude: number } | undefined;
  readonly authority: string;
  readonly circumstances: string;
};

/** What an earlier hop said of the same thing, as far as its limits let it be passed on. */
export type EarlierAnswer = {
  readonly country: string;
  readonly reference: string;
  readonly answered: Happened;
  readonly says: string;
};

export type TraceRequest = {
  /** Reference of the requester. */
  readonly reference: string;
  readonly requester: {
    readonly kind: RequesterKind;
    readonly name: string;
    readonly country?: string | undefined;
    readonly mandate?: string | undefined;
    readonly contact?: string | undefined;
  };
  readonly ground: {
    readonly codes: readonly Ground[];
    /** Law and article of the State of recovery. */
    readonly law: string;
    /** Resolution of the Security Council. */
    readonly embargo?: string | undefined;
  };
  readonly recovery: Recovery;
  readonly item: TracedItem;
  readonly photographs: readonly Photograph[];
  readonly use: { readonly code: Use; readonly text?: string | undefined };
  readonly urgency: { readonly level: 'routine' | 'urgent'; readonly reason?: string | undefined };
  readonly limits: readonly HandlingLimit[];
  readonly case?: string | undefined;
  readonly earlier?: readonly EarlierAnswer[] | undefined;
};

/** A thing that ITI 17 asks for and the request does not say. */
export type Missing =
  | 'ground'
  | 'law'
  | 'embargo'
  | 'circumstances'
  | 'authority'
  | 'marks'
  | 'type'
  | 'calibre'
  | 'use'
  | 'urgency-reason'
  | 'mandate'
  | 'lot-number'
  | 'lot-items';

/** What keeps a request from leaving: each thing is to be said, or said to be unknown ("unknown" is an answer, silence is none). */
export function listMissing(request: TraceRequest): readonly Missing[] {
  const { ground, recovery, item, use, urgency, requester } = request;
  const isThere = (text: string | undefined): boolean => (text ?? '').trim().length > 0;
  const checks: readonly (readonly [Missing, boolean])[] = [
    ['ground', ground.codes.length > 0],
    ['law', isThere(ground.law)],
    ['embargo', !ground.codes.includes('embargo-breached') || isThere(ground.embargo)],
    ['circumstances', isThere(recovery.circumstances)],
    ['authority', isThere(recovery.authority)],
    ['marks', item.kind === 'lot' || item.kind === 'ammunition' || item.marks.length > 0],
    ['type', item.kind === 'ammunition' || item.class !== 'unknown' || isThere(item.others)],
    ['calibre', isThere(item.calibre)],
    ['use', use.code !== 'other' || isThere(use.text)],
    ['urgency-reason', urgency.level === 'routine' || isThere(urgency.reason)],
    ['mandate', requester.kind === 'state' || isThere(requester.mandate)],
    ['lot-number', item.kind !== 'ammunition' || isThere(item.lotNumber) || item.marks.length > 0],
    ['lot-items', item.kind !== 'lot' || (item.items ?? []).length > 1],
  ];
  return checks.filter(([, isSaid]) => !isSaid).map(([missing]) => missing);
}

/** What does not keep a request back, and makes it answered less often. */
export type Warning = 'no-left-side' | 'no-right-side' | 'mark-without-photograph' | 'mark-without-scale';

/** Photographs that a request should carry and does not. */
export function listWarnings({ item, photographs }: TraceRequest): readonly Warning[] {
  const shows = (side: PhotographSide): boolean => photographs.some((one) => one.side === side);
  const of = (mark: number) => photographs.filter((one) => one.side === 'mark' && one.mark === mark);
  const seen = item.marks.map((_, at) => of(at + 1));
  const warnings: readonly (readonly [Warning, boolean])[] = [
    ['no-left-side', item.kind !== 'arm' || shows('left')],
    ['no-right-side', item.kind !== 'arm' || shows('right')],
    ['mark-without-photograph', seen.every((some) => some.length > 0)],
    ['mark-without-scale', seen.every((some) => some.length === 0 || some.some(({ hasScale }) => hasScale))],
  ];
  return warnings.filter(([, isFine]) => !isFine).map(([warning]) => warning);
}
