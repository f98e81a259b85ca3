/** The examinations of a folder as a register: an arm for each number that was read whole, written straight into the tables. */
import { newId } from '../../src/acts/office.ts';
import type { Described } from '../../src/domain/identification/profile.ts';
import { understandClass } from '../../src/domain/intake/class-words.ts';
import { findCountry } from '../../src/domain/intake/countries.ts';
import { understandSerial } from '../../src/domain/intake/serial.ts';
import { isWhole, parseReading, type Reading } from '../../src/domain/marks/reading.ts';
import { markKeysOf } from '../../src/store/arm.ts';
import { type SaidWords, saidNumber } from '../../src/store/said.ts';
import { type BenchOffice, say } from '../office.ts';
import { saidInRio } from '../weights/records.ts';
import type { Row } from './tables.ts';

export type Examined = { readonly reading: Reading; readonly said: Described };
export type ExaminedArm = { readonly id: string; readonly key: string; readonly said: Described };

/** Shorter numbers are on too many arms. */
const WHOLE_FROM = 4;
const BATCH = 5_000;

/** What stands in the number field of an examination, as an import understands it: the first number that tells anything. */
export function examined(row: Row): Examined | undefined {
  const { property: _, ...said } = saidInRio(row);
  const texts = understandSerial(row['Número de Série'] ?? '', 'text').marks.filter(
    ({ kind, text }) => kind === 'serial' && text !== '',
  );
  const readings = texts.map(({ text }) => parseReading(text).reading);
  const reading = readings.find(({ places }) => places.some(({ may }) => may !== ''));
  return reading && { reading, said };
}

/** Writes the arms whose number was read whole; one for each number and class. */
export async function fillRegister(
  bench: BenchOffice,
  rows: readonly Row[],
): Promise<readonly ExaminedArm[]> {
  const arms = new Map<string, ExaminedArm>();
  for (const row of rows) {
    const one = examined(row);
    if (!one || !isWhole(one.reading) || one.reading.places.length < WHOLE_FROM) continue;
    const key = one.reading.places.map(({ may }) => may).join('');
    const name = `${key}\n${one.said.class}`;
    if (!arms.has(name)) arms.set(name, { id: newId(bench.office), key, said: one.said });
  }
  const all = [...arms.values()];
  say(`a register of ${all.length} arms`);
  await bench.owner(async (owner) => {
    for (let at = 0; at < all.length; at += BATCH) {
      const some = all.slice(at, at + BATCH);
      const column = (of: (one: ExaminedArm) => string | undefined): (string | null)[] =>
        some.map((one) => of(one) ?? null);
      await owner.rows(
        `insert into arm (arm_id, number, register_id, class, maker, model, calibre, country, serial, status, version)
         select *, 'in-evidence', 1 from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[],
           $7::text[], $8::text[], $9::text[])`,
        [
          column(({ id }) => id),
          column(({ id }) => `XA-${id}`),
          some.map(() => 99),
          column(({ said }) => wordsOf(said).class),
          column(({ said }) => said.maker),
          column(({ said }) => said.model),
          column(({ said }) => said.calibre),
          column(({ said }) => wordsOf(said).country),
          column(({ key }) => key),
        ],
      );
      const marks = some.map(({ key }) => markOf(key));
      await owner.rows(
        `insert into arm_mark (arm_id, mark_no, kind, key, fold, said)
         select arm_id, 1, 'serial', key, fold, said
         from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[]) as m (arm_id, key, fold, said)`,
        [
          column(({ id }) => id),
          marks.map(({ key }) => key),
          marks.map(({ fold }) => fold),
          some.map(({ said }) => String(saidNumber(wordsOf(said)))),
        ],
      );
    }
    for (const table of ['arm', 'arm_mark']) await owner.rows(`vacuum analyze ${table}`);
  });
  return all;
}

/** What a row of these words tells. */
function wordsOf({ class: kind, maker, model, calibre, country }: Described): SaidWords {
  const { class: understood } = understandClass(kind ?? '');
  return { class: understood, maker, model, calibre, country: findCountry(country ?? ''), year: undefined };
}

function markOf(text: string): { readonly key: string; readonly fold: string } {
  return markKeysOf([{ kind: 'serial', part: 'arm', text, condition: 'legible', script: 'latin' }])[0]!;
}
