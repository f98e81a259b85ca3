/**
 * The receipt of one entry of a file that is no arm: a trace, an entry of a list, a hit. It tells which file, what kind of thing was
 * recorded and when, and nothing of the case: it is a paper that goes from hand to hand. Not an act itself.
 *
 * What could go wrong: a receipt of what lies beyond the reach. Whoever recorded an entry may always have its receipt; every
 * other entry is looked for only in a file that lies within the scope, and the answer to both is the same.
 *
 * @clause J-04
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { findEntryOf, type KeptEntry } from '../store/ledger.ts';
import { logAccess } from '../store/work.ts';
import type { Actor, Office } from './office.ts';
import { id } from './output.ts';
import { RECEIPT_PLACE, type ReceiptPlace, receiptBody, receiptPlace, waitForLeaf } from './receipt-place.ts';
import { accessOf } from './view-arm.ts';

export const FILE_KINDS = ['trace', 'listing', 'hit'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export type FileReceipt = ReceiptPlace & {
  readonly about: FileKind;
  readonly file: string;
  /** How the paper calls it: the reference of a trace; of others their id. */
  readonly number: string;
  /** What was recorded; of a message which one. */
  readonly events: readonly { readonly type: string; readonly kind?: string }[];
};

export const fileReceiptOutput = z.strictObject({
  ...RECEIPT_PLACE,
  about: z.enum(FILE_KINDS),
  file: id,
  number: z.string().describe('Reference of a trace; of entries of lists and hits their id.'),
  events: z.array(z.strictObject({ type: z.string(), kind: z.string().optional() })),
});

export type FileWanted = {
  readonly act: string;
  readonly about: FileKind;
  readonly file: string;
  readonly entry: string;
  /** Which of its entries may be told: all of them, what the one who looks recorded, or none. */
  readonly reach: 'all' | 'own' | 'none';
  /** How the paper calls the file. */
  readonly number: string;
};

type Event = { readonly type: string; readonly kind?: string };

/**
 * The receipt of an entry of a file.
 * @refuses receipt-entry-unknown, not-numbered-yet
 */
export async function fileReceipt(
  office: Office,
  actor: Actor,
  { act, about, file, entry, reach, number }: FileWanted,
): Promise<FileReceipt | Refusal> {
  await logAccess(office.db, accessOf(office, actor, act, file));
  const find = async (): Promise<KeptEntry | undefined> => {
    const found = reach === 'none' ? undefined : await findEntryOf(office.db, file, entry);
    const isTold = found && (reach === 'all' || receiptBody(found).by.operator === actor.operator);
    return isTold ? found : undefined;
  };
  const kept = await waitForLeaf(office, find, refusal('receipt-entry-unknown', { entry }));
  if (isRefusal(kept)) return kept;
  const { by, events } = receiptBody<Event>(kept);
  const recorder = actor.scope.sees.has('operator') ? by.operator : undefined;
  return {
    ...(await receiptPlace(office, kept, file, recorder)),
    ...{ about, file, number },
    events: events.map(({ type, kind }) =>
      type === 'message' && kind !== undefined ? { type, kind } : { type },
    ),
  };
}
