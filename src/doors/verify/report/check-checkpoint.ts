/**
 * The checkpoint of a report: signed by the ledger that it names, and held against a key and a checkpoint from outside where
 * they are given. Of a checkpoint of another size nothing follows here: that takes the whole ledger.
 */
import { type Checkpoint, isSigned, type Key, readCheckpoint, readKey } from '../read-note.ts';
import type { Report } from './read-report.ts';
import type { ReportFindings } from './report-bad.ts';

export type CheckpointGiven = { readonly keys: readonly string[]; readonly checkpoint?: string | undefined };

export type CheckedCheckpoint = {
  readonly checkpoint: Checkpoint | undefined;
  /** The checkpoint is signed by a key of the ledger that came from outside. */
  readonly ledgerKeyChecked: boolean;
  /** It has the root of a checkpoint that came from outside. */
  readonly checkpointChecked: boolean;
};

/** Reads the checkpoint of a report and holds it against what came from outside. */
export function checkCheckpoint(
  { proof }: Report,
  given: CheckpointGiven,
  findings: ReportFindings,
): CheckedCheckpoint {
  const say = (says: string) => findings.add({ reason: 'checkpoint', says });
  const checkpoint = readCheckpoint(proof.checkpoint);
  const own = readKey(proof.key);
  if (!checkpoint || !own) {
    say('The checkpoint of the report or its key cannot be read.');
    return { checkpoint: undefined, ledgerKeyChecked: false, checkpointChecked: false };
  }
  if (own.name !== checkpoint.origin || !isSigned(checkpoint, own))
    say('The checkpoint is not signed by the key of its ledger.');
  const keys = given.keys.map(readKey);
  const ledgerKeyChecked = keys.some((key) => key !== undefined && isSigned(checkpoint, key));
  if (keys.length > 0 && !ledgerKeyChecked) say('The checkpoint is not signed by the key given.');
  const known = [own, ...keys].filter((key): key is Key => key !== undefined);
  return { checkpoint, ledgerKeyChecked, checkpointChecked: isAsGiven(checkpoint, given, known, say) };
}

function isAsGiven(
  checkpoint: Checkpoint,
  { checkpoint: text }: CheckpointGiven,
  keys: readonly Key[],
  say: (says: string) => void,
): boolean {
  if (text === undefined) return false;
  const other = readCheckpoint(text);
  if (!other || !keys.some((key) => isSigned(other, key))) {
    say('The checkpoint given cannot be read or is not signed by a key that is known.');
    return false;
  }
  if (other.origin !== checkpoint.origin) {
    say('The checkpoint given is of another ledger.');
    return false;
  }
  if (other.size !== checkpoint.size) return false;
  if (Buffer.compare(other.root, checkpoint.root) === 0) return true;
  say('The checkpoint given has another root for the same entries: one of the two ledgers was rewritten.');
  return false;
}
