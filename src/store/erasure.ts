/**
 * What a lawful erasure takes away, and what is remembered of it: that it was done, never what was erased. A person's data
 * is one row; a row of a file is known by its fingerprint, wherever and however often it stood; of a document go its bytes,
 * its copies and its title; of a decision on a match its words; of a contact its names and numbers; of traces, listed arms and hits
 * what ./erasure-files says.
 */
import type { Row, Statements } from './database.ts';
import { ERASED_FILES, eraseFiles } from './erasure-files.ts';

/** What can be erased. */
export const ERASED_KINDS = [
  'person',
  'import-row',
  'document',
  'match',
  'contact',
  ...ERASED_FILES,
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];

/** One thing erased; `target` is its id; of a row its fingerprint. */
export type Erasure = {
  readonly id: string;
  readonly what: ErasedKind;
  readonly target: string;
  readonly ground: string;
  readonly at: string;
};

/** Named limit: erasures handled by one statement. */
const BATCH = 1000;

/** Takes the data away and remembers that it was; doing it again changes nothing. */
export async function applyErasures(tx: Statements, erasures: readonly Erasure[]): Promise<void> {
  for (let from = 0; from < erasures.length; from += BATCH) {
    const batch = erasures.slice(from, from + BATCH);
    const targets = (what: ErasedKind) => batch.filter((one) => one.what === what).map((one) => one.target);
    await tx.rows('delete from person_data where person_id = any($1::uuid[])', [targets('person')]);
    const rows = targets('import-row');
    await tx.rows(
      `update import_quarantine q set cells = null from import_row r where r.fingerprint = any($1::uuid[])
       and q.import_id = r.import_id and q.sheet = r.sheet and q.row_no = r.row_no`,
      [rows],
    );
    await tx.rows('update import_row set cells = null, salt = null where fingerprint = any($1::uuid[])', [
      rows,
    ]);
    await eraseDocuments(
      tx,
      batch.filter((one) => one.what === 'document'),
    );
    await eraseMatchWords(tx, targets('match'));
    await eraseContactPersons(
      tx,
      batch.filter((one) => one.what === 'contact'),
    );
    for (const file of ERASED_FILES) await eraseFiles(tx, file, targets(file));
    await tx.rows(
      `insert into erasure (erasure_id, what, target_id, ground, at)
       select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::timestamptz[])
       on conflict (erasure_id) do nothing`,
      [
        batch.map((one) => one.id),
        batch.map((one) => one.what),
        batch.map((one) => one.target),
        batch.map((one) => one.ground),
        batch.map((one) => one.at),
      ],
    );
  }
}

/** Takes documents' bytes, copies and titles away. A backup older than the table of documents holds none. */
async function eraseDocuments(tx: Statements, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  const targets = erasures.map((one) => one.target);
  await tx.rows('delete from document_chunk where document_id = any($1::uuid[])', [targets]);
  await tx.rows('delete from document_copy where document_id = any($1::uuid[])', [targets]);
  await tx.rows(
    `update document d set title = null, erased_at = coalesce(d.erased_at, e.at)
     from unnest($1::uuid[], $2::timestamptz[]) as e (document_id, at) where d.document_id = e.document_id`,
    [targets, erasures.map((one) => one.at)],
  );
}

/** Takes the words of decisions away. A backup older than the table of decisions holds none. */
async function eraseMatchWords(tx: Statements, matches: readonly string[]): Promise<void> {
  if (matches.length === 0) return;
  await tx.rows('update match set why = null, salt = null where match_id = any($1::uuid[])', [matches]);
}

/**
 * Takes names and numbers of contacts away, of every version that stood when they were erased: what was recorded since is
 * another person's. A backup older than the table of contacts holds none.
 */
async function eraseContactPersons(tx: Statements, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return;
  await tx.rows(
    `update contact c set person = null, salt = null from unnest($1::uuid[], $2::timestamptz[]) as e (contact_id, at)
     where c.contact_id = e.contact_id and c.recorded_at <= e.at`,
    [erasures.map((one) => one.target), erasures.map((one) => one.at)],
  );
}

/** True where a document's bytes are there to be erased; its row is locked until the transaction ends. */
export async function lockDocument(tx: Statements, document: string): Promise<boolean> {
  const rows = await tx.rows(
    'select 1 from document where document_id = $1 and erased_at is null for update',
    [document],
  );
  return rows.length > 0;
}

type ErasureRow = Row & { erasure_id: string; what: string; target_id: string; ground: string; at: string };

/**
 * The erasures done, in the order of their ids, after a given one.
 * @limit the page asked for
 */
export async function listErasures(
  db: Statements,
  limit: number,
  after = '00000000-0000-0000-0000-000000000000',
): Promise<readonly Erasure[]> {
  const rows = await db.rows<ErasureRow>(
    `select erasure_id, what, target_id, ground, at from erasure where erasure_id > $1
     order by erasure_id limit $2`,
    [after, limit],
  );
  return rows.map(({ erasure_id, what, target_id, ground, at }) => ({
    id: erasure_id,
    what: what as ErasedKind,
    target: target_id,
    ground,
    at,
  }));
}

/** When a person's data has to go, where there is any; its row is locked until the transaction ends. */
export async function lockPerson(
  tx: Statements,
  person: string,
): Promise<{ readonly retainUntil: string | undefined } | undefined> {
  const [row] = await tx.rows<{ retain_until: string | null }>(
    'select retain_until from person_data where person_id = $1 for update',
    [person],
  );
  return row && { retainUntil: row.retain_until ?? undefined };
}

/** Puts off the day on which a person's data has to go; an earlier day changes nothing. */
export async function retainPerson(tx: Statements, person: string, until: string): Promise<void> {
  await tx.rows(
    'update person_data set retain_until = greatest(retain_until, $2::date) where person_id = $1',
    [person, until],
  );
}

/** True where rows of files with this fingerprint still have their cells. */
export async function hasCells(tx: Statements, fingerprint: string): Promise<boolean> {
  const rows = await tx.rows(
    'select 1 from import_row where fingerprint = $1 and (cells is not null or salt is not null) limit 1',
    [fingerprint],
  );
  return rows.length > 0;
}

/** How many arms a person keeps, bears or owns now. */
export async function countArmsOf(tx: Statements, person: string): Promise<number> {
  const [row] = await tx.rows<{ held: number }>(
    'select count(*) as held from arm where keeper_id = $1 or bearer_id = $1 or owner_id = $1',
    [person],
  );
  return row!.held;
}

/** When the newest entry of another subject was recorded that names this person: reads all bodies. */
export async function findLastNaming(tx: Statements, person: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ recorded: string | null }>(
    `select max(convert_from(body, 'UTF8')::jsonb ->> 'recorded') as recorded from ledger_entry
     where subject_id <> $1::uuid and position(convert_to($1::text, 'UTF8') in body) > 0`,
    [person],
  );
  return row?.recorded ?? undefined;
}

/** The fingerprints of file rows, cells not yet erased, about things whose entries name one of these persons. */
export async function listRowsNaming(
  tx: Statements,
  persons: readonly string[],
): Promise<readonly { readonly person: string; readonly fingerprint: string }[]> {
  return tx.rows<{ person: string; fingerprint: string }>(
    `select distinct n.person, r.fingerprint::text as fingerprint
     from (select p.person, e.subject_id from ledger_entry e
           join unnest($1::text[]) as p (person) on position(convert_to(p.person, 'UTF8') in e.body) > 0
           where e.subject_id <> p.person::uuid) n
     join import_row r on r.subject_id = n.subject_id
     where r.cells is not null order by n.person, fingerprint`,
    [persons],
  );
}

/**
 * Persons whose data is due to go and who answer for no arm, the longest due first; their rows are locked.
 * @limit the batch asked for
 */
export async function lockDuePersons(
  tx: Statements,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await tx.rows<{ person_id: string }>(
    `select person_id from person_data p where retain_until < $1::date
       and not exists (select 1 from arm where keeper_id = p.person_id)
       and not exists (select 1 from arm where bearer_id = p.person_id)
       and not exists (select 1 from arm where owner_id = p.person_id)
     order by retain_until, person_id limit $2 for update of p skip locked`,
    [today, limit],
  );
  return rows.map((row) => row.person_id);
}
