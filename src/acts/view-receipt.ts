/**
 * The receipt of one entry of an arm, or of a decision that a reading is of it: what was recorded, when it happened and when it
 * was recorded, its place in the ledger, and a short check code by which the paper can be held against the ledger. Looking
 * leaves a line in the access log.
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { armState } from '../domain/custody/fold.ts';
import { DECISIONS, type Decision } from '../domain/identification/decided.ts';
import type { Mark } from '../domain/marks/mark.ts';
import { findEntryOf, type KeptEntry, listEntriesOf } from '../store/ledger.ts';
import { listMatchEntries } from '../store/match.ts';
import { logAccess } from '../store/work.ts';
import { text, uuid } from './input.ts';
import { DECIDED, PROPOSED } from './match-entries.ts';
import type { Act, Actor, Office } from './office.ts';
import { happened, id } from './output.ts';
import {
  type Numbered,
  RECEIPT_PLACE,
  type ReceiptBody,
  type ReceiptPlace,
  receiptBody,
  receiptPlace,
  waitForLeaf,
} from './receipt-place.ts';
import { eventsOfBody } from './seal.ts';
import { accessOf, armIdOf } from './view-arm.ts';
import { seenWithin } from './within-scope.ts';

const input = z.strictObject({
  arm: text.describe('Id or State number of the arm.'),
  entry: uuid.describe('Id of the entry, as the act that made it answered.'),
});
export type ViewReceipt = z.infer<typeof input>;

export type ArmReceipt = ReceiptPlace & {
  readonly arm: string;
  /** State number; empty where the arm has none yet. */
  readonly number: string;
  readonly class: string;
  /** What can be read on the arm, as far as it may be seen. */
  readonly marks: readonly Pick<Mark, 'kind' | 'text'>[];
  readonly events: readonly { readonly type: string; readonly happened: string }[];
  /** Of the entry of a decided match: what was decided of which reading. */
  readonly decided?: { readonly decision: Decision; readonly reading: string };
};

const output = z.strictObject({
  ...RECEIPT_PLACE,
  arm: id,
  number: z.string(),
  class: z.string(),
  marks: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
  events: z.array(z.strictObject({ type: z.string(), happened })),
  decided: z
    .strictObject({ decision: z.enum(DECISIONS), reading: z.string() })
    .optional()
    .describe('Of the entry of a decided match: what was decided of which reading.'),
});

export const viewReceipt: Act<ViewReceipt, ArmReceipt> = {
  name: 'view-receipt',
  says: 'Give the receipt of what was recorded, with its check code',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, { arm: wanted, entry }) {
    const arm = await armIdOf(office, actor.scope, wanted);
    await logAccess(office.db, accessOf(office, actor, 'view-receipt', isRefusal(arm) ? '' : arm));
    if (isRefusal(arm)) return arm;
    const find = async (): Promise<KeptEntry | undefined> =>
      (await findEntryOf(office.db, arm, entry)) ?? findMatchEntry(office, actor, arm, entry);
    const kept = await waitForLeaf(office, find, refusal('entry-unknown', { entry }));
    return isRefusal(kept) ? kept : receiptOf(office, actor, arm, kept);
  },
};

/** An entry of a decision on this arm, which is part of a case. */
async function findMatchEntry(
  office: Office,
  { scope }: Actor,
  arm: string,
  entry: string,
): Promise<KeptEntry | undefined> {
  const [found] = scope.sees.has('case') ? await listMatchEntries(office.db, arm, entry) : [];
  return found;
}

async function receiptOf(office: Office, actor: Actor, arm: string, kept: Numbered): Promise<ArmReceipt> {
  const entries = await listEntriesOf(office.db, arm);
  const recorded = entries.flatMap((entry) => eventsOfBody(entry.body));
  const { events } = await seenWithin(office.db, actor.scope, recorded);
  const state = armState(events);
  const own = events.filter((event) => event.entry === kept.entry);
  const body = receiptBody<MatchEvent>(kept);
  const match = matchTold(body);
  const number = state.number?.number ?? '';
  const recorder = match ? operatorWithin(actor, body) : own[0]?.operator;
  return {
    ...(await receiptPlace(office, kept, number || arm, recorder)),
    ...{ arm, number, class: state.description.class },
    marks: state.marks.filter((mark) => mark.text !== '').map(({ kind, text }) => ({ kind, text })),
    events: match
      ? [{ type: match.type, happened: body.recorded }]
      : own.map(({ type, happened }) => ({ type, happened })),
    ...(match?.decided ? { decided: match.decided } : {}),
  };
}

type MatchEvent = { readonly type: string; readonly decision?: Decision; readonly reading?: string };

/** What the entry of a match tells: the proposal that there was one, the decision what was decided. */
function matchTold({ events: [event] }: ReceiptBody<MatchEvent>) {
  if (event?.type !== PROPOSED && event?.type !== DECIDED) return undefined;
  const { type, decision, reading } = event;
  return decision && reading ? { type, decided: { decision, reading } } : { type };
}

function operatorWithin({ scope }: Actor, { by }: ReceiptBody<unknown>): string | undefined {
  return scope.sees.has('operator') ? by.operator : undefined;
}
