/**
 * The embedded database lives exactly as long as somebody is present, loses nothing that was acknowledged, and has one
 * host and at most one server, whoever is killed and whoever comes at once. Real processes, real kills.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { openDatabase } from '../../src/main/database/open.ts';
import { listHosts, listPostgres, makeFolder, until, visit } from './house.ts';

test('a home is made at the first start, closes when it is left, and opens again', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  for (const turn of ['first', 'second']) {
    const started = performance.now();
    const visitor = visit(t, home, 'server');
    await visitor.next('ready');
    t.diagnostic(`${turn} start: ${Math.round(performance.now() - started)} ms`);
    assert.equal(listPostgres(home).length, 1);
    visitor.say('close');
    await visitor.next('closed');
    assert.deepEqual(listPostgres(home), [], 'a server that left waits until the database has stopped');
    assert.equal(await visitor.ended(), 0);
  }
  const log = fs.readFileSync(path.join(home, 'database.log'), 'utf8');
  assert.ok(!log.includes('not properly shut down'), 'it was stopped cleanly');
});

test('a killed user closes the database cleanly and keeps what was acknowledged', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  const first = visit(t, home, 'server');
  await first.next('ready');
  first.say('write');
  await first.next('wrote');
  first.process.kill('SIGKILL');
  await first.ended();
  const killed = performance.now();
  await until('PostgreSQL to stop', () => listPostgres(home).length === 0, 5000);
  t.diagnostic(`stopped ${Math.round(performance.now() - killed)} ms after kill -9`);
  const second = visit(t, home, 'cli');
  await second.next('ready');
  second.say('count');
  assert.ok(Number((await second.next('count')).count) >= 1);
  assert.ok(!fs.readFileSync(path.join(home, 'database.log'), 'utf8').includes('not properly shut down'));
});

for (const [name, find] of [
  ['host', listHosts],
  ['PostgreSQL', listPostgres],
] as const) {
  test(`a killed ${name} is told to the user, and the next start recovers every acknowledged row`, async (t) => {
    const home = path.join(makeFolder(t), 'data');
    const first = visit(t, home, 'server');
    await first.next('ready');
    first.say('write');
    let acknowledged = 0;
    while (acknowledged < 50) acknowledged = Number((await first.next('wrote')).wrote);
    const found = find(home);
    assert.equal(found.length, 1);
    process.kill(found[0] ?? 0, 'SIGKILL');
    assert.match(String((await first.next('lost')).lost), /Start again/);
    await until('PostgreSQL to end with its host', () => listPostgres(home).length === 0, 5000);
    const second = visit(t, home, 'server');
    await second.next('ready');
    second.say('count');
    assert.ok(Number((await second.next('count')).count) >= acknowledged);
    assert.equal(listPostgres(home).length, 1);
    assert.equal(listHosts(home).length, 1);
  });
}

test('two users share one database; it stays while one of them is present', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  const server = visit(t, home, 'server');
  const { ready } = await server.next('ready');
  const cli = visit(t, home, 'cli');
  assert.deepEqual((await cli.next('ready')).ready, ready);
  cli.say('who');
  const who = (await cli.next('who')).who as { pid: number; role: string; address?: string }[];
  assert.deepEqual(new Set(who.map(({ pid }) => pid)), new Set([server.process.pid, cli.process.pid]));
  assert.equal(who.find(({ role }) => role === 'server')?.address, 'http://127.0.0.1:3999');
  server.say('close');
  await server.next('closed');
  await new Promise((resolve) => setTimeout(resolve, 600));
  cli.say('count');
  await cli.next('count');
  cli.say('close');
  await cli.next('closed');
  await until('PostgreSQL to stop', () => listPostgres(home).length === 0, 5000);
});

test('a second server is refused with who holds the home', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  const first = visit(t, home, 'server');
  await first.next('ready');
  first.say('count');
  await first.next('count');
  const second = visit(t, home, 'server');
  const refused = await second.next('held');
  const held = refused.held as { pid: number; address: string; since: string };
  assert.equal(held.pid, first.process.pid);
  assert.match(String(refused.sentence), /process \d+ .*since 20.*serves http:\/\/127\.0\.0\.1:3999/);
  first.process.kill('SIGKILL');
  await first.ended();
  await visit(t, home, 'server').next('ready');
});

test('of five that start at once, all get the same database from one host', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  const all = Array.from({ length: 5 }, () => visit(t, home, 'cli'));
  await Promise.all(all.map((visitor) => visitor.next('ready')));
  assert.equal(listHosts(home).length, 1);
  assert.equal(listPostgres(home).length, 1);
  const log = fs.readFileSync(path.join(home, 'database.log'), 'utf8');
  assert.equal(log.split('starting PostgreSQL').length - 1, 1, 'it was started once');
});

test('a newcomer in the moments after PostgreSQL was killed gets the one that recovers, never the dead one', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const open = async () => {
    const database = await openDatabase(config, { role: 'cli', command: 'newcomer' });
    assert.ok(!isRefusal(database));
    return database;
  };
  for (const waitMs of [0, 1, 2, 4, 8, 16, 32]) {
    const first = await open();
    process.kill(listPostgres(home)[0] ?? 0, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const newcomer = await open();
    const client = new pg.Client(newcomer.connection);
    await client.connect();
    assert.equal((await client.query('select 1 as one')).rows[0].one, 1, `${waitMs} ms after the kill`);
    await client.end();
    await first.close();
    await newcomer.close();
  }
});

test('a newcomer while the database is closing waits and gets it', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  for (let turn = 0; turn < 4; turn++) {
    const visitor = visit(t, home, 'cli');
    await visitor.next('ready');
    visitor.say('close');
    await visitor.next('closed');
    await new Promise((resolve) => setTimeout(resolve, turn * 40));
  }
});

test('a home below a path too long for sockets works', async (t) => {
  const home = path.join(makeFolder(t), 'a'.repeat(80), 'b'.repeat(80), 'data');
  const visitor = visit(t, home, 'server');
  const { host } = (await visitor.next('ready')).ready as { host: string };
  assert.ok(!host.startsWith(home));
  assert.equal(fs.statSync(host).mode & 0o777, 0o700);
  visitor.say('close');
  await visitor.next('closed');
  await until('the folder of the sockets to go', () => !fs.existsSync(host), 3000);
});

test('a left-over note, socket and postmaster.pid of a machine that lost its power do not stand in the way', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  const first = visit(t, home, 'cli');
  await first.next('ready');
  first.say('close');
  await first.next('closed');
  await until(
    'PostgreSQL to stop',
    () => listPostgres(home).length === 0 && listHosts(home).length === 0,
    5000,
  );
  const pid = process.pid;
  fs.writeFileSync(
    path.join(home, 'database', 'postmaster.pid'),
    `${pid}\n${home}/database\n1\n5432\n${home}/run\n\n 1 1\nready\n`,
  );
  fs.writeFileSync(path.join(home, 'host.json'), JSON.stringify({ pid, runDir: path.join(home, 'run') }));
  fs.writeFileSync(path.join(home, 'run', 'host.sock'), '');
  await visit(t, home, 'cli').next('ready');
});

test('a full disk and a home that cannot be written are told in words that help', async (t) => {
  const folder = makeFolder(t);
  const file = path.join(folder, 'file');
  fs.writeFileSync(file, '');
  const inFile = visit(t, path.join(file, 'data'), 'cli');
  await assert.rejects(inFile.next('ready'), /must be a folder that can be written.*COUNTERMARK_HOME/);
  const small = path.join(folder, 'small');
  fs.mkdirSync(small);
  const script = `mount -t tmpfs -o size=8m none ${small} && exec "$@"`;
  if (spawnSync('unshare', ['--mount', 'sh', '-c', script, 'sh', 'true']).status !== 0) {
    return t.diagnostic('the full disk was not checked: mounting is forbidden here');
  }
  const before = ['unshare', '--mount', 'sh', '-c', script, 'sh'];
  await assert.rejects(
    visit(t, path.join(small, 'data'), 'cli', { before }).next('ready'),
    /disk.*is full.*Free some space/,
  );
});
