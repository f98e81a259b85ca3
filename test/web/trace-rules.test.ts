/**
 * The rules of tracing on the pages: shown with unit and clause, changed by whoever may, nothing typed is lost, nobody undoes a
 * change unseen; the template of letters with a letter to look at that is kept nowhere.
 *
 * @clause ITI 14, ITI 18, ITI 19, C-05
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readTraceRules } from '../../src/acts/trace-rules.ts';
import { type World, world } from '../world.ts';
import { BREAKERS, listForeign } from './markup.ts';
import { fieldsOf, type Officer, officer } from './officer.ts';
import { party } from './told-arms.ts';
import { seen } from './told-traces.ts';
import { servePages } from './visitor.ts';

let here: World;
let contact: Officer;
let auditor: Officer;
before(async (t) => {
  here = await world();
  const { address } = await servePages(t as never, here.office);
  contact = await officer(here, address, { role: 'national-contact' });
  auditor = await officer(here, address, { role: 'auditor' });
});
after(() => here.close());

const CHANGE = '/traces/rules/change';
const LETTER = '/traces/rules/letter';
const rules = () => readTraceRules(here.office.db);

test('ITI 18, ITI 19: the rules that hold are shown with their unit and clause, and changed by a form', async () => {
  assert.match((await contact.get('/traces')).text, /href="\/traces\/rules"/);
  const first = await auditor.get('/traces/rules');
  assert.match(seen(first.text), /those that come with the program hold/);
  assert.match(seen(first.text), /A request is answered within ITI 18 30 days/);
  assert.doesNotMatch(first.text, /rules\/(change|letter)/, 'who may not change is not offered it');
  assert.equal((await auditor.get(CHANGE)).status, 403);
  assert.equal((await auditor.post(CHANGE, { answerDays: '1' })).status, 403);

  const depot = await party(here, 'agency', 'Defence Staff of Kerem');
  const typed = {
    answerDays: '45',
    alone: 'yes',
    law: 'Arms Act, article 14',
    'never.0': 'Defence Staff of Kerem',
  };
  const done = await contact.fill(CHANGE, { ...typed, embargo: 'Committee 1533', channel: 'letter' });
  assert.equal(done.status, 303, seen(done.text).slice(0, 900));
  const page = await auditor.get(done.location!);
  assert.deepEqual(listForeign(page.text), []);
  for (const told of [
    /Version 1, set /,
    /within ITI 18 45 days/,
    /Defence Staff of Kerem/,
    /Committee 1533 · letter/,
  ])
    assert.match(seen(page.text), told);
  const kept = await rules();
  assert.deepEqual(
    [kept.answerDays, kept.acknowledgeDays, kept.aloneWhenUrgent, kept.neverListed, kept.embargoCopyTo],
    [45, 7, true, [depot], { to: 'Committee 1533', channel: 'letter' }],
  );
});

test('what cannot be read is marked, nothing typed is lost, and no change is undone unseen', async () => {
  const form = fieldsOf((await contact.get(CHANGE)).text);
  const before = await rules();
  const wrong = await contact.post(CHANGE, {
    ...form,
    ...{ answerDays: 'soon', remindDays: '', law: 'Another law', 'never.1': 'Nobody knows this' },
  });
  assert.equal(wrong.status, 422);
  for (const id of ['answerDays', 'remindDays', 'never.1'])
    assert.match(wrong.text, new RegExp(`id="${id}-wrong"`));
  const again = fieldsOf(wrong.text);
  assert.deepEqual(
    [again.answerDays, again.law, again['never.0'], again['never.1']],
    ['soon', 'Another law', 'Defence Staff of Kerem', 'Nobody knows this'],
  );
  const half = await contact.post(CHANGE, { ...form, 'asked.0.called': 'Police files' });
  assert.match(half.text, /id="asked\.0\.agency-wrong"/);
  assert.deepEqual(await rules(), before, 'nothing of it was kept');

  assert.equal((await contact.fill(CHANGE, { answerDays: '50' })).status, 303);
  const late = await contact.post(CHANGE, { ...form, acknowledgeDays: '9' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Somebody changed the rules of traces meanwhile/);
  assert.equal(fieldsOf(late.text).acknowledgeDays, '9');
  assert.deepEqual([(await rules()).answerDays, (await rules()).acknowledgeDays], [50, 7]);
});

test('an agency stays where it stands though another bears its name since, and one is taken away by emptying its field', async () => {
  const before = (await rules()).neverListed;
  assert.equal(before.length, 1);
  await party(here, 'agency', 'Defence Staff of Kerem');
  assert.equal((await contact.fill(CHANGE, { hitDays: '4' })).status, 303);
  assert.deepEqual((await rules()).neverListed, before);
  assert.equal((await contact.fill(CHANGE, { 'never.0': '' })).status, 303);
  assert.deepEqual((await rules()).neverListed, []);
});

test('the template of letters: looked at in any language before it is kept, and kept without the rest of the rules', async () => {
  const before = await rules();
  const typed = {
    head: 'Republic of Kerem\nNational Point of Contact',
    articles: 'Arms Act, article 9',
    place: 'Kerem',
  };
  const look = await contact.fill(LETTER, { ...typed, sample: 'refused', language: 'fr', do: 'show' });
  assert.equal(look.status, 200);
  assert.match(look.text, /<article class="card paper" lang="fr/);
  assert.match(seen(look.text), /National Point of Contact/);
  assert.match(seen(look.text), /Arms Act, article 9/);
  assert.equal(fieldsOf(look.text).head, typed.head);
  assert.deepEqual(await rules(), before, 'a look keeps nothing');
  for (const sample of ['acknowledged', 'more-wanted', 'found', 'refused', 'clarification-given', 'closed'])
    for (const language of ['en', 'ar', 'ru']) {
      const one = await contact.fill(LETTER, { ...typed, sample, language, do: 'show' });
      assert.match(seen(one.text), /Republic of Kerem/, `${sample} ${language}`);
      assert.deepEqual(listForeign(one.text), []);
    }
  const most = Array.from({ length: 11 }, (_, at) => `Line ${at}`).join('\n');
  const long = await contact.fill(LETTER, { ...typed, head: most });
  assert.equal(long.status, 422);
  assert.match(long.text, /id="head-wrong"/);
  assert.equal(fieldsOf(long.text).head, most);
  const done = await contact.fill(LETTER, typed);
  assert.equal(done.status, 303, seen(done.text).slice(0, 600));
  const { letter, ...others } = await rules();
  assert.deepEqual(letter.head, ['Republic of Kerem', 'National Point of Contact']);
  assert.deepEqual({ ...others, letter: before.letter }, before);
  assert.equal((await auditor.get(LETTER)).status, 403);
});

test('hostile words stay words', async () => {
  for (const hostile of BREAKERS) {
    const head = hostile.replace(/[\r\n]/g, ' ');
    const look = await contact.fill(LETTER, { head, place: head, signatures: head, do: 'show' });
    assert.deepEqual(listForeign(look.text), [], head);
    const shown = await contact.fill(CHANGE, {
      law: head,
      answerDays: head,
      embargo: head,
      'asked.0.called': head,
    });
    assert.deepEqual(listForeign(shown.text), [], head);
  }
});
