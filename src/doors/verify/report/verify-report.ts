/**
 * The independent reader of certified reports: signature, proofs, and every fact against the entry that it names, without a
 * database and without the code that makes reports; only the hashing is shared. Without a key from outside it says no more
 * than "consistent with itself", for a forger can make a whole report that is so.
 *
 * @clause C-14, J-04
 */
import { checkCheckpoint } from './check-checkpoint.ts';
import { checkEntries } from './check-entries.ts';
import { checkFacts } from './check-facts.ts';
import { checkSignature } from './check-signature.ts';
import { readReport } from './read-report.ts';
import { type ReportBad, ReportFindings } from './report-bad.ts';
import { reportStatement } from './report-statement.ts';

/** What came from outside: the card of the node, keys one to a line (of the node or of its ledger), and a checkpoint. */
export type ReportGiven = {
  readonly card?: string | undefined;
  readonly key?: string | undefined;
  readonly checkpoint?: string | undefined;
};

export type ReportVerification = {
  readonly ok: boolean;
  readonly report: string;
  readonly trace: string;
  readonly reference: string;
  readonly state: string;
  readonly made: string;
  readonly demonstration: boolean;
  readonly lead: boolean;
  readonly kid: string;
  readonly facts: number;
  /** Facts that were held word for word against their entry; those of the rest rest on the signature. */
  readonly held: number;
  readonly entries: number;
  /** Entries that are open. */
  readonly open: number;
  readonly withheld: number;
  readonly keyChecked: boolean;
  readonly ledgerKeyChecked: boolean;
  readonly checkpointChecked: boolean;
  /** What is wrong; `badCount` counts all of it. */
  readonly bad: readonly ReportBad[];
  readonly badCount: number;
  /** The outcome in plain words. */
  readonly statement: string;
};

const NOTHING_READ = {
  ...{
    report: '',
    trace: '',
    reference: '',
    state: '',
    made: '',
    demonstration: false,
    lead: false,
    kid: '',
  },
  ...{ facts: 0, held: 0, entries: 0, open: 0, withheld: 0 },
  ...{ keyChecked: false, ledgerKeyChecked: false, checkpointChecked: false },
};

/** Verifies the file of a report; never throws for what is wrong with it. */
export function verifyReport(file: Buffer, given: ReportGiven = {}): ReportVerification {
  const read = readReport(file);
  if ('reason' in read) {
    const known = { ...NOTHING_READ, ok: false, bad: [read], badCount: 1 };
    return { ...known, statement: `This is no whole report. ${read.says}` };
  }
  const findings = new ReportFindings();
  const lines = (given.key ?? '').split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '');
  const ledgerKeys = keys.filter((key) => key.includes('+'));
  const nodeKeys = keys.filter((key) => !key.includes('+'));
  const { report } = read;
  const keyChecked = checkSignature(read, { card: given.card, keys: nodeKeys }, findings);
  const { checkpoint, ...outside } = checkCheckpoint(
    report,
    { keys: ledgerKeys, checkpoint: given.checkpoint },
    findings,
  );
  const entries = checkEntries(report, checkpoint, findings);
  const held = checkFacts(report, entries, findings);
  const known = {
    ok: findings.count === 0,
    ...{ report: report.report, trace: report.trace, reference: report.reference, state: report.state },
    ...{ made: report.made, demonstration: report.demonstration, lead: report.lead, kid: report.signer.kid },
    ...{ facts: report.facts.length, held, entries: report.proof.entries.length },
    open: report.proof.entries.filter(({ body }) => body !== undefined).length,
    withheld: report.withheld,
    keyChecked,
    ...outside,
    ...{ bad: findings.list, badCount: findings.count },
  };
  return { ...known, statement: reportStatement(known, given) };
}
