/**
 * Bringing in a file by the pages: sent, looked at, confirmed, brought in, with every row accounted for; meanings that are
 * changed and saved; what stands in quarantine.
 */
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { dirtyWorkbook } from '../../src/doors/demo/dirty-workbook.ts';
import { countAll } from '../journeys/hands.ts';
import { type World, world } from '../world.ts';
import {
  bringIn,
  clerk,
  csvOf,
  figuresOf,
  incoming,
  lastJob,
  newRegister,
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

test('a workbook is looked at, then brought in; the same file again registers nothing', async (t) => {
  const { address, home } = await served(here, t);
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
  const job = await lastJob(here, register);
  assert.match(job.operator, /^[0-9a-f-]{36}$/, 'the entries bear who brought it');
  const again = await bringIn(who, await sent(who, workbook, 'again.xlsx', register));
  const [, none, all] = figuresOf(again.text);
  assert.deepEqual([none, all], [0, registered], 'known again');
  const list = await who.get('/files');
  assert.match(list.text, /again\.xlsx/);
  assert.doesNotMatch(list.text, /Efua Brand<\/bdi><\/td>/, 'a clerk does not see operators');
});

test('a meaning that was changed is read again before anything is brought in, and saved under a name', async (t) => {
  const { address } = await served(here, t);
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
  const { address } = await served(here, t);
  const who = await officer(here, address, clerk);
  const there = await sent(who, await csvOf(3), 'a.csv', '"><script>');
  const page = await settled(who, there);
  const answer = await who.post(there, { ...fieldsOf(page.text), saveAs: 'Kept words', do: 'begin' });
  assert.equal(answer.status, 409);
  assert.match(plain(answer.text), /is no name for a register/);
  assert.match(answer.text, /Kept words/);
  assert.doesNotMatch(answer.text, /"><script>/);
});

test('rows in quarantine stand on the page and in a download that no spreadsheet runs', async (t) => {
  const { address } = await served(here, t);
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
