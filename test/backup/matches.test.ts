/** Decided matches go through a backup whole: their rows are what the restored ledger tells, and erased words stay erased. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { test } from 'node:test';
import { decideMatch } from '../../src/acts/decide-match.ts';
import { erasePersonalData } from '../../src/acts/erase-personal-data.ts';
import { listEmergencies } from '../../src/acts/list-emergencies.ts';
import { listMatches } from '../../src/acts/list-matches.ts';
import { type Act, machine, type Office } from '../../src/acts/office.ts';
import { openMatchedArm } from '../../src/acts/open-matched-arm.ts';
import { proveArm } from '../../src/acts/prove-arm.ts';
import { refoldArm } from '../../src/acts/refold-arm.ts';
import { erasureLog, readErasureLog } from '../../src/doors/backup/erasure-log.ts';
import {
  ACTOR,
  backUpTo,
  emptyDatabase,
  exportAndVerify,
  folder,
  good,
  makeKeys,
  worldWith,
} from './backup-world.ts';

const OFFICER = machine(randomUUID(), 'case 118/23');
const WHY = 'Beside the file of Quenby Ashdowne.';

const ask = async <I, O>(office: Office, act: Act<I, O>, input: object, actor = OFFICER): Promise<O> =>
  good(await act.run(office, actor, act.input.parse(input)));

test('decisions, openings and erasures of words come back, and are what the entries tell', async (t) => {
  const [dir, keys, old] = [folder(t), await makeKeys(), await worldWith(t, 3)];
  const arm = old.arms[1]!;
  const decide = (decision: string) =>
    ask(old.office, decideMatch, { reading: 'QX-10?1', arm, decision, why: WHY });
  const [first, second] = [await decide('unsure'), await decide('same')];
  const opened = await ask(old.office, openMatchedArm, { match: second.subject });
  const backup = await backUpTo(old, dir, keys);
  const log = path.join(dir, 'erasures.jsonl');
  const order = { authority: 'High Court of XA', number: '12/2026', date: '2026-01-05' };
  const erasure = { what: 'match', target: first.subject, ground: 'court-order', order };
  await ask(old.office, erasePersonalData(erasureLog(log)), erasure);
  const empty = await emptyDatabase(t, old);
  const restored = good(
    await empty.restore(backup.file, keys.identity, { erasures: good(await readErasureLog(log)) }),
  );
  const home = await empty.open(restored);
  const { matches } = await ask(home.office, listMatches, { arm });
  assert.deepEqual(
    matches.map(({ id, decision, why, opened: isOpen }) => [id, decision, why, isOpen]),
    [
      [second.subject, 'same', WHY, true],
      [first.subject, 'unsure', undefined, false],
    ],
  );
  const { emergencies } = await ask(home.office, listEmergencies, {});
  assert.deepEqual(
    emergencies.map(({ id, reason, match }) => [id, reason, match?.decision]),
    [[opened.subject, WHY, 'same']],
  );
  assert.deepEqual((await ask(home.office, refoldArm, { arm }, ACTOR)).differences, []);
  await home.office.db.rows('delete from match');
  assert.equal((await ask(home.office, refoldArm, { arm }, ACTOR)).differences.length, 2);
  const rebuilt = (await ask(home.office, listMatches, { arm })).matches;
  assert.deepEqual(
    rebuilt.map(({ why: _why, ...one }) => one),
    matches.map(({ why: _why, ...one }) => one),
  );
  await home.numbering.drain();
  const proof = await ask(home.office, proveArm, { arm });
  const proven = proof.entries.map(({ entry }) => entry);
  for (const { entry, proposal } of [first, second])
    assert.ok(proven.includes(entry) && proven.includes(proposal));
  assert.equal((await exportAndVerify(t, home)).ok, true);
  const traces = await home.office.db.rows(
    `select 1 from ledger_entry where position('Quenby'::bytea in body) > 0`,
  );
  assert.equal(traces.length, 0);
});
