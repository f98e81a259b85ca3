/** A certified report on its page: made by a form, readable in three languages, with its seal; and the file that was signed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nameOfficial } from '../../src/acts/name-official.ts';
import { OFFICIAL_NOT_NAMED } from '../../src/acts/trace-officials.ts';
import type { ReportFact } from '../../src/domain/trace/report.ts';
import { verifyReport } from '../../src/doors/verify/report/verify-report.ts';
import { sayRefusal } from '../../src/doors/web/refusal-words.ts';
import { linesOf } from '../../src/doors/web/report-lines.ts';
import { CATALOGUES, LANGUAGES } from '../../src/doors/web/words/languages.ts';
import { kept, type Registry, registry } from '../acts/registry.ts';
import { DEALER_THERE, HOLDER, type Reported, reported, WORDS } from '../acts/reported.ts';
import { signedIn } from '../browser/people.ts';
import { servePages } from './visitor.ts';

let r: Registry;
let here: Reported;

before(async () => {
  r = await registry();
  here = await reported(r);
});
after(() => r.close());

/** Somebody of a role; what a partner told stands under a limit, so whoever reads of it is named for the trace. */
async function visitor(t: Parameters<typeof servePages>[0], role = 'national-contact', isNamed = true) {
  const pages = await servePages(t, r.office);
  const { token, login } = await signedIn(r, pages.address, { role });
  const named = { trace: here.trace, login, why: 'Works on the report.' };
  if (isNamed) kept(await r.run(nameOfficial, named, here.contact));
  const headers = { cookie: `countermark-session=${token}`, origin: pages.address };
  const path = `/traces/${here.trace}/report`;
  const post = (fields: Readonly<Record<string, string>>) =>
    fetch(`${pages.address}${path}?lang=en`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(fields),
    });
  return { get: (more = '') => pages.get(`${path}${more}`, { headers }), post };
}

const plain = (text: string): string => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const ASKED = { case: '118/26', reason: 'Asked for by the court.', use: 'criminal-proceedings' };

test('a report is made by a form without a script, shown in three languages, and its file is whole', async (t) => {
  const { get, post } = await visitor(t);
  const form = await get('?lang=en');
  assert.equal(form.status, 200, form.text);
  assert.match(plain(form.text), /Reports made before None yet/);
  const done = await post({ ...ASKED, act: r.newId() });
  assert.equal(done.status, 303, await done.text());
  const entry = /entry=([0-9a-f-]{36})/.exec(done.headers.get('location')!)![1]!;
  const says = {
    en: [/A witness, not a suspect/, /Investigative lead/, /Findings of named authorities/, /Demonstration/],
    fr: [/Un témoin, non un suspect/, /Piste d’enquête/, /Constats d’autorités nommées/],
    ar: [/شاهد لا مشتبه به/, /خيط تحقيق/, /استنتاجات سلطات مسمّاة/],
  };
  for (const [language, sentences] of Object.entries(says)) {
    const { status, text } = await get(`?entry=${entry}&lang=${language}`);
    assert.equal(status, 200, text);
    for (const sentence of sentences) assert.match(plain(text), sentence);
    assert.ok(text.includes('<bdi dir="ltr" class="code">ZQ-04?7</bdi>'), language);
    assert.ok(plain(text).includes(DEALER_THERE.replace('&', '&amp;')), language);
    for (const name of [HOLDER, WORDS]) assert.ok(!text.includes(name), name);
    assert.doesNotMatch(plain(text.slice(text.indexOf('<article'))), /%|undefined|\[object/);
    assert.match(text, /<svg class="square"/);
  }
  const file = await get(`/file?entry=${entry}`);
  assert.match(String(file.headers['content-disposition']), /attachment; .*\.countermark-report\.json/);
  assert.equal(verifyReport(Buffer.from(file.text)).ok, true);
  assert.doesNotMatch((await get('?lang=en')).text, /None yet/);
});

test('what is wrong is said above the form, with everything that was typed', async (t) => {
  const { post } = await visitor(t);
  const refused = await post({ ...ASKED, persons: 'yes', act: r.newId() });
  assert.equal(refused.status, 409);
  const text = await refused.text();
  assert.match(plain(text), /Say why/);
  assert.match(text, /value="118\/26"/);
  assert.match(text, /name="persons" checked|checked/);
});

test('J-02: an auditor reads reports and makes none; others come to neither', async (t) => {
  const { entry } = kept(await here.certify());
  const unnamed = await visitor(t, 'auditor', false);
  const closed = await unnamed.get(`?entry=${entry}&lang=en`);
  assert.equal(closed.status, 409);
  assert.ok(
    !closed.text.includes('ZQ-04?7'),
    'what a partner told for named officials is shown to nobody else',
  );
  const auditor = await visitor(t, 'auditor');
  assert.equal((await auditor.get(`?entry=${entry}&lang=en`)).status, 200);
  assert.doesNotMatch((await auditor.get('?lang=en')).text, /name="reason"/);
  assert.equal((await auditor.post({ ...ASKED, act: r.newId() })).status, 403);
  const keeper = await visitor(t, 'keeper');
  assert.equal((await keeper.get(`?entry=${entry}&lang=en`)).status, 403);
  assert.equal((await keeper.get('?lang=en')).status, 403);
  const contact = await visitor(t);
  assert.equal((await contact.get(`?entry=${r.newId()}&lang=en`)).status, 404);
});

test('ITI 15: whoever is not named is told so before anything is typed, and finds no form', async (t) => {
  const { get, post } = await visitor(t, 'national-contact', false);
  for (const language of LANGUAGES) {
    const { status, text } = await get(`?lang=${language}`);
    assert.equal(status, 200);
    assert.doesNotMatch(text, /name="reason"/);
    assert.ok(plain(text).includes(plain(sayRefusal(CATALOGUES[language], OFFICIAL_NOT_NAMED))), language);
  }
  const sent = await post({ ...ASKED, act: r.newId() });
  assert.equal(sent.status, 409);
  const text = await sent.text();
  assert.match(text, /value="118\/26"/, 'what was typed before somebody else was named stays');
  assert.equal(plain(text).split(plain(sayRefusal(CATALOGUES.en, OFFICIAL_NOT_NAMED))).length, 2);
});

test('every fact has something to say in every language, and no word of a code is missing', async () => {
  const { file } = kept(await here.certify({ persons: true, units: true, why: 'Ordered.' }));
  const { facts } = JSON.parse(file).report as { facts: ReportFact[] };
  for (const language of LANGUAGES)
    for (const fact of facts) {
      const lines = linesOf(CATALOGUES[language], fact);
      if (fact.fact !== 'taken') assert.ok(lines.length > 0, fact.fact);
      for (const [name, value] of lines) {
        assert.ok(name.length > 0, `${language} ${fact.fact}`);
        assert.ok(language === 'en' || !/^[a-z]+(-[a-z]+)+$/.test(name), `${language}: ${name}`);
        assert.doesNotMatch(String(value), /undefined|\[object/, `${language} ${fact.fact}`);
      }
    }
});
