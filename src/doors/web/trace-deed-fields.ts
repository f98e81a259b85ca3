/** The fields of each form of a trace, filled with what was typed; what each choice means stands beside it. */
import { html } from 'hono/html';
import type { MatchShown } from '../../acts/list-matches.ts';
import type { RequestView, TraceView } from '../../acts/trace-view-output.ts';
import { ANSWER_KINDS, REFUSAL_GROUNDS, WITHHELD_THINGS } from '../../domain/trace/answer.ts';
import { AGENCY_OUTCOMES, CASE_KINDS, FINDING_KINDS } from '../../domain/trace/event.ts';
import { EXEMPTIONS, FAILURES, LIFE_STAGES, OUTCOMES } from '../../domain/trace/outcome.ts';
import { GROUNDS, LIMIT_CODES, type Missing } from '../../domain/trace/request.ts';
import {
  choiceField,
  type FieldWish,
  inputField,
  radioField,
  textField,
  tickField,
  type Values,
} from './forms.ts';
import { type Problems, partyField } from './party-field.ts';
import { type Html, inSentence } from './text.ts';
import { answerParts, chainParts } from './trace-answer-parts.ts';
import { begun, formTextsOf, momentSaid, termsOf, textsOf } from './trace-told.ts';
import type { Working } from './visit.ts';
import { whenField } from './when-field.ts';

/** A form as it is shown: what it is about, what was typed, what was wrong. */
export type Sheet = {
  readonly visit: Working;
  readonly view: TraceView;
  readonly request: RequestView | undefined;
  readonly draft: RequestView['drafts'][number] | undefined;
  readonly matches: readonly MatchShown[];
  readonly values: Values;
  readonly problems: Problems;
};

/** A field of the form as it is shown. */
export function wishOf(
  { values, problems }: Pick<Sheet, 'values' | 'problems'>,
  name: string,
  label: string,
  hint?: string,
): FieldWish {
  const common = { name, label, value: values.get(name), wrong: problems.wrong.get(name) };
  return hint === undefined ? common : { ...common, hint };
}

/** A closed list as choices of a field. */
export const choicesOf = <Code extends string>(
  words: Working['words'],
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
) => codes.map((value) => ({ value, label: begun(words, names[value]) }));

/** Boxes to tick, one for each code, each a field of its own. */
export function tickList<Code extends string>(
  sheet: Pick<Sheet, 'visit' | 'values'>,
  legend: string,
  prefix: string,
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
  wrong?: string,
): Html {
  const boxes = codes.map((value) =>
    tickField({
      name: `${prefix}.${value}`,
      label: begun(sheet.visit.words, names[value]),
      value: sheet.values.get(`${prefix}.${value}`),
    }),
  );
  return html`<fieldset class="ticks"><legend>${legend}</legend>${boxes}${wrong ? html`<span class="wrong" role="alert">${wrong}</span>` : ''}</fieldset>`;
}

/** How what is told may be handled: limits to tick, and one in words. */
export function limitFields(sheet: Sheet, legend: string, other: string): Html {
  return html`${tickList(sheet, legend, 'limit', LIMIT_CODES, termsOf(sheet.visit).limits)}${inputField(wishOf(sheet, 'limitText', other))}`;
}

const texts = (sheet: Sheet) => formTextsOf(sheet.visit);
const why = (sheet: Sheet, name: string, label: string, hint?: string): Html =>
  textField({ ...wishOf(sheet, name, label, hint), required: true });

export function askFields(sheet: Sheet): Html {
  const { ask } = texts(sheet);
  return html`${partyField(sheet.visit, { name: 'agency', label: ask.agency }, sheet.values, sheet.problems)}${why(sheet, 'words', ask.words)}${inputField(wishOf(sheet, 'due', ask.due, ask.dueHint), 'date')}`;
}

export function moreFields(sheet: Sheet): Html {
  const { more } = texts(sheet);
  const { missing } = termsOf(sheet.visit);
  return html`${tickList(sheet, more.fields, 'field', Object.keys(missing) as Missing[], missing)}${why(sheet, 'text', more.text)}`;
}

export function giveFields(sheet: Sheet): Html {
  const { give } = texts(sheet);
  return html`${why(sheet, 'text', give.text)}${tickField(wishOf(sheet, 'again', give.again))}`;
}

export function answerFields(sheet: Sheet): Html {
  const { answer } = texts(sheet);
  const { visit, view, problems } = sheet;
  const terms = termsOf(visit);
  const wrong = problems.wrong.get('kind');
  const kinds = ANSWER_KINDS.map(
    (value) =>
      html`<label class="choice"><input type="radio" name="kind" value="${value}" required${sheet.values.get('kind') === value ? html` checked` : ''}${wrong ? html` aria-invalid="true" aria-describedby="kind-wrong"` : ''}> <span><strong>${begun(visit.words, terms.answers[value])}</strong><span class="line quiet">${answer.kindsSay[value]}</span></span></label>`,
  );
  const grounds = choicesOf(visit.words, REFUSAL_GROUNDS, terms.refusalGrounds);
  const told = view.chain
    ? html`<section class="part preview"><h2>${answer.preview}</h2>${chainParts(visit, view.chain, answer.preview)}</section>`
    : html`<p class="alarm doubt">${answer.noArm}</p>`;
  const grounded = html`<fieldset class="grounded"><legend>${answer.grounded}</legend>${choiceField(wishOf(sheet, 'ground', answer.ground), grounds, texts(sheet).notSaid)}${textField(wishOf(sheet, 'reason', answer.reason))}<div class="delayed">${inputField(wishOf(sheet, 'expected', answer.expected, answer.expectedHint), 'date')}</div></fieldset>`;
  const withheld = html`<details${[...sheet.values.keys()].some((name) => /^(withheld|limit)/.test(name)) ? html` open` : ''}><summary>${answer.withheld} · ${answer.limits}</summary>${tickList(sheet, answer.withheld, 'withheld', WITHHELD_THINGS, terms.withheld)}${choiceField(wishOf(sheet, 'withheldGround', answer.withheldGround), grounds)}${limitFields(sheet, answer.limits, answer.limitText)}</details>`;
  return html`${told}<fieldset class="kinds"><legend>${answer.kind}</legend>${kinds}${wrong ? html`<span class="wrong" id="kind-wrong">${wrong}</span>` : ''}</fieldset>${grounded}${withheld}${textField(wishOf(sheet, 'note', answer.note))}`;
}

export function releaseFields(sheet: Sheet): Html {
  const { release } = texts(sheet);
  const { visit, draft } = sheet;
  const terms = termsOf(visit);
  const isOwn = draft?.byId === visit.person.operator;
  const shown = draft?.answer
    ? html`<section class="part preview">${answerParts(visit, draft.answer, release.title)}</section>`
    : '';
  const decision = radioField({ ...wishOf(sheet, 'decision', release.decision) }, [
    { value: 'release', label: release.release },
    { value: 'send-back', label: release.back },
  ]);
  const grounds = choicesOf(visit.words, REFUSAL_GROUNDS, terms.refusalGrounds);
  return html`${shown}${isOwn ? html`<p class="alarm doubt">${release.own}</p>` : ''}${decision}<fieldset class="ticks names"><legend>${release.names}</legend>${tickField(wishOf(sheet, 'persons', release.persons))}${tickField(wishOf(sheet, 'units', release.units))}${choiceField(wishOf(sheet, 'ground', release.ground), grounds, release.groundNone)}</fieldset>${textField(wishOf(sheet, 'why', release.why, release.whyHint))}`;
}

export function reviewFields(sheet: Sheet): Html {
  const { review } = texts(sheet);
  const good = radioField(wishOf(sheet, 'good', review.good), [
    { value: 'yes', label: review.yes },
    { value: 'no', label: review.no },
  ]);
  return html`${good}${why(sheet, 'why', review.why)}`;
}

export function findingFields(sheet: Sheet): Html {
  const { finding, notSaid } = texts(sheet);
  const { visit, values, problems } = sheet;
  const terms = termsOf(visit);
  const kinds = FINDING_KINDS.map((value) => ({ value, label: begun(visit.words, terms.findings[value]) }));
  return html`${radioField(wishOf(sheet, 'finding', finding.finding), kinds)}${inputField({ ...wishOf(sheet, 'authority', finding.authority), required: true })}${whenField(visit, values, problems.wrong.get('when'), finding.when)}<div class="fields wide">${choiceField(wishOf(sheet, 'ground', finding.ground), choicesOf(visit.words, GROUNDS, terms.grounds), notSaid)}${choiceField(wishOf(sheet, 'stage', finding.stage), choicesOf(visit.words, LIFE_STAGES, terms.stages), notSaid)}${inputField({ ...wishOf(sheet, 'country', finding.country), code: true, max: 2 })}</div>${why(sheet, 'words', finding.words)}`;
}

export function caseFields(sheet: Sheet): Html {
  const own = texts(sheet).case;
  const { visit } = sheet;
  return html`${choiceField(wishOf(sheet, 'case', own.case), choicesOf(visit.words, CASE_KINDS, termsOf(visit).cases))}${inputField({ ...wishOf(sheet, 'reference', own.reference), required: true })}`;
}

export function officialFields(sheet: Sheet): Html {
  const { official } = texts(sheet);
  const login = { ...wishOf(sheet, 'login', official.login, official.loginHint), required: true, code: true };
  return html`${inputField(login)}${why(sheet, 'why', official.why)}${tickField(wishOf(sheet, 'ends', official.ends))}`;
}

export function closeFields(sheet: Sheet): Html {
  const { close, notSaid } = texts(sheet);
  const { visit } = sheet;
  const { words } = visit;
  const terms = termsOf(visit);
  return html`${choiceField({ ...wishOf(sheet, 'outcome', close.outcome), required: true }, choicesOf(words, OUTCOMES, terms.outcomes), texts(sheet).choose)}<div class="fields wide">${choiceField(wishOf(sheet, 'failure', close.failure), choicesOf(words, FAILURES, terms.failures), notSaid)}${choiceField(wishOf(sheet, 'stage', close.stage), choicesOf(words, LIFE_STAGES, terms.stages), close.stageNone)}${choiceField(wishOf(sheet, 'exemption', close.exemption, close.exemptionHint), choicesOf(words, EXEMPTIONS, terms.exemptions), notSaid)}</div>${why(sheet, 'words', close.words)}${inputField(wishOf(sheet, 'measure', close.action))}${tickField(wishOf(sheet, 'tell', close.tell))}`;
}

export function takeFields(sheet: Sheet): Html {
  const { take } = texts(sheet);
  const { visit, matches } = sheet;
  if (matches.length === 0) return html`<p class="alarm doubt">${take.none}</p>`;
  const lines = matches.map(({ id, reading, number, at }) => ({
    value: id,
    label: take.line(inSentence(reading, 'ltr'), inSentence(number, 'ltr'), momentSaid(visit.words, at)),
  }));
  return radioField(wishOf(sheet, 'match', take.match), lines);
}

export function replyFields(sheet: Omit<Sheet, 'view' | 'request' | 'draft' | 'matches'>): Html {
  const { reply } = formTextsOf(sheet.visit);
  const { agencyOutcomes } = termsOf(sheet.visit);
  const outcomes = AGENCY_OUTCOMES.map((value) => ({
    value,
    label: begun(sheet.visit.words, agencyOutcomes[value]),
  }));
  return html`${radioField(wishOf(sheet, 'outcome', reply.outcome), outcomes)}${textField({ ...wishOf(sheet, 'words', reply.words), required: true })}`;
}

/** A form of one text. */
export const oneText =
  (name: string, label: (sheet: Sheet) => string) =>
  (sheet: Sheet): Html =>
    why(sheet, name, label(sheet));

/** The name of the thing that a form is about. */
export const aboutOf = ({ visit, view }: Pick<Sheet, 'visit' | 'view'>): string =>
  textsOf(visit).trace.title(inSentence(view.reference, 'ltr'));
