/**
 * Reads the form of an event into what record-event takes, within the fields that the event has; what a form holds beyond
 * them is not looked at. What cannot be used is said beside its field, and nothing is recorded.
 */
import type { Refusal } from '../../domain/base/refusal.ts';
import type { EventType } from '../../domain/custody/life-cycle.ts';
import { readDescribed } from './described-fields.ts';
import { readMarks } from './mark-rows.ts';
import { type Problems, readParties } from './party-field.ts';
import { type EventFields, fieldsOf } from './record-fields.ts';
import { type Form, type Site, textOf } from './room.ts';
import type { Working } from './visit.ts';
import { readWhen } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

export type Read = { readonly event: object; readonly problems: Problems };

/** Reads an event; it may be sent on where nothing is wrong. */
export async function readEvent(site: Site, visit: Working, form: Form, type: EventType): Promise<Read> {
  const texts = RECORD_WORDS[visit.words.language];
  const fields = fieldsOf(type);
  const names = [
    ...fields.to.map((lane) => `to.${lane}`),
    ...(fields.from ? [`from.${fields.from}`] : []),
    ...(fields.by ? ['by'] : []),
  ];
  const { ids, wrong: wrongNames, choices } = await readParties(site, visit, form, names);
  const wrong = new Map(wrongNames);
  const happened = readWhen(form);
  if (happened === 'wrong') wrong.set('when', texts.when.wrong);
  if (happened === 'missing') wrong.set('when', texts.when.missing);
  const basis = fields.basis ? readBasis(form) : undefined;
  if (basis && !('kind' in basis)) wrong.set('basis.kind', texts.basis.kindMissing);
  const to = fields.to.flatMap((lane) => (ids.has(`to.${lane}`) ? [[lane, ids.get(`to.${lane}`)]] : []));
  const giver = fields.from && ids.get(`from.${fields.from}`);
  const event = {
    type,
    happened,
    ...(fields.permits && asksLeave(form) ? { asked: true } : {}),
    ...(to.length > 0 ? { to: Object.fromEntries(to) } : {}),
    ...(giver ? { from: { [fields.from!]: giver } } : {}),
    ...(ids.has('by') ? { by: ids.get('by') } : {}),
    ...(basis ? { basis } : {}),
    ...readOthers(form, fields),
  };
  return { event, problems: { wrong, choices } };
}

/** True where leave is asked rather than a fact stated. */
export function asksLeave(form: Form): boolean {
  return textOf(form, 'do') !== 'fact' && textOf(form, 'mode') === 'ask';
}

/** The paper that something rests on; undefined where none is named. */
export function readBasis(form: Form): Readonly<Record<string, string>> | undefined {
  const read = ['kind', 'number', 'authority'].flatMap((name) => {
    const text = textOf(form, `basis.${name}`);
    return text === undefined ? [] : [[name, text] as const];
  });
  return read.length === 0 ? undefined : Object.fromEntries(read);
}

function readOthers(form: Form, fields: EventFields): object {
  const marks = fields.marks || fields.part ? readMarks(form).map(({ mark }) => mark) : [];
  const description = readDescribed(form, fields.describes);
  const simple = [
    ...(fields.how ? ['how'] : []),
    ...(fields.place ? ['place'] : []),
    ...(fields.due ? ['due'] : []),
    ...(fields.about ? ['about'] : []),
    'why',
  ].flatMap((name) => {
    const text = textOf(form, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const id = textOf(form, 'part.id');
  const part = { part: textOf(form, 'part.part') ?? 'other', ...(id ? { id } : {}) };
  return {
    ...Object.fromEntries(simple),
    ...(Object.keys(description).length > 0 ? { description } : {}),
    ...(fields.part ? { part: { ...part, ...(marks.length > 0 ? { marks } : {}) } } : {}),
    ...(!fields.part && marks.length > 0 ? { marks } : {}),
  };
}

/** The field of the form that an unreadable part of the input came from. */
export function fieldOfInput(form: Form, refused: Refusal): string {
  const path = String(refused.facts?.field ?? '');
  const [first = '', second = '', third = '', fourth = ''] = path.replace(/^instead\.0\./, '').split('.');
  if (first === 'happened') return 'when';
  if (first === 'description') return `arm.${second}`;
  if (first === 'marks') return rowOf(form, second, third);
  if (first === 'part' && second === 'marks') return rowOf(form, third, fourth);
  return second ? `${first}.${second}` : first;
}

function rowOf(form: Form, index: string, part: string): string {
  const row = readMarks(form)[Number(index)]?.row ?? 0;
  return `mark.${row}.${part || 'text'}`;
}
