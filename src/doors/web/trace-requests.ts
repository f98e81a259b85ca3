/** The requests of a trace: with whom, where each stands, its clocks, what was said in order, photographs that came with it, answers and drafts. */
import { html } from 'hono/html';
import type { RequestView, TraceView } from '../../acts/trace-view-output.ts';
import { table } from './arm-tables.ts';
import { code, type Html, said } from './text.ts';
import { answerParts, limitsFact } from './trace-answer-parts.ts';
import { requestSteps } from './trace-next.ts';
import { isClosed } from './trace-officials.ts';
import {
  begun,
  card,
  clock,
  countryCell,
  countrySaid,
  countSaid,
  earlierSaid,
  fact,
  termsOf,
  textsOf,
} from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { formatRecorded } from './when.ts';
import { OFFICIAL_WORDS } from './words/trace-officials.ts';

/** A card for each request. */
export function requestCards(visit: Working, view: TraceView, now: number): Html {
  const texts = textsOf(visit).trace;
  if (view.requests.length === 0)
    return card('requests', texts.requests, html`<p class="quiet">${texts.noRequests}</p>`);
  return html`${view.requests.map((request, place) => requestCard(visit, view, request, place + 1, now))}`;
}

const TONES: Readonly<Record<string, string>> = {
  answered: 'sound',
  refused: 'grave',
  restricted: 'late',
  delayed: 'late',
  'more-wanted': 'late',
  'partly-answered': 'late',
  'no-record': 'late',
};

function requestCard(
  visit: Working,
  view: TraceView,
  request: RequestView,
  place: number,
  now: number,
): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const { trace } = texts;
  const country = countrySaid(words, request.country, trace.unknownCountry);
  const title = request.ours === 'requester' ? trace.byUs(country) : trace.toUs(country);
  const urgent = request.urgent ? html` <span class="tag late">${texts.desk.urgent}</span>` : '';
  const reserved = request.officialsOnly
    ? html` <span class="tag late">${OFFICIAL_WORDS[words.language].reserved}</span>`
    : '';
  const state = html`<p><span class="tag ${TONES[request.status] ?? ''}">${termsOf(visit).statuses[request.status]}</span>${urgent}${reserved}</p>`;
  const closed = isClosed(request)
    ? html`<p class="alarm doubt">${OFFICIAL_WORDS[words.language].closedToYou}</p>`
    : '';
  const gap = request.refused.map(
    ({ seq, code: why }) =>
      html`<p class="alarm doubt">${trace.notTaken(countSaid(words, seq))} ${code(why)}</p>`,
  );
  const clarifying = request.clarifying ? html`<p class="alarm doubt">${trace.clarifying}</p>` : '';
  const wanted = request.wanted ? wantedBand(visit, request.wanted) : '';
  const steps = requestSteps(visit, view, request);
  const ways =
    steps.length > 0
      ? html`<ul class="ways">${steps.map(({ path, name }) => html`<li><a class="button plain" href="${link(visit, path)}">${name}</a></li>`)}</ul>`
      : '';
  return card(
    `request-${place}`,
    title,
    html`${closed}${gap}${wanted}${clarifying}${clocks(visit, request, now)}${contentParts(visit, view, request)}${saidTable(visit, request)}${answers(visit, request)}${draftParts(visit, view, request)}${ways}`,
    state,
  );
}

function wantedBand(visit: Working, { fields, text }: NonNullable<RequestView['wanted']>): Html {
  const { missing } = termsOf(visit);
  const names: Readonly<Record<string, string>> = missing;
  const list = fields.map(
    (field) => html`<li>${Object.hasOwn(names, field) ? names[field] : said(field)}</li>`,
  );
  return html`<div class="alarm doubt"><div><p><strong>${textsOf(visit).trace.wanted}</strong></p>${list.length > 0 ? html`<ul>${list}</ul>` : ''}<p>${said(text)}</p></div></div>`;
}

/** References and clocks; the receipt of the machine and the acknowledgement of a person are two facts. */
function clocks(visit: Working, request: RequestView, now: number): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const { acknowledged, acknowledgeDue, answerDue, reviewDue, channel, status, settled } = request;
  const given = acknowledged
    ? formatRecorded(words, acknowledged)
    : html`<span class="quiet">${texts.notAcknowledged}</span>`;
  const stands =
    status === 'more-wanted'
      ? fact(texts.answerBy, html`<span class="tag late">${texts.clockStands}</span>`)
      : '';
  const due = answerDue && !settled ? fact(texts.answerBy, clock(visit, answerDue, now)) : stands;
  const letter = channel === 'node' || request.ours === 'responder' ? '' : html`<span>${texts.letter}</span>`;
  return html`<dl class="facts-list">${fact(texts.ourReference, code(request.ourReference))}${request.theirReference ? fact(texts.theirReference, code(request.theirReference)) : ''}${fact(texts.channel, html`${termsOf(visit).channels[channel]}${letter}`)}${fact(texts.acknowledgement, given)}${acknowledgeDue ? fact(texts.acknowledgeBy, clock(visit, acknowledgeDue, now)) : ''}${due}${reviewDue ? fact(texts.reviewBy, clock(visit, reviewDue, now)) : ''}</dl>`;
}

function contentParts(visit: Working, view: TraceView, { content, id, ours }: RequestView): Html | string {
  if (!content) return '';
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const terms = termsOf(visit);
  const { ground, use, limits, earlier = [], photographs, requester } = content;
  const grounds = ground.codes.map((one) => html`<li>${terms.grounds[one]}</li>`);
  const passed = earlier.map(
    ({ country, reference, says }) =>
      html`<li>${countryCell(words, country)} ${code(reference)}${words.colon}${earlierSaid(visit, says)}</li>`,
  );
  const asker =
    requester.kind === 'state'
      ? ''
      : html`<p>${said(requester.name)} · ${terms.requesters[requester.kind]}${requester.mandate ? html` · ${said(requester.mandate)}` : ''}</p>`;
  const facts = html`${asker}<dl class="facts-list">${fact(texts.ground, html`<ul>${grounds}</ul>`)}${ground.law ? fact(texts.law, said(ground.law)) : ''}${fact(texts.use, use.text ? said(use.text) : terms.uses[use.code])}${limitsFact(visit, limits)}${passed.length > 0 ? fact(texts.earlier, html`<ul>${passed}</ul>`) : ''}</dl>`;
  const pictures =
    photographs.length > 0 && ours === 'responder' && offers(visit, 'view-sent-photograph')
      ? html`<h3>${texts.photographs}</h3><ul class="pictures">${photographs.map((one, place) => picture(visit, `/traces/${view.id}/photographs/${id}/${place + 1}`, one))}</ul>`
      : '';
  return html`${facts}${pictures}`;
}

type Sent = NonNullable<RequestView['content']>['photographs'][number];

function picture(visit: Working, path: string, { side, mark, hasScale }: Sent): Html {
  const texts = textsOf(visit).trace;
  const name = termsOf(visit).photographs[side];
  const number = mark === undefined ? '' : html` · ${texts.markNumber(countSaid(visit.words, mark))}`;
  return html`<li><figure><a href="${link(visit, path)}"><img src="${path}" alt="${texts.photographOf(name)}" width="160" height="120" loading="lazy"></a><figcaption>${begun(visit.words, name)}${number}${hasScale ? html`<span class="line quiet">${texts.hasScale}</span>` : ''}</figcaption></figure></li>`;
}

/** What was said, in the order that both sides see. */
function saidTable(visit: Working, request: RequestView): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const terms = termsOf(visit);
  const rows = request.said.map(({ side, kind, sent, at, text, receipt }) => {
    const who = side === request.ours ? texts.us : texts.them;
    const machine = receipt
      ? html`<span class="tag ${receipt === 'taken' ? 'sound' : receipt === 'refused' ? 'grave' : 'late'}">${texts.machineStates[receipt]}</span>`
      : '–';
    return html`<tr><th scope="row">${begun(words, terms.messages[kind])}</th><td>${who}</td><td class="day">${formatRecorded(words, sent)}</td><td class="day">${at ? formatRecorded(words, at) : ''}</td><td>${machine}</td><td class="says">${text ? said(text) : ''}</td></tr>`;
  });
  const heads = [texts.event, texts.by, texts.sent, texts.recordedHere, texts.machine, texts.inWords];
  const note = request.said.some(({ receipt }) => receipt)
    ? html`<p class="quiet small">${texts.machineSays}</p>`
    : '';
  return html`<h3>${texts.messages}</h3>${table(texts.messages, heads, rows)}${note}`;
}

function answers(visit: Working, { answers: given }: RequestView): Html | string {
  if (given.length === 0) return '';
  const texts = textsOf(visit).trace;
  const parts = given.map((answer, place) => {
    const title = texts.answerNumber(countSaid(visit.words, place + 1));
    return html`<section class="part"><h3>${title}</h3>${answerParts(visit, answer, title)}</section>`;
  });
  return html`${parts}`;
}

function draftParts(visit: Working, view: TraceView, request: RequestView): Html | string {
  const { drafts } = request;
  const closed = isClosed(request);
  if (drafts.length === 0) return '';
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const terms = termsOf(visit);
  const lines = drafts.map(({ draft, kind, at, state, isAlone, reviewed, byId }) => {
    const name = kind in terms.answers ? terms.answers[kind as keyof typeof terms.answers] : kind;
    const tone = state === 'released' ? 'sound' : state === 'waiting' ? 'late' : '';
    const alone = isAlone ? html` <span class="tag late">${texts.alone}</span>` : '';
    const review = reviewed ? html` ${reviewed.good ? texts.reviewedGood : texts.reviewedBad}` : '';
    const isOwn = byId === visit.person.operator;
    const next = textsOf(visit).next;
    const way =
      state === 'waiting' && !closed && offers(visit, 'release-answer')
        ? html` <a href="${link(visit, `/traces/${view.id}/release/${draft}`)}">${next.release}</a>`
        : isAlone && !reviewed && !isOwn && offers(visit, 'review-release')
          ? html` <a href="${link(visit, `/traces/${view.id}/review/${draft}`)}">${next.review}</a>`
          : '';
    return html`<li>${begun(words, name)} · ${formatRecorded(words, at)} <span class="tag ${tone}">${terms.drafts[state]}</span>${alone}${review}${way}</li>`;
  });
  return html`<h3>${texts.drafts}</h3><ul class="lines">${lines}</ul>`;
}
