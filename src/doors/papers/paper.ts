/**
 * A paper as blocks, from what was said: a request with room for its answer, an empty form, or a letter on the template of the
 * State. Document and print page are made from the same blocks, so that they never tell different things.
 *
 * @clause ITI 17, ITI 19, ITI 20, C-13
 */
import type { MessageView } from '../../acts/view-message.ts';
import type { Missing, Photograph } from '../../domain/trace/request.ts';
import type { SaidKind } from '../../domain/trace/thread.ts';
import {
  type Field,
  FORM,
  type LabelName,
  type PartName,
  type Section,
  type SectionName,
} from './form.data.ts';
import { type Values, valuesOfSaid } from './values.ts';
import { PAPER_WORDS, type PaperLanguage } from './words.ts';
import type { PaperWords } from './words-shape.ts';

export type Entry = {
  readonly tag: string;
  readonly label: string;
  readonly field: Field;
  /** A code of its list, or what was written; empty where nothing stands. */
  readonly value: string;
};

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'words'; readonly lines: readonly string[] }
  | { readonly kind: 'fields'; readonly entries: readonly Entry[]; readonly isOpen: boolean }
  | {
      readonly kind: 'table';
      readonly heads: readonly string[];
      readonly rows: readonly (readonly Entry[])[];
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'photographs';
      readonly photographs: readonly { readonly caption: string; readonly bytes: Buffer }[];
    }
  | { readonly kind: 'signatures'; readonly lines: readonly string[]; readonly stamp: string | undefined }
  | { readonly kind: 'page' };

export type Paper = {
  readonly language: PaperLanguage;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The request it belongs to; none of an empty form. */
  readonly request?: string;
};

const EMPTY: Values = new Map();

/** The request with its answer to be filled in. */
export function requestPaper(view: MessageView, language: PaperLanguage): Paper {
  const words = PAPER_WORDS[language];
  const values = valuesOfSaid(view);
  const photographs = view.kind === 'request' ? view.content.photographs : [];
  const asked = [
    { kind: 'heading', level: 1, text: words.parts.request } as const,
    ...partBlocks(words, 'request', values, 'closed', photographs),
  ];
  // What another State asks stands on no letterhead of ours.
  if (view.direction === 'in')
    return { language, request: view.request, title: words.titles.request, blocks: asked };
  return {
    ...{ language, request: view.request },
    title: `${words.titles.request} ${view.ourReference}`.trim(),
    blocks: [
      ...head(view, words, [words.says.request, ...words.howTo]),
      ...asked,
      signatures(view, words),
      { kind: 'page' },
      { kind: 'heading', level: 1, text: words.parts.answer },
      ...partBlocks(words, 'answer', EMPTY, 'open'),
      { kind: 'signatures', lines: [words.signature], stamp: words.stamp },
    ],
  };
}

/** The empty form: a request to be filled in by whoever asks, and its answer. */
export function emptyForm(language: PaperLanguage): Paper {
  const words = PAPER_WORDS[language];
  return {
    language,
    title: words.titles.form,
    blocks: [
      { kind: 'words', lines: words.howTo },
      { kind: 'heading', level: 1, text: words.parts.request },
      ...partBlocks(words, 'request', EMPTY, 'open'),
      { kind: 'signatures', lines: [words.signature], stamp: words.stamp },
      { kind: 'page' },
      { kind: 'heading', level: 1, text: words.parts.answer },
      ...partBlocks(words, 'answer', EMPTY, 'open'),
      { kind: 'signatures', lines: [words.signature], stamp: words.stamp },
    ],
  };
}

/** A letter that tells what we said, or the copy of a request for the body that watches over an embargo. */
export function letterPaper(view: MessageView, language: PaperLanguage, to?: string): Paper {
  const words = PAPER_WORDS[language];
  const about: SaidKind | 'embargo' = to === undefined ? view.kind : 'embargo';
  const said = valuesOfSaid(view);
  const photographs = view.kind === 'request' ? view.content.photographs : [];
  const part: PartName = view.kind === 'request' ? 'request' : 'answer';
  return {
    ...{ language, request: view.request },
    title: words.subjects[about],
    blocks: [
      ...head(view, words, [words.says[about], ...freeLines(view, words)], to),
      ...partBlocks(words, part, said, 'told', photographs),
      signatures(view, words),
    ],
  };
}

/** Letterhead, references, and the first sentences. */
function head(view: MessageView, words: PaperWords, lines: readonly string[], to?: string): readonly Block[] {
  const { letter, ourReference, theirReference, country, at } = view;
  const told = (label: string, value: string | undefined): readonly string[] =>
    value ? [`${label}${words.colon}${value}`] : [];
  const refs = [
    ...told(words.country, to ?? country),
    ...told(words.ourReference, ourReference),
    ...told(words.yourReference, theirReference),
    ...told(words.date, [letter.place, at.slice(0, 10)].filter((part) => part !== '').join(', ')),
    ...told(words.articles, view.kind === 'answer' ? letter.articles : ''),
  ];
  return [
    ...(letter.head.length > 0 ? [{ kind: 'words', lines: letter.head } as const] : []),
    { kind: 'words', lines: refs },
    { kind: 'words', lines },
  ];
}

/** What a letter says in free words. */
function freeLines(view: MessageView, words: PaperWords): readonly string[] {
  switch (view.kind) {
    case 'more-wanted':
      return view.content.fields.flatMap((field) => missingWord(words, field) ?? []);
    case 'more-given':
    case 'clarification-wanted':
    case 'clarification-given':
      return [view.content.text];
    case 'withdrawn':
      return [view.content.reason];
    case 'closed':
      return [
        `${words.outcome}${words.colon}${outcomeWord(words, view.content.outcome)}`,
        view.content.text ?? '',
      ].filter((line) => line !== '');
    default:
      return [];
  }
}

/** A partner may write an outcome of its own. */
function outcomeWord({ choices }: PaperWords, outcome: string): string {
  return (choices.outcomes as Readonly<Record<string, string>>)[outcome] ?? outcome;
}

const MISSING: Readonly<Record<Missing, { readonly label: LabelName } | { readonly section: SectionName }>> =
  {
    ground: { section: 'ground' },
    law: { label: 'law' },
    embargo: { label: 'embargo' },
    circumstances: { label: 'circumstances' },
    authority: { label: 'authority' },
    marks: { section: 'marks' },
    type: { label: 'class' },
    calibre: { label: 'calibre' },
    use: { section: 'use' },
    'urgency-reason': { label: 'urgency' },
    mandate: { label: 'mandate' },
    'lot-number': { label: 'lotNumber' },
    'lot-items': { section: 'lot' },
  };

/** What ITI 17 asks for and a request does not say, in words. */
export function missingWord(words: PaperWords, missing: string): string | undefined {
  const known = MISSING[missing as Missing];
  if (known === undefined) return undefined;
  return 'label' in known ? words.labels[known.label] : words.sections[known.section];
}

function signatures({ letter }: MessageView, words: PaperWords): Block {
  const lines = letter.signatures.length > 0 ? letter.signatures : [words.signature];
  return { kind: 'signatures', lines, stamp: letter.hasStamp ? words.stamp : undefined };
}

/** Open: to be filled in. Closed: filled by us, shown whole. Told: only what stands. */
type Showing = 'open' | 'closed' | 'told';

function partBlocks(
  words: PaperWords,
  part: PartName,
  values: Values,
  showing: Showing,
  photographs: readonly Photograph[] = [],
): readonly Block[] {
  return FORM.filter((section) => section.part === part).flatMap((section) => {
    const blocks =
      section.name === 'photographs'
        ? pictureBlocks(words, photographs)
        : sectionBlocks(section, words, values, showing);
    if (blocks.length === 0) return [];
    return [{ kind: 'heading', level: 2, text: words.sections[section.name] } as const, ...blocks];
  });
}

function sectionBlocks(
  section: Section,
  words: PaperWords,
  values: Values,
  showing: Showing,
): readonly Block[] {
  const isOpen = showing === 'open';
  const entry = (field: Field, tag = field.tag): Entry => ({
    ...{ tag, field, value: values.get(tag) ?? '' },
    label: labelOf(words, field),
  });
  if ('fields' in section) {
    const entries = section.fields.map((field) => entry(field));
    const shown = isOpen ? entries : entries.filter(({ value }) => value !== '');
    return shown.length > 0 ? [{ kind: 'fields', entries: shown, isOpen }] : [];
  }
  const { table, columns, empty } = section;
  const filled = countRows(values, table);
  const count = isOpen ? Math.max(filled, empty) : filled;
  if (count === 0) return [];
  const all = Array.from({ length: count }, (_, row) =>
    columns.map((field) => entry(field, `${table}.${row + 1}.${field.tag}`)),
  );
  const stands = columns.map((_, at) => isOpen || all.some((row) => row[at]!.value !== ''));
  return [
    {
      ...{ kind: 'table', isOpen },
      heads: columns.filter((_, at) => stands[at]).map((field) => labelOf(words, field)),
      rows: all.map((row) => row.filter((_, at) => stands[at])),
    },
  ];
}

/** The label of a field; of a box the thing that it stands for. */
function labelOf(words: PaperWords, { label, of }: Field): string {
  if (!of) return words.labels[label];
  const [list, code] = of;
  return (words.choices[list] as Readonly<Record<string, string>>)[code] ?? code;
}

function countRows(values: Values, table: string): number {
  const rows = [...values.keys()].flatMap((tag) => {
    const [, row] = new RegExp(`^${table}\\.(\\d+)\\.`).exec(tag) ?? [];
    return row === undefined ? [] : [Number(row)];
  });
  return Math.max(0, ...rows);
}

function pictureBlocks(words: PaperWords, photographs: readonly Photograph[]): readonly Block[] {
  if (photographs.length === 0) return [];
  const shown = photographs.map(({ side, mark, hasScale, bytes }) => ({
    caption: [words.sides[side], mark, hasScale ? `(${words.scale})` : undefined]
      .filter((part) => part !== undefined)
      .join(' '),
    bytes: Buffer.from(bytes, 'base64url'),
  }));
  return [{ kind: 'photographs', photographs: shown }];
}

/** What stands in a field, in words: the word of a code, else what was written. */
export function shownValue(words: PaperWords, { field, value }: Entry): string {
  const list = field.choice ?? field.known;
  return list ? ((words.choices[list] as Readonly<Record<string, string>>)[value] ?? value) : value;
}
