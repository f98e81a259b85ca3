/** Rows as registers have them, all invented. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CellKind, RowCell, UnderstoodArm, UnderstoodHolding } from './row.ts';
import { rowFingerprintText, understandRow } from './row.ts';
import type { Field, Mapping } from './understood.ts';

const FIELDS: readonly Field[] = [
  'kind',
  'class',
  'maker',
  'model',
  'calibre',
  'serial',
  'country',
  'date',
  'year',
  'quantity',
  'note',
];
const MAPPING: Mapping = { headingRow: 1, fields: FIELDS, language: 'pt' };

type Given = Partial<Record<Field, string | readonly [string, CellKind]>>;

function cellsOf(given: Given): (RowCell | undefined)[] {
  return FIELDS.map((field) => {
    const value = given[field];
    if (value === undefined) return undefined;
    return typeof value === 'string' ? { text: value, kind: 'text' } : { text: value[0], kind: value[1] };
  });
}

function arm(given: Given): UnderstoodArm {
  const row = understandRow(cellsOf(given), MAPPING, {});
  assert.equal(row.outcome, 'arm', JSON.stringify(row));
  return row as UnderstoodArm;
}

function holding(given: Given): UnderstoodHolding {
  const row = understandRow(cellsOf(given), MAPPING, {});
  assert.equal(row.outcome, 'holding', JSON.stringify(row));
  return row as UnderstoodHolding;
}

test('an ordinary row becomes an arm, its words as written', () => {
  const found = arm({
    kind: 'ARMA DE FOGO',
    class: 'REVÓLVER',
    maker: 'TAURUS',
    model: 'HAND EJECTOR',
    calibre: '.38 SPL',
    serial: 'QZ40817',
    country: 'Brasil',
    date: ['44200.863888888889', 'number'],
    year: '1996',
  });
  assert.deepEqual(found.description, {
    class: 'revolver',
    classText: 'REVÓLVER',
    maker: 'TAURUS',
    model: 'HAND EJECTOR',
    calibre: '.38 SPL',
    countryText: 'Brasil',
    country: 'BR',
    year: 1996,
  });
  assert.equal(found.date, '2021-01-04');
  assert.deepEqual([found.damage, found.confidence, found.marks.length], [[], 1, 1]);
});

test('an arm whose serial is removed, absent or blank is an arm', () => {
  assert.equal(arm({ class: 'Pistola', maker: 'glock', serial: 'RASPADO' }).marks[0]!.condition, 'removed');
  assert.equal(arm({ class: 'Pistola', serial: 'sem número' }).marks[0]!.condition, 'absent');
  assert.deepEqual(arm({ class: 'Pistola' }).marks, []);
  assert.equal(arm({ kind: 'ARMA DE FOGO', class: 'INDETERMINADO' }).description.class, 'unknown');
});

test('ammunition, knives, vests, grenades and toys are other things', () => {
  const other = (given: Given): string => {
    const row = understandRow(cellsOf(given), MAPPING, {});
    return row.outcome === 'other' ? row.what : row.outcome;
  };
  assert.equal(other({ kind: 'MUNIÇÃO', class: 'CARTUCHO (INTACTO)', maker: 'CBC' }), 'ammunition');
  assert.equal(other({ class: 'Arma Branca' }), 'edged-weapon');
  assert.equal(other({ class: 'Colete' }), 'accessory');
  assert.equal(other({ class: 'Granada' }), 'explosive');
  assert.equal(other({ class: 'Outros', maker: 'munições' }), 'ammunition');
  assert.equal(other({ class: 'Pistola', maker: 'simulacro' }), 'replica');
  assert.equal(other({ kind: 'ARMA DE FOGO', class: 'Coldre', maker: 'CBC' }), 'arm');
});

test('arms counted without numbers are a holding', () => {
  const counted = holding({ class: 'Fuzil', model: 'AKM', quantity: '40' });
  assert.deepEqual([counted.quantity, counted.description.model], [40, 'AKM']);
  for (const model of ['AKM x 40', 'AKM × 40', '40 AKM', 'AKM (40)']) {
    const inline = holding({ model });
    assert.deepEqual([inline.quantity, inline.damage.includes('unnumbered-quantity')], [40, true], model);
    assert.equal(inline.description.model, model);
  }
  assert.equal(holding({ class: '12 pistolas' }).quantity, 12);
});

test('a model full of numbers is no count', () => {
  for (const model of [
    '586 PUMP ACTION',
    '22 GEN4',
    'PT 24/7',
    '9 mm x 19',
    'PUMP (12)',
    'M 16 A2',
    '75 SP-01',
  ]) {
    assert.equal(understandRow(cellsOf({ class: 'Pistola', model }), MAPPING, {}).outcome, 'arm', model);
  }
});

test('more arms than serials is one arm, flagged; as many serials as arms are several', () => {
  const one = arm({ class: 'Pistola', serial: 'QZ40817', quantity: '3' });
  assert.deepEqual([one.quantity, one.damage, one.several], [1, ['several-serials'], undefined]);
  const two = arm({ class: 'Pistola', serial: 'QZ40817; QZ40818', quantity: '2' });
  assert.deepEqual(
    two.several!.map((marks) => marks[0]!.text),
    ['QZ40817', 'QZ40818'],
  );
});

test('one serial on two parts is one arm', () => {
  assert.equal(
    arm({ class: 'Pistola', serial: 'QZ40817 (cano e armação)', quantity: '2' }).several,
    undefined,
  );
});

test('a calibre that a spreadsheet turned into a date or a fraction keeps its words, the original beside them', () => {
  const gauge = arm({ class: 'Espingarda', calibre: ['1970-12-01T00:00:00', 'date'] });
  assert.equal(gauge.description.calibre, '1970-12-01T00:00:00');
  assert.equal(gauge.calibreUnderstood, '12/70');
  assert.ok(gauge.damage.includes('date-for-calibre'));
  assert.equal(arm({ class: 'Pistola', calibre: ['0.4', 'number'] }).calibreUnderstood, '.40');
  assert.equal(arm({ class: 'Pistola', calibre: ['0.38', 'number'] }).calibreUnderstood, undefined);
  assert.equal(arm({ class: 'Fuzil', calibre: '0.55600000000000005' }).calibreUnderstood, '5.56');
  assert.equal(arm({ class: 'Espingarda', calibre: '12.0' }).calibreUnderstood, '12');
  assert.deepEqual(arm({ class: 'Pistola', calibre: '45497' }).damage, ['date-for-calibre']);
  assert.equal(arm({ class: 'Pistola', model: ['2021-07-24', 'date'] }).modelUnderstood, '24/7');
  assert.deepEqual(arm({ class: 'Pistola', calibre: '.40 S&W', serial: 'QZ40817' }).damage, []);
});

test('what is doubtful is flagged and nothing is changed', () => {
  const leaked = arm({ class: 'Pistola', maker: 'glockg22' });
  assert.deepEqual([leaked.description.maker, leaked.damage], ['glockg22', ['model-in-maker']]);
  assert.deepEqual(arm({ class: 'Pistola', maker: 'Fábrica 12' }).damage, []);
  assert.deepEqual(arm({ class: 'INDETERMINADO', serial: 'QZ40817' }).damage, ['class-unclear']);
  assert.deepEqual(arm({ class: 'zzgun', serial: 'QZ40817' }).damage, ['class-unclear']);
  assert.deepEqual(arm({ class: 'Pistola', serial: 'QZ1', date: 'anteontem' }).damage, ['date-unclear']);
  const young = arm({ class: 'Pistola', year: '2031', date: '04/03/2021' });
  assert.deepEqual(
    [young.description.year, young.damage, young.date],
    [undefined, ['year-impossible'], '2021-03-04'],
  );
  assert.deepEqual(
    arm({ class: 'Revolver', calibre: '38', serial: '38' }).marks[0]!.condition,
    'not-examined',
  );
});

test('a series and a number in two columns are one mark', () => {
  const row = understandRow(
    [
      { text: 'ЛЯ', kind: 'text' },
      { text: '3612', kind: 'text' },
      { text: 'РЕВОЛЬВЕР', kind: 'text' },
    ],
    { headingRow: 1, fields: ['serial2', 'serial', 'class'] },
    {},
  ) as UnderstoodArm;
  assert.deepEqual([row.marks.length, row.marks[0]!.text, row.description.class], [1, 'ЛЯ 3612', 'revolver']);
});

test('rows that say nothing of an arm are set aside with the reason', () => {
  const reason = (given: Given): unknown => {
    const row = understandRow(cellsOf(given), MAPPING, {});
    return row.outcome === 'quarantined' ? row.reasons[0] : row.outcome;
  };
  assert.equal(reason({}), 'empty-of-meaning');
  assert.equal(reason({ maker: '-', note: '---' }), 'empty-of-meaning');
  assert.equal(reason({ maker: 'TOTAL', quantity: '412' }), 'totals-row');
  assert.equal(reason({ class: 'المجموع', quantity: '412' }), 'totals-row');
  assert.equal(
    reason({ maker: 'Marca', model: 'Modelo', calibre: 'Calibre', serial: 'Número de série' }),
    'repeated-heading',
  );
  assert.equal(reason({ calibre: '38', class: 'Outros' }), 'no-arm-and-no-number');
  assert.equal(reason({ note: 'x'.repeat(9000) }), 'too-long');
  assert.equal(reason({ maker: 'x'.repeat(501) }), 'too-long');
  assert.deepEqual(understandRow(Array(301).fill({ text: 'x', kind: 'text' }), MAPPING, {}), {
    outcome: 'quarantined',
    reasons: ['too-wide'],
  });
});

test('the class of the register stands in where its rows do not say', () => {
  const row = understandRow(cellsOf({ serial: 'QZ40817' }), MAPPING, { class: 'pistol' }) as UnderstoodArm;
  assert.equal(row.description.class, 'pistol');
});

test('a row is known again whatever the order of columns, empty columns, case, blanks and precision', () => {
  const text = (value: string, kind: CellKind = 'text'): RowCell => ({ text: value, kind });
  const a = rowFingerprintText(
    [text('QZ40817'), text('44200.863888888889', 'number'), undefined],
    ['Serial', 'Date', 'Note'],
  );
  const b = rowFingerprintText([text('44200.8638888889', 'number'), text(' qz40817 ')], ['date', 'SERIAL']);
  assert.equal(a, b);
  assert.equal(rowFingerprintText([text('12')], ['n']), rowFingerprintText([text('12.0', 'number')], ['n']));
  assert.equal(
    rowFingerprintText([text('2021-03-04T00:00:00', 'date')], ['d']),
    rowFingerprintText([text('2021-03-04')], ['d']),
  );
  assert.notEqual(rowFingerprintText([text('007')], ['n']), rowFingerprintText([text('7')], ['n']));
  assert.notEqual(rowFingerprintText([text('1')], ['a']), rowFingerprintText([text('1')], ['b']));
});
