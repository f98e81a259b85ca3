/**
 * The clocks of a request: by when it is to be acknowledged and answered, and by when an agency is to tell what it knows. A
 * State sets the days; while the requester is asked for more, the answer's clock stands still. Clocks are each side's own and
 * never part of what both must agree on.
 *
 * @clause ITI 18, ITI 19, ITI 21
 */

/** @unit days */
export type ClockRules = {
  readonly acknowledgeDays: number;
  readonly acknowledgeUrgentDays: number;
  readonly answerDays: number;
  readonly answerUrgentDays: number;
  readonly agencyDays: number;
  readonly agencyUrgentDays: number;
  /** An agency is reminded so many days before its day, and each so many days after. */
  readonly remindDays: number;
  /** A release by one officer is reviewed within. */
  readonly reviewDays: number;
  /** How long a listing agency has to say whether an entry is still live. */
  readonly hitDays: number;
};

export const CLOCK_RULES: ClockRules = {
  acknowledgeDays: 7,
  acknowledgeUrgentDays: 1,
  answerDays: 30,
  answerUrgentDays: 3,
  agencyDays: 10,
  agencyUrgentDays: 1,
  remindDays: 2,
  reviewDays: 3,
  hitDays: 2,
};

const DAY_MS = 86_400_000;

/** An instant some days later. */
export function daysAfter(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY_MS).toISOString();
}

/** A time in which the requester was asked for more; open while nothing was given. */
export type Pause = { readonly from: string; readonly to?: string | undefined };

/** By when the answer is due. It moves with every pause; while one is open, the clock stands and gives undefined. */
export function answerDue(
  received: string,
  isUrgent: boolean,
  pauses: readonly Pause[],
  rules: ClockRules,
): string | undefined {
  let pausedMs = 0;
  for (const { from, to } of pauses) {
    if (to === undefined) return undefined;
    pausedMs += Math.max(0, Date.parse(to) - Date.parse(from));
  }
  const due = Date.parse(daysAfter(received, isUrgent ? rules.answerUrgentDays : rules.answerDays));
  return new Date(due + pausedMs).toISOString();
}

/** By when a person is to acknowledge. */
export function acknowledgeDue(received: string, isUrgent: boolean, rules: ClockRules): string {
  return daysAfter(received, isUrgent ? rules.acknowledgeUrgentDays : rules.acknowledgeDays);
}
