/**
 * What stands in several places of a certified report: words of codes, the thing and its marks, steps of a chain, parties, and
 * the last lawful holder, who is told as a witness.
 */
import { html } from 'hono/html';
import type { PartyTold } from '../../domain/trace/answer.ts';
import type { SentMark, TracedItem } from '../../domain/trace/request.ts';
import { TRACE_TERMS } from '../words/trace-terms.ts';
import { code, type Html, said } from './text.ts';
import { formatWhen } from './when.ts';
import { REPORT_WORDS } from './words/report.ts';
import type { Words } from './words/words.ts';

export type Line = readonly [name: string, value: Html | string];
export type Members = Readonly<Record<string, unknown>>;

/** A text, or none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The word for a code; a code that is not known stands as it is. */
export function named(known: Readonly<Record<string, string>>, value: unknown): string {
  const key = textOf(value);
  return Object.hasOwn(known, key) ? known[key]! : key;
}

/** A line where there is something to say. */
export function spoken(
  name: string,
  value: unknown,
  say: (value: string) => Html | string,
): Line | undefined {
  return textOf(value) === '' ? undefined : [name, say(textOf(value))];
}

/** The same for a number or a code. */
export const quoted = (name: string, value: unknown): Line | undefined => spoken(name, value, code);
/** A number or a code. */
export const reference = (value: unknown): Html => code(textOf(value));

/** Marks, each with its kind and part. */
function marksLine(words: Words, marks: readonly SentMark[]): Line | undefined {
  const { markKinds, parts, conditions } = words.terms;
  if (marks.length === 0) return undefined;
  const list = marks.map(
    ({ kind, part, text: mark, condition }) =>
      html`<span class="line">${markKinds[kind]} · ${parts[part]}${words.colon}${code(mark)} (${conditions[condition]})</span>`,
  );
  return [REPORT_WORDS[words.language].marks, html`${list}`];
}

/** What a thing is, and its marks. */
export function thingLines(words: Words, item: Partial<TracedItem>): readonly (Line | undefined)[] {
  const own = REPORT_WORDS[words.language];
  const number = (name: string, value: number | undefined): Line | undefined =>
    value === undefined ? undefined : [name, code(String(value))];
  return [
    spoken(own.kindOfThing, item.kind, (kind) => named(TRACE_TERMS[words.language].items, kind)),
    spoken(own.class, item.class, (kind) => named(words.terms.classes, kind)),
    spoken(own.maker, item.maker, said),
    spoken(own.model, item.model, said),
    quoted(own.calibre, item.calibre),
    quoted(own.country, item.country),
    number(own.year, item.year),
    quoted(own.importedTo, [item.importCountry, item.importYear].filter(Boolean).join(' ')),
    number(own.quantity, item.quantity),
    quoted(own.lotNumber, item.lotNumber),
    marksLine(words, item.marks ?? []),
    ...(item.items ?? []).map(({ marks }) => marksLine(words, marks)),
    spoken(own.others, item.others, said),
  ];
}

function partyTold(words: Words, { kind, country, name }: PartyTold): Html {
  const what = named(TRACE_TERMS[words.language].parties, kind);
  return html`${name ? html`${said(name)} · ` : ''}${what}${country ? html` · ${code(country)}` : ''}`;
}

/** A step of a chain: what happened and when, from whom to whom, on which paper. */
export function stepLine(words: Words, event: string, happened: string, told: Members): Line {
  const own = REPORT_WORDS[words.language];
  const { from, to } = told as { readonly from?: PartyTold; readonly to?: PartyTold };
  const parts = [
    html`${said(formatWhen(words, happened))}`,
    ...(from ? [html`<span class="line">${own.from}${words.colon}${partyTold(words, from)}</span>`] : []),
    ...(to ? [html`<span class="line">${own.to}${words.colon}${partyTold(words, to)}</span>`] : []),
    ...(told.reference ? [html`<span class="line">${reference(told.reference)}</span>`] : []),
  ];
  return [named(words.terms.events, event), html`${parts}`];
}

export type Held = {
  readonly holder: PartyTold;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** The last lawful holder. */
export function holderLines(words: Words, { holder: who, from, until }: Held): readonly Line[] {
  const own = REPORT_WORDS[words.language];
  const times = [from, until].map((time) => (time === undefined ? '…' : formatWhen(words, time)));
  return [
    [
      own.lastLawful,
      html`${partyTold(words, who)} <span class="line">${said(times.join(' – '))}</span><strong class="line">${own.witness}</strong>`,
    ],
  ];
}

/** What was irregular: an event, or records that contradict each other. */
export function irregularWords(words: Words, kind: string): string {
  const { clashes } = words.terms;
  const clash = Object.hasOwn(clashes, kind) ? clashes[kind as keyof typeof clashes] : undefined;
  return clash?.name ?? named(words.terms.events, kind);
}
