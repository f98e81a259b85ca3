/**
 * Receipts of what was done in traces, with listed arms and with hits: each stands in the ledger, is checked like that of an arm
 * by whoever holds it, and neither the paper nor the check tells anything of the case.
 *
 * @clause C-10, C-12, J-02, J-04
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerQuestion } from '../../src/acts/answer-question.ts';
import { askAgency } from '../../src/acts/ask-agency.ts';
import { askHit } from '../../src/acts/ask-hit.ts';
import { checkReceipt } from '../../src/acts/check-receipt.ts';
import { confirmListing } from '../../src/acts/confirm-listing.ts';
import { linkCase } from '../../src/acts/link-case.ts';
import { type Actor, machine } from '../../src/acts/office.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { proposeListing } from '../../src/acts/propose-listing.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { viewListingReceipt } from '../../src/acts/view-listing-receipt.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import { viewTraceReceipt } from '../../src/acts/view-trace-receipt.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import { parseReceipt, receiptCode } from '../../src/domain/ledger/receipt.ts';
import { findEntryOf } from '../../src/store/ledger.ts';
import { introduce, type Node, node } from '../exchange/nodes.ts';
import { aStolenArm, codeOf, GROUND, good, happens, hitsOf, run, SECOND } from '../listings/lists.ts';

let here: Node;
let partner: string;
const closing: (() => unknown)[] = [];
before(async () => {
  const t = { after: (close: () => unknown) => closing.push(close) } as never;
  const there = await node(t, 'XB');
  here = await node(t, 'XA');
  await introduce(here, there);
  partner = there.id;
});
after(async () => {
  for (const close of closing.reverse()) await close();
});

/** Whoever brings a paper: no arm, no trace, no field. */
const bearer = (name: string): Actor => ({
  ...machine(name, 'at the border'),
  scope: { ...EVERYTHING, arms: 'none', sees: new Set<never>() },
});
const check = (about: string | undefined, code: string, who = 'bearer') =>
  run(here, checkReceipt, { ...(about === undefined ? {} : { about }), code }, bearer(who));

async function tracedArm(serial: string) {
  const arm = await aStolenArm(here, serial);
  await happens(here, arm, 'seized', { happened: '2026-04-01', place: 'Harbour' });
  const opened = good(await run(here, openTrace, { arm, case: 'CASE-SECRET-9', authority: 'Coast guard' }));
  return { arm, ...opened };
}

test('an act in a trace has a receipt with code and place, which tells nothing of the case', async () => {
  const { trace, entry } = await tracedArm('QT-204417');
  const linked = good(await run(here, linkCase, { trace, case: 'liaison', reference: 'LA-SECRET-7' }));
  const view = good(await run(here, viewTrace, { trace }));
  const receipt = good(await run(here, viewTraceReceipt, { trace, entry }));
  assert.deepEqual(
    [receipt.about, receipt.file, receipt.number, receipt.act],
    ['trace', trace, view.reference, 'open-trace'],
  );
  assert.deepEqual(
    receipt.events.map(({ type }) => type),
    ['trace-opened', 'looked-at-home'],
  );
  const row = (await findEntryOf(here.db, trace, entry))!;
  assert.equal(receipt.code, receiptCode(row.salt, row.body));
  assert.deepEqual(parseReceipt(receipt.scan), {
    ...{ about: trace, entry, leaf: receipt.leaf, size: receipt.size, code: receipt.code },
  });
  const other = good(await run(here, viewTraceReceipt, { trace, entry: linked.entry }));
  for (const told of [receipt, other])
    assert.doesNotMatch(JSON.stringify(told), /SECRET|QT-204417|Coast guard|Harbour/);
  const expected = { entry, act: 'open-trace', recorded: receipt.recorded, leaf: receipt.leaf };
  const { reference } = view;
  for (const about of [reference, reference.toLowerCase().replaceAll('-', ' '), trace])
    assert.deepEqual(await check(about, receipt.code), expected);
  assert.deepEqual(await check(undefined, receipt.scan), expected);
  assert.equal(codeOf(await check(reference, other.code)), 'kept', 'each entry has its own code');
});

test('a code of one trace fits no other, and what does not exist answers as what does not fit', async () => {
  const one = await tracedArm('QT-304417');
  const two = await tracedArm('QT-304499');
  const { code } = good(await run(here, viewTraceReceipt, { trace: one.trace, entry: one.entry }));
  const { reference } = good(await run(here, viewTrace, { trace: two.trace }));
  assert.equal(codeOf(await check(reference, code, 'guesser')), 'receipt-unknown');
  assert.equal(codeOf(await check('XA-2026-00000000', code, 'guesser')), 'receipt-unknown');
  assert.equal(codeOf(await check(here.office.node, code, 'guesser')), 'receipt-unknown');
  assert.equal(codeOf(await check('XA-2026', code, 'guesser')), 'receipt-number-unreadable');
  assert.equal(codeOf(await check('XB-2026-00000000', code, 'guesser')), 'receipt-number-unreadable');
});

test('beyond the reach there is no receipt but that of what oneself recorded', async () => {
  const { trace, entry } = await tracedArm('QT-404417');
  const named = { name: 'Depot of the receipts', kind: 'depot' };
  const agency = good(await run(here, recordParty, named)).parties[0]!;
  const keeper = {
    ...machine('keeper', 'asked'),
    scope: { ...EVERYTHING, arms: 'own', parties: [agency] },
  } as Actor;
  const asNo = (entryOf: string) => run(here, viewTraceReceipt, { trace, entry: entryOf }, keeper);
  assert.equal(codeOf(await asNo(entry)), 'receipt-entry-unknown');
  assert.equal(codeOf(await asNo(agency)), 'receipt-entry-unknown', 'as what is not there');
  assert.equal(
    codeOf(await run(here, viewTraceReceipt, { trace: entry, entry })),
    'receipt-entry-unknown',
    'what is no trace',
  );
  const asked = good(await run(here, askAgency, { trace, agency, words: 'In your books?' }));
  const answered = good(
    await run(
      here,
      answerQuestion,
      { trace, question: asked.made, outcome: 'found', words: 'WORDS-SECRET' },
      keeper,
    ),
  );
  const receipt = good(await asNo(answered.entry));
  assert.deepEqual(receipt.events, [{ type: 'agency-answered' }]);
  assert.doesNotMatch(JSON.stringify(receipt), /SECRET/);
  assert.equal(codeOf(await check(receipt.number, receipt.code)), 'kept');
  assert.equal(codeOf(await asNo(asked.entry)), 'receipt-entry-unknown', 'the question is another’s');
});

test('listed arms and hits have receipts too, checked by the id that stands on them', async () => {
  const arm = await aStolenArm(here, 'QT-504417');
  const wish = { arm, reference: 'PV SECRET 1', ground: GROUND, partners: [partner] };
  const proposed = good(await run(here, proposeListing, wish));
  const confirmed = good(await run(here, confirmListing, { listing: proposed.subject }, SECOND));
  for (const { subject: file, entry } of [proposed, confirmed]) {
    const receipt = good(await run(here, viewListingReceipt, { about: 'listing', file, entry }));
    assert.doesNotMatch(JSON.stringify(receipt), /SECRET|QT-504417/);
    assert.equal(receipt.number, file);
    assert.equal(codeOf(await check(file, receipt.code)), 'kept');
    assert.equal(codeOf(await check(undefined, receipt.scan)), 'kept');
  }
  const twin = await aStolenArm(here, 'QT-504417');
  await happens(here, twin, 'seized', { happened: '2026-04-02' });
  good(await run(here, openTrace, { arm: twin }));
  const [hit] = await hitsOf(here, { listing: proposed.subject });
  const asked = good(await run(here, askHit, { hit: hit!.id, words: 'HIT-SECRET' }));
  const wanted = { file: hit!.id, entry: asked.entry };
  const receipt = good(await run(here, viewListingReceipt, { about: 'hit', ...wanted }));
  assert.deepEqual(
    receipt.events.map(({ type }) => type),
    ['hit-asked'],
  );
  assert.doesNotMatch(JSON.stringify(receipt), /SECRET/);
  assert.equal(codeOf(await check(hit!.id, receipt.code)), 'kept');
  const mistaken = await run(here, viewListingReceipt, { about: 'listing', ...wanted });
  assert.equal(codeOf(mistaken), 'receipt-entry-unknown');
});
