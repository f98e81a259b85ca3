/**
 * Deciding on a match on the pages: from a candidate to the receipt in three languages, nothing typed lost, the arm opened to
 * the one who decided and to nobody else, and nothing from outside obeyed.
 *
 * @clause PoA II.9, J-02
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type World, world } from '../world.ts';
import { BREAKERS, listForeign } from './markup.ts';
import { fieldsOf, type Officer, officer, plain } from './officer.ts';
import { alarmArm } from './told-arms.ts';
import { servePages } from './visitor.ts';

let here: World;
let told: { readonly id: string; readonly number: string };
before(async () => {
  here = await world();
  told = await alarmArm(here);
});
after(() => here.close());

const DECIDE = '/identify/decide';
const SITE = 'Court of Kerem, seal room';
const WANTED = {
  reading: 'ZN0447[17]O',
  maker: 'Norvik',
  'more.1.reading': '044?1',
  'more.1.part': 'bolt-carrier',
};
const WHY = 'Read again under the glass by two of us.';

/** The form under the candidate on the page of identification, with one of its buttons pressed. */
async function pressed(who: Officer, decision: string): Promise<Record<string, string>> {
  const page = await who.post('/identify', WANTED);
  const forms = page.text.match(/<form [^>]*class="decide"[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => one.includes(told.id))!;
  assert.ok(form.includes(`name="decision" value="${decision}"`), page.text.slice(-900));
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return { ...Object.fromEntries(fields.map(([, name, value]) => [name, plain(value!)])), decision };
}

/** Goes from the candidate to the page of the decision. */
async function opened(who: Officer, decision = 'same'): Promise<Record<string, string>> {
  const page = await who.post(DECIDE, await pressed(who, decision));
  assert.equal(page.status, 200, page.text.slice(0, 400));
  return fieldsOf(page.text);
}

test('from a candidate to the receipt; the arm shows the decision, and opens to the one who decided alone', async (t) => {
  const { address } = await servePages(t, here.office);
  const [detective, other] = await Promise.all(
    [1, 2].map(() => officer(here, address, { role: 'investigator' })),
  );
  const keeper = await officer(here, address, { role: 'marking-team' });
  const bare = await keeper.post('/identify', WANTED);
  assert.doesNotMatch(
    bare.text,
    /class="decide"|\/matches/,
    'nothing is offered to a role that does not decide',
  );
  const fields = await opened(detective!);
  assert.deepEqual(
    [fields.reading, fields.maker, fields.arm, fields.decision],
    [WANTED.reading, 'Norvik', told.id, 'same'],
  );
  const done = await detective!.post(DECIDE, { ...fields, why: WHY });
  assert.equal(done.status, 303, plain(done.text).slice(0, 600));
  const receipt = await detective!.get(done.location!);
  assert.match(receipt.text, /Decision on a reading[\s\S]*The same arm[\s\S]*to be confirmed by an expert/);
  assert.doesNotMatch(receipt.text, /\d\s*%/, 'no percentage on paper');
  const again = await detective!.post(DECIDE, { ...fields, why: WHY });
  assert.equal(again.location, done.location, 'sent twice, kept once');
  const path = `/arms/${told.number}`;
  const page = await detective!.get(path);
  assert.ok(page.text.includes(WHY) && !page.text.includes(SITE));
  const [, way] = /action="(\/matches\/[0-9a-f-]+\/open)"/.exec(page.text)!;
  for (let press = 0; press < 2; press++) assert.equal((await detective!.post(way!, {})).status, 303);
  const open = await detective!.get(path);
  assert.match(open.text, /You decided that a reading is of this arm/);
  assert.ok(open.text.includes(SITE));
  const seen = await other!.get(path);
  assert.ok(seen.text.includes(WHY) && !seen.text.includes(SITE) && !seen.text.includes(way!));
  assert.equal((await other!.post(way!, {})).status, 404);
  const supervisor = await officer(here, address, { role: 'supervisor' });
  const list = await supervisor.get('/emergencies');
  assert.match(list.text, /Opened by a decided reading/);
  assert.ok(list.text.includes(WHY));
  const work = await supervisor.get('/to-settle?kind=matched-arm');
  assert.match(work.text, /Arm opened by a decided reading/);
});

test('in three languages', async (t) => {
  const { address } = await servePages(t, here.office);
  const says = {
    en: [/Decide on a match/, /Decided readings/],
    fr: [/Décider d’un rapprochement/, /Lectures décidées/],
    ar: [/البتّ في مطابقة/, /قراءات بُتّ فيها/],
  } as const;
  for (const language of ['en', 'fr', 'ar'] as const) {
    const who = await officer(here, address, { role: 'forensic', language });
    const page = await who.post(DECIDE, await pressed(who, 'unsure'));
    assert.match(page.text, says[language][0]);
    const done = await who.post(DECIDE, { ...fieldsOf(page.text), why: WHY });
    assert.equal(done.status, 303);
    const list = await who.get('/matches');
    assert.match(list.text, says[language][1]);
    assert.ok(list.text.includes(WHY));
    assert.match(list.text, language === 'ar' ? /dir="rtl"/ : /dir="ltr"/);
  }
});

test('what was typed stands there again: without a why, where the arm is no candidate, kept for later, after signing in', async (t) => {
  const { address } = await servePages(t, here.office);
  const who = await officer(here, address, { role: 'forensic' });
  const fields = await opened(who, 'not-same');
  const short = await who.post(DECIDE, { ...fields, why: 'x' });
  assert.equal(short.status, 422);
  assert.match(short.text, /Say why, in at least three letters/);
  assert.deepEqual(fieldsOf(short.text), { ...fields, why: 'x' });
  const gone = await who.post(DECIDE, { ...fields, reading: 'QQQQ99', why: WHY });
  assert.equal(gone.status, 409);
  assert.match(plain(gone.text), /not among the candidates/);
  assert.equal(fieldsOf(gone.text).why, WHY);
  const later = await who.post(DECIDE, { ...fields, why: WHY, do: 'keep' });
  assert.equal(later.location, '/drafts');
  const drafts = await who.get('/drafts');
  assert.match(drafts.text, /Decide on a match/);
  const kept = await who.get((await who.get(`/drafts/${fields.act}`)).location!);
  assert.deepEqual(fieldsOf(kept.text), { ...fields, why: WHY });
  const back = await who.post(DECIDE, { ...fields, why: WHY, restored: '1' });
  assert.equal(back.status, 200);
  assert.equal(fieldsOf(back.text).why, WHY);
  const before = (await here.db.rows('select 1 from match')).length;
  assert.equal((await who.post(DECIDE, { ...fields, why: WHY })).status, 303);
  assert.equal((await here.db.rows('select 1 from match')).length, before + 1, 'only what was sent is kept');
  assert.doesNotMatch((await who.get('/drafts')).text, new RegExp(fields.act!));
  assert.equal((await who.get(DECIDE)).location, '/identify', 'nobody comes here without a candidate');
});

test('hostile words are shown as words', async (t) => {
  const { address } = await servePages(t, here.office);
  const who = await officer(here, address, { role: 'investigator' });
  const fields = await opened(who);
  for (const why of BREAKERS) {
    const { act: _act, ...rest } = fields;
    const done = await who.post(DECIDE, { ...rest, why: `${why} ...`, model: why, property: why });
    assert.ok([303, 409, 422].includes(done.status), `${done.status}: ${why}`);
    assert.deepEqual(listForeign(done.text), [], why);
  }
  for (const path of ['/matches', `/matches?arm=${told.number}`, `/arms/${told.number}`]) {
    const page = await who.get(path);
    assert.equal(page.status, 200);
    assert.deepEqual(listForeign(page.text), [], path);
  }
});
