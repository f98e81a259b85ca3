/**
 * How many new arms are kept at once: the same fold, the same entries and the same rows as a single act, by bulk copy, in
 * the transaction of the caller. Not an act itself.
 */

import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import type { ArmEvent, RecordedEvent } from '../domain/custody/event.ts';
import { armState } from '../domain/custody/fold.ts';
import { ARM_COPY, armRowOf, copyArm, copyMarks, MARK_COPY } from '../store/arm.ts';
import { CopyRows } from '../store/copy.ts';
import type { Tx } from '../store/database.ts';
import { type ActRow, appendActInBulk, type SealedEntry } from '../store/ledger.ts';
import { openWork, type WorkItem } from '../store/work.ts';
import { breathe } from './breathe.ts';
import { workOf } from './change-arm.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { seal } from './seal.ts';

/** A new arm with its entries, in the order in which they were recorded. */
export type NewArm = {
  readonly id: string;
  readonly number: string;
  readonly register: number;
  readonly entries: readonly {
    readonly kind: string;
    readonly events: readonly ArmEvent[];
    /** Where absent: now. */
    readonly recorded?: string;
    readonly operator?: string;
  }[];
};

export type KeptInBulk = { readonly arms: number; readonly entries: number; readonly alarms: number };

/** New arms made ready: everything that keeping them will write, as bytes. */
export type ArmsPlan = {
  readonly act: ActRow;
  readonly entries: readonly SealedEntry[];
  readonly arms: number;
  readonly armRows: Buffer;
  readonly numberRows: Buffer;
  readonly markRows: Buffer | undefined;
  readonly work: readonly WorkItem[];
};

/** Arms made ready between two breaths. */
const BREATH_ARMS = 10;

/** Makes new arms ready under one act; reads and writes nothing, so that it can run while another batch is being kept. */
export async function planArms(
  office: Office,
  actor: Actor,
  act: Omit<ActRow, 'operator' | 'recorded'>,
  arms: readonly NewArm[],
  others: readonly SealedEntry[] = [],
): Promise<ArmsPlan | Refusal> {
  const now = nowOf(office);
  const entries: SealedEntry[] = [...others];
  const rows = new CopyRows(arms.length * 512);
  const marks = new CopyRows(arms.length * 96);
  const numbers = new CopyRows(arms.length * 64);
  const work: WorkItem[] = [];
  for (const [place, arm] of arms.entries()) {
    if (place % BREATH_ARMS === 0) await breathe();
    const events: RecordedEvent[] = [];
    for (const { kind, events: happened, recorded = now, operator = actor.operator } of arm.entries) {
      const id = newId(office);
      const entry = seal(
        office,
        { ...actor, operator },
        { id, act: act.id, kind, subject: arm.id, recorded, events: happened },
      );
      if (isRefusal(entry)) return entry;
      entries.push(entry);
      for (const event of happened) events.push({ ...event, entry: id, recorded, operator });
    }
    const state = armState(events);
    const row = armRowOf(arm.id, arm.register, arm.number, state);
    copyArm(rows, row);
    copyMarks(marks, row, state.marks);
    numbers.row(2).text(arm.number).uuid(arm.id);
    if (state.contradictions.length > 0) work.push(...workOf(office, arm.id, state.contradictions, now));
  }
  return {
    act: { ...act, operator: actor.operator, recorded: now },
    entries,
    arms: arms.length,
    armRows: rows.done(),
    numberRows: numbers.done(),
    markRows: marks.count() > 0 ? marks.done() : undefined,
    work,
  };
}

/**
 * Keeps what was made ready.
 * @durable when the transaction commits
 */
export async function keepPlan(tx: Tx, plan: ArmsPlan): Promise<KeptInBulk> {
  await appendActInBulk(tx, plan.act, plan.entries);
  if (plan.arms > 0) {
    await tx.copyIn('arm_number (number, arm_id)', plan.numberRows);
    await tx.copyIn(ARM_COPY, plan.armRows);
    if (plan.markRows) await tx.copyIn(MARK_COPY, plan.markRows);
    await openWork(tx, plan.work);
  }
  return { arms: plan.arms, entries: plan.entries.length, alarms: plan.work.length };
}

/** Makes new arms ready and keeps them, in one go. */
export async function keepInBulk(
  tx: Tx,
  office: Office,
  actor: Actor,
  act: Omit<ActRow, 'operator' | 'recorded'>,
  arms: readonly NewArm[],
  others: readonly SealedEntry[] = [],
): Promise<KeptInBulk | Refusal> {
  const plan = await planArms(office, actor, act, arms, others);
  return isRefusal(plan) ? plan : keepPlan(tx, plan);
}
