/**
 * An entry of a list of lost, stolen and trafficked arms: what it tells of the arm, how long it stands, and what happened to it.
 * Two officers make one; it ends when it was cancelled, or by itself unless it is renewed, so that no accusation stands for ever.
 *
 * What could go wrong: an entry made against an opponent. A theft needs the reference of its complaint, nobody confirms an own
 * proposal, and whoever was told of an entry is told that it was cancelled and says that it did so too.
 *
 * @clause C-12, E-04
 */
import type { ArmClass } from '../arms/classification.ts';
import type { Happened } from '../base/happened.ts';
import { type Refusal, refusal } from '../base/refusal.ts';
import { MISSING, type Status } from '../custody/life-cycle.ts';
import type { MarkKind } from '../marks/mark.ts';
import type { SentMark } from './request.ts';

export type ListedAs = (typeof LISTED_AS)[number];
export const LISTED_AS = ['lost', 'stolen', 'trafficked'] as const;

export type CancelReason = (typeof CANCEL_REASONS)[number];
/** The arm came back; it should never have stood there; whoever it harmed was found to be right. */
export const CANCEL_REASONS = ['recovered', 'mistake', 'redress'] as const;

export type Standing = (typeof STANDINGS)[number];
export const STANDINGS = ['proposed', 'live', 'cancelled', 'expired'] as const;

/** Named limits: how long an entry stands unless it is renewed, and how long before its end that is asked. @unit days */
export const LISTED_DAYS: Readonly<Record<ListedAs, number>> = { lost: 1095, stolen: 180, trafficked: 365 };
export const LISTED_DAYS_MAX = 1095;
export const RENEW_ASKED_DAYS = 14;

/** Named limits: entries that one partner may publish here, hits that it may learn of, and hits of its own, in a day. */
export const PUBLISHED_PER_DAY_MAX = 500;
export const LEARNED_PER_DAY_MAX = 50;
export const TOLD_PER_DAY_MAX = 200;

/** What an entry tells. Numbers are told as they were read; who owns the arm only where somebody decided so. */
export type ListedThing = {
  readonly status: ListedAs;
  readonly happened: Happened;
  /** As far as partners may know it. */
  readonly place?: string | undefined;
  readonly class: ArmClass;
  readonly maker?: string | undefined;
  readonly model?: string | undefined;
  readonly calibre?: string | undefined;
  /** Country of manufacture. */
  readonly country?: string | undefined;
  readonly marks: readonly SentMark[];
  /** The agency whose arm it is. */
  readonly owner?: string | undefined;
  /** Number of the case, or of the complaint of a theft. */
  readonly reference: string;
  /** The law or decision on which it is published. */
  readonly ground: string;
};

const NUMBERS_TOLD: ReadonlySet<MarkKind> = new Set(['serial', 'state-number', 'assembly']);

/** The marks of an arm that an entry tells: its numbers as they were read, and never a property mark, which names an owner. */
export function numbersTold(marks: readonly SentMark[]): readonly SentMark[] {
  return marks.filter(({ kind, text }) => NUMBERS_TOLD.has(kind) && text.trim() !== '');
}

/** What partners are told of an entry. */
export function toldOfThing({ owner, ...thing }: ListedThing, tellsOwner: boolean): ListedThing {
  return owner !== undefined && tellsOwner ? { ...thing, owner } : thing;
}

/** As what an arm in this status is listed; undefined where nobody recorded it as lost or stolen. */
export function listedAs(status: Status): ListedAs | undefined {
  if (!MISSING.has(status)) return undefined;
  return status === 'lost' ? 'lost' : 'stolen';
}

/** The last day of an entry: the one that was wished for, but never beyond the longest time; else that of its kind. */
export function lastDayOf(status: ListedAs, from: string, wished?: string): string {
  const dayAfter = (days: number): string =>
    new Date(Date.parse(`${from.slice(0, 10)}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const most = dayAfter(status === 'stolen' ? LISTED_DAYS.stolen : LISTED_DAYS_MAX);
  if (wished === undefined) return dayAfter(LISTED_DAYS[status]);
  return wished < most ? wished : most;
}
const DAY_MS = 86_400_000;

export type ListingEvent =
  | { readonly type: 'personal-data-erased'; readonly ground: string }
  | {
      readonly type: 'listing-proposed';
      readonly arm: string;
      readonly status: ListedAs;
      /** Salted digest of what it tells. */
      readonly content: string;
      readonly partners: readonly string[];
      readonly tellsOwner: boolean;
      readonly expires: string;
      readonly words?: string;
    }
  | { readonly type: 'listing-confirmed' }
  | { readonly type: 'listing-renewed'; readonly expires: string; readonly words?: string }
  | {
      readonly type: 'listing-cancelled';
      readonly reason: CancelReason;
      readonly words?: string;
      /** Where a partner cancelled its own. */
      readonly message?: string;
      readonly digest?: string;
    }
  | { readonly type: 'listing-expired' }
  | {
      readonly type: 'listing-sent';
      readonly kind: 'published' | 'renewed' | 'cancelled';
      readonly peer: string;
      readonly message: string;
      readonly digest: string;
    }
  | {
      readonly type: 'listing-cancel-told';
      readonly peer: string;
      readonly message: string;
      readonly digest: string;
    }
  | {
      /** A partner published it, or published it anew. */
      readonly type: 'listing-taken';
      readonly peer: string;
      readonly country: string;
      readonly theirs: string;
      readonly status: ListedAs;
      readonly content: string;
      readonly expires: string;
      readonly message: string;
      readonly digest: string;
    };

/** An event with its entry: who recorded it, and when. */
export type RecordedListingEvent = ListingEvent & {
  readonly entry: string;
  readonly recorded: string;
  readonly operator: string;
};

export type PartnerOf = {
  readonly peer: string;
  readonly sent?: 'published' | 'renewed' | 'cancelled';
  readonly message?: string;
  readonly at?: string;
  /** When it told that it cancelled. */
  readonly cancelTold?: string;
};

type Deed = { readonly by: string; readonly at: string };

export type ListingState = {
  readonly side: 'own' | 'partner';
  readonly arm?: string;
  readonly peer?: string;
  readonly country?: string;
  readonly theirs?: string;
  readonly status: ListedAs;
  readonly standing: Standing;
  readonly expires: string;
  readonly renewed: number;
  readonly tellsOwner: boolean;
  readonly partners: readonly PartnerOf[];
  /** Who proposed it, or when it came. */
  readonly begun: Deed;
  readonly confirmed?: Deed;
  readonly ended?: Deed & { readonly reason?: CancelReason };
  readonly lastAt: string;
};

/** What the events of one entry amount to; undefined where none begins it. */
export function foldListing(events: readonly RecordedListingEvent[]): ListingState | undefined {
  return events.reduce<ListingState | undefined>((state, event) => {
    const next = state ? evolve(state, event) : begin(event);
    return next && { ...next, lastAt: event.recorded };
  }, undefined);
}

function begin(event: RecordedListingEvent): ListingState | undefined {
  const { recorded: at, operator: by } = event;
  const common = { renewed: 0, begun: { by, at }, lastAt: at };
  if (event.type === 'listing-proposed') {
    const { arm, status, expires, tellsOwner, partners } = event;
    const waiting = partners.map((peer) => ({ peer }));
    return {
      ...{ ...common, side: 'own', arm, status, expires, tellsOwner },
      ...{ partners: waiting, standing: 'proposed' },
    };
  }
  if (event.type !== 'listing-taken') return undefined;
  const { peer, country, theirs, status, expires } = event;
  return {
    ...{ ...common, side: 'partner', peer, country, theirs, status, expires },
    ...{ tellsOwner: false, partners: [], standing: 'live' },
  };
}

function evolve(state: ListingState, event: RecordedListingEvent): ListingState {
  const { recorded: at, operator: by } = event;
  switch (event.type) {
    case 'listing-proposed':
    case 'personal-data-erased':
      return state;
    case 'listing-confirmed':
      return { ...state, standing: 'live', confirmed: { by, at } };
    case 'listing-renewed':
      return { ...state, expires: event.expires, renewed: state.renewed + 1 };
    case 'listing-taken': {
      const { ended: _, ...rest } = state;
      const { status, expires } = event;
      return { ...rest, standing: 'live', status, expires, renewed: state.renewed + 1 };
    }
    case 'listing-cancelled':
      return { ...state, standing: 'cancelled', ended: { by, at, reason: event.reason } };
    case 'listing-expired':
      return { ...state, standing: 'expired', ended: { by, at } };
    case 'listing-sent': {
      const { peer, kind: sent, message } = event;
      const known = state.partners.some((one) => one.peer === peer);
      const now = { peer, sent, message, at };
      return {
        ...state,
        partners: known
          ? state.partners.map((one) => (one.peer === peer ? { ...one, ...now } : one))
          : [...state.partners, now],
      };
    }
    case 'listing-cancel-told':
      return {
        ...state,
        partners: state.partners.map((one) => (one.peer === event.peer ? { ...one, cancelTold: at } : one)),
      };
  }
}

/**
 * Why an entry may not be confirmed by somebody.
 * @refuses listing-not-own, listing-not-proposed, listing-second-officer
 */
export function refuseConfirming(state: ListingState, operator: string): Refusal | undefined {
  if (state.side !== 'own') return refusal('listing-not-own');
  if (state.standing !== 'proposed') return refusal('listing-not-proposed');
  return state.begun.by === operator ? refusal('listing-second-officer') : undefined;
}

/** Why an entry may not be renewed. @refuses listing-not-own, listing-not-live */
export function refuseRenewing(state: ListingState): Refusal | undefined {
  if (state.side !== 'own') return refusal('listing-not-own');
  return state.standing === 'live' ? undefined : refusal('listing-not-live');
}

/** Why an entry may not be cancelled: an ended one stands nowhere. @refuses listing-not-own, listing-not-live */
export function refuseCancelling({ side, standing }: ListingState): Refusal | undefined {
  if (side !== 'own') return refusal('listing-not-own');
  return standing === 'live' || standing === 'proposed' ? undefined : refusal('listing-not-live');
}
