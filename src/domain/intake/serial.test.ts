/** Serial fields in the shapes registers have them, with invented numbers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { understandSerial } from './serial.ts';

/** `part:text:condition` of each mark. */
function marks(text: string): string[] {
  return understandSerial(text, 'text').marks.map(
    (mark) =>
      `${mark.kind === 'serial' ? '' : `${mark.kind} `}${mark.part === 'arm' ? '' : mark.part}:${mark.text}:${mark.condition}`,
  );
}

test('a plain serial is legible as it stands', () => {
  for (const text of [
    'QRV40817',
    '318842',
    'x90412',
    'ZZT 55120',
    '88-20417',
    'T9911-20 C 00417',
    '77120B',
  ]) {
    assert.deepEqual(marks(text), [`:${text}:legible`], text);
    assert.deepEqual(understandSerial(text, 'text').damage, [], text);
  }
});

test('words that mean gone, worn, never there or not found leave no text and keep the phrase as a note', () => {
  const cases: Record<string, readonly string[]> = {
    removed: [
      'RASPADO',
      'suprimido mecanicamente.',
      'Removido por ação mecânica;',
      'indeterminado (raspada)',
      'ground off',
      'número limado',
      'numéro effacé',
      'спилен',
      'ممسوح',
      'Defaced',
      'adulterado',
    ],
    absent: ['sem número', 'S/N', 'none', 'não possui', 'sans numéro', 'без номера', 'بدون رقم', 'NIHIL'],
    illegible: [
      'ILEGÍVEL',
      'worn',
      'desgastado',
      'illisible',
      'corroído',
      'нечитаемый',
      'غير مقروء',
      'oxidado',
    ],
    'not-examined': [
      'N/C',
      'não aparente',
      'unknown',
      'NULL',
      'vide observação',
      '-',
      '0',
      'XXXXX',
      'غير معروف',
    ],
  };
  for (const [condition, phrases] of Object.entries(cases)) {
    for (const phrase of phrases) {
      const mark = understandSerial(phrase, 'text').marks[0]!;
      assert.deepEqual([mark.condition, mark.text, mark.note], [condition, '', phrase], phrase);
    }
  }
});

test('a denial that names removal is not removal', () => {
  assert.deepEqual(marks('não aparente, sem vestígios de ter sido removido'), ['::absent']);
});

test('no phrase without a digit is ever a legible serial', () => {
  for (const text of ['KIX', 'TAURUS', 'pending', 'algo', 'XVII', 'ABC-PY', 'наган']) {
    assert.equal(understandSerial(text, 'text').marks[0]!.condition, 'not-examined', text);
  }
});

test('places not read make a partly legible mark', () => {
  for (const text of [
    'QR?40817',
    '9460??0',
    '*195*45',
    'ZZ88**',
    '0113125XXXX',
    'QRV???',
    'T6410-?? C 035??',
  ]) {
    assert.deepEqual(marks(text), [`:${text}:partly-legible`], text);
    assert.ok(understandSerial(text, 'text').damage.includes('partly-read'), text);
  }
  assert.deepEqual(marks('??????'), [':??????:illegible']);
});

test('a serial inside a sentence is taken out with its part and condition, the phrase beside it', () => {
  assert.deepEqual(marks('QRV40817 (armação)'), ['frame:QRV40817:legible']);
  assert.deepEqual(marks('ZK 81825 (revelado no cano)'), ['barrel:ZK 81825:restored']);
  assert.deepEqual(marks('raised by acid etching: 55120K'), [':55120K:restored']);
  assert.deepEqual(marks('removed, overstamped PQC73140'), [':PQC73140:overstamped']);
  assert.deepEqual(marks('REMARCADO PARA UL924270'), [':UL924270:overstamped']);
  assert.deepEqual(marks('D86203? (este último podendo ser 6 ou 0)'), [':D86203?:partly-legible']);
  assert.deepEqual(marks('Removido parcialmente - TJX212??'), [':TJX212??:partly-legible']);
  assert.deepEqual(marks('2125300 (vide observação 12)'), [':2125300:legible']);
  assert.deepEqual(marks('serial # 55120K'), [':55120K:legible']);
  assert.deepEqual(marks('на стволе 55120'), ['barrel:55120:legible']);
  assert.deepEqual(marks('رقم 55120 على السبطانة'), ['barrel:55120:legible']);
  assert.deepEqual(marks('removido; parte interna do ferrolho: nº5053100').at(-1), 'slide:5053100:legible');
  assert.deepEqual(marks('T9911-17 BJ03400.'), [':T9911-17 BJ03400:legible']);
  assert.deepEqual(marks('nº 64460'), [':64460:legible']);
  const mark = understandSerial('FHE06540 (frame .32ACP)', 'text').marks[0]!;
  assert.deepEqual([mark.text, mark.part, mark.note], ['FHE06540', 'frame', 'FHE06540 (frame .32ACP)']);
});

test('several parts with different numbers give a mark each', () => {
  assert.deepEqual(marks('slide G17900 frame G17911'), ['slide:G17900:legible', 'frame:G17911:legible']);
  assert.deepEqual(marks('VXM960 (cano e armação) WWD870 (revelado no ferrolho)'), [
    'barrel:VXM960:legible',
    'frame:VXM960:legible',
    'slide:WWD870:restored',
  ]);
  assert.deepEqual(marks('Removido na armação, cano somente com qhp33110.'), [
    'frame::removed',
    'barrel:qhp33110:legible',
  ]);
  assert.deepEqual(marks('T9911- 2 AI 00009( ferrolho e armação) / suprimida (cano)'), [
    'slide:T9911- 2 AI 00009:legible',
    'frame:T9911- 2 AI 00009:legible',
    'barrel::removed',
  ]);
  assert.deepEqual(marks('no cano - 425770 e removido mecanicamente da armação.'), [
    'barrel:425770:legible',
    'frame::removed',
  ]);
  assert.deepEqual(marks('DWU260; AAHR720'), [':DWU260:legible', ':AAHR720:legible']);
  assert.deepEqual(marks('KDM36800/SIGNA563680'), [':KDM36800:legible', ':SIGNA563680:legible']);
  assert.ok(understandSerial('22200; 714340', 'text').damage.includes('several-serials'));
});

test('a calibre or a bare two-figure number among words is no serial; a range is flagged', () => {
  for (const text of ['9mm', '7.62', '.38', '7,62 x 39', 'ZEDCO 17']) {
    assert.notEqual(understandSerial(text, 'text').marks[0]!.condition, 'legible', text);
  }
  assert.deepEqual(understandSerial('QZ1001-QZ1040', 'text').damage, ['several-serials']);
  assert.deepEqual(marks('88120 88121'), [':88120:legible', ':88121:legible']);
});

test('a property mark beside the serial is a mark of its own', () => {
  assert.deepEqual(marks('216300/PMERJ'), [':216300:legible', 'property :PMERJ:legible']);
});

test('spreadsheet damage is flagged and nothing is made legible of it', () => {
  assert.deepEqual(understandSerial('1.7E+27', 'number').damage, ['exponent']);
  assert.equal(understandSerial('3.3E+54', 'text').marks[0]!.condition, 'not-examined');
  assert.deepEqual(understandSerial('40817', 'number').damage, ['lost-zeros-possible']);
  assert.deepEqual(marks('="0040817"'), [':0040817:legible']);
  assert.deepEqual(understandSerial('=CONCATENATE("QRV40817")', 'text').damage, ['formula-wrapper']);
  assert.equal(understandSerial('2021-03-04', 'date').marks[0]!.condition, 'not-examined');
});

test('unseen characters stay in the text and are flagged; two alphabets in one serial are flagged', () => {
  const found = understandSerial('QRV\u202e40817', 'text');
  assert.ok(found.damage.includes('control-characters'));
  assert.deepEqual([found.marks[0]!.text, found.marks[0]!.condition], ['QRV\u202e40817', 'legible']);
  assert.deepEqual(understandSerial('BБ2160', 'text').damage, ['mixed-scripts']);
  assert.equal(understandSerial('ЛЯ 3612', 'text').marks[0]!.script, 'cyrillic');
});

test('whatever stands in the field, a mark is a piece of it, and a legible one has a digit', () => {
  const words = fc.constantFrom(
    'removido',
    'cano',
    'slide',
    'e',
    '/',
    ';',
    '(',
    ')',
    '??',
    'QRV',
    '40817',
    '.',
    ',',
  );
  const field = fc.oneof(
    fc.string({ maxLength: 60, unit: 'binary' }),
    fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(field, (text) => {
      for (const mark of understandSerial(text, 'text').marks) {
        assert.ok(text.includes(mark.text), `${mark.text} is not in ${text}`);
        if (mark.condition === 'legible' && mark.kind === 'serial') assert.match(mark.text, /\p{N}/u);
      }
    }),
    { seed: 4817, numRuns: 2000 },
  );
});

test('a field as long as a document is a note', () => {
  const mark = understandSerial('1234 '.repeat(2000), 'text').marks[0]!;
  assert.deepEqual([mark.text, mark.condition, mark.note!.length], ['', 'not-examined', 400]);
});
