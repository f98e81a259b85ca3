/**
 * The reference tables that an office answers from: those of the program with the rows of the State laid over them, kept in
 * memory and made anew only when the State has changed something. Not an act itself.
 *
 * How old they may be: a change made by this process counts for whoever asks after it; one made by another process of the
 * same home counts after `REFERENCE_STALE_MS` at the latest, because the version is looked up no more often than that. That
 * look is one row of an index, so that a page of an arm costs no more by it.
 *
 * What could go wrong: somebody asks while older tables are being read and a change comes between. Whoever asks after a change
 * never joins a reading that began before it, and older tables never take the place of newer ones.
 *
 * @clause B-12
 */
import { makeTables, type ReferenceTables } from '../domain/reference/tables.ts';
import type { Statements } from '../store/database.ts';
import { findReferenceVersion, listStateRows } from '../store/reference.ts';
import type { Office } from './office.ts';

/** @unit milliseconds */
export const REFERENCE_STALE_MS = 3000;

/** Opens the tables of a home over those that come with the program. */
export function openReference(
  db: Statements,
  clock: () => number,
  readProgram: () => Promise<ReferenceTables>,
): Pick<Office, 'reference' | 'referenceChanged'> {
  let kept: ReferenceTables | undefined;
  let checked: number | undefined;
  let reading: Promise<ReferenceTables> | undefined;
  let changes = 0;
  const read = async (began: number): Promise<ReferenceTables> => {
    const before = changes;
    const program = await readProgram();
    const known = kept ?? program;
    const isNew = (await findReferenceVersion(db)) !== known.version;
    const tables = isNew ? await layStateRows(db, program) : known;
    if (kept === undefined || tables.version > kept.version) kept = tables;
    if (changes === before) checked = began;
    return kept;
  };
  return {
    async reference() {
      const now = clock();
      // A clock that was set back looks again as well.
      if (kept && checked !== undefined && Math.abs(now - checked) < REFERENCE_STALE_MS) return kept;
      if (reading) return reading;
      const own = read(now).finally(() => {
        if (reading === own) reading = undefined;
      });
      reading = own;
      return own;
    },
    referenceChanged() {
      changes++;
      checked = undefined;
      reading = undefined;
    },
  };
}

async function layStateRows(db: Statements, { program }: ReferenceTables): Promise<ReferenceTables> {
  const { rows, version } = await listStateRows(db);
  return makeTables(program, rows, version);
}
