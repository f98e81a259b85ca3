/**
 * Reads the marks of all arms with what is said of each arm, in one pass, arm by arm: what an index in memory is made of.
 * Rows come in PostgreSQL's binary COPY format and are handed on as bytes, for a row that becomes an object costs more than all
 * the rest.
 */
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from './database.ts';
import { KINDS_SQL } from './identify.ts';

/** The columns in their order. */
export const MARK_COLUMNS = [
  'arm',
  'key',
  'number',
  'maker',
  'model',
  'calibre',
  'class',
  'country',
  'year',
] as const;

/** A row: its bytes, and for each column where its value begins and how long it is; -1 for none. */
export type MarkBytes = {
  readonly bytes: Buffer;
  readonly begins: Int32Array;
  readonly lengths: Int32Array;
};

const SELECT = `select m.arm_id, m.key, a.number, a.maker, a.model, a.calibre, a.class, a.country, a.year
  from arm_mark m join arm a on a.arm_id = m.arm_id
  where m.kind in ${KINDS_SQL} order by m.arm_id, m.mark_no`;
/** Signature, flags and the length of a header extension. */
const HEADER_BYTES = 19;

/** Hands on every mark that an arm is told by, the marks of one arm after each other. */
export async function streamMarks(db: Database, take: (row: MarkBytes) => void): Promise<void> {
  await db.withClient(async (client) => {
    const stream = client.query(copyTo(`copy (${SELECT}) to stdout (format binary)`));
    const row: { bytes: Buffer; begins: Int32Array; lengths: Int32Array } = {
      bytes: Buffer.alloc(0),
      begins: new Int32Array(MARK_COLUMNS.length),
      lengths: new Int32Array(MARK_COLUMNS.length),
    };
    let rest: Buffer = Buffer.alloc(0);
    let isBegun = false;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      let at = 0;
      if (!isBegun) {
        if (bytes.length < HEADER_BYTES) {
          rest = bytes;
          continue;
        }
        isBegun = true;
        at = HEADER_BYTES;
      }
      row.bytes = bytes;
      for (let end = rowEnd(bytes, at, row); end > 0; end = rowEnd(bytes, at, row)) {
        take(row);
        at = end;
      }
      rest = bytes.subarray(at);
    }
    await client.query('select 1');
  });
}

/** Reads the places of a row's columns and gives where it ends; 0 where it is not whole, or the rows are over. */
function rowEnd(bytes: Buffer, from: number, { begins, lengths }: MarkBytes): number {
  if (from + 2 > bytes.length || bytes.readInt16BE(from) < 0) return 0;
  let at = from + 2;
  for (let column = 0; column < MARK_COLUMNS.length; column++) {
    if (at + 4 > bytes.length) return 0;
    const length = bytes.readInt32BE(at);
    at += 4;
    begins[column] = at;
    lengths[column] = length;
    if (length > 0) at += length;
    if (at > bytes.length) return 0;
  }
  return at;
}
