/** Mailboxes that are told that something waits, and whether anything does since they were told last. */
import type { Row, Statements, Tx } from './database.ts';

export type NoticeAddress = {
  readonly id: string;
  readonly address: string;
  readonly agency: string | undefined;
  readonly language: 'en' | 'fr' | 'ar';
};

type Stored = Row & Omit<NoticeAddress, 'agency'> & { agency: string | null };

/** All mailboxes. */
export async function listNoticeAddresses(db: Statements): Promise<readonly NoticeAddress[]> {
  const rows = await db.rows<Stored>(
    'select address_id as id, address, agency_id as agency, language from notice_address order by address_id',
    [],
  );
  return rows.map((row) => ({ ...row, agency: row.agency ?? undefined }));
}

/** Puts these mailboxes in the place of those before; what came earlier is no news to them. */
export async function replaceNoticeAddresses(
  tx: Tx,
  all: readonly NoticeAddress[],
  at: string,
): Promise<void> {
  await tx.rows('delete from notice_address', []);
  await tx.rows(
    `insert into notice_address (address_id, address, agency_id, language, sent_at)
     select id, address, agency, language, $5 from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[])
       as n (id, address, agency, language)`,
    [
      all.map(({ id }) => id),
      all.map(({ address }) => address),
      all.map(({ agency }) => agency ?? null),
      all.map(({ language }) => language),
      at,
    ],
  );
}

/** Mailboxes with news: something came for the desk, or a question or a reminder for the agency, since they were told last. */
export async function listToldNext(db: Statements): Promise<readonly NoticeAddress[]> {
  const rows = await db.rows<Stored>(
    // The newest of each kind is looked for once, from the end of its index: how much is newer than a moment no planner knows.
    `with desk as materialized (select greatest(
         (select m.recorded_at from trace_message m
            join trace_request r on r.trace_id = m.trace_id and r.request_id = m.request_id
          where m.side <> r.ours and m.recorded_at > (select min(sent_at) from notice_address where agency_id is null)
          order by m.recorded_at desc limit 1),
         (select max(d.drafted_at) from trace_draft d where d.state = 'waiting'),
         (select max(q.answered_at) from agency_question q)) as newest)
     select a.address_id as id, a.address, a.agency_id as agency, a.language from notice_address a, desk
     where case when a.agency_id is null then desk.newest > a.sent_at
       else exists (select 1 from agency_question q where q.agency_id = a.agency_id and q.answered_at is null
           and greatest(q.asked_at, q.reminded_at) > a.sent_at) end
     order by a.address_id`,
    [],
  );
  return rows.map((row) => ({ ...row, agency: row.agency ?? undefined }));
}

/** Notes that a mailbox was told. */
export async function noteTold(db: Statements, id: string, at: string): Promise<void> {
  await db.rows('update notice_address set sent_at = $2 where address_id = $1', [id, at]);
}
