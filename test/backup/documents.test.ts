/** Photographs and documents come back with a backup, go with an erasure, and stay gone; every proof stays whole. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { addDocument } from '../../src/acts/add-document.ts';
import { erasePersonalData } from '../../src/acts/erase-personal-data.ts';
import { listDocuments } from '../../src/acts/list-documents.ts';
import type { Office } from '../../src/acts/office.ts';
import { viewDocument } from '../../src/acts/view-document.ts';
import { viewOriginal } from '../../src/acts/view-original.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { erasureLog, readErasureLog } from '../../src/doors/backup/erasure-log.ts';
import { phonePhotograph } from '../acts/pictures.ts';
import {
  ACTOR,
  backUpTo,
  emptyDatabase,
  exportAndVerify,
  folder,
  good,
  makeKeys,
  worldWith,
} from './backup-world.ts';

const ORDER = { authority: 'High Court of XA', number: '7/2026', date: '2026-01-05' };
const NAME = 'Zephyrine Quillfeather';

async function worldOfDocument(t: TestContext) {
  const old = await worldWith(t, 1);
  const picture = await phonePhotograph();
  const act = addDocument(picture);
  const wanted = act.input.parse({ arm: old.arms[0], kind: 'photograph', title: NAME });
  const { document } = good(await act.run(old.office, ACTOR, wanted));
  const log = path.join(folder(t), 'erasures.jsonl');
  const erase = (wish: object) => {
    const erasing = erasePersonalData(erasureLog(log));
    return erasing.run(
      old.office,
      ACTOR,
      erasing.input.parse({ what: 'document', target: document, ...wish }),
    );
  };
  return { old, picture, document, log, erase };
}

async function originalOf(office: Office, document: string): Promise<Buffer | string> {
  const seen = await viewOriginal.run(office, ACTOR, { document });
  if (isRefusal(seen)) return seen.refused;
  const all: Uint8Array[] = [];
  for await (const chunk of seen.chunks) all.push(chunk);
  return Buffer.concat(all);
}

test('a restored home has the photographs, byte for byte, with their copies', async (t) => {
  const { old, picture, document } = await worldOfDocument(t);
  const before = good(await viewDocument.run(old.office, ACTOR, { document, form: 'thumb' }));
  const keys = await makeKeys();
  const { file } = await backUpTo(old, folder(t), keys);
  const empty = await emptyDatabase(t, old);
  const restored = await empty.open(good(await empty.restore(file, keys.identity)));
  assert.deepEqual(await originalOf(restored.office, document), picture);
  const after = good(await viewDocument.run(restored.office, ACTOR, { document, form: 'thumb' }));
  assert.deepEqual(after, before);
});

test('a document is erased by order alone, for good, and every proof stays whole', async (t) => {
  const { old, picture, document, log, erase } = await worldOfDocument(t);
  const keys = await makeKeys();
  const older = await backUpTo(old, folder(t), keys, 'older.age');
  const refusedBy = async (wish: object) => {
    const done = await erase(wish);
    return isRefusal(done) && done.refused;
  };
  assert.equal(await refusedBy({ ground: 'request' }), 'order-missing');
  assert.equal(await refusedBy({ ground: 'retention-ended' }), 'order-missing');
  assert.equal(await refusedBy({ ground: 'court-order' }), 'order-missing');
  assert.deepEqual(await originalOf(old.office, document), picture);

  good(await erase({ ground: 'court-order', order: ORDER }));
  const left = await old.db.rows(
    `select (select count(*) from document_chunk) as chunks, (select count(*) from document_copy) as copies,
       (select count(*) from document where title is not null) as titles`,
  );
  assert.deepEqual(left, [{ chunks: 0, copies: 0, titles: 0 }]);
  assert.equal(await originalOf(old.office, document), 'document-erased');
  const [shown] = good(await listDocuments.run(old.office, ACTOR, { arm: old.arms[0]! })).documents;
  assert.deepEqual([shown?.id, shown?.title, shown?.copies], [document, undefined, []]);
  assert.ok(shown?.erased);
  assert.equal(await refusedBy({ ground: 'court-order', order: ORDER }), 'document-unknown');
  const verified = await exportAndVerify(t, old);
  assert.equal(verified.ok, true, JSON.stringify(verified.bad));

  const empty = await emptyDatabase(t, old);
  const erasures = good(await readErasureLog(log));
  assert.deepEqual(
    erasures.map((note) => [note.what, note.target]),
    [['document', document]],
  );
  const restored = await empty.open(good(await empty.restore(older.file, keys.identity, { erasures })));
  assert.equal(await originalOf(restored.office, document), 'document-erased');
  const [still] = await restored.office.db.rows('select title from document');
  assert.deepEqual(still, { title: null });
  assert.equal((await exportAndVerify(t, restored)).ok, true);
});
