/** A file on its way in: its run, and its rows before and after they were looked up among those met before. Not an act itself. */
import type { RegisterKind } from '../domain/intake/register-kind.ts';
import type { UnderstoodRow } from '../domain/intake/row.ts';
import type { Counters } from './import-counters.ts';
import type { PartyMemory } from './import-parties.ts';

/** Named limit: rows of one batch. */
export const BATCH_ROWS = 2000;

export type PreparedRow = {
  readonly sheet: string;
  readonly row: number;
  readonly fingerprint: string;
  readonly understood: UnderstoodRow;
  /** The row as it stood, as JSON. */
  readonly cells: string;
};

export type ImportRun = {
  readonly id: string;
  readonly register: number;
  readonly kind: RegisterKind;
  readonly digest: string;
  readonly parties: PartyMemory;
  cursor: number;
  counters: Counters;
  /** Items that were put on the work list because of its rows. */
  alarms: number;
};

/** A row that was not met before. */
export type FreshRow = PreparedRow & { readonly occurrence: number };
