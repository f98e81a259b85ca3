/** What a refusal says to a person, in English: what was expected, what came, what to do. Every door shows these. */
import type { Refusal } from '../../domain/base/refusal.ts';

type Say = (facts: Readonly<Record<string, string | number | boolean>>) => string;

const SENTENCES: Readonly<Record<string, Say>> = {
  'arm-unknown': ({ arm }) =>
    `No arm is registered under ${arm ?? 'this id'}. Look it up by its serial with "find --serial".`,
  'not-permitted': ({ act, role }) =>
    `Your role (${role}) does not include "${act}". Whoever runs the register can give you a role that does.`,
  'event-not-permitted': ({ event }) =>
    `Your role does not include recording "${event}". Ask a colleague whose work it is.`,
  'field-not-permitted': ({ field }) =>
    `Your role does not include searching by this: it would tell of a ${field}. Search by the marks of the arm.`,
  'beyond-own-agency': () =>
    'You can register arms of your own agency only. Name one of its units as unit or keeper.',
  'input-unreadable': ({ field, says }) => `${field ? `${field}: ` : ''}${says}`,
  'arm-known-already': () => 'This arm is registered already. Record what happened to it instead.',
  'not-adequately-marked': ({ event }) =>
    `The arm carries no readable unique mark, so it may not be ${event}. Have it marked first, or hold it as evidence or destroy it.`,
  'transfer-mark-missing': () =>
    'The arm comes from State stocks and carries no mark of the transferring State, so it may not go to a civilian. Record the transfer mark first.',
  'already-ended': ({ how, when }) =>
    `The arm is recorded ${how}${when ? ` on ${when}` : ''}: nothing can be permitted with it. If it stands before you, record it as seized or found.`,
  'arm-is-missing': ({ status }) =>
    `The arm is recorded ${status}. Record that it was recovered before anything is permitted with it.`,
  'held-as-evidence': ({ status }) =>
    `The arm is ${status}: it stays until a court or the authority decides. Record the decision first.`,
  'keeper-is-another': ({ since }) =>
    `Somebody else keeps this arm now${since ? `, since ${since}` : ''}. Look at the arm again and ask its keeper.`,
  'party-unknown': ({ party }) =>
    `No agency, unit or person "${party}" is known. Record it first, or give its id.`,
  'party-ambiguous': ({ party, count }) =>
    `${count} parties are called "${party}". Give the id of the one you mean.`,
  'party-is-gone': ({ party, state }) => `${party} is ${state}. Name the body that followed it.`,
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
  'same-person-verifies': () => 'Whoever marked the arm cannot verify the mark. A second person does.',
  'number-unreadable': ({ number }) =>
    `"${number}" is no State number (such as XA-7K4Q9-2MTKP) and no id of an arm.`,
  'number-check-fails': ({ number, perhaps }) =>
    `The State number "${number}" does not fit its check characters.${perhaps ? ` Is it ${perhaps}?` : ' Have it read again.'}`,
  'entry-unknown': ({ entry }) => `The arm has no entry ${entry}.`,
  'search-empty': ({ field }) =>
    `Nothing is left of the ${field} to search by. Give at least one letter or digit.`,
  'register-unknown': ({ register }) => `There is no register "${register}".`,
  'register-kind-unknown': ({ kind }) =>
    `"${kind}" is no kind of register. Use holdings, evidence, civil, trade, production, lost or stolen.`,
  'register-name': ({ register }) =>
    `"${register}" is no name for a register. Use letters, digits, blanks, dots and dashes, 80 at most.`,
  'mapping-unreadable': ({ problem }) =>
    `The mapping file cannot be used: ${problem} Expected {"columns": {"heading": "serial", …}}.`,
  'mapping-needed': ({ doubts }) =>
    `The columns cannot be told for certain (${doubts}). Write a mapping file {"columns": {"heading or letter": "serial", …}} and give it with --mapping.`,
  'sheet-empty': () => 'The file has no rows.',
  'home-is-a-demonstration': ({ home }) =>
    `The home ${home} is a demonstration and stays one for ever. Set COUNTERMARK_HOME to another folder for a register of your own.`,
  'home-is-live': ({ home }) =>
    `The home ${home} holds a register of its own and is no demonstration. Set COUNTERMARK_HOME to another folder for the demonstration.`,
  'state-unknown': ({ state }) =>
    `"${state}" is no State. Set COUNTERMARK_STATE to its two letters (ISO 3166-1).`,
  'not-a-demonstration': () => 'This home is no demonstration: invented arms are never put among real ones.',
  'body-too-large': ({ bytesMax }) =>
    `The record is too large: an entry holds at most ${bytesMax} bytes. Record less at once.`,
  'body-too-deep': ({ depthMax }) =>
    `The record is nested deeper than ${depthMax} levels. Record it more simply.`,
  'number-not-safe': ({ number }) => `The number ${number} cannot be kept exactly. Write it as a text.`,
  'value-not-json': ({ type }) =>
    `The record holds a ${type}, which cannot be kept. Give texts, numbers, lists and objects.`,
  'act-id-taken': () => 'Another act was submitted under this id before. Make a new id and submit again.',
  'folder-not-empty': ({ folder }) => `The folder ${folder} is not empty. Give an empty or a new one.`,
  home_held: ({ pid, since }) =>
    `Another server works in this home (process ${pid}, since ${since}). Stop it first, or use another home.`,
  'lot-range': () =>
    'The serial range of the lot cannot be read: give a first and a last number, the first not above the last.',
  'party-incomplete': () =>
    'A new agency, unit or person needs a kind and a name; a merger needs what it was merged into.',
  'party-known-already': () =>
    'This agency, unit or person is recorded already. Record what became of it instead.',
  'right-incomplete': () => 'A new right needs its holder, kind, number and authority.',
  'too-many': ({ came, most }) =>
    `${came} were given at once; at most ${most} are taken. Give them in parts.`,
  'verifier-missing': () => 'Name who verified the mark with --by: a second person, not the one who made it.',
  'work-not-open': () => 'This item is not on the work list, or was closed before.',
  'key-malformed': () =>
    'The verifier key cannot be read. Expected name+id+base64, as "ledger key" prints it.',
  'note-malformed': () =>
    'The checkpoint cannot be read. Expected a signed note, as "ledger checkpoint" prints it.',
  'note-too-large': () =>
    'The checkpoint is too large to be one. Expected a signed note, as "ledger checkpoint" prints it.',
  'checkpoint-malformed': () =>
    'The checkpoint cannot be read: expected origin, size and root, each on a line.',
  'text-not-well-formed': () => 'A text holds half of a character. Enter it again.',
  'no-entries': () => 'There is nothing in the ledger yet.',
  'not-numbered-yet': () => 'The entry is kept and waits for its place in the tree. Ask again in a moment.',
};

/** The sentence of a refusal, with its clause. */
export function sayRefusal(refusal: Refusal, more: Readonly<Record<string, Say>> = {}): string {
  const say = SENTENCES[refusal.refused] ?? more[refusal.refused];
  const said = say
    ? say(refusal.facts ?? {})
    : `Refused: ${refusal.refused}${refusal.facts ? ` (${JSON.stringify(refusal.facts)})` : ''}.`;
  return refusal.clause === undefined ? said : `${said} [${refusal.clause}]`;
}
