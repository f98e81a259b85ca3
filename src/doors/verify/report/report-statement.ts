/** The outcome of the verification of a report in plain words: what was shown, and just as plainly what was not. */
import type { ReportGiven, ReportVerification } from './verify-report.ts';

/** The sentences for a person who did not follow the details. */
export function reportStatement(
  known: Omit<ReportVerification, 'statement'>,
  given: Pick<ReportGiven, 'checkpoint'>,
): string {
  const { ok, facts, held, entries, open, withheld, badCount, keyChecked, ledgerKeyChecked } = known;
  const says: string[] = known.demonstration ? ['DEMONSTRATION: everything in this report is invented.'] : [];
  says.push(
    ok
      ? `The report is whole: its signature fits, and all ${entries} entries stand in the ledger of its checkpoint.`
      : `The report is NOT whole: ${badCount} ${badCount === 1 ? 'thing is' : 'things are'} wrong with it.`,
  );
  if (ok && !keyChecked && !ledgerKeyChecked)
    says.push('It is only consistent with itself: nothing from outside was given to hold it against.');
  says.push(
    keyChecked
      ? 'It is signed by the key given.'
      : 'No card or key from outside bears out who signed it: compare the fingerprint with the national point of contact.',
  );
  if (!ledgerKeyChecked) says.push('No key of the ledger from outside bears out its checkpoint.');
  if (known.checkpointChecked) says.push('Its checkpoint is the one given.');
  else if (given.checkpoint !== undefined && ok)
    says.push(
      'The checkpoint given is of another size and says nothing of this report; that takes the whole ledger.',
    );
  says.push(
    `${held} of ${facts} facts were held word for word against the entry that they name; the others name entries that are ` +
      `shut (${entries - open} of ${entries}), and what they say rests on the signature.`,
    'What was said between States and what parties are called stands beside the ledger and rests on the signature too.',
  );
  if (withheld > 0) says.push(`${withheld} things are withheld, each named with its ground.`);
  if (known.lead) says.push('It is an investigative lead: no laboratory has confirmed what the arm is.');
  return says.join(' ');
}
