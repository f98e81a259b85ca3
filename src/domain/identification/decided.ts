/**
 * What follows from decisions on a match. Of one arm and one reading the latest decision counts, whoever made it; those before
 * stand beside it. An officer may see who holds an arm only where he or she decided that it is the one, where that counts, and
 * where the officer is not alone with it: the machine held it likely, or a second officer decided the same.
 *
 * What could go wrong: an officer opens arms to himself at will. Whoever knows a serial can type it as a reading, so the rule
 * here is not enough alone: each opening is bounded in time and in number, and reviewed.
 *
 * @clause A-13, J-02
 */

export const DECISIONS = ['same', 'not-same', 'unsure'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The latest decision of one operator on one reading and arm. */
export type Decided = {
  readonly operator: string;
  readonly at: string;
  readonly decision: Decision;
  readonly probability: number;
};

/** Named limits: from which probability on an officer's own decision is enough, and how long it opens the arm. */
export const ALONE_FROM = 0.5;
export const MATCH_OPENS_DAYS = 30;

const DAY_MS = 86_400_000;

/** Why a decision opens nothing: it is not "same" or does not count, its time has ended, or a second officer is needed. */
export type Closed = 'not-same' | 'ended' | 'second-needed';

/**
 * Until when an operator may see who holds the arm.
 * @shape decided: one reading and one arm, of each operator the latest decision, the newest first
 */
export function opensUntil(
  decided: readonly Decided[],
  operator: string,
  nowMs: number,
): { readonly until: string } | { readonly closed: Closed } {
  const own = decided.find((one) => one.operator === operator);
  if (own?.decision !== 'same' || decided[0]?.decision !== 'same') return { closed: 'not-same' };
  const untilMs = Date.parse(own.at) + MATCH_OPENS_DAYS * DAY_MS;
  if (untilMs <= nowMs) return { closed: 'ended' };
  const seconded = decided.some((one) => one.operator !== operator && one.decision === 'same');
  if (own.probability < ALONE_FROM && !seconded) return { closed: 'second-needed' };
  return { until: new Date(untilMs).toISOString() };
}
