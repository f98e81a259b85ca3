/**
 * The entries that a report rests on, each against the root of its checkpoint: the commitment is made anew from salt and body
 * where they are open, and the path is walked as RFC 9162 has it. Written apart from the code that makes proofs.
 *
 * What could go wrong: true entries under false names. Of an open one the body names itself; of one that is shut only the
 * signature of the report says which it is.
 */
import { commitment, leafHash, nodeHash } from '../../../domain/ledger/hash.ts';
import type { Checkpoint } from '../read-note.ts';
import { isCanonicalObject } from '../scan-json.ts';
import type { Entry, Report } from './read-report.ts';
import type { ReportFindings } from './report-bad.ts';

/** The body of an open entry. */
export type Body = {
  readonly id?: unknown;
  readonly subject?: unknown;
  readonly recorded?: unknown;
  readonly events?: unknown;
};

/** Checks every entry; gives those that are in the tree, with the bodies of the open ones. */
export function checkEntries(
  report: Report,
  checkpoint: Checkpoint | undefined,
  findings: ReportFindings,
): ReadonlyMap<string, Body | undefined> {
  const found = new Map<string, Body | undefined>();
  const leaves = new Set<number>();
  for (const one of report.proof.entries) {
    const { entry, leaf } = one;
    const swapped = (says: string) => findings.add({ reason: 'entry-swapped', entry, says });
    if (found.has(entry)) swapped(`The entry ${entry} is there twice.`);
    if (leaves.has(leaf)) swapped(`Two entries claim the place ${leaf} of the ledger.`);
    leaves.add(leaf);
    if (checkpoint && !isInTree(one, checkpoint))
      findings.add({
        reason: 'proof',
        entry,
        says: `The entry ${entry} does not stand at its place ${leaf}: it or its proof was altered.`,
      });
    const body = one.body && bodyOf(one.body);
    if (one.body && !body) swapped(`The entry ${entry} is no entry as a ledger writes them.`);
    if (body && body.id !== entry) swapped(`Under the name of the entry ${entry} stands another.`);
    const subject = one.of === 'trace' ? report.trace : one.of === 'arm' ? report.arm : undefined;
    if (body && subject !== undefined && body.subject !== subject)
      swapped(`The entry ${entry} belongs to something else than the ${one.of} of the report.`);
    found.set(entry, body);
  }
  return found;
}

function bodyOf(bytes: Buffer): Body | undefined {
  return isCanonicalObject(bytes, 0, bytes.length) ? (JSON.parse(bytes.toString('utf8')) as Body) : undefined;
}

function isInTree(one: Entry, { size, root }: Checkpoint): boolean {
  if (one.leaf >= size) return false;
  const committed = one.body ? commitment(one.salt, one.body) : one.commitment;
  const sides = sidesOf(one.leaf, size);
  if (sides.length !== one.path.length) return false;
  let hash = leafHash(committed);
  for (const [at, side] of sides.entries()) {
    const sibling = one.path[at]!;
    hash = side === 'left' ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }
  return Buffer.compare(hash, root) === 0;
}

/** On which side the sibling stands, from the leaf upwards (RFC 9162 section 2.1.1). */
function sidesOf(index: number, size: number): readonly ('left' | 'right')[] {
  const sides: ('left' | 'right')[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    let split = 1;
    while (split * 2 < to - from) split *= 2;
    const middle = from + split;
    sides.push(index < middle ? 'right' : 'left');
    if (index < middle) to = middle;
    else from = middle;
  }
  return sides.reverse();
}
