/**
 * What a lawful erasure takes away of files: of a trace what is traced, all that was said in its requests, drafts and words; of an
 * entry of a list what it tells, its words and those of its hits; of a hit its words. With them go the messages as they were
 * signed. Salted digests stay in the ledger, and the rows stay in their places. A backup older than these tables holds none.
 */
import type { Statements } from './database.ts';

/** Files whose words can be erased. */
export const ERASED_FILES = ['trace', 'listing', 'hit'] as const;
export type ErasedFile = (typeof ERASED_FILES)[number];

/** Takes the words of files away; doing it again changes nothing. */
export async function eraseFiles(tx: Statements, what: ErasedFile, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const box of ['outbox', 'inbox'])
    await tx.rows(
      `update ${box} b set signed = '' from (${THREADS[what]}) t
       where b.node_id = t.peer and b.thread_id = t.thread and octet_length(b.signed) > 0`,
      [ids],
    );
  for (const statement of ERASE[what]) await tx.rows(statement, [ids]);
}

const WORDS = 'update listing_words set words = null, salt = null where subject_id = any($1::uuid[])';

const ERASE: Readonly<Record<ErasedFile, readonly string[]>> = {
  trace: [
    'update trace set content = null, salt = null where trace_id = any($1::uuid[])',
    'update trace_message set content = null, salt = null, signed = null where trace_id = any($1::uuid[])',
    'update trace_draft set content = null, salt = null where trace_id = any($1::uuid[])',
    'update trace_words set words = null, salt = null where trace_id = any($1::uuid[])',
  ],
  listing: [
    'update listing set content = null, salt = null where listing_id = any($1::uuid[])',
    `${WORDS} or subject_id in (select hit_id from listing_hit where listing_id = any($1::uuid[]))`,
  ],
  hit: [WORDS],
};

const HITS = `select unnest(array[hit_id, met_with]) as thread, peer_id as peer from listing_hit`;

/** The threads in which a file speaks with partners. */
const THREADS: Readonly<Record<ErasedFile, string>> = {
  trace: 'select thread_id as thread, peer_id as peer from trace_thread where trace_id = any($1::uuid[])',
  listing: `select l.listing_id as thread, p.peer_id as peer from listing l join listing_partner p using (listing_id)
    where l.listing_id = any($1::uuid[])
    union select their_id, peer_id from listing where listing_id = any($1::uuid[]) and peer_id is not null
    union ${HITS} where listing_id = any($1::uuid[]) and peer_id is not null`,
  hit: `${HITS} where hit_id = any($1::uuid[]) and peer_id is not null`,
};

/** What there is to erase of a file, its row locked until the transaction ends: nothing, or something; and what is still on its way. */
export async function lockFile(
  tx: Statements,
  what: ErasedFile,
  id: string,
): Promise<{ readonly underway: number } | undefined> {
  const found = await tx.rows(`${LOCKED[what]} for update of f`, [id]);
  if (found.length === 0) return undefined;
  const [row] = await tx.rows<{ underway: number }>(
    `select (select count(*) from outbox b, (${THREADS[what]}) t
        where b.node_id = t.peer and b.thread_id = t.thread and b.sealed is not null)
      + (select count(*) from inbox b, (${THREADS[what]}) t
        where b.node_id = t.peer and b.thread_id = t.thread and b.state = 'held') as underway`,
    [[id]],
  );
  return { underway: row!.underway };
}

const LOCKED: Readonly<Record<ErasedFile, string>> = {
  trace: `select 1 from trace f where f.trace_id = $1 and (f.content is not null
    or exists (select 1 from trace_message m where m.trace_id = $1 and m.content is not null)
    or exists (select 1 from trace_draft d where d.trace_id = $1 and d.content is not null)
    or exists (select 1 from trace_words w where w.trace_id = $1 and w.words is not null))`,
  listing: `select 1 from listing f where f.listing_id = $1 and (f.content is not null
    or exists (select 1 from listing_words w where w.subject_id = $1 and w.words is not null))`,
  hit: `select 1 from listing_hit f where f.hit_id = $1
    and exists (select 1 from listing_words w where w.subject_id = $1 and w.words is not null)`,
};
