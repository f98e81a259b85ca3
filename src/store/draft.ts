/** Unfinished forms: each stands under its owner's account and the id that its submission will have. */
import type { Row, Statements } from './database.ts';

export type Draft = {
  readonly id: string;
  /** The address of its form. */
  readonly path: string;
  /** Names and values as typed, as JSON. */
  readonly fields: string;
  readonly saved: string;
};

type DraftRow = Row & { draft_id: string; path: string; fields: string; saved_at: string };

const draftOf = (row: DraftRow): Draft => ({
  id: row.draft_id,
  path: row.path,
  fields: row.fields,
  saved: row.saved_at,
});

const COLUMNS = 'draft_id, path, fields, saved_at';

/** Keeps a draft as it stands now; false where its owner has too many others already. */
export async function saveDraft(
  db: Statements,
  account: string,
  draft: Draft,
  most: number,
): Promise<boolean> {
  const rows = await db.rows(
    `insert into draft (account_id, draft_id, path, fields, saved_at)
     select $1::uuid, $2::uuid, $3, $4, $5::timestamptz
     where (select count(*) from draft where account_id = $1 and draft_id <> $2) < $6
     on conflict (account_id, draft_id)
       do update set path = excluded.path, fields = excluded.fields, saved_at = excluded.saved_at
     returning 1 as done`,
    [account, draft.id, draft.path, draft.fields, draft.saved, most],
  );
  return rows.length > 0;
}

/** One draft of an account. */
export async function findDraft(db: Statements, account: string, id: string): Promise<Draft | undefined> {
  const [row] = await db.rows<DraftRow>(
    `select ${COLUMNS} from draft where account_id = $1 and draft_id = $2`,
    [account, id],
  );
  return row && draftOf(row);
}

/** The drafts of an account, the newest first. */
export async function listDrafts(db: Statements, account: string, limit: number): Promise<readonly Draft[]> {
  const rows = await db.rows<DraftRow>(
    `select ${COLUMNS} from draft where account_id = $1 order by saved_at desc, draft_id limit $2`,
    [account, limit],
  );
  return rows.map(draftOf);
}

/** Forgets a draft; false where there was none. */
export async function deleteDraft(db: Statements, account: string, id: string): Promise<boolean> {
  const rows = await db.rows(
    'delete from draft where account_id = $1 and draft_id = $2 returning 1 as done',
    [account, id],
  );
  return rows.length > 0;
}

/** Forgets what nobody has touched since a moment; gives how many drafts that were. */
export async function deleteDraftsBefore(db: Statements, moment: string, limit: number): Promise<number> {
  const rows = await db.rows(
    `delete from draft where (account_id, draft_id) in (
       select account_id, draft_id from draft where saved_at < $1 order by saved_at limit $2) returning 1 as done`,
    [moment, limit],
  );
  return rows.length;
}
