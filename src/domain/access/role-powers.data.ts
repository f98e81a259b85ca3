/**
 * What several roles have in common: acts at one reach, and the events that a kind of work records. The roles that come with
 * the program are put together from these, so that what every keeper may do stands in one place.
 *
 * What could go wrong: an act added here reaches every role that uses the set; docs/access.md shows each that it reaches.
 *
 * @clause A-13, J-02
 */
import type { EventType } from '../custody/life-cycle.ts';
import type { Role } from './role.ts';
import type { Reach } from './scope.ts';

type Powers = Role['powers'];

/** The same reach for several acts. */
export function at(reach: Reach, ...acts: readonly string[]): Powers {
  return Object.fromEntries(acts.map((act) => [act, reach]));
}

/** The tables of makers, calibres, models and practices of marking, which tell of no arm. */
export const TABLES = {
  ...at('none', 'understand-reading', 'normalise', 'list-reference', 'view-reference'),
  ...at('none', 'list-reference-changes', 'export-reference', 'compare-descriptions'),
  ...at('none', 'list-marking-practices'),
};
/** Finding an arm and reading its page, its proof and its receipts. */
export const looking = (reach: Reach): Powers => ({
  ...at(reach, 'view-today', 'find-arms', 'identify-arm', 'view-arm', 'prove-arm', 'view-receipt'),
  ...at('none', 'check-receipt', 'read-code'),
  ...TABLES,
});
/** Recording what happened to an arm, and correcting what was recorded. */
export const recording = (reach: Reach): Powers => at(reach, 'record-event', 'correct-entry');
/** Looking at photographs and papers of an arm. */
export const papers = (reach: Reach): Powers => at(reach, 'list-documents', 'view-document');
/** Finding whom to ask in another State or body. */
export const DIRECTORY = at('none', 'list-contacts', 'view-contact');
/** Reading lists of lost and stolen arms, and hits on them. */
export const SEEING_LISTS = {
  ...at('all', 'list-listings', 'view-listing', 'list-hits', 'view-hit', 'view-listing-receipt'),
};
/** Opening one arm for a time, with a reason that is reviewed the next day. */
export const EMERGENCY = at('all', 'open-emergency-access');
/** Deciding whether a reading is of an arm, and reading what was decided. */
export const MATCHING = at('all', 'decide-match', 'list-matches');
/** Seeing other nodes and how the exchange with them stands. */
export const SEEING_EXCHANGE = at('none', 'view-own-card', 'list-peers', 'view-exchange');
/** Keeping what passes between nodes: whom to trust, and carrying messages as files. */
export const EXCHANGE: Powers = {
  ...SEEING_EXCHANGE,
  ...at('none', 'publish-card', 'add-peer', 'confirm-peer', 'suspend-peer', 'withdraw-peer-key'),
  ...at('none', 'export-messages', 'import-messages', 'resume-peer'),
};
/** Turning a recovered arm into a trace, and following it. */
export const TRACING = {
  ...at('all', 'open-trace', 'view-trace', 'list-traces', 'take-arm', 'link-case', 'view-trace-receipt'),
};
/** Looking at photographs that came with a request, for those who see the papers of cases. */
export const SENT_PHOTOGRAPHS = at('all', 'view-sent-photograph');
/** Telling what one's agency was asked of a traced arm. */
export const ASKED = at('own', 'list-questions', 'answer-question', 'view-trace-receipt');
/** Asking and answering other States. */
export const TRACING_BETWEEN_STATES = {
  ...TRACING,
  ...SENT_PHOTOGRAPHS,
  ...at('all', 'ask-agency', 'list-questions', 'answer-question', 'record-trace-finding'),
  ...at('all', 'compose-request', 'send-request', 'acknowledge-request', 'write-in-request'),
  ...at('all', 'draft-answer', 'release-answer', 'review-release', 'close-trace', 'reopen-trace'),
  ...at('all', 'count-traces', 'list-suspected-lots'),
  ...at('all', 'certify-trace', 'view-trace-report'),
  ...at('all', 'add-paper', 'list-papers', 'register-message', 'translate-message', 'view-message'),
  ...at('all', 'view-paper'),
  ...at('all', 'copy-for-embargo'),
  ...at('none', 'view-trace-rules', 'set-trace-rules', 'set-notices'),
  ...at('all', 'name-official'),
};
/** For roles that record nothing about arms. */
export const NO_EVENTS: readonly EventType[] = [];

/** Giving and taking over between units, with two sides. */
export const HANDING: readonly EventType[] = [
  'hand-over-posted',
  'hand-over-confirmed',
  'hand-over-refused',
  'hand-over-withdrawn',
];
/** What happens to arms that are kept. */
export const KEEPING: readonly EventType[] = [
  ...HANDING,
  'received',
  'deposited',
  'sighted',
  'mark-read',
  'number-verified',
  'sent-to-repair',
  'repaired',
  'lost',
  'stolen',
  'recovered',
  'questioned',
  'corrected',
  'finding',
];
/** What those record who come upon arms and take them in. */
export const TAKING: readonly EventType[] = [
  'registered',
  'number-assigned',
  'seized',
  'found',
  'surrendered',
  'recovered',
  'sighted',
  'mark-read',
  'held-as-evidence',
  'sealed',
  'hand-over-posted',
  'questioned',
  'corrected',
];
/** What those record who examine an arm. */
export const EXAMINING: readonly EventType[] = [
  'sighted',
  'mark-read',
  're-described',
  'reclassified',
  'converted',
  'modified',
  'sealed',
  'unsealed',
  'sent-to-laboratory',
  'returned-from-laboratory',
  'hand-over-posted',
  'hand-over-confirmed',
  'hand-over-refused',
  'questioned',
  'corrected',
  'finding',
];
