/**
 * Copy-sheets: a request in the fields and the order of somebody else's form, one line for each, and back from such a file into
 * the fields of ours. What the form asks of persons is left to whoever copies, and race, ethnicity, religion and origin of persons
 * are neither written nor read, whatever stands in a file.
 *
 * @clause C-13
 */
import type { TraceRequest } from '../../domain/trace/request.ts';
import { ATF_FIELDS } from './atf.data.ts';
import { contentOf, type ReadPaper } from './content.ts';
import { IARMS_FIELDS } from './iarms.data.ts';
import type { Computed, SheetField } from './sheet-shape.ts';
import { type Values, valuesOfSaid } from './values.ts';
import { PAPER_WORDS } from './words.ts';

export const SHEET_FORMS = { atf: ATF_FIELDS, iarms: IARMS_FIELDS } as const;
export type SheetForm = keyof typeof SHEET_FORMS;

export type SheetLine = Pick<SheetField, 'code' | 'part' | 'label'> & {
  readonly value: string;
  /** Why nothing stands there. */
  readonly left?: 'theirs' | 'person' | 'never';
};

/** The lines of a form for a request, in its order. */
export function sheetLines(form: SheetForm, request: TraceRequest, today: string): readonly SheetLine[] {
  const values = valuesOfSaid({ kind: 'request', content: request });
  return SHEET_FORMS[form].map(({ code, part, label, ...how }) => {
    if ('left' in how) return { code, part, label, value: '', left: how.left };
    return { code, part, label, value: shown(how.from, values, request, today) };
  });
}

/** Codes are told in English, the language of both forms. */
function shown(from: string, values: Values, request: TraceRequest, today: string): string {
  const value = isComputed(from) ? COMPUTED[from](request, today) : (values.get(from) ?? '');
  const list = LISTS[from];
  return list ? (list[value] ?? value) : value;
}

const { choices } = PAPER_WORDS.en;
const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'urgency.level': choices.urgency,
  'item.class': choices.classes,
  'recovery.kind': choices.recovered,
  'use.code': choices.uses,
};

function isComputed(from: string): from is Computed {
  return Object.hasOwn(COMPUTED, from);
}

const DAMAGED: ReadonlySet<string> = new Set([
  'partly-legible',
  'illegible',
  'removed',
  'overstamped',
  'restored',
]);
const markText = ({ kind, part, text, condition }: TraceRequest['item']['marks'][number]): string =>
  `${choices.markKinds[kind]} (${choices.parts[part]}): ${text || choices.conditions[condition]}`;
const serialOf = ({ item }: TraceRequest) => item.marks.find(({ kind }) => kind === 'serial');

const COMPUTED: Readonly<Record<Computed, (request: TraceRequest, today: string) => string>> = {
  today: (_, today) => today,
  serial: (request) => serialOf(request)?.text ?? '',
  obliterated: (request) => {
    const serial = serialOf(request);
    return serial ? (DAMAGED.has(serial.condition) ? 'Yes' : 'No') : '';
  },
  'more-marks': (request) =>
    request.item.marks
      .filter((mark) => mark !== serialOf(request))
      .map(markText)
      .join('; '),
  damaged: ({ item }) =>
    item.marks
      .filter(({ condition }) => DAMAGED.has(condition))
      .map((mark) => `${markText(mark)}, ${choices.conditions[mark.condition]}`)
      .join('; '),
  importer: ({ item }) => item.marks.find(({ kind }) => kind === 'import')?.text ?? '',
  limits: ({ limits }) => limits.map(({ code, text }) => text ?? choices.limits[code]).join('; '),
};

/** A file of the lines as CSV, with its formulas made harmless for whoever opens it in a workbook. */
export function sheetCsv(lines: readonly SheetLine[]): string {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  const rows = lines.map(({ code, part, label, value }) => [part, code, label, value].map(cell).join(','));
  return `${['part', 'field', 'label', 'value'].map(cell).join(',')}\r\n${rows.join('\r\n')}\r\n`;
}

/** What a file of such a form says: its values by their codes. Nothing about persons is taken over. */
export function readSheet(form: SheetForm, given: Readonly<Record<string, string>>): ReadPaper {
  const written = new Map<string, string>();
  for (const field of SHEET_FORMS[form]) {
    const value = Object.hasOwn(given, field.code) ? given[field.code] : undefined;
    if (!('from' in field) || typeof value !== 'string' || value.trim() === '') continue;
    for (const [tag, text] of tagsOf(field.from, value)) written.set(tag, text);
  }
  return contentOf(written);
}

/** The fields of ours that a value goes back into. What was put together of several is not taken apart again but the serial. */
function tagsOf(from: string, value: string): readonly (readonly [string, string])[] {
  if (from === 'serial')
    return [
      ['mark.1.kind', 'serial'],
      ['mark.1.part', 'receiver'],
      ['mark.1.text', value],
    ];
  if (from === 'more-marks') return [['item.others', value]];
  return isComputed(from) ? [] : [[from, value]];
}
