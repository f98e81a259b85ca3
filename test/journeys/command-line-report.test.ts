/**
 * A certified report from the command line: made into a file once, verified without a database, and told as altered. Whoever
 * verifies needs no home at all.
 *
 * @clause C-14
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { ReportVerification } from '../../src/doors/verify/report/verify-report.ts';
import { ROOT } from './hands.ts';
import { arms, endSo, folder, letIn, run, runJson } from './staff.ts';

test('a report is made into a file, verified with nothing but the file and a key, and told where it was altered', async () => {
  await letIn('n.contact', '--role', 'national-contact');
  const by = ['--operator', 'n.contact', '--purpose', 'RP 810/2026'];
  const { id, number } = arms.ofPolice!;
  const seized = { arm: id, type: 'seized', happened: '2026-01-10' };
  const recorded = await run('do', 'record-event', JSON.stringify(seized));
  assert.equal(recorded.code, 0, recorded.err);
  const opened = await runJson<{ trace: string }>('do', 'open-trace', JSON.stringify({ arm: number }), ...by);
  const { trace } = opened.json;
  const file = path.join(folder, 'one.countermark-report.json');
  const make = ['certify-trace', trace, file, ...by];
  const to = (name: string) => ['certify-trace', trace, path.join(folder, name), ...by];
  const why = ['--case', '118/26', '--reason', 'Asked for by the court.'];
  await endSo([
    [to('a'), 2, /case: it is missing/],
    [[...to('b'), ...why, '--persons'], 1, /Say why/],
    [[...to('c').slice(0, 3), ...why], 1, /no program and no console/],
    [[...to('d'), ...why, '--operator', 'k.aldo'], 1, /does not include this: making a certified report/],
  ]);
  for (const name of ['a', 'b', 'c', 'd'])
    assert.ok(!existsSync(path.join(folder, name)), 'nothing half-made stays');
  const made = await runJson<{ digest: string; file: string }>(...make, ...why);
  assert.equal(made.json.file, file);
  assert.equal((await run(...make, ...why)).code, 3, 'never over another file');
  const key = (await runJson<{ key: string }>('ledger', 'key')).json.key;
  const found = await runJson<ReportVerification>('verify-report', file, '--key', key);
  assert.deepEqual([found.code, found.json.ok, found.json.ledgerKeyChecked], [0, true, true]);
  const other = path.join(folder, 'altered.json');
  writeFileSync(other, readFileSync(file, 'utf8').replace('118/26', '119/26'));
  await endSo([
    [['verify-report', file], 0, /only consistent with itself/],
    [['verify-report', path.join(folder, 'nothing')], 3, /cannot be read/],
    [['verify-report'], 2, /Missing: the file of the report/],
  ]);
  const told = await run('verify-report', other);
  assert.equal(told.code, 1);
  assert.match(told.out, /NOT whole[\s\S]*signature: The signature does not fit/);
  // A machine without any home or database.
  const alone = spawnSync(
    process.execPath,
    [path.join(ROOT, 'src/main/cli.ts'), 'verify-report', file, '--json'],
    {
      env: { PATH: '/nowhere', HOME: folder, COUNTERMARK_HOME: path.join(folder, 'no-home') },
      encoding: 'utf8',
    },
  );
  assert.equal(alone.status, 0, alone.stderr);
  assert.equal((JSON.parse(alone.stdout) as ReportVerification).ok, true);
});
