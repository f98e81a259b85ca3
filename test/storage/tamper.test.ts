/**
 * A database altered behind the register's back by its own owner, and that `ledger verify` sees it: what the command does is
 * done here in process, an export of what stands in the database read by the independent verifier, against a key and an
 * earlier checkpoint that were taken away before. Each time the right entry is named, or the range where hashes know no more.
 */
import assert from 'node:assert/strict';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { exportLedger } from '../../src/acts/export-ledger.ts';
import { listUnnumbered } from '../../src/acts/list-unnumbered.ts';
import type { Signer } from '../../src/acts/office.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { signCheckpoint } from '../../src/acts/sign-checkpoint.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { formatVerifierKey, verifierKeyOf } from '../../src/domain/ledger/note.ts';
import { pieceWriter } from '../../src/doors/cli/pieces.ts';
import { type Verification, verifyExport } from '../../src/doors/verify/verify.ts';
import { connect, type Database, type Statements } from '../../src/store/database.ts';
import { type World, world } from '../world.ts';

const ARMS = 600;
/** The entry that is tampered with: in the middle of its row of hashes, so that neighbours can be told from it. */
const VICTIM = 301;

let w: World;
let owner: Database;
let key: string;
let early: string;
before(async () => {
  w = await world();
  owner = connect(w.connection, { owner: true, connections: 2 });
  key = w.office.signer.verifierKey;
  await registerArms(ARMS / 2);
  early = (await signCheckpoint(w.office)).note;
  await registerArms(ARMS / 2);
});
after(async () => {
  await owner?.close();
  await w?.close();
});

async function registerArms(count: number): Promise<void> {
  for (let at = 0; at < count; at += 50)
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const input = registerArm.input.parse({ description: { class: 'pistol', maker: 'Orevall' } });
        assert.ok(!isRefusal(await registerArm.run(w.office, w.actor, input)));
      }),
    );
  await w.numbering.drain();
}

type Verified = Verification & { readonly unnumbered: readonly string[] };

/** What `ledger verify --key --since` does with the database as it stands. */
async function verify(options: { key?: string; since?: string } = {}, signer?: Signer): Promise<Verified> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tamper-'));
  try {
    const office = signer === undefined ? w.office : { ...w.office, signer };
    const exported = await exportLedger(office, w.actor, w.numbering.drain, {
      write: pieceWriter(folder),
      securityMarks: true,
      unrecorded: true,
    });
    assert.ok(!isRefusal(exported), JSON.stringify(exported));
    return { ...(await verifyExport(folder, options)), unnumbered: await listUnnumbered(office) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Tampers as the owner, verifies, and undoes it: what was altered is put back from copies of the tables. */
async function tampered(
  tamper: (tx: Statements) => Promise<unknown>,
  options: { key?: string; since?: string } = {},
  signer?: Signer,
): Promise<Verified> {
  const altered = ['ledger_entry', 'ledger_leaf', 'tree_node', 'ledger_checkpoint', 'ledger_pending'];
  for (const name of altered) await owner.rows(`create table kept_${name} as table ${name}`);
  try {
    await tamper(owner);
    return await verify({ key, since: early, ...options }, signer);
  } finally {
    for (const name of altered) {
      await owner.rows(`truncate ${name}`);
      await owner.rows(`insert into ${name} table kept_${name}`);
      await owner.rows(`drop table kept_${name}`);
    }
  }
}

const at = (index: number): string =>
  `(subject_id, entry_id) = (select subject_id, entry_id from ledger_leaf where leaf_index = ${index})`;
const places = (result: Verified): readonly [number, string][] =>
  result.bad.map((bad) => [bad.index, bad.reason]);

test('an untouched ledger is sound, by key and earlier checkpoint', async () => {
  const result = await verify({ key, since: early });
  assert.deepEqual(
    [result.ok, result.keyChecked, result.sinceChecked, result.size],
    [true, true, true, ARMS + 1],
  );
  assert.deepEqual(result.unnumbered, []);
});

test('a body that was altered is named', async () => {
  const result = await tampered((tx) =>
    tx.rows(
      `update ledger_entry set body = convert_to(replace(convert_from(body, 'UTF8'), 'Orevall', 'Orevane'), 'UTF8') where ${at(VICTIM)}`,
    ),
  );
  assert.equal(result.ok, false);
  assert.deepEqual(places(result), [[VICTIM, 'changed']]);
});

test('a salt that was altered is named', async () => {
  const result = await tampered((tx) =>
    tx.rows(`update ledger_entry set salt = set_byte(salt, 3, 255 - get_byte(salt, 3)) where ${at(VICTIM)}`),
  );
  assert.equal(result.ok, false);
  assert.deepEqual(places(result), [[VICTIM, 'changed']]);
});

test('an entry that was deleted is named', async () => {
  const result = await tampered((tx) => tx.rows(`delete from ledger_entry where ${at(VICTIM)}`));
  assert.equal(result.ok, false);
  assert.deepEqual([...new Set(result.bad.map((bad) => bad.index))], [VICTIM]);
});

test('an entry that was put in without a leaf is named by its id', async () => {
  const result = await tampered((tx) =>
    tx.rows(
      `insert into ledger_entry select subject_id, '00000000-0000-7000-8000-000000000001', act_id, salt, body from ledger_entry where ${at(VICTIM)}`,
    ),
  );
  assert.deepEqual([result.ok, result.unnumbered], [true, ['00000000-0000-7000-8000-000000000001']]);
});

test('two leaves that changed places are seen, in the range that the signed root is of', async () => {
  const result = await tampered(async (tx) => {
    await tx.rows(
      `update ledger_leaf l set subject_id = o.subject_id, entry_id = o.entry_id, hash = o.hash from kept_ledger_leaf o
       where (l.leaf_index, o.leaf_index) in ((${VICTIM}, ${VICTIM + 4}), (${VICTIM + 4}, ${VICTIM}))`,
    );
  });
  // Entries and hashes fit each other at their new places; only the signed root knows the order they had.
  assert.equal(result.ok, false);
  assert.deepEqual(
    result.bad.map(({ index, to, reason }) => [index, to, reason]),
    [[0, ARMS, 'checkpoint']],
  );
});

test('a leaf hash that was altered is named', async () => {
  const result = await tampered((tx) =>
    tx.rows(
      `update ledger_leaf set hash = set_byte(hash, 0, 255 - get_byte(hash, 0)) where leaf_index = ${VICTIM}`,
    ),
  );
  assert.equal(result.ok, false);
  assert.ok(places(result).some(([index, reason]) => index === VICTIM && reason === 'changed'));
});

/** Cuts off the last entries with everything that tells of them. */
async function cut(tx: Statements, size: number): Promise<void> {
  await tx.rows(
    `delete from ledger_entry e using ledger_leaf l where l.subject_id = e.subject_id and l.entry_id = e.entry_id and l.leaf_index >= ${size}`,
  );
  await tx.rows(`delete from ledger_leaf where leaf_index >= ${size}`);
  await tx.rows(`delete from tree_node where level = 1 and (node_index + 1) * 256 > ${size}`);
  await tx.rows('truncate ledger_checkpoint');
}

test('a ledger cut short and signed anew does not pass the key, nor, with the right key, the earlier checkpoint', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { origin } = w.office.signer;
  const verifierKey = formatVerifierKey(verifierKeyOf(origin, createPublicKey(privateKey)));
  const forger: Signer = { origin, privateKey, verifierKey };
  const forged = await tampered((tx) => cut(tx, ARMS - 100), {}, forger);
  assert.deepEqual([forged.ok, forged.keyChecked, forged.size], [false, false, ARMS - 100]);
  assert.ok(forged.bad.some((bad) => bad.reason === 'checkpoint' && /key given/.test(bad.says ?? '')));

  const stolen = await tampered((tx) => cut(tx, ARMS / 2 - 20));
  assert.deepEqual([stolen.ok, stolen.keyChecked, stolen.sinceChecked], [false, true, false]);
  const removed = stolen.bad.find((bad) => bad.reason === 'removed');
  assert.deepEqual([removed?.index, removed?.to], [ARMS / 2 - 20, ARMS / 2]);
});

test('an older checkpoint put back is seen against a newer one, with the range that is gone', async () => {
  const late = await signCheckpoint(w.office);
  const result = await tampered(
    async (tx) => {
      await cut(tx, ARMS / 2 + 1);
      await tx.rows('insert into ledger_checkpoint select * from kept_ledger_checkpoint where size = $1', [
        ARMS / 2 + 1,
      ]);
    },
    { since: late.note },
  );
  assert.deepEqual([result.ok, result.keyChecked, result.size], [false, true, ARMS / 2 + 1]);
  const removed = result.bad.find((bad) => bad.reason === 'removed');
  assert.deepEqual([removed?.index, removed?.to], [ARMS / 2 + 1, ARMS]);
});
