/** How makers write serials: the file sound, known serials read right, and no reading that breaks the decoder. A-12, B-08. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Happened } from '../src/domain/base/happened.ts';
import { formatReading, parseReading, type Reading } from '../src/domain/marks/reading.ts';
import { decodeSerial } from '../src/domain/reference/decode-serial.ts';
import { impossibleOf, type SerialFacts } from '../src/domain/reference/impossible.ts';
import { listUnknownCodes } from '../src/domain/reference/parse.ts';
import { parseGrammars } from '../src/domain/reference/parse-grammars.ts';
import { type SerialGrammar, tellsYears, type Zone } from '../src/domain/reference/serial-grammar.ts';
import { grammarsAsWritten, readReference } from '../src/doors/reference/read-reference.ts';

const { reference } = await readReference();
const { grammars } = reference;
const read = (text: string): Reading => parseReading(text).reading;
const decode = (text: string, maker = 'taurus') => decodeSerial(grammars, read(text), { maker });
const told = (text: string, maker?: string) =>
  decode(text, maker).fits.map(({ grammar, years, months }) => [grammar.id, years, months]);

test('every grammar of the file can be used, names makers that are there, and says where it is from', async () => {
  assert.deepEqual(parseGrammars(await grammarsAsWritten()).problems, []);
  assert.deepEqual(listUnknownCodes(reference), []);
  assert.ok(grammars.length >= 120 && new Set(grammars.map(({ maker }) => maker)).size >= 55);
  for (const { id, title, sources } of grammars) {
    assert.match(title, /^[A-Z].*\.$/, id);
    assert.ok(sources.length > 0, id);
  }
});

test('the zones of every grammar are sound: codes told apart, years within its time, all months', () => {
  for (const { id, zones, from, to } of grammars)
    for (const { means, writings } of zones) {
      if (means !== 'year' && means !== 'month') continue;
      const written = writings!.map((one) => one.written);
      assert.equal(new Set(written).size, written.length, id);
      const stands = writings!.flatMap((one) => one.stands);
      if (means === 'month')
        assert.deepEqual(
          stands.toSorted((a, b) => a - b),
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
          id,
        );
      else for (const year of stands) assert.ok(year >= (from ?? 0) && year <= (to ?? 9999), `${id} ${year}`);
    }
});

test('a grammar that cannot be used is told by its id, and the others stand', () => {
  const zones = [{ means: 'sequence', set: '0-9', min: 5, max: 5 }];
  const good = { id: 'kerem-1', maker: 'kerem', title: 'Kerem.', classes: ['pistol'], zones, sources: ['x'] };
  const year = { means: 'year', set: 'A-C', min: 1, max: 1 };
  const bad = [
    { ...good, id: 'a', zones: [] },
    { ...good, id: 'b', zones: [...zones, ...zones] },
    { ...good, id: 'c', zones: [{ ...year, values: { D: 1990 } }, ...zones] },
    { ...good, id: 'd', zones: [year, ...zones] },
    { ...good, id: 'e', classes: ['cannon'] },
    { ...good, id: 'f', from: 1990, to: 1980 },
    { ...good, id: 'g', zones: [{ ...zones[0], max: 4_000 }] },
    good,
    'h',
  ];
  const { grammars, problems } = parseGrammars([good, ...bad]);
  assert.deepEqual(
    grammars.map(({ id }) => id),
    ['kerem-1'],
  );
  assert.deepEqual(
    problems.map(({ id }) => id),
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'kerem-1', 'number 10'],
  );
  assert.equal(parseGrammars({}).problems.length, 1);
});

test('a digit lost moves a Taurus by forty years, and only one month fits the whole number', () => {
  assert.deepEqual(told('ADB00944'), [['taurus-pistol-1981', [1984], [2]]]);
  assert.deepEqual(told('ADB004944'), [['taurus-2019', [2022], [2]]]);
});

test('the month letters of Taurus since October 2019 leave out F and I', () => {
  const months = [...'ABCDEFGHIJKLMNOP'].filter((letter) => told(`AC${letter}123456`).length > 0);
  assert.equal(months.join(''), 'ABCDEGHJKLMN');
});

test('what is unknown, one of several, worn or lost leaves every year that it may be', () => {
  assert.deepEqual(told('A?B004944')[0]?.[1], [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  assert.deepEqual(told('A[CD]B004944'), [['taurus-2019', [2021, 2022], [2]]]);
  assert.deepEqual(told('ADB00494O~'), [['taurus-2019', [2022], [2]]], 'a worn O may be a 0');
  assert.deepEqual(
    told('ADB00…').map(([, years]) => years),
    [[2022], [1984]],
  );
  const tail = told('…004944');
  assert.deepEqual(
    tail.find(([id]) => id === 'taurus-2019')?.[1],
    [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026],
  );
  const beginning = told('…B004944').find(([id]) => id === 'taurus-2019');
  assert.deepEqual(beginning?.[2], [2]);
  assert.deepEqual(told('АБ1234Д', 'tula')[0]?.[1], [1955]);
  assert.deepEqual(told('АБ1234…', 'tula')[0]?.[1], [], 'its letter may be lost or was never there');
  assert.deepEqual(told('…Д…', 'tula')[0]?.[1], [], 'the letter may be another zone’s');
});

test('an O among the digits is told as a place, with the 0 that it must be', () => {
  const { fits, misfits } = decode('ADBO04944');
  assert.deepEqual(fits, []);
  assert.deepEqual(
    misfits.map(({ grammar, years, wrong }) => [grammar.id, years, wrong]),
    [['taurus-2019', [2022], [{ place: 4, stands: 'O', could: '0123456789', alike: '0' }]]],
  );
  assert.deepEqual(decode('QQQQQQQQ').misfits, [], 'what has nothing of a grammar is no near miss');
  assert.deepEqual(decode('…Q1').misfits, [], 'one digit that agrees is no near miss');
});

test('factory, year and parts are told zone by zone; signs that part groups stand or not', () => {
  for (const text of ['T6368-13B02547', 'T636813B02547']) {
    const [fit] = decode(text, 'girsan').fits;
    assert.deepEqual([fit?.years, fit?.factory], [[2013], 'T6368'], text);
    assert.deepEqual(
      fit?.zones.map(({ means, written }) => `${means} ${written}`),
      ['factory T6368', 'year 13', 'model B', 'sequence 02547'],
    );
  }
  assert.deepEqual(
    decode('13B2547', 'girsan').fits.map(({ years, factory }) => [years, factory]),
    [[[2013], undefined]],
  );
  assert.deepEqual(told('245NV51234', 'browning')[0]?.slice(0, 2), ['browning-1976', [1995]]);
  assert.equal(
    decodeSerial(grammars, read('AB12345'), { maker: 'taurus', class: 'revolver' }).fits.length,
    1,
  );
});

const impossible = (serial: string, facts: Partial<SerialFacts> = {}) =>
  impossibleOf(grammars, { maker: 'taurus', class: 'pistol', serial: read(serial), ...facts });
const kinds = (...asked: Parameters<typeof impossible>) => impossible(...asked).map(({ kind }) => kind);

test('a stated year that the serial contradicts is told, with the years that it may be', () => {
  assert.deepEqual(impossible('ADB00944', { year: 2022 }), [
    { kind: 'other-year', serial: 'ADB00944', grammars: ['taurus-pistol-1981'], stated: 2022, years: [1984] },
  ]);
  assert.deepEqual(kinds('ADB00944', { year: 1984 }), []);
  assert.deepEqual(kinds('ADB00944', { year: 1985 }), [], 'finished in the next year');
  assert.deepEqual(kinds('ADB00944', { year: 1983 }), ['other-year'], 'numbered after it was made');
});

test('an arm that was there before its serial could be struck is told, to the month', () => {
  const on = (seenOn: string) => impossible('ACG499689', { seenOn: seenOn as Happened });
  assert.deepEqual(on('2021-01-15'), [
    {
      kind: 'made-later',
      serial: 'ACG499689',
      grammars: ['taurus-2019'],
      made: '2021-06',
      seenOn: '2021-01-15',
    },
  ]);
  for (const seen of ['2021-06-01', '2021-06-01T10:00:00Z', '2021', '2024', ''])
    assert.deepEqual(on(seen), [], seen);
  assert.equal(on('2020').length, 1);
});

test('a serial that its maker never wrote in those years is told only by grammars that all arms follow', () => {
  assert.deepEqual(kinds('QQQ99', { class: 'revolver', year: 1990 }), ['never-so']);
  assert.deepEqual(kinds('QQQ99', { class: 'revolver', year: 1970 }), []);
  assert.deepEqual(kinds('QQQ99', { class: 'pistol', year: 1990 }), []);
  assert.deepEqual(kinds('QQQ99', { class: 'revolver' }), []);
});

test('nothing is called impossible where the reading or the grammar leaves a way out', () => {
  for (const serial of ['A?B00944', 'AD~B00944', '…00944', '???', '123456', 'AB12345'])
    assert.deepEqual(kinds(serial, { year: 2001 }), [], serial);
  assert.deepEqual(impossible('ADB00944', { maker: 'nobody', year: 2022 }), []);
});

const place = fc.record(
  {
    may: fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...'A0O7Д')),
    worn: fc.constant(true as const),
  },
  { requiredKeys: ['may'] },
);
const anyReading = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }).map(read),
  fc.record({ places: fc.array(place, { maxLength: 60 }), gaps: fc.array(fc.nat(70), { maxLength: 8 }) }),
);

test('no reading breaks the decoder, and what it tells are years of the grammar and places of the reading', () => {
  fc.assert(
    fc.property(anyReading, (reading) => {
      const { fits, misfits } = decodeSerial(grammars, reading);
      for (const { grammar, years } of [...fits, ...misfits])
        for (const year of years) assert.ok(year >= (grammar.from ?? 0) && year <= (grammar.to ?? 9999));
      for (const { wrong } of misfits) {
        assert.ok(wrong.length >= 1 && wrong.length <= 2);
        for (const one of wrong)
          assert.ok(one.place <= reading.places.length && !one.could.includes(one.stands));
      }
      const facts = { class: 'pistol', serial: reading, year: 1990, seenOn: '2000' as Happened } as const;
      for (const maker of ['taurus', 'girsan', 'nobody']) impossibleOf(grammars, { ...facts, maker });
    }),
    { numRuns: 300 },
  );
});

/** A serial written by a grammar, with the year that its code stands for. */
function writtenBy({ zones }: SerialGrammar): fc.Arbitrary<{ text: string; years: readonly number[] }> {
  const zoneText = (zone: Zone): fc.Arbitrary<{ text: string; years: readonly number[] }> => {
    if (zone.writings)
      return fc
        .constantFrom(...zone.writings)
        .map(({ written, stands }) => ({ text: written, years: zone.means === 'year' ? stands : [] }));
    return fc
      .array(fc.constantFrom(...zone.characters), { minLength: zone.min, maxLength: zone.max })
      .map((all) => ({ text: all.join(''), years: [] }));
  };
  return fc.tuple(...zones.map(zoneText)).map((all) => ({
    text: all.map(({ text }) => text).join(''),
    years: all.flatMap(({ years }) => years),
  }));
}

test('a serial written by a grammar fits it and may be of the year for which it was written, also with places lost', () => {
  const written = fc
    .constantFrom(...grammars)
    .chain((grammar) => fc.tuple(fc.constant(grammar), writtenBy(grammar), fc.nat(12), fc.nat(12)));
  fc.assert(
    fc.property(written, ([grammar, { text, years }, unknown, cut]) => {
      const whole = read(text);
      const places = whole.places.map((one, at) => (at === unknown ? { may: '' } : one));
      const readings: Reading[] = [whole, { places, gaps: [] }];
      if (cut < places.length) {
        readings.push({ places: places.slice(cut), gaps: [0] });
        readings.push({ places: places.slice(0, cut), gaps: [cut] });
        readings.push({ places: [...places.slice(0, cut), ...places.slice(cut + 1)], gaps: [cut] });
      }
      for (const reading of readings) {
        if (reading.places.every(({ may }) => may === '')) continue;
        const fit = decodeSerial([grammar], reading).fits[0];
        assert.ok(fit, `${grammar.id}: ${formatReading(reading)}`);
        if (tellsYears(grammar) && fit.years.length > 0)
          assert.ok(
            years.every((year) => fit.years.includes(year)),
            `${grammar.id}: ${formatReading(reading)}`,
          );
        if (
          reading === whole &&
          tellsYears(grammar) &&
          grammar.zones.some(({ means, min }) => means === 'year' && min > 0)
        )
          assert.ok(fit.years.length > 0, grammar.id);
      }
    }),
    { numRuns: 1500 },
  );
});

test('the longest reading of nothing but doubt is decoded by all grammars in bounded steps', () => {
  const reading: Reading = {
    places: Array.from({ length: 40 }, () => ({ may: '01234567', worn: true as const })),
    gaps: Array.from({ length: 41 }, (_, at) => at),
  };
  assert.deepEqual(decodeSerial(grammars, reading).misfits, []);
});
