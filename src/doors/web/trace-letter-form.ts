/** The form of the template of letters, with a letter made on it to look at: an invented example, which is kept nowhere. */
import { html } from 'hono/html';
import type { LetterTemplate } from '../../acts/trace-rules.ts';
import type { MessageView } from '../../acts/view-message.ts';
import type { TraceRulesShown } from '../../acts/view-trace-rules.ts';
import type { Said } from '../../domain/trace/thread.ts';
import { letterPaper } from '../papers/paper.ts';
import { PAPER_LANGUAGES, PAPER_WORDS, type PaperLanguage, parsePaperLanguage } from '../papers/words.ts';
import { type Deed, wishOf } from './deeds.ts';
import { choiceField, form, inputField, problem, textField, tickField, type Values } from './forms.ts';
import { page } from './page.ts';
import { paperBlocks } from './paper-print-page.ts';
import { type Form, textOf } from './room.ts';
import { type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { TRACE_RULE_WORDS, type TraceRuleWords } from './words/trace-rules.ts';

type Sample = keyof TraceRuleWords['samples'];
const SAMPLES: readonly Sample[] = [
  'acknowledged',
  'more-wanted',
  'found',
  'refused',
  'clarification-given',
  'closed',
];

/** What stands in the form where nobody typed yet. */
export function valuesOfLetter({ version, rules: { letter } }: TraceRulesShown): Values {
  return new Map([
    ['seen', String(version)],
    ['head', letter.head.join('\n')],
    ['place', letter.place],
    ['articles', letter.articles],
    ['signatures', letter.signatures.join('\n')],
    ['hasStamp', letter.hasStamp ? 'yes' : ''],
  ]);
}

/** What a form says of the template, as the act takes it. */
export function readLetter(sent: Form): LetterTemplate {
  const list = (name: string): readonly string[] =>
    (textOf(sent, name) ?? '')
      .split(/[\r\n]+/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  return {
    head: [...list('head')],
    place: textOf(sent, 'place') ?? '',
    articles: textOf(sent, 'articles') ?? '',
    signatures: [...list('signatures')],
    hasStamp: textOf(sent, 'hasStamp') === 'yes',
  };
}

/** The page of the form, with the letter as it would look by this template. */
export function letterTemplatePage(
  visit: Visit,
  deed: Deed,
  { letter, state, now }: { readonly letter: LetterTemplate; readonly state: string; readonly now: string },
): Html {
  const texts = TRACE_RULE_WORDS[visit.words.language];
  const { values } = deed;
  const sample = SAMPLES.find((one) => one === values.get('sample')) ?? 'acknowledged';
  const language = parsePaperLanguage(values.get('language') ?? '') ?? visit.words.language;
  const samples = SAMPLES.map((value) => ({ value, label: texts.samples[value] }));
  const languages = PAPER_LANGUAGES.map((value) => ({
    ...{ value, label: PAPER_WORDS[value].ownName, lang: value },
  }));
  const seen = html`<input type="hidden" name="seen" value="${values.get('seen') ?? ''}">`;
  const template = html`${textField({ ...wishOf(deed, 'head', texts.head, texts.headHint), max: 3100 }, 4)}${inputField(wishOf(deed, 'place', texts.place))}${textField(wishOf(deed, 'articles', texts.articles), 2)}${textField({ ...wishOf(deed, 'signatures', texts.signatures, texts.signaturesHint), max: 1240 }, 3)}${tickField(wishOf(deed, 'hasStamp', texts.stamp))}`;
  const choosing = html`<div class="fields wide">${choiceField({ name: 'sample', label: texts.previewOf, value: sample }, samples)}${choiceField({ name: 'language', label: texts.language, value: language }, languages)}</div>`;
  const buttons = html`<p class="do"><button>${texts.letterKeep}</button> <button class="plain" name="do" value="show" formnovalidate>${texts.show}</button></p>`;
  const shown = preview(visit, sampleView(texts, { sample, language, letter, state, now }), language);
  return page(
    visit,
    texts.letterTitle,
    html`<p class="back"><a href="${link(visit, '/traces/rules')}">${texts.toRules}</a></p><div class="form-page"><h1>${texts.letterTitle}</h1><p class="lead">${texts.letterLead}</p>${problem(deed.says)}${form(visit, { action: link(visit, '/traces/rules/letter'), act: deed.act, class: 'card record' }, html`${seen}${template}${choosing}${buttons}`)}${shown}</div>`,
  );
}

function preview(visit: Visit, view: MessageView, language: PaperLanguage): Html {
  const texts = TRACE_RULE_WORDS[visit.words.language];
  const paper = letterPaper(view, language);
  const { direction, tag } = PAPER_WORDS[language];
  return html`<section aria-labelledby="preview"><h2 id="preview">${texts.preview}</h2><p class="quiet">${texts.previewSays}</p><article class="card paper" lang="${tag}" dir="${direction}"><p><strong>${said(paper.title)}</strong></p>${paperBlocks(paper)}</article></section>`;
}

/** An invented message of ours, as a letter is made of one. */
function sampleView(
  texts: TraceRuleWords,
  wish: {
    readonly sample: Sample;
    readonly language: PaperLanguage;
    readonly letter: LetterTemplate;
    readonly state: string;
    readonly now: string;
  },
): MessageView {
  const { sample, letter, state, now } = wish;
  const reference = `${state}-0000`;
  return {
    ...saidBy(texts, sample, reference),
    ...{ trace: '', request: '', ours: 'responder', direction: 'out', country: 'XZ', state, letter, at: now },
    ...{ ourReference: reference, theirReference: 'XZ-0000', traceReference: reference },
  };
}

function saidBy(texts: TraceRuleWords, sample: Sample, reference: string): Said {
  const nothing = { reference, chain: [], searched: [], withheld: [], limits: [] };
  switch (sample) {
    case 'acknowledged':
      return { kind: 'acknowledged', content: { reference } };
    case 'more-wanted':
      return { kind: 'more-wanted', content: { fields: ['marks'], text: texts.sampleText } };
    case 'found': {
      const holder = { kind: 'dealer', name: texts.sampleName } as const;
      return {
        kind: 'answer',
        content: { ...nothing, kind: 'full', lastLawful: { holder } },
      };
    }
    case 'refused': {
      const grounded = {
        kind: 'refused',
        ground: 'ongoing-investigation',
        reason: texts.sampleReason,
      } as const;
      return { kind: 'answer', content: { ...nothing, ...grounded } };
    }
    case 'clarification-given':
      return { kind: 'clarification-given', content: { text: texts.sampleText } };
    case 'closed':
      return { kind: 'closed', content: { outcome: 'traced-to-last-lawful-holder' } };
  }
}
