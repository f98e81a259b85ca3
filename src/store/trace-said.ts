/**
 * What was said in the requests of a trace, drafts of answers, and free words: everything that may name people, beside its
 * salted digest in the ledger. What was erased leaves its place.
 */
import type { SaidKind, Side } from '../domain/trace/thread.ts';
import type { Row, Statements } from './database.ts';

export type SaidRow = {
  readonly request: string;
  readonly side: Side;
  readonly seq: number;
  readonly kind: SaidKind;
  readonly seen: number;
  readonly sent: string;
  readonly recorded: string;
  readonly channel: string;
  readonly entry: string;
  readonly message: string | null;
  readonly document: string | null;
  /** Canonical JSON; null once erased. */
  readonly content: Buffer | null;
  readonly salt: Buffer | null;
  readonly signed: Buffer | null;
};

/** Keeps what was said, with its place in the sequence of its side. */
export async function saveSaid(tx: Statements, trace: string, said: SaidRow): Promise<void> {
  const { request, side, seq, kind, seen, sent, recorded, channel, entry, message, document } = said;
  await tx.rows(
    `insert into trace_message (trace_id, request_id, side, seq, kind, seen, sent_at, recorded_at, channel, entry_id, message_id,
       document_id, content, salt, signed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[trace, request, side, seq, kind, seen, sent, recorded, channel, entry, message, document],
      ...[said.content, said.salt, said.signed],
    ],
  );
}

/** What was said in all requests of a trace, in the order of its recording; signed bytes only where they are asked for. */
export async function listSaid(
  db: Statements,
  trace: string,
  what: { readonly signed: boolean } = { signed: false },
): Promise<readonly SaidRow[]> {
  return db.rows<SaidRow & Row>(
    `select request_id as request, side, seq, kind, seen, sent_at as sent, recorded_at as recorded, channel, entry_id as entry,
       message_id as message, document_id as document, content, salt, ${what.signed ? 'signed' : 'null::bytea as signed'}
     from trace_message where trace_id = $1 order by recorded_at, request_id, seq`,
    [trace],
  );
}

export type DraftRow = {
  readonly draft: string;
  readonly request: string;
  readonly at: string;
  readonly by: string;
  readonly state: 'waiting' | 'released' | 'sent-back';
  readonly content: Buffer | null;
  readonly salt: Buffer | null;
};

/** Keeps a draft of an answer, or what became of it. */
export async function saveDraft(tx: Statements, trace: string, draft: DraftRow): Promise<void> {
  await tx.rows(
    `insert into trace_draft (trace_id, draft_id, request_id, drafted_at, drafted_by, state, content, salt)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (trace_id, draft_id) do update set state = $6`,
    [trace, draft.draft, draft.request, draft.at, draft.by, draft.state, draft.content, draft.salt],
  );
}

/** The drafts of a trace, the earliest first. */
export async function listDrafts(db: Statements, trace: string): Promise<readonly DraftRow[]> {
  return db.rows<DraftRow & Row>(
    `select draft_id as draft, request_id as request, drafted_at as at, drafted_by as by, state, content, salt
     from trace_draft where trace_id = $1 order by drafted_at, draft_id`,
    [trace],
  );
}

/** Keeps the free words of an entry. */
export async function saveWords(
  tx: Statements,
  trace: string,
  entry: string,
  { words, salt }: { readonly words: string; readonly salt: Uint8Array },
): Promise<void> {
  await tx.rows('insert into trace_words (trace_id, entry_id, words, salt) values ($1, $2, $3, $4)', [
    ...[trace, entry, words, salt],
  ]);
}

/** The free words of a trace by their entries; those erased are absent. */
export async function listWords(db: Statements, trace: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ entry: string; words: string }>(
    'select entry_id as entry, words from trace_words where trace_id = $1 and words is not null',
    [trace],
  );
  return new Map(rows.map(({ entry, words }) => [entry, words]));
}

/** The free words of one entry; undefined where there are none, or none any more. */
export async function findWords(db: Statements, trace: string, entry: string): Promise<string | undefined> {
  const [row] = await db.rows<{ words: string | null }>(
    'select words from trace_words where trace_id = $1 and entry_id = $2',
    [trace, entry],
  );
  return row?.words ?? undefined;
}

/** Keeps what is traced and how it came to light. */
export async function saveContent(
  tx: Statements,
  trace: string,
  { content, salt }: { readonly content: Uint8Array; readonly salt: Uint8Array },
): Promise<void> {
  await tx.rows('update trace set content = $2, salt = $3 where trace_id = $1', [trace, content, salt]);
}

/** What is traced and how it came to light, canonical JSON; undefined once erased. */
export async function findContent(db: Statements, trace: string): Promise<Buffer | undefined> {
  const [row] = await db.rows<{ content: Buffer | null }>('select content from trace where trace_id = $1', [
    trace,
  ]);
  return row?.content ?? undefined;
}

/** What several traces are about, of those that were not erased. */
export async function listContents(
  db: Statements,
  traces: readonly string[],
): Promise<readonly { readonly id: string; readonly opened: string; readonly content: Buffer }[]> {
  return db.rows<Row & { id: string; opened: string; content: Buffer }>(
    `select trace_id as id, opened_at as opened, content from trace
     where trace_id = any($1::uuid[]) and content is not null order by trace_id`,
    [traces],
  );
}
