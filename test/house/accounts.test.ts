/**
 * The embedded database under every account: root with a home that only root can reach, an ordinary user, a machine
 * without an account for PostgreSQL, root where user namespaces are forbidden. A test that cannot make its condition
 * here says why and checks nothing.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { listPostgres, makeFolder, visit } from './house.ts';

const CLONE = path.resolve(import.meta.dirname, '../..');
const ORDINARY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const isRoot = process.getuid?.() === 0;

function works(...words: string[]): boolean {
  return spawnSync(words[0] ?? '', words.slice(1)).status === 0;
}

/** True where we are root and those words work; else the reason is told. */
function can(t: TestContext, reason: string, ...words: string[]): boolean {
  if (isRoot && works(...words)) return true;
  t.diagnostic(isRoot ? `not checked: ${reason}` : 'not checked: only root can make this condition');
  return false;
}

/** The sources in a folder that everybody can read, with the packages of this clone linked or, if hidden, copied. */
function copySources(folder: string): string {
  fs.chmodSync(folder, 0o755);
  const copy = path.join(folder, 'clone');
  for (const part of ['src', 'test/house', 'package.json']) {
    fs.cpSync(path.join(CLONE, part), path.join(copy, part), { recursive: true });
  }
  const packages = path.join(copy, 'node_modules');
  fs.symlinkSync(path.join(CLONE, 'node_modules'), packages);
  const [program = '', ...words] = ORDINARY;
  if (!works(program, ...words, 'test', '-r', `${packages}/pg/package.json`)) {
    fs.rmSync(packages);
    execFileSync('cp', ['-a', path.join(CLONE, 'node_modules'), packages]);
  }
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  return copy;
}

async function openAndClose(
  t: TestContext,
  home: string,
  options: Parameters<typeof visit>[3] = {},
): Promise<string[]> {
  const visitor = visit(t, home, 'server', options);
  await visitor.next('ready');
  const owners = listPostgres(home).map((pid) => String(fs.statSync(`/proc/${pid}`).uid));
  visitor.say('close');
  await visitor.next('closed');
  return owners;
}

test('root opens a home below a folder that only root can enter', async (t) => {
  if (!can(t, 'user namespaces are forbidden', 'unshare', '--user', '--map-user=65534', 'true')) return;
  const folder = makeFolder(t);
  fs.chmodSync(folder, 0o700);
  const home = path.join(folder, 'data');
  await openAndClose(t, home);
  assert.equal(fs.statSync(path.join(home, 'database')).uid, 0, 'the data stay with root, in the home');
  assert.ok(!fs.existsSync(path.join(home, 'database-is-at')));
});

test('an ordinary user opens a home of his own, and root visits it as him', async (t) => {
  if (!can(t, 'setpriv cannot change the user', ...ORDINARY, 'true')) return;
  const folder = makeFolder(t);
  const copy = copySources(folder);
  const home = path.join(folder, 'data');
  fs.mkdirSync(home, { mode: 0o700 });
  fs.chownSync(home, 65534, 65534);
  // Asked by a program of that user: setpriv itself still has root's rights when it starts one.
  const node = works(...ORDINARY, 'test', '-x', process.execPath)
    ? process.execPath
    : path.join(copy, `node_modules/node-linux-${process.arch}/bin/node`);
  const program = path.join(copy, 'test/house/visitor.ts');
  const owners = await openAndClose(t, home, { before: ORDINARY, node, program });
  assert.deepEqual(owners, ['65534']);
  assert.deepEqual(await openAndClose(t, home, { node, program }), ['65534'], 'root starts it as its owner');
  assert.equal(fs.statSync(path.join(home, 'database', 'PG_VERSION')).uid, 65534);
});

test('a machine without an account named postgres needs none', async (t) => {
  if (!can(t, 'mount namespaces are forbidden', 'unshare', '--mount', 'true')) return;
  const folder = makeFolder(t);
  const accounts = path.join(folder, 'passwd');
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  fs.writeFileSync(accounts, lines.filter((line) => !/^(postgres|countermark):/.test(line)).join('\n'), {
    mode: 0o644,
  });
  const script = `mount --bind ${accounts} /etc/passwd && exec "$@"`;
  await openAndClose(t, path.join(folder, 'data'), {
    before: ['unshare', '--mount', 'sh', '-c', script, 'sh'],
  });
});

test('root without user namespaces keeps the data with a system user, and finds them again', (t) => {
  const folder = makeFolder(t);
  fs.chmodSync(folder, 0o700);
  const home = path.join(folder, 'data');
  const world = path.join(folder, 'world');
  const bin = path.join(folder, 'bin');
  for (const dir of [world, bin]) fs.mkdirSync(dir);
  fs.writeFileSync(path.join(bin, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  // A world of its own, with an /etc and a /var/lib that vanish with it and an `unshare` that always fails.
  const make = [
    `mount -t tmpfs none ${world} && mkdir ${world}/etc ${world}/work ${world}/lib`,
    `mount -t overlay overlay -o lowerdir=/etc,upperdir=${world}/etc,workdir=${world}/work /etc`,
    `mount --bind ${world}/lib /var/lib`,
  ].join(' && ');
  if (!can(t, 'mounting is forbidden', 'unshare', '--mount', 'sh', '-c', make)) return;
  const visitor = [process.execPath, path.join(import.meta.dirname, 'visitor.ts'), home, 'server'];
  const twice = `${make} && export PATH=${bin}:$PATH && "$@" </dev/null && "$@" </dev/null`;
  const ended = spawnSync('unshare', ['--mount', 'sh', '-c', twice, 'sh', ...visitor], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  assert.equal(ended.status, 0, ended.stdout + ended.stderr);
  assert.match(ended.stdout, /making the system user countermark/);
  const messages = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const ready = messages.filter((message) => 'ready' in message).map((message) => JSON.stringify(message));
  assert.equal(ready.length, 2);
  assert.equal(ready[0], ready[1]);
  assert.match(ready[0] ?? '', /\/var\/lib\/countermark\/[0-9a-f]{12}\/run/);
  const made = messages.filter((message) => String(message.said).startsWith('Making a new database'));
  assert.equal(made.length, 1, 'the second start finds the data of the first');
  assert.ok(!fs.existsSync(path.join(home, 'database')));
});
