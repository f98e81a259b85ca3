/**
 * The acts a role may include, in groups as people think of them, with how far each can reach. The list of acts itself is the
 * program's own; one that stands in no group here is shown among the further ones, so none can be missed.
 */
import { listActNames } from '../../acts/act-names.ts';
import { DEFAULT_ROLES } from '../../domain/access/default-roles.data.ts';
import type { Reach } from '../../domain/access/scope.ts';
import { FACT_WORDS } from '../words/refusals.ts';
import { inSentence } from './text.ts';
import type { Words } from './words/words.ts';

export type ActGroup =
  | 'arms'
  | 'papers'
  | 'tracing'
  | 'bodies'
  | 'exchange'
  | 'tables'
  | 'intake'
  | 'people'
  | 'oversight'
  | 'other';

const GROUPED: Readonly<Record<Exclude<ActGroup, 'other'>, readonly string[]>> = {
  arms: [
    ...['view-today', 'find-arms', 'view-arm', 'prove-arm', 'view-receipt', 'check-receipt', 'read-code'],
    ...[
      'list-work',
      'close-work',
      'register-arm',
      'record-event',
      'correct-entry',
      'refold-arm',
      'export-arms',
    ],
    ...['ask-export', 'draw-export', 'list-own-exports', 'identify-arm', 'decide-match', 'list-matches'],
    ...['list-listings', 'view-listing', 'propose-listing', 'confirm-listing', 'renew-listing'],
    ...['cancel-listing', 'list-hits', 'view-hit', 'ask-hit', 'tell-hit', 'view-listing-receipt'],
  ],
  papers: ['add-document', 'list-documents', 'view-document', 'view-original'],
  bodies: [
    ...['find-parties', 'record-party', 'record-right', 'list-agencies', 'record-agency'],
    ...['list-contacts', 'view-contact', 'record-contact', 'confirm-contact'],
  ],
  tracing: [
    ...[
      'open-trace',
      'list-traces',
      'view-trace',
      'view-trace-receipt',
      'view-sent-photograph',
      'take-arm',
      'link-case',
      'record-trace-finding',
    ],
    ...['ask-agency', 'list-questions', 'answer-question', 'close-trace', 'reopen-trace'],
    ...['compose-request', 'send-request', 'acknowledge-request', 'write-in-request'],
    ...['draft-answer', 'release-answer', 'review-release'],
    ...['count-traces', 'list-suspected-lots', 'view-trace-rules', 'set-trace-rules', 'set-notices'],
    ...['certify-trace', 'view-trace-report', 'name-official'],
    ...[
      'register-message',
      'add-paper',
      'list-papers',
      'translate-message',
      'view-message',
      'copy-for-embargo',
      'view-paper',
    ],
  ],
  exchange: [
    ...[
      'view-own-card',
      'publish-card',
      'rotate-keys',
      'list-peers',
      'add-peer',
      'confirm-peer',
      'suspend-peer',
      'resume-peer',
    ],
    ...['withdraw-peer-key', 'view-exchange', 'export-messages', 'import-messages'],
  ],
  tables: [
    ...['list-reference', 'view-reference', 'edit-reference', 'list-reference-changes', 'export-reference'],
    ...['normalise', 'understand-reading', 'list-marking-practices', 'record-marking-practice'],
  ],
  intake: ['import-file', 'list-quarantined', 'declare-lot', 'declare-holding'],
  people: [
    ...['list-people', 'add-person', 'rename-person', 'suspend-person', 'reinstate-person', 'reset-person'],
    ...['post-person', 'end-posting', 'list-roles', 'define-role'],
    ...['list-api-keys', 'make-api-key', 'end-api-key'],
  ],
  oversight: [
    ...['view-ledger', 'list-accesses', 'sample-accesses', 'open-emergency-access', 'list-emergencies'],
    'open-matched-arm',
    ...['flag-looks', 'list-changes', 'list-late-entries'],
    ...['review-emergency-access', 'record-court-order', 'erase-personal-data'],
    ...['list-exports', 'decide-export'],
  ],
};

/** Every act that a role may include, by group. */
export function listActGroups(): readonly (readonly [ActGroup, readonly string[]])[] {
  const names = new Set(listActNames());
  const groups = Object.entries(GROUPED).map(
    ([group, acts]) => [group as ActGroup, acts.filter((act) => names.has(act))] as const,
  );
  const grouped = new Set(Object.values(GROUPED).flat());
  const other = [...names].filter((act) => !grouped.has(act));
  return other.length === 0 ? groups : [...groups, ['other', other]];
}

/** How far an act can reach: about no arm alone, where no role that came with the program has it about arms. */
export function reachesOf(act: string, now: Reach | undefined): readonly Reach[] {
  const used = new Set(
    DEFAULT_ROLES.flatMap(({ powers }) => (Object.hasOwn(powers, act) ? [powers[act]!] : [])),
  );
  const aboutArms = used.size === 0 || used.has('all') || used.has('own') || used.has('civil');
  const reaches: readonly Reach[] = aboutArms ? ['own', 'civil', 'all'] : ['none'];
  const more = (['none', 'all', 'own', 'civil'] as const).filter(
    (reach) => !reaches.includes(reach) && (used.has(reach) || now === reach),
  );
  return [...reaches, ...more];
}

/** What an act is called in a list. */
export function actName({ language, locale }: Words, act: string): string {
  const acts: Readonly<Record<string, string>> = FACT_WORDS[language].acts;
  const name = Object.hasOwn(acts, act) ? acts[act]! : inSentence(act, 'ltr');
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
