/**
 * Bringing in a file by the pages: sent, looked at, confirmed, brought in, with every row accounted for; rubbish that is
 * refused and not kept; a run that is stopped, or whose server ended, and goes on; and visitors who may not.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { dirtyCsv } from '../../src/doors/demo/dirty-csv.ts';
import { dirtyWorkbook } from '../../src/doors/demo/dirty-workbook.ts';
import { formatCsvRow } from '../../src/doors/sheets/write.ts';
import { serve } from '../../src/main/serve.ts';
import { countAll, folderOf } from '../journeys/hands.ts';
import { type World, world } from '../world.ts';
import { type Answered, fieldsOf, type Officer, officer, plain } from './officer.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

type Served = { readonly address: string; readonly home: string; stop(): Promise<void> };

async function served(t: TestContext, home = path.join(folderOf(t), 'data')): Promise<Served> {
  const log: string[] = [];
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const serving = await serve(here.office, config, (line) => log.push(line));
  if (isRefusal(serving)) throw new Error(JSON.stringify(serving));
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= serving.stop());
  t.after(stop);
  return { address: serving.address, home, stop };
}

const clerk = { role: 'registry-clerk' } as const;
const incoming = (home: string): readonly string[] => readdirSync(path.join(home, 'incoming'));
const sheetsIn = (home: string): readonly string[] =>
  incoming(home).filter((name) => name.endsWith('.sheet'));

async function csvOf(rows: number, seed = 5): Promise<string> {
  let text = '';
  await dirtyCsv(seed, rows, (piece) => {
    text += piece;
  });
  return text;
}

let registers = 0;
const newRegister = (): string => `Depot ${++registers}`;

/** Sends a file by the form and gives the answer. */
async function sendFile(
  who: Officer,
  bytes: Uint8Array | string,
  name: string,
  register: string,
): Promise<Answered> {
  const page = await who.get('/files');
  const { act = '' } = fieldsOf(page.text);
  const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
  return who.post('/files', { act, newRegister: register, register: '', kind: '', file }, true);
}

/** Sends a file, which must be taken; gives the address of its page. */
async function sent(
  who: Officer,
  bytes: Uint8Array | string,
  name: string,
  register = newRegister(),
): Promise<string> {
  const answer = await sendFile(who, bytes, name, register);
  assert.equal(answer.status, 303, plain(answer.text).slice(0, 2000));
  return answer.location ?? '';
}

/** The page once nothing is under way, following where it leads. */
async function settled(
  who: Officer,
  there: string,
): Promise<{ readonly text: string; readonly path: string }> {
  for (let path = there; ; ) {
    const page = await who.get(path);
    if (page.status === 303) path = page.location ?? '';
    else if (/data-state="(looking|queued|running)"/.test(page.text))
      await new Promise((done) => setTimeout(done, 100));
    else return { text: page.text, path };
  }
}

async function bringIn(
  who: Officer,
  there: string,
): Promise<{ readonly text: string; readonly path: string }> {
  const { text } = await settled(who, there);
  const begun = await who.post(there, { ...fieldsOf(text), do: 'begin' });
  assert.equal(begun.status, 303, begun.text.slice(0, 500));
  return settled(who, there);
}

/** The figures of a page, in their order. */
function figuresOf(text: string): readonly number[] {
  return [...text.matchAll(/<dd>([\d,]+)<\/dd>/g)].map(([, count = '']) => Number(count.replaceAll(',', '')));
}

async function lastJob(
  register: string,
): Promise<{ operator: string; file: string; state: string; rows: number }> {
  const [row] = await here.db.rows<{ operator: string; file: string; state: string; rows: number }>(
    `select j.file_name as file, j.state, j.cursor_rows::int as rows,
       (select convert_from(body, 'utf8')::jsonb #>> '{by,operator}' from ledger_entry where subject_id = j.import_id limit 1) as operator
     from import_job j join register using (register_id) where name = $1 order by started_at desc limit 1`,
    [register],
  );
  return row!;
}

test('a workbook is looked at, then brought in; the same file again registers nothing', async (t) => {
  const { address, home } = await served(t);
  const who = await officer(here, address, { ...clerk, name: 'Efua Brand' });
  const register = newRegister();
  const workbook = dirtyWorkbook(11, 150);
  const nothing = await countAll(here);
  const there = await sent(who, workbook, 'registre ‮ 2024.xlsx', register);
  assert.deepEqual(await countAll(here), nothing, 'a look registers nothing');
  assert.equal(statSync(path.join(home, 'incoming')).mode & 0o777, 0o700);
  for (const name of incoming(home))
    assert.equal(statSync(path.join(home, 'incoming', name)).mode & 0o777, 0o600);
  const { text } = await settled(who, there);
  assert.match(text, /Bring in 15[0-9] rows/);
  assert.match(text, /The first rows as understood/);
  assert.doesNotMatch(text, /\u202e/u, 'a name from outside turns nothing around');
  const result = await bringIn(who, there);
  assert.match(result.text, /All rows are read/);
  const [read = 0, registered = 0, known = 0, others = 0, aside = 0, arms = 0] = figuresOf(result.text);
  assert.equal(read, registered + known + others + aside);
  assert.ok(registered > 100 && arms > 100 && known === 0, `${figuresOf(result.text)}`);
  assert.deepEqual(sheetsIn(home), [], 'the file is gone when its rows are in');
  const job = await lastJob(register);
  assert.match(job.operator, /^[0-9a-f-]{36}$/, 'the entries bear who brought it');
  const again = await bringIn(who, await sent(who, workbook, 'again.xlsx', register));
  const [, none, all] = figuresOf(again.text);
  assert.deepEqual([none, all], [0, registered], 'known again');
  const list = await who.get('/files');
  assert.match(list.text, /again\.xlsx/);
  assert.doesNotMatch(list.text, /Efua Brand<\/bdi><\/td>/, 'a clerk does not see operators');
});

test('a meaning that was changed is read again before anything is brought in, and saved under a name', async (t) => {
  const { address } = await served(t);
  const who = await officer(here, address, clerk);
  const csv = ['Numéro;Marque;Cal;Autre', ...[1, 2, 3].map((n) => `QX${n}0047;Zorvan;9x19;Dunmarra`)].join(
    '\n',
  );
  const there = await sent(who, csv, 'own.csv');
  const { text } = await settled(who, there);
  const fields = fieldsOf(text);
  const changed = { ...fields, c3: 'place', saveAs: 'Own columns', do: 'begin' };
  assert.equal((await who.post(there, changed)).status, 303);
  const seen = await settled(who, there);
  assert.match(seen.text, /told by you/);
  assert.equal(fieldsOf(seen.text).c3, 'place');
  const result = await bringIn(who, there);
  assert.deepEqual(figuresOf(result.text).slice(0, 2), [3, 3]);
  const next = await sent(who, csv.replaceAll('QX', 'QY'), 'next.csv');
  const page = await settled(who, next);
  assert.equal(fieldsOf(page.text).c3 === 'place', false, 'not understood by itself');
  assert.equal(
    (await who.post(next, { ...fieldsOf(page.text), saved: 'Own columns', do: 'again' })).status,
    303,
  );
  assert.equal(fieldsOf((await settled(who, next)).text).c3, 'place');
});

test('a register without a usable name is said on the page, and what was typed stays', async (t) => {
  const { address } = await served(t);
  const who = await officer(here, address, clerk);
  const there = await sent(who, await csvOf(3), 'a.csv', '"><script>');
  const page = await settled(who, there);
  const answer = await who.post(there, { ...fieldsOf(page.text), saveAs: 'Kept words', do: 'begin' });
  assert.equal(answer.status, 409);
  assert.match(plain(answer.text), /is no name for a register/);
  assert.match(answer.text, /Kept words/);
  assert.doesNotMatch(answer.text, /"><script>/);
});

test('rubbish is refused with a sentence, and nothing of it is kept', async (t) => {
  const { address, home } = await served(t);
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
  const { address, home } = await served(t);
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

test('a run is stopped and goes on; one whose server ended goes on at the next start', async (t) => {
  const first = await served(t);
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
  const half = await lastJob(register);
  assert.ok(half.rows > 0 && half.rows < 14_000, `${half.rows}`);
  assert.equal((await who.post(`${there}/go-on`, {})).status, 303);
  await new Promise((done) => setTimeout(done, 50));
  await first.stop();
  const ended = await lastJob(register);
  assert.ok(ended.rows < 14_000, 'the server ended in the middle');
  const second = await served(t, first.home);
  const cookie = who.cookie;
  for (let state = ''; state !== 'done'; state = (await lastJob(register)).state)
    await new Promise((done) => setTimeout(done, 100));
  assert.equal((await lastJob(register)).rows, 14_000);
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
  const { address, home } = await served(t);
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

test('rows in quarantine stand on the page and in a download that no spreadsheet runs', async (t) => {
  const { address } = await served(t);
  const who = await officer(here, address, clerk);
  const csv = ['Serial,Maker,Calibre', 'QZ100471,Zorvan,9x19', '=CMD()|x,,', 'TOTAL,,1'].join('\n');
  const { text, path: there } = await bringIn(who, await sent(who, csv, 'q.csv'));
  assert.match(text, /Rows in quarantine/);
  const download = await who.get(`${there}/quarantined.csv`);
  assert.match(download.headers.get('content-type') ?? '', /^text\/csv/);
  assert.match(download.text, /A row of totals,TOTAL/);
  for (const line of download.text.split('\r\n').slice(1))
    for (const cell of line.split(',')) assert.doesNotMatch(cell, /^"?[=+\-@]/);
});

test('a file that is taken back is gone, and one that waits too long goes by itself', async (t) => {
  const home = path.join(folderOf(t), 'data');
  const { address } = await served(t, home);
  const who = await officer(here, address, clerk);
  const there = await sent(who, await csvOf(5), 'back.csv');
  await settled(who, there);
  assert.equal((await who.post(`${there}/take-back`, {})).status, 303);
  assert.deepEqual(incoming(home), []);
  assert.equal((await who.get(there)).status, 404);
  assert.ok(existsSync(path.join(home, 'incoming')));
});
