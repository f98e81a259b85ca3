/**
 * The work list: open alarms, contradictions and proposals, the gravest first, each with what it is about and the two facts
 * that do not fit; and hand-overs that wait for an answer, those past their day first. Each list has its own pages. Looking is an act: it leaves a
 * line in the access log.
 */
import { z } from 'zod';
import type { Scope } from '../domain/access/scope.ts';
import type { Happened } from '../domain/base/happened.ts';
import { isRefusal } from '../domain/base/refusal.ts';
import type { EventType } from '../domain/custody/life-cycle.ts';
import { type FoundArm, listArmsByIds, PAGE_ROWS_MAX } from '../store/find.ts';
import { type HandOverWish, listHandOvers, logAccess, type WorkItem } from '../store/work.ts';
import { listBodiesByIds, listWorkPage, SEVERITIES, type Severity } from '../store/work-page.ts';
import { foundArmOutput } from './arm-output.ts';
import { type PairTold, pairOutput } from './compare-descriptions.ts';
import { EXCHANGE_KINDS } from './exchange-work.ts';
import { text } from './input.ts';
import { type Act, type Actor, nowOf, type Office } from './office.ts';
import { happened, id, workItemOutput } from './output.ts';
import { evidenceOf, PERHAPS_SAME } from './same-evidence.ts';
import { eventsOfBody } from './seal.ts';
import { accessOf, armIdOf } from './view-arm.ts';

export type { WorkItem } from '../store/work.ts';

/** Named limit: items on one list. */
export const WORK_LISTED_MAX = 200;
const CURSOR = /^(highest|high|low)\/([0-9T:.+Z-]{10,40})\/([0-9a-f-]{36})$/;
const HAND_OVER_CURSOR = /^(\d{4}-\d{2}-\d{2})?\/([0-9a-f-]{36})$/;

const input = z.strictObject({
  arm: text.optional().describe('Only the items of this arm: its id or State number.'),
  kind: z
    .string()
    .regex(/^[a-z-]{1,60}$/)
    .optional()
    .describe('Only items of this kind.'),
  severity: z.enum(SEVERITIES).optional(),
  limit: z.int().min(1).max(WORK_LISTED_MAX).default(50),
  after: z.string().regex(CURSOR).optional().describe('Cursor of the page of items before.'),
  handOversAfter: z
    .string()
    .regex(HAND_OVER_CURSOR)
    .optional()
    .describe('Cursor of the page of hand-overs before. A further page of one list comes without the other.'),
});
export type ListWork = z.infer<typeof input>;

/** An event that an item is about, as it stands in a sentence. */
export type Told = { readonly event: EventType; readonly happened: Happened };

export type WorkList = {
  readonly items: readonly WorkItem[];
  /** Hand-overs that nobody has answered, the longest overdue first; mine where the receiver is of one's own agency. */
  readonly handOvers: readonly {
    readonly arm: string;
    readonly due: string | undefined;
    readonly mine: boolean;
    readonly overdue: boolean;
  }[];
  /** The arms that the lines are about, without who keeps them. */
  readonly about: ReadonlyMap<string, FoundArm>;
  /** What the entries of the items tell. */
  readonly told: ReadonlyMap<string, Told>;
  /** What speaks for and against that two arms proposed as one are one, by the id of the item. */
  readonly evidence: ReadonlyMap<string, PairTold>;
  readonly next: string | undefined;
  readonly handOversNext: string | undefined;
};

const output = z.strictObject({
  items: z.array(workItemOutput),
  handOvers: z.array(
    z.strictObject({ arm: id, due: z.string().optional(), mine: z.boolean(), overdue: z.boolean() }),
  ),
  about: z.record(z.string(), foundArmOutput),
  told: z.record(z.string(), z.strictObject({ event: z.string(), happened })),
  evidence: z
    .record(z.string(), pairOutput)
    .describe('Of arms proposed as one: what speaks for and against it, by the id of the item.'),
  next: z.string().optional().describe('Cursor of the next page of items: give it as "after".'),
  handOversNext: z
    .string()
    .optional()
    .describe('Cursor of the next page of hand-overs: give it as "handOversAfter".'),
});

export const listWork: Act<ListWork, WorkList> = {
  name: 'list-work',
  says: 'Show what waits for a person',
  clauses: ['PoA II.17'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const { db } = office;
    const { scope } = actor;
    const { limit, kind, severity } = wanted;
    const subject = wanted.arm === undefined ? undefined : await armIdOf(office, scope, wanted.arm);
    if (isRefusal(subject)) return subject;
    const after = cursorIn(wanted.after);
    const handOversAfter = handOverCursorIn(wanted.handOversAfter);
    const [items, posted] = await Promise.all([
      // A further page of one list comes without the other.
      handOversAfter && !after ? [] : listWorkPage(db, scope, { subject, kind, severity, after }, limit + 1),
      after && !handOversAfter ? [] : listHandOvers(db, scope, limit + 1, { subject, after: handOversAfter }),
    ]);
    const shown = items.slice(0, limit);
    const handOvers = posted.slice(0, limit);
    const others = shown.flatMap((item) => (item.kind === PERHAPS_SAME ? [item.against ?? ''] : []));
    const lines = [...shown.map((item) => item.subject), ...handOvers.map((one) => one.arm)];
    const subjects = [...new Set([...lines, ...others])];
    await logAccess(db, accessOf(office, actor, 'list-work', subjects.join(' ')));
    const [end, last] = [shown.at(-1), handOvers.at(-1)];
    const about = await armsAbout(office, scope, subjects);
    return {
      items: shown,
      handOvers: handOversShown(office, actor, handOvers),
      about,
      told: await toldBy(office, shown),
      evidence: await evidenceOf(office, shown, about),
      next: items.length > limit && end ? `${end.severity}/${end.opened}/${end.id}` : undefined,
      handOversNext: posted.length > limit && last ? `${last.due ?? ''}/${last.arm}` : undefined,
    };
  },
};

function handOversShown(
  office: Office,
  { scope }: Actor,
  posted: Awaited<ReturnType<typeof listHandOvers>>,
): WorkList['handOvers'] {
  const today = nowOf(office).slice(0, 10);
  const own = new Set(scope.parties);
  return posted.map(({ arm, due, receiver }) => ({
    arm,
    due,
    mine: receiver !== undefined && own.has(receiver),
    overdue: due !== undefined && due < today,
  }));
}

function handOverCursorIn(after: string | undefined): HandOverWish['after'] {
  const [, due, arm] = HAND_OVER_CURSOR.exec(after ?? '') ?? [];
  return arm === undefined ? undefined : { due, arm };
}

function cursorIn(after: string | undefined) {
  const [, severity, opened = '', id = ''] = CURSOR.exec(after ?? '') ?? [];
  return severity === undefined ? undefined : { severity: severity as Severity, opened, id };
}

async function armsAbout(office: Office, scope: Scope, subjects: readonly string[]) {
  const about = new Map<string, FoundArm>();
  for (let at = 0; at < subjects.length; at += PAGE_ROWS_MAX)
    for (const arm of await listArmsByIds(office.db, scope, subjects.slice(at, at + PAGE_ROWS_MAX)))
      about.set(arm.id, { ...arm, keeper: undefined });
  return about;
}

/** The event that each entry of these items tells: type and time alone, which every scope may know. */
async function toldBy(office: Office, items: readonly WorkItem[]): Promise<ReadonlyMap<string, Told>> {
  // What is about another node tells no event of an arm.
  const ofArms = items.filter(({ kind }) => !EXCHANGE_KINDS.includes(kind));
  const wanted = ofArms.flatMap(({ subject, entry, against }) =>
    [entry, against].flatMap((one) => (one === undefined ? [] : [{ subject, entry: one }])),
  );
  const told = new Map<string, Told>();
  for (const body of await listBodiesByIds(office.db, wanted)) {
    const events = eventsOfBody(body);
    // An imported row tells that the arm was registered and what happened to it; the second is what clashes.
    const event = events.findLast((one) => one.type !== 'registered') ?? events[0];
    if (event) told.set(event.entry, { event: event.type, happened: event.happened });
  }
  return told;
}
