/** Files with names in the hands of people on the command line: asked for, decided by another, drawn once into a new file. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { endSo, folder, letIn, run, runJson } from './staff.ts';

const FIND = ['--fields', 'holder', '--serial', 'ZN400003'];
const WHY = ['--reason', 'The court asks who holds this arm'];

test('J-02: a clerk asks, a supervisor grants, and the clerk alone draws the file, once', async () => {
  await Promise.all([letIn('c.mbaye', '--role', 'registry-clerk'), letIn('s.over', '--role', 'supervisor')]);
  const by = ['--operator', 'c.mbaye', '--purpose', 'RP 9/2026'];
  const out = path.join(folder, 'names.csv');
  const asked = await runJson<{ request: string; arms: number }>('exports', 'ask', ...FIND, ...WHY, ...by);
  assert.deepEqual([asked.code, asked.json.arms], [0, 1], asked.err);
  const { request } = asked.json;
  await endSo([
    [['exports', 'draw', request, out, ...by], 1, /Nobody has decided/],
    [['exports', 'ask', ...FIND, ...by], 2, /reason/],
    [['exports', 'ask', ...FIND, ...WHY, '--operator', 'k.aldo', '--purpose', 'x'], 1, /does not show/],
    [['exports', 'ask', '--fields', 'case', ...WHY, ...by], 2, /fields/],
    [['exports', 'list', ...by], 1, /Your role does not include this/],
    [['exports', 'list', '--operator', 's.over'], 0, /RP 9\/2026.*The court asks/],
    [['exports', 'decide', request, 'approved', '--why', 'Order read'], 1, /no program and no console/],
    [['exports', 'draw', request, path.join(folder, 'theirs.csv')], 1, /no such request/],
  ]);
  await endSo([
    [['exports', 'decide', request, 'approved', '--why', 'Order read', '--operator', 's.over'], 0, /Decided/],
  ]);
  await endSo([[['exports', 'own', ...by], 0, new RegExp(`${request}  approved until`)]]);
  assert.equal(existsSync(out), false, 'what was refused leaves no file');
  const drawn = await run('exports', 'draw', request, out, ...by);
  assert.equal(drawn.code, 0, drawn.err);
  assert.match(readFileSync(out, 'utf8'), /RP 9\/2026.*Ndeye Oumar/s);
  assert.equal(statSync(out).mode & 0o777, 0o600);
  await endSo([
    [['exports', 'draw', request, out, ...by], 3, /there is a file of that name/],
    [['exports', 'draw', request, path.join(folder, 'again.csv'), ...by], 1, /drawn already/],
  ]);
});
