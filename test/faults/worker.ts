/**
 * Works in a home until it is killed: brings in a file, or keeps single acts, and says on standard output what was
 * acknowledged. Started as a process by harness.ts: node test/faults/worker.ts <scenario> <home> <file>.
 */
import { machine } from '../../src/acts/office.ts';
import { recordEvent } from '../../src/acts/record-event.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { makeBackup } from '../../src/doors/backup/make-backup.ts';
import { importFile } from '../../src/doors/import/import-file.ts';
import { type OpenOffice, openOffice } from '../../src/main/open-office.ts';
import { RECIPIENT } from './recipient.ts';

const [scenario = '', home = '', file = ''] = process.argv.slice(2);
const ACTOR = machine('faults', 'test');

const acknowledge = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const SCENARIOS: Readonly<Record<string, (opened: OpenOffice) => Promise<void>>> = {
  import: async ({ office }) => {
    const result = await importFile(office, ACTOR, {
      path: file,
      register: 'holdings',
      onProgress: ({ rows }) => acknowledge(`rows ${rows}`),
    });
    acknowledge(isRefusal(result) ? `refused ${JSON.stringify(result)}` : `done ${JSON.stringify(result)}`);
  },
  acts: async ({ office }) => {
    for (let n = 0; ; n++) {
      const marks = [{ kind: 'serial', text: `ZN-${n}` }];
      const arm = await registerArm.run(
        office,
        ACTOR,
        registerArm.input.parse({ description: { class: 'pistol' }, marks }),
      );
      if (isRefusal(arm)) throw new Error(arm.refused);
      acknowledge(`act ${arm.act} ${arm.arm} ${arm.entry}`);
      const seen = await recordEvent.run(
        office,
        ACTOR,
        recordEvent.input.parse({ arm: arm.arm, type: 'sighted' }),
      );
      if (isRefusal(seen)) throw new Error(seen.refused);
      acknowledge(`act ${seen.act} ${seen.arm} ${seen.entry}`);
    }
  },
  backup: async (opened) => {
    for (let n = 0; ; n++) {
      const done = await makeBackup(opened, ACTOR, {
        file: `${home}/backup-${process.pid}-${n}.age`,
        recipients: [RECIPIENT],
      });
      if (isRefusal(done)) throw new Error(done.refused);
      acknowledge(`backup ${home}/backup-${process.pid}-${n}.age`);
    }
  },
};

const opened = await openOffice(
  { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 },
  { role: 'cli', command: 'faults', say: () => {}, kind: 'either', state: 'XA', connections: 8 },
);
if (isRefusal(opened)) throw new Error(opened.refused);
acknowledge('ready');
await SCENARIOS[scenario]!(opened);
await opened.close();
