/** Two monthly returns of one depot, as it sent them: the second lists seven rifles fewer, and nobody says why. */
import { type WrittenCell, writeXlsx } from '../sheets/write.ts';
import { RETURN_MISSING, RETURN_RIFLES } from './stories-state.ts';
import { storySerial } from './story.ts';

export type MonthlyReturn = { readonly name: string; readonly workbook: Uint8Array };

/** The return of September and that of October 2024. */
export function monthlyReturns(): readonly [MonthlyReturn, MonthlyReturn] {
  const rifles = Array.from({ length: RETURN_RIFLES }, (_, place) => storySerial('orevall', 100 + place));
  // The seven do not stand together: a reader has to compare serials, not lengths of lists.
  const gone = (place: number): boolean => place % 3 === 1 && place < RETURN_MISSING * 3;
  return [
    makeReturn('2024-09-30', rifles),
    makeReturn(
      '2024-10-31',
      rifles.filter((_, place) => !gone(place)),
    ),
  ];
}

function makeReturn(day: string, serials: readonly string[]): MonthlyReturn {
  const lines: (readonly WrittenCell[])[] = [
    ['ARMÉE D’ALDERA — DÉMONSTRATION'],
    ['Situation mensuelle de l’armement', null, null, 'au', { date: day }],
    [],
    ['N°', 'Numéro de série', 'Marque', 'Modèle', 'Calibre', 'Type'],
    ...serials.map((serial, place) => [
      place + 1,
      serial,
      'Orevall Works',
      'O-47',
      '7.62x39',
      'Fusil d’assaut',
    ]),
    ['TOTAL', serials.length],
  ];
  const name = `situation-${day.slice(0, 7)}.xlsx`;
  return { name, workbook: writeXlsx([{ name: 'Situation', rows: lines }]) };
}
