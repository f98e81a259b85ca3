/**
 * The way from Node 20 to the program: exit codes, a clean stdout, one interrupt for the many copies of a Ctrl-C, and
 * an end when the parent is killed. Works on a small clone of its own with stand-ins for the programs it starts.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder, until } from './house.ts';

const CLONE = path.resolve(import.meta.dirname, '../..');
const { NODE_TEST_CONTEXT: _ofThisRun, ...ENV } = process.env;

/** A clone that holds only the bootstrap, with that text as its command line program. */
function makeClone(t: TestContext, cli: string): string {
  const clone = path.join(makeFolder(t), 'clone');
  for (const part of [
    'start.mjs',
    'countermark.mjs',
    'package.json',
    'package-lock.json',
    'src/main/bootstrap.mjs',
  ]) {
    fs.cpSync(path.join(CLONE, part), path.join(clone, part));
  }
  fs.symlinkSync(path.join(CLONE, 'node_modules'), path.join(clone, 'node_modules'));
  fs.writeFileSync(path.join(clone, 'src/main/cli.ts'), cli);
  return clone;
}

/** A program that notes each interrupt and goes on for a while. */
const STUBBORN = `
process.on('SIGINT', () => console.log('interrupt'));
process.on('SIGTERM', () => { console.log('terminated'); process.exit(7); });
console.log('pid ' + process.pid);
setTimeout(() => process.exit(5), 15000);
`;

function start(
  t: TestContext,
  clone: string,
): { child: ChildProcess; out: () => string; pid: () => Promise<number> } {
  const child = spawn(process.execPath, [path.join(clone, 'countermark.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ENV,
  });
  let out = '';
  child.stdout.on('data', (text) => {
    out += text;
  });
  t.after(() => child.kill('SIGKILL'));
  const pid = async () => Number(await until('the program to start', () => /pid (\d+)/.exec(out)?.[1]));
  return { child, out: () => out, pid };
}

test('arguments, stdout and the exit code pass through unchanged', (t) => {
  const clone = makeClone(
    t,
    'console.log(JSON.stringify([process.argv.slice(2), parseInt(process.version.slice(1)) >= 24])); process.exit(42)',
  );
  const args = ['find', '--json', 'src/not/ours.ts', 'é x'];
  const ended = spawnSync(process.execPath, [path.join(clone, 'countermark.mjs'), ...args], {
    encoding: 'utf8',
    env: ENV,
  });
  assert.equal(ended.stdout, `${JSON.stringify([args, true])}\n`);
  assert.equal(ended.status, 42);
});

test('an older Node hands over to Node 24', (t) => {
  const old = ['/usr/bin/node', '/usr/local/bin/node'].find((node) => {
    const major = Number(
      /^v(\d+)/.exec(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1],
    );
    return major >= 20 && major < 24;
  });
  if (old === undefined) return t.diagnostic('not checked: this machine has no Node 20 to 23');
  const clone = makeClone(t, 'console.log(process.version)');
  const ended = spawnSync(old, [path.join(clone, 'countermark.mjs')], { encoding: 'utf8', env: ENV });
  assert.match(ended.stdout, /^v24\./, ended.stderr);
});

test('several interrupts within a second come as one; a later one forces', async (t) => {
  const { child, out, pid } = start(t, makeClone(t, STUBBORN));
  await pid();
  for (let turn = 0; turn < 3; turn++) {
    child.kill('SIGINT');
    await sleep(60);
  }
  await until('the interrupt', () => out().includes('interrupt'));
  await sleep(1000);
  assert.equal(out().split('interrupt').length - 1, 1);
  assert.equal(child.exitCode, null);
  child.kill('SIGINT');
  await until('the end', () => child.exitCode !== null);
  assert.equal(child.exitCode, 128 + 9);
});

test('a request to end reaches the program, also when we are killed', async (t) => {
  const clone = makeClone(t, STUBBORN);
  const asked = start(t, clone);
  await asked.pid();
  asked.child.kill('SIGTERM');
  await until('the end', () => asked.child.exitCode === 7);
  const killed = start(t, clone);
  const pid = await killed.pid();
  killed.child.kill('SIGKILL');
  await until('the program to end with us', () => !fs.existsSync(`/proc/${pid}`), 3000);
});

test('npm test runs only the files whose path contains the pattern, and fails as they fail', (t) => {
  const clone = makeClone(t, '');
  fs.mkdirSync(path.join(clone, 'test'));
  fs.writeFileSync(
    path.join(clone, 'test/good.test.ts'),
    "import { test } from 'node:test'; test('fine', () => {});",
  );
  fs.writeFileSync(
    path.join(clone, 'test/bad.test.ts'),
    "import { test } from 'node:test'; test('wrong', () => { throw 1; });",
  );
  const run = (...patterns: string[]) =>
    spawnSync(process.execPath, [path.join(clone, 'start.mjs'), 'test', ...patterns], {
      encoding: 'utf8',
      env: ENV,
    });
  const good = run('good');
  assert.equal(good.status, 0, good.stderr);
  assert.match(good.stdout, /tests 1\n/);
  assert.equal(run().status, 1);
  assert.match(run('nothing').stderr, /No test was found whose path contains nothing/);
});

test('a failed installation is told in words and leaves nothing on stdout', (t) => {
  const clone = makeClone(t, '');
  fs.rmSync(path.join(clone, 'node_modules'));
  const bin = path.join(clone, 'bin');
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, 'npm'), '#!/bin/sh\necho noise; exit 9\n', { mode: 0o755 });
  const env = { ...ENV, PATH: `${bin}:${ENV.PATH}`, npm_execpath: undefined };
  const ended = spawnSync(process.execPath, [path.join(clone, 'countermark.mjs')], { encoding: 'utf8', env });
  assert.equal(ended.status, 9);
  assert.equal(ended.stdout, '');
  assert.match(ended.stderr, /"npm ci" ended with 9/);
});
