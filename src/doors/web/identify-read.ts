/** What a form of identification says: its fields as they were typed, and what the act is asked from them. */
import { html } from 'hono/html';
import { identifyArm, MORE_READINGS_MAX } from '../../acts/identify-arm.ts';
import { READING_WORDS_MAX } from '../../domain/intake/understand-reading.ts';
import type { Values } from './forms.ts';
import type { Form } from './room.ts';
import type { Html } from './text.ts';

/** The numbers on further parts have names of their own. */
export const MORE: readonly number[] = Array.from({ length: MORE_READINGS_MAX }, (_, at) => at + 1);
export const WORD_FIELDS = [
  'maker',
  'model',
  'calibre',
  'class',
  'country',
  'property',
  'importMark',
] as const;
/** What may stand in an address: a number and what an arm is; a property mark may be a name. */
export const OPEN_FIELDS: readonly string[] = ['reading', 'maker', 'model', 'calibre', 'class', 'country'];
const FIELDS: readonly string[] = [
  'reading',
  'part',
  ...MORE.flatMap((at) => [`more.${at}.reading`, `more.${at}.part`]),
  ...WORD_FIELDS,
  'stateMark',
  'year',
  'wide',
];

/** What was typed, without empty fields; with what was taken from the practices of marking in its field. */
export function typedIn(form: Form): Values {
  const typed = new Map(
    FIELDS.flatMap((name) => {
      const value = form.get(name);
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [];
    }),
  );
  const take = form.get('take');
  const [, country] = /^country ([A-Z]{2})$/.exec(typeof take === 'string' ? take : '') ?? [];
  if (country !== undefined) typed.set('country', country);
  const mark = typed.get('stateMark');
  if (take === 'import' && mark !== undefined) typed.set('importMark', mark);
  return typed;
}

/** True where something was typed as a number. */
export function holdsNumber(typed: Values): boolean {
  return typed.has('reading') || MORE.some((at) => typed.has(`more.${at}.reading`));
}

/** True where more was typed as a number than is looked at. */
export function isTooLong(typed: Values): boolean {
  const names = ['reading', ...MORE.map((at) => `more.${at}.reading`)];
  return names.some((name) => (typed.get(name) ?? '').length > READING_WORDS_MAX);
}

/** What the act is asked. */
export function wantedOf(typed: Values): Readonly<Record<string, unknown>> {
  const more = MORE.flatMap((at) => {
    const reading = typed.get(`more.${at}.reading`);
    const part = typed.get(`more.${at}.part`);
    return reading === undefined ? [] : [{ reading, ...(part === undefined ? {} : { part }) }];
  });
  const [part, year] = [typed.get('part'), typed.get('year')];
  return {
    reading: typed.get('reading') ?? '',
    ...(part === undefined ? {} : { part }),
    ...(more.length === 0 ? {} : { more }),
    ...Object.fromEntries(WORD_FIELDS.flatMap((name) => (typed.has(name) ? [[name, typed.get(name)]] : []))),
    ...(year === undefined ? {} : { year: /^\d{1,4}$/.test(year) ? Number(year) : year }),
    wide: typed.get('wide') === 'yes',
  };
}

/** The field that cannot be used. */
export function wrongIn(typed: Values): string | undefined {
  const wanted = identifyArm.input.safeParse(wantedOf(typed));
  if (wanted.success) return undefined;
  const [name, at, inside] = wanted.error.issues[0]?.path ?? [];
  return name === 'more' ? `more.${Number(at) + 1}.${String(inside)}` : String(name ?? 'reading');
}

/** Ids of the candidates that were ticked. */
export function pickedIn(form: Form): readonly string[] {
  return [...form].flatMap(([name, value]) =>
    name.startsWith('with.') && typeof value === 'string' ? [value] : [],
  );
}

/** What was typed, to be sent again. */
export function hiddenFields(typed: Values): readonly Html[] {
  return [...typed].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
}
