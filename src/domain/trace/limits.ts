/**
 * Handling limits travel with what is told and bind whoever holds it: whether it may be passed on, and for what. A limit that
 * cannot be read is taken for the strictest.
 *
 * @clause ITI 15, C-09, C-15, C-21
 */
import type { HandlingLimit, RequesterKind, Use } from './request.ts';

/** What somebody wants to do with what was told under limits. */
export type Handling =
  | { readonly to: 'another-state'; readonly consent?: string | undefined }
  | { readonly to: 'own-officials'; readonly isAuthorised: boolean }
  | { readonly to: 'proceedings'; readonly use: Use }
  | { readonly to: 'aggregate' };

/** Uses that are those of the instrument. */
const ITI_USES: ReadonlySet<Use> = new Set([
  'criminal-proceedings',
  'finding-diversion',
  'embargo-monitoring',
]);

/** The limit that forbids it, or undefined where it may be done. A written consent of its originator lifts the ban on passing on. */
export function forbiddenBy(limits: readonly HandlingLimit[], handling: Handling): HandlingLimit | undefined {
  return limits.find((limit) => isForbidden(limit, handling));
}

function isForbidden({ code }: HandlingLimit, handling: Handling): boolean {
  if (handling.to === 'aggregate') return false;
  switch (code) {
    case 'no-release-to-others':
    case 'other':
      return handling.to === 'another-state' && (handling.consent ?? '').trim() === '';
    case 'purposes-of-the-iti':
      return handling.to === 'proceedings' && !ITI_USES.has(handling.use);
    case 'authorised-officials':
      return handling.to === 'another-state'
        ? (handling.consent ?? '').trim() === ''
        : handling.to === 'own-officials' && !handling.isAuthorised;
    default:
      return true;
  }
}

/** Limits proposed for whoever asks: a body of the United Nations or a region hands on reports, so the strictest stand first (C-15). */
export function proposedLimits(kind: RequesterKind): readonly HandlingLimit[] {
  if (kind === 'state') return [];
  return [
    { code: 'no-release-to-others' },
    { code: 'purposes-of-the-iti' },
    { code: 'authorised-officials' },
  ];
}
