/** A list of recovered arms screened from the command line: a line a row, in order; into a file it goes on where it was. A-10. */
import assert from 'node:assert/strict';
import { readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileOf, folderOf, homeOf, run, runJson } from './hands.ts';

test('A-10: every row has its line; what was cut is written anew and nothing twice', async (t) => {
  const { home } = await homeOf(t);
  const folder = folderOf(t);
  const register = fileOf(folder, 'register.csv', 'Serial number,Maker,Type\nZQ104471,Taurus,pistol\n');
  assert.equal((await run(home, 'import', register, '--register', 'holdings')).code, 0);
  const rows = fileOf(folder, 'found.csv', 'case,serial,maker\n1,ZQ1O44?1,tauros\n2,,\n3,…4471,\n');

  const printed = await run(home, 'screen', rows, '--json');
  const lines = printed.out.trim().split('\n');
  const told = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    told.map(({ row, others, refused, candidates }) => [row, others.case, refused ?? candidates[0].serial]),
    [
      [1, '1', 'ZQ104471'],
      [2, '2', 'reading-says-nothing'],
      [3, '3', 'ZQ104471'],
    ],
  );

  const out = path.join(folder, 'answers.jsonl');
  assert.equal((await runJson<{ rows: number }>(home, 'screen', rows, '--out', out)).json.rows, 3);
  const whole = readFileSync(out);
  // Cut in the last line, just behind a brace: it ends like a line and is none.
  truncateSync(out, whole.lastIndexOf('}', whole.length - 3) + 1);
  const again = await runJson<{ rows: number; before: number }>(home, 'screen', rows, '--out', out);
  assert.deepEqual([again.json.rows, again.json.before], [3, 2]);
  const rowsIn = (bytes: Buffer) =>
    bytes
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { row: number }).row);
  assert.deepEqual(rowsIn(readFileSync(out)), rowsIn(whole));

  const sure = await run(home, 'identify', 'ZQ104471', '--maker', 'Taurus');
  assert.match(sure.out, />99 % +ZQ104471/, 'a lead is never told as certain');

  const plain = fileOf(folder, 'plain.csv', 'colour\nblue\n');
  assert.equal((await run(home, 'screen', plain)).code, 2);
});
