/**
 * Marking practices over HTTP and by their acts: found by marks and signs, changed by the State and taken back with entries of the
 * ledger, drawn from data alone; and on the page of identification, where nothing counts until it is taken.
 *
 * @clause B-11, ITI 31(b)
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listMarkingPractices } from '../../src/acts/list-marking-practices.ts';
import { recordMarkingPractice } from '../../src/acts/record-marking-practice.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { type World, world } from '../world.ts';
import { BREAKERS, listForeign } from './markup.ts';
import { fieldsOf, type Officer, officer, plain } from './officer.ts';
import { servePages } from './visitor.ts';

let here: World;
let contact: Officer;
let reader: Officer;
before(async (t) => {
  here = await world();
  const { address } = await servePages(t as never, here.office);
  contact = await officer(here, address, { role: 'national-contact', name: 'Rana Keller' });
  reader = await officer(here, address, { role: 'forensic' });
});
after(() => here.close());

async function codes(input: object): Promise<readonly string[]> {
  const { run, input: shape } = listMarkingPractices;
  const done = await run(here.office, here.actor, shape.parse(input));
  assert.ok(!isRefusal(done));
  return done.practices.map(({ code }) => code);
}

const TYPED = {
  code: 'xa-stock',
  countries: 'XA',
  kind: 'state-stock',
  authority: 'Army of Aldera',
  'looks.en': 'A star over the letters AA.',
  texts: 'AA',
  pattern: "'AA' yyyy",
  frame: 'shield',
  rows: ':star\nAA',
  'on.receiver': 'yes',
  from: '1990',
  source: 'Order 4/1990',
  sure: 'sure',
  why: 'Order 12/2026',
};

test('there are many practices, found by State, kind, words, letters and signs', async () => {
  assert.ok((await codes({ limit: 200 })).length >= 60);
  assert.deepEqual(await codes({ country: 'KP' }), ['kp-star']);
  assert.deepEqual(await codes({ mark: '66 in triangle' }), ['cn-66']);
  assert.ok((await codes({ kind: 'import', limit: 200 })).includes('us-import'));
  assert.deepEqual(await codes({ text: 'perron' }), ['be-liege-perron']);
  const page = (await reader.get('/marking-practices?mark=arrow+in+triangle')).text;
  assert.match(page, /Russia[\s\S]*Izhevsk|Izhevsk[\s\S]*Russia/);
  assert.match(page, /<svg [^>]*aria-label="triangle, arrow"/);
  assert.doesNotMatch(page, /\/marking-practices\/record/, 'who may not record is not offered it');
});

test('a State adds its own, changes a row of the program and takes it back, each with an entry', async () => {
  const added = await contact.fill('/marking-practices/record', TYPED);
  assert.equal(added.location, '/marking-practices/xa-stock?done=kept', added.text.slice(0, 3000));
  assert.deepEqual(await codes({ mark: 'AA 1995' }), ['xa-stock']);
  assert.match((await reader.get('/marking-practices/xa-stock')).text, /of the State/);
  const again = await contact.fill('/marking-practices/record', TYPED);
  assert.equal(again.status, 409);
  const form = fieldsOf((await contact.get('/marking-practices/it-year-code/change')).text);
  assert.equal(form.kind, 'proof');
  const changed = await contact.fill('/marking-practices/it-year-code/change', {
    authority: 'Gardone',
    why: 'Note',
  });
  assert.equal(changed.status, 303, changed.text.slice(0, 3000));
  assert.deepEqual(await codes({ mark: 'AZ' }), ['it-year-code'], 'what no form asks is kept');
  assert.deepEqual([...(await codes({ own: true }))].sort(), ['it-year-code', 'xa-stock']);
  const late = await contact.post('/marking-practices/it-year-code/change', { ...form, why: 'x' });
  assert.equal(late.status, 409);
  const back = await contact.fill('/marking-practices/xa-stock/take-back', { why: 'A mistake' });
  assert.equal(back.status, 303);
  assert.deepEqual(await codes({ mark: 'AA 1995' }), []);
  const entries = await here.db.rows<{ body: Buffer }>(
    `select body from ledger_entry where position('"kind":"record-marking-practice"'::bytea in body) > 0
     order by entry_id`,
  );
  assert.equal(entries.length, 3);
  assert.match(entries[0]!.body.toString('utf8'), /"table":"practice"/);
});

test('what cannot be used is marked beside its field, and nothing typed is lost', async () => {
  const wrongs: readonly (readonly [object, string])[] = [
    [{ countries: 'Atlantis' }, 'countries'],
    [{ pattern: 'spell' }, 'pattern'],
    [{ rows: '<svg onload=zqRun()>' }, 'rows'],
    [{ rows: ':dragon' }, 'rows'],
    [{ from: '19x0' }, 'from'],
    [{ source: '' }, 'source'],
  ];
  for (const [wrong, field] of wrongs) {
    const no = await contact.fill('/marking-practices/record', { ...TYPED, code: 'xa-wrong', ...wrong });
    assert.ok(no.status === 409 || no.status === 422, field);
    assert.match(no.text, new RegExp(`id="${field}-wrong"`), field);
    assert.equal(fieldsOf(no.text).authority, TYPED.authority);
  }
});

test('hostile words stay words, in lists, forms and drawings', async () => {
  for (const [at, bad] of BREAKERS.entries()) {
    const typed = {
      ...TYPED,
      code: `xa-bad-${at}`,
      authority: bad,
      'looks.en': bad,
      texts: bad,
      rows: bad,
      source: bad,
    };
    const done = await contact.fill('/marking-practices/record', typed);
    assert.deepEqual(listForeign(done.text), [], bad);
    if (done.location) assert.deepEqual(listForeign((await contact.get(done.location)).text), [], bad);
    const shown = await reader.get(`/marking-practices?mark=${encodeURIComponent(bad)}`);
    assert.deepEqual(listForeign(shown.text), [], bad);
  }
  assert.deepEqual(listForeign((await reader.get('/marking-practices')).text), []);
});

test('a mark typed at an identification offers States, and counts only when one is taken', async () => {
  const asked = await reader.post('/identify', { stateMark: 'arrow in triangle' });
  assert.equal(asked.status, 200);
  const text = plain(asked.text);
  assert.match(text, /States that this mark may be of/);
  assert.match(text, /name="take" value="country RO"/);
  assert.match(text, /id="country" name="country"[^>]* value=""/, 'nothing is taken by itself');
  const taken = await reader.post('/identify', { stateMark: 'arrow in triangle', take: 'country RO' });
  assert.match(plain(taken.text), /id="country" name="country"[^>]* value="RO"/);
  const imported = await reader.post('/identify', { stateMark: 'XB-2012' });
  assert.match(plain(imported.text), /value="import"/);
  assert.doesNotMatch(
    imported.text,
    /value="country XB"/,
    'an import mark does not tell where an arm was made',
  );
  const bent = await reader.post('/identify', { stateMark: 'arrow in triangle', take: 'country <b>' });
  assert.match(plain(bent.text), /id="country" name="country"[^>]* value=""/);
});

test('a practice sent by a program is held to the same rules', async () => {
  const practice = {
    countries: ['XA'],
    kind: 'proof',
    looks: { en: 'x' },
    pattern: '(',
    source: 's',
    sure: 'sure',
  };
  const input = recordMarkingPractice.input.parse({ code: 'xa-p', practice, why: 'w' });
  const no = await recordMarkingPractice.run(here.office, here.actor, input);
  assert.ok(isRefusal(no));
  assert.equal(no.refused, 'practice-unusable');
});
