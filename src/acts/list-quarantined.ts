/** Shows rows in quarantine; their cells may name persons, so looking is logged. */
import { listQuarantine } from '../store/import.ts';
import { logAccess } from '../store/work.ts';
import type { Actor, Office } from './office.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: rows shown at once. */
const SHOWN_MAX = 500;

/** Rows that could not be an arm or an event, of one import or of all. */
export async function listQuarantined(office: Office, actor: Actor, limit: number, importId?: string) {
  await logAccess(office.db, accessOf(office, actor, 'list-quarantined', importId ?? ''));
  return listQuarantine(
    office.db,
    Math.max(1, Math.min(Number.isFinite(limit) ? limit : SHOWN_MAX, SHOWN_MAX)),
    importId,
  );
}
