/**
 * Shows an arm: who answers for it now, the last recorded lawful holder, its marks, its custody with gaps and
 * contradictions, and its entries with their places in the ledger. Looking is an act: it leaves a line in the access log.
 *
 * @clause, J-04
 */
import { z } from 'zod';
import type { Scope } from '../domain/access/scope.ts';
import { parseStateNumber } from '../domain/arms/number.ts';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { ArmState } from '../domain/custody/arm-state.ts';
import type { RecordedEvent } from '../domain/custody/event.ts';
import { armState } from '../domain/custody/fold.ts';
import { byHappening, correctionsIn } from '../domain/custody/order.ts';
import { isLate } from '../domain/custody/spans.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { findArmByNumber, isArm } from '../store/arm.ts';
import type { OpenedBy } from '../store/emergency.ts';
import { findLastCheckpoint, listEntriesOf } from '../store/ledger.ts';
import { type Lot, listLotsOfSerial } from '../store/lot.ts';
import { listOpenWork, logAccess, type WorkItem } from '../store/work.ts';
import { armViewOutput } from './arm-output.ts';
import { text } from './input.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { eventsOfBody } from './seal.ts';
import { firstSeen, notesOn } from './serial-notes.ts';
import type { Noted } from './serial-output.ts';
import { type Before, withEmergency } from './with-emergency.ts';
import { seenWithin } from './within-scope.ts';

const input = z.strictObject({ arm: text.describe('Id or State number of the arm.') });

export type ArmView = {
  readonly id: string;
  readonly number: string;
  readonly state: ArmState;
  /** Events in the order in which they happened; of a corrected one, the entry that corrects it. */
  readonly events: readonly (RecordedEvent & {
    readonly late: boolean;
    readonly corrected: boolean;
    readonly correctedBy?: string;
  })[];
  readonly entries: readonly {
    readonly entry: string;
    readonly act: string;
    readonly leaf: number | undefined;
    readonly recorded: string;
    readonly kind: string;
  }[];
  /** What to call each party: its name, or its kind where the name is withheld. */
  readonly names: ReadonlyMap<string, string>;
  readonly work: readonly WorkItem[];
  readonly checkpointSize: number | undefined;
  /** Declared production lots whose range the arm's serials fall into: where it may have been made, no proof of it. */
  readonly lots: readonly Lot[];
  /** What cannot be, going by its serials. */
  readonly noted: Noted;
  /** Until when, and by what, this arm is open to the one who looks. */
  readonly openUntil?: string;
  readonly openedBy?: OpenedBy;
};

/** Named limit: open items shown with an arm. */
const WORK_SHOWN_MAX = 50;

export const viewArm: Act<z.infer<typeof input>, ArmView> = {
  name: 'view-arm',
  says: 'Show an arm and its custody',
  clauses: ['PoA II.9', 'ITI 11'],
  input,
  output: armViewOutput,
  changes: false,
  async run(office, actor, wanted) {
    const id = await armIdOf(office, actor.scope, wanted.arm);
    // A look for an arm that is not there is a look too: whoever tries out numbers leaves lines.
    const logged = logAccess(office.db, accessOf(office, actor, 'view-arm', isRefusal(id) ? '' : id));
    const [entries] = await Promise.all([isRefusal(id) ? [] : listEntriesOf(office.db.quick, id), logged]);
    if (isRefusal(id)) return id;
    if (entries.length === 0) return refusal('arm-unknown', { arm: wanted.arm });
    const events = entries.flatMap((entry) => eventsOfBody(entry.body));
    const before = await withEmergency(office, actor, id);
    return viewOf(office, before, id, events, entries);
  },
};

async function viewOf(
  office: Office,
  { actor, opening }: Before,
  id: string,
  recorded: readonly RecordedEvent[],
  entries: Awaited<ReturnType<typeof listEntriesOf>>,
): Promise<ArmView> {
  const [{ events, names }, work, checkpoint] = await Promise.all([
    seenWithin(office.db.quick, actor.scope, recorded),
    listOpenWork(office.db.quick, actor.scope, WORK_SHOWN_MAX, id),
    findLastCheckpoint(office.db.quick),
  ]);
  const state = armState(events);
  const corrections = correctionsIn(events);
  return {
    id,
    number: state.number?.number ?? '',
    state,
    events: byHappening(events).map((event) => {
      const correctedBy = corrections.get(event.entry);
      const corrected = correctedBy !== undefined;
      return { ...event, late: isLate(event), corrected, ...(corrected ? { correctedBy } : {}) };
    }),
    entries: entries.map((entry) => {
      const body = JSON.parse(entry.body.toString('utf8')) as { kind: string; recorded: string };
      return {
        entry: entry.entry,
        act: entry.act,
        leaf: entry.leaf,
        recorded: body.recorded,
        kind: body.kind,
      };
    }),
    names,
    work,
    checkpointSize: checkpoint?.size,
    lots: await lotsOf(office, state),
    noted: await notesOn(office, state.description, state.marks, firstSeen(events)),
    ...(opening ? { openUntil: opening.until, openedBy: opening.by } : {}),
  };
}

/** The lots that the arm's serials fall into, by what stands before the number and how many digits it has. */
async function lotsOf(office: Office, state: ArmState): Promise<readonly Lot[]> {
  const lots = new Map<string, Lot>();
  for (const mark of state.marks) {
    const [, prefix, number] =
      mark.kind === 'serial' ? (/^(.{0,30}?)(\d{1,12})$/.exec(searchKey(mark.text)) ?? []) : [];
    if (prefix === undefined || number === undefined) continue;
    for (const lot of await listLotsOfSerial(office.db.quick, {
      prefix,
      number: Number(number),
      digits: number.length,
    }))
      lots.set(lot.id, lot);
  }
  return [...lots.values()];
}

/** The id of an arm in the scope, from its id or its State number however it was written. */
export async function armIdOf(office: Office, scope: Scope, wanted: string): Promise<string | Refusal> {
  const id = parseUuid(wanted.trim());
  if (id) return (await isArm(office.db.quick, scope, id)) ? id : refusal('arm-unknown', { arm: wanted });
  const reading = parseStateNumber(wanted);
  if ('number' in reading) {
    const found = await findArmByNumber(office.db.quick, scope, reading.number);
    return found ?? refusal('arm-unknown', { arm: reading.number });
  }
  if (reading.wrong === 'shape') return refusal('number-unreadable', { number: wanted });
  return refusal('number-check-fails', {
    number: wanted,
    ...(reading.perhaps ? { perhaps: reading.perhaps } : {}),
  });
}

/** A line of the access log for one look. */
export function accessOf(office: Office, actor: Actor, act: string, subjects: string) {
  return {
    id: newId(office),
    at: nowOf(office),
    operator: actor.operator,
    act,
    purpose: actor.purpose,
    subjects,
  };
}
