/**
 * Names what happened to entries whose line does not fit: the bundles are read once more, to see whether the body
 * that stands in a wrong place is another entry of this ledger. Only done where something does not fit.
 * Invariant: each suspect index gets exactly one reason.
 */
import type { Suspect } from './check-pack.ts';
import type { Bad, Findings } from './finding.ts';
import { HASH, readBundle, WIDTH } from './layout.ts';
import type { Stray } from './read-bodies.ts';

/** How many ill-fitting lines are followed up; those beyond are named by what their own place tells. */
export const SUSPECTS_MAX = 10_000;

export type Doubts = {
  readonly dir: string;
  readonly size: number;
  /** How many entries there are files of. */
  readonly present: number;
  readonly suspects: readonly Suspect[];
  readonly strays: readonly Stray[];
};

/** Names the reason for each suspect entry and each stray line. */
export function nameDoubts(doubts: Doubts, findings: Findings): void {
  const { size, suspects, strays } = doubts;
  if (suspects.length === 0 && strays.length === 0) return;
  const sought = new Set<string>();
  for (const { digest } of [...suspects, ...strays]) if (digest !== undefined) sought.add(digest);
  const homes = findHomes(doubts, sought);
  const elsewhere = new Set(homes.values());
  for (const suspect of suspects) findings.add(reasonOf(suspect, homes, elsewhere));
  const doubted = new Set(suspects.map((suspect) => suspect.index));
  for (const { index, digest } of strays) {
    const home = digest === undefined ? undefined : homes.get(digest);
    if (index >= size) findings.add({ index, reason: 'no-leaf' });
    // A stray that is some missing entry's own line is named there, once.
    else if (home === undefined || !doubted.has(home)) findings.add({ index, reason: 'added' });
  }
}

function reasonOf(
  { index, isMissing, digest }: Suspect,
  homes: Map<string, number>,
  elsewhere: Set<number>,
): Bad {
  const isOthersLine = digest !== undefined && homes.has(digest);
  if (elsewhere.has(index)) {
    return { index, reason: isMissing || isOthersLine ? 'reordered' : 'added' };
  }
  return { index, reason: isMissing || isOthersLine ? 'removed' : 'changed' };
}

/** At which index of the ledger each of these commitments belongs. */
function findHomes({ dir, size, present }: Doubts, sought: ReadonlySet<string>): Map<string, number> {
  const homes = new Map<string, number>();
  if (sought.size === 0) return homes;
  for (let from = 0; from < present; from += WIDTH) {
    const bundle = readBundle(dir, size, from / WIDTH)?.bytes;
    if (bundle === undefined) continue;
    for (let at = 0; at < bundle.length; at += HASH) {
      const digest = bundle.toString('latin1', at, at + HASH);
      if (sought.has(digest)) homes.set(digest, from + at / HASH);
    }
  }
  return homes;
}
