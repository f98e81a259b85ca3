/** Every refusal that the source can give has a sentence in every language, and what it tells arrives in words. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACTS } from '../../acts/all-acts.ts';
import { refusal } from '../../domain/base/refusal.ts';
import { sayRefusal as sayOnPage } from '../web/refusal-words.ts';
import { CATALOGUES, LANGUAGES } from '../web/words/languages.ts';
import { FACT_WORDS, findSentence, PLAIN, SENTENCES, sayRefusal } from './refusals.ts';

const SOURCE = join(import.meta.dirname, '../..');
// What concerns only the request of a program, the API says in words of its own.
const ELSEWHERE = ['doors/words/', 'doors/api/'];
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) =>
      path.endsWith('.ts') &&
      !path.endsWith('.test.ts') &&
      !ELSEWHERE.some((start) => path.startsWith(start)),
  )
  .map((path) => ({ path, text: readFileSync(join(SOURCE, path), 'utf8') }));

/** Codes as they stand in the source: what `refusal(` is called with, and the members of the unions of codes. */
function listCodes(text: string): readonly string[] {
  const calls = [...text.matchAll(/\brefusal(?:<[^<>]*>)?\(((?:[^(),]|\([^()]*\))*)[,)]/g)];
  const unions = [...text.matchAll(/\btype \w*(?:Refusal|ProblemCode) =\s*((?:\|?\s*'[^']*'\s*)+);/g)];
  const named = [...text.matchAll(/\bRefusal<((?:\s*\|?\s*'[^']*')+)>/g)];
  return [...calls, ...unions, ...named].flatMap(([, codes = '']) =>
    // Of a choice between two codes only what stands after the question is a code.
    [...codes.slice(codes.indexOf('?') + 1).matchAll(/'([a-z][a-z0-9_-]*)'/g)].map((match) => match[1]!),
  );
}

const GIVEN = /\brefusal\(\s*'([a-z][a-z0-9_-]*)'\s*(?:,\s*\{((?:[^{}]|\{[^{}]*\})*)\})?/g;

/** A refusal as each place in the source gives it: its code, and the names of the facts that are always beside it. */
function listGiven(text: string): readonly { readonly code: string; readonly facts: readonly string[] }[] {
  // Facts that come whole from elsewhere are not named here.
  const given = [...text.matchAll(GIVEN)].filter(([, , facts = '']) => !/\.\.\.[a-z]/.test(facts));
  return given.map(([, code = '', facts = '']) => ({
    code,
    facts: facts
      .replace(/\.\.\.[^{}]*(?:\{[^{}]*\}[^{},]*)*/g, '')
      .split(',')
      .flatMap((fact) => /^\s*([a-zA-Z]+)\s*(?::|$)/.exec(fact)?.[1] ?? []),
  }));
}

test('every refusal that stands in the source has a sentence in every language', () => {
  const used = sources.flatMap(({ path, text }) => listCodes(text).map((code) => ({ code, path })));
  assert.ok(new Set(used.map(({ code }) => code)).size > 100, 'the source was read');
  for (const { code, path } of used)
    for (const language of LANGUAGES)
      assert.ok(
        findSentence(language, refusal(code), PLAIN),
        `${language} says nothing of ${code} (${path})`,
      );
});

test('the reading of the source finds a code that has no sentence', () => {
  const planted = "return refusal('planted-one', { at }, 'ITI 8'); refusal(a(b) ? 'two' : 'three')";
  assert.deepEqual(listCodes(planted), ['planted-one', 'two', 'three']);
  assert.deepEqual(listCodes("export type NoRefusal =\n  | 'four'\n  | 'five';"), ['four', 'five']);
  assert.deepEqual(listCodes("Promise<X | Refusal<'six' | 'seven'>>"), ['six', 'seven']);
  assert.equal(findSentence('fr', refusal('planted-one'), PLAIN), undefined);
});

test('no sentence is kept for a code that nothing gives', () => {
  const all = sources.map(({ text }) => text).join('\n');
  for (const code of Object.keys(SENTENCES.fr)) assert.ok(all.includes(`'${code}'`), code);
});

test('a sentence tells nothing that the refusal does not carry', () => {
  for (const { path, text } of sources)
    for (const { code, facts } of listGiven(text))
      for (const language of LANGUAGES) {
        const told = refusal(code, Object.fromEntries(facts.map((name) => [name, 'X1'])));
        const says = findSentence(language, told, PLAIN) ?? '';
        assert.ok(!says.includes('undefined'), `${language} ${code} (${path}): ${says}`);
      }
});

test('sentences are whole, in their own script, and none is left in another language', () => {
  for (const language of LANGUAGES)
    for (const code of Object.keys(SENTENCES.fr)) {
      const says = findSentence(language, refusal(code, { limit: 5, seconds: 5 }), PLAIN)!;
      assert.match(says, code === 'input-unreadable' ? /^/ : /[.?؟…]$/u, `${language} ${code}: ${says}`);
      const other = findSentence('en', refusal(code, { limit: 5, seconds: 5 }), PLAIN);
      if (language !== 'en') assert.notEqual(says, other, `${language} ${code}`);
      if (language === 'ar') assert.match(says, /\p{Script=Arabic}/u, code);
    }
});

test('J-02: what a role may not do, record or see is told in words of the language, never as a code', () => {
  for (const language of LANGUAGES) {
    const words = CATALOGUES[language];
    for (const act of ACTS) {
      const phrase = (FACT_WORDS[language].acts as Readonly<Record<string, string>>)[act.name];
      assert.ok(phrase, `${language} has no words for the act ${act.name}`);
      const says = sayOnPage(words, refusal('not-permitted', { act: act.name, role: 'reader' }));
      assert.ok(says.includes(phrase) && !says.includes(act.name), says);
    }
    for (const [event, word] of Object.entries(words.terms.events)) {
      const says = sayOnPage(words, refusal('event-not-permitted', { event }));
      assert.ok(says.includes(word), says);
      if (event.includes('-') && language !== 'en') assert.ok(!says.includes(event), says);
    }
  }
  const french = sayOnPage(CATALOGUES.fr, refusal('field-not-permitted', { field: 'holder' }));
  assert.match(french, /révélerait le détenteur d’une arme/);
});

test('a value from outside stands in an isolate on a page and cannot reorder the sentence; plain on the terminal', () => {
  const told = refusal('party-unknown', { party: 'Depot\u202e 7' });
  for (const language of LANGUAGES)
    assert.ok(sayOnPage(CATALOGUES[language], told).includes('\u2068Depot[U+202E] 7\u2069'), language);
  assert.match(sayRefusal(refusal('arm-unknown', { arm: 'XA-1' })), /under XA-1\./);
  const number = refusal('number-known-already', { number: 'XA-7K4Q9-2MTKP' }, 'ITI 9');
  const arabic = sayOnPage(CATALOGUES.ar, number);
  assert.match(arabic, /\u2066XA-7K4Q9-2MTKP\u2069\. \[\u2066ITI 9\u2069\]$/u);
  assert.match(sayRefusal(number), / \[ITI 9\]$/);
});

test('numbers and days are written as the language writes them; ids of requirements are not shown', () => {
  const large = refusal('body-too-large', { bytesMax: 65_536 });
  assert.match(sayOnPage(CATALOGUES.en, large), /65,536/);
  assert.match(sayOnPage(CATALOGUES.fr, large), /65\u202f536/);
  const kept = refusal('kept-by-order', { until: '2031-05-04' });
  assert.match(sayOnPage(CATALOGUES.fr, kept), /4 mai 2031/);
  assert.match(sayRefusal(kept), /2031-05-04/);
  assert.doesNotMatch(sayOnPage(CATALOGUES.en, refusal('documents-not-seen', {}, 'J-02')), /J-02/);
});

test('one code has one sentence: no file of sentences says again what another says', async () => {
  const SAME = new Set(['uploads-full', 'out-of-place', 'content-unreadable']);
  const said = new Map<string, string>();
  for (const file of readdirSync(import.meta.dirname).filter((name) =>
    /^(refusals|people|keeping|exchange|tracing)-en\.ts$/.test(name),
  )) {
    const words = (await import(`./${file}`)) as Record<string, object>;
    for (const code of Object.values(words).flatMap(Object.keys)) {
      if (!SAME.has(code)) assert.equal(said.get(code), undefined, `${code}: ${said.get(code)} and ${file}`);
      said.set(code, file);
    }
  }
  assert.ok(said.size > 100, `${said.size}`);
});
