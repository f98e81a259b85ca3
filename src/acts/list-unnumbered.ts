/** Entries that stand in the database and have neither a leaf nor a place in the queue: put there behind the register's back. */
import { listEntriesWithoutLeaf } from '../store/tree.ts';
import type { Office } from './office.ts';

const LISTED_MAX = 1000;

/** The ids of such entries; there must be none. */
export async function listUnnumbered(office: Office): Promise<readonly string[]> {
  return (await listEntriesWithoutLeaf(office.db, LISTED_MAX)).map((one) => one.entry);
}
