/** Emergency access, who looked at what, and samples of what was looked at: J-02, J-04. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeWork } from '../src/acts/close-work.ts';
import { digestAccess } from '../src/acts/digest-access.ts';
import { listAccesses } from '../src/acts/list-accesses.ts';
import { listEmergencies } from '../src/acts/list-emergencies.ts';
import { listWork } from '../src/acts/list-work.ts';
import type { Person } from '../src/acts/office.ts';
import { openEmergencyAccess } from '../src/acts/open-emergency-access.ts';
import { reviewEmergencyAccess } from '../src/acts/review-emergency-access.ts';
import { sampleAccesses } from '../src/acts/sample-accesses.ts';
import { viewArm } from '../src/acts/view-arm.ts';
import { codeOf, kept } from './acts/registry.ts';
import { arm, as, CONSOLE, HOLDER, OPERATOR, pass, person, plant, r, textOf } from './planted.ts';

before(plant);
after(() => r.close());

test('J-02: emergency access opens one arm for an hour, is reviewed by another, and ends with a bad review', async () => {
  const [detective, supervisor] = [await person('investigator'), await person('supervisor')];
  const sees = async (who = detective) => textOf(await as(who, viewArm, { arm })).includes(HOLDER);
  assert.equal(await sees(), false);
  const reason = 'Shots reported at the house of Zorvane Delacruse';
  const opened = kept(await as(detective, openEmergencyAccess, { arm, reason }));
  assert.deepEqual([await sees(), await sees(await person('investigator'))], [true, false]);
  assert.equal(codeOf(await as(detective, openEmergencyAccess, { arm, reason })), 'emergency-open');
  assert.equal(codeOf(await as(CONSOLE, openEmergencyAccess, { arm, reason })), 'account-needed');
  const bodies = await r.db.rows<{ text: string }>(
    `select convert_from(body, 'UTF8') as text from ledger_entry where subject_id = $1`,
    [opened.subject],
  );
  assert.ok(bodies.length === 1 && !bodies[0]!.text.includes('Zorvane'));
  pass(61 * 60_000);
  assert.equal(await sees(), false);
  pass(-61 * 60_000);
  const waits = kept(await as(supervisor, listEmergencies, {}));
  assert.deepEqual(
    waits.emergencies.map((one) => [one.id, one.reason]),
    [[opened.subject, reason]],
  );
  const items = kept(await as(supervisor, listWork, { arm })).items.filter(
    (item) => item.kind === 'emergency-access',
  );
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  assert.deepEqual(
    items.map((item) => item.due),
    [tomorrow],
  );
  const closing = { arm, item: opened.subject, why: 'Looks fine' };
  assert.equal(codeOf(await as(CONSOLE, closeWork, closing)), 'not-permitted');
  const review = { emergency: opened.subject, verdict: 'not-justified', words: 'No call was logged.' };
  const own: Person = { ...detective, role: supervisor.role };
  assert.equal(codeOf(await as(own, reviewEmergencyAccess, review)), 'own-rights');
  assert.equal(codeOf(await as(detective, reviewEmergencyAccess, review)), 'not-permitted');
  kept(await as(supervisor, reviewEmergencyAccess, review));
  assert.equal(codeOf(await as(supervisor, reviewEmergencyAccess, review)), 'emergency-reviewed');
  assert.equal(await sees(), false);
  const after = kept(await as(supervisor, listWork, { arm }));
  assert.ok(after.items.every((item) => item.kind !== 'emergency-access'));
});

test('whoever has three emergencies that nobody reviewed gets no fourth', async () => {
  const who = await person('investigator');
  const answers: string[] = [];
  for (let place = 0; place < 4; place++) {
    const one = await r.register();
    answers.push(
      codeOf(await as(who, openEmergencyAccess, { arm: one.arm, reason: 'It cannot wait at all' })),
    );
  }
  assert.deepEqual(answers, ['kept', 'kept', 'kept', 'emergencies-waiting']);
});

test('J-04: who looked at an arm is told before and after the digest, newest first, page by page', async () => {
  const one = await r.register();
  const [keeper, auditor] = [await person('registry-clerk'), await person('auditor')];
  const lines = async (more: object = {}) => kept(await as(auditor, listAccesses, { arm: one.arm, ...more }));
  kept(await as(keeper, viewArm, { arm: one.arm }));
  const fresh = await lines();
  assert.deepEqual(
    fresh.accesses
      .filter((line) => line.act === 'view-arm')
      .map((line) => [line.operator, line.name, line.purpose]),
    [[keeper.operator, OPERATOR, 'C-17/2026']],
  );
  await digestAccess(r.office);
  kept(await as(keeper, viewArm, { arm: one.arm }));
  const { accesses } = await lines();
  const ids = accesses.map((line) => line.id);
  assert.deepEqual(ids, ids.toSorted().reverse());
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(accesses.filter((line) => line.act === 'view-arm').length, 2);
  const page = await lines({ limit: 1 });
  const next = await lines({ limit: 1, after: page.next });
  assert.ok(page.accesses[0]!.id > next.accesses[0]!.id);
  const mine = kept(await as(auditor, listAccesses, { operator: keeper.operator }));
  assert.ok(mine.accesses.length >= 2 && mine.accesses.every((line) => line.operator === keeper.operator));
  assert.equal(
    codeOf(await as(auditor, listAccesses, { from: '2026-01-01', to: '2026-06-01' })),
    'too-many-days',
  );
});

test('a sample by the same lot draws the same lines, by another lot others', async () => {
  const supervisor = await person('supervisor');
  const until = new Date(Date.now() - 0).toISOString().slice(0, 10);
  const draw = async (lot?: number) =>
    kept(await as(supervisor, sampleAccesses, { to: until, size: 5, ...(lot === undefined ? {} : { lot }) }));
  const first = await draw();
  assert.equal(first.accesses.length, 5);
  const others = await Promise.all([1, 2, 3, 4, 5, 6].map((lot) => draw(lot)));
  assert.ok(new Set(others.map((one) => textOf(one.accesses.map((line) => line.id)))).size > 1);
});
