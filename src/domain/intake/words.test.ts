/** Words of class, country and time in several languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLASSES } from '../arms/classification.ts';
import { understandClass } from './class-words.ts';
import { CLASS_WORDS } from './classes.data.ts';
import { findCountry } from './countries.ts';
import { understandDate } from './dates.ts';

test('class words of many languages are understood', () => {
  const cases: Record<string, readonly string[]> = {
    pistol: ['pistola', 'Pistolet', 'مسدس', 'пистолет', 'Garrucha', 'PISTOLAS'],
    revolver: ['Révolver', 'REVÓLVER', 'револьвер', 'Revolver calibre 38'],
    rifle: ['fuzil', 'Fusil', 'rifle', 'بندقية', 'гвинтівка'],
    shotgun: ['espingarda', 'fusil de chasse', 'Escopeta', 'shotgun', 'рушниця мисливська'],
    carbine: ['carabina', 'carabine', 'карабін'],
    'sub-machine-gun': ['submetralhadora', 'mitraillette', 'pistolet-mitrailleur', 'пістолет-кулемет'],
    'assault-rifle': ["fusil d'assaut", 'автомат', 'كلاشنكوف', 'fuzil de assalto'],
    'light-machine-gun': ['metralhadora', 'رشاش', 'пулемёт'],
    'anti-tank-launcher': ['lance-roquettes', 'RPG-7'],
    'blank-firing': ['ПІСТОЛЕТ ГАЗОВИЙ', 'starter pistol'],
  };
  for (const [expected, words] of Object.entries(cases)) {
    for (const word of words) assert.equal(understandClass(word).class, expected, word);
  }
  assert.ok(understandClass('metralhadora').vague);
  assert.equal(understandClass('arma de fabricação caseira').production, 'craft');
  assert.equal(understandClass('pistola semiautomática').action, 'semi-automatic');
  assert.deepEqual([understandClass('zzgun').known, understandClass('zzgun').class], [false, 'unknown']);
});

test('every class of the word list is a class', () => {
  for (const name of Object.keys(CLASS_WORDS)) assert.ok(Object.hasOwn(CLASSES, name), name);
});

test('countries are found in several languages; lost States and unknown words are not', () => {
  const cases: Record<string, readonly string[]> = {
    BR: ['Brasil', 'BRAZIL', 'Brésil', 'البرازيل', 'BRA'],
    US: ['EUA', 'U.S.A.', 'États-Unis', 'Estados Unidos', 'США'],
    CZ: ['Rep. Tcheca', 'Czech Republic', 'República Checa'],
    TR: ['Turquia', 'Turkey', 'Türkiye'],
    CH: ['Suiça', 'Switzerland', 'Suisse'],
    CI: ["Côte d'Ivoire", 'Ivory Coast'],
    GB: ['Inglaterra', 'UK'],
  };
  for (const [code, names] of Object.entries(cases)) {
    for (const name of names) assert.equal(findCountry(name), code, name);
  }
  for (const name of ['Ignorado', 'Tchecoslováquia', 'Outros', 'Sem país', '']) {
    assert.equal(findCountry(name), undefined, name);
  }
});

test('dates are read, and what may be two days is only a year', () => {
  const date = (text: string, language?: string): string => {
    const found = understandDate(text, 'text', language);
    return `${found.date ?? 'none'}${found.unclear ? '?' : ''}`;
  };
  assert.equal(date('2021-03-04T00:00:00'), '2021-03-04');
  assert.equal(date('2021-03-04T20:44:00Z'), '2021-03-04T20:44:00Z');
  assert.equal(date('24/03/2021'), '2021-03-24');
  assert.equal(date('03/24/2021'), '2021-03-24');
  assert.equal(date('04/03/2021'), '2021?');
  assert.equal(date('04/03/2021', 'fr'), '2021-03-04');
  assert.equal(date('04.03.2021'), '2021-03-04');
  assert.equal(date('05/05/2021'), '2021-05-05');
  assert.equal(date('44200.8638'), '2021-01-04');
  assert.equal(date('2021'), '2021');
  assert.equal(date('03/2021'), '2021-03');
  assert.equal(date('4 de março de 2021'), '2021-03-04');
  assert.equal(date('1er août 2020'), '2020-08-01');
  assert.equal(date('March 4, 2021'), '2021-03-04');
  assert.equal(date('31/02/2021'), 'none?');
  assert.equal(date('yesterday'), 'none?');
});
