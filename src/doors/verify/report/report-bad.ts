/** What is wrong with a certified report, by name, each with a sentence. */

/** Why a report is not whole. */
export type ReportReason =
  /** The file is larger than any report. */
  | 'too-large'
  /** It is nested deeper than any report. */
  | 'too-deep'
  /** It ends before its end. */
  | 'cut'
  /** It is no report of the form that is known here. */
  | 'unreadable'
  /** It is a report, written in another way than the one that was signed. */
  | 'not-canonical'
  /** The signature does not fit the report. */
  | 'signature'
  /** It was signed by another key than the one given. */
  | 'key'
  /** Its checkpoint is not signed by its ledger, or not the one given. */
  | 'checkpoint'
  /** An entry is not at its place in the tree of the checkpoint, or was altered. */
  | 'proof'
  /** An entry stands under the name of another, twice, or belongs to something else. */
  | 'entry-swapped'
  /** A fact rests on an entry that is not in the report. */
  | 'fact-without-entry'
  /** A fact says something else than its entry. */
  | 'fact-differs';

export type ReportBad = {
  readonly reason: ReportReason;
  /** Number of the fact, from 1, where it concerns one. */
  readonly fact?: number;
  readonly entry?: string;
  readonly says: string;
};

export const REPORT_BAD_LISTED_MAX = 200;

/** Collects what is wrong, up to a limit, and counts all of it. */
export class ReportFindings {
  readonly list: ReportBad[] = [];
  count = 0;

  add(bad: ReportBad): void {
    this.count++;
    if (this.list.length < REPORT_BAD_LISTED_MAX) this.list.push(bad);
  }
}
