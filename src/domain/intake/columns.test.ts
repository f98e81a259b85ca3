/** Headings and values of invented sheets in several languages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field, Proposal } from './columns.ts';
import { guessLanguage, proposeColumns } from './columns.ts';

type Cells = readonly (string | undefined)[];

function propose(...rows: Cells[]): Proposal {
  return proposeColumns(rows.map((cells, at) => ({ row: at + 1, cells })));
}

function fieldsOf(proposal: Proposal): Field[] {
  return proposal.columns.map((column) => column.field);
}

test('English, French, Spanish, Portuguese, Arabic and Russian headings are read for sure', () => {
  const sheets: [string, Cells, Field[]][] = [
    [
      'en',
      ['No.', 'Make', 'Model', 'Caliber', 'Serial Number', 'Owner'],
      ['ignore', 'maker', 'model', 'calibre', 'serial', 'owner'],
    ],
    [
      'fr',
      ['N°', 'Marque', 'Modèle', 'Calibre', 'N° de série', 'Détenteur'],
      ['ignore', 'maker', 'model', 'calibre', 'serial', 'keeper'],
    ],
    [
      'es',
      ['Nº', 'Marca', 'Modelo', 'Calibre', 'Número de serie', 'Fecha de incautación'],
      ['ignore', 'maker', 'model', 'calibre', 'serial', 'date'],
    ],
    [
      'pt',
      ['Nº', 'Marca', 'Modelo', 'Calibre', 'Número de Série', 'Número Lacre'],
      ['ignore', 'maker', 'model', 'calibre', 'serial', 'sealNumber'],
    ],
    [
      'ar',
      ['م', 'الماركة', 'الطراز', 'العيار', 'رقم السلاح', 'ملاحظات'],
      ['ignore', 'maker', 'model', 'calibre', 'serial', 'note'],
    ],
    [
      'ru',
      ['№', 'Производитель', 'Модель', 'Калибр', 'Номер оружия', 'Владелец'],
      ['ignore', 'maker', 'model', 'calibre', 'serial', 'owner'],
    ],
  ];
  for (const [language, headings, fields] of sheets) {
    const proposal = propose(headings, ['1', 'Zed', 'Q1', '9 mm', 'QZ40817', 'x']);
    assert.deepEqual(fieldsOf(proposal), fields, language);
    assert.deepEqual([proposal.sure, proposal.headingRow], [true, 1], language);
  }
});

test('headings under a title and empty rows are found', () => {
  const proposal = propose(
    ['Registro de armas 2021'],
    [],
    ['Tipo', 'Marca', 'Calibre', 'NUMERO_ARMA', 'ANO_BO', 'NUM_BO'],
    ['Pistola', 'zed', '9', 'QZ40817', '2021', 'A1'],
  );
  assert.equal(proposal.headingRow, 3);
  assert.deepEqual(fieldsOf(proposal).slice(0, 4), ['class', 'maker', 'calibre', 'serial']);
});

test('two rows of headings are merged', () => {
  const proposal = propose(
    ['Arma', undefined, undefined, 'Titular', undefined],
    ['Marca', 'Calibre', 'Nº de serie', 'Nombre', 'Licencia'],
    ['Zed', '9 mm', 'QZ40817', 'A', '77'],
    ['Zed', '9 mm', 'QZ40818', 'B', '78'],
  );
  assert.equal(proposal.headingRow, 2);
  assert.deepEqual(fieldsOf(proposal), ['maker', 'calibre', 'serial', 'owner', 'holderRight']);
});

test('headings that reach over two rows are found with those below a group', () => {
  const proposal = propose(
    ['Calibre', 'Arme', undefined, 'Unité', 'Observations'],
    [undefined, 'Marque', 'N° de série', undefined, undefined],
    ['9 mm', 'Zed', 'QZ40817', '1', ''],
  );
  assert.equal(proposal.headingRow, 2);
  assert.deepEqual(fieldsOf(proposal), ['calibre', 'maker', 'serial', 'unit', 'note']);
});

test('the values settle whether a heading means the object or the type of arm', () => {
  const proposal = propose(
    ['Classe', 'Tipo', 'Marca', 'Número de Série'],
    ['ARMA DE FOGO', 'PISTOLA', 'ZED', 'QZ40817'],
    ['MUNIÇÃO', 'CARTUCHO', 'ZED', ''],
    ['ARMA DE FOGO', 'FUZIL', 'ZED', '318842'],
  );
  assert.deepEqual(fieldsOf(proposal), ['kind', 'class', 'maker', 'serial']);
});

test('without headings the values propose, and the proposal is not sure', () => {
  const proposal = propose(
    ['PISTOLA', 'TAURUS', '.40', 'QZA40817'],
    ['REVOLVER', 'ROSSI', '.38', 'QZ318842'],
    ['PISTOLA', 'GLOCK', '9MM', 'QZAB123'],
  );
  assert.deepEqual(fieldsOf(proposal), ['class', 'maker', 'calibre', 'serial']);
  assert.deepEqual([proposal.headingRow, proposal.sure], [0, false]);
  assert.ok(proposal.reasons.includes('no-heading-row'));
});

test('a column that counts the rows is no serial, and a sheet without serials is not sure', () => {
  const rows = Array.from({ length: 8 }, (_, at) => [String(at + 1), 'Zed', '9 mm', 'Pistol']);
  const proposal = propose(['Serial', 'Make', 'Calibre', 'Type'], ...rows);
  assert.equal(proposal.columns[0]!.field, 'ignore');
  assert.deepEqual([proposal.sure, proposal.missing], [false, ['serial', 'model']]);
});

test('a field is claimed once; the surest heading keeps it', () => {
  const proposal = propose(
    ['sale_date', 'crime_date', 'manufacturer_name', 'firearm_serial', 'firearm_caliber', 'maker_final'],
    ['2019-01-02', '2021-03-04', 'ZED', 'QZ40817', '9mm', 'zed'],
  );
  assert.deepEqual(fieldsOf(proposal), ['note', 'date', 'maker', 'serial', 'calibre', 'ignore']);
});

test('an empty sheet gives an empty, unsure proposal', () => {
  assert.deepEqual(fieldsOf(propose()), []);
  assert.equal(propose().sure, false);
});

test('the language of headings is guessed where it stands out', () => {
  assert.equal(guessLanguage(['Número de Série', 'Data apreensão', 'Marca']), 'pt');
  assert.equal(guessLanguage(['Número de serie', 'Fecha de incautación', 'Año']), 'es');
  assert.equal(guessLanguage(['Серія', 'Номер зброї']), 'uk');
  assert.equal(guessLanguage(['x', 'y']), undefined);
});
