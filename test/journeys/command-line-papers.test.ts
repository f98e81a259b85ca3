/** What the command line hands out and takes in: one-time links, receipts and their check, photographs from a file and back. */
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { openOffice } from '../../src/main/open-office.ts';
import { drawCode } from '../acts/code-pictures.ts';
import { phonePhotograph } from '../acts/pictures.ts';
import { fileOf } from './hands.ts';
import { added, arms, endSo, folder, home, run, runJson } from './staff.ts';

test('one-time links are whole addresses where a server serves the home, and say what is missing elsewhere', async (t) => {
  const alone = await run('user', 'add', 'l.alone', '--name', 'Alone');
  assert.match(alone.out, /\n {2}\/link\/[A-Za-z0-9_-]{20,}\nNo server serves this home now/);
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const say = () => {};
  const server = await openOffice(config, {
    role: 'server',
    command: 'test',
    kind: 'either',
    state: 'ZZ',
    say,
  });
  assert.ok(!isRefusal(server));
  t.after(() => server.close());
  server.announce('http://127.0.0.1:4711');
  const whole = await runJson<{ link: string; token: string }>(
    'user',
    'reset',
    'l.alone',
    '--operator',
    'f.admin',
  );
  assert.equal(whole.json.link, `http://127.0.0.1:4711/link/${whole.json.token}`);
});

test('a receipt is shown for an entry, and its code checked by whoever may', async () => {
  const by = ['--operator', 'k.aldo'];
  const { entry } = await added('record', 'sighted', arms.ofArmy!.number, ...by);
  const shown = await runJson<{ code: string; scan: string; operator?: string }>(
    'receipt',
    entry!,
    arms.ofArmy!.number,
    ...by,
  );
  assert.equal(shown.code, 0, shown.err);
  assert.equal(shown.json.operator, undefined, 'a keeper does not see who recorded');
  const { code, scan } = shown.json;
  const other = code.startsWith('2') ? `3${code.slice(1)}` : `2${code.slice(1)}`;
  await endSo([
    [['receipt', entry!, arms.ofArmy!.number, ...by], 0, new RegExp(`Check code: ${code}`)],
    [['receipt', 'check', arms.ofArmy!.number, code, ...by], 0, /The receipt is true: record-event/],
    [['receipt', 'check', scan, '--operator', 'i.soro'], 0, new RegExp(entry!)],
    [['receipt', 'check', arms.ofArmy!.number, other, ...by], 1, /code/],
    [
      ['receipt', 'check', arms.ofArmy!.number, code, '--operator', 'f.admin'],
      1,
      /Your role does not include/,
    ],
    [['receipt', entry!, arms.ofPolice!.number], 1, /entry/],
    [['receipt', entry!], 2, /Missing: the State number/],
  ]);
});

test('a photograph goes in from a file, is listed, and comes out byte for byte to those who may', async () => {
  const photograph = await phonePhotograph();
  const file = fileOf(folder, 'found.jpg', photograph);
  const out = path.join(folder, 'out.jpg');
  const words = ['document', 'add', file, arms.ofPolice!.number, '--title', 'Left side'];
  const { document } = await added(...words, '--operator', 'i.soro');
  await endSo([
    [
      ['document', 'list', arms.ofPolice!.number, '--operator', 'i.soro'],
      0,
      new RegExp(`${document}.*Left side`),
    ],
    [['document', 'list', arms.ofPolice!.number, '--operator', 'k.aldo'], 1, /./],
    [['document', 'get', document!, out, '--operator', 'i.soro'], 1, /Your role does not include this/],
    [['document', 'get', document!, out], 0, /SHA-256 [0-9a-f]{64}/],
    [['document', 'add', file, arms.ofPolice!.number], 1, /was added to the arm before/],
    [['document', 'add', `${file}-absent`, arms.ofPolice!.number], 3, /cannot be read/],
    [['document', 'add', folder, arms.ofPolice!.number], 3, /cannot be read/],
    [['document', 'add', fileOf(folder, 'a.jpg', 'no picture'), arms.ofPolice!.number], 1, /./],
    [['document', 'add', file], 2, /Missing: the State number/],
  ]);
  assert.deepEqual(readFileSync(out), photograph);
  assert.equal(statSync(out).mode & 0o777, 0o600);
  await endSo([[['document', 'get', document!, out], 3, /there is a file of that name/]]);
});

test('the codes of a photograph are read from its file, with what to look for', async () => {
  const file = path.join(folder, 'plate.png');
  writeFileSync(file, await drawCode({ kind: 'gs1datamatrix', text: '(01)09501101530003(21)KJT82103' }));
  const none = path.join(folder, 'none.jpg');
  writeFileSync(none, await phonePhotograph());
  const by = ['--operator', 'i.soro'];
  await endSo([
    [['read-code', file, ...by], 0, /Data Matrix: 010950110153000321KJT82103[\s\S]*find --serial KJT82103/],
    [['read-code', none, ...by], 1, /No Data Matrix or QR code could be read/],
    [['read-code', path.join(folder, 'absent.jpg'), ...by], 3, /cannot be read/],
    [['read-code', ...by], 2, /the photograph/],
  ]);
  const read = await runJson<{ codes: { is: string; start: object }[] }>('read-code', file, ...by);
  assert.deepEqual(read.json.codes[0]?.start, { by: 'serial', text: 'KJT82103' });
});
