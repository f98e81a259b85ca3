/**
 * A file that names persons or sites needs two people: one who asks, and another who says yes. It waits a week at most; once
 * it is granted, the asker draws it once, within a day. After that there is a new request or none.
 *
 * What could go wrong: one person on both sides of it, by another posting or by a program's key. So a decision is compared
 * by account, whatever the posting; no program decides; and who made a key has no say in what it asks.
 *
 * @clause J-02, J-06
 */
import { type Refusal, refusal } from '../base/refusal.ts';
import type { Field } from './scope.ts';

/** The kinds of fields of which a list is given only by two people. */
export const ASKED_FIELDS = ['holder', 'site'] as const satisfies readonly Field[];
export type AskedField = (typeof ASKED_FIELDS)[number];

export const EXPORT_VERDICTS = ['approved', 'refused'] as const;
export type ExportVerdict = (typeof EXPORT_VERDICTS)[number];

/** Named limits: how long a request waits, how long a granted file can be drawn, requests of one asker that may wait. */
export const DECIDED_WITHIN_HOURS = 7 * 24;
export const DRAWN_WITHIN_HOURS = 24;
export const EXPORTS_WAITING_MAX = 10;
const HOUR_MS = 3_600_000;

export type ExportState = (typeof EXPORT_STATES)[number];
export const EXPORT_STATES = ['waits', 'approved', 'refused', 'drawn', 'lapsed'] as const;

/** What is known of how a request went. */
export type ExportCourse = {
  readonly asker: string;
  readonly asked: string;
  readonly decided: string | undefined;
  readonly verdict: ExportVerdict | undefined;
  readonly drawn: string | undefined;
  /** True where the home was restored since: what came back from a backup may have been drawn already. */
  readonly restored: boolean;
};

/** Until when it can be decided, or drawn once it is granted. */
export function endOfExport({ asked, decided }: ExportCourse): string {
  const [from, hours] = decided === undefined ? [asked, DECIDED_WITHIN_HOURS] : [decided, DRAWN_WITHIN_HOURS];
  return new Date(Date.parse(from) + hours * HOUR_MS).toISOString();
}

/** How a request stands at a moment. */
export function stateOfExport(course: ExportCourse, nowMs: number): ExportState {
  if (course.drawn !== undefined) return 'drawn';
  if (course.verdict === 'refused') return 'refused';
  if (course.restored || nowMs >= Date.parse(endOfExport(course))) return 'lapsed';
  return course.verdict ?? 'waits';
}

/**
 * Why this account cannot decide; undefined where it can. `maker` is who made the key that asked, where a key did.
 * @refuses own-export, export-decided, export-lapsed
 */
export function refuseDecision(
  course: ExportCourse,
  account: string,
  maker: string | undefined,
  nowMs: number,
): Refusal | undefined {
  if (course.asker === account || maker === account) return refusal('own-export', {}, 'J-06');
  const state = stateOfExport(course, nowMs);
  if (state === 'waits') return undefined;
  return refusal(state === 'lapsed' ? 'export-lapsed' : 'export-decided');
}

/**
 * Why the file cannot be drawn now; undefined where it can.
 * @refuses export-waits, export-not-granted, export-lapsed, export-drawn
 */
export function refuseDraw(course: ExportCourse, nowMs: number): Refusal | undefined {
  switch (stateOfExport(course, nowMs)) {
    case 'approved':
      return undefined;
    case 'waits':
      return refusal('export-waits');
    case 'refused':
      return refusal('export-not-granted');
    case 'lapsed':
      return refusal('export-lapsed');
    case 'drawn':
      return refusal('export-drawn');
  }
}

/** True where more fit than was granted: a tenth, or ten arms, may have come since. */
export function hasGrown(granted: number, arms: number): boolean {
  return arms > granted + Math.max(10, Math.floor(granted / 10));
}
