/**
 * The pages of hits: the list, and one hit with what was asked and answered. Each page of a hit that was not confirmed begins with
 * what it is not: grounds for arrest; on paper too.
 */
import { html } from 'hono/html';
import type { HitList } from '../../acts/list-hits.ts';
import type { HitView } from '../../acts/listing-output.ts';
import { HIT_ANSWERS } from '../../domain/trace/hit.ts';
import { countryName } from './country-name.ts';
import { form, problem, radioField, sendButton, textField, tickField } from './forms.ts';
import { sayShare } from './identify-reasons.ts';
import { doneHere, dueOf, historyCard, hitsTable, hitTag, thingFacts } from './listing-parts.ts';
import type { Refused } from './listings-page.ts';
import { keptLanguage, page } from './page.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatRecorded } from './when.ts';
import { LISTING_WORDS } from './words/listing.ts';

const textsOf = ({ words }: Visit) => LISTING_WORDS[words.language];

/** The list of hits. */
export function hitsPage(visit: Visit, { hits, next }: HitList): Html {
  const texts = textsOf(visit);
  const { after, lang: _lang, ...query } = visit.query;
  const list = hits.length === 0 ? html`<p>${texts.none}</p>` : hitsTable(visit, hits);
  const waiting = tickField({ name: 'waiting', label: texts.waitingOnly, value: visit.query.waiting });
  const filter = html`<form class="card filter" action="/hits" aria-label="${texts.show}">${keptLanguage(visit)}${waiting}<p class="do"><button class="plain">${texts.show}</button></p></form>`;
  const first = after
    ? html`<a class="button plain" href="${link(visit, '/hits', query)}">${texts.first}</a> `
    : '';
  const more = next
    ? html`<a class="button" href="${link(visit, '/hits', { ...query, after: next })}">${texts.next}</a>`
    : '';
  const lists = offers(visit, 'list-listings')
    ? html`<p class="do"><a class="button plain" href="${link(visit, '/listings')}">${texts.title}</a></p>`
    : '';
  return page(
    visit,
    texts.hitsTitle,
    html`<h1>${texts.hitsTitle}</h1><p class="lead">${texts.hitsLead}</p><p class="alarm doubt" role="note">${texts.caution}</p>${lists}${filter}<section class="card">${list}<p class="do">${first}${more}</p></section>`,
  );
}

/** One hit. */
export function hitPage(visit: Visit, view: HitView, { act, says }: Refused): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const file = { ...view, about: 'hit' } as const;
  const fact = (name: string, value: Html | string): Html =>
    html`<div><dt>${name}</dt><dd><strong>${value}</strong></dd></div>`;
  const number = view.number ?? view.arm;
  const arm = number
    ? fact(texts.arm, html`<a href="${link(visit, `/arms/${number}`)}">${code(number)}</a>`)
    : view.trace
      ? fact(texts.trace, html`<a href="${link(visit, `/traces/${view.trace}`)}">${code(view.trace)}</a>`)
      : '';
  const other = view.country === undefined ? texts.own : said(countryName(visit, view.country));
  const share = view.probability === undefined ? '' : fact(texts.likely, sayShare(words, view.probability));
  const withheld = view.withheld ? fact(texts.withheldSays, texts.withheld[view.withheld]) : '';
  const due = view.due === undefined ? '' : fact(texts.due, dueOf(visit, view));
  const entry = offers(visit, 'view-listing')
    ? html`<a class="line" href="${link(visit, `/listings/${view.listing}`)}">${texts.toEntry}</a>`
    : '';
  const facts = html`<dl class="answers">${fact(texts.standing, hitTag(visit, view))}${fact(texts.met, html`${texts.mets[view.met]}<span class="line">${formatRecorded(words, view.metAt)}</span>`)}${arm}${fact(texts.otherSide, other)}${fact(texts.entry, html`${texts.statuses[view.listedAs]} · ${texts.standings[view.listingStanding]}${entry}`)}${share}${withheld}${due}${thingFacts(visit, view.thing, fact)}</dl>`;
  const caution = view.isLead
    ? html`<p class="alarm" role="alert"><strong>${texts.caution}</strong></p>`
    : '';
  const back = html`<p class="find"><a href="${link(visit, '/hits')}">${texts.allHits}</a></p>`;
  return page(
    visit,
    texts.hit,
    html`${back}<h1>${texts.hit}</h1>${caution}${doneHere(visit, file)}${problem(says)}${facts}${deeds(visit, view, act)}${historyCard(visit, file)}`,
  );
}

function deeds(visit: Visit, view: HitView, act: string): Html {
  const texts = textsOf(visit);
  const to = (deed: string): string => link(visit, `/hits/${view.id}/${deed}`);
  const ask =
    view.mayAsk && offers(visit, 'ask-hit')
      ? form(
          visit,
          { action: to('ask'), act, class: 'card deed' },
          html`<h2>${texts.ask}</h2><p>${texts.askSays}</p>${textField({ name: 'words', label: texts.askWords })}${sendButton(texts.ask)}`,
        )
      : '';
  // What only clears a hit that nobody outside knows of offers that answer alone.
  const isClearing = view.side === 'finder' && view.country !== undefined;
  const answers = isClearing ? (['not-same'] as const) : HIT_ANSWERS;
  const choices = answers.map((value) => ({ value, label: texts.answers[value] }));
  const tell =
    view.mayTell && offers(visit, 'tell-hit')
      ? form(
          visit,
          { action: to('tell'), act, class: 'card deed' },
          html`<h2>${texts.tell}</h2><p>${texts.tellSays}</p>${radioField({ name: 'answer', label: texts.answer }, choices)}<div class="field"><label for="tell-words">${texts.tellWords}</label><textarea id="tell-words" name="words" rows="3" maxlength="2000" dir="auto"></textarea></div>${sendButton(texts.tell)}`,
        )
      : '';
  return html`${ask}${tell}`;
}
