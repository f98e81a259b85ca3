/**
 * The words of a backup: the page that tells a stranger what its files are, the manifest, and the text that is signed over
 * it. Not an act itself.
 */
import type { Home } from '../store/home.ts';

export const BACKUP_FORMAT = 'countermark-backup-1';

/** Names of the files that are no table. */
export const README = 'README.txt';
export const CHECKPOINT = 'checkpoint';
export const EPOCHS = 'epochs.json';
export const SCHEMA = 'schema.sql';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.note';

export type ManifestFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

export type Manifest = {
  readonly format: string;
  readonly generator: string;
  readonly home: Home['kind'];
  readonly state: string;
  readonly node: string;
  readonly made: string;
  readonly entries: number;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly files: readonly ManifestFile[];
};

/** Writes the manifest for people and programs; a demonstration says so in its first line. */
export function formatManifest(manifest: Manifest): string {
  const warning = manifest.home === 'demonstration' ? { DEMONSTRATION: 'All of this is invented.' } : {};
  return `${JSON.stringify({ ...warning, ...manifest }, null, 1)}\n`;
}

/** The path of one part of a table. */
export function formatPartPath(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(5, '0')}.csv`;
}

/** The table that a path belongs to, or undefined where it is no part of a table. */
export function parsePartPath(path: string): string | undefined {
  return /^tables\/([a-z_][a-z0-9_]{0,62})\/\d{5,9}\.csv$/.exec(path)?.[1];
}

/** The text that the ledger's key signs, so that a backup made by somebody else is told from one of its own. */
export function signedWords(origin: string, manifestDigest: string): string {
  return `${origin} backup\n${manifestDigest}\n`;
}

/** The migrations one after another, as they stand in schema.sql. */
export function formatSchema(
  migrations: readonly { readonly name: string; readonly text: string }[],
): string {
  return migrations.map(({ name, text }) => `-- ${name}\n${text}\n`).join('');
}

/** The page that tells what the backup is and how to read it without this program. */
export function formatReadme(home: Home, made: string): string {
  return `${home.kind === 'demonstration' ? 'DEMONSTRATION: everything in this backup is invented.\n\n' : ''}\
This is a backup of a register of small arms, of the State ${home.state}, node ${home.node}, made ${made}.
It holds everything the register remembered at one moment: treat it as you would treat the arms.

You have opened it already, if you read this. The file was sealed by the program "age"
(https://age-encryption.org) to the keys of those who may open it; inside is a tar archive:

  age -d -i KEYFILE BACKUP | tar -xf -

  README.txt     this page
  checkpoint     name of the ledger, number of its entries, root of its tree, and a signature over them
  epochs.json    the public keys of the ledger, and where it was restored from a backup before
  schema.sql     the tables, in the language of PostgreSQL, with a comment on each
  tables/        the rows of each table as CSV (UTF-8, comma, a heading in every file). A table comes in parts
                 of about 8 MB. Bytes are written as \\x and hexadecimal digits; an empty field is "nothing",
                 two quotation marks are an empty text. Times are in UTC.
  manifest.json  every file with its length and SHA-256 digest, every table with its number of rows
  manifest.note  a signature by the key of the ledger over the digest of manifest.json

Where to look first: tables/arm has one row for each arm as it stood; tables/ledger_entry has every record ever
made. Its column "body" is, once the hexadecimal digits are turned into bytes, a JSON text that says who recorded
what and when. tables/person_data has the names of persons; nothing else has.

To see that a record was not changed: the SHA-256 of its salt followed by its body is its commitment; the SHA-256
of a zero byte followed by the commitment is its leaf hash in tables/ledger_leaf; the leaf hashes, joined two by two
as the SHA-256 of the byte 1, the left and the right (RFC 9162), give the root in "checkpoint".

The keys that sign are not in here. Whoever restores this backup goes on with a new key.
`;
}
