/** A backup comes back whole, goes on in a new epoch, and says what was lost; nothing wrong is ever half kept. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Decrypter, Encrypter, generateX25519Identity } from 'age-encryption';
import { extract } from 'tar-stream';
import { editReference } from '../../src/acts/edit-reference.ts';
import { signCheckpoint } from '../../src/acts/sign-checkpoint.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { BackupDamaged, openBackup } from '../../src/doors/backup/read-backup.ts';
import { isEmptyDatabase, listTables } from '../../src/store/backup.ts';
import { connect, type Database } from '../../src/store/database.ts';
import {
  ACTOR,
  backUpTo,
  emptyDatabase,
  exportAndVerify,
  folder,
  good,
  importNames,
  makeKeys,
  register,
  worldWith,
} from './backup-world.ts';

/** Every row of every table, but for those in which a restore leaves its own traces. */
async function contentOf(db: Database, without: readonly string[]): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const { name } of await listTables(db)) {
    if (without.includes(name)) continue;
    const rows = await db.rows<{ line: string }>(`select t::text as line from ${name} t order by 1`);
    content[name] = rows.map((row) => row.line);
  }
  return content;
}

const OWN_TRACES = [
  'ledger_checkpoint',
  'ledger_epoch',
  'ledger_act',
  'ledger_entry',
  'ledger_leaf',
  'tree_node',
  'ledger_pending',
];

test('a backup restored into an empty home is the same register, in a new epoch that verifies', async (t) => {
  const old = await worldWith(t, 12);
  await importNames(t, old.office, ['Person One', 'Person Two']);
  await old.numbering.drain();
  const early = await signCheckpoint(old.office);
  const row = { table: 'maker', code: 'zerbin', fields: { name: 'Zerbin' }, why: 'Order 12/2026' };
  good(await editReference.run(old.office, ACTOR, editReference.input.parse(row)));
  await viewArm.run(old.office, ACTOR, { arm: old.arms[3]! });
  const keys = await makeKeys();
  const made = await backUpTo(old, folder(t), keys);
  const late = await register(old.office, 'QX-LATE');
  await old.numbering.drain();
  const newest = await signCheckpoint(old.office);

  const empty = await emptyDatabase(t, old);
  const restored = good(
    await empty.restore(made.file, keys.identity, { key: old.office.signer.verifierKey }),
  );
  const now = await empty.open(restored);
  assert.equal(restored.keyChecked, true);
  assert.equal(restored.epoch.epoch, 2);
  assert.equal(restored.epoch.baseSize, made.entries);
  assert.equal(restored.home.kind, 'demonstration');

  const before = await contentOf(old.db, [...OWN_TRACES, 'arm', 'arm_mark', 'arm_number']);
  assert.deepEqual(await contentOf(now.office.db, [...OWN_TRACES, 'arm', 'arm_mark', 'arm_number']), before);
  assert.ok((before.person_data ?? []).length >= 2, 'persons came along');
  assert.ok((before.import_row ?? []).length >= 2, 'rows of the file came along');
  const { reference } = await now.office.reference();
  assert.equal(reference.makers.get('zerbin')?.name, 'Zerbin', 'the tables of the State came along');
  for (const arm of old.arms) {
    const [was, is] = [
      good(await viewArm.run(old.office, ACTOR, { arm })),
      good(await viewArm.run(now.office, ACTOR, { arm })),
    ];
    const { checkpointSize: _was, ...wasView } = was;
    const { checkpointSize: _is, ...isView } = is;
    assert.deepEqual(isView, wasView);
  }
  assert.ok(
    isRefusal(await viewArm.run(now.office, ACTOR, { arm: late })),
    'what came after the backup is not there',
  );

  await register(now.office, 'QX-NEW');
  const since = await exportAndVerify(t, now, { since: early.note });
  assert.deepEqual([since.ok, since.keyChecked, since.sinceChecked, since.epoch], [true, true, true, 2]);
  assert.equal(since.demonstration, true);
  const lost = await exportAndVerify(t, now, { since: newest.note });
  assert.equal(lost.ok, true, JSON.stringify(lost.bad));
  assert.deepEqual(lost.lost, { from: made.entries, to: newest.size - 1 });
});

test('entries that had no number yet are numbered after the beginning of the new epoch', async (t) => {
  const old = await worldWith(t, 3);
  await old.numbering.drain();
  await old.numbering.stop();
  const keys = await makeKeys();
  const dir = folder(t);
  // The office goes on while the backup has been drained: its entries wait in the snapshot.
  const waits = {
    ...old,
    numbering: {
      ...old.numbering,
      async drain() {
        await old.numbering.drain();
        await register(old.office, 'QX-WAITS');
      },
    },
  };
  const made = await backUpTo(waits, dir, keys);
  const empty = await emptyDatabase(t, old);
  const restored = good(await empty.restore(made.file, keys.identity));
  assert.equal(restored.waiting, 1);
  const now = await empty.open(restored);
  await now.numbering.drain();
  const verified = await exportAndVerify(t, now, { since: made.checkpoint });
  assert.deepEqual([verified.ok, verified.sinceChecked], [true, true], JSON.stringify(verified.bad));
  const found = await now.office.db.rows<{ leaf_index: number }>(
    `select l.leaf_index from ledger_leaf l join arm_mark m on m.arm_id = l.subject_id where m.key like '%WAITS'`,
  );
  assert.ok(found[0]!.leaf_index > restored.epoch.baseSize);
});

test('a second restore opens a third epoch, and the first is still vouched for', async (t) => {
  const old = await worldWith(t, 2);
  const keys = await makeKeys();
  const dir = folder(t);
  const first = await emptyDatabase(t, old);
  const made = await backUpTo(old, dir, keys);
  const once = await first.open(good(await first.restore(made.file, keys.identity)));
  await register(once.office, 'QX-2ND');
  const again = await backUpTo({ ...old, ...once }, dir, keys, 'again.age');
  const second = await emptyDatabase(t, old);
  const restored = good(
    await second.restore(again.file, keys.identity, { key: once.office.signer.verifierKey }),
  );
  assert.equal(restored.epoch.epoch, 3);
  const verified = await exportAndVerify(t, await second.open(restored), { since: made.checkpoint });
  assert.deepEqual(
    [verified.ok, verified.sinceChecked, verified.epoch],
    [true, true, 3],
    JSON.stringify(verified.bad),
  );
});

test('the file opens with age and tar alone and explains itself', async (t) => {
  const old = await worldWith(t, 2);
  const keys = await makeKeys();
  const made = await backUpTo(old, folder(t), keys);
  assert.deepEqual(made.warnings, []);
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys.identity);
  const archive = extract();
  const files = new Map<string, string>();
  archive.on('entry', (header, stream, next) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk) => void chunks.push(chunk as Buffer));
    stream.on('end', () => {
      files.set(header.name, Buffer.concat(chunks).toString());
      next();
    });
  });
  const done = new Promise<void>((resolve) => archive.on('finish', () => resolve()));
  (archive as unknown as { end(bytes: Uint8Array): void }).end(
    await decrypter.decrypt(readFileSync(made.file)),
  );
  await done;
  assert.match(files.get('README.txt') ?? '', /^DEMONSTRATION[\s\S]*age -d -i KEYFILE BACKUP \| tar/);
  assert.match(files.get('tables/arm/00001.csv') ?? '', /^arm_id,number,/);
  assert.match(files.get('schema.sql') ?? '', /create table ledger_entry/);
  assert.equal(files.get('checkpoint'), made.checkpoint);
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as {
    DEMONSTRATION?: string;
    tables: { table: string; rows: number }[];
  };
  assert.ok(manifest.DEMONSTRATION);
  assert.equal(manifest.tables.find(({ table }) => table === 'arm')?.rows, 2);
  assert.ok(![...files.values()].some((text) => text.includes('PRIVATE KEY')), 'no key that signs is in it');
});

test('a wrong key, a foreign file and a damaged file are refused, and nothing is kept', async (t) => {
  const old = await worldWith(t, 3);
  const keys = await makeKeys();
  const dir = folder(t);
  const made = await backUpTo(old, dir, keys);
  const refused = async (file: string, identity: string) => {
    const opened = await openBackup(file, identity);
    return isRefusal(opened) ? opened.refused : 'opened';
  };
  assert.equal(await refused(made.file, await generateX25519Identity()), 'identity-not-addressed');
  assert.equal(await refused(made.file, '# nothing\n'), 'identity-missing');
  assert.equal(await refused(made.file, 'AGE-SECRET-KEY-1NONSENSE'), 'identity-malformed');
  const foreign = path.join(dir, 'foreign');
  writeFileSync(foreign, 'no backup at all, of some length');
  assert.equal(await refused(foreign, keys.identity), 'not-a-backup');

  const empty = await emptyDatabase(t, old);
  const whole = readFileSync(made.file);
  const seed = Math.floor(Math.random() * 2 ** 31);
  t.diagnostic(`seed ${seed}`);
  const harms: [string, Buffer][] = [
    ['cut short', whole.subarray(0, whole.length - 70_000)],
    ['its last byte gone', whole.subarray(0, whole.length - 1)],
    ['lengthened', Buffer.concat([whole, Buffer.from('x')])],
  ];
  for (let n = 0; n < 5; n++) {
    const flipped = Buffer.from(whole);
    const at = 400 + ((seed * (n + 1) * 7919) % (whole.length - 400));
    flipped[at]! ^= 1;
    harms.push([`bit at ${at}`, flipped]);
  }
  for (const [what, bytes] of harms) {
    const file = path.join(dir, 'harmed.age');
    writeFileSync(file, bytes);
    const result = await empty.restore(file, keys.identity).catch((error) => error as Error);
    assert.ok(result instanceof BackupDamaged || isRefusal(result), `${what}: ${JSON.stringify(result)}`);
    assert.equal((await listTables(empty.owner)).length, 0, `${what}: nothing is kept`);
  }
  good(await empty.restore(made.file, keys.identity));
  assert.equal(await isEmptyDatabase(empty.owner), false);
  const twice = await empty.restore(made.file, keys.identity);
  assert.equal(isRefusal(twice) && twice.refused, 'home-not-empty');
});

test('a backup sealed anew by somebody else with a changed row is refused', async (t) => {
  const old = await worldWith(t, 3);
  const keys = await makeKeys();
  const dir = folder(t);
  const made = await backUpTo(old, dir, keys);
  const decrypter = new Decrypter();
  decrypter.addIdentity(keys.identity);
  const plain = Buffer.from(await decrypter.decrypt(readFileSync(made.file)));
  const tables = { body: '5c78', arm: 'QX-1001', home: 'demonstration' };
  for (const [what, text] of Object.entries(tables)) {
    const forged = Buffer.from(plain);
    const at =
      what === 'body'
        ? forged.indexOf('tables/ledger_entry/') + 700
        : forged.indexOf(text, forged.indexOf(`tables/${what}/`));
    forged[at] = forged[at] === 0x31 ? 0x32 : 0x31;
    const encrypter = new Encrypter();
    encrypter.addRecipient(keys.recipients[0]!);
    const file = path.join(dir, `forged-${what}.age`);
    writeFileSync(file, await encrypter.encrypt(forged));
    const empty = await emptyDatabase(t, old);
    const result = await empty.restore(file, keys.identity);
    assert.ok(isRefusal(result), what);
    assert.match(result.refused, /^backup-/);
    assert.equal((await listTables(empty.owner)).length, 0);
  }
  const empty = await emptyDatabase(t, old);
  const { verifierKey } = (await worldWith(t, 0)).office.signer;
  const stranger = await empty.restore(made.file, keys.identity, { key: verifierKey });
  assert.equal(isRefusal(stranger) && stranger.refused, 'backup-of-another-ledger');
});

test('a ledger that was changed before it was backed up is refused, though its backup is signed', async (t) => {
  const keys = await makeKeys();
  const harms: Record<string, string> = {
    'backup-entry-differs': `update ledger_entry set body = set_byte(body, 40, get_byte(body, 40) # 1) where subject_id = (select min(arm_id::text)::uuid from arm)`,
    'backup-tree-differs': `update tree_node set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where node_index = 0`,
  };
  for (const [code, harm] of Object.entries(harms)) {
    const old = await worldWith(t, code === 'backup-tree-differs' ? 260 : 2);
    await old.numbering.drain();
    const owner = connect(old.connection, { owner: true, connections: 1 });
    await owner.rows(harm);
    await owner.close();
    const made = await backUpTo(old, folder(t), keys);
    const empty = await emptyDatabase(t, old);
    const result = await empty.restore(made.file, keys.identity);
    assert.equal(isRefusal(result) && result.refused, code);
    assert.equal((await listTables(empty.owner)).length, 0);
  }
});
