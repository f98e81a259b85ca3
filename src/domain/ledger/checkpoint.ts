/**
 * A checkpoint (C2SP tlog-checkpoint): the origin of the ledger's epoch, the number of its entries and the root of
 * its tree, as the text that is signed. Extension lines are kept as they came and mean nothing here.
 */
import { type Refusal, refusal } from '../base/refusal.ts';
import { HASH_BYTES } from './hash.ts';

export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly extensions: readonly string[];
};

/** Writes the text of a checkpoint, ready to be signed. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  return [origin, String(size), Buffer.from(root).toString('base64'), ...extensions, ''].join('\n');
}

/** Reads the text of a checkpoint, in its one spelling. */
export function parseCheckpoint(text: string): Checkpoint | Refusal<'checkpoint-malformed'> {
  const lines = text.split('\n');
  const [origin, count, rootText, ...rest] = lines;
  const extensions = rest.slice(0, -1);
  const size = Number(count);
  const root = Buffer.from(rootText ?? '', 'base64');
  const wellFormed =
    origin !== undefined &&
    origin.length > 0 &&
    rest.at(-1) === '' &&
    extensions.every((line) => line.length > 0);
  if (!wellFormed || !/^(0|[1-9]\d{0,15})$/.test(count ?? '') || !Number.isSafeInteger(size)) {
    return refusal('checkpoint-malformed');
  }
  if (root.length !== HASH_BYTES || root.toString('base64') !== rootText)
    return refusal('checkpoint-malformed');
  return { origin, size, root, extensions };
}
