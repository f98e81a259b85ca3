/** Delimited text: against csv-parse as a second opinion, and the telling of delimiter and encoding. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvSplitter } from './csv-splitter.ts';
import { readBytes, textsOf } from './sheet-fixtures.ts';
import { formatCsvRow } from './write.ts';

function splitInPieces(text: string, sizes: readonly number[]): string[][] {
  const splitter = new CsvSplitter(',');
  const records: string[][] = [];
  let from = 0;
  for (const size of sizes) {
    records.push(...splitter.write(text.slice(from, from + size), false));
    from += size;
  }
  return [...records, ...splitter.write(text.slice(from), true)];
}

const sizes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 });
const field = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', '=', "'", '9'),
  maxLength: 6,
});
const table = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

test('what was written is read, wherever the pieces are cut', () => {
  fc.assert(
    fc.property(table, sizes, (rows, cuts) => {
      const unprefixed = (cell: string) => (/^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);
      const given = rows.map((row) => row.map((cell) => (/^'[=\r\n]/.test(cell) ? 'x' : cell)));
      const records = splitInPieces(given.map(formatCsvRow).join(''), cuts);
      assert.deepEqual(
        records.map((row) => row.map(unprefixed)),
        given,
      );
    }),
    { numRuns: 2000 },
  );
});

test('well-formed text is split as csv-parse splits it', () => {
  const quoted = field.map((text) => `"${text.replaceAll('"', '""')}"`);
  const bare = field.map((text) => text.replace(/[",\r\n]/g, '_'));
  const lines = fc.array(fc.array(fc.oneof(quoted, bare), { minLength: 1, maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(lines, sizes, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, cuts, ending, isEnded) => {
      const text = rows.map((row) => row.join(',')).join(ending) + (isEnded ? ending : '');
      const theirs = parse(text, { relax_column_count: true, record_delimiter: ending, bom: false });
      assert.deepEqual(splitInPieces(text, cuts), theirs);
    }),
    { numRuns: 2000 },
  );
});

test('lone carriage returns, ragged rows, stray quotes and text after a quote are kept', async () => {
  const result = await readBytes('a,b\r1,2,3\r\r"x"y,5" tube,"say ""hi"""\r\n');
  assert.deepEqual(
    result.rows.map((row) => row.row),
    [1, 2, 4],
  );
  assert.deepEqual(textsOf(result.rows), [
    ['a', 'b'],
    ['1', '2', '3'],
    ['xy', '5" tube', 'say "hi"'],
  ]);
});

test('the delimiter is told from the text', async () => {
  const cases: [string, string, string[]][] = [
    ['serial;calibre;price\nAB1;7,62;1,5\nAB2;9,0;2,5\n', ';', ['serial', 'calibre', 'price']],
    ['serial\tnote\nAB1\ta, b, c\nAB2\td\n', '\t', ['serial', 'note']],
    ['a|b\n1|2\n', '|', ['a', 'b']],
    ['a,b\n1,"x;y;z"\n', ',', ['a', 'b']],
    ['alone\nAB1\n', ',', ['alone']],
    ['sep=;\na;b\n1;2\n', ';', ['a', 'b']],
  ];
  for (const [text, delimiter, heading] of cases) {
    const result = await readBytes(text);
    assert.equal(result.opened?.detail.delimiter, delimiter, text);
    assert.deepEqual(textsOf(result.rows)[0], heading);
  }
  const given = await readBytes('a,b:c\n', { delimiter: ':' });
  assert.deepEqual(textsOf(given.rows), [['a,b', 'c']]);
  assert.equal((await readBytes('a,b\n', { delimiter: '::' })).problem?.refused, 'not-a-sheet');
});

/** Bytes of a text in a code table of one byte, found by decoding each byte. */
function encodeSingleByte(text: string, encoding: string): Buffer {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Buffer.from(
    [...text].map((character) => {
      const byte = all.indexOf(character);
      assert.notEqual(byte, -1, `${character} is in ${encoding}`);
      return byte;
    }),
  );
}

const SAMPLES: readonly (readonly [string, string])[] = [
  ['windows-1251', 'номер,модель\nАБ1234,Пистолет Макарова\nВГ77,винтовка снайперская\n'],
  ['windows-1251', 'НОМЕР,МОДЕЛЬ\nАБ1234,ПИСТОЛЕТ\nВГ77,АВТОМАТ КАЛАШНИКОВА\n'],
  ['windows-1256', 'الرقم,النوع\nA12,مسدس عيار تسعة\nB7,بندقية قنص\n'],
  ['windows-1252', 'número,país,descrição\nA1,Brasil,não há cápsulas\nA2,México,año señalado\n'],
  ['windows-1252', 'numéro,modèle\nA1,pistolet à répétition\nA2,fusil à canon rayé, état dégradé\n'],
  ['windows-1250', 'číslo,název\nA1,samočinná puška, žlutý řemen\nA2,pistole ráže devět\n'],
  ['windows-1250', 'numer,nazwa\nA1,strzelba gładkolufowa, łoże pęknięte\nA2,część zamka, śruba\n'],
];

test('the encoding is told from the bytes', async () => {
  for (const [encoding, text] of SAMPLES) {
    const result = await readBytes(encodeSingleByte(text, encoding));
    assert.equal(result.opened?.detail.encoding, encoding, text);
    assert.deepEqual(textsOf(result.rows), textsOf((await readBytes(text)).rows));
  }
  const text = SAMPLES[0]![1];
  const swapped = Buffer.from(text, 'utf16le').swap16();
  for (const [bytes, encoding] of [
    [Buffer.from(text), 'utf-8'],
    [Buffer.from(`\uFEFF${text}`), 'utf-8'],
    [Buffer.from(text, 'utf16le'), 'utf-16le'],
    [Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    [swapped, 'utf-16be'],
  ] as const) {
    const result = await readBytes(bytes);
    assert.equal(result.opened?.detail.encoding, encoding);
    assert.equal(textsOf(result.rows)[0]![0], 'номер');
  }
});

test('an accent far behind plain beginnings is still seen', async () => {
  const plain = 'AB1234,plain\n'.repeat(60_000);
  const result = await readBytes(
    Buffer.concat([Buffer.from(plain), encodeSingleByte(SAMPLES[3]![1], 'windows-1252')]),
  );
  assert.equal(result.opened?.detail.encoding, 'windows-1252');
  assert.equal(result.rows.length, 60_003);
});

test('what an encoding cannot hold is shown and counted, and an encoding can be given', async () => {
  const broken = await readBytes(
    Buffer.concat([Buffer.from('é,à,ç,ã,é,à,ç,ã,õ,ô,û\n'), Buffer.from([0xff, 10])]),
  );
  assert.equal(broken.opened?.detail.encoding, 'utf-8');
  assert.equal(broken.opened?.detail.replaced, '1');
  assert.equal(textsOf(broken.rows)[1]![0], '\uFFFD');
  const given = await readBytes(Buffer.from([0xe9, 0x2c, 0x98]), { encoding: 'windows-1251' });
  assert.deepEqual(textsOf(given.rows), [['й', '\uFFFD']]);
  assert.deepEqual(given.opened?.detail, {
    delimiter: ',',
    encoding: 'windows-1251',
    encodingBy: 'given',
    replaced: '1',
  });
  const unknown = await readBytes('a,b\n', { encoding: 'klingon' });
  assert.deepEqual(unknown.problem, { refused: 'encoding', facts: { encoding: 'klingon' } });
});
