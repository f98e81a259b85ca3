/** What refusals of the home, of keys, ledger files and backups say in English: mostly to whoever runs the register. */
import type { Say } from './refusal-shape.ts';

const FROM_ELSEWHERE = 'Take another copy of the backup; nothing was kept of this one.';

export const KEEPING_EN = {
  'home-is-a-demonstration': ({ home }) =>
    `The home ${home} is a demonstration and stays one for ever. Set COUNTERMARK_HOME to another folder for a register of your own.`,
  'home-is-live': ({ home }) =>
    `The home ${home} holds a register of its own and is no demonstration. Set COUNTERMARK_HOME to another folder for the demonstration.`,
  'state-unknown': ({ state }) =>
    `“${state}” is no State. Set COUNTERMARK_STATE to its two letters (ISO 3166-1).`,
  'not-a-demonstration': () => 'This home is no demonstration: invented arms are never put among real ones.',
  home_held: ({ pid, since }) =>
    `Another server works in this home (process ${pid}, since ${since}). Stop it first, or use another home.`,
  setting_not_understood: ({ setting, expected, came }) =>
    `The setting ${setting} cannot be understood: expected ${expected}, got ${came}.`,
  'host-needs-tls': ({ host }) =>
    `The setting HOST is ${host}, which other machines can reach, and this server has no TLS. Leave HOST empty, and put a server with TLS in front of it.`,
  'body-too-large': ({ bytesMax }) =>
    `The record is too large: an entry holds at most ${bytesMax} bytes. Record less at once.`,
  'body-too-deep': ({ depthMax }) =>
    `The record is nested deeper than ${depthMax} levels. Record it more simply.`,
  'body-not-canonical': () =>
    'The entry is not written in its one canonical form, so it is none of this ledger.',
  'number-not-safe': ({ number }) => `The number ${number} cannot be kept exactly. Write it as a text.`,
  'value-not-json': ({ type }) =>
    `The record holds a value (${type}) that cannot be kept. Give texts, numbers, lists and objects.`,
  'entry-malformed': ({ field }) =>
    `The entry has not the shape of one${field ? ` (${field})` : ''}. It is none of this ledger.`,
  'text-not-well-formed': () => 'A text holds half of a character. Enter it again.',
  'folder-not-empty': ({ folder }) => `The folder ${folder} is not empty. Give an empty or a new one.`,
  'key-malformed': () =>
    'The verifier key cannot be read. Expected name+id+base64, as the ledger prints its own.',
  'note-malformed': () => 'The checkpoint cannot be read. Expected a signed note, as the ledger prints it.',
  'note-too-large': () =>
    'The checkpoint is too large to be one. Expected a signed note, as the ledger prints it.',
  'checkpoint-malformed': () =>
    'The checkpoint cannot be read: expected origin, size and root, each on a line.',
  'backup-without-recipient': () =>
    'No key is known that the backup could be sealed to. Make two with age-keygen on two machines, and give their addresses (age1…) to this home first.',
  'backup-one-recipient': () =>
    'The backup is sealed to one key only: if that key is lost, so is the backup. Add the address of a second key kept elsewhere.',
  'recipients-too-many': ({ max }) => `A backup is sealed to ${max} keys at most.`,
  'recipient-malformed': ({ recipient }) =>
    `“${recipient}” is no address of age. Expected a text such as age1….`,
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
} as const satisfies Readonly<Record<string, Say>>;
