/** Workbooks as spreadsheet programs write them: cells of every kind, dates, merges, hidden sheets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMerges } from './merges.ts';
import { makeWorkbook, readBytes, textsOf } from './sheet-fixtures.ts';

async function readCells(row: string, more: { shared?: string; styles?: string; properties?: string } = {}) {
  const result = await readBytes(makeWorkbook({ sheets: { S: `<sheetData>${row}</sheetData>` }, ...more }));
  assert.equal(result.problem, undefined);
  return result.rows.map((one) => one.cells);
}

test('shared texts keep their pieces and lose formatting, phonetic guides and escapes', async () => {
  const shared =
    '<si><t xml:space="preserve"> plain </t></si><si><r><b/><t>AB</t></r><r><t>-1&amp;2</t></r></si>' +
    '<si><t>東</t><rPh sb="0" eb="1"><t>ヒガシ</t></rPh></si><si><t>a_x000D_b_x005F_x0041__x0000_</t></si><si><t/></si>';
  const row = `<row r="1">${[0, 1, 2, 3, 4].map((n) => `<c t="s"><v>${n}</v></c>`).join('')}</row>`;
  const [cells] = await readCells(row, { shared });
  assert.deepEqual(
    cells!.map((cell) => cell?.text),
    [' plain ', 'AB-1&2', '東', 'a\rb_x0041_\uFFFD'],
  );
});

test('cells of every kind are read as the file writes them', async () => {
  const [cells] = await readCells(
    '<row r="7"><c r="A7"><v>44200.863888888889</v></c><c r="C7"><v>1.7E+27</v></c><c r="D7" t="b"><v>1</v></c>' +
      '<c r="E7" t="e"><v>#N/A</v></c><c r="F7" t="inlineStr"><is><t>=1+1</t></is></c>' +
      '<c r="G7" t="str"><f>CONCATENATE("00", "7")</f><v>007</v></c><c r="H7"><f t="shared" si="1"/></c>' +
      '<c r="I7" t="d"><v>2021-01-04T20:44:00</v></c><c r="J7"><v>oops</v></c></row>',
  );
  assert.deepEqual(cells, [
    { text: '44200.863888888889', kind: 'number' },
    undefined,
    { text: '1.7E+27', kind: 'number' },
    { text: 'true', kind: 'boolean' },
    { text: '#N/A', kind: 'error' },
    { text: '=1+1', kind: 'text' },
    { text: '007', kind: 'text', formula: true },
    { text: '', kind: 'text', formula: true },
    { text: '2021-01-04T20:44:00Z', kind: 'date' },
    { text: 'oops', kind: 'text' },
  ]);
});

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0 \\d [Red]"/>' +
  '<numFmt numFmtId="166" formatCode="[$-416]h:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>' +
  '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';

function dateRow(serials: readonly (readonly [number, number])[]): string {
  return `<row r="1">${serials.map(([style, serial]) => `<c s="${style}"><v>${serial}</v></c>`).join('')}</row>`;
}

test('a number is a date where its style says so', async () => {
  const row = dateRow([
    [0, 44200],
    [1, 44200],
    [2, 44200.863888888889],
    [3, 44200],
    [4, 0.5],
    [1, 60],
    [1, 59],
    [1, 61],
    [1, -3],
    [1, 1e300],
  ]);
  const [cells] = await readCells(row, { styles: STYLES });
  assert.deepEqual(
    cells!.map((cell) => `${cell!.kind} ${cell!.text}`),
    [
      'number 44200',
      'date 2021-01-04',
      'date 2021-01-04T20:44:00Z',
      'number 44200',
      'number 0.5',
      'number 60',
      'date 1900-02-28',
      'date 1900-03-01',
      'number -3',
      'number 1e+300',
    ],
  );
});

test('a workbook that counts from 1904 gives the same days', async () => {
  const properties = '<workbookPr date1904="1"/>';
  const [cells] = await readCells(dateRow([[1, 44200 - 1462]]), { styles: STYLES, properties });
  assert.equal(cells![0]!.text, '2021-01-04');
});

test('sheets come in workbook order, hidden ones flagged, empty rows left out, row numbers kept', async () => {
  const row = (r: number, text: string) =>
    `<row r="${r}"><c t="inlineStr"><is><t>${text}</t></is></c></row><row r="${r + 1}"><c s="1"/></row>`;
  const bytes = makeWorkbook({
    sheets: {
      Zulu: `<sheetData>${row(3, 'z')}${row(9, 'y')}</sheetData>`,
      'hidden one': `<sheetData>${row(1, 'h')}</sheetData>`,
    },
  });
  const all = await readBytes(bytes);
  assert.deepEqual(all.opened?.sheets, [
    { name: 'Zulu', hidden: false },
    { name: 'hidden one', hidden: true },
  ]);
  assert.deepEqual(
    all.rows.map((one) => `${one.sheet} ${one.row} ${one.cells[0]?.text}`),
    ['Zulu 3 z', 'Zulu 9 y', 'hidden one 1 h'],
  );
  const one = await readBytes(bytes, { sheet: 'hidden one' });
  assert.deepEqual(textsOf(one.rows), [['h']]);
  const none = await readBytes(bytes, { sheet: 'Other' });
  assert.deepEqual(none.problem, {
    refused: 'no-sheet',
    facts: { sheet: 'Other', sheets: 'Zulu, hidden one' },
  });
});

test('a value merged over rows is repeated down in its first column, over many chunks of bytes', async () => {
  const filler = 'x'.repeat(3000);
  const rows = Array.from({ length: 200 }, (_, index) => {
    const unit = index === 9 ? '<c r="A10" t="inlineStr"><is><t>Unit 4</t></is></c>' : '';
    const note = `<c r="C${index + 1}" t="inlineStr"><is><t>${index}${filler}</t></is></c>`;
    return `<row r="${index + 1}">${unit}${note}</row>`;
  });
  const merges =
    '<mergeCells count="3"><mergeCell ref="A10:B150"/><mergeCell ref="C1:D1"/><mergeCell ref="C3:C5"/></mergeCells>';
  const result = await readBytes(
    makeWorkbook({ sheets: { S: `<sheetData>${rows.join('')}</sheetData>${merges}` } }),
  );
  const texts = textsOf(result.rows);
  assert.equal(texts.length, 200);
  for (const [index, row] of texts.entries()) {
    assert.equal(row[0], index >= 9 && index < 150 ? 'Unit 4' : '', `row ${index + 1}`);
    assert.equal(row[1], '');
    assert.equal(row[2], `${index}${filler}`);
  }
});

test('merges are found wherever the bytes are cut', async () => {
  const xml = Buffer.from(
    `<mergeCells><x:mergeCell ref="B2:C9"/>${' '.repeat(700)}<mergeCell ref='A1:A3'/></mergeCells>`,
  );
  for (let cut = 0; cut < xml.length; cut++) {
    const chunks = async function* () {
      yield xml.subarray(0, cut);
      yield xml.subarray(cut);
    };
    const expected = [
      { column: 0, top: 1, bottom: 3 },
      { column: 1, top: 2, bottom: 9 },
    ];
    assert.deepEqual(await findMerges(chunks()), expected, `cut at ${cut}`);
  }
});

test('prefixed names and a byte order mark make no difference', async () => {
  const xml =
    '\uFEFF<x:sheetData xmlns:x="urn:m"><x:row><x:c><x:v>5</x:v></x:c><x:c r="C1"><x:v>6</x:v></x:c></x:row></x:sheetData>';
  const result = await readBytes(makeWorkbook({ sheets: { S: xml.slice(1) } }));
  assert.deepEqual(textsOf(result.rows), [['5', '', '6']]);
});
