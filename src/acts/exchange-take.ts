/**
 * The one way in for what other nodes send, by whatever way it came: a message gets its receipt, a receipt ends what it is of,
 * everything else a bare word, and a count under its code. Not an act itself.
 *
 * @clause J-01, ITI 15
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Receipt } from '../domain/exchange/receipt.ts';
import { type BareCode, type OutsideCode, toldOutside } from '../domain/exchange/refused.ts';
import { countRefused } from '../store/inbox.ts';
import { openEnvelope } from './exchange-open.ts';
import { takeReceipt } from './exchange-receipts.ts';
import { takeMessage, type Way } from './exchange-receive.ts';
import { nowOf, type Office } from './office.ts';

export type NotTaken = { readonly refused: OutsideCode; readonly code: BareCode };
export type TakenEnvelope =
  | { readonly took: 'message'; readonly receipt: Uint8Array }
  | { readonly took: 'receipt'; readonly of: Receipt };

/** Takes a message or a receipt. */
export async function takeEnvelope(
  office: Office,
  bytes: Uint8Array,
  way: Way,
): Promise<TakenEnvelope | NotTaken> {
  const taken = await take(office, bytes, way);
  if (!isRefusal(taken)) return taken;
  const code = taken.refused as BareCode;
  await countRefused(office.db, code, nowOf(office).slice(0, 10));
  return { refused: toldOutside(code), code };
}

async function take(office: Office, bytes: Uint8Array, way: Way): Promise<TakenEnvelope | Refusal<BareCode>> {
  const opened = await openEnvelope(office.db, office, bytes);
  if (isRefusal(opened)) return opened;
  if (opened.kind === 'message') {
    const receipt = await takeMessage(office, opened, way);
    return isRefusal(receipt) ? receipt : { took: 'message', receipt };
  }
  if (opened.kind !== 'receipt') return refusal('unreadable');
  const of = await takeReceipt(office, opened, false);
  return isRefusal(of) ? of : { took: 'receipt', of };
}

/** Takes the answer to a message that was posted: a receipt, and nothing else. */
export async function takeAnswer(office: Office, bytes: Uint8Array): Promise<Receipt | NotTaken> {
  const opened = await openEnvelope(office.db, office, bytes);
  const taken = isRefusal(opened) || opened.kind === 'receipt' ? opened : refusal('unreadable' as const);
  const receipt = isRefusal(taken) ? taken : await takeReceipt(office, taken, true);
  if (!isRefusal(receipt)) return receipt;
  await countRefused(office.db, receipt.refused, nowOf(office).slice(0, 10));
  return { refused: toldOutside(receipt.refused), code: receipt.refused };
}
