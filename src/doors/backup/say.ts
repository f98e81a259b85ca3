/** What the refusals and warnings of backup, restore and erasure say to a person: given to sayRefusal beside its own. */
type Say = (facts: Readonly<Record<string, string | number | boolean>>) => string;

const FROM_ELSEWHERE = 'Take another copy of the backup; nothing was kept of this one.';

export const BACKUP_SENTENCES: Readonly<Record<string, Say>> = {
  'backup-without-recipient': () =>
    'No key is known that the backup could be sealed to. Make two with age-keygen on two machines, and give their addresses (age1…) to this home first.',
  'backup-one-recipient': () =>
    'The backup is sealed to one key only: if that key is lost, so is the backup. Add the address of a second key kept elsewhere.',
  'recipients-too-many': ({ max }) => `A backup is sealed to ${max} keys at most.`,
  'recipient-malformed': ({ recipient }) =>
    `"${recipient}" is no address of age. Expected a text such as age1….`,
  'backup-file-exists': ({ file }) =>
    `There is a file ${file} already, and a backup never replaces one. Take another name.`,
  'not-a-backup': ({ file }) => `The file ${file} is no backup: it is not sealed by age.`,
  'identity-malformed': ({ line }) =>
    `Line ${line} of the key file is no key of age. Expected a line AGE-SECRET-KEY-1…, as age-keygen writes it.`,
  'identity-missing': () =>
    'The key file holds no key. Expected a line AGE-SECRET-KEY-1…, as age-keygen writes it.',
  'identity-not-addressed': () =>
    'The backup was not sealed to this key. Use the other key, or look up to which addresses it was sealed.',
  'backup-damaged': ({ at }) => `The backup is damaged (${at}). ${FROM_ELSEWHERE}`,
  'backup-incomplete': ({ file }) =>
    `The backup is not whole: ${file} is missing or not as written. ${FROM_ELSEWHERE}`,
  'backup-not-signed': ({ file }) =>
    `The backup is not signed by the key of its own ledger (${file}): somebody else made it. ${FROM_ELSEWHERE}`,
  'backup-of-another-ledger': ({ origin }) =>
    `The backup is of the ledger ${origin}, whose key is not the one given. Check which backup this is.`,
  'backup-schema-unknown': () =>
    'The backup was made by a newer program, or by none of ours. Use the newest version of the program.',
  'backup-tree-differs': ({ expected, found }) =>
    `The ledger in the backup (${found} entries) is not the one its checkpoint speaks of (${expected}). ${FROM_ELSEWHERE}`,
  'backup-entry-differs': ({ index, entry }) =>
    `An entry of the ledger in the backup was changed (${index === undefined ? entry : `place ${index}`}). ${FROM_ELSEWHERE}`,
  'since-not-ours': ({ origin }) =>
    `The checkpoint given is not one of the ledger ${origin} signed by its key. Leave it out, or give the right one.`,
  'home-not-empty': () =>
    'A backup is restored into an empty home only, and this one holds something. Set COUNTERMARK_HOME to a new folder.',
  'erasures-unreadable': ({ file, line }) => `The list of erasures ${file} cannot be read at line ${line}.`,
  'order-missing': ({ ground }) =>
    `The ground "${ground}" needs the order itself: authority, number and date.`,
  'person-unknown': ({ person }) =>
    `No data of a person ${person} is held: it was erased already, or never was.`,
  'row-unknown': ({ row }) => `No row ${row} of a file is held: it was erased already, or never was.`,
  'person-holds-arms': ({ arms }) =>
    `The person answers for ${arms} arm(s) now, so the data stays. Record first to whom the arms went, or bring an order.`,
  'minimum-not-ended': ({ until }) =>
    `Records of arms once theirs must be kept until ${until}. Only an order overrides that.`,
  'retention-not-ended': ({ until }) =>
    `The time of this data ends on ${until}, not before. Choose the ground that fits.`,
  'kept-by-order': ({ until }) => `A court ordered this data to be kept until ${until}.`,
};
