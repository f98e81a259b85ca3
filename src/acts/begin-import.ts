/**
 * Begins bringing in a file, or goes on where it was stopped: the same file into the same register by the same mapping.
 * Beginning and end are entries of the ledger, with the file's digest.
 *
 * @clause A-11
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { isRegisterKind, type RegisterKind, registerKindOf } from '../domain/intake/register-kind.ts';
import {
  findMapping,
  findUnfinishedImport,
  insertImport,
  moveImport,
  openRegister,
  saveMapping,
} from '../store/import.ts';
import { appendEntry } from './append-entry.ts';
import { type Counters, noCounters } from './import-counters.ts';
import type { ImportRun } from './import-run.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';

export type ImportWishes = {
  readonly register: string;
  readonly kind?: string | undefined;
  readonly file: string;
  readonly digest: string;
  /** The mapping of columns, as JSON: another mapping is another import. */
  readonly mapping: string;
  readonly saveAs?: string | undefined;
  /** The mapping file that is saved under that name. */
  readonly toSave?: string | undefined;
};

/** Begins or resumes an import. */
export async function beginImport(
  office: Office,
  actor: Actor,
  wishes: ImportWishes,
): Promise<ImportRun | Refusal> {
  const far = refuseReach(actor);
  if (far) return far;
  const kind = registerOf(wishes.register, wishes.kind);
  if (isRefusal(kind)) return kind;
  return office.db.transaction(async (tx): Promise<ImportRun | Refusal> => {
    const register = await openRegister(tx, wishes.register, kind);
    if (wishes.saveAs !== undefined) await saveMapping(tx, wishes.saveAs, wishes.toSave ?? wishes.mapping);
    const before = await findUnfinishedImport(tx, register.id, wishes.digest, wishes.mapping);
    const base = {
      register: register.id,
      kind: register.kind as RegisterKind,
      digest: wishes.digest,
      parties: new Map<string, string>(),
    };
    if (before) {
      const counters = JSON.parse(before.counters) as Counters;
      return { ...base, id: before.id, cursor: before.cursor, counters, alarms: counters.alarms ?? 0 };
    }
    const id = newId(office);
    const counters = noCounters();
    const job = {
      id,
      register: register.id,
      file: wishes.file,
      digest: wishes.digest,
      mapping: wishes.mapping,
      cursor: 0,
    };
    await insertImport(tx, { ...job, counters: JSON.stringify(counters), state: 'running' }, nowOf(office));
    const begun = {
      type: 'import-begun',
      file: wishes.digest,
      register: wishes.register,
      registerKind: register.kind,
    };
    const kept = await appendEntry(tx, office, actor, { kind: 'begin-import', subject: id, events: [begun] });
    return isRefusal(kept) ? kept : { ...base, id, cursor: 0, counters, alarms: 0 };
  });
}

/**
 * A file may hold arms of anybody, so that bringing one in is for roles whose reach in it is everything, or nothing that
 * was there before.
 */
export function refuseReach({ scope }: Actor): Refusal | undefined {
  return scope.arms === 'all' || scope.arms === 'none' ? undefined : refusal('import-not-permitted');
}

/** The kind of the register that a file would be brought into, if it can have that name and kind. */
export function registerOf(name: string, told: string | undefined): RegisterKind | Refusal {
  const kind = told ?? registerKindOf(name);
  if (!isRegisterKind(kind)) return refusal('register-kind-unknown', { kind });
  return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(name)
    ? kind
    : refusal('register-name', { register: name });
}

/** A mapping file that an import saved under this name. */
export async function findSavedMapping(office: Office, name: string): Promise<string | undefined> {
  return findMapping(office.db, name);
}

/** Ends an import: all rows read, or stopped on purpose to go on later. */
export async function endImport(
  office: Office,
  actor: Actor,
  run: ImportRun,
  state: 'done' | 'stopped',
): Promise<Refusal | undefined> {
  return office.db.transaction(async (tx) => {
    const counters = JSON.stringify({ ...run.counters, alarms: run.alarms });
    await moveImport(tx, {
      id: run.id,
      from: run.cursor,
      to: run.cursor,
      counters,
      state,
      at: nowOf(office),
    });
    if (state === 'stopped') return undefined;
    const { damage: _damage, quarantineReasons: _reasons, alarms: _alarms, ...counted } = run.counters;
    const kept = await appendEntry(tx, office, actor, {
      kind: 'end-import',
      subject: run.id,
      events: [{ type: 'import-ended', file: run.digest, ...counted }],
    });
    return isRefusal(kept) ? kept : undefined;
  });
}
