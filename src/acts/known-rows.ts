/**
 * Tells which rows of a file a register has met before, without keeping anything: what a dry run says of them. A row that
 * comes twice is known twice only where it was brought in twice, as in the import itself. Not an act itself.
 *
 * @clause A-11
 */
import { findRegister, listKnownRows } from '../store/import.ts';
import type { PreparedRow } from './import-run.ts';
import type { Office } from './office.ts';

/** The id of no import: whatever stands in the register counts as not yet met by this one. */
const NO_IMPORT = '00000000-0000-0000-0000-000000000000';

/** Tells of a batch of rows, in their order, which are known. */
export type KnownTeller = (rows: readonly PreparedRow[]) => Promise<readonly boolean[]>;

/** Begins telling of one file for the register of this name; where there is none yet, no row is known. */
export async function tellKnown(office: Office, register: string): Promise<KnownTeller> {
  const found = await findRegister(office.db, register);
  /** How often each known row may still come. */
  const left = new Map<string, number>();
  return async (rows) => {
    if (!found) return rows.map(() => false);
    const fresh = [...new Set(rows.map((row) => row.fingerprint))].filter((one) => !left.has(one));
    const counted = new Map<string, number>();
    for (const { fingerprint } of await listKnownRows(office.db, found.id, NO_IMPORT, fresh))
      counted.set(fingerprint, (counted.get(fingerprint) ?? 0) + 1);
    for (const [fingerprint, times] of counted) left.set(fingerprint, times);
    return rows.map(({ fingerprint }) => {
      const times = left.get(fingerprint) ?? 0;
      if (times > 0) left.set(fingerprint, times - 1);
      return times > 0;
    });
  };
}
