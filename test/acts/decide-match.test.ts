/**
 * Deciding on a match: two entries and nothing of the arm, once for each submission, told to those who may know, proven, and its
 * rows what the ledger tells.
 *
 * @clause PoA II.9, A-10, J-02, J-04
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkReceipt } from '../../src/acts/check-receipt.ts';
import { erasePersonalData } from '../../src/acts/erase-personal-data.ts';
import { identifyArm } from '../../src/acts/identify-arm.ts';
import { listMatches } from '../../src/acts/list-matches.ts';
import type { Person } from '../../src/acts/office.ts';
import { proveArm } from '../../src/acts/prove-arm.ts';
import { refoldArm } from '../../src/acts/refold-arm.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { viewReceipt } from '../../src/acts/view-receipt.ts';
import { parseCheckpoint } from '../../src/domain/ledger/checkpoint.ts';
import { commitment, leafHash } from '../../src/domain/ledger/hash.ts';
import { verifyInclusion } from '../../src/domain/ledger/merkle.ts';
import { parseNote } from '../../src/domain/ledger/note.ts';
import { arm, as, CONSOLE, EXPERT, number, person, r, textOf } from '../planted.ts';
import { decide, plantMatched, SURE, VAGUE, WHY } from './matched.ts';
import { codeOf, kept } from './registry.ts';

before(plantMatched);
after(() => r.close());

const countOf = async (table: string): Promise<number> =>
  (await r.db.rows<{ n: number }>(`select count(*) as n from ${table}`))[0]!.n;

test('the questions of these tests are what they are said to be', async () => {
  const probabilityOf = async (question: object) =>
    kept(await as(CONSOLE, identifyArm, question)).candidates.find((one) => one.armId === arm)?.probability;
  assert.ok((await probabilityOf(SURE))! > 0.5);
  assert.ok((await probabilityOf(VAGUE))! < 0.5);
});

test('a decision is two entries of one act, names no person, and changes nothing of the arm', async () => {
  const officer = await person('forensic');
  const before = textOf(kept(await as(EXPERT, viewArm, { arm })));
  const rows = await r.db.rows('select * from arm where arm_id = $1', [arm]);
  const done = kept(await decide(officer, { calibre: '9 mm' }));
  assert.deepEqual([done.arm, done.number, done.decision], [arm, number, 'same']);
  const entries = await r.db.rows<{ id: string; body: string }>(
    `select entry_id as id, convert_from(body, 'UTF8') as body from ledger_entry where act_id = $1 order by entry_id <> $2`,
    [done.act, done.proposal],
  );
  assert.deepEqual(
    entries.map(({ id, body }) => [id, JSON.parse(body).subject, JSON.parse(body).events[0].type]),
    [
      [done.proposal, done.subject, 'match-proposed'],
      [done.entry, done.subject, 'match-decided'],
    ],
  );
  assert.ok(entries.every(({ body }) => !body.includes('Quenby')));
  const [proposed, decided] = entries.map(({ body }) => JSON.parse(body).events[0]);
  assert.deepEqual(proposed.said, { maker: 'Zeta', calibre: '9 mm' });
  assert.deepEqual([proposed.weights, proposed.tables], [(await r.office.weights()).version, 0]);
  assert.equal(proposed.candidates[0].arm, arm);
  assert.equal(proposed.candidates[0].probability, decided.probability);
  assert.deepEqual([decided.proposal, decided.arm, decided.place], [done.proposal, arm, 1]);
  assert.equal(textOf(kept(await as(EXPERT, viewArm, { arm }))), before);
  assert.deepEqual(await r.db.rows('select * from arm where arm_id = $1', [arm]), rows);
});

test('an arm that is not among the candidates, a reading that says nothing and no why are refused; nothing is kept', async () => {
  const [officer, keeper] = [await person('forensic'), await person('keeper')];
  const other = await r.register({ marks: [{ kind: 'serial', text: 'WWX 88 11 5' }] });
  const before = [await countOf('match'), await countOf('ledger_entry')];
  for (const wanted of [other.arm, other.number, r.newId(), 'nothing', `' or true --`])
    assert.equal(codeOf(await decide(officer, { arm: wanted })), 'match-no-candidate', wanted);
  assert.equal(codeOf(await decide(officer, { reading: '???' })), 'reading-says-nothing');
  for (const wrong of [{ why: '  ' }, { why: 'x'.repeat(2001) }, { decision: 'merge' }, { arm: undefined }])
    assert.equal(codeOf(await decide(officer, wrong)), 'input-unreadable');
  assert.equal(codeOf(await decide(keeper)), 'not-permitted');
  assert.deepEqual([await countOf('match'), await countOf('ledger_entry')], before);
});

test('a submission that comes twice is kept once; its id is nobody else’s', async () => {
  const officer = await person('forensic');
  const act = r.newId();
  const [one, two] = await Promise.all([decide(officer, { act }), decide(officer, { act })]);
  assert.deepEqual(kept(one), kept(two));
  assert.deepEqual(kept(await decide(officer, { act, decision: 'unsure' })), kept(one));
  assert.equal(kept(await as(officer, listMatches, {})).matches.length, 1);
  assert.equal(codeOf(await decide(await person('forensic'), { act })), 'act-id-taken');
});

test('why is for those who see cases, who decided for those who see who recorded', async () => {
  const [detective, expert, clerk, auditor] = await Promise.all(
    ['investigator', 'forensic', 'registry-clerk', 'auditor'].map((role) => person(role)),
  );
  kept(await decide(expert!));
  const first = async (who: Person) => kept(await as(who, listMatches, { arm, limit: 1 })).matches[0]!;
  assert.deepEqual(
    await Promise.all(
      [detective!, expert!, clerk!, auditor!].map(async (who) => {
        const { operator, why, own } = await first(who);
        return [operator === expert!.operator, why === WHY, own];
      }),
    ),
    [
      [false, true, false],
      [true, true, true],
      [false, true, false],
      [true, true, false],
    ],
  );
  const blind: Person = { ...detective!, role: { ...detective!.role, sees: [] } };
  assert.equal((await first(blind)).why, undefined);
  assert.equal(codeOf(await as(await person('keeper'), listMatches, { arm })), 'not-permitted');
  const far: Person = {
    ...expert!,
    role: { ...expert!.role, powers: { 'list-matches': 'own' } },
    parties: [],
  };
  assert.deepEqual(kept(await as(far, listMatches, {})).matches, [], 'not of arms beyond the reach');
});

test('the list goes page by page, the newest first', async () => {
  const officer = await person('forensic');
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) ids.unshift(kept(await decide(officer)).subject);
  const told: string[] = [];
  let after: string | undefined;
  do {
    const { matches, next } = kept(await as(officer, listMatches, { limit: 2, after }));
    told.push(...matches.map(({ id }) => id));
    after = next;
  } while (after);
  assert.deepEqual(told, ids);
});

test('hostile texts are kept as they stand or refused, and reach no entry but as digests', async () => {
  const officer = await person('forensic');
  for (const why of [
    `<script>alert(1)</script> '; drop table match; --`,
    '\u202eevil\u0007',
    '💣'.repeat(900),
  ]) {
    const done = kept(await decide(officer, { why }));
    const [first] = kept(await as(officer, listMatches, { limit: 1 })).matches;
    assert.deepEqual([first!.id, first!.why], [done.subject, why]);
  }
  assert.equal(codeOf(await decide(officer, { model: '\ud800' })), 'text-not-well-formed');
  const words = { maker: 'Zeta "\\', model: '\u202e', property: '<b>', importMark: '\u0001' };
  kept(await decide(officer, words));
  const long = `slide ${'A1?'.repeat(40)}; frame ZQ-0417 ${'[12345678]'.repeat(39)} barrel ZQ-0417`;
  assert.ok(['kept', 'match-no-candidate'].includes(codeOf(await decide(officer, { reading: long }))));
});

test('both entries are proven with the arm and have receipts; roles without cases learn of neither', async () => {
  const expert = { ...EXPERT, operator: (await person('forensic')).operator };
  const done = kept(await decide(expert));
  await r.numbering.drain();
  const proof = kept(await as(expert, proveArm, { arm }));
  const { size, root } = kept(parseCheckpoint(kept(parseNote(proof.checkpoint)).text));
  const found = [done.proposal, done.entry].map((id) => proof.entries.find(({ entry }) => entry === id)!);
  assert.ok('commitment' in found[0]!, 'the proposal names other arms');
  assert.ok('body' in found[1]! && JSON.parse(found[1].body).events[0].decision === 'same');
  for (const one of found) {
    const committed =
      'commitment' in one
        ? Buffer.from(one.commitment, 'hex')
        : commitment(Buffer.from(one.salt, 'hex'), Buffer.from(one.body));
    const path = one.path.map((hash) => Buffer.from(hash, 'base64'));
    const claim = { leaf: leafHash(committed), index: one.leaf, size, root, proof: path };
    assert.ok(verifyInclusion(claim), one.entry);
    assert.ok(!verifyInclusion({ ...claim, index: one.leaf - 1 }));
  }
  const receipt = kept(await as(expert, viewReceipt, { arm, entry: done.entry }));
  assert.deepEqual([receipt.act, receipt.decided], ['decide-match', { decision: 'same', reading: 'ZQ0417' }]);
  const checked = kept(await as(expert, checkReceipt, { about: number, code: receipt.code }));
  assert.deepEqual([checked.entry, checked.act], [done.entry, 'decide-match']);
  const customs = await person('customs');
  assert.equal(codeOf(await as(customs, viewReceipt, { arm, entry: done.entry })), 'entry-unknown');
  const seen = kept(await as(customs, proveArm, { arm })).entries.map(({ entry }) => entry);
  assert.ok(!seen.includes(done.entry) && !seen.includes(done.proposal));
  const second = await r.register();
  assert.equal(
    codeOf(await as(expert, viewReceipt, { arm: second.arm, entry: done.entry })),
    'entry-unknown',
  );
});

test('the rows are what the entries tell: what was altered, lost or put there is found and mended', async () => {
  const officer = await person('forensic');
  const refold = async () => kept(await as(CONSOLE, refoldArm, { arm }));
  assert.deepEqual((await refold()).differences, []);
  const [one, two] = [kept(await decide(officer)), kept(await decide(officer, { decision: 'not-same' }))];
  const stand = await r.db.rows('select * from match order by match_id');
  await r.db.rows(`update match set decision = 'same', why = 'nothing' where match_id = $1`, [two.subject]);
  await r.db.rows(
    `insert into match select arm_id, gen_random_uuid(), $2, decided_at, reading, decision, 1, why, salt, proposal_entry, entry_id
     from match where match_id = $1`,
    [one.subject, officer.operator],
  );
  const { differences } = await refold();
  const told = differences.map(({ column }) => column.replace(/match \S+ ?/, ''));
  assert.deepEqual(told.sort(), ['', 'decision', 'why']);
  assert.ok(!textOf(differences).includes('nothing'));
  assert.deepEqual((await refold()).differences, []);
  await r.db.rows('delete from match where arm_id = $1', [arm]);
  assert.equal((await refold()).differences.length, stand.length);
  const after = await r.db.rows('select * from match order by match_id');
  const bare = (rows: readonly object[]) => rows.map((row) => ({ ...row, why: null, salt: null }));
  assert.deepEqual(bare(after), bare(stand));
});

test('the words of a decision are erased by order, and the proof stays', async () => {
  const officer = await person('forensic');
  const done = kept(await decide(officer));
  const notes: unknown[] = [];
  const act = erasePersonalData(async (more) => void notes.push(...more));
  const erase = (more: object) =>
    act.run(
      r.office,
      r.actor,
      act.input.parse({ what: 'match', target: done.subject, ground: 'request', ...more }),
    );
  assert.equal(codeOf(await erase({})), 'order-missing');
  const order = { authority: 'High Court of XA', number: '12/2026', date: '2026-01-05' };
  kept(await erase({ ground: 'court-order', order }));
  assert.equal(codeOf(await erase({ ground: 'court-order', order })), 'match-unknown');
  assert.equal(notes.length, 1);
  const [row] = await r.db.rows('select why, salt, decision from match where match_id = $1', [done.subject]);
  assert.deepEqual(row, { why: null, salt: null, decision: 'same' });
  assert.deepEqual(kept(await as(CONSOLE, refoldArm, { arm })).differences, []);
});
