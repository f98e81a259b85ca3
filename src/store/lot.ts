/** Declared production lots and their ranges of serials. */
import type { Row, Statements } from './database.ts';

export type Lot = {
  readonly id: string;
  readonly maker: string;
  readonly class: string;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
  /** The serials of the lot: prefix, then a number of so many digits. */
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly digits: number;
  readonly quantity: number;
  readonly year: number | undefined;
  readonly licence: string | undefined;
};

const COLUMNS = `lot_id, maker_id, class, model, calibre, prefix, first_number, last_number, digits, quantity, made_year,
  licence`;

/** Keeps a declared lot. */
export async function insertLot(tx: Statements, lot: Lot): Promise<void> {
  await tx.rows(
    `insert into production_lot (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      lot.id,
      lot.maker,
      lot.class,
      lot.model ?? null,
      lot.calibre ?? null,
      lot.prefix,
      lot.first,
      lot.last,
      lot.digits,
      lot.quantity,
      lot.year ?? null,
      lot.licence ?? null,
    ],
  );
}

type LotRow = Row & {
  lot_id: string;
  maker_id: string;
  class: string;
  model: string | null;
  calibre: string | null;
  prefix: string;
  first_number: number;
  last_number: number;
  digits: number;
  quantity: number;
  made_year: number | null;
  licence: string | null;
};

/** The lots whose range a serial falls into, whoever declared them: at most fifty. */
export async function listLotsOfSerial(
  db: Statements,
  serial: { readonly prefix: string; readonly number: number; readonly digits: number },
): Promise<readonly Lot[]> {
  const rows = await db.rows<LotRow>(
    `select ${COLUMNS} from production_lot
     where prefix = $1 and digits = $2 and first_number <= $3 and last_number >= $3 order by lot_id limit 50`,
    [serial.prefix, serial.digits, serial.number],
  );
  return rows.map((row) => ({
    id: row.lot_id,
    maker: row.maker_id,
    class: row.class,
    model: row.model ?? undefined,
    calibre: row.calibre ?? undefined,
    prefix: row.prefix,
    first: row.first_number,
    last: row.last_number,
    digits: row.digits,
    quantity: row.quantity,
    year: row.made_year ?? undefined,
    licence: row.licence ?? undefined,
  }));
}
