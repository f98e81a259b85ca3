/**
 * The roles of courts: those who keep what a court holds, and those who lead its cases. Part of the roles that come with the
 * program.
 *
 * Who must never see what: a prosecutor sees cases, and holders only by emergency access.
 *
 * @clause A-13, J-02
 */
import type { Role } from './role.ts';
import {
  at,
  DIRECTORY,
  EMERGENCY,
  HANDING,
  looking,
  papers,
  recording,
  SENT_PHOTOGRAPHS,
  TRACING,
} from './role-powers.data.ts';

export const COURT_ROLES: readonly Role[] = [
  {
    // Keeps what a court holds, and gives it back to its owner or to the State.
    name: 'court-registry',
    powers: {
      ...looking('own'),
      ...recording('own'),
      ...papers('own'),
      ...at(
        'own',
        'list-work',
        'close-work',
        'register-arm',
        'record-court-order',
        'add-document',
        'view-original',
      ),
      ...at('none', 'find-parties'),
    },
    sees: ['holder', 'site', 'case'],
    events: [
      ...HANDING,
      'registered',
      'number-assigned',
      'received',
      'held-as-evidence',
      'sealed',
      'unsealed',
      'sent-to-laboratory',
      'returned-from-laboratory',
      'forfeited',
      'appealed',
      'restored-to-owner',
      'destroyed',
      'sighted',
      'mark-read',
      'lost',
      'stolen',
      'questioned',
      'corrected',
      'finding',
    ],
    secondFactor: false,
  },
  {
    // Leads cases and asks for decisions; names of holders by emergency access.
    name: 'prosecutor',
    powers: {
      ...looking('all'),
      ...papers('all'),
      ...at('all', 'record-event', 'record-court-order'),
      ...DIRECTORY,
      ...TRACING,
      ...SENT_PHOTOGRAPHS,
      ...at('all', 'record-trace-finding'),
      ...EMERGENCY,
    },
    sees: ['case'],
    events: ['finding', 'questioned', 'held-as-evidence', 'forfeited', 'appealed'],
    secondFactor: false,
  },
];
