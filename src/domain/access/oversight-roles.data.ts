/**
 * The roles that work on no arm: those who report, audit, review, administer, erase, and programs that bring files in. Part of
 * the roles that come with the program.
 *
 * Who must never see what: whoever administers people and keys sees no arm and no case; whoever reports sees figures; an
 * auditor reads and changes nothing.
 *
 * @clause A-13, J-02, J-10
 */
import type { Role } from './role.ts';
import {
  at,
  DIRECTORY,
  looking,
  NO_EVENTS,
  papers,
  SEEING_EXCHANGE,
  SEEING_LISTS,
  TABLES,
} from './role-powers.data.ts';

export const OVERSIGHT_ROLES: readonly Role[] = [
  {
    // Writes the national report from figures; no arm, no name, no place.
    name: 'reporting',
    powers: { ...at('none', 'view-today', 'list-roles'), ...TABLES },
    sees: [],
    events: NO_EVENTS,
    secondFactor: false,
  },
  {
    // Reads everything but hidden marks, and who looked at it; changes nothing.
    name: 'auditor',
    powers: {
      ...looking('all'),
      ...papers('all'),
      ...at('all', 'list-work', 'export-arms', 'list-accesses', 'sample-accesses', 'list-emergencies'),
      ...at('all', 'flag-looks', 'list-late-entries', 'list-matches'),
      ...at('all', 'list-traces', 'view-trace', 'view-trace-receipt', 'count-traces', 'view-trace-report'),
      ...at('none', 'list-changes', 'view-ledger', 'find-parties', 'list-quarantined', 'list-exports'),
      ...at('none', 'list-people', 'list-roles', 'list-api-keys', 'list-agencies', 'view-trace-rules'),
      ...SEEING_EXCHANGE,
      ...SEEING_LISTS,
      ...DIRECTORY,
    },
    sees: ['holder', 'site', 'case', 'operator'],
    events: NO_EVENTS,
    secondFactor: true,
  },
  {
    // Reviews emergency access and samples of what was looked at, and decides whether names leave in a file, without looking
    // at the arms.
    name: 'supervisor',
    powers: {
      ...at('all', 'list-work', 'list-accesses', 'sample-accesses', 'flag-looks'),
      ...at('all', 'list-emergencies', 'review-emergency-access'),
      // A release by one officer is reviewed by what was done and when; the words of the case stay closed.
      ...at('all', 'list-traces', 'view-trace', 'view-trace-receipt', 'review-release', 'count-traces'),
      ...at(
        'all',
        'list-listings',
        'view-listing',
        'view-listing-receipt',
        'confirm-listing',
        'name-official',
      ),
      ...at('none', 'view-today', 'list-people', 'list-exports', 'decide-export', 'view-trace-rules'),
    },
    sees: ['operator'],
    events: NO_EVENTS,
    secondFactor: true,
  },
  {
    // People, roles, agencies and keys; no arm and no case, ever.
    name: 'administrator',
    powers: {
      ...at('none', 'add-person', 'rename-person', 'suspend-person', 'reinstate-person', 'reset-person'),
      ...at('none', 'view-today', 'list-people', 'post-person', 'end-posting', 'define-role', 'list-roles'),
      ...at(
        'none',
        'view-ledger',
        'make-api-key',
        'end-api-key',
        'list-api-keys',
        'record-agency',
        'list-agencies',
      ),
    },
    sees: ['site', 'operator'],
    events: NO_EVENTS,
    secondFactor: true,
  },
  {
    // Keeps the tables of makers, calibres, models and serials, by which every search and every file is understood; no arm.
    name: 'reference-keeper',
    powers: { ...at('none', 'view-today', 'edit-reference', 'record-marking-practice'), ...TABLES },
    sees: ['operator'],
    events: NO_EVENTS,
    secondFactor: true,
  },
  {
    // Erases data of persons when its time has ended or a law asks for it, and holds it where a court does. Decides
    // whether names leave in a file.
    name: 'privacy-officer',
    powers: {
      ...at('none', 'view-today', 'find-parties', 'erase-personal-data', 'list-exports', 'decide-export'),
      ...at('all', 'record-court-order'),
      ...DIRECTORY,
    },
    sees: ['holder'],
    events: NO_EVENTS,
    secondFactor: true,
  },
  {
    // Another program that brings in files; it reads nothing back but what became of them.
    name: 'exchange-clerk',
    powers: { ...at('none', 'import-file'), ...TABLES },
    sees: [],
    events: NO_EVENTS,
    secondFactor: false,
  },
];
