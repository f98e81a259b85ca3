/**
 * The outcome of a verification in plain words: what was shown, and just as plainly what was not. A demonstration
 * ledger is called one.
 */
import { BAD_LISTED_MAX } from './finding.ts';
import type { Verification } from './verify.ts';

/** The sentences for a person who did not follow the details. */
export function statementOf(known: Omit<Verification, 'statement'>): string {
  const { size, origin, withheld, lost, badCount, demonstration } = known;
  const says: string[] = demonstration ? ['DEMONSTRATION: every entry is invented.'] : [];
  if (known.ok) {
    says.push(`All ${size} entries of "${origin}" stand in the tree as the checkpoint signs it.`);
  } else {
    says.push(`${badCount} ${badCount === 1 ? 'thing is' : 'things are'} wrong with the ledger "${origin}".`);
    if (badCount > BAD_LISTED_MAX) says.push(`Only the first ${BAD_LISTED_MAX} found are listed.`);
  }
  if (known.ok && !known.keyChecked && !known.sinceChecked) {
    says.push('It is only consistent with itself: nothing from outside was given to hold it against.');
  }
  says.push(
    known.keyChecked ? 'It is signed by the key given.' : 'No key from outside bears out who signed it.',
  );
  if (!known.sinceChecked) says.push('No earlier checkpoint shows that its past was left as it was.');
  // Beside a fault this would be misread: the tree may go on from the earlier one while a body was changed.
  else if (known.ok) says.push('It begins with the ledger of the earlier checkpoint, unaltered.');
  if (withheld > 0) says.push(`${withheld} bodies are withheld from this reader and were not read.`);
  if (lost) {
    const range =
      lost.from === lost.to ? `Entry ${lost.from} was` : `Entries ${lost.from} to ${lost.to} were`;
    says.push(`${range} lost when the ledger was restored from a backup.`);
  }
  return says.join(' ');
}
