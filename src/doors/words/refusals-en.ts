/** What refusals say in English: what was expected, what came, what to do. Those of files and of the home are in keeping-en.ts. */
import type { Say } from './refusal-shape.ts';

const ARMS = {
  'reading-says-nothing': ({ reading }) =>
    `No character of a number was understood in “${reading ?? ''}”. Type what can be read, such as AB1?3 with ? for a place that cannot.`,
  'reference-unknown': ({ table, code }) =>
    `There is no ${code ?? 'such entry'} in the table of ${table ?? 'names'}. Look for it by its name.`,
  'reference-row-unusable': ({ code, column, needs, came }) =>
    `The row ${code ?? ''} cannot be used: the column ${column ?? ''} needs ${needs ?? 'something else'}${came ? `; ${came} came` : ''}. Correct it and send it again.`,
  'reference-grammar-unusable': ({ code, says }) =>
    `The grammar ${code ?? ''} cannot be used${says ? `: ${says}` : ''}. Correct it and send it again.`,
  'reference-code-missing': ({ code, column }) =>
    `The column ${column ?? ''} names ${code ?? 'a code'}, which is in no table. Look for the right code, or add that entry first.`,
  'reference-code-elsewhere': ({ code }) =>
    `Another table uses the code ${code ?? ''} already. Take another code.`,
  'reference-code-known': ({ code }) =>
    `There is an entry ${code ?? 'of this code'} already. Change that one, or take another code.`,
  'reference-changed': ({ code }) =>
    `Somebody else changed ${code ?? 'this entry'} meanwhile. Look at it as it is now, then decide again.`,
  'reference-not-own': ({ code }) =>
    `The State has no row of its own for ${code ?? 'this entry'}, so nothing can be taken back.`,
  'reference-still-named': ({ code, by }) =>
    `The State's row ${by ?? ''} still names ${code ?? 'this entry'}. Change that one first.`,
  'reference-full': ({ most }) =>
    `The State has as many entries of its own as are taken: ${most ?? 'no more fit'}. Take back what is no longer needed.`,
  'arm-unknown': ({ arm }) => `No arm is registered under ${arm ?? 'this id'}. Look for it by its serial.`,
  'arm-known-already': () => 'This arm is registered already. Record what happened to it instead.',
  'not-adequately-marked': ({ event }) =>
    `The arm carries no readable unique mark, so it may not be ${event}. Have it marked first, or hold it as evidence or destroy it.`,
  'transfer-mark-missing': () =>
    'The arm comes from State stocks and carries no mark of the transferring State, so it may not go to a civilian. Record the transfer mark first.',
  'already-ended': ({ how, when }) =>
    `The arm is recorded as ${how}${when ? ` (${when})` : ''}: nothing can be permitted with it. If it stands before you, record it as seized or found.`,
  'arm-is-missing': ({ status }) =>
    `The arm is recorded as ${status}. Record that it was recovered before anything is permitted with it.`,
  'held-as-evidence': ({ status }) =>
    `The arm is ${status}: it stays until a court or the authority decides. Record the decision first.`,
  'keeper-is-another': ({ since }) =>
    `Somebody else keeps this arm now${since ? `, since ${since}` : ''}. Look at the arm again and ask its keeper.`,
  'receiver-is-giver': () => 'Giver and receiver are the same. Name the other side.',
  'receiver-missing': ({ event }) => `An arm cannot be ${event} to nobody. Name the receiver.`,
  'right-missing': ({ event }) =>
    `The receiver holds no valid right, so the arm may not be ${event}. Record the licence first.`,
  'hand-over-pending': () =>
    'A hand-over of this arm waits for its receiver. Let it be confirmed, refused or withdrawn first.',
  'no-hand-over-pending': () => 'No hand-over of this arm waits to be answered.',
  'not-the-receiver': () => 'Only the receiver of a hand-over can answer it.',
  'number-known-already': ({ number }) => `The arm has its State number already: ${number}.`,
  'number-missing': () => 'The arm has no State number yet. Assign one first.',
  'number-not-marked': () => 'The State number has not been put on the arm yet, so it cannot be verified.',
  'verifier-missing': () => 'Name who verified the mark: a second person, not the one who made it.',
  'same-person-verifies': () => 'Whoever marked the arm cannot verify the mark. A second person does.',
  'number-unreadable': ({ number }) =>
    `“${number}” is no State number (such as XA-7K4Q9-2MTKP) and no id of an arm.`,
  'number-check-fails': ({ number, perhaps }) =>
    `The State number “${number}” does not fit its check characters. ${perhaps ? `Is it ${perhaps}?` : 'Have it read again.'}`,
  'entry-unknown': ({ entry }) => `The arm has no entry ${entry}.`,
  'lot-range': () =>
    'The serial range of the lot cannot be read: give a first and a last number, the first not above the last.',
  'not-numbered-yet': () => 'The entry is kept and waits for its place in the ledger. Ask again in a moment.',
} as const satisfies Readonly<Record<string, Say>>;

const RECEIPTS = {
  'receipt-entry-unknown': ({ entry }) =>
    `There is no entry ${entry} here of which you may have a receipt. Take it from the page of what was done.`,
  'receipt-number-unreadable': ({ number }) =>
    `“${number}” is no number of a receipt. Type the State number of the arm (such as XA-7K4Q9-2MTKP), the reference of the trace (such as XA-2026-1A2B3C4D) or the id of the file as it is printed.`,
  'receipt-unknown': () =>
    'No entry under this number has this check code. Compare number and code with the receipt; if both are as printed, do not rely on the receipt.',
  'receipt-code-unreadable': ({ code }) =>
    `“${code}” is no check code of a receipt (such as 7K4Q-92MT-KP3). Type it as it is printed.`,
  'receipt-code-fails': () =>
    'The check code does not fit its own check character, so it was misread or mistyped. Compare it with the receipt and type it again.',
  'receipt-tries': ({ seconds }) =>
    `Too many codes were given that fit no entry. Wait ${seconds} seconds, then try again.`,
} as const satisfies Readonly<Record<string, Say>>;

const SEARCH_AND_INPUT = {
  'input-unreadable': ({ field, says }) => `${field ? `${field}: ` : ''}${says}`,
  'search-empty': () => 'Nothing is left of the serial to search by. Give at least one letter or digit.',
  'act-id-taken': () => 'Another act was submitted under this id before. Make a new id and submit again.',
  'too-many': ({ came, most }) =>
    `${came} were given at once; at most ${most} are taken. Give them in parts.`,
  'search-too-long': ({ most }) => `What is looked for is too long: at most ${most} bytes.`,
  'search-unknown': () => 'This search is no longer kept. Look again.',
  'search-name': ({ most }) => `A search needs a name of 1 to ${most} letters.`,
  'searches-full': ({ most }) => `You keep ${most} searches, which is the most. Forget one of them.`,
  'export-too-large': ({ most }) =>
    `More than ${most} arms fit, which is the most that is handed out at once. Narrow the search.`,
  'work-not-open': () => 'This item is not on the work list, or was closed before.',
  'register-unknown': ({ register }) => `There is no register “${register}”.`,
  'register-kind-unknown': ({ kind }) =>
    `“${kind}” is no kind of register. Use holdings, evidence, civil, trade, production, lost or stolen.`,
  'register-name': ({ register }) =>
    `“${register}” is no name for a register. Use letters, digits, blanks, dots and dashes, 80 at most.`,
  'mapping-unreadable': ({ problem }) =>
    `The mapping file cannot be used: ${problem} Expected {"columns": {"heading": "serial", …}}.`,
  'mapping-needed': ({ doubts }) =>
    `The columns cannot be told for certain (${doubts}). Write a mapping file {"columns": {"heading or letter": "serial", …}} and give it with the file.`,
  'sheet-empty': () => 'The file has no rows.',
  'import-not-permitted': () =>
    'A file may hold arms of any agency, so only a role that is not bound to one agency brings files in.',
  'upload-broken': () => 'The file did not arrive whole; nothing of it was kept. Send it again.',
  'upload-several': () => 'Several files came at once; nothing was kept. Bring one file at a time.',
  'upload-missing': () => 'No file came. Choose a workbook (XLSX) or a CSV file.',
  'upload-too-large': ({ most }) =>
    `The file is larger than ${most} MB, which is the most for its kind; nothing was kept. Save it in parts, or as CSV.`,
  'uploads-full': ({ most }) =>
    `${most} files of yours wait already, which is the most. Bring them in or take them back first.`,
  'upload-no-room': () =>
    'The disk of this register is full; nothing of the file was kept. Tell whoever runs the register.',
  'upload-memory': () =>
    'The file needs more memory to read than it may have; nothing was kept. Save it as CSV, or in parts.',
  'upload-unread': () => 'The file could not be read to its end; nothing was kept. Send it again.',
  'upload-unknown': () =>
    'There is no such file here. It may have been brought in, or its time may have ended.',
} as const satisfies Readonly<Record<string, Say>>;

const PARTIES_AND_RIGHTS = {
  'party-circle': ({ party }) =>
    `${party} would come to stand below itself. Choose one that does not stand below it.`,
  'party-unknown': ({ party }) =>
    `No agency, unit or person “${party}” is known. Write the whole name, record it first, or give its id.`,
  'party-ambiguous': ({ party, count }) =>
    `${count} parties are called “${party}”. Give the id of the one you mean.`,
  'party-no-agency': () =>
    'What was named is no agency or unit of the State. Take one of the list of agencies.',
  'party-into-itself': () => 'A body cannot belong to itself or be merged into itself. Name another.',
  'party-is-gone': ({ party, state }) => `“${party}” is ${state}. Name the body that followed it.`,
  'party-incomplete': ({ missing }) =>
    `What is told of this agency, unit or person lacks ${missing}. Give it and submit again.`,
  'id-known-already': () => 'This id stands for something else already. Make a new id and submit again.',
  'party-known-already': () =>
    'This agency, unit or person is recorded already. Record what became of it instead.',
  'right-incomplete': () =>
    'A new right needs its holder, kind, number and authority, and the day it begins.',
  'order-missing': ({ ground }) =>
    `The ground “${ground}” needs the order itself: authority, number and date.`,
  'person-unknown': ({ person }) =>
    `No data of a person ${person} is held: it was erased already, or never was.`,
  'row-unknown': ({ row }) => `No row ${row} of a file is held: it was erased already, or never was.`,
  'person-holds-arms': ({ arms }) =>
    `The person answers for arms now (${arms}), so the data stays. Record first to whom the arms went, or bring an order.`,
  'minimum-not-ended': ({ until }) =>
    `Records of arms once theirs must be kept until ${until}. Only an order overrides that.`,
  'retention-not-ended': ({ until }) =>
    `The time of this data has not ended (it ends: ${until}). Choose the ground that fits.`,
  'kept-by-order': ({ until }) => `A court ordered this data to be kept until ${until}.`,
} as const satisfies Readonly<Record<string, Say>>;

const ACCESS = {
  'not-permitted': ({ act }) =>
    `Your role does not include this: ${act}. Whoever runs the register can give you a role that does.`,
  'event-not-permitted': ({ event }) =>
    `Your role does not include recording “${event}”. Ask a colleague whose work it is.`,
  'field-not-permitted': ({ field }) =>
    `Your role does not include searching by this: it would tell of ${field}. Search by the marks of the arm.`,
  'beyond-own-agency': () =>
    'You can register arms of your own agency only. Name one of its units as unit or keeper.',
} as const satisfies Readonly<Record<string, Say>>;

export const REFUSALS_EN = {
  ...ARMS,
  ...RECEIPTS,
  ...SEARCH_AND_INPUT,
  ...PARTIES_AND_RIGHTS,
  ...ACCESS,
};
