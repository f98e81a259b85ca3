/**
 * The forms of a trace: which act each is, what it is about, its fields, and what it asks the act. Adding a form is adding a
 * line here and its words.
 *
 * @clause C-02, C-05, C-07, C-08, C-11, J-02
 */
import { acknowledgeRequest } from '../../acts/acknowledge-request.ts';
import { askAgency } from '../../acts/ask-agency.ts';
import { closeTrace } from '../../acts/close-trace.ts';
import { draftAnswer } from '../../acts/draft-answer.ts';
import { linkCase } from '../../acts/link-case.ts';
import { nameOfficial } from '../../acts/name-official.ts';
import type { Act } from '../../acts/office.ts';
import { recordTraceFinding } from '../../acts/record-trace-finding.ts';
import { releaseAnswer } from '../../acts/release-answer.ts';
import { reopenTrace } from '../../acts/reopen-trace.ts';
import { reviewRelease } from '../../acts/review-release.ts';
import { takeArm } from '../../acts/take-arm.ts';
import { writeInRequest } from '../../acts/write-in-request.ts';
import { GROUNDED, WITHHELD_THINGS } from '../../domain/trace/answer.ts';
import { LIMIT_CODES } from '../../domain/trace/request.ts';
import { textField } from './forms.ts';
import { type Form, textOf } from './room.ts';
import type { Html } from './text.ts';
import {
  answerFields,
  askFields,
  caseFields,
  closeFields,
  findingFields,
  giveFields,
  moreFields,
  officialFields,
  oneText,
  releaseFields,
  reviewFields,
  type Sheet,
  takeFields,
  wishOf,
} from './trace-deed-fields.ts';
import { formTextsOf, termsOf } from './trace-told.ts';
import { readWhen } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

/** What a form says: what the act is asked, or which fields are wrong. */
export type Said = { readonly input: object } | { readonly wrong: ReadonlyMap<string, string> };

export type Deed = {
  readonly act: Act<never, unknown>;
  /** What stands behind the name of the form in its address. */
  readonly on?: 'request' | 'draft';
  readonly fields: (sheet: Sheet) => Html;
  /** Parties are read by the room; `ids` are those that names mean. */
  readonly parties?: readonly string[];
  readonly say: (sheet: Sheet, form: Form, ids: ReadonlyMap<string, string>) => Said;
};

export type DeedName = keyof typeof DEEDS;

/** The texts of some fields, where they are filled. */
function textsIn(form: Form, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = textOf(form, name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** Which boxes of a list are ticked. */
export function tickedIn<Code extends string>(
  form: Form,
  prefix: string,
  codes: readonly Code[],
): readonly Code[] {
  return codes.filter((one) => textOf(form, `${prefix}.${one}`) === 'yes');
}

/** Handling limits as a form says them; words without a box are a limit of their own. */
export function limitsIn(form: Form): readonly { readonly code: string; readonly text?: string }[] {
  const text = textOf(form, 'limitText');
  const ticked = new Set(tickedIn(form, 'limit', LIMIT_CODES));
  if (text !== undefined) ticked.add('other');
  return [...ticked].map((code) => (code === 'other' && text !== undefined ? { code, text } : { code }));
}

/** The fields that have to be filled, where they are not. */
function lacking(
  sheet: Sheet,
  form: Form,
  names: readonly string[],
  chosen: readonly string[] = [],
): ReadonlyMap<string, string> {
  const { missing, choose } = formTextsOf(sheet.visit);
  const empty = (name: string): boolean => textOf(form, name) === undefined;
  return new Map([
    ...names.filter(empty).map((name) => [name, missing] as const),
    ...chosen.filter(empty).map((name) => [name, choose] as const),
  ]);
}

const said = (wrong: ReadonlyMap<string, string>, input: object): Said =>
  wrong.size > 0 ? { wrong } : { input };

function dayWrong(sheet: Sheet, form: Form, name: string): ReadonlyMap<string, string> {
  const day = textOf(form, name);
  const isDay = day === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)));
  return new Map(isDay ? [] : [[name, formTextsOf(sheet.visit).dayWrong]]);
}

/** What is written in a request, by its kind. */
const written = (kind: string, name: 'more' | 'clarify' | 'clarified' | 'withdraw'): Deed => ({
  act: writeInRequest as never,
  on: 'request',
  fields: name === 'more' ? moreFields : oneText('text', (sheet) => textLabel(sheet, name)),
  say: (sheet, form) =>
    said(lacking(sheet, form, ['text']), {
      kind,
      text: textOf(form, 'text'),
      fields: tickedIn(form, 'field', Object.keys(termsOf(sheet.visit).missing)),
    }),
});

const textLabel = (sheet: Sheet, name: 'more' | 'clarify' | 'clarified' | 'withdraw'): string =>
  formTextsOf(sheet.visit)[name].text;

function sayGiven(sheet: Sheet, form: Form): Said {
  const before = sheet.request?.content;
  const again = textOf(form, 'again') === 'yes' && before !== undefined;
  const { ground, use, urgency, limits, case: reference } = before ?? {};
  const kept = Object.fromEntries(
    Object.entries({ ground, use, urgency, limits, case: reference }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  return said(lacking(sheet, form, ['text']), {
    kind: 'more-given',
    text: textOf(form, 'text'),
    ...(again ? { amended: kept } : {}),
  });
}

function sayAnswer(sheet: Sheet, form: Form): Said {
  const kind = textOf(form, 'kind') ?? '';
  const isGrounded = (GROUNDED as ReadonlySet<string>).has(kind);
  const needed = isGrounded ? ['reason', ...(kind === 'delayed' ? ['expected'] : [])] : [];
  const wrong = new Map([
    ...lacking(sheet, form, needed, ['kind', ...(isGrounded ? ['ground'] : [])]),
    ...dayWrong(sheet, form, 'expected'),
  ]);
  const ground = textOf(form, 'withheldGround');
  const withheld = tickedIn(form, 'withheld', WITHHELD_THINGS).map((what) => ({ what, ground }));
  return said(wrong, {
    kind,
    ...(isGrounded ? textsIn(form, ['ground', 'reason', 'expected']) : {}),
    ...(textOf(form, 'note') ? { note: textOf(form, 'note') } : {}),
    withheld,
    limits: limitsIn(form),
  });
}

function sayRelease(sheet: Sheet, form: Form): Said {
  const isTicked = (name: string): boolean => textOf(form, name) === 'yes';
  return said(lacking(sheet, form, [], ['decision']), {
    draft: sheet.draft?.draft,
    persons: isTicked('persons'),
    units: isTicked('units'),
    ...textsIn(form, ['decision', 'ground', 'why']),
  });
}

function sayFinding(sheet: Sheet, form: Form): Said {
  const happened = readWhen(form);
  const { when } = RECORD_WORDS[sheet.visit.words.language];
  const finding = textOf(form, 'finding');
  const chosen = finding === 'point-of-diversion' ? ['stage'] : finding === 'illicit-since' ? ['ground'] : [];
  const wrong = new Map(lacking(sheet, form, ['authority', 'words'], ['finding', ...chosen]));
  if (happened === 'missing') wrong.set('when', when.missing);
  if (happened === 'wrong') wrong.set('when', when.wrong);
  const country = textOf(form, 'country')?.toUpperCase();
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    wrong.set('country', formTextsOf(sheet.visit).countryWrong);
  return said(wrong, {
    ...textsIn(form, ['finding', 'authority', 'ground', 'stage', 'words']),
    ...(country ? { country } : {}),
    happened,
  });
}

function sayClose(sheet: Sheet, form: Form): Said {
  const outcome = textOf(form, 'outcome');
  const chosen = outcome === 'exempt' ? ['outcome', 'exemption'] : ['outcome'];
  return said(lacking(sheet, form, ['words'], chosen), {
    ...textsIn(form, ['outcome', 'failure', 'exemption', 'stage', 'words']),
    // A field called action would stand in the way of the form's own.
    ...(textOf(form, 'measure') ? { action: textOf(form, 'measure') } : {}),
    tell: textOf(form, 'tell') === 'yes',
  });
}

/** Every form by its name in the address. */
export const DEEDS = {
  ask: {
    act: askAgency as never,
    parties: ['agency'],
    fields: askFields,
    say: (sheet, form, ids) =>
      said(new Map([...lacking(sheet, form, ['words', 'agency']), ...dayWrong(sheet, form, 'due')]), {
        agency: ids.get('agency'),
        ...textsIn(form, ['words', 'due']),
      }),
  },
  acknowledge: {
    act: acknowledgeRequest as never,
    on: 'request',
    fields: (sheet) => textField(wishOf(sheet, 'note', formTextsOf(sheet.visit).acknowledge.note)),
    say: (_, form) => ({ input: textsIn(form, ['note']) }),
  },
  more: written('more-wanted', 'more'),
  give: { act: writeInRequest as never, on: 'request', fields: giveFields, say: sayGiven },
  clarify: written('clarification-wanted', 'clarify'),
  clarified: written('clarification-given', 'clarified'),
  withdraw: written('withdrawn', 'withdraw'),
  answer: { act: draftAnswer as never, on: 'request', fields: answerFields, say: sayAnswer },
  release: { act: releaseAnswer as never, on: 'draft', fields: releaseFields, say: sayRelease },
  review: {
    act: reviewRelease as never,
    on: 'draft',
    fields: reviewFields,
    say: (sheet, form) =>
      said(lacking(sheet, form, ['why'], ['good']), {
        draft: sheet.draft?.draft,
        good: textOf(form, 'good') === 'yes',
        ...textsIn(form, ['why']),
      }),
  },
  finding: { act: recordTraceFinding as never, fields: findingFields, say: sayFinding },
  case: {
    act: linkCase as never,
    fields: caseFields,
    say: (sheet, form) =>
      said(lacking(sheet, form, ['reference'], ['case']), textsIn(form, ['case', 'reference'])),
  },
  official: {
    act: nameOfficial as never,
    fields: officialFields,
    say: (sheet, form) =>
      said(lacking(sheet, form, ['login', 'why']), {
        ...textsIn(form, ['login', 'why']),
        ends: textOf(form, 'ends') === 'yes',
      }),
  },
  close: { act: closeTrace as never, fields: closeFields, say: sayClose },
  reopen: {
    act: reopenTrace as never,
    fields: oneText('why', (sheet) => formTextsOf(sheet.visit).reopen.why),
    say: (sheet, form) => said(lacking(sheet, form, ['why']), textsIn(form, ['why'])),
  },
  take: {
    act: takeArm as never,
    fields: takeFields,
    say: (sheet, form) => said(lacking(sheet, form, [], ['match']), textsIn(form, ['match'])),
  },
} as const satisfies Readonly<Record<string, Deed>>;

/** The form of a name. */
export function findDeed(name: string): Deed | undefined {
  return Object.hasOwn(DEEDS, name) ? DEEDS[name as DeedName] : undefined;
}
