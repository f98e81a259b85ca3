/**
 * The receipt of one entry of an arm, or of a decision that a reading is of it: what was recorded, when it happened and when it was recorded, its place in the ledger,
 * and a short check code by which the paper can be held against the ledger. It waits a moment for an entry that has no
 * place yet. Looking leaves a line in the access log.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { armState } from '../domain/custody/fold.ts';
import { DECISIONS, type Decision } from '../domain/identification/decided.ts';
import { formatReceipt, type ReceiptCode, receiptCode } from '../domain/ledger/receipt.ts';
import type { Mark } from '../domain/marks/mark.ts';
import { listAccountNames } from '../store/account.ts';
import { findEntryOf, type KeptEntry, listEntriesOf } from '../store/ledger.ts';
import { listMatchEntries } from '../store/match.ts';
import { logAccess } from '../store/work.ts';
import { text, uuid } from './input.ts';
import { DECIDED, PROPOSED } from './match-entries.ts';
import type { Act, Actor, Office } from './office.ts';
import { happened, id, instant } from './output.ts';
import { eventsOfBody } from './seal.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import { accessOf, armIdOf } from './view-arm.ts';
import { seenWithin } from './within-scope.ts';

/** Named limits: how long a receipt waits for the place of its entry, and how often it looks. @unit milliseconds */
export const RECEIPT_WAIT_MS = 2000;
const LOOK_MS = 40;
/** Digits of the root of the checkpoint that stand on paper. */
const ROOT_DIGITS = 16;

const input = z.strictObject({
  arm: text.describe('Id or State number of the arm.'),
  entry: uuid.describe('Id of the entry, as the act that made it answered.'),
});
export type ViewReceipt = z.infer<typeof input>;

export type ArmReceipt = {
  readonly demonstration?: true;
  readonly arm: string;
  /** State number; empty where the arm has none yet. */
  readonly number: string;
  readonly class: string;
  /** What can be read on the arm, as far as it may be seen. */
  readonly marks: readonly Pick<Mark, 'kind' | 'text'>[];
  readonly events: readonly { readonly type: string; readonly happened: string }[];
  /** Of the entry of a decided match: what was decided of which reading. */
  readonly decided?: { readonly decision: Decision; readonly reading: string };
  readonly act: string;
  readonly recorded: string;
  readonly entry: string;
  readonly leaf: number;
  /** Entries that the signed checkpoint covers, and the beginning of its root in hexadecimal digits. */
  readonly size: number;
  readonly root: string;
  readonly code: ReceiptCode;
  /** Text of the two-dimensional code. */
  readonly scan: string;
  /** Who recorded it, where that may be seen. */
  readonly operator?: string;
};

const output = z.strictObject({
  demonstration: z.literal(true).optional(),
  arm: id,
  number: z.string(),
  class: z.string(),
  marks: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
  events: z.array(z.strictObject({ type: z.string(), happened })),
  decided: z
    .strictObject({ decision: z.enum(DECISIONS), reading: z.string() })
    .optional()
    .describe('Of the entry of a decided match: what was decided of which reading.'),
  act: z.string().describe('Name of the act that made the entry.'),
  recorded: instant,
  entry: id,
  leaf: z.int(),
  size: z.int().describe('Entries that the signed checkpoint covers.'),
  root: z.string().describe('Beginning of the root of the checkpoint, in hexadecimal digits.'),
  code: z.string(),
  scan: z.string().describe('Text of the two-dimensional code.'),
  operator: z.string().optional(),
});

export const viewReceipt: Act<ViewReceipt, ArmReceipt> = {
  name: 'view-receipt',
  says: 'Give the receipt of what was recorded, with its check code',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const arm = await armIdOf(office, actor.scope, wanted.arm);
    await logAccess(office.db, accessOf(office, actor, 'view-receipt', isRefusal(arm) ? '' : arm));
    if (isRefusal(arm)) return arm;
    const kept = await waitForLeaf(office, actor, arm, wanted.entry);
    return isRefusal(kept) ? kept : receiptOf(office, actor, arm, kept);
  },
};

type Numbered = KeptEntry & { readonly leaf: number };

/** The entry once it has its place in the tree. */
async function waitForLeaf(
  office: Office,
  actor: Actor,
  arm: string,
  entry: string,
): Promise<Numbered | Refusal> {
  for (let waitedMs = 0; ; waitedMs += LOOK_MS) {
    const kept =
      (await findEntryOf(office.db, arm, entry)) ?? (await findMatchEntry(office, actor, arm, entry));
    if (!kept) return refusal('entry-unknown', { entry });
    if (kept.leaf !== undefined) return { ...kept, leaf: kept.leaf };
    if (waitedMs >= RECEIPT_WAIT_MS) return refusal('not-numbered-yet');
    office.nudge();
    await sleep(LOOK_MS);
  }
}

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
  const body = JSON.parse(kept.body.toString('utf8')) as Body;
  const match = matchTold(body);
  const { size, root } = await signCheckpoint(office);
  const number = state.number?.number ?? '';
  const code = receiptCode(kept.salt, kept.body);
  const { entry, leaf } = kept;
  const recorder = match ? operatorWithin(actor, body) : own[0]?.operator;
  const operator = recorder === undefined ? undefined : await callOf(office, recorder);
  return {
    ...(office.demonstration ? { demonstration: true as const } : {}),
    arm,
    number,
    class: state.description.class,
    marks: state.marks.filter((mark) => mark.text !== '').map(({ kind, text }) => ({ kind, text })),
    events: match
      ? [{ type: match.type, happened: body.recorded }]
      : own.map(({ type, happened }) => ({ type, happened })),
    ...(match?.decided ? { decided: match.decided } : {}),
    act: body.kind,
    recorded: body.recorded,
    entry,
    leaf,
    size,
    root: Buffer.from(root, 'base64').toString('hex').slice(0, ROOT_DIGITS),
    code,
    scan: formatReceipt({ arm: number || arm, entry, leaf, size, code }),
    ...(operator ? { operator } : {}),
  };
}

type Body = {
  readonly kind: string;
  readonly recorded: string;
  readonly by: { readonly operator: string };
  readonly events: readonly {
    readonly type: string;
    readonly decision?: Decision;
    readonly reading?: string;
  }[];
};

/** What the entry of a match tells: the proposal that there was one, the decision what was decided. */
function matchTold({ events: [event] }: Body) {
  if (event?.type !== PROPOSED && event?.type !== DECIDED) return undefined;
  const { type, decision, reading } = event;
  return decision && reading ? { type, decided: { decision, reading } } : { type };
}

function operatorWithin({ scope }: Actor, { by }: Body): string | undefined {
  return scope.sees.has('operator') ? by.operator : undefined;
}

/** What to call whoever recorded it; empty where that is not for the one who looks. */
async function callOf(office: Office, operator: string): Promise<string> {
  const account = parseUuid(operator);
  return account ? ((await listAccountNames(office.db, [account])).get(account) ?? operator) : operator;
}
