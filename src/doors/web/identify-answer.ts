/**
 * The answer of an identification: what was understood, the candidates with their three strongest reasons, "none of these" in
 * the same list where its probability puts it, how many more fit, and where to look next. No holder, site or unit stands here.
 */
import { html } from 'hono/html';
import type { CandidateTold, Identified } from '../../acts/identify-output.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import type { Values } from './forms.ts';
import { againstHatch, bitsDetails } from './identify-bits.ts';
import { FORM_ID } from './identify-form.ts';
import { hiddenFields } from './identify-read.ts';
import { REASONS_TOLD, reasonsOf, sayShare } from './identify-reasons.ts';
import { candidateStrip, markText, stripLegend } from './identify-strip.ts';
import { understoodPart } from './identify-understood.ts';
import { decideForm, matchesLink } from './match-form.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatCount } from './when.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import type { Words } from './words/words.ts';

export type Answered = {
  readonly typed: Values;
  readonly found: Identified;
  /** The drawing of where the arm carries its numbers. */
  readonly places?: Html | undefined;
};

/** A candidate less likely than this is no arm that "may be it". */
const MAY_BE_FROM = 0.01;
/** The share of "none" from which numbers around the reading are its reason. */
const DENSE_FROM = 0.5;
const COMPARE_ID = 'compare';

/** How many arms may be it, in words. */
export function answerTitle(words: Words, { candidates }: Identified): string {
  const many = candidates.filter(({ probability }) => probability >= MAY_BE_FROM).length;
  return IDENTIFY_WORDS[words.language].mayBe(formatCount(words, many), many);
}

/** The same in one sentence, for whoever listens while typing. */
export function toldAloud(words: Words, found: Identified): string {
  const title = answerTitle(words, found);
  const [first] = found.candidates;
  if (!first) return title;
  const serial = inSentence(markText(first), 'ltr');
  return IDENTIFY_WORDS[words.language].told(title, serial, sayShare(words, first.probability));
}

/** The candidates and what belongs to them. */
export function answerCard(visit: Visit, answered: Answered): Html {
  const { words } = visit;
  const texts = IDENTIFY_WORDS[words.language];
  const { found } = answered;
  const heads = [texts.serial, texts.arm, texts.why, texts.howSure];
  const items = [
    ...found.candidates.map((one) => ({ share: one.probability, item: candidateItem(visit, answered, one) })),
    { share: found.noneProbability, item: noneItem(words, found) },
  ].sort((a, b) => b.share - a.share);
  const list = html`<div class="heads" aria-hidden="true">${heads.map((head) => html`<span>${head}</span>`)}</div><ol class="candidates">${items.map(({ item }) => item)}</ol>`;
  const legend = found.candidates.length === 0 ? '' : stripLegend(words);
  return html`<section class="card answer" aria-labelledby="answer-title">${againstHatch()}<div class="card-head"><h2 id="answer-title" tabindex="-1">${answerTitle(words, found)}</h2><p class="expert">${texts.expert}</p></div>
${understoodPart(words, found, answered.typed)}
${list}
<div class="card-head"><p>${sayMore(words, found)}</p>${legend}</div>
${doPart(visit, answered)}<p class="hint">${texts.footnote(inSentence(found.weights, 'ltr'), formatCount(words, Math.round(found.milliseconds)))}${found.wide ? ` · ${texts.widened}` : ''}</p></section>`;
}

function candidateItem(visit: Visit, answered: Answered, one: CandidateTold): Html {
  const { words } = visit;
  const texts = IDENTIFY_WORDS[words.language];
  const { found, typed } = answered;
  const number = inSentence(markText(one), 'ltr');
  const reasons = reasonsOf(words, found, typed, one).slice(0, REASONS_TOLD);
  const why =
    reasons.length === 0
      ? html`<p class="quiet">${texts.noReason}</p>`
      : html`<ul class="reasons">${reasons.map(({ bits, says }) => html`<li class="${bits > 0 ? 'for' : 'against'}"><span class="aloud">${bits > 0 ? texts.for : texts.against}${words.colon}</span>${says}</li>`)}</ul>`;
  const tick = html`<label class="pick"><input type="checkbox" name="with.${one.armId}" value="${one.armId}" form="${COMPARE_ID}" aria-label="${texts.pickOne(number)}"> <span aria-hidden="true">${texts.pick}</span></label>`;
  return html`<li><article class="candidate" aria-label="${number}"><div class="row"><div class="which">${candidateStrip(found.understood, one, 'small')}<span class="line quiet">${code(one.number)}</span>${tick}</div><div>${armSaid(words, one)}</div><div>${why}</div>${shareBar(words, one.probability)}</div>${bitsDetails(words, found, one)}${decideForm(visit, typed, one)}</article></li>`;
}

/** What an arm is, in two lines. */
export function armSaid(words: Words, one: CandidateTold): Html {
  const kind = isArmClass(one.class) ? words.terms.classes[one.class] : one.class;
  // One name of two words: told apart, they would run from right to left in Arabic.
  const named = [one.maker, one.model].filter((name) => name !== undefined).join(' ');
  const rest = [
    html`${kind}`,
    ...(one.calibre === undefined ? [] : [code(one.calibre)]),
    ...(one.year === undefined ? [] : [code(String(one.year))]),
  ].map((part, at) => html`${at === 0 ? '' : ' · '}${part}`);
  return html`<span class="line">${said(named)}</span><span class="line quiet">${rest}</span>`;
}

function shareBar(words: Words, share: number, kind = ''): Html {
  const texts = IDENTIFY_WORDS[words.language];
  return html`<div class="share"><span class="aloud">${texts.howSure}${words.colon}</span><svg class="meter ${kind}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="6"/><rect class="part" width="${Math.max(0.8, share * 100).toFixed(1)}" height="6"/></svg><strong>${sayShare(words, share)}</strong></div>`;
}

function noneItem(words: Words, { noneProbability, denseAround, candidates }: Identified): Html {
  const texts = IDENTIFY_WORDS[words.language];
  const why =
    candidates.length === 0
      ? texts.noneAtAll
      : denseAround >= DENSE_FROM
        ? texts.noneDense
        : texts.noneElsewhere;
  return html`<li><div class="row none"><div class="which"><strong>${texts.none}</strong></div><p class="quiet">${why}</p>${shareBar(words, noneProbability, 'of-none')}</div></li>`;
}

function sayMore(words: Words, { moreFitting, isCut, candidates }: Identified): string {
  const texts = IDENTIFY_WORDS[words.language];
  if (isCut) return texts.moreThan(formatCount(words, moreFitting));
  if (moreFitting > 0) return texts.moreFit(formatCount(words, moreFitting), moreFitting);
  return candidates.length === 0 ? '' : texts.noMore;
}

function doPart(visit: Visit, { typed, found }: Answered): Html {
  const texts = IDENTIFY_WORDS[visit.words.language];
  const compare =
    found.candidates.length === 0
      ? ''
      : html`<form id="${COMPARE_ID}" method="post" action="${link(visit, '/identify/compare')}">${hiddenFields(typed)}<button class="plain">${texts.compare}</button> <span class="hint">${texts.compareHint}</span></form>`;
  const widen = found.wide
    ? ''
    : html`<button class="plain" form="${FORM_ID}" name="wide" value="yes" data-widen>${texts.widen}</button>`;
  return html`<div class="do">${compare}${widen}<button type="button" class="plain" data-print hidden>${texts.print}</button>${matchesLink(visit)}</div>`;
}
