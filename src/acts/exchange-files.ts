/**
 * The same envelopes as files: everything that waits and every receipt that is to go back, written piece by piece to whoever
 * keeps them; and files taken in any order, as often as they come. Powers of their own (export-messages, import-messages). Not
 * acts in themselves, because they read and write files.
 *
 * @clause J-01, C-13
 */
import { createHash } from 'node:crypto';
import { listDueReceipts, noteReturned } from '../store/inbox.ts';
import { listWaiting } from '../store/outbox.ts';
import { askBack } from './exchange-ask-back.ts';
import { handleReady } from './exchange-receive.ts';
import { type NotTaken, type TakenEnvelope, takeEnvelope } from './exchange-take.ts';
import { nowOf, type Office } from './office.ts';

const PAGE = 50;

/** Writes one file, durably; a file of the name that is there already is the same file. */
export type WriteEnvelope = (name: string, bytes: Uint8Array) => Promise<void>;

export type ExportedEnvelopes = { readonly messages: number; readonly receipts: number };

/** The name of an envelope as a file: the SHA-256 of its bytes. */
export function envelopeName(bytes: Uint8Array): string {
  return `${createHash('sha256').update(bytes).digest('hex')}.jose`;
}

/** Writes all that no receipt ended, and the receipts of what came in files, for one peer or for all. */
export async function exportEnvelopes(
  office: Office,
  write: WriteEnvelope,
  peer?: string,
): Promise<ExportedEnvelopes> {
  await askBack(office);
  let [messages, receipts] = [0, 0];
  let after: string | undefined;
  for (;;) {
    const page = await listWaiting(office.db, nowOf(office), { peer, after, limit: PAGE });
    for (const { sealed } of page) await write(envelopeName(sealed), sealed);
    messages += page.length;
    after = page.at(-1)?.id;
    if (page.length < PAGE) break;
  }
  for (const due of await listDueReceipts(office.db, peer)) {
    await write(envelopeName(due.receipt), due.receipt);
    await noteReturned(office.db, due.peer, due.id, due.receipt);
    receipts++;
  }
  return { messages, receipts };
}

export type ImportedEnvelope = { readonly name: string; readonly outcome: TakenEnvelope | NotTaken };

/**
 * Takes files. What is not taken yet is tried again after the others, because what lies in another file may be what it waits
 * for, such as a new card.
 */
export async function importEnvelopes(
  office: Office,
  names: readonly string[],
  read: (name: string) => Promise<Uint8Array>,
): Promise<readonly ImportedEnvelope[]> {
  const outcomes = new Map<string, TakenEnvelope | NotTaken>();
  let left = names;
  while (left.length > 0) {
    const again: string[] = [];
    for (const name of left) {
      const outcome = await takeEnvelope(office, await read(name), { byFile: true });
      outcomes.set(name, outcome);
      if ('refused' in outcome && ['later', 'sender-refused'].includes(outcome.refused)) again.push(name);
    }
    if (again.length === left.length) break;
    left = again;
  }
  await handleReady(office);
  return names.map((name) => ({ name, outcome: outcomes.get(name)! }));
}
