/**
 * A disk that fills in the middle of an import, for real: the home lies on a small file system of its own, in a mount
 * namespace of its own. The command says what happened and ends with 3; with space again the next run goes on, ends with
 * the account whole, and the ledger verifies.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { type TestContext, test } from 'node:test';
import type { ImportResult } from '../../src/doors/import/import-file.ts';
import { armsTable, assertAccounted, fileOf, folderOf, ROOT } from './hands.ts';

const ROWS = 20_000;
const DISK_MB = 400;
/** What the database is left with to fill. */
const FREE_MB = 48;

type Said = { readonly code: number; readonly out: string; readonly err: string };

/** A shell inside a namespace in which `disk` is a small file system; it ends, and the file system with it, after the test. */
function shellOn(t: TestContext, disk: string): (order: string) => Promise<Said> {
  const begin = `mount -t tmpfs -o size=${DISK_MB}m none ${disk} && exec bash`;
  const child: ChildProcess = spawn('unshare', ['-m', 'bash', '-c', begin], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, COUNTERMARK_HOME: path.join(disk, 'data') },
  });
  t.after(() => child.kill('SIGKILL'));
  const lines = readline.createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const [out, err] = [path.join(path.dirname(disk), 'out'), path.join(path.dirname(disk), 'err')];
  const encoded = (file: string): string => `$(base64 -w0 <${file})`;
  return async (order) => {
    child.stdin!.write(`${order} >${out} 2>${err}; echo "$? x${encoded(out)} x${encoded(err)}"\n`);
    const { value } = (await lines.next()) as { value?: string };
    assert.ok(value !== undefined, 'the shell in the namespace answers');
    const [code, said, complained] = value.split(' ');
    const text = (base64: string | undefined) => Buffer.from((base64 ?? '').slice(1), 'base64').toString();
    return { code: Number(code), out: text(said), err: text(complained) };
  };
}

function canMount(): boolean {
  const tried = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', os.tmpdir()]);
  return tried.status === 0;
}

test('a full disk: said in a sentence, exit 3; with space again the import goes on and the ledger verifies', async (t) => {
  if (!canMount()) {
    t.diagnostic('This machine lets us mount no file system, so no disk was filled.');
    t.skip('no right to mount');
    return;
  }
  const folder = folderOf(t);
  const disk = path.join(folder, 'disk');
  mkdirSync(disk);
  writeFileSync(
    path.join(folder, 'cli'),
    `exec ${process.execPath} ${path.join(ROOT, 'src/main/cli.ts')} "$@"\n`,
  );
  const file = fileOf(folder, 'arms.csv', armsTable(ROWS));
  const shell = shellOn(t, disk);
  const cli = (words: string) => shell(`bash ${folder}/cli ${words}`);

  const made = await cli('find --serial ZN1 --json');
  assert.equal(made.code, 0, made.err);
  // The ballast takes what is free but for a little, once the database is closed and its files are settled.
  await shell('sleep 1.5');
  const ballast = `free=$(df -m --output=avail ${disk} | tail -1); fallocate -l $((free - ${FREE_MB}))M ${disk}/ballast`;
  assert.equal((await shell(ballast)).code, 0);

  const failed = await cli(`import ${file} --register Depot --json`);
  assert.equal(failed.code, 3, failed.err);
  const fault = JSON.parse(failed.out) as { fault: string; says: string };
  t.diagnostic(`${fault.fault}: ${fault.says}`);
  assert.match(fault.says, /disk|database/i);
  assert.doesNotMatch(failed.err, /\n {4}at /);

  assert.equal((await shell(`rm ${disk}/ballast`)).code, 0);
  const partly = JSON.parse((await cli('find --class pistol --limit 1 --json')).out) as { total: number };
  assert.ok(partly.total > 0, 'what was kept before the disk was full stands');
  const whole = await cli(`import ${file} --register Depot --json`);
  assert.equal(whole.code, 0, whole.err);
  const result = JSON.parse(whole.out) as ImportResult;
  assertAccounted(result);
  assert.deepEqual([result.rowsRead, result.armsRegistered, result.armsMade], [ROWS, ROWS, ROWS]);
  const verified = await cli('ledger verify --json');
  const ledger = JSON.parse(verified.out) as { ok: boolean; size: number };
  assert.deepEqual([verified.code, ledger.ok], [0, true], verified.err);
  assert.ok(ledger.size >= ROWS);
  // Nothing may hold the file system when its namespace ends.
  await shell('sleep 1.5');
});
