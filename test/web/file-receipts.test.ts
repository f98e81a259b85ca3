/** Receipts of traces on their pages: reached from the trace, in three languages, and checked by whoever holds the paper. @clause J-04 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTrace } from '../../src/acts/open-trace.ts';
import { viewTraceReceipt } from '../../src/acts/view-trace-receipt.ts';
import { type World, world } from '../world.ts';
import { BREAKERS, listForeign } from './markup.ts';
import { officer } from './officer.ts';
import { got } from './told-arms.ts';
import { recoveredArm } from './told-traces.ts';
import { servePages } from './visitor.ts';

let here: World;
let trace: string;
let entry: string;
before(async () => {
  here = await world();
  const { number } = await recoveredArm(here);
  const input = openTrace.input.parse({ arm: number, case: `SECRET ${BREAKERS[0]}`, authority: 'Harbour' });
  ({ trace, entry } = got(await openTrace.run(here.office, here.actor, input)));
  await here.numbering.drain();
});
after(() => here.close());

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

test('the page of a trace leads to the receipt of each of its entries, in three languages', async (t) => {
  const { address } = await servePages(t, here.office);
  const contact = await officer(here, address, { role: 'national-contact' });
  const page = await contact.get(`/traces/${trace}?done=${entry}`);
  assert.equal(page.text.split(`href="/receipts/${entry}?trace=${trace}"`).length, 4, 'note and two events');
  const says = {
    en: [
      /Trace [A-Z]{2}-\d{4}-[0-9A-F]{8}/,
      /Trace opened|Opened/i,
      /nothing of the case/,
      /no acknowledgement/,
    ],
    fr: [/Traçage [A-Z]{2}-\d{4}-[0-9A-F]{8}/, /ne dit rien de l’affaire/, /pas l’accusé de réception/],
    ar: [/تعقب [A-Z]{2}-\d{4}-[0-9A-F]{8}/, /لا يقول شيئًا عن القضية/, /ليس إقرارًا/],
  };
  for (const [language, sentences] of Object.entries(says)) {
    const { status, text } = await contact.get(`/receipts/${entry}?trace=${trace}&lang=${language}`);
    assert.equal(status, 200);
    for (const sentence of sentences) assert.match(plain(text), sentence);
    assert.match(text, /<svg class="square"/);
    assert.doesNotMatch(plain(text), /SECRET|Harbour|QRT04417/);
    assert.deepEqual(listForeign(text), []);
  }
  assert.equal((await contact.get(`/receipts/${entry}?hit=${trace}`)).status, 404);
  const clerk = await officer(here, address, { role: 'registry-clerk' });
  assert.equal((await clerk.get(`/receipts/${entry}?trace=${trace}`)).status, 404, 'beyond the reach');
  const team = await officer(here, address, { role: 'marking-team' });
  assert.equal((await team.get(`/receipts/${entry}?trace=${trace}`)).status, 403);
});

test('whoever holds the paper checks it unsigned, by reference and code, and learns nothing of the case', async (t) => {
  const { address } = await servePages(t, here.office);
  const receipt = got(await viewTraceReceipt.run(here.office, here.actor, { trace, entry }));
  const post = (fields: Record<string, string>) =>
    fetch(`${address}/check?lang=en`, {
      method: 'POST',
      headers: { origin: address },
      body: new URLSearchParams(fields),
    });
  for (const fields of [{ number: receipt.number, code: receipt.code }, { code: receipt.scan }]) {
    const answer = await post(fields as Record<string, string>);
    assert.equal(answer.status, 200);
    const told = plain(await answer.text());
    assert.match(told, /The receipt fits an entry/);
    assert.ok(told.includes(entry));
    assert.doesNotMatch(told, /SECRET|Harbour|QRT04417/);
  }
  const wrong = await post({ number: `${receipt.number.slice(0, -1)}G`, code: receipt.code });
  assert.equal(wrong.status, 404);
  assert.match(plain(await wrong.text()), /is no number of a receipt/);
});
