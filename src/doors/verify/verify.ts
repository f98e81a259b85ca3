/**
 * The independent reader of a ledger: checks every entry of an export against its leaf, the tree against the signed
 * checkpoint, and the checkpoint against a key and an earlier checkpoint that come from outside. It shares only the
 * hash functions with the code that writes ledgers. Without key and earlier checkpoint it says no more than
 * "consistent with itself", for a forger can make a whole ledger that is so.
 * Memory stays the same whatever the size; what is bad is listed up to a named limit and counted beyond it.
 */
import { EMPTY_ROOT } from '../../domain/ledger/hash.ts';
import type { PackReport, Suspect } from './check-pack.ts';
import { Climb } from './climb.ts';
import { type Bad, Findings } from './finding.ts';
import { countPresentPacks, PACK, readSmall, WIDTH } from './layout.ts';
import { checkOutside, type Outside } from './outside.ts';
import { checkPacks } from './pool.ts';
import type { Stray } from './read-bodies.ts';
import { type Epoch, readEpochs } from './read-epochs.ts';
import { type Checkpoint, readCheckpoint } from './read-note.ts';
import { statementOf } from './statement.ts';
import { listStrayFiles } from './stray-files.ts';
import { nameDoubts, SUSPECTS_MAX } from './whereabouts.ts';

const NOTE_BYTES_MAX = 65_536;

export type VerifyOptions = {
  /** Verifier keys from outside, one to a line. */
  readonly key?: string;
  /** The signed note of an earlier checkpoint, from outside. */
  readonly since?: string;
  readonly onProgress?: (progress: { readonly done: number; readonly size: number }) => void;
};

export type Verification = Outside & {
  readonly ok: boolean;
  readonly size: number;
  /** The root rebuilt from the entries, in base64. */
  readonly root: string;
  readonly epoch: number;
  readonly origin: string;
  readonly demonstration: boolean;
  readonly withheld: number;
  /** The first findings, in the order of the ledger; `badCount` counts them all. */
  readonly bad: readonly Bad[];
  readonly badCount: number;
  /** The outcome in plain words. */
  readonly statement: string;
};

/** Verifies an exported ledger; never throws for what is wrong with the ledger, only for what is wrong with the disk. */
export async function verifyExport(dir: string, options: VerifyOptions = {}): Promise<Verification> {
  const findings = new Findings();
  const note = readSmall(dir, 'checkpoint', NOTE_BYTES_MAX)?.toString();
  const checkpoint = note === undefined ? undefined : readCheckpoint(note);
  if (checkpoint === undefined) {
    findings.add({ index: 0, reason: 'checkpoint', says: 'There is no checkpoint that can be read.' });
  }
  const listed = readEpochs(dir);
  if (listed === undefined) findings.add({ index: 0, reason: 'epochs', says: 'epochs.json cannot be read.' });
  const size = checkpoint?.size ?? 0;
  const tree = await rebuild({ dir, size, checkpoint, findings, options });
  const epochs = listed?.epochs ?? [];
  const outside: Outside = checkpoint
    ? checkOutside({ dir, checkpoint, epochs, findings, options })
    : { keyChecked: false, sinceChecked: false };
  const current: Epoch | undefined = epochs.at(-1);
  const known = {
    ...outside,
    ok: findings.count === 0,
    size,
    root: Buffer.from(tree.root ?? EMPTY_ROOT).toString('base64'),
    epoch: current?.epoch ?? 0,
    origin: checkpoint?.origin ?? '',
    demonstration: listed?.demonstration ?? false,
    withheld: tree.withheld,
    bad: findings.sorted(),
    badCount: findings.count,
  };
  return { ...known, statement: statementOf(known) };
}

type Rebuilding = {
  readonly dir: string;
  readonly size: number;
  readonly checkpoint: Checkpoint | undefined;
  readonly findings: Findings;
  readonly options: VerifyOptions;
};

async function rebuild({ dir, size, checkpoint, findings, options }: Rebuilding) {
  const climb = new Climb(dir, size, findings);
  const suspects: Suspect[] = [];
  const strays: Stray[] = [];
  let [withheld, tile] = [0, 0];
  const packs = countPresentPacks(dir, size);
  const present = Math.min(size, packs * PACK);
  if (present < size) {
    const says = 'The checkpoint has these entries; there is no file of them.';
    findings.add({ index: present, to: size - 1, reason: 'removed', says });
  }
  const take = (report: PackReport) => {
    withheld += report.withheld;
    for (const witness of report.tiles) climb.push(tile++, witness);
    for (const bad of report.bad) findings.add(bad);
    keep(report.suspects, suspects, findings);
    keep(report.strays, strays, findings);
    options.onProgress?.({ done: Math.min(size, tile * WIDTH), size });
  };
  await checkPacks({ dir, size, packs, take });
  const root = climb.finish(checkpoint?.root) ?? (size === 0 ? EMPTY_ROOT : undefined);
  if (checkpoint && (root === undefined || Buffer.compare(root, checkpoint.root) !== 0)) {
    const says = 'The tree rebuilt from the entries does not have the root that the checkpoint names.';
    findings.add({ index: 0, ...(size > 1 ? { to: size - 1 } : {}), reason: 'checkpoint', says });
  }
  nameDoubts({ dir, size, present, suspects, strays }, findings);
  for (const bad of listStrayFiles(dir, size)) findings.add(bad);
  return { root, withheld };
}

/** Keeps what is to be followed up, as far as memory is set aside for it; the rest is bad all the same. */
function keep<T extends Suspect | Stray>(from: readonly T[], to: T[], findings: Findings): void {
  for (const doubt of from) {
    if (to.length < SUSPECTS_MAX) to.push(doubt);
    else
      findings.add({
        index: doubt.index,
        reason: 'isMissing' in doubt && !doubt.isMissing ? 'changed' : 'removed',
      });
  }
}
