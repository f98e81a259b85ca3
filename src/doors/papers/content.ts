/**
 * What a filled paper says, as messages of a request: a request, an acknowledgement, what more is needed, an answer. A message
 * that lacks something it cannot be without is not made; what it lacks is told, and what was read stays to be completed by a
 * person.
 *
 * @clause ITI 17, ITI 20, C-13
 */
import { SAID_CONTENT } from '../../acts/trace-shapes.ts';
import type { Said, SaidKind } from '../../domain/trace/thread.ts';
import { CHOICES } from './form.data.ts';
import { type Unread, understandFields } from './understand.ts';
import type { Values } from './values.ts';

export type ReadPaper = {
  /** The request that the paper belongs to, as its maker called it. */
  readonly request?: string;
  /** What it says, as far as it is whole. */
  readonly said: readonly Said[];
  /** Everything that was understood, by field: also of messages that are not whole. */
  readonly values: Values;
  readonly unread: readonly Unread[];
};

/** What the fields of a paper say. */
export function contentOf(written: Values): ReadPaper {
  const { values, unread } = understandFields(written);
  const lacks: Unread[] = [];
  const said = [
    made('request', hasAny(values, REQUEST_TAGS) ? requestOf(values, lacks) : undefined, lacks),
    made('acknowledged', hasAny(values, ['acknowledged.']) ? acknowledgedOf(values) : undefined, lacks),
    made('more-wanted', moreOf(values), lacks),
    made('answer', hasAny(values, ANSWER_TAGS) ? answerOf(values, lacks) : undefined, lacks),
  ].filter((one) => one !== undefined);
  const request = written.get('paper.request');
  return { ...(request ? { request } : {}), said, values, unread: [...unread, ...lacks] };
}

const REQUEST_TAGS = ['request.', 'requester.', 'recovery.', 'item.', 'mark.', 'lot.'];
const ANSWER_TAGS = [
  'answer.',
  'chain.',
  'last.',
  'exported.',
  'searched.',
  'withheld.',
  'found.',
  'irregularity.',
];

function hasAny(values: Values, prefixes: readonly string[]): boolean {
  return [...values.keys()].some((tag) => prefixes.some((prefix) => tag.startsWith(prefix)));
}

/** Fields of the form by where their content stands, for what is missing. */
const TAG_OF_PATH: Readonly<Record<string, string>> = {
  'request reference': 'request.reference',
  'acknowledged reference': 'acknowledged.reference',
  'answer reference': 'answer.reference',
  'answer kind': 'answer.kind',
  'request use.code': 'use.code',
};

function made(kind: SaidKind, content: object | undefined, lacks: Unread[]): Said | undefined {
  if (content === undefined) return undefined;
  const parsed = SAID_CONTENT[kind].safeParse(withoutEmpty(content));
  if (parsed.success) return { kind, content: parsed.data } as Said;
  for (const { path } of parsed.error.issues) {
    const where = path.join('.');
    lacks.push({ tag: TAG_OF_PATH[`${kind} ${where}`] ?? where, text: '', why: 'missing' });
  }
  return undefined;
}

/** Leaves out what is undefined, at every depth. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutEmpty(member)]));
}

function requestOf(values: Values, lacks: Unread[]): object {
  const get = (tag: string): string | undefined => values.get(tag);
  const all = (prefix: string, names: readonly string[]): object =>
    Object.fromEntries(names.map((name) => [name, get(`${prefix}.${name}`)]));
  const [latitude, longitude] = (get('recovery.position') ?? '').split(',').map(Number);
  const items = lotOf(values, lacks);
  return {
    reference: get('request.reference'),
    requester: all('requester', ['kind', 'name', 'country', 'mandate', 'contact']),
    ground: {
      codes: CHOICES.grounds.filter((code) => get(`ground.${code}`) !== undefined),
      law: get('ground.law') ?? '',
      embargo: get('ground.embargo'),
    },
    recovery: {
      ...all('recovery', ['kind', 'country', 'place']),
      happened: get('recovery.happened') ?? '',
      position: longitude === undefined ? undefined : { latitude, longitude },
      authority: get('recovery.authority') ?? '',
      circumstances: get('recovery.circumstances') ?? '',
    },
    item: {
      ...all('item', ['kind', 'part', 'maker', 'model', 'calibre', 'country', 'importCountry']),
      ...all('item', ['lotNumber', 'others']),
      class: get('item.class') ?? 'unknown',
      ...numbersOf(values, ['year', 'importYear', 'quantity']),
      marks: rowsOf(values, 'mark').flatMap((row) => markOf(row, lacks) ?? []),
      items: items.length > 0 ? items : undefined,
    },
    photographs: [],
    use: { code: get('use.code'), text: get('use.text') },
    urgency: { level: get('urgency.level') ?? 'routine', reason: get('urgency.reason') },
    limits: limitsOf(values, 'limit'),
    case: get('case'),
    earlier: earlierOf(values),
  };
}

function numbersOf(values: Values, names: readonly string[]): object {
  return Object.fromEntries(
    names.map((name) => {
      const value = values.get(`item.${name}`);
      return [name, value === undefined ? undefined : Number(value)];
    }),
  );
}

type FormRow = { readonly name: string; get(column: string): string | undefined };

/** The rows of a table that hold anything, in their order. */
function rowsOf(values: Values, table: string): readonly FormRow[] {
  const numbers = new Set<number>();
  for (const tag of values.keys()) {
    const [, row] = new RegExp(`^${table}\\.(\\d+)\\.`).exec(tag) ?? [];
    if (row !== undefined) numbers.add(Number(row));
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .map((row) => ({ name: `${table}.${row}`, get: (column) => values.get(`${table}.${row}.${column}`) }));
}

/** A row that lacks what it cannot be without is told and left out. */
function whole<T extends object>(
  row: FormRow,
  needed: readonly string[],
  value: T,
  lacks: Unread[],
): T | undefined {
  const [missing] = needed.filter((column) => row.get(column) === undefined);
  if (missing === undefined) return value;
  lacks.push({ tag: `${row.name}.${missing}`, text: '', why: 'row-unfinished' });
  return undefined;
}

function markOf(row: FormRow, lacks: Unread[]): object | undefined {
  const mark = {
    ...{ kind: row.get('kind'), part: row.get('part') ?? 'arm', text: row.get('text') ?? '' },
    ...{ condition: row.get('condition') ?? 'not-examined', note: row.get('note') },
  };
  return whole(row, ['kind'], mark, lacks);
}

/** Lines of one reference are one recovery; a line without one stands alone. */
function lotOf(values: Values, lacks: Unread[]): readonly object[] {
  const items = new Map<string, { reference: string | undefined; marks: object[] }>();
  for (const row of rowsOf(values, 'lot')) {
    const mark = markOf(row, lacks);
    if (!mark) continue;
    const reference = row.get('reference');
    const key = reference ?? row.name;
    const item = items.get(key) ?? { reference, marks: [] };
    item.marks.push(mark);
    items.set(key, item);
  }
  return [...items.values()];
}

function earlierOf(values: Values): readonly object[] | undefined {
  const rows = rowsOf(values, 'earlier').map((row) => ({
    ...{ country: row.get('country'), reference: row.get('reference') ?? '' },
    ...{ answered: row.get('answered') ?? '', says: row.get('says') ?? '' },
  }));
  return rows.length > 0 ? rows : undefined;
}

function limitsOf(values: Values, prefix: string): readonly object[] {
  const text = values.get(`${prefix}.text`);
  const codes = CHOICES.limits.filter((code) => values.get(`${prefix}.${code}`) !== undefined);
  // Words without a box are a limit all the same, and the strictest.
  const told = text !== undefined && !codes.includes('other') ? [...codes, 'other' as const] : codes;
  return told.map((code) => ({ code, text: code === 'other' ? text : undefined }));
}

function acknowledgedOf(values: Values): object {
  return {
    reference: values.get('acknowledged.reference'),
    by: values.get('acknowledged.by'),
    note: values.get('acknowledged.note'),
  };
}

function moreOf(values: Values): object | undefined {
  const text = values.get('more.text');
  return text === undefined ? undefined : { fields: [], text };
}

function answerOf(values: Values, lacks: Unread[]): object {
  const get = (tag: string): string | undefined => values.get(tag);
  const marks = rowsOf(values, 'foundmark').flatMap((row) => markOf(row, lacks) ?? []);
  const found = { maker: get('found.maker'), model: get('found.model'), calibre: get('found.calibre') };
  const isFound = marks.length > 0 || Object.values(found).some((value) => value !== undefined);
  const holder = partyOf(get, 'last');
  return {
    ...{ reference: get('answer.reference'), kind: get('answer.kind'), ground: get('answer.ground') },
    ...{ reason: get('answer.reason'), expected: get('answer.expected'), note: get('answer.note') },
    item: isFound ? { ...found, marks } : undefined,
    chain: rowsOf(values, 'chain').flatMap((row) => linkOf(row, lacks) ?? []),
    lastLawful: holder && { holder, from: get('last.from'), until: get('last.until') },
    exportedTo: get('exported.country') && {
      ...{ country: get('exported.country'), licence: get('exported.licence') },
      happened: get('exported.happened') ?? '',
    },
    irregularity: get('irregularity.event') && {
      ...{ event: get('irregularity.event'), happened: get('irregularity.happened') ?? '' },
      reference: get('irregularity.reference'),
    },
    searched: rowsOf(values, 'searched').flatMap((row) => {
      const one = { register: row.get('register'), outcome: row.get('outcome'), asOf: row.get('asof') };
      return whole(row, ['register', 'outcome'], one, lacks) ?? [];
    }),
    withheld: rowsOf(values, 'withheld').flatMap(
      (row) =>
        whole(row, ['what', 'ground'], { what: row.get('what'), ground: row.get('ground') }, lacks) ?? [],
    ),
    limits: limitsOf(values, 'answerlimit'),
  };
}

function partyOf(get: (tag: string) => string | undefined, prefix: string): object | undefined {
  const party = {
    kind: get(`${prefix}.kind`),
    country: get(`${prefix}.country`),
    name: get(`${prefix}.name`),
  };
  if (Object.values(party).every((value) => value === undefined)) return undefined;
  return { ...party, kind: party.kind ?? 'other' };
}

function linkOf(row: FormRow, lacks: Unread[]): object | undefined {
  const link = {
    ...{ event: row.get('event'), happened: row.get('happened') ?? '', reference: row.get('reference') },
    ...{ from: partyOf((tag) => row.get(tag), 'from'), to: partyOf((tag) => row.get(tag), 'to') },
  };
  return whole(row, ['event'], link, lacks);
}
