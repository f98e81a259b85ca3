/**
 * Photographs and documents of arms: originals are kept byte for byte as evidence, what is shown tells neither where nor
 * with what it was taken, nothing is kept by halves, and only those see them who may.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { addDocument } from '../../src/acts/add-document.ts';
import { listDocuments } from '../../src/acts/list-documents.ts';
import type { Actor } from '../../src/acts/office.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { viewDocument } from '../../src/acts/view-document.ts';
import { viewOriginal } from '../../src/acts/view-original.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { connect } from '../../src/store/database.ts';
import { countKept, DEVICE, PDF, PLACE, phonePhotograph, plainPicture } from './pictures.ts';
import { codeOf, kept, type Registry, registry } from './registry.ts';

let r: Registry;
let arm: string;
let photograph: Buffer;
before(async () => {
  r = await registry();
  arm = (await r.register()).arm;
  photograph = await phonePhotograph();
});
after(() => r?.close());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const add = (body: Parameters<typeof addDocument>[0], more: object = {}, actor: Actor = r.actor) =>
  r.run(addDocument(body), { arm, kind: 'photograph', ...more }, actor);

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

test('a photograph shows neither position nor device, and its original stays as it came', async () => {
  const given = await sharp(photograph).metadata();
  assert.ok(given.exif?.includes(DEVICE) && given.orientation === 6, 'the test has something to lose');
  const added = kept(await add(photograph, { title: 'Left side', part: 'receiver', taken: '2024-05' }));

  for (const [form, side] of [
    ['large', 800],
    ['thumb', 320],
  ] as const) {
    const { copy, content } = kept(await r.run(viewDocument, { document: added.document, form }));
    const meta = await sharp(content).metadata();
    assert.deepEqual(
      [meta.format, meta.exif, meta.xmp, meta.iptc, meta.icc, meta.orientation],
      ['jpeg', undefined, undefined, undefined, undefined, undefined],
    );
    assert.equal(content.includes(DEVICE) || content.includes(PLACE) || content.includes('Exif'), false);
    assert.ok(meta.height === side && meta.width! < side, 'turned upright and bounded');
    assert.deepEqual([copy.width, copy.height, copy.bytes], [meta.width, meta.height, content.length]);
  }
  const original = kept(await r.run(viewOriginal, { document: added.document }));
  assert.deepEqual(await bytesOf(original.chunks), photograph);

  const { events, state } = kept(await r.run(viewArm, { arm }));
  const event = events.find((one) => one.entry === added.entry);
  assert.deepEqual(event?.document, {
    id: added.document,
    kind: 'photograph',
    media: 'image/jpeg',
    digest: sha256(photograph),
    bytes: photograph.length,
    taken: '2024-05',
  });
  assert.deepEqual([state.now.keeper, state.lastSeen, state.contradictions], [r.who.depot, undefined, []]);
  const inLedger = await r.db.rows(
    "select 1 from ledger_entry where position('Left side'::bytea in body) > 0",
  );
  assert.equal(inLedger.length, 0, 'a title may name a person and stays out of the ledger');
});

test('every type of picture gives copies; a PDF is kept and gives none', async () => {
  for (const format of ['png', 'webp', 'tiff'] as const) {
    const added = kept(await add(await plainPicture(format, format === 'png')));
    const { content } = kept(await r.run(viewDocument, { document: added.document }));
    assert.equal((await sharp(content).metadata()).format, 'jpeg');
    if (format === 'png')
      assert.ok((await sharp(content).stats()).channels[0]!.min > 200, 'clear means white');
  }
  const paper = kept(await add(PDF, { kind: 'document', name: 'report.PDF', media: 'application/pdf' }));
  assert.equal(codeOf(await r.run(viewDocument, { document: paper.document })), 'document-has-no-copy');
  const { chunks, document } = kept(await r.run(viewOriginal, { document: paper.document }));
  assert.deepEqual([document.media, await bytesOf(chunks)], ['application/pdf', PDF]);
});

test('a document that cannot be kept whole is not kept at all', async () => {
  const before = await countKept(r, arm);
  const owner = connect(r.connection, { owner: true, connections: 1 });
  // The last thing that is written fails, when everything else stands in the transaction.
  await owner.rows("alter table document_chunk add constraint no_thumbs check (form <> 'thumb') not valid");
  try {
    await assert.rejects(async () => add(await phonePhotograph()), /no_thumbs/);
    assert.deepEqual(await countKept(r, arm), before);
  } finally {
    await owner.rows('alter table document_chunk drop constraint no_thumbs');
    await owner.close();
  }
});

test('an addition that is killed half-way leaves nothing', async () => {
  const before = await countKept(r, arm);
  const owner = connect(r.connection, { owner: true, connections: 2 });
  // The original is written already and its copies wait for a lock: there the connection is cut.
  const cut = await owner.transaction(async (tx) => {
    await tx.rows('lock table document_copy in exclusive mode');
    const adding = phonePhotograph().then((picture) => add(picture));
    adding.catch(() => {});
    for (;;) {
      const stopped = await owner.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
         and wait_event_type = 'Lock' and query like 'insert into document_copy%'`,
      );
      if (stopped.length > 0) return { adding };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  await assert.rejects(cut.adding, /went away/);
  await owner.close();
  assert.deepEqual(await countKept(r, arm), before);
});

test('a submission that comes again adds nothing, and the same file is not added twice', async () => {
  const act = r.newId();
  const picture = await phonePhotograph();
  const first = kept(await add(picture, { act }));
  const counted = await countKept(r, arm);
  const again = kept(await add(picture, { act }));
  assert.deepEqual([again.document, again.entry], [first.document, first.entry]);
  assert.equal(codeOf(await add(picture)), 'document-known-already');
  assert.deepEqual(await countKept(r, arm), counted);
  const seen = kept((await r.record(arm, 'sighted', { act: r.newId() })) as Parameters<typeof kept>[0]) as {
    act: string;
  };
  assert.equal(codeOf(await add(await phonePhotograph(), { act: seen.act })), 'act-id-taken');
});

test('who may add documents needs no other leave to record that he did', async () => {
  const clerk: Actor = { ...r.actor, scope: { ...r.actor.scope, events: new Set(['sighted']) } };
  kept(await add(await phonePhotograph(), {}, clerk));
});

test('a document is not recorded without its file', async () => {
  assert.equal(codeOf(await r.record(arm, 'documented')), 'document-missing');
});

test('bytes that are not those of the entry are not given out', async () => {
  const added = kept(await add(await phonePhotograph()));
  const owner = connect(r.connection, { owner: true, connections: 1 });
  const other = await phonePhotograph();
  const forge = (form: string) =>
    owner.rows('update document_chunk set bytes = $3 where document_id = $1 and form = $2 and chunk_no = 0', [
      added.document,
      form,
      other.subarray(0, 49_152),
    ]);
  await forge('original');
  // Whoever changes the bytes can change the digest beside them too; the entry he cannot.
  await owner.rows(
    `update document set digest = (select sha256(string_agg(bytes, ''::bytea order by chunk_no)) from document_chunk
       where document_id = $1 and form = 'original') where document_id = $1`,
    [added.document],
  );
  await assert.rejects(r.run(viewOriginal, { document: added.document }), /not those that were recorded/);
  kept(await r.run(viewDocument, { document: added.document }));
  await forge('large');
  await assert.rejects(r.run(viewDocument, { document: added.document }), /not those that were recorded/);
  await owner.close();
});

test('who does not see cases, or not this arm, sees no document; every look leaves a line (J-02, J-04)', async () => {
  const added = kept(await add(await phonePhotograph()));
  const { scope } = r.actor;
  const noCase: Actor = {
    ...r.actor,
    operator: 'no-case',
    scope: { ...scope, sees: new Set([...scope.sees].filter((field) => field !== 'case')) },
  };
  const elsewhere: Actor = {
    ...r.actor,
    operator: 'elsewhere',
    scope: { ...scope, arms: 'own', parties: [r.who.police] },
  };
  for (const act of [viewDocument, viewOriginal] as const) {
    const seenBy = (actor: Actor) => r.run(act as typeof viewOriginal, { document: added.document }, actor);
    assert.equal(codeOf(await seenBy(noCase)), 'documents-not-seen');
    assert.equal(codeOf(await seenBy(elsewhere)), 'document-unknown');
    assert.equal(codeOf(await seenBy(r.actor)), 'kept');
  }
  assert.equal(codeOf(await r.run(listDocuments, { arm }, noCase)), 'documents-not-seen');
  assert.equal(codeOf(await r.run(listDocuments, { arm }, elsewhere)), 'arm-unknown');
  let read = false;
  const body = async function* () {
    read = true;
    yield photograph;
  };
  assert.equal(codeOf(await add(body(), {}, elsewhere)), 'arm-unknown');
  assert.equal(read, false, 'nothing is received from those who may not add');

  const lines = await r.db.rows<{ operator: string; act: string }>(
    `select operator, act from access_log where operator in ('no-case', 'elsewhere') order by access_id`,
  );
  assert.equal(lines.length, 6);
  const own = await r.db.rows(
    'select 1 from access_log where act in ($1, $2) and subjects like $3 and operator = $4',
    ['view-document', 'view-original', `%${added.document}`, r.actor.operator],
  );
  assert.equal(own.length, 2);
});

test('the list is bounded, newest first, and goes on after a page', async () => {
  const other = (await r.register({ marks: [{ kind: 'serial', text: 'ZQ-9001' }] })).arm;
  for (let n = 0; n < 52; n++) {
    const paper = Buffer.from(`%PDF-1.7\n${n}\n%%EOF`);
    kept(await r.run(addDocument(paper), { arm: other, kind: 'document', title: `${n}` }));
  }
  const first = kept(await r.run(listDocuments, { arm: other }));
  listDocuments.output?.parse(JSON.parse(JSON.stringify(first)));
  const pictures = kept(await r.run(listDocuments, { arm }));
  listDocuments.output?.parse(JSON.parse(JSON.stringify(pictures)));
  assert.ok(pictures.documents.some(({ copies }) => copies.length === 2));
  assert.deepEqual([first.documents.length, first.documents[0]?.title], [50, '51']);
  assert.equal(first.next, first.documents.at(-1)!.id);
  const rest = kept(await r.run(listDocuments, { arm: other, after: first.next }));
  assert.deepEqual(
    rest.documents.map((one) => one.title),
    ['1', '0'],
  );
  assert.equal(rest.next, undefined);
  const strange = await r.run(listDocuments, { arm, after: first.documents[0]!.id });
  assert.ok(isRefusal(strange), 'a place in the list of another arm');
});
