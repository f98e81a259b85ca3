/** Starts the command line: settings from the environment, signals, streams. Works beside a running server and without one. */
import { userInfo } from 'node:os';
import { isRefusal } from '../domain/base/refusal.ts';
import { runCommand } from '../doors/cli/run.ts';
import { houseOf, listCommands } from './commands.ts';
import { parseConfig } from './config.ts';
import { openOffice } from './open-office.ts';
import { formatSettingRefused } from './setting.ts';

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
      commands: listCommands(config),
      house: houseOf(config),
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
      out: (text) =>
        process.stdout.write(text)
          ? undefined
          : new Promise((resume) => process.stdout.once('drain', resume)),
      err: (text) => process.stderr.write(text),
      isTerminal: process.stderr.isTTY === true,
      operator: userInfo().username,
      signal: stop.signal,
    },
    process.argv.slice(2),
  );
}
