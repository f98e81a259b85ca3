/**
 * Deciding on a match from the command line: kept once, listed, opened by the one who decided, and refused in sentences.
 *
 * @clause PoA II.9, J-02
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arms, endSo, letIn, run, runJson } from './staff.ts';

test('an officer decides, sees the decision, opens the arm; another does not', async () => {
  await letIn('f.lab', '--role', 'forensic', '--agency', 'Police of Aldera');
  const by = ['--operator', 'i.soro', '--purpose', 'case 118/23'];
  const { id, number } = arms.civil!;
  const why = ['--why', 'Both halves of the stamp are there.'];
  const decide = ['decide-match', number, 'ZN4000', '03', ...why, ...by];
  await endSo([
    [[...decide], 2, /one of --same, --not-same and --unsure/],
    [[...decide, '--same', '--unsure'], 2, /only one/],
    [['decide-match', number, ...why, ...by, '--same'], 2, /Missing: what was read/],
    [['decide-match', number, 'ZN400003', ...by, '--same'], 2, /Missing: --why/],
    [[...decide, '--same', '--year', '19'], 2, /four digits/],
    [['decide-match', number, 'QQ99', ...why, ...by, '--same'], 1, /is not among the candidates/],
    [['decide-match', number, 'ZN400003', ...why, '--same'], 1, /no program and no console/],
    [[...decide, '--operator', 'k.aldo', '--same'], 1, /does not include this: deciding whether a reading/],
  ]);
  const act = '0192f1c4-9b01-7e20-8a11-5d3c2b1a0f77';
  const kept = await runJson<{ subject: string; arm: string }>(...decide, '--same', '--act', act);
  assert.equal(kept.json.arm, id);
  const again = await runJson(...decide, '--same', '--act', act);
  assert.deepEqual(again.json, kept.json);
  const view = ['arm', number, ...by];
  const before = await run(...view);
  assert.equal(before.code, 0, before.err);
  assert.doesNotMatch(before.out, /Ndeye Oumar/);
  await endSo([
    [['matches', ...by], 0, /same \(counts\) {2}ZN400003 .* by you: Both halves of the stamp/],
    [['matches', 'open'], 2, /open and an id/],
    [
      ['matches', 'open', kept.json.subject, '--operator', 'f.lab', '--purpose', 'x 1'],
      1,
      /does not include/,
    ],
  ]);
  await endSo([[['matches', 'open', kept.json.subject, ...by], 0, /is open to you until .* reviewed/]]);
  await endSo([
    [['matches', 'open', kept.json.subject, ...by], 1, /opened the arm before/],
    [['matches', '--arm', number, '--operator', 'f.lab', '--purpose', 'x 1'], 0, /same \(counts\)/],
  ]);
  const shown = await run(...view);
  assert.match(shown.out, /Ndeye Oumar/, shown.err);
});
