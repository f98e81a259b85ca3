/** Every command of the command line, and what only the house itself can do for them, over one configuration. */
import { join } from 'node:path';
import { erasureLog } from '../doors/backup/erasure-log.ts';
import { agency } from '../doors/cli/agencies.ts';
import { ARM_COMMANDS } from '../doors/cli/arms.ts';
import { readCodeCommand } from '../doors/cli/codes.ts';
import type { Command, House } from '../doors/cli/command.ts';
import { compareCommand } from '../doors/cli/compare.ts';
import { contact } from '../doors/cli/contacts.ts';
import { demo } from '../doors/cli/demo.ts';
import { document } from '../doors/cli/documents.ts';
import { exchange } from '../doors/cli/exchange.ts';
import { exportsCommand } from '../doors/cli/exports.ts';
import { identifyCommand } from '../doors/cli/identify.ts';
import { importCommand } from '../doors/cli/import.ts';
import { backup, backupKey, restore } from '../doors/cli/keeping.ts';
import { key, role } from '../doors/cli/keys.ts';
import { ledger } from '../doors/cli/ledger.ts';
import { hit, listing } from '../doors/cli/listings.ts';
import { doAct, exportCommand, quarantine, work } from '../doors/cli/lists.ts';
import { decideMatchCommand, matches } from '../doors/cli/matches.ts';
import { peer } from '../doors/cli/peers.ts';
import { user } from '../doors/cli/people.ts';
import { markingPractices } from '../doors/cli/practices.ts';
import { receipt } from '../doors/cli/receipts.ts';
import { normaliseCommand, readingCommand } from '../doors/cli/reference.ts';
import { reference } from '../doors/cli/reference-edit.ts';
import { certifyTraceCommand, verifyReportCommand } from '../doors/cli/reports.ts';
import { screenCommand } from '../doors/cli/screen.ts';
import { statusCommand } from '../doors/cli/status.ts';
import { trace } from '../doors/cli/traces.ts';
import type { Config } from './config.ts';
import { listPresent } from './database/open.ts';
import { addRecipient, isExpert, listRecipients } from './keys.ts';
import { ERASURES_FILE, restoreFile } from './restore.ts';
import { watchOffice } from './watch.ts';

/** The commands, in the order in which help tells them. */
export function listCommands(config: Config): readonly Command[] {
  return [
    ...ARM_COMMANDS,
    document,
    receipt,
    work,
    identifyCommand,
    decideMatchCommand,
    matches,
    trace,
    listing,
    hit,
    screenCommand,
    compareCommand,
    readingCommand,
    readCodeCommand,
    normaliseCommand,
    reference,
    markingPractices,
    importCommand,
    quarantine,
    exportCommand,
    exportsCommand,
    ledger,
    certifyTraceCommand,
    verifyReportCommand,
    backup,
    restore,
    backupKey,
    user,
    agency,
    contact,
    role,
    key,
    peer,
    exchange,
    statusCommand((office) => watchOffice(office, config).readiness()),
    doAct,
    demo,
  ];
}

/** What only the house itself can do. */
export function houseOf(config: Config): House {
  return {
    recipients: () => listRecipients(config.home),
    isExpert: (operator) => isExpert(config.home, operator),
    addRecipient: (recipient) => addRecipient(config.home, recipient),
    address: async () => (await listPresent(config)).find(({ role: one }) => one === 'server')?.address,
    restore: (actor, task) => restoreFile(config, actor, task),
    noteErasures: erasureLog(join(config.home, ERASURES_FILE)),
  };
}
