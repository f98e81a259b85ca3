/**
 * What may go wrong with a file by the pages: rubbish that is refused and not kept, bodies that do not arrive whole, a run that
 * is stopped or whose server ended and that goes on, and visitors who may not.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { dirtyWorkbook } from '../../src/doors/demo/dirty-workbook.ts';
import { formatCsvRow } from '../../src/doors/sheets/write.ts';
import { countAll, folderOf } from '../journeys/hands.ts';
import { type World, world } from '../world.ts';
import {
  bringIn,
  clerk,
  csvOf,
  figuresOf,
  incoming,
  lastJob,
  newRegister,
  sendFile,
  sent,
  served,
  settled,
  sheetsIn,
} from './files-hands.ts';
import { fieldsOf, officer, plain } from './officer.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

test('rubbish is refused with a sentence, and nothing of it is kept', async (t) => {
  const { address, home } = await served(here, t);
  const who = await officer(here, address, clerk);
  const nothing = await countAll(here);
  const ole = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(2000),
  ]);
  const rubbish: [string, Uint8Array | string, RegExp][] = [
    [
      'picture.xlsx',
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(9000)]),
      /picture \(PNG\)/,
    ],
    ['secret.xlsx', ole, /password/i],
    ['torn.xlsx', dirtyWorkbook(3, 50).subarray(0, 4000), /whole|damaged|cut/i],
    ['empty.csv', '', /empty/],
    ['field.csv', `Serial,Maker\nQX1,${'a'.repeat(50_000_000)}\n`, /cell/i],
  ];
  for (const [name, bytes, sentence] of rubbish) {
    let answer = await sendFile(who, bytes, name, 'Kept register');
    if (answer.status === 303) {
      const page = await settled(who, answer.location ?? '');
      answer = { ...answer, status: 409, text: page.text };
    } else assert.match(answer.text, /value="Kept register"/, `${name}: what was typed stays`);
    assert.equal(answer.status, 409, `${name}: ${plain(answer.text).slice(0, 500)}`);
    const [, says = ''] = /role="alert">([^<]*)</.exec(answer.text) ?? [];
    assert.match(plain(says), sentence, name);
  }
  assert.deepEqual(sheetsIn(home), []);
  assert.deepEqual(await countAll(here), nothing);
});

/** Sends a body that is no whole form, and gives the status. */
function sendRaw(
  address: string,
  cookie: string,
  body: readonly string[],
  length: number,
  cut: boolean,
): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      ...{ cookie, origin: address, 'content-length': String(length) },
      'content-type': 'multipart/form-data; boundary=x1',
    };
    const sending = request(`${address}/files`, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    sending.on('error', () => resolve(0));
    for (const piece of body) sending.write(piece);
    if (cut) setTimeout(() => sending.destroy(), 200);
    else sending.end();
  });
}

const filePart = (name: string, contents: string): string =>
  `--x1\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${contents}\r\n`;

test('a body that is cut off, holds two files or none, or is too long leaves nothing behind', async (t) => {
  const { address, home } = await served(here, t);
  const { cookie } = await officer(here, address, clerk);
  const row = formatCsvRow(['Serial', 'Maker']);
  const two = `${filePart('a.csv', row)}${filePart('b.csv', row)}--x1--\r\n`;
  assert.equal(await sendRaw(address, cookie, [two], two.length, false), 409);
  const none = '--x1--\r\n';
  assert.equal(await sendRaw(address, cookie, [none], none.length, false), 409);
  const broken = `${filePart('a.csv', row)}--x1`;
  assert.equal(await sendRaw(address, cookie, [broken], broken.length, false), 409);
  assert.equal(await sendRaw(address, cookie, [filePart('a.csv', row.repeat(5000))], 10_000_000, true), 0);
  assert.equal(await sendRaw(address, cookie, [], 3 * 1024 ** 3, false), 413);
  await new Promise((done) => setTimeout(done, 300));
  assert.deepEqual(incoming(home), []);
});

test('a form from a page of strangers is turned away before a byte of its file is written', async (t) => {
  const { address, home } = await served(here, t);
  const { cookie } = await officer(here, address, clerk);
  const body = new FormData();
  body.append('file', new File(['Serial,Maker\nZQ1,x\n'], 'a.csv'));
  const from = (origin: string) =>
    fetch(`${address}/files`, { method: 'POST', headers: { cookie, origin }, body });
  assert.equal((await from('https://evil.example')).status, 403);
  assert.deepEqual(incoming(home), []);
  assert.equal((await from(address)).status, 200, 'the same form from here is taken');
  assert.notDeepEqual(incoming(home), []);
});

test('a name that no database keeps as it is breaks nothing, and is shown with its hidden signs', async (t) => {
  const { address } = await served(here, t);
  const who = await officer(here, address, clerk);
  const there = await sent(who, await csvOf(100), 'x\0\u202egnp.csv');
  const { text } = await settled(who, there);
  assert.match(text, /x\ufffd\[U\+202E\]gnp\.csv/u);
  assert.match((await bringIn(who, there)).text, /All rows are read/);
});

test('a run is stopped and goes on; one whose server ended goes on at the next start', async (t) => {
  const first = await served(here, t);
  const register = newRegister();
  const account = { ...clerk, name: 'Same clerk' };
  const who = await officer(here, first.address, account);
  const there = await sent(who, await csvOf(14_000), 'long.csv', register);
  const { text } = await settled(who, there);
  assert.equal((await who.post(there, { ...fieldsOf(text), do: 'begin' })).status, 303);
  const progress = async (): Promise<{ state: string; share: number }> =>
    JSON.parse((await who.get(`${there}/progress.json`)).text);
  while ((await progress()).share === 0) await new Promise((done) => setTimeout(done, 30));
  assert.equal((await who.post(`${there}/stop`, {})).status, 303);
  const stopped = await settled(who, there);
  assert.match(stopped.text, /Stopped\. What was registered stays/);
  const half = await lastJob(here, register);
  assert.ok(half.rows > 0 && half.rows < 14_000, `${half.rows}`);
  assert.equal((await who.post(`${there}/go-on`, {})).status, 303);
  await new Promise((done) => setTimeout(done, 50));
  await first.stop();
  const ended = await lastJob(here, register);
  assert.ok(ended.rows < 14_000, 'the server ended in the middle');
  const second = await served(here, t, first.home);
  const cookie = who.cookie;
  for (let state = ''; state !== 'done'; state = (await lastJob(here, register)).state)
    await new Promise((done) => setTimeout(done, 100));
  assert.equal((await lastJob(here, register)).rows, 14_000);
  const page = await fetch(`${second.address}${there}`, { headers: { cookie }, redirect: 'follow' });
  const figures = figuresOf(await page.text());
  assert.equal(figures[0], 14_000);
  const [arms] = await here.db.rows<{ n: number }>(
    'select count(*)::int as n from arm join register using (register_id) where name = $1',
    [register],
  );
  assert.equal(arms?.n, figures[5], 'no row was registered twice or left out');
});

test('other roles, strangers and the files of others', async (t) => {
  const { address, home } = await served(here, t);
  const owner = await officer(here, address, clerk);
  const there = await sent(owner, await csvOf(20), 'mine.csv');
  await settled(owner, there);
  const other = await officer(here, address, clerk);
  const program = await officer(here, address, { role: 'exchange-clerk' });
  for (const who of [other, program]) {
    assert.equal((await who.get(there)).status, 404);
    assert.equal((await who.get(`${there}/progress.json`)).status, 404);
    for (const way of ['', '/stop', '/go-on', '/take-back'])
      assert.equal((await who.post(there + way, { do: 'begin' })).status, 404, way);
    assert.doesNotMatch((await who.get('/files')).text, /mine\.csv/);
  }
  const keeper = await officer(here, address, { role: 'keeper' });
  for (const way of ['/files', there, `${there}/progress.json`, `${there}/quarantined.csv`])
    assert.equal((await keeper.get(way)).status, 403, way);
  assert.equal((await sendFile(keeper, 'a,b\n', 'a.csv', 'x')).status, 403);
  const before = incoming(home).length;
  const stranger = await fetch(`${address}/files`, {
    method: 'POST',
    headers: { origin: address },
    body: (() => {
      const form = new FormData();
      form.append('file', new File(['a,b\n'], 'a.csv'));
      return form;
    })(),
  });
  assert.equal(stranger.status, 401);
  await stranger.text();
  assert.equal(incoming(home).length, before, 'nothing of a stranger is written');
  const done = await bringIn(owner, there);
  assert.equal((await program.get(done.path)).status, 404, 'a program sees what it brought itself');
  assert.equal(
    (await other.get(done.path)).status,
    200,
    'those who keep the register see what was brought in',
  );
});

test('a file that is taken back is gone, and one that waits too long goes by itself', async (t) => {
  const home = path.join(folderOf(t), 'data');
  const { address } = await served(here, t, home);
  const who = await officer(here, address, clerk);
  const there = await sent(who, await csvOf(5), 'back.csv');
  await settled(who, there);
  assert.equal((await who.post(`${there}/take-back`, {})).status, 303);
  assert.deepEqual(incoming(home), []);
  assert.equal((await who.get(there)).status, 404);
  assert.ok(existsSync(path.join(home, 'incoming')));
});
