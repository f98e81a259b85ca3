/**
 * What a report rests on: every entry of the trace, of the arm and of the decisions, with its way to the root of a signed
 * checkpoint. An entry is opened (salt and body) where a fact rests on it and whoever makes the report may read it; of all
 * others the commitment stands alone. Not an act itself.
 *
 * What could go wrong: a body that says more than the facts. One that holds what a machine weighed is never opened, and one
 * of an arm, which may hold words and places, only where persons and units may be named.
 *
 * @clause J-04, C-14
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scope } from '../domain/access/scope.ts';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import { commitment } from '../domain/ledger/hash.ts';
import type { Release } from '../domain/trace/release.ts';
import { isWeighed, REPORT_ENTRIES_MAX } from '../domain/trace/report.ts';
import { type KeptEntry, listEntriesOf } from '../store/ledger.ts';
import { listMatchEntries } from '../store/match.ts';
import type { Office } from './office.ts';
import { maySee } from './prove-arm.ts';
import { pathTo } from './proven-entry.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

/** Named limits: how long a report waits for the places of its entries, and how often it looks. @unit milliseconds */
const WAIT_MS = 2_000;
const LOOK_MS = 40;

/** What an entry is of. */
export type EntryOf = 'trace' | 'arm' | 'decision';

export type ReportedEntry = {
  readonly entry: string;
  readonly of: EntryOf;
  readonly leaf: number;
  readonly path: readonly string[];
} & (
  | { readonly salt: string; readonly body: string }
  | { readonly commitment: string; readonly why: ShutWhy }
);

/** Why an entry is not opened: no fact rests on it, it holds what was weighed, or it is not for whoever makes the report. */
export type ShutWhy = 'no-fact' | 'weighed' | 'not-entitled';

export type ReportProof = {
  readonly checkpoint: string;
  readonly key: string;
  readonly entries: readonly ReportedEntry[];
};

export type Proving = {
  readonly trace: string;
  readonly arm: string | undefined;
  /** Entries on which a fact rests. */
  readonly rests: ReadonlySet<string>;
  readonly scope: Scope;
  readonly release: Release;
};

/**
 * The proof of a report against a checkpoint of the tree as it is.
 * @refuses not-numbered-yet, report-too-large
 */
export async function proveReport(office: Office, proving: Proving): Promise<ReportProof | Refusal> {
  const kept = await numbered(office, proving);
  if ('refused' in kept) return kept;
  const checkpoint = await signCheckpoint(office);
  const entries = await Promise.all(
    kept.map(async (one): Promise<ReportedEntry> => {
      const { entry, of, leaf } = one;
      return {
        entry,
        of,
        leaf,
        path: await pathTo(office.db, leaf, checkpoint.size),
        ...opened(one, proving),
      };
    }),
  );
  return { checkpoint: checkpoint.note, key: office.signer.verifierKey, entries };
}

type Numbered = KeptEntry & { readonly of: EntryOf; readonly leaf: number };

/** The entries once all of them have their places. */
async function numbered(office: Office, proving: Proving): Promise<readonly Numbered[] | Refusal> {
  for (let waitedMs = 0; ; waitedMs += LOOK_MS) {
    const kept = await listEntries(office, proving);
    if (kept.length > REPORT_ENTRIES_MAX) return refusal('report-too-large', { entries: kept.length });
    if (kept.every((one): one is Numbered => one.leaf !== undefined)) return kept;
    if (waitedMs >= WAIT_MS) return refusal('not-numbered-yet');
    office.nudge();
    await sleep(LOOK_MS);
  }
}

async function listEntries({ db }: Office, { trace, arm, rests }: Proving) {
  const [ofTrace, ofArm, ofMatches] = await Promise.all([
    listEntriesOf(db, trace),
    arm === undefined ? [] : listEntriesOf(db, arm),
    arm === undefined ? [] : listMatchEntries(db, arm),
  ]);
  return [
    ...ofTrace.map((one) => ({ ...one, of: 'trace' as const })),
    ...ofArm.map((one) => ({ ...one, of: 'arm' as const })),
    // Decisions on the arm that are no part of this trace are other cases'.
    ...ofMatches.filter(({ entry }) => rests.has(entry)).map((one) => ({ ...one, of: 'decision' as const })),
  ];
}

function opened({ entry, of, salt, body }: Numbered, proving: Proving) {
  const text = body.toString('utf8');
  const why = whyShut({ entry, of, text, body }, proving);
  if (why === undefined) return { salt: salt.toString('hex'), body: text };
  return { commitment: Buffer.from(commitment(salt, body)).toString('hex'), why };
}

function whyShut(
  {
    entry,
    of,
    text,
    body,
  }: { readonly entry: string; readonly of: EntryOf; readonly text: string; readonly body: Buffer },
  { rests, scope, release }: Proving,
): ShutWhy | undefined {
  if (!rests.has(entry)) return 'no-fact';
  if (of === 'decision' || isWeighed(text)) return 'weighed';
  if (of === 'trace') return scope.sees.has('case') ? undefined : 'not-entitled';
  return maySee(scope, body) && release.persons && release.units ? undefined : 'not-entitled';
}
