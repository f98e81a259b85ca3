/** One trace: what it is and the next step; a drawing and a map; what was found at home; the chain; questions; requests; findings; the proof. */
import { html } from 'hono/html';
import type { TraceView } from '../../acts/trace-view-output.ts';
import { table } from './arm-tables.ts';
import { page } from './page.ts';
import { receiptLink } from './receipt-link.ts';
import { reportLink } from './report-page.ts';
import { markStrip } from './strip.ts';
import { code, type Html, said, visible } from './text.ts';
import { chainParts } from './trace-answer-parts.ts';
import { traceDrawing } from './trace-drawing.ts';
import { homeCard } from './trace-home.ts';
import { traceMap } from './trace-map.ts';
import { nextCard } from './trace-next.ts';
import { isClosedTo, officialsCard } from './trace-officials.ts';
import { type PracticesShown, tracePracticesCard } from './trace-practices.ts';
import { requestCards } from './trace-requests.ts';
import {
  arrow,
  begun,
  card,
  clock,
  countryCell,
  countrySaid,
  countSaid,
  fact,
  momentSaid,
  serialIn,
  termsOf,
  textsOf,
} from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { formatRecorded, formatWhen } from './when.ts';
import { OFFICIAL_WORDS } from './words/trace-officials.ts';

/** Where a trace is looked at: the State whose register it is, and when. */
export type Where = {
  readonly own: string;
  readonly now: number;
  readonly practices: readonly PracticesShown[];
};

/** The page of one trace. */
export function tracePage(visit: Working, view: TraceView, where: Where): Html {
  const texts = textsOf(visit).trace;
  const title = texts.title(`\u2066${view.reference}\u2069`);
  const { own, now } = where;
  const drawn = card('between', texts.drawing, traceDrawing(visit, view, own));
  const contents = html`${doneNote(visit, view)}${head(visit, view)}
<div class="two">${thingCard(visit, view)}<div>${nextCard(visit, view)}${card('map', texts.map, traceMap(visit, view, own))}</div></div>
${drawn}
${tracePracticesCard(visit, where.practices)}
${homeCard(visit, view)}
${chainCard(visit, view)}
${questionsCard(visit, view, now)}
${requestCards(visit, view, now)}
${officialsCard(visit, view)}
${findingsCard(visit, view)}
${casesCard(visit, view)}
${closingCard(visit, view)}
${isClosedTo(view) ? '' : reportLink(visit, view.id)}
${eventsCard(visit, view)}`;
  const back = html`<p class="back"><a href="${link(visit, '/traces')}">${texts.back}</a></p>`;
  return page(
    visit,
    visible(`${texts.title(view.reference)}`),
    html`${offers(visit, 'list-traces') ? back : ''}${titled(contents, title)}`,
  );
}

const titled = (contents: Html, title: string): Html => html`<h1>${title}</h1>${contents}`;

/** What was done just now: which entry proves it. */
function doneNote(visit: Working, view: TraceView): Html | string {
  const { done } = visit.query;
  const event = view.events.find(({ entry }) => entry === done);
  if (!event) return '';
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const what = begun(words, eventName(visit, event));
  const opened = event.type === 'trace-opened' ? html` ${texts.openedNow}` : '';
  return html`<div class="note-done" role="status"><p><strong>${texts.done}</strong> ${texts.doneSays(what, momentSaid(words, event.at))}${opened}</p><p>${texts.doneEntry}${words.colon}${receiptLink(visit, 'view-trace-receipt', event.entry, { trace: view.id })}</p></div>`;
}

function eventName(visit: Working, { type, kind }: TraceView['events'][number]): string {
  const { events, messages } = termsOf(visit);
  const names: Readonly<Record<string, string>> = events;
  const said: Readonly<Record<string, string>> = messages;
  if (type === 'message' && kind !== undefined && Object.hasOwn(said, kind)) return said[kind]!;
  return Object.hasOwn(names, type) ? names[type]! : type;
}

function head(visit: Working, view: TraceView): Html {
  const { words } = visit;
  const terms = termsOf(visit);
  const texts = textsOf(visit);
  const urgent = view.requests.some((one) => one.urgent)
    ? html`<span class="tag late">${texts.desk.urgent}</span>`
    : '';
  const again =
    view.reopened > 0
      ? html`<span class="tag late">${texts.trace.reopened(countSaid(words, view.reopened))}</span>`
      : '';
  return html`<p class="what"><span class="tag ${view.status === 'open' ? '' : 'sound'}">${terms.traceStatuses[view.status]}</span>${urgent}${again}<span>${begun(words, terms.traces[view.kind])}</span><span>${texts.trace.opened(`\u2068${formatWhen(words, view.opened)}\u2069`)}</span></p>`;
}

/** The thing, its marks, and how it came to light. */
function thingCard(visit: Working, view: TraceView): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const { item, recovery } = view;
  const arm =
    view.arm && offers(visit, 'view-arm')
      ? html`<p><a href="${link(visit, `/arms/${view.arm}`)}">${texts.toArm}</a></p>`
      : '';
  if (!item || !recovery) {
    const says = isClosedTo(view) ? OFFICIAL_WORDS[words.language].closedToYou : texts.withheld;
    return card('thing', texts.thing, html`<p>${says}</p>${arm}`);
  }
  const names = [item.maker, item.model].filter((one) => one !== undefined).join(' ');
  const serial = serialIn(item);
  const kind = item.kind === 'arm' ? words.terms.classes[item.class] : termsOf(visit).items[item.kind];
  const facts = html`<dl class="facts-list">${fact(words.fields.class, html`${kind}${item.calibre ? html` · ${code(item.calibre)}` : ''}`)}${item.country ? fact(words.arm.country, countryCell(words, item.country)) : ''}${item.lotNumber ? fact(texts.lotNumber, code(item.lotNumber)) : ''}</dl>`;
  const others = item.marks.filter(({ text }) => text !== '' && text !== serial);
  const marks = others.map(
    (mark) =>
      html`<li>${words.terms.parts[mark.part]} · ${words.terms.markKinds[mark.kind]}${words.colon}${code(mark.text)}</li>`,
  );
  const lot = item.items
    ? html`<p>${texts.items(countSaid(words, item.items.length))}</p><ul class="lines">${item.items.map(({ marks: some }) => html`<li>${code(serialIn({ marks: some }) ?? '?')}</li>`)}</ul>`
    : '';
  const came = html`<h3>${texts.recovery}</h3><p>${begun(words, termsOf(visit).recovered[recovery.kind])} · ${formatWhen(words, recovery.happened)} · ${countryCell(words, recovery.country)}${recovery.place ? html` · ${said(recovery.place)}` : ''}${recovery.authority ? html` · ${said(recovery.authority)}` : ''}</p>${recovery.circumstances ? html`<p class="note">${said(recovery.circumstances)}</p>` : ''}`;
  const wordless = visit.person.role.sees.includes('case')
    ? ''
    : html`<p class="quiet">${texts.withheld}</p>`;
  const called = html`<p class="thing-name"><strong>${said(names || words.unknown)}</strong></p>${serial ? markStrip(words, serial, { size: 'large' }) : html`<p class="quiet">${words.arm.nothingRead}</p>`}`;
  return card(
    'thing',
    texts.thing,
    html`${called}${facts}${item.quantity ? html`<p>${texts.quantity(countSaid(words, item.quantity))}</p>` : ''}${marks.length > 0 ? html`<ul class="lines">${marks}</ul>` : ''}${lot}${came}${wordless}${arm}${sameArm(visit, view)}`,
  );
}

/** Other traces of the arm, so that neither stands alone. */
function sameArm(visit: Working, { sameArm: others }: TraceView): Html | string {
  if (others.length === 0) return '';
  const statuses = termsOf(visit).traceStatuses;
  const lines = others.map(
    ({ trace, reference, status, opened }) =>
      html`<li><a href="${link(visit, `/traces/${trace}`)}">${code(reference)}</a> · ${statuses[status]} · ${formatWhen(visit.words, opened)}</li>`,
  );
  return html`<h3>${textsOf(visit).trace.sameArm}</h3><ul class="lines">${lines}</ul>`;
}

/** The chain as our own records tell it, and as each partner answered. */
function chainCard(visit: Working, view: TraceView): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const answered = view.requests.flatMap(({ ours, country, answers }) => {
    const last = answers.at(-1);
    const tells = last && (last.chain.length > 0 || last.lastLawful || last.exportedTo);
    return ours === 'requester' && last && tells ? [{ country, last }] : [];
  });
  const parts = answered.map(({ country, last }) => {
    const title = texts.chainAt(countrySaid(words, country, texts.unknownCountry));
    return html`<section class="part"><h3>${title}</h3>${chainParts(visit, last, title)}</section>`;
  });
  const home = view.chain
    ? html`<section class="part"><h3>${texts.chainHome}</h3>${chainParts(visit, view.chain, texts.chainHome)}</section>`
    : html`<p class="quiet">${texts.noChain}</p>`;
  return card('chain', texts.chain, html`${home}${parts}`);
}

function questionsCard(visit: Working, view: TraceView, now: number): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const { questions } = view;
  if (questions.length === 0)
    return card('questions', texts.questions, html`<p class="quiet">${texts.noQuestions}</p>`);
  const rows = questions.map(({ agencyName, text, asked, due, reminded, answered }) => {
    const again =
      reminded > 0 ? html`<span class="line quiet">${texts.reminded(countSaid(words, reminded))}</span>` : '';
    const answer = answered
      ? html`<span class="tag ${answered.outcome === 'found' ? 'sound' : 'late'}">${termsOf(visit).agencyOutcomes[answered.outcome]}</span><span class="line">${answered.text ? said(answered.text) : ''}</span>`
      : html`<span class="quiet">${texts.noAnswer}</span>`;
    return html`<tr><th scope="row">${said(agencyName || words.unknown)}</th><td class="says">${text ? said(text) : ''}</td><td class="day">${formatWhen(words, asked)}</td><td>${answered ? html`<span class="day">${formatWhen(words, due)}</span>` : clock(visit, due, now)}${again}</td><td class="says">${answer}</td></tr>`;
  });
  const heads = [texts.agency, texts.question, texts.askedOn, texts.dueBy, texts.answer];
  return card('questions', texts.questions, table(texts.questions, heads, rows));
}

function findingsCard(visit: Working, view: TraceView): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const terms = termsOf(visit);
  if (view.findings.length === 0)
    return card('findings', texts.findings, html`<p class="quiet">${texts.noFindings}</p>`);
  const lines = view.findings.map(({ finding, authority, happened, ground, stage, country, text }) => {
    const more = [ground ? terms.grounds[ground] : '', stage ? terms.stages[stage] : ''].filter(
      (one) => one !== '',
    );
    return html`<li><strong>${begun(words, terms.findings[finding])}</strong> · ${formatWhen(words, happened)}${more.map((one) => html` · ${one}`)}${country ? html` · ${countryCell(words, country)}` : ''}<span class="line quiet">${texts.findingBy(`\u2068${visible(authority)}\u2069`)}</span>${text ? html`<span class="line">${said(text)}</span>` : ''}</li>`;
  });
  return card('findings', texts.findings, html`<ul class="lines">${lines}</ul>`);
}

function casesCard(visit: Working, view: TraceView): Html | string {
  const texts = textsOf(visit).trace;
  const own = view.case === undefined ? [] : [html`<li>${said(view.case)}</li>`];
  const linked = view.cases.map(
    ({ case: kind, reference }) =>
      html`<li>${termsOf(visit).cases[kind]}${visit.words.colon}${said(reference)}</li>`,
  );
  const all = [...own, ...linked];
  return all.length === 0 ? '' : card('cases', texts.cases, html`<ul class="lines">${all}</ul>`);
}

function closingCard(visit: Working, { closing }: TraceView): Html | string {
  if (!closing) return '';
  const texts = textsOf(visit);
  const terms = termsOf(visit);
  const { outcome, failure, exemption, stage, action, at } = closing;
  const facts = html`<dl class="facts-list">${fact(texts.desk.outcome, html`<strong>${terms.outcomes[outcome]}</strong>`)}${failure ? fact(texts.desk.failure, terms.failures[failure]) : ''}${exemption ? fact(texts.desk.failure, terms.exemptions[exemption]) : ''}${stage ? fact(terms.findings['point-of-diversion'], terms.stages[stage]) : ''}${action ? fact(texts.trace.action, said(action)) : ''}${fact(texts.trace.recorded, formatRecorded(visit.words, at))}</dl>`;
  return card('closing', texts.trace.closing, facts);
}

/** Everything that was recorded, each with the entry that proves it. */
function eventsCard(visit: Working, view: TraceView): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const rows = view.events.map((event) => {
    const way = event.direction ? `${arrow(words, event.direction)} ` : '';
    return html`<tr><td class="day">${formatRecorded(words, event.at)}</td><th scope="row">${way}${begun(words, eventName(visit, event))}</th><td>${receiptLink(visit, 'view-trace-receipt', event.entry, { trace: view.id })}</td><td>${event.by ? said(event.by) : ''}</td></tr>`;
  });
  return card(
    'events',
    texts.events,
    table(texts.events, [texts.recorded, texts.event, texts.entry, texts.by], rows),
  );
}
