/**
 * Two retentions. Records of arms have a minimum, and are kept without end unless a State sets one; data of persons has a
 * maximum. A court's order overrides both, and is itself recorded. Of several minima the longest applies.
 *
 * @clause ITI 12, FP 7, ATT 12(4)
 */
export type RetentionRule = {
  readonly record: string;
  readonly minimumYears: number;
  readonly clause: string;
};

/** The minima of the instruments; a State applies those of the instruments it is bound by. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  { record: 'manufacture', minimumYears: 30, clause: 'ITI 12' },
  { record: 'transfer', minimumYears: 20, clause: 'ITI 12' },
  { record: 'arm', minimumYears: 10, clause: 'FP 7' },
  { record: 'export-authorisation', minimumYears: 10, clause: 'ATT 12(4)' },
];

/** Data of persons is erased this long after it was recorded, unless the arm is still theirs. */
export const PERSON_DATA_MAX_YEARS = 30;

/** The day on which a person's data has to go. */
export function personDataEnds(recorded: string): string {
  return `${Number(recorded.slice(0, 4)) + PERSON_DATA_MAX_YEARS}${recorded.slice(4, 10)}`;
}

/** Until when a record must be kept at least, and by which clause: the strictest of the rules that fit. */
export function minimumRetention(
  record: string,
  recorded: string,
): { readonly until: string; readonly clause: string } {
  const fitting = RETENTION_RULES.filter((rule) => rule.record === record || rule.record === 'arm');
  const strictest = fitting.reduce((a, b) => (b.minimumYears > a.minimumYears ? b : a));
  return {
    until: `${Number(recorded.slice(0, 4)) + strictest.minimumYears}${recorded.slice(4, 10)}`,
    clause: strictest.clause,
  };
}
