/** A receipt names its entry, waits for its place, and is held against the ledger by its code; nothing else is told. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkReceipt, RECEIPT_TRIES } from '../../src/acts/check-receipt.ts';
import { machine, type Office } from '../../src/acts/office.ts';
import { RECEIPT_WAIT_MS } from '../../src/acts/receipt-place.ts';
import { viewReceipt } from '../../src/acts/view-receipt.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import { LETTERS } from '../../src/domain/base/letters.ts';
import { parseReceipt, receiptCode } from '../../src/domain/ledger/receipt.ts';
import { findEntryOf } from '../../src/store/ledger.ts';
import { codeOf, kept, type Registry, registry } from './registry.ts';

let r: Registry;
before(async () => {
  r = await registry();
});
after(() => r.close());

const view = (arm: string, entry: string) => r.run(viewReceipt, { arm, entry });
const asking = (operator: string) => machine(operator, 'test');
const check = (operator: string, input: object, office: Office = r.office) =>
  checkReceipt.run(office, asking(operator), checkReceipt.input.parse(input));
const linesOf = async (act: string) =>
  r.db.rows<{ operator: string; subjects: string }>(
    'select operator, subjects from access_log where act = $1 order by access_id',
    [act],
  );

test('a receipt of an entry just made waits for its place and tells what, when and where', async () => {
  const { arm } = await r.register();
  const { entry, number } = kept(await r.record(arm, 'lost', { happened: '2021-03-04' }));
  const receipt = kept(await view(arm, entry));
  assert.equal(receipt.number, number);
  assert.deepEqual(receipt.events, [{ type: 'lost', happened: '2021-03-04' }]);
  assert.equal(receipt.act, 'record-event');
  assert.ok(receipt.leaf < receipt.size);
  assert.match(receipt.root, /^[0-9a-f]{16}$/);
  assert.equal(receipt.operator, 'tester');
  assert.equal(receipt.demonstration, true);
  assert.ok(receipt.marks.some((mark) => mark.text === 'ZQ-0417'));
  const row = (await findEntryOf(r.db, arm, entry))!;
  assert.equal(receipt.code, receiptCode(row.salt, row.body));
  assert.deepEqual(parseReceipt(receipt.scan), {
    about: number,
    entry,
    leaf: receipt.leaf,
    size: receipt.size,
    code: receipt.code,
  });
  assert.ok((await linesOf('view-receipt')).some((line) => line.subjects === arm));
});

test('where nothing numbers, a receipt says that its entry waits, after a bounded time', async () => {
  const { arm } = await r.register();
  await r.numbering.drain();
  await r.numbering.stop();
  const { entry } = kept(await r.record(arm, 'sighted', { happened: '2022-01-01' }));
  const started = performance.now();
  assert.equal(codeOf(await view(arm, entry)), 'not-numbered-yet');
  assert.ok(performance.now() - started < RECEIPT_WAIT_MS * 3);
  await r.numbering.drain();
  kept(await view(arm, entry));
});

test('A-13: a receipt stays within the scope: another agency’s arm is none, and who recorded is for those who see it', async () => {
  const { arm, entry } = await r.register();
  await r.numbering.drain();
  const stranger = {
    ...asking('stranger'),
    scope: { ...EVERYTHING, arms: 'own' as const, parties: [r.who.police] },
  };
  assert.equal(codeOf(await viewReceipt.run(r.office, stranger, { arm, entry })), 'arm-unknown');
  const plain = { ...asking('plain'), scope: { ...EVERYTHING, sees: new Set<never>() } };
  const receipt = kept(await viewReceipt.run(r.office, plain, { arm, entry }));
  assert.equal(receipt.operator, undefined);
  assert.equal(codeOf(await view(arm, arm)), 'entry-unknown');
});

test('a receipt is found by number and code, however they were typed, and tells act, time and place alone', async () => {
  const { arm, entry, number, recorded } = await r.register();
  kept(await r.record(arm, 'sighted', { happened: '2022-01-01' }));
  await r.numbering.drain();
  const { code, leaf, scan } = kept(await view(arm, entry));
  const expected = { entry, act: 'register-arm', recorded, leaf };
  // Who checks needs no right to the arm.
  const nobody = { ...asking('border'), scope: { ...EVERYTHING, arms: 'none' as const } };
  for (const typed of [code, code.toLowerCase().replaceAll('-', ' '), scan])
    assert.deepEqual(await checkReceipt.run(r.office, nobody, { about: number, code: typed }), expected);
  assert.deepEqual(await check('border', { code: scan }), expected);
  assert.equal((await linesOf('check-receipt')).filter((line) => line.operator === 'border').length, 4);
});

test('one changed letter never passes, nor a code of another arm, nor a scanned text that names another entry', async () => {
  const one = await r.register();
  const other = await r.register({ marks: [{ kind: 'serial', part: 'receiver', text: 'ZQ-0999' }] });
  const more = kept(await r.record(one.arm, 'sighted', { happened: '2022-01-01' }));
  await r.numbering.drain();
  const { code, scan } = kept(await view(one.arm, one.entry));
  const bare = code.replaceAll('-', '');
  for (let place = 0; place < bare.length; place++) {
    const letter = LETTERS[(LETTERS.indexOf(bare[place]!) + 7) % 32]!;
    const wrong = `${bare.slice(0, place)}${letter}${bare.slice(place + 1)}`;
    assert.equal(codeOf(await check('typist', { about: one.number, code: wrong })), 'receipt-code-fails');
  }
  assert.equal(codeOf(await check('typist', { about: other.number, code })), 'receipt-unknown');
  const forged = scan.replace(one.entry.toUpperCase(), more.entry.toUpperCase());
  assert.notEqual(forged, scan);
  assert.equal(codeOf(await check('typist', { code: forged })), 'receipt-unknown');
  assert.equal(codeOf(await check('typist', { about: 'XA-00000-00000', code })), 'receipt-unknown');
  assert.equal(codeOf(await check('typist', { about: 'XA', code })), 'receipt-number-unreadable');
  assert.equal(
    codeOf(await check('typist', { about: one.number, code: 'hello' })),
    'receipt-code-unreadable',
  );
});

test('guesses make their operator wait, and nobody else; a code that fits is no guess', async () => {
  const { arm, entry, number } = await r.register();
  const seen = kept(await r.record(arm, 'sighted', { happened: '2022-01-01' }));
  await r.numbering.drain();
  const { code } = kept(await view(arm, entry));
  const other = kept(await view(arm, seen.entry));
  const elsewhere = await r.register({ marks: [{ kind: 'serial', part: 'receiver', text: 'ZQ-1999' }] });
  let now = Date.now();
  const office = { ...r.office, clock: () => now };
  for (let turn = 0; turn < 2 * RECEIPT_TRIES.free; turn++)
    assert.equal(codeOf(await check('honest', { about: number, code }, office)), 'kept');
  for (let turn = 0; turn <= RECEIPT_TRIES.free; turn++) {
    now += 2000;
    const guess = await check('guesser', { about: elsewhere.number, code: other.code }, office);
    assert.equal(codeOf(guess), 'receipt-unknown', `try ${turn}`);
  }
  assert.equal(codeOf(await check('guesser', { about: number, code }, office)), 'receipt-tries');
  assert.equal(codeOf(await check('honest', { about: number, code }, office)), 'kept');
  now += 3 * RECEIPT_TRIES.waitMaxSeconds * 1000;
  assert.equal(codeOf(await check('guesser', { about: number, code }, office)), 'kept');
});
