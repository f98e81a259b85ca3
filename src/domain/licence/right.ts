/**
 * A holder's right to arms, as thin as tracing needs: what kind, its number, who granted it, how long, and whether it is
 * suspended or revoked. Issuing rights is work of its own; here they can be recorded and imported, and asked about.
 *
 * @clause PoA II.3, FP 10
 */
import { earliestOf, type Happened, latestOf } from '../base/happened.ts';

export type RightKind = (typeof RIGHT_KINDS)[number];
export const RIGHT_KINDS = [
  'possession',
  'carrying',
  'collector',
  'guard-company',
  'dealer',
  'manufacturer',
  'state-body',
] as const;

export type Right = {
  readonly id: string;
  readonly holder: string;
  readonly kind: RightKind;
  readonly number: string;
  readonly authority: string;
  readonly from: Happened;
  /** Unknown where the right has no end. */
  readonly until: Happened;
  readonly state: 'valid' | 'suspended' | 'revoked';
  /** From when the present state holds. */
  readonly stateSince: Happened;
};

/**
 * True where a right covers a moment: begun, not ended, neither suspended nor revoked by then.
 * @clause PoA II.3
 */
export function isRightValid(right: Right, at: Happened): boolean {
  if (at.length === 0) return right.state === 'valid';
  const begun = earliestOf(right.from) <= latestOf(at);
  const ended = right.until.length > 0 && latestOf(right.until) < earliestOf(at);
  const stopped = right.state !== 'valid' && earliestOf(right.stateSince) <= latestOf(at);
  return begun && !ended && !stopped;
}
