/**
 * The way from a candidate to the page on which it is decided: the question and the arm as fields of a form, so that no
 * reading stands in an address or a log.
 */
import { html } from 'hono/html';
import { decideMatch } from '../../acts/decide-match.ts';
import type { CandidateTold } from '../../acts/identify-output.ts';
import { listMatches } from '../../acts/list-matches.ts';
import { DECISIONS } from '../../domain/identification/decided.ts';
import { form, type Values } from './forms.ts';
import { typedIn } from './identify-read.ts';
import { type Html, inSentence } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { MATCH_WORDS } from './words/match.ts';

/** Where a match is decided. */
export const DECIDE_PATH = '/identify/decide';

/** The question and its arm, carried along unseen. */
export function carried(values: Values): readonly Html[] {
  const arm = values.get('arm');
  return [...typedIn(values), ...(arm === undefined ? [] : [['arm', arm] as const])].map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
}

/** The way to one's own decisions. */
export function matchesLink(visit: Visit): Html | string {
  if (!offers(visit, listMatches.name)) return '';
  return html`<a href="${link(visit, '/matches')}">${MATCH_WORDS[visit.words.language].toList}</a>`;
}

/**
 * Under a candidate: the three answers, each of which leads to the page on which it is given with its why.
 * @shape typed: the fields of the form of identification
 */
export function decideForm(
  visit: Visit,
  typed: Values,
  { armId, number }: Pick<CandidateTold, 'armId' | 'number'>,
): Html | string {
  if (!offers(visit, decideMatch.name)) return '';
  const { language, colon } = visit.words;
  const texts = MATCH_WORDS[language];
  const buttons = DECISIONS.map(
    (decision) =>
      html`<button class="plain" name="decision" value="${decision}" aria-label="${texts.decisions[decision]}${colon}${inSentence(number, 'ltr')}">${texts.decisions[decision]}</button> `,
  );
  const contents = html`${carried(new Map([...typed, ['arm', armId]]))}<input type="hidden" name="do" value="show">${buttons}`;
  return html`<details class="weighs" data-keep="decide-${armId}"><summary>${texts.decide}</summary>${form(visit, { action: link(visit, DECIDE_PATH), class: 'decide' }, contents)}</details>`;
}
