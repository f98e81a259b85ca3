/**
 * Kills a working register at random moments and looks at what is left: nothing acknowledged may be lost, nothing may be
 * half there, the ledger must verify, and the work must go on. The seed is printed; it makes the same plan of kills again.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportLedger } from '../../src/acts/export-ledger.ts';
import { listUnnumbered } from '../../src/acts/list-unnumbered.ts';
import { machine } from '../../src/acts/office.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { pieceWriter } from '../../src/doors/cli/pieces.ts';
import { dirtyCsv } from '../../src/doors/demo/dirty-csv.ts';
import { diceOf } from '../../src/doors/demo/random.ts';
import { verifyExport } from '../../src/doors/verify/verify.ts';
import { type OpenOffice, openOffice } from '../../src/main/open-office.ts';
import { temporaryFolder } from '../temporary.ts';
import { pidOf } from './pid-of.ts';

export type FaultPlan = {
  readonly seed: number;
  readonly kills: number;
  readonly rows: number;
  readonly say: (text: string) => void;
};

export type FaultReport = {
  readonly seed: number;
  readonly kills: number;
  readonly victims: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  readonly backups: number;
  readonly importDone: boolean;
  readonly faults: readonly string[];
};

type Acts = { act: string; arm: string; entry: string }[];
type Seen = { acts: Acts; rows: number; backups: string[]; done: string | undefined };

/** Runs the plan in a home of its own. */
export async function runFaults(plan: FaultPlan): Promise<FaultReport> {
  const home = temporaryFolder('faults');
  const dice = diceOf(plan.seed, 'faults', 0);
  const file = join(home, 'register.csv');
  let text = '';
  await dirtyCsv(plan.seed, plan.rows, (piece) => {
    text += piece;
  });
  writeFileSync(file, text);
  const seen: Seen = { acts: [], rows: 0, backups: [], done: undefined };
  const victims: Record<string, number> = {};
  const faults: string[] = [];
  try {
    for (let kill = 0; kill < plan.kills; kill++) {
      // A file brought in to its end has no moments left to be killed in.
      const scenario = (seen.done === undefined ? ['import', 'acts', 'backup'] : ['acts', 'backup'])[
        dice.int(seen.done === undefined ? 3 : 2)
      ]!;
      const victim = ['worker', 'worker', 'host', 'postgres'][dice.int(4)]!;
      const delayMs = dice.int(scenario === 'import' ? 2500 : 900);
      victims[`${scenario}/${victim}`] = (victims[`${scenario}/${victim}`] ?? 0) + 1;
      await workAndKill(home, file, scenario, victim, delayMs, seen);
      if (kill % 5 === 4 || kill === plan.kills - 1) faults.push(...(await inspect(home, seen, kill)));
      plan.say(
        `kill ${kill + 1} of ${plan.kills}: ${victim} during ${scenario} after ${delayMs} ms; ${seen.acts.length} acts, ${seen.rows} rows, ${seen.backups.length} backups acknowledged`,
      );
    }
    await finishImport(home, file, seen);
    faults.push(...(await inspect(home, seen, plan.kills)), ...accounts(seen, plan.rows));
    return {
      seed: plan.seed,
      kills: plan.kills,
      victims,
      acknowledged: seen.acts.length,
      backups: seen.backups.length,
      importDone: seen.done !== undefined,
      faults,
    };
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 30, retryDelay: 200 });
  }
}

function start(home: string, file: string, scenario: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), scenario, home, file], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Reads what the worker acknowledges until it ends. */
function listen(child: ChildProcess, seen: Seen, onReady: () => void): Promise<void> {
  return new Promise((resolve) => {
    let rest = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [what, one = '', two = '', three = ''] = line.split(' ');
        if (what === 'ready') onReady();
        if (what === 'act') seen.acts.push({ act: one, arm: two, entry: three });
        if (what === 'rows') seen.rows = Math.max(seen.rows, Number(one));
        if (what === 'backup') seen.backups.push(one);
        if (what === 'done') seen.done = line.slice(5);
      }
    });
    child.on('close', () => resolve());
  });
}

async function workAndKill(
  home: string,
  file: string,
  scenario: string,
  victim: string,
  delayMs: number,
  seen: Seen,
): Promise<void> {
  const child = start(home, file, scenario);
  let ready = (): void => {};
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const ended = listen(child, seen, ready);
  await Promise.race([isReady, ended]);
  await Promise.race([sleep(delayMs), ended]);
  const pid = victim === 'worker' ? child.pid : pidOf(home, victim);
  if (pid !== undefined) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended on its own in the meantime: also a moment worth trying.
    }
  }
  const patience = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(patience);
}

async function open(home: string): Promise<OpenOffice> {
  const opened = await openOffice(
    { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 },
    { role: 'cli', command: 'inspect', say: () => {}, kind: 'either', state: 'XA', connections: 6 },
  );
  if (isRefusal(opened)) throw new Error(`The home cannot be opened after a kill: ${opened.refused}`);
  return opened;
}

/** Opens the home as anybody would after a crash, and looks for what may not be. */
async function inspect(home: string, seen: Seen, kill: number): Promise<readonly string[]> {
  const opened = await open(home);
  try {
    const { office, numbering } = opened;
    const faults: string[] = [];
    const say = (text: string): void => void faults.push(`after kill ${kill}: ${text}`);
    const lost = await office.db.rows<{ entry: string }>(
      `select a.entry from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as a (act, arm, entry)
       where not exists (select 1 from ledger_entry e where e.subject_id = a.arm and e.entry_id = a.entry)
          or not exists (select 1 from ledger_act l where l.act_id = a.act)
          or not exists (select 1 from arm where arm_id = a.arm)`,
      [seen.acts.map((one) => one.act), seen.acts.map((one) => one.arm), seen.acts.map((one) => one.entry)],
    );
    for (const { entry } of lost) say(`the acknowledged entry ${entry} is lost`);
    const [half] = await office.db.rows<Record<string, number>>(HALF_THERE);
    for (const [what, count] of Object.entries(half!)) if (count !== 0) say(`${what}: ${count}`);
    const [cursor] = await office.db.rows<{ most: number }>(
      'select coalesce(max(cursor_rows), 0) as most from import_job',
    );
    if (cursor!.most < seen.rows)
      say(`the import was acknowledged to row ${seen.rows} and stands at ${cursor!.most}`);
    for (const backup of seen.backups)
      if (!existsSync(backup)) say(`the acknowledged backup ${backup} is gone`);
    const folder = temporaryFolder('faults-ledger');
    const exported = await exportLedger(office, machine('faults', 'test'), numbering.drain, {
      write: pieceWriter(folder),
      unrecorded: true,
    });
    if (isRefusal(exported)) say(`the export is refused: ${exported.refused}`);
    const verified = await verifyExport(folder, { key: office.signer.verifierKey });
    if (!verified.ok) say(`the ledger does not verify: ${JSON.stringify(verified.bad.slice(0, 3))}`);
    if ((await listUnnumbered(office)).length > 0) say('entries have no leaf');
    rmSync(folder, { recursive: true, force: true });
    return faults;
  } finally {
    await opened.close();
  }
}

/** Counts of what would be half of something: each must be none. */
const HALF_THERE = `select
  (select count(*) from arm a where not exists (select 1 from arm_number n where n.arm_id = a.arm_id))::int as "arms without number",
  (select count(*) from arm a where not exists (select 1 from ledger_entry e where e.subject_id = a.arm_id))::int as "arms without entry",
  (select count(*) from import_row r where r.outcome = 'a' and not exists (select 1 from arm a where a.arm_id = r.subject_id))::int as "rows whose arm is missing",
  (select count(*) from ledger_entry e where not exists (select 1 from ledger_act a where a.act_id = e.act_id))::int as "entries without act",
  (select coalesce(sum(j.cursor_rows), 0) - (select count(*) from import_row) from import_job j)::int as "rows counted but not kept"`;

async function finishImport(home: string, file: string, seen: Seen): Promise<void> {
  if (seen.done !== undefined) return;
  await listen(start(home, file, 'import'), seen, () => {});
}

/** The import that was killed again and again must come to the same account as one that was not. */
function accounts(seen: Seen, rows: number): readonly string[] {
  if (seen.done === undefined) return ['the import never came to its end'];
  const { rowsRead, armsRegistered, alreadyKnown, otherObjects, quarantined } = JSON.parse(
    seen.done,
  ) as Record<string, number>;
  const faults: string[] = [];
  if (rowsRead !== rows) faults.push(`${rowsRead} rows were read of ${rows}`);
  if (rowsRead !== armsRegistered! + alreadyKnown! + otherObjects! + quarantined!)
    faults.push('rows are not accounted for');
  if (alreadyKnown !== 0) faults.push(`${alreadyKnown} rows were taken for known ones`);
  return faults;
}
