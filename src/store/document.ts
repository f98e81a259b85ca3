/**
 * Photographs and documents of arms and traces: what each is, and its bytes in chunks. Nothing here holds a whole file but the one
 * that is being kept. An erasure takes bytes, copies and title away; what the document was, and its digest, stay.
 *
 * @clause A-01, J-05
 */
import type { CopyForm, DocumentKind, Media } from '../domain/documents/document.ts';
import { CopyRows } from './copy.ts';
import type { Row, Statements, Tx } from './database.ts';

export type KeptDocument = {
  readonly id: string;
  /** The arm or the trace that it belongs to; of neither where it waits to be registered. */
  readonly arm: string | undefined;
  readonly trace: string | undefined;
  readonly kind: DocumentKind;
  readonly media: Media;
  readonly bytes: number;
  /** SHA-256 of the original, in hexadecimal digits. */
  readonly digest: string;
  readonly title: string | undefined;
  readonly part: string | undefined;
  readonly taken: string | undefined;
  readonly added: string;
  readonly erased: string | undefined;
};

export type CopyRow = {
  readonly form: CopyForm;
  readonly media: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly digest: string;
};

export type Form = CopyForm | 'original';

/** Bytes in one chunk: in hexadecimal digits they still fit into the margin of one part of a backup. */
export const CHUNK_BYTES = 48 * 1024;
/** Chunks written by one copy, and read by one statement. */
const CHUNKS_AT_ONCE = 16;

/** Keeps what a document is. */
export async function insertDocument(tx: Statements, document: KeptDocument): Promise<void> {
  const { id, arm, trace, kind, media, bytes, digest, title, part, taken, added } = document;
  await tx.rows(
    `insert into document (document_id, arm_id, trace_id, kind, media, size_bytes, digest, title, part, taken, added_at)
     values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, $10, $11)`,
    [
      ...[id, arm ?? null, trace ?? null, kind, media, bytes, digest],
      ...[title ?? null, part ?? null, taken ?? null, added],
    ],
  );
}

/** Keeps what a copy is. */
export async function insertCopy(tx: Statements, document: string, copy: CopyRow): Promise<void> {
  await tx.rows(
    `insert into document_copy (document_id, form, media, width, height, size_bytes, digest)
     values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'))`,
    [document, copy.form, copy.media, copy.width, copy.height, copy.bytes, copy.digest],
  );
}

/** Keeps bytes in chunks; each copy to the database holds a bounded part of them. */
export async function insertChunks(tx: Tx, document: string, form: Form, bytes: Uint8Array): Promise<void> {
  const step = CHUNK_BYTES * CHUNKS_AT_ONCE;
  for (let from = 0; from < bytes.length; from += step) {
    const end = Math.min(bytes.length, from + step);
    const rows = new CopyRows(step + 4096);
    for (let at = from; at < end; at += CHUNK_BYTES)
      rows
        .row(4)
        .uuid(document)
        .text(form)
        .int4(at / CHUNK_BYTES)
        .bytes(bytes.subarray(at, Math.min(end, at + CHUNK_BYTES)));
    await tx.copyIn('document_chunk (document_id, form, chunk_no, bytes)', rows.done());
  }
}

/** The bytes of one form in their order, a bounded number of chunks at a time; fewer than they were where they were erased. */
export async function* readChunks(
  db: Statements,
  document: string,
  form: Form,
): AsyncGenerator<Buffer, void> {
  for (let from = 0; ; from += CHUNKS_AT_ONCE) {
    const rows = await db.rows<{ bytes: Buffer }>(
      `select bytes from document_chunk where document_id = $1 and form = $2 and chunk_no >= $3 and chunk_no < $4
       order by chunk_no`,
      [document, form, from, from + CHUNKS_AT_ONCE],
    );
    for (const row of rows) yield row.bytes;
    if (rows.length < CHUNKS_AT_ONCE) return;
  }
}

const COLUMNS = `document_id, arm_id, trace_id, kind, media, size_bytes, encode(digest, 'hex') as digest, title, part, taken,
  added_at, erased_at`;

type DocumentRow = Row & {
  document_id: string;
  arm_id: string | null;
  trace_id: string | null;
  kind: DocumentKind;
  media: Media;
  size_bytes: number;
  digest: string;
  title: string | null;
  part: string | null;
  taken: string | null;
  added_at: string;
  erased_at: string | null;
};

function documentOf(row: DocumentRow): KeptDocument {
  return {
    id: row.document_id,
    arm: row.arm_id ?? undefined,
    trace: row.trace_id ?? undefined,
    kind: row.kind,
    media: row.media,
    bytes: row.size_bytes,
    digest: row.digest,
    title: row.title ?? undefined,
    part: row.part ?? undefined,
    taken: row.taken ?? undefined,
    added: row.added_at,
    erased: row.erased_at ?? undefined,
  };
}

/** One document. Whether its arm lies in the scope of the one who asks is for the act to see. */
export async function findDocument(db: Statements, id: string): Promise<KeptDocument | undefined> {
  const [row] = await db.rows<DocumentRow>(`select ${COLUMNS} from document where document_id = $1`, [id]);
  return row && documentOf(row);
}

/**
 * The documents of an arm, the newest first; after a given one where it is named.
 * @limit the page asked for
 */
export async function listDocumentsOf(
  db: Statements,
  arm: string,
  limit: number,
  after?: { readonly id: string; readonly added: string },
): Promise<readonly KeptDocument[]> {
  const rows = await db.rows<DocumentRow>(
    `select ${COLUMNS} from document where arm_id = $1
     ${after === undefined ? '' : 'and (added_at, document_id) < ($3::timestamptz, $4::uuid)'}
     order by added_at desc, document_id desc limit $2`,
    after === undefined ? [arm, limit] : [arm, limit, after.added, after.id],
  );
  return rows.map(documentOf);
}

/**
 * The papers of a trace, or those that wait to be registered where none is given, the newest first.
 * @limit the number asked for
 */
export async function listPapersOf(
  db: Statements,
  trace: string | undefined,
  limit: number,
): Promise<readonly KeptDocument[]> {
  const whose = trace === undefined ? 'arm_id is null and trace_id is null' : 'trace_id = $2';
  const rows = await db.rows<DocumentRow>(
    `select ${COLUMNS} from document where ${whose} order by added_at desc, document_id desc limit $1`,
    trace === undefined ? [limit] : [limit, trace],
  );
  return rows.map(documentOf);
}

/** Gives a paper that waits to a trace; false where it does not wait. */
export async function givePaper(tx: Statements, id: string, trace: string): Promise<boolean> {
  const given = await tx.rows(
    `update document set trace_id = $2 where document_id = $1 and arm_id is null and trace_id is null and erased_at is null
     returning 1`,
    [id, trace],
  );
  return given.length > 0;
}

/** The document of an arm with this digest whose bytes are still there. */
export async function findSameDocument(
  db: Statements,
  arm: string,
  digest: string,
): Promise<string | undefined> {
  const [row] = await db.rows<{ document_id: string }>(
    `select document_id from document where arm_id = $1 and digest = decode($2, 'hex') and erased_at is null limit 1`,
    [arm, digest],
  );
  return row?.document_id;
}

/** What the copies of these documents are. */
export async function listCopies(
  db: Statements,
  documents: readonly string[],
): Promise<readonly (CopyRow & { readonly document: string })[]> {
  if (documents.length === 0) return [];
  const rows = await db.rows<
    Row & {
      document_id: string;
      form: CopyForm;
      media: string;
      width: number;
      height: number;
      size_bytes: number;
      digest: string;
    }
  >(
    `select document_id, form, media, width, height, size_bytes, encode(digest, 'hex') as digest from document_copy
     where document_id = any($1::uuid[])`,
    [documents],
  );
  return rows.map(({ document_id, size_bytes, ...copy }) => ({
    ...copy,
    document: document_id,
    bytes: size_bytes,
  }));
}
