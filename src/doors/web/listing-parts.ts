/** Parts that pages of listed arms and of hits have in common: what an entry tells, hits as a table, and what happened. */
import { html } from 'hono/html';
import type { HitShort, HitView, ListingView } from '../../acts/listing-output.ts';
import { table } from './arm-tables.ts';
import { countryName } from './country-name.ts';
import { sayShare } from './identify-reasons.ts';
import { receiptLink } from './receipt-link.ts';
import { markStrip } from './strip.ts';
import { code, type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { formatRecorded, formatWhen } from './when.ts';
import { LISTING_WORDS } from './words/listing.ts';

const textsOf = ({ words }: Visit) => LISTING_WORDS[words.language];

export const LISTING_TONES = {
  proposed: 'late',
  live: 'grave',
  cancelled: 'sound',
  expired: 'sound',
} as const;

type Fact = (name: string, value: Html | string) => Html;

/** What an entry tells of its arm. */
export function thingFacts(visit: Visit, thing: ListingView['thing'], fact: Fact): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  if (!thing) return fact(texts.description, texts.erased);
  const numbers = thing.marks.map(
    ({ text, condition }) =>
      html`<span class="line">${markStrip(words, text, { size: 'small', worn: condition === 'partly-legible' })}</span>`,
  );
  const place = thing.place ? fact(texts.where, said(thing.place)) : '';
  return html`${fact(texts.number, html`${numbers}`)}${fact(texts.description, html`${words.terms.classes[thing.class]}<span class="line">${madeAs(thing)}</span>`)}${fact(texts.happened, formatWhen(words, thing.happened))}${place}${fact(texts.reference, said(thing.reference))}${fact(texts.ground, said(thing.ground))}`;
}

type Made = Pick<NonNullable<ListingView['thing']>, 'maker' | 'model' | 'calibre'>;

/** Maker, model and calibre as one run of words, so that their order stands in every direction of writing. */
export function madeAs({ maker, model, calibre }: Made): Html {
  return said([maker, model, calibre].filter(Boolean).join(' '));
}

/** Hits as lines of a table; each that was not confirmed is marked as a lead. */
export function hitsTable(visit: Visit, hits: readonly HitShort[]): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const [hasShare, hasDue] = [
    hits.some(({ probability }) => probability !== undefined),
    hits.some(({ due }) => due !== undefined),
  ];
  const rows = hits.map((hit) => {
    const mark = hit.mark ? html`<span class="line">${code(hit.mark)}</span>` : '';
    const number =
      hit.number === undefined
        ? ''
        : html`<a class="line" href="${link(visit, `/arms/${hit.number}`)}">${code(hit.number)}</a>`;
    const other = hit.country === undefined ? texts.own : countryName(visit, hit.country);
    const share = hit.probability === undefined ? '' : sayShare(words, hit.probability);
    const likely = hasShare ? html`<td>${share}</td>` : '';
    const due = hasDue ? html`<td class="day">${dueOf(visit, hit)}</td>` : '';
    return html`<tr><th scope="row"><a href="${link(visit, `/hits/${hit.id}`)}">${formatRecorded(words, hit.metAt)}</a></th><td>${texts.mets[hit.met]}${number}</td><td>${texts.statuses[hit.listedAs]}${mark}</td><td>${said(other)}</td>${likely}<td>${hitTag(visit, hit)}</td>${due}</tr>`;
  });
  const heads = [texts.when, texts.met, texts.status, texts.otherSide];
  if (hasShare) heads.push(texts.likely);
  heads.push(texts.standing);
  if (hasDue) heads.push(texts.due);
  return table(texts.hitsTitle, heads, rows);
}

/** How a hit stands, and that it is a lead where it is one. */
export function hitTag(visit: Visit, { standing, isLead }: Pick<HitShort, 'standing' | 'isLead'>): Html {
  const texts = textsOf(visit);
  const tone = standing === 'confirmed' && !isLead ? 'grave' : 'late';
  const lead = isLead ? html` <span class="tag late">${texts.isLead}</span>` : '';
  return html`<span class="tag ${tone}">${texts.hitStandings[standing]}</span>${lead}`;
}

/** By when an answer is due, and that it is late. */
export function dueOf(visit: Visit, { due, isLate }: Pick<HitShort, 'due' | 'isLate'>): Html | string {
  if (due === undefined) return '';
  const late = isLate ? html` <span class="tag grave">${textsOf(visit).late}</span>` : '';
  return html`${formatRecorded(visit.words, due)}${late}`;
}

/** What a receipt is taken of: an entry of the list or a hit, with what happened to it. */
type ReceiptOf = {
  readonly about: 'listing' | 'hit';
  readonly id: string;
  readonly events: ListingView['events'] | HitView['events'];
};

/** What was done just now, with the entry that proves it. */
export function doneHere(visit: Visit, { about, id, events }: ReceiptOf): Html | string {
  const event = events.find(({ entry }) => entry === visit.query.done);
  if (!event) return '';
  const { words } = visit;
  const texts = textsOf(visit);
  const receipt = receiptLink(visit, 'view-listing-receipt', event.entry, { [about]: id });
  return html`<div class="note-done" role="status"><p>${texts.done}</p><p>${texts.proves}${words.colon}${receipt}</p></div>`;
}

/** What happened to an entry or a hit, in its order. */
export function historyCard(visit: Visit, { id, about, events }: ReceiptOf): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  // Whoever may not know who did it sees no empty column.
  const hasWho = events.some(({ by }) => by);
  const hasMore = events.some((one) => one.answer || one.reason || one.country || one.text);
  const rows = events.map(({ type, at, by, text, answer, reason, country, entry }) => {
    const more = [
      answer ? texts.answers[answer] : undefined,
      reason ? texts.reasons[reason] : undefined,
      country ? countryName(visit, country) : undefined,
      text,
    ].flatMap((one) => (one ? [html`<span class="line">${said(one)}</span>`] : []));
    const who = hasWho ? html`<td>${by ? said(by) : ''}</td>` : '';
    const told = hasMore ? html`<td class="says">${more}</td>` : '';
    return html`<tr><th scope="row">${texts.events[type] ?? type}</th><td class="day">${formatRecorded(words, at)}</td>${told}${who}<td>${receiptLink(visit, 'view-listing-receipt', entry, { [about]: id })}</td></tr>`;
  });
  const heads = [texts.what, texts.when];
  if (hasMore) heads.push(texts.about);
  if (hasWho) heads.push(texts.who);
  heads.push(texts.proves);
  return html`<section class="card" aria-labelledby="history"><h2 id="history">${texts.history}</h2>${table(texts.history, heads, rows)}</section>`;
}
