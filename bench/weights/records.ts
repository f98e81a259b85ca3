/** Records of real registers as the estimates of weights need them: a whole number, its case, and what is said beside it. */
import { createHash } from 'node:crypto';
import type { Described } from '../../src/domain/identification/profile.ts';
import { type Row, readTable } from '../real/tables.ts';

export type Recorded = {
  /** The number in capitals without what parts its groups. */
  readonly serial: string;
  readonly inCase: string;
  readonly says: Described;
};

/** `told`: who wrote the records, where and when. */
export type Register = { readonly name: string; readonly told: string; readonly rows: readonly Recorded[] };

/** A number that was read whole: letters and digits, at least four, of which one is a digit. */
const WHOLE = /^(?=.*\d)[A-Z0-9]{4,20}$/;
const SEPARATORS = /[\s\-./]/g;

/** The registers of real records that lie in a folder; those that are not there are left out. */
export function readRegisters(folder: string): readonly Register[] {
  const rio = readTable(folder, 'rio-examinations/firearms.csv.gz');
  const paulo = readTable(folder, 'saopaulo-reports/firearms.csv.gz');
  return [
    ...(rio
      ? [
          {
            name: 'rio-examinations',
            told: 'examinations by forensic staff, Rio de Janeiro, 2017 to 2022',
            rows: rio.flatMap(ofRio),
          },
        ]
      : []),
    ...(paulo
      ? [
          {
            name: 'saopaulo-reports',
            told: 'reports typed by desk officers, São Paulo, 2019 to 2023',
            rows: paulo.flatMap(ofPaulo),
          },
        ]
      : []),
  ];
}

/** What an examination says of an arm beside its number. */
export function saidInRio(row: Row): Described {
  return {
    maker: row.Marca,
    model: row.Modelo,
    calibre: row.Calibre,
    class: row.Tipo,
    country: row.País,
    property: row.Patrimoniada,
  };
}

function ofRio(row: Row): readonly Recorded[] {
  return recorded(row['Número de Série'], row['Número Procedimento'], saidInRio(row));
}

function ofPaulo(row: Row): readonly Recorded[] {
  const says = { maker: row.MARCA_ARMA, calibre: row.CALIBRE_ARMA, class: row.DESCR_ARMA_FOGO };
  return recorded(row.NUMERO_ARMA, `${row.ID_DELEGACIA}/${row.ANO_BO}/${row.NUM_BO}`, says);
}

function recorded(typed: string | undefined, inCase: string | undefined, says: Described): Recorded[] {
  const serial = (typed ?? '').toUpperCase().replace(SEPARATORS, '');
  return WHOLE.test(serial) && inCase ? [{ serial, inCase, says }] : [];
}

/** Numbers between 0 and 1 that are the same in every run: a digest of what is drawn for. */
export function drawn(seed: string, n: number): number {
  return createHash('sha256').update(`${seed}/${n}`).digest().readUInt32BE(0) / 2 ** 32;
}
