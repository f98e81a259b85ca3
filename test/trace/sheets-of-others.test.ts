/** Copy-sheets for other systems: their fields in their order, ours in and out, and nothing about what a person is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IARMS_STATUSES } from '../../src/doors/papers/iarms.data.ts';
import { readSheet, SHEET_FORMS, sheetCsv, sheetLines } from '../../src/doors/papers/sheets.ts';
import { requestFrom } from './said.ts';

const REQUEST = requestFrom('XC', {
  item: {
    ...{ kind: 'arm', class: 'pistol', maker: 'Zeta', model: '=1+1', calibre: '9x19', country: 'XA' },
    marks: [
      { kind: 'serial', part: 'frame', text: 'A?17', condition: 'partly-legible' },
      { kind: 'import', part: 'barrel', text: 'IMP CITY', condition: 'legible' },
    ],
  },
  limits: [{ code: 'authorised-officials' }],
});
const lineOf = (form: 'atf' | 'iarms', code: string) =>
  sheetLines(form, REQUEST, '2026-03-20').find((line) => line.code === code)?.value;

test('a request stands in the fields of the form, in its order', () => {
  assert.deepEqual(
    ['1a', '1b', '5a', '5b', '5c', '5d', '5e', '5g', '5h'].map((code) => lineOf('atf', code)),
    ['2026-03-20', 'routine', 'A?17', 'Yes', 'Zeta', 'Pistol', '9x19', 'XA', 'IMP CITY'],
  );
  const codes = sheetLines('atf', REQUEST, '').map(({ code }) => code);
  assert.deepEqual(codes.slice(codes.indexOf('5a'), codes.indexOf('6a')), [
    '5a',
    '5b',
    '5c',
    '5d',
    '5e',
    '5f',
    '5g',
    '5h',
    '5i',
  ]);
  assert.equal(lineOf('iarms', 'recovered'), 'seized');
  assert.ok(sheetCsv(sheetLines('atf', REQUEST, '')).includes(`"'=1+1"`), 'a formula is text');
});

test('race, ethnicity, religion and origin of persons are never filled and never read', () => {
  const about = /race|ethnic|religio|hispanic|place of birth|possessor|associate|persons/i;
  for (const form of ['atf', 'iarms'] as const)
    for (const field of SHEET_FORMS[form])
      if (about.test(field.label))
        assert.ok('left' in field && field.left === 'never', `${form} ${field.code}`);
  const offered = Object.fromEntries(SHEET_FORMS.atf.map(({ code }) => [code, 'PERSONAL']));
  const filled = {
    ...offered,
    race: 'PERSONAL',
    '1b': 'routine',
    '5d': 'pistol',
    '5g': 'XA',
    '4g': 'XC',
    'VIII-date': '2026',
  };
  const read = readSheet('atf', filled);
  const fromPersons = SHEET_FORMS.atf.filter((field) => 'left' in field).map(({ code }) => code);
  assert.ok(fromPersons.includes('6g') && fromPersons.includes('6h'));
  const without = Object.fromEntries(
    Object.entries(filled).filter(([code]) => !fromPersons.includes(code) && code !== 'race'),
  );
  assert.deepEqual(read, readSheet('atf', without), 'a file with them reads as one without');
  const lines = sheetLines('atf', REQUEST, '').filter(({ code }) => fromPersons.includes(code));
  assert.ok(lines.every(({ value }) => value === ''));
});

test('a sheet reads back into the fields of a request', () => {
  const given = Object.fromEntries(sheetLines('iarms', REQUEST, '').map(({ code, value }) => [code, value]));
  const { values, unread } = readSheet('iarms', given);
  assert.deepEqual(
    ['mark.1.text', 'item.maker', 'item.class', 'recovery.kind', 'recovery.country'].map((tag) =>
      values.get(tag),
    ),
    ['A?17', 'Zeta', 'pistol', 'seized', 'XC'],
  );
  assert.ok(
    unread.every(({ why }) => why === 'missing'),
    'what the form has no field for is told as missing',
  );
});

test('the statuses of iARMS have theirs here', () => {
  assert.deepEqual(
    IARMS_STATUSES.map(({ ours }) => ours),
    ['lost', 'stolen', 'trafficked'],
  );
});
