/**
 * How a trace ends, why one fails, and where an arm left lawful hands: closed lists, so that they can be counted. Which of
 * them holds is the finding of a named authority.
 *
 * @clause C-11, C-18, C-20
 */

/** How a trace ended, and why it did not get further. */
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOMES = [
  'traced-to-point-of-diversion',
  'established-otherwise',
  'last-holder-only',
  'insufficient-information',
  'no-record',
  'record-destroyed',
  'marks-obliterated',
  'unmarked',
  'refused',
  'restricted',
  'not-attempted',
  'exempt',
] as const;

/** Outcomes in which the trace did what it was for. */
export const SUCCEEDED: ReadonlySet<Outcome> = new Set([
  'traced-to-point-of-diversion',
  'established-otherwise',
  'last-holder-only',
]);

export type Failure = (typeof FAILURES)[number];
/** Why a trace failed. */
export const FAILURES = [
  'serial-unreadable',
  'serial-wrong',
  'too-old',
  'record-lost',
  'record-destroyed',
  'dealer-gone',
  'form-incomplete',
  'never-answered',
  'refused',
  'not-in-any-register',
  'unmarked',
  'other',
] as const;

export type LifeStage = (typeof LIFE_STAGES)[number];
/** Where in its life the arm left lawful hands. */
export const LIFE_STAGES = [
  'making',
  'export',
  'transit',
  'import',
  'state-stock',
  'dealer-stock',
  'civil-possession',
  'private-transfer',
  'lost-in-conflict',
  'awaiting-disposal',
  'made-illicitly',
  'unknown',
] as const;

/** Why an arm is not traced at all (C-18). */
export type Exemption = (typeof EXEMPTIONS)[number];
export const EXEMPTIONS = [
  'promised-at-surrender',
  'destruction-would-wait',
  'made-before-1946',
  'other',
] as const;
