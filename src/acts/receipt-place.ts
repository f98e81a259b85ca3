/**
 * What every receipt tells, whatever its entry is about: by which act and when it was recorded, its place in the ledger, and the
 * check code by which the paper can be held against the ledger. It waits a moment for an entry that has no place yet. Not an
 * act itself.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import { formatReceipt, type ReceiptCode, receiptCode } from '../domain/ledger/receipt.ts';
import type { KeptEntry } from '../store/ledger.ts';
import { namesOfOperators } from './account-names.ts';
import type { Office } from './office.ts';
import { id, instant } from './output.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

/** Named limits: how long a receipt waits for the place of its entry, and how often it looks. @unit milliseconds */
export const RECEIPT_WAIT_MS = 2000;
const LOOK_MS = 40;
/** Digits of the root of the checkpoint that stand on paper. */
const ROOT_DIGITS = 16;

export type ReceiptPlace = {
  readonly demonstration?: true;
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

/** The same, as JSON tells it. */
export const RECEIPT_PLACE = {
  demonstration: z.literal(true).optional(),
  act: z.string().describe('Name of the act that made the entry.'),
  recorded: instant,
  entry: id,
  leaf: z.int(),
  size: z.int().describe('Entries that the signed checkpoint covers.'),
  root: z.string().describe('Beginning of the root of the checkpoint, in hexadecimal digits.'),
  code: z.string(),
  scan: z.string().describe('Text of the two-dimensional code.'),
  operator: z.string().optional(),
};

export type Numbered = KeptEntry & { readonly leaf: number };

/**
 * The entry once it has its place in the tree; `find` looks for it, and `unknown` is said where it is not there.
 * @refuses not-numbered-yet
 */
export async function waitForLeaf(
  office: Office,
  find: () => Promise<KeptEntry | undefined>,
  unknown: Refusal,
): Promise<Numbered | Refusal> {
  for (let waitedMs = 0; ; waitedMs += LOOK_MS) {
    const kept = await find();
    if (!kept) return unknown;
    if (kept.leaf !== undefined) return { ...kept, leaf: kept.leaf };
    if (waitedMs >= RECEIPT_WAIT_MS) return refusal('not-numbered-yet');
    office.nudge();
    await sleep(LOOK_MS);
  }
}

/** What an entry says of itself that a receipt needs. */
export type ReceiptBody<Event> = {
  readonly kind: string;
  readonly recorded: string;
  readonly by: { readonly operator: string };
  readonly events: readonly Event[];
};

/** The body of an entry as a receipt reads it. */
export function receiptBody<Event>({ body }: KeptEntry): ReceiptBody<Event> {
  return JSON.parse(body.toString('utf8')) as ReceiptBody<Event>;
}

/** Where an entry stands; `about` is how the paper calls what it is about, `recorder` who may be named. */
export async function receiptPlace(
  office: Office,
  kept: Numbered,
  about: string,
  recorder: string | undefined,
): Promise<ReceiptPlace> {
  const { kind: act, recorded } = receiptBody(kept);
  const { entry, leaf } = kept;
  const { size, root } = await signCheckpoint(office);
  const code = receiptCode(kept.salt, kept.body);
  const operator = recorder === undefined ? undefined : await callOf(office, recorder);
  return {
    ...(office.demonstration ? { demonstration: true as const } : {}),
    ...{ act, recorded, entry, leaf, size, code },
    root: Buffer.from(root, 'base64').toString('hex').slice(0, ROOT_DIGITS),
    scan: formatReceipt({ about, entry, leaf, size, code }),
    ...(operator ? { operator } : {}),
  };
}

/** What to call whoever recorded it; empty where that is not for the one who looks. */
async function callOf(office: Office, operator: string): Promise<string> {
  const account = parseUuid(operator);
  return account ? ((await namesOfOperators(office, [account])).get(account) ?? operator) : operator;
}
