/**
 * The roles that come with the program, with the least that each needs for its work. A State changes them as its law says;
 * docs/access.md is made from them.
 *
 * Who must never see what: a detective sees candidates without holder, site or unit, and asks for emergency access with a
 * reason where that is not enough. Who marks arms learns no holder. Who writes reports sees figures. Who administers
 * people and keys sees no arm. Nobody but named experts sees hidden marks. An auditor reads and changes nothing.
 *
 * Who must not come in by a password alone: whoever gives rights to others, erases data of persons, draws exports or changes
 * the tables by which everybody's words are understood; and whoever sees holders, sites, hidden marks or the work of colleagues beyond an agency of his or her own.
 *
 * @clause A-13, J-02, J-10
 */
import { COURT_ROLES } from './court-roles.data.ts';
import { OVERSIGHT_ROLES } from './oversight-roles.data.ts';
import type { Role } from './role.ts';
import {
  ASKED,
  at,
  DIRECTORY,
  EMERGENCY,
  EXAMINING,
  EXCHANGE,
  KEEPING,
  looking,
  MATCHING,
  papers,
  recording,
  SEEING_LISTS,
  SENT_PHOTOGRAPHS,
  TAKING,
  TRACING,
  TRACING_BETWEEN_STATES,
} from './role-powers.data.ts';

export const DEFAULT_ROLES: readonly Role[] = [
  {
    // Keeps the register itself: enters what others sent in, names of holders among it.
    name: 'registry-clerk',
    powers: {
      ...looking('all'),
      ...recording('all'),
      ...MATCHING,
      ...ASKED,
      ...at('all', 'list-work', 'close-work', 'register-arm', 'export-arms', 'add-document', 'screen-marks'),
      ...at('all', 'ask-export', 'draw-export', 'propose-listing'),
      ...SEEING_LISTS,
      ...at('none', 'list-own-exports'),
      ...at('none', 'find-parties', 'record-party', 'record-right', 'declare-lot', 'declare-holding'),
      ...at('none', 'view-ledger', 'list-agencies', 'list-quarantined', 'import-file'),
    },
    sees: ['holder', 'site', 'case'],
    events: 'all',
    secondFactor: true,
  },
  {
    // Keeps a depot or store: what stands in it, and where, but none of the people arms came from or go to.
    name: 'keeper',
    powers: {
      ...looking('own'),
      ...recording('own'),
      ...ASKED,
      ...at('own', 'list-work', 'close-work', 'export-arms', 'add-document', 'ask-export', 'draw-export'),
      ...at('none', 'find-parties', 'list-agencies', 'declare-holding', 'list-own-exports'),
    },
    sees: ['site'],
    events: [...KEEPING, 'sealed', 'unsealed'],
    secondFactor: true,
  },
  {
    // Hands arms out to people of the unit and takes them back, so must know who bears which.
    name: 'armourer',
    powers: {
      ...looking('own'),
      ...recording('own'),
      ...ASKED,
      ...at('own', 'list-work', 'close-work', 'add-document'),
      ...at('none', 'find-parties'),
    },
    sees: ['holder', 'site'],
    events: [
      ...KEEPING,
      'issued',
      'returned',
      'loaned',
      'loan-returned',
      'withdrawn',
      'deployed-abroad',
      'returned-from-deployment',
      'expended',
      'part-fitted',
      'part-removed',
    ],
    secondFactor: false,
  },
  {
    // Grants and withdraws rights of civil holders and trade; learns nothing of State stocks.
    name: 'licensing',
    powers: {
      ...looking('civil'),
      ...recording('civil'),
      ...ASKED,
      ...at('civil', 'list-work', 'close-work', 'register-arm', 'add-document'),
      ...at('none', 'find-parties', 'record-party', 'record-right'),
    },
    sees: ['holder'],
    events: [
      'registered',
      'number-assigned',
      'licensed',
      'held-under-right',
      'inherited',
      'sold',
      'sold-to-trade',
      'surrendered',
      'abandoned-to-state',
      'deactivated',
      'lost',
      'stolen',
      'recovered',
      'sighted',
      'mark-read',
      're-described',
      'questioned',
      'corrected',
      'finding',
    ],
    secondFactor: true,
  },
  {
    // Looks for what an arm is; who holds it and where it stands only by emergency access or a decided match.
    name: 'investigator',
    powers: {
      ...looking('all'),
      ...papers('all'),
      ...at('all', 'record-event', 'register-arm', 'add-document'),
      ...MATCHING,
      ...at('all', 'open-matched-arm', 'propose-listing'),
      ...SEEING_LISTS,
      ...DIRECTORY,
      ...ASKED,
      ...TRACING,
      ...SENT_PHOTOGRAPHS,
      ...at('all', 'record-trace-finding', 'close-trace'),
      ...EMERGENCY,
    },
    sees: ['case'],
    events: [...TAKING, 'recovered-in-operations'],
    secondFactor: false,
  },
  {
    name: 'customs',
    powers: {
      ...looking('all'),
      ...ASKED,
      ...TRACING,
      ...at('all', 'record-event', 'register-arm', 'add-document'),
      ...SEEING_LISTS,
      ...EMERGENCY,
    },
    sees: [],
    events: [...TAKING, 'in-transit', 'imported', 'exported'],
    secondFactor: false,
  },
  {
    name: 'forensic',
    powers: {
      ...looking('all'),
      ...recording('all'),
      ...papers('all'),
      ...MATCHING,
      ...TRACING,
      ...SENT_PHOTOGRAPHS,
      ...at('all', 'add-document', 'view-original'),
      ...at('own', 'list-work'),
    },
    sees: ['case'],
    events: EXAMINING,
    secondFactor: false,
  },
  {
    // The named experts who alone see hidden marks.
    name: 'ballistics-expert',
    powers: {
      ...looking('all'),
      ...recording('all'),
      ...papers('all'),
      ...MATCHING,
      ...at('all', 'add-document', 'view-original'),
      ...at('own', 'list-work'),
    },
    sees: ['case', 'security'],
    events: EXAMINING,
    secondFactor: true,
  },
  {
    // Puts State numbers and marks on arms, without knowing whose they are.
    name: 'marking-team',
    powers: { ...looking('own'), ...at('own', 'record-event', 'list-work', 'add-document') },
    sees: [],
    events: [
      'marked',
      're-marked',
      'mark-read',
      'number-assigned',
      'number-tagged',
      'number-marked',
      'number-verified',
      'sighted',
      'questioned',
    ],
    secondFactor: false,
  },
  ...COURT_ROLES,
  {
    // Answers other States: units and cases, but persons only by a second decision.
    name: 'national-contact',
    powers: {
      ...looking('all'),
      ...papers('all'),
      ...MATCHING,
      ...TRACING_BETWEEN_STATES,
      ...SEEING_LISTS,
      ...at('all', 'confirm-listing', 'renew-listing', 'cancel-listing', 'ask-hit', 'tell-hit'),
      ...at('all', 'record-event', 'list-work', 'close-work', 'screen-marks'),
      ...at('none', 'find-parties', 'list-agencies', 'rotate-keys', 'record-contact', 'confirm-contact'),
      ...at('none', 'record-marking-practice'),
      ...EXCHANGE,
      ...DIRECTORY,
      ...EMERGENCY,
    },
    sees: ['site', 'case'],
    events: ['finding', 'questioned'],
    secondFactor: true,
  },
  ...OVERSIGHT_ROLES,
];

/**
 * The roles that a home begins with. Those of a demonstration demand no second factor: its passwords are told to everybody,
 * and nothing behind them is true.
 */
export function shippedRoles(demonstration: boolean): readonly Role[] {
  return demonstration ? DEFAULT_ROLES.map((role) => ({ ...role, secondFactor: false })) : DEFAULT_ROLES;
}
