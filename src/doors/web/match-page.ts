/**
 * The pages of decided matches: deciding one, one's own decisions, and the card on an arm's page. A match is a lead and no
 * evidence: every page says so, and the card, which goes on paper with the arm, carries no percentage.
 */

import { html } from 'hono/html';
import type { CandidateTold } from '../../acts/identify-output.ts';
import type { MatchList, MatchShown } from '../../acts/list-matches.ts';
import { openMatchedArm } from '../../acts/open-matched-arm.ts';
import { DECISIONS } from '../../domain/identification/decided.ts';
import { table } from './arm-tables.ts';
import { firstButton, lastButtons } from './draft-forms.ts';
import { form, problem, radioField, textField, type Values } from './forms.ts';
import { typedIn, WORD_FIELDS } from './identify-read.ts';
import { sayShare } from './identify-reasons.ts';
import { markText } from './identify-strip.ts';
import { carried, DECIDE_PATH, matchesLink } from './match-form.ts';
import { page } from './page.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatRecorded } from './when.ts';
import { MATCH_WORDS } from './words/match.ts';

const textsOf = (visit: Visit) => MATCH_WORDS[visit.words.language];

export type Shown = {
  readonly act: string;
  readonly values: Values;
  readonly says?: string | undefined;
  readonly wrong?: Readonly<Record<string, string>>;
};

/** The page on which a match is decided; without the candidate where the arm is none any more. */
export function decidePage(visit: Visit, candidate: CandidateTold | undefined, shown: Shown): Html {
  const texts = textsOf(visit);
  const { values, wrong, act } = shown;
  const decision = radioField(
    { name: 'decision', label: texts.decision, value: values.get('decision'), wrong: wrong?.decision },
    DECISIONS.map((value) => ({ value, label: texts.decisions[value] })),
  );
  const why = textField({
    name: 'why',
    label: texts.why,
    hint: texts.whyHint,
    value: values.get('why'),
    wrong: wrong?.why,
    required: true,
  });
  const contents = html`${firstButton(texts.send)}${carried(values)}${decision}${why}${lastButtons(visit, texts.send)}`;
  const action = link(visit, DECIDE_PATH);
  return page(
    visit,
    texts.title,
    html`<div class="form-page"><h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${question(visit, values, candidate)}${problem(shown.says)}${form(visit, { action, act, draft: true, class: 'card record' }, contents)}<p class="quiet">${texts.expert} ${matchesLink(visit)}</p></div>`,
  );
}

function question(visit: Visit, values: Values, candidate: CandidateTold | undefined): Html {
  const texts = textsOf(visit);
  const { words } = visit;
  const readings = [...typedIn(values)].flatMap(([name, value]) =>
    name === 'reading' || name.endsWith('.reading') ? [html`<span class="line">${code(value)}</span>`] : [],
  );
  const beside = [...WORD_FIELDS, 'year'].flatMap((name) => {
    const value = values.get(name);
    return value ? [html`<span class="line">${said(value)}</span>`] : [];
  });
  const fact = (name: string, value: Html): Html =>
    html`<div><dt>${name}</dt><dd><strong>${value}</strong></dd></div>`;
  const arm = candidate
    ? html`${fact(texts.arm, armOf(candidate))}${fact(texts.machine, html`${sayShare(words, candidate.probability)}`)}`
    : '';
  return html`<dl class="answers">${fact(texts.reading, html`${readings}`)}${beside.length > 0 ? fact(texts.said, html`${beside}`) : ''}${arm}</dl>`;
}

function armOf(candidate: CandidateTold): Html {
  const { number, maker, model, calibre } = candidate;
  const what = [maker, model, calibre].flatMap((one) => (one ? [html`${said(one)} `] : []));
  return html`${code(markText(candidate))} <span class="line quiet">${what}</span><span class="line">${code(number)}</span>`;
}

/** The page of decisions: one's own, or all on one arm. */
export function matchesPage(visit: Visit, { matches, next }: MatchList, arm: string | undefined): Html {
  const texts = textsOf(visit);
  const list = matches.length === 0 ? html`<p>${texts.none}</p>` : matchesTable(visit, matches, 'whole');
  const further = link(visit, '/matches', { arm, after: next });
  const rest = next
    ? html`<p class="do"><a class="button" href="${further}">${visit.words.results.next}</a></p>`
    : '';
  const [title, lead] =
    arm === undefined ? [texts.listTitle, html`${texts.listLead}`] : [texts.armTitle, code(arm)];
  const back = arm === undefined ? '' : html`<p><a href="${link(visit, '/matches')}">${texts.toList}</a></p>`;
  return page(
    visit,
    title,
    html`<h1>${title}</h1><p class="lead">${lead}</p>${back}<section class="card">${list}${rest}</section><p class="quiet">${texts.expert}</p>`,
  );
}

/** The card on an arm's page: what was decided to be this arm; nothing where nothing was. */
export function matchesCard(visit: Visit, list: MatchList | undefined, number: string): Html | string {
  if (!list || list.matches.length === 0) return '';
  const texts = textsOf(visit);
  const all = list.next
    ? html`<p><a href="${link(visit, '/matches', { arm: number })}">${texts.armList}</a></p>`
    : '';
  return html`<section class="card" aria-labelledby="matches-title" id="matches"><div class="card-head"><h2 id="matches-title">${texts.armTitle}</h2></div>${matchesTable(visit, list.matches, 'card')}${all}<p class="quiet">${texts.expert}</p></section>`;
}

const TONES = { same: 'sound', 'not-same': 'grave', unsure: 'late' } as const;

function matchesTable(visit: Visit, matches: readonly MatchShown[], shape: 'whole' | 'card'): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const whole = shape === 'whole';
  const opens = offers(visit, openMatchedArm.name);
  const rows = matches.map((one) => {
    const arm = html`<td><a href="${link(visit, `/arms/${one.number || one.arm}`)}">${code(one.number || one.arm)}</a></td>`;
    const share = whole ? html`<td>${sayShare(words, one.probability)}</td>` : '';
    const tag = html`<span class="tag ${TONES[one.decision]}">${texts.decisions[one.decision]}</span> <span class="quiet">${one.counts ? texts.counts : texts.earlier}</span>`;
    const why = one.why === undefined ? html`<span class="quiet">${texts.erased}</span>` : said(one.why);
    return html`<tr><th scope="row">${code(one.reading)}</th>${whole ? arm : ''}${share}<td>${tag}</td><td class="says">${why}</td><td>${whoOf(visit, one)}</td><td class="day">${formatRecorded(words, one.at)}${receiptOf(visit, one)}</td>${opens ? html`<td>${openingOf(visit, one)}</td>` : ''}</tr>`;
  });
  const heads = [
    texts.reading,
    ...(whole ? [texts.arm, texts.machine] : []),
    ...[texts.decision, texts.why, texts.who, texts.when],
    ...(opens ? [texts.opens] : []),
  ];
  return table(whole ? texts.listTitle : texts.armTitle, heads, rows);
}

function whoOf(visit: Visit, { own, name }: MatchShown): Html {
  const texts = textsOf(visit);
  if (own) return html`${texts.you}`;
  return name === undefined ? html`<span class="quiet">${texts.someone}</span>` : said(name);
}

function receiptOf(visit: Visit, one: MatchShown): Html | string {
  if (!offers(visit, 'view-receipt')) return '';
  const path = link(visit, `/receipts/${one.entry}`, { arm: one.number || one.arm });
  return html`<a class="line small" href="${path}">${textsOf(visit).receipt}</a>`;
}

/** The way to see who holds the arm, or why there is none. */
function openingOf(visit: Visit, one: MatchShown): Html | string {
  const texts = textsOf(visit);
  if (!one.own) return '';
  if (one.opened) return texts.opened;
  if (one.closed) return texts.closed[one.closed];
  if (one.opensUntil === undefined) return '';
  const until = inSentence(formatRecorded(visit.words, one.opensUntil));
  return html`<form method="post" action="${link(visit, `/matches/${one.id}/open`)}"><button class="plain">${texts.open}</button><span class="line quiet">${texts.openSays(until)}</span></form>`;
}
