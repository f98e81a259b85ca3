/**
 * What is remembered of contacts: each version a row that is only added, the last one counting. A name, telephones and e-mail
 * addresses stand apart from the rest of a row, with the salt of their digest, until they are erased.
 */
import type { ContactDetails, ContactPerson } from '../domain/contacts/contact.ts';
import type { Row, Statements } from './database.ts';

const CONTACT_LOCK = 7_203_133;
/** Named limit: contacts of a register. */
export const CONTACTS_MAX = 5000;
/** Named limit: versions of one contact that are shown. */
const VERSIONS_MAX = 200;

export type ContactVersion = {
  readonly id: string;
  readonly version: number;
  readonly details: ContactDetails;
  readonly person: ContactPerson | undefined;
  readonly confirmed: string | undefined;
  readonly source: string;
  readonly how: 'recorded' | 'confirmed';
  readonly operator: string;
  readonly at: string;
  readonly entry: string;
};

type ContactRow = Row &
  Omit<ContactVersion, 'details' | 'person' | 'confirmed'> & {
    readonly details: string;
    readonly person: string | null;
    readonly confirmed: string | null;
  };

const COLUMNS = `contact_id as id, version, details, person, confirmed_on::text as confirmed, source, how, operator,
  recorded_at as at, entry_id as entry`;

function versionOf({ details, person, confirmed, ...row }: ContactRow): ContactVersion {
  return {
    ...row,
    details: JSON.parse(details) as ContactDetails,
    person: person === null ? undefined : (JSON.parse(person) as ContactPerson),
    confirmed: confirmed ?? undefined,
  };
}

/** Lets one change run at a time, so that each is held against all before it. */
export async function lockContacts(tx: Statements): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(${CONTACT_LOCK})`);
}

/** The last version of every contact. */
export async function listContacts(db: Statements): Promise<readonly ContactVersion[]> {
  const rows = await db.rows<ContactRow>(
    `select distinct on (contact_id) ${COLUMNS} from contact order by contact_id, version desc limit ${CONTACTS_MAX}`,
  );
  return rows.map(versionOf);
}

/** How many contacts there are. */
export async function countContacts(db: Statements): Promise<number> {
  const [row] = await db.rows<{ many: number }>('select count(distinct contact_id) as many from contact');
  return row!.many;
}

/** The versions of one contact, the newest first. */
export async function listContactVersions(
  db: Statements,
  contact: string,
): Promise<readonly ContactVersion[]> {
  const rows = await db.rows<ContactRow>(
    `select ${COLUMNS} from contact where contact_id = $1 order by version desc limit ${VERSIONS_MAX}`,
    [contact],
  );
  return rows.map(versionOf);
}

/** Keeps a version; `person` with the salt of its digest. */
export async function insertContact(
  tx: Statements,
  version: Omit<ContactVersion, 'person'> & {
    readonly person: { readonly data: string; readonly salt: Uint8Array } | undefined;
  },
): Promise<void> {
  const { id, version: number, details, person, confirmed, source, how, operator, at, entry } = version;
  await tx.rows(
    `insert into contact (contact_id, version, details, person, salt, confirmed_on, source, how, operator, recorded_at, entry_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      number,
      JSON.stringify(details),
      person?.data ?? null,
      person?.salt ?? null,
      confirmed ?? null,
      source,
      how,
      operator,
      at,
      entry,
    ],
  );
}

/** True where names or numbers of a contact are there to be erased; its rows are locked until the transaction ends. */
export async function lockContactPersons(tx: Statements, contact: string): Promise<boolean> {
  const rows = await tx.rows(
    'select 1 from contact where contact_id = $1 and person is not null for update',
    [contact],
  );
  return rows.length > 0;
}
