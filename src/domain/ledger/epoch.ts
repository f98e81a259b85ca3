/**
 * Epochs: a ledger restored from a backup goes on under a new origin line, and the first entry of the new epoch names
 * the last checkpoint known of the old one. So receipts of the old epoch whose entries were not in the backup show
 * as lost entries, neither as fraud nor as silence. `epochs.json` of an export lists them all.
 */
import { assert, isRefusal } from '../base/refusal.ts';
import { canonicalText, type JsonObject } from './canonical.ts';

export type Epoch = {
  readonly epoch: number;
  readonly origin: string;
  /** The verifier key under which this epoch's checkpoints are signed. */
  readonly key: string;
  /** How many entries this epoch took over from the one before it: its first own entry has this index. */
  readonly baseSize: number;
  /** The signed note of the last checkpoint known of the epoch before; absent only in the first epoch. */
  readonly oldCheckpoint?: string;
};

export const EPOCH_OPENED = 'epoch-opened';

/** The event that the first entry of a new epoch carries; the verifier compares it with `epochs.json`. */
export function epochOpenedEvent(epoch: Epoch, before: Epoch): JsonObject {
  return {
    type: EPOCH_OPENED,
    epoch: epoch.epoch,
    origin: epoch.origin,
    key: epoch.key,
    baseSize: epoch.baseSize,
    oldOrigin: before.origin,
    oldKey: before.key,
    oldCheckpoint: epoch.oldCheckpoint ?? '',
  };
}

/** The text of `epochs.json`: one line of canonical JSON. */
export function formatEpochs(epochs: readonly Epoch[], demonstration: boolean): string {
  const text = canonicalText({ demonstration, epochs });
  assert(!isRefusal(text), 'epochs are plain values of bounded size');
  return `${text}\n`;
}
