/** Starts the command line: settings from the environment, signals, streams. Works beside a running server and without one. */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '../domain/base/refusal.ts';
import { erasureLog } from '../doors/backup/erasure-log.ts';
import { agency } from '../doors/cli/agencies.ts';
import { ARM_COMMANDS } from '../doors/cli/arms.ts';
import { demo } from '../doors/cli/demo.ts';
import { importCommand } from '../doors/cli/import.ts';
import { backup, backupKey, restore } from '../doors/cli/keeping.ts';
import { key, role } from '../doors/cli/keys.ts';
import { ledger } from '../doors/cli/ledger.ts';
import { doAct, exportCommand, quarantine, work } from '../doors/cli/lists.ts';
import { user } from '../doors/cli/people.ts';
import { runCommand } from '../doors/cli/run.ts';
import { statusCommand } from '../doors/cli/status.ts';
import { parseConfig } from './config.ts';
import { addRecipient, isExpert, listRecipients } from './keys.ts';
import { openOffice } from './open-office.ts';
import { ERASURES_FILE, restoreFile } from './restore.ts';
import { formatSettingRefused } from './setting.ts';
import { watchOffice } from './watch.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
// A reader that went away (| head) ends the output, not the work.
process.stdout.on('error', () => {});

const config = parseConfig(process.env);
if (isRefusal(config)) {
  process.stderr.write(`${formatSettingRefused(config)}\n`);
  process.exitCode = 2;
} else {
  const [command = ''] = process.argv.slice(2);
  process.exitCode = await runCommand(
    {
      commands: [
        ...ARM_COMMANDS,
        work,
        importCommand,
        quarantine,
        exportCommand,
        ledger,
        backup,
        restore,
        backupKey,
        user,
        agency,
        role,
        key,
        statusCommand((office) => watchOffice(office, config).readiness()),
        doAct,
        demo,
      ],
      house: {
        recipients: () => listRecipients(config.home),
        isExpert: (operator) => isExpert(config.home, operator),
        addRecipient: (recipient) => addRecipient(config.home, recipient),
        restore: (actor, task) => restoreFile(config, actor, task),
        noteErasures: erasureLog(join(config.home, ERASURES_FILE)),
      },
      open: async (kind) => {
        const opened = await openOffice(config, {
          role: 'cli',
          command: `countermark ${command}`,
          say: (text) => process.stderr.write(`${text}\n`),
          kind: kind ?? 'either',
          state: kind === 'demonstration' ? 'XA' : (process.env.COUNTERMARK_STATE ?? 'ZZ'),
          connections: 6,
        });
        if (isRefusal(opened)) return opened;
        return { office: opened.office, drain: opened.numbering.drain, close: opened.close };
      },
      home: config.home,
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      isTerminal: process.stderr.isTTY === true,
      operator: userInfo().username,
      signal: stop.signal,
    },
    process.argv.slice(2),
  );
}
