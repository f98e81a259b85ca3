/**
 * Shows an arm: who answers for it now, the last recorded lawful holder, its marks, its custody with gaps and
 * contradictions, and its entries with their places in the ledger. Looking is an act: it leaves a line in the access log.
 *
 * @clause, J-04
 */
import { z } from 'zod';
import { parseStateNumber } from '../domain/arms/number.ts';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { ArmState } from '../domain/custody/arm-state.ts';
import type { RecordedEvent } from '../domain/custody/event.ts';
import { armState, inOrder } from '../domain/custody/evolve.ts';
import { isLate } from '../domain/custody/spans.ts';
import { findArmByNumber, isArm } from '../store/arm.ts';
import { findLastCheckpoint, listEntriesOf } from '../store/ledger.ts';
import { listParties } from '../store/party.ts';
import { listOpenWork, logAccess, type WorkItem } from '../store/work.ts';
import { text } from './input.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { eventsOfBody } from './seal.ts';

const input = z.strictObject({ arm: text.describe('Id or State number of the arm.') });

export type ArmView = {
  readonly id: string;
  readonly number: string;
  readonly state: ArmState;
  /** Events in the order in which they happened; corrected ones are marked. */
  readonly events: readonly (RecordedEvent & { readonly late: boolean; readonly corrected: boolean })[];
  readonly entries: readonly {
    readonly entry: string;
    readonly act: string;
    readonly leaf: number | undefined;
    readonly recorded: string;
    readonly kind: string;
  }[];
  /** Names of the parties that are no persons. */
  readonly names: ReadonlyMap<string, string>;
  readonly work: readonly WorkItem[];
  readonly checkpointSize: number | undefined;
};

export const viewArm: Act<z.infer<typeof input>, ArmView> = {
  name: 'view-arm',
  says: 'Show an arm and its custody',
  clauses: ['PoA II.9', 'ITI 11'],
  input,
  async run(office, actor, wanted) {
    const id = await armIdOf(office, wanted.arm);
    if (isRefusal(id)) return id;
    await logAccess(office.db, accessOf(office, actor, 'view-arm', id));
    const entries = await listEntriesOf(office.db, id);
    if (entries.length === 0) return refusal('arm-unknown', { arm: wanted.arm });
    const events = entries.flatMap((entry) => eventsOfBody(entry.body));
    const seen = actor.expert === true ? events : events.map(withoutSecurityMarks);
    return viewOf(office, id, seen, entries);
  },
};

async function viewOf(
  office: Office,
  id: string,
  events: readonly RecordedEvent[],
  entries: Awaited<ReturnType<typeof listEntriesOf>>,
): Promise<ArmView> {
  const state = armState(events);
  const standing = new Set(inOrder(events).map((event) => event.entry));
  const parties = await listParties(office.db, partiesIn(events));
  const byEntry = new Map(events.map((event) => [event.entry, event]));
  return {
    id,
    number: state.number?.number ?? '',
    state,
    events: inOrder(events).map((event) => ({
      ...event,
      late: isLate(event),
      corrected: !standing.has(event.entry),
    })),
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
    names: new Map([...parties].map(([party, { name, kind }]) => [party, name || kind])),
    work: byEntry.size === 0 ? [] : await listOpenWork(office.db, 50, id),
    checkpointSize: (await findLastCheckpoint(office.db))?.size,
  };
}

/** The parties that an arm's events name. */
function partiesIn(events: readonly RecordedEvent[]): readonly string[] {
  const ids = events.flatMap((event) => [
    ...Object.values(event.to ?? {}),
    ...Object.values(event.from ?? {}),
    event.by,
  ]);
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Security marks are for named experts only; others learn that there is one, not what it says. */
function withoutSecurityMarks(event: RecordedEvent): RecordedEvent {
  if (!event.marks?.some((mark) => mark.kind === 'security')) return event;
  return { ...event, marks: event.marks.filter((mark) => mark.kind !== 'security') };
}

/** The id of an arm, from its id or its State number however it was written. */
export async function armIdOf(office: Office, wanted: string): Promise<string | Refusal> {
  const id = parseUuid(wanted.trim());
  if (id) return (await isArm(office.db, id)) ? id : refusal('arm-unknown', { arm: wanted });
  const reading = parseStateNumber(wanted);
  if ('number' in reading) {
    const found = await findArmByNumber(office.db, reading.number);
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
