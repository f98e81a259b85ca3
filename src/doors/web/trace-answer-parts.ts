/** An answer as it is shown, whoever gave it: the chain step by step, the last lawful holder, where it went, what is withheld and why. */
import { html } from 'hono/html';
import { isEventType } from '../../domain/custody/life-cycle.ts';
import type { ChainLink, PartyTold, TraceAnswer } from '../../domain/trace/answer.ts';
import { table } from './arm-tables.ts';
import { code, type Html, said } from './text.ts';
import { begun, countryCell, fact, termsOf, textsOf } from './trace-told.ts';
import type { Visit } from './visit.ts';
import { formatWhen } from './when.ts';

/** What an answer or our own records tell of the way of a thing. */
export type Told = Pick<TraceAnswer, 'chain' | 'lastLawful' | 'exportedTo' | 'irregularity'>;

/** A party as far as it is told: its name, or its kind; and its country. */
export function partyCell(visit: Visit, party: PartyTold | undefined): Html | string {
  if (!party) return '';
  const { words } = visit;
  const kind = termsOf(visit).parties[party.kind];
  const name = party.name === undefined ? html`${begun(words, kind)}` : said(party.name);
  return html`${name}${party.country ? html` <span class="quiet">(${countryCell(words, party.country)})</span>` : ''}`;
}

/** The chain as facts and a table. */
export function chainParts(visit: Visit, told: Told, label: string): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const { lastLawful, exportedTo, irregularity, chain } = told;
  const holder = lastLawful
    ? html`<strong>${partyCell(visit, lastLawful.holder)}</strong><span>${[lastLawful.from ? formatWhen(words, lastLawful.from) : '', lastLawful.until ? texts.until(`\u2068${formatWhen(words, lastLawful.until)}\u2069`) : ''].filter((one) => one !== '').join(' – ')}</span><span>${texts.witness}</span>`
    : html`<span>${texts.none}</span>`;
  const went = exportedTo
    ? fact(
        texts.exportedTo,
        html`<strong>${countryCell(words, exportedTo.country)}</strong><span>${formatWhen(words, exportedTo.happened)}${exportedTo.licence ? html` · ${said(texts.licence(exportedTo.licence))}` : ''}</span>`,
      )
    : '';
  const wrong = irregularity
    ? fact(
        texts.irregularity,
        html`<strong>${eventName(visit, irregularity.event)}</strong><span>${formatWhen(words, irregularity.happened)}${irregularity.reference ? html` · ${said(irregularity.reference)}` : ''}</span>`,
      )
    : '';
  const facts = html`<dl class="answers">${fact(texts.lastLawful, holder)}${wrong}${went}</dl>`;
  return html`${facts}${chain.length > 0 ? chainTable(visit, chain, label) : ''}`;
}

/** An event of an arm in words; what clashed in a record is called as it is there. */
function eventName({ words }: Visit, name: string): Html | string {
  if (isEventType(name)) return begun(words, words.terms.events[name]);
  const clash = Object.entries(words.terms.clashes).find(([kind]) => kind === name)?.[1];
  return clash ? clash.name : said(name);
}

function chainTable(visit: Visit, chain: readonly ChainLink[], label: string): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const rows = chain.map(
    ({ event, happened, from, to, reference }) =>
      html`<tr><th scope="row">${words.terms.events[event]}</th><td class="day">${formatWhen(words, happened)}</td><td>${partyCell(visit, from)}</td><td>${partyCell(visit, to)}</td><td>${reference ? said(reference) : ''}</td></tr>`,
  );
  return table(label, [texts.step, texts.when, texts.from, texts.to, texts.paper], rows);
}

/** A whole answer: its kind, its ground and reason, what it tells, what was searched and what is withheld. */
export function answerParts(visit: Visit, answer: TraceAnswer, label: string): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const terms = termsOf(visit);
  const { kind, reference, ground, reason, expected, note } = answer;
  const searched = answer.searched.map(
    ({ register, outcome }) => html`<li>${said(register)}${words.colon}${terms.searched[outcome]}</li>`,
  );
  const withheld = answer.withheld.map(
    ({ what, ground: on }) =>
      html`<li>${begun(words, terms.withheld[what])}${words.colon}${terms.refusalGrounds[on]}</li>`,
  );
  const facts = html`<dl class="facts-list">${fact(texts.reference, code(reference))}${ground ? fact(texts.ground, terms.refusalGrounds[ground]) : ''}${reason ? fact(texts.reason, said(reason)) : ''}${expected ? fact(texts.expected, formatWhen(words, expected)) : ''}${searched.length > 0 ? fact(texts.searched, html`<ul>${searched}</ul>`) : ''}${withheld.length > 0 ? fact(texts.withheldThings, html`<ul>${withheld}</ul>`) : ''}${limitsFact(visit, answer.limits)}</dl>`;
  const tells = answer.chain.length > 0 || answer.lastLawful || answer.exportedTo || answer.irregularity;
  return html`<p><span class="tag ${kind === 'full' ? 'sound' : kind === 'refused' ? 'grave' : 'late'}">${terms.answers[kind]}</span></p>${facts}${note ? html`<p class="note">${said(note)}</p>` : ''}${tells ? chainParts(visit, answer, label) : ''}`;
}

/** Handling limits, where there are any. */
export function limitsFact(visit: Visit, limits: TraceAnswer['limits']): Html | string {
  if (limits.length === 0) return '';
  const names = termsOf(visit).limits;
  const lines = limits.map(
    ({ code: limit, text }) =>
      html`<li>${names[limit]}${text ? html`${visit.words.colon}${said(text)}` : ''}</li>`,
  );
  return fact(textsOf(visit).trace.limits, html`<ul>${lines}</ul>`);
}
