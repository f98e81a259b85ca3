/**
 * The ledger's speed: entries in batches, single acts by 16 writers (also where a commit takes 8 ms), time from commit to
 * leaf, verifying an export, and the proof of one entry among ten million.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportLedger } from '../src/acts/export-ledger.ts';
import { machine, newId, type Office } from '../src/acts/office.ts';
import { proveArm } from '../src/acts/prove-arm.ts';
import { recordEvent } from '../src/acts/record-event.ts';
import { registerArm } from '../src/acts/register-arm.ts';
import { seal } from '../src/acts/seal.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { pieceWriter } from '../src/doors/cli/pieces.ts';
import { verifyExport } from '../src/doors/verify/verify.ts';
import { appendActInBulk, type SealedEntry } from '../src/store/ledger.ts';
import { type BenchOffice, benchOffice, quantile, round, say } from './office.ts';

const ACTOR = machine('bench', 'measuring');
const WRITERS = 16;

/** Runs every part in one home. */
export async function benchLedger(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const seconds = Number(options.seconds ?? 8);
  const bench = await benchOffice('ledger');
  try {
    const batches = await measureBatches(bench, 200_000);
    // As many as keep an arm's history of a usual length: an act folds all entries of its arm.
    const arms = await makeArms(bench.office, 2000);
    const acts = await measureActs(bench.office, arms, seconds);
    const leaf = await measureLeaf(bench.office, arms);
    const slow = await measureSlowCommits(bench, arms, seconds);
    const verify = await measureVerify(bench);
    const proof = await measureProof(bench, arms[0]!, Number(options.leaves ?? 10_000_000));
    return { batches, acts, leaf, slow, verify, proof };
  } finally {
    await bench.close();
  }
}

function entryOf(office: Office, act: string): SealedEntry {
  const subject = newId(office);
  const mark = { kind: 'serial', part: 'frame', text: `ZN${subject.slice(30)}`, condition: 'legible' };
  const arm = {
    class: 'pistol',
    maker: 'Norvik',
    model: 'M70',
    calibre: '7.65 x 17',
    country: 'XA',
    year: 1998,
  };
  const provenance = {
    file: 'ab'.repeat(32),
    sheet: 'Sheet 1',
    row: 1234,
    cells: 'cd'.repeat(32),
    confidence: 0.93,
  };
  const events = [
    { type: 'registered', happened: '2021-03-04', arm, marks: [mark], number: 'XA-7K4Q9-2MTKP', provenance },
  ];
  const recorded = new Date(office.clock()).toISOString();
  const entry = seal(office, ACTOR, { id: newId(office), act, kind: 'import', subject, recorded, events });
  if (isRefusal(entry)) throw new Error(entry.refused);
  return entry;
}

async function measureBatches(bench: BenchOffice, count: number): Promise<object> {
  say(`batches: ${count} entries`);
  const { office, numbering } = bench;
  const began = performance.now();
  for (let at = 0; at < count; at += 2000) {
    const act = newId(office);
    const entries = Array.from({ length: 2000 }, () => entryOf(office, act));
    const recorded = new Date().toISOString();
    await office.db.transaction((tx) =>
      appendActInBulk(tx, { id: act, kind: 'bench', operator: 'bench', recorded, result: '{}' }, entries),
    );
    numbering.nudge();
  }
  await numbering.drain();
  const entriesPerSecond = Math.round(count / ((performance.now() - began) / 1000));
  return {
    entries: count,
    entriesPerSecond,
    bar: 20_000,
    says: 'sealed, committed in batches of 2,000, numbered',
  };
}

async function makeArms(office: Office, count: number): Promise<readonly string[]> {
  const arms: string[] = [];
  for (let n = 0; n < count; n++) {
    const marks = [
      { kind: 'serial' as const, part: 'frame' as const, text: `ZN-${n}`, condition: 'legible' as const },
    ];
    const receipt = await registerArm.run(
      office,
      ACTOR,
      registerArm.input.parse({ description: { class: 'pistol' }, marks }),
    );
    if (isRefusal(receipt)) throw new Error(receipt.refused);
    arms.push(receipt.arm);
  }
  return arms;
}

async function sight(office: Office, arm: string): Promise<string> {
  const receipt = await recordEvent.run(
    office,
    ACTOR,
    recordEvent.input.parse({ arm, type: 'sighted', how: 'read' }),
  );
  if (isRefusal(receipt)) throw new Error(receipt.refused);
  return receipt.entry;
}

async function measureActs(office: Office, arms: readonly string[], seconds: number): Promise<object> {
  say(`single acts: ${WRITERS} writers, ${seconds} s`);
  const until = performance.now() + seconds * 1000;
  const took: number[] = [];
  let turn = 0;
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (performance.now() < until) {
        const began = performance.now();
        await sight(office, arms[turn++ % arms.length]!);
        took.push(performance.now() - began);
      }
    }),
  );
  return {
    actsPerSecond: Math.round(took.length / seconds),
    bar: 1000,
    p50Ms: quantile(took, 0.5),
    p95Ms: quantile(took, 0.95),
  };
}

async function measureLeaf(office: Office, arms: readonly string[]): Promise<object> {
  say('commit to leaf, under half load');
  let running = true;
  const load = Promise.all(
    Array.from({ length: 4 }, async (_, writer) => {
      for (let n = writer; running; n += 4) await sight(office, arms[n % arms.length]!);
    }),
  );
  const took: number[] = [];
  for (let n = 0; n < 150; n++) {
    const entry = await sight(office, arms[n % arms.length]!);
    const began = performance.now();
    for (;;) {
      const found = await office.db.rows(
        'select 1 from ledger_leaf where subject_id = $1 and entry_id = $2',
        [arms[n % arms.length], entry],
      );
      if (found.length > 0) break;
      await sleep(2);
    }
    took.push(performance.now() - began);
  }
  running = false;
  await load;
  return { p50Ms: quantile(took, 0.5), p95Ms: quantile(took, 0.95), bar: 100 };
}

/** A disk on which a commit takes 8 ms: the server waits that long before each flush. */
async function measureSlowCommits(
  bench: BenchOffice,
  arms: readonly string[],
  seconds: number,
): Promise<object> {
  const set = async (delay: number): Promise<void> => {
    await bench.owner(async (owner) => {
      await owner.rows(`alter system set commit_delay = ${delay}`);
      await owner.rows(`alter system set commit_siblings = ${delay > 0 ? 0 : 5}`);
      await owner.rows('select pg_reload_conf()');
    });
    await sleep(300);
  };
  await set(8000);
  const result = await measureActs(bench.office, arms, seconds);
  await set(0);
  return { ...result, bar: 500, says: 'commit_delay 8 ms, commit_siblings 0' };
}

async function measureVerify(bench: BenchOffice): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'countermark-bench-'));
  try {
    const exported = await exportLedger(bench.office, ACTOR, bench.numbering.drain, {
      write: pieceWriter(folder),
    });
    if (isRefusal(exported)) throw new Error(exported.refused);
    say(`verify: ${exported.size} entries`);
    const began = performance.now();
    const result = await verifyExport(folder, { key: bench.office.signer.verifierKey });
    const took = (performance.now() - began) / 1000;
    return {
      ok: result.ok,
      entries: result.size,
      entriesPerSecond: Math.round(result.size / took),
      bar: 100_000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureProof(bench: BenchOffice, arm: string, leaves: number): Promise<object> {
  say(`proof: growing the tree to ${leaves} leaves`);
  const { office, numbering } = bench;
  const each = 65_536;
  for (let at = 0; at < leaves; at += each) {
    await office.db.rows('insert into ledger_pending (act_id, leaves) values ($1, $2)', [
      newId(office),
      randomBytes(each * 64),
    ]);
    if (at % (each * 16) === 0) say(`  ${at} leaves`);
    await numbering.drain();
  }
  await sight(office, arm);
  await numbering.drain();
  const took: number[] = [];
  let size = '';
  for (let n = 0; n < 300; n++) {
    const began = performance.now();
    const proof = await proveArm.run(office, ACTOR, { arm });
    if (isRefusal(proof)) throw new Error(proof.refused);
    took.push((performance.now() - began) / proof.entries.length);
    size = proof.checkpoint.split('\n')[1] ?? '';
  }
  return {
    leaves: Number(size),
    p50Ms: quantile(took, 0.5),
    p95Ms: quantile(took, 0.95),
    bar: 5,
    says: round(took.length),
  };
}
