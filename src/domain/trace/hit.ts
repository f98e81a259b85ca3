/**
 * A hit: something that was met looks like a listed arm. It is a lead and no ground for anything until the listing side said that
 * its entry is still live and the arm the same. Both sides keep it: the one that met the thing asks, the one that lists answers.
 *
 * @clause C-12
 */

/** From this probability on something that was met counts as a hit. */
export const HIT_PROBABILITY = 0.5;

export type Met = (typeof MET)[number];
/** How the thing came to be met; elsewhere: by a partner that tells us. */
export const MET = ['arrival', 'registration', 'seizure', 'licence', 'trace', 'elsewhere'] as const;

export type HitAnswer = (typeof HIT_ANSWERS)[number];
export const HIT_ANSWERS = ['live-and-same', 'not-live', 'not-same', 'cannot-tell'] as const;

export type HitStanding = (typeof HIT_STANDINGS)[number];
export const HIT_STANDINGS = ['open', 'asked', 'confirmed', 'not-live', 'not-same', 'cannot-tell'] as const;

/** Why the listing side was not told of a hit. */
export type HitWithheld = (typeof HIT_WITHHELD)[number];
export const HIT_WITHHELD = ['own-entry', 'never-listed', 'budget', 'limits', 'not-reachable'] as const;

export type HitEvent =
  | { readonly type: 'personal-data-erased'; readonly ground: string }
  | {
      readonly type: 'hit-met';
      readonly listing: string;
      readonly met: Met;
      readonly arm?: string;
      readonly trace?: string;
      /** In thousandths. */
      readonly probability: number;
      readonly withheld?: HitWithheld;
      readonly message?: string;
      readonly digest?: string;
    }
  | {
      readonly type: 'hit-told-us';
      readonly listing: string;
      readonly peer: string;
      readonly country: string;
      readonly theirs: string;
      readonly message: string;
      readonly digest: string;
    }
  | {
      readonly type: 'hit-asked';
      readonly due: string;
      readonly words?: string;
      readonly message?: string;
      readonly digest?: string;
    }
  | {
      readonly type: 'hit-answered';
      readonly answer: HitAnswer;
      /** The listing side cancelled its entry, which answers by itself. */
      readonly byCancelling?: true;
      readonly words?: string;
      readonly message?: string;
      readonly digest?: string;
    };

export type RecordedHitEvent = HitEvent & {
  readonly entry: string;
  readonly recorded: string;
  readonly operator: string;
};

export type HitState = {
  readonly side: 'finder' | 'lister';
  readonly listing: string;
  readonly met: Met;
  readonly arm?: string;
  readonly trace?: string;
  /** What the partner that met the thing calls it. */
  readonly theirs?: string;
  readonly probability?: number;
  readonly isTold: boolean;
  readonly withheld?: HitWithheld;
  readonly standing: HitStanding;
  readonly metAt: string;
  readonly due?: string;
  readonly lastAt: string;
};

/** What the events of one hit amount to; undefined where none begins it. */
export function foldHit(events: readonly RecordedHitEvent[]): HitState | undefined {
  return events.reduce<HitState | undefined>((state, event) => {
    const next = state ? evolve(state, event) : begin(event);
    return next && { ...next, lastAt: event.recorded };
  }, undefined);
}

function begin(event: RecordedHitEvent): HitState | undefined {
  const { recorded: metAt } = event;
  const common = { standing: 'open', metAt, lastAt: metAt } as const;
  if (event.type === 'hit-met') {
    const { listing, met, arm, trace, probability, withheld } = event;
    return {
      ...common,
      ...{ side: 'finder', listing, met, probability, isTold: withheld === undefined },
      ...(arm === undefined ? {} : { arm }),
      ...(trace === undefined ? {} : { trace }),
      ...(withheld === undefined ? {} : { withheld }),
    };
  }
  if (event.type !== 'hit-told-us') return undefined;
  const { listing, theirs } = event;
  return { ...common, side: 'lister', listing, theirs, met: 'elsewhere', isTold: true };
}

const STANDING_OF: Readonly<Record<HitAnswer, HitStanding>> = {
  'live-and-same': 'confirmed',
  'not-live': 'not-live',
  'not-same': 'not-same',
  'cannot-tell': 'cannot-tell',
};

function evolve(state: HitState, event: RecordedHitEvent): HitState {
  if (event.type === 'hit-asked') {
    // Who is asked knows of it.
    const { withheld: _, ...rest } = state;
    return { ...rest, isTold: true, standing: 'asked', due: event.due };
  }
  if (event.type !== 'hit-answered') return state;
  const { due: _, ...rest } = state;
  return { ...rest, standing: STANDING_OF[event.answer] };
}

/** True until the listing side confirmed it: then every page and every print says that it is no ground for arrest. */
export function isLead(standing: HitStanding): boolean {
  return standing !== 'confirmed';
}

/** True where nobody has answered it for good. */
export function isWaiting(standing: HitStanding): boolean {
  return standing === 'open' || standing === 'asked' || standing === 'cannot-tell';
}
