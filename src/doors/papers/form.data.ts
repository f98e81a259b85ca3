/**
 * The fields of the request and of its answer as they stand on paper, in their order. The name of a field is the tag of its
 * content control, so that a filled document is read back by names and never by places or words; names never change, new ones
 * are added.
 *
 * @clause ITI 17, ITI 19, ITI 20, ITI 22, C-13
 */
import { CLASSES } from '../../domain/arms/classification.ts';
import { MARK_CONDITIONS, MARK_KINDS, PARTS } from '../../domain/marks/mark.ts';
import {
  ANSWER_KINDS,
  PARTY_KINDS_TOLD,
  REFUSAL_GROUNDS,
  WITHHELD_THINGS,
} from '../../domain/trace/answer.ts';
import { CHAIN_EVENTS } from '../../domain/trace/chain.ts';
import { OUTCOMES } from '../../domain/trace/outcome.ts';
import {
  GROUNDS,
  ITEM_KINDS,
  LIMIT_CODES,
  RECOVERED,
  REQUESTER_KINDS,
  USES,
} from '../../domain/trace/request.ts';

/** What tells this form from others; the number rises where an old reader could misread it. */
export const FORM_NAME = 'countermark-trace/1';

/** Closed lists that a field is chosen from. */
export const CHOICES = {
  requesterKinds: REQUESTER_KINDS,
  grounds: GROUNDS,
  recovered: RECOVERED,
  itemKinds: ITEM_KINDS,
  classes: Object.keys(CLASSES) as readonly (keyof typeof CLASSES)[],
  parts: PARTS,
  markKinds: MARK_KINDS,
  conditions: MARK_CONDITIONS,
  uses: USES,
  urgency: ['routine', 'urgent'],
  limits: LIMIT_CODES,
  answerKinds: ANSWER_KINDS,
  refusalGrounds: REFUSAL_GROUNDS,
  partyKinds: PARTY_KINDS_TOLD,
  events: CHAIN_EVENTS,
  searched: ['found', 'not-found', 'not-answered', 'not-searched'],
  withheld: WITHHELD_THINGS,
  outcomes: OUTCOMES,
  yes: ['yes'],
} as const;
export type ChoiceName = keyof typeof CHOICES;
export type ChoiceWords = {
  readonly [Name in ChoiceName]: Readonly<Record<(typeof CHOICES)[Name][number], string>>;
};

export type FieldKind = 'line' | 'text' | 'date' | 'country' | 'year' | 'count' | 'position';
export type Field = {
  readonly tag: string;
  readonly label: LabelName;
  readonly kind: FieldKind;
  readonly choice?: ChoiceName;
  /** A list whose codes stand for themselves in a field of free words. */
  readonly known?: ChoiceName;
  /** Of a box to be ticked with "yes": what it stands for, from its list. */
  readonly of?: readonly [ChoiceName, string];
};

export const LABELS = [
  ...(['reference', 'requesterKind', 'name', 'country', 'mandate', 'contact', 'case', 'urgency'] as const),
  ...(['reason', 'law', 'embargo', 'recovered', 'date', 'place', 'position', 'authority'] as const),
  ...(['circumstances', 'itemKind', 'class', 'part', 'maker', 'model', 'calibre', 'madeIn'] as const),
  ...(['importCountry', 'importYear', 'year', 'quantity', 'lotNumber', 'others', 'markKind'] as const),
  ...(['markText', 'condition', 'note', 'use', 'details', 'says', 'by', 'moreText', 'answerKind'] as const),
  ...(['refusalGround', 'expected', 'event', 'fromKind', 'fromCountry', 'fromName', 'toKind'] as const),
  ...(['toCountry', 'toName', 'holderKind', 'from', 'until', 'licence', 'register', 'outcome'] as const),
  ...(['asOf', 'withheldWhat', 'yes'] as const),
] as const;
export type LabelName = (typeof LABELS)[number];

export const SECTIONS = [
  ...(['requester', 'ground', 'recovery', 'item', 'marks', 'lot', 'photographs', 'use', 'limits'] as const),
  ...(['earlier', 'acknowledged', 'more', 'answer', 'found', 'foundMarks', 'chain', 'lastLawful'] as const),
  ...(['exportedTo', 'irregularity', 'searched', 'withheld', 'answerLimits'] as const),
] as const;
export type SectionName = (typeof SECTIONS)[number];

export type Section =
  | { readonly name: SectionName; readonly part: PartName; readonly fields: readonly Field[] }
  | {
      readonly name: SectionName;
      readonly part: PartName;
      /** Tags of a row are the name of the table, its number from 1, and the tag of the column. */
      readonly table: string;
      readonly columns: readonly Field[];
      /** Rows left empty to be filled in. */
      readonly empty: number;
    };
export type PartName = 'request' | 'answer';

const line = (tag: string, label: LabelName): Field => ({ tag, label, kind: 'line' });
const words = (tag: string, label: LabelName): Field => ({ tag, label, kind: 'text' });
const date = (tag: string, label: LabelName = 'date'): Field => ({ tag, label, kind: 'date' });
const country = (tag: string, label: LabelName = 'country'): Field => ({ tag, label, kind: 'country' });
const choice = (tag: string, label: LabelName, of: ChoiceName): Field => ({
  ...{ tag, label, kind: 'line' },
  choice: of,
});
const boxes = <Name extends ChoiceName>(prefix: string, name: Name): readonly Field[] =>
  CHOICES[name].map((code) => ({
    ...{ tag: `${prefix}.${code}`, label: 'yes', kind: 'line', choice: 'yes' },
    of: [name, code] as const,
  }));

const MARK_COLUMNS: readonly Field[] = [
  choice('kind', 'markKind', 'markKinds'),
  choice('part', 'part', 'parts'),
  line('text', 'markText'),
  choice('condition', 'condition', 'conditions'),
  line('note', 'note'),
];

/** The request, as ITI 17 asks for it. */
const REQUEST: readonly Section[] = [
  {
    ...{ name: 'requester', part: 'request' },
    fields: [
      line('request.reference', 'reference'),
      choice('requester.kind', 'requesterKind', 'requesterKinds'),
      line('requester.name', 'name'),
      country('requester.country'),
      line('requester.mandate', 'mandate'),
      line('requester.contact', 'contact'),
      line('case', 'case'),
      choice('urgency.level', 'urgency', 'urgency'),
      line('urgency.reason', 'reason'),
    ],
  },
  {
    ...{ name: 'ground', part: 'request' },
    fields: [...boxes('ground', 'grounds'), words('ground.law', 'law'), line('ground.embargo', 'embargo')],
  },
  {
    ...{ name: 'recovery', part: 'request' },
    fields: [
      choice('recovery.kind', 'recovered', 'recovered'),
      date('recovery.happened'),
      country('recovery.country'),
      line('recovery.place', 'place'),
      { tag: 'recovery.position', label: 'position', kind: 'position' },
      line('recovery.authority', 'authority'),
      words('recovery.circumstances', 'circumstances'),
    ],
  },
  {
    ...{ name: 'item', part: 'request' },
    fields: [
      choice('item.kind', 'itemKind', 'itemKinds'),
      choice('item.class', 'class', 'classes'),
      choice('item.part', 'part', 'parts'),
      line('item.maker', 'maker'),
      line('item.model', 'model'),
      line('item.calibre', 'calibre'),
      country('item.country', 'madeIn'),
      { tag: 'item.year', label: 'year', kind: 'year' },
      country('item.importCountry', 'importCountry'),
      { tag: 'item.importYear', label: 'importYear', kind: 'year' },
      { tag: 'item.quantity', label: 'quantity', kind: 'count' },
      line('item.lotNumber', 'lotNumber'),
      words('item.others', 'others'),
    ],
  },
  { name: 'marks', part: 'request', table: 'mark', columns: MARK_COLUMNS, empty: 6 },
  {
    ...{ name: 'lot', part: 'request', table: 'lot', empty: 4 },
    columns: [line('reference', 'reference'), ...MARK_COLUMNS],
  },
  { name: 'photographs', part: 'request', fields: [] },
  { name: 'use', part: 'request', fields: [choice('use.code', 'use', 'uses'), line('use.text', 'details')] },
  {
    ...{ name: 'limits', part: 'request' },
    fields: [...boxes('limit', 'limits'), line('limit.text', 'details')],
  },
  {
    ...{ name: 'earlier', part: 'request', table: 'earlier', empty: 0 },
    columns: [country('country'), line('reference', 'reference'), date('answered'), line('says', 'says')],
  },
];

/** What the State asked fills in. */
const ANSWER: readonly Section[] = [
  {
    ...{ name: 'acknowledged', part: 'answer' },
    fields: [
      line('acknowledged.reference', 'reference'),
      line('acknowledged.by', 'by'),
      line('acknowledged.note', 'note'),
    ],
  },
  { name: 'more', part: 'answer', fields: [words('more.text', 'moreText')] },
  {
    ...{ name: 'answer', part: 'answer' },
    fields: [
      line('answer.reference', 'reference'),
      choice('answer.kind', 'answerKind', 'answerKinds'),
      choice('answer.ground', 'refusalGround', 'refusalGrounds'),
      words('answer.reason', 'reason'),
      date('answer.expected', 'expected'),
      words('answer.note', 'note'),
    ],
  },
  {
    ...{ name: 'found', part: 'answer' },
    fields: [line('found.maker', 'maker'), line('found.model', 'model'), line('found.calibre', 'calibre')],
  },
  { name: 'foundMarks', part: 'answer', table: 'foundmark', columns: MARK_COLUMNS, empty: 2 },
  {
    ...{ name: 'chain', part: 'answer', table: 'chain', empty: 6 },
    columns: [
      choice('event', 'event', 'events'),
      date('happened'),
      choice('from.kind', 'fromKind', 'partyKinds'),
      country('from.country', 'fromCountry'),
      line('from.name', 'fromName'),
      choice('to.kind', 'toKind', 'partyKinds'),
      country('to.country', 'toCountry'),
      line('to.name', 'toName'),
      line('reference', 'reference'),
    ],
  },
  {
    ...{ name: 'lastLawful', part: 'answer' },
    fields: [
      choice('last.kind', 'holderKind', 'partyKinds'),
      country('last.country'),
      line('last.name', 'name'),
      date('last.from', 'from'),
      date('last.until', 'until'),
    ],
  },
  {
    ...{ name: 'exportedTo', part: 'answer' },
    fields: [country('exported.country'), line('exported.licence', 'licence'), date('exported.happened')],
  },
  {
    ...{ name: 'irregularity', part: 'answer' },
    fields: [
      { tag: 'irregularity.event', label: 'event', kind: 'line', known: 'events' },
      date('irregularity.happened'),
      line('irregularity.reference', 'reference'),
    ],
  },
  {
    ...{ name: 'searched', part: 'answer', table: 'searched', empty: 4 },
    columns: [line('register', 'register'), choice('outcome', 'outcome', 'searched'), date('asof', 'asOf')],
  },
  {
    ...{ name: 'withheld', part: 'answer', table: 'withheld', empty: 2 },
    columns: [
      choice('what', 'withheldWhat', 'withheld'),
      choice('ground', 'refusalGround', 'refusalGrounds'),
    ],
  },
  {
    ...{ name: 'answerLimits', part: 'answer' },
    fields: [...boxes('answerlimit', 'limits'), line('answerlimit.text', 'details')],
  },
];

export const FORM: readonly Section[] = [...REQUEST, ...ANSWER];
