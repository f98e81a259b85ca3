/**
 * The pages of lists of lost and stolen arms: the list, one entry with what partners were told and proved, and the form that
 * proposes one.
 */
import { html } from 'hono/html';
import type { ListingList } from '../../acts/list-listings.ts';
import type { ListingView } from '../../acts/listing-output.ts';
import type { ArmClass } from '../../domain/arms/classification.ts';
import { CANCEL_REASONS, LISTED_AS, STANDINGS } from '../../domain/trace/listing.ts';
import { table } from './arm-tables.ts';
import { countryName } from './country-name.ts';
import { type Deed, wishOf } from './deeds.ts';
import {
  choiceField,
  form,
  inputField,
  problem,
  radioField,
  sendButton,
  textField,
  tickField,
} from './forms.ts';
import { doneHere, historyCard, hitsTable, LISTING_TONES, madeAs, thingFacts } from './listing-parts.ts';
import { keptLanguage, page } from './page.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded, formatWhen } from './when.ts';
import { LISTING_WORDS } from './words/listing.ts';

const textsOf = ({ words }: Visit) => LISTING_WORDS[words.language];

/** The list of entries, with what is looked for. */
export function listingsPage(visit: Visit, { listings, next }: ListingList): Html {
  const texts = textsOf(visit);
  const { after, lang: _lang, ...query } = visit.query;
  const propose = offers(visit, 'propose-listing')
    ? html`<a class="button" href="${link(visit, '/listings/propose')}">${texts.propose}</a> `
    : '';
  const hits = offers(visit, 'list-hits')
    ? html`<a class="button plain" href="${link(visit, '/hits')}">${texts.hitsTitle}</a>`
    : '';
  const list = listings.length === 0 ? html`<p>${texts.none}</p>` : listingsTable(visit, listings);
  const first = after
    ? html`<a class="button plain" href="${link(visit, '/listings', query)}">${texts.first}</a> `
    : '';
  const more = next
    ? html`<a class="button" href="${link(visit, '/listings', { ...query, after: next })}">${texts.next}</a>`
    : '';
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p><p class="do">${propose}${hits}</p>${filterForm(visit)}<section class="card">${list}<p class="do">${first}${more}</p></section>`,
  );
}

function filterForm(visit: Visit): Html {
  const texts = textsOf(visit);
  const sides = (['own', 'partner'] as const).map((value) => ({ value, label: texts.sides[value] }));
  const standings = STANDINGS.map((value) => ({ value, label: texts.standings[value] }));
  const side = choiceField({ name: 'side', label: texts.side, value: visit.query.side }, sides, texts.any);
  const standing = choiceField(
    { name: 'standing', label: texts.standing, value: visit.query.standing },
    standings,
    texts.any,
  );
  return html`<form class="card filter" action="/listings" aria-label="${texts.show}">${keptLanguage(visit)}<div class="fields">${side}${standing}<p class="do"><button class="plain">${texts.show}</button></p></div></form>`;
}

function listingsTable(visit: Visit, listings: ListingList['listings']): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const hasOwn = listings.some(({ side }) => side === 'own');
  const rows = listings.map((one) => {
    const whose = one.country === undefined ? texts.own : countryName(visit, one.country);
    const numbers = [one.mark, one.number].flatMap((text) =>
      text ? [html`<span class="line day">${code(text)}</span>`] : [],
    );
    const tag = html`<span class="tag ${LISTING_TONES[one.standing]}">${texts.standings[one.standing]}</span>`;
    const to = hasOwn ? html`<td>${one.side === 'own' ? formatCount(words, one.partners) : ''}</td>` : '';
    return html`<tr><th scope="row"><a href="${link(visit, `/listings/${one.id}`)}">${texts.statuses[one.status]}</a>${numbers}</th><td>${words.terms.classes[one.class as ArmClass]}<span class="line">${madeAs(one)}</span></td><td>${said(whose)}</td><td>${tag}</td><td class="day">${formatWhen(words, one.expires)}</td>${to}</tr>`;
  });
  const heads = [texts.status, texts.description, texts.whose, texts.standing];
  return table(texts.title, [...heads, texts.expiresOn, ...(hasOwn ? [texts.partners] : [])], rows);
}

/** What stands in a form of an entry that was refused. */
export type Refused = { readonly act: string; readonly says?: string | undefined };

/** One entry. */
export function listingPage(visit: Visit, view: ListingView, { act, says }: Refused): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const file = { ...view, about: 'listing' } as const;
  const fact = (name: string, value: Html | string): Html =>
    html`<div><dt>${name}</dt><dd><strong>${value}</strong></dd></div>`;
  const arm =
    view.arm === undefined
      ? ''
      : fact(
          texts.arm,
          html`<a href="${link(visit, `/arms/${view.number ?? view.arm}`)}">${code(view.number ?? view.arm)}</a>`,
        );
  const standing = html`<span class="tag ${LISTING_TONES[view.standing]}">${texts.standings[view.standing]}</span>`;
  const whose = view.country === undefined ? texts.own : said(countryName(visit, view.country));
  const owner = view.thing?.owner
    ? fact(
        texts.owner,
        html`${said(view.thing.owner)}${view.side === 'own' ? html`<span class="line quiet">${view.tellsOwner ? texts.ownerTold : texts.ownerKept}</span>` : ''}`,
      )
    : '';
  const facts = html`<dl class="answers">${fact(texts.standing, standing)}${fact(texts.status, texts.statuses[view.status])}${fact(texts.whose, whose)}${arm}${fact(texts.expiresOn, formatWhen(words, view.expires))}${thingFacts(visit, view.thing, fact)}${owner}</dl>`;
  const hits =
    view.hits.length === 0
      ? ''
      : html`<section class="card" aria-labelledby="hits"><h2 id="hits">${texts.hits}</h2><p class="alarm doubt" role="note">${texts.caution}</p>${hitsTable(visit, view.hits)}</section>`;
  const back = html`<p class="find"><a href="${link(visit, '/listings')}">${texts.all}</a></p>`;
  const recovered =
    view.recovered && (view.standing === 'live' || view.standing === 'proposed')
      ? html`<p class="alarm" role="status">${texts.recovered}</p>`
      : '';
  return page(
    visit,
    texts.entry,
    html`${back}<h1>${texts.entry}</h1>${doneHere(visit, file)}${problem(says)}${recovered}${facts}${deeds(visit, view, act)}${proofCard(visit, view)}${hits}${historyCard(visit, file)}`,
  );
}

function deeds(visit: Visit, view: ListingView, act: string): Html {
  const texts = textsOf(visit);
  const { id, standing, side } = view;
  if (side !== 'own') return html``;
  const to = (deed: string): string => link(visit, `/listings/${id}/${deed}`);
  const parts = [
    standing === 'proposed' && !view.mayConfirm ? html`<p class="quiet">${texts.waitsForSecond}</p>` : '',
    standing === 'proposed' && view.mayConfirm && offers(visit, 'confirm-listing')
      ? form(
          visit,
          { action: to('confirm'), act, class: 'card deed' },
          html`<h2>${texts.confirm}</h2><p>${texts.confirmSays}</p>${sendButton(texts.confirm)}`,
        )
      : '',
    standing === 'live' && offers(visit, 'renew-listing')
      ? form(
          visit,
          { action: to('renew'), act, class: 'card deed' },
          html`<h2>${texts.renew}</h2><p>${texts.renewSays}</p>${inputField({ name: 'expires', label: texts.expires, hint: texts.expiresHint }, 'date')}${sendButton(texts.renew)}`,
        )
      : '',
    (standing === 'live' || standing === 'proposed') && offers(visit, 'cancel-listing')
      ? form(
          visit,
          { action: to('cancel'), act, class: 'card deed' },
          html`<h2>${texts.cancel}</h2><p>${standing === 'live' ? texts.cancelSays : texts.cancelProposedSays}</p>${radioField(
            { name: 'reason', label: texts.reason, value: view.recovered ? 'recovered' : undefined },
            CANCEL_REASONS.map((value) => ({ value, label: texts.reasons[value] })),
          )}${textField({ name: 'words', label: texts.why, hint: texts.wordsHint })}${sendButton(texts.cancel)}`,
        )
      : '',
  ];
  return html`${parts}`;
}

/** To whom it went, and who proved that it cancelled. */
function proofCard(visit: Visit, { told, standing }: ListingView): Html | string {
  const { words } = visit;
  const texts = textsOf(visit);
  if (told.length === 0) return '';
  const rows = told.map(({ country, sent, at, receipt, cancelTold }) => {
    const last = sent ? html`${texts.sends[sent]} ${at ? formatRecorded(words, at) : ''}` : texts.notSent;
    const proof = cancelTold
      ? html`<span class="tag sound">${formatRecorded(words, cancelTold)}</span>`
      : standing === 'cancelled' && sent
        ? html`<span class="tag late">${texts.notYet}</span>`
        : '';
    return html`<tr><th scope="row">${said(countryName(visit, country))}</th><td>${last}</td><td>${receipt ? texts.receipts[receipt] : ''}</td><td>${proof}</td></tr>`;
  });
  const heads = [texts.partner, texts.sent, texts.receipt, texts.cancelProof];
  return html`<section class="card" aria-labelledby="proof"><h2 id="proof">${texts.proof}</h2><p class="quiet">${texts.proofSays}</p>${table(texts.proof, heads, rows)}</section>`;
}

/** The form that proposes an arm for the list. */
export function proposePage(visit: Visit, deed: Deed, partners: ListingList['partners']): Html {
  const texts = textsOf(visit);
  const statuses = LISTED_AS.map((value) => ({ value, label: texts.statuses[value] }));
  const fields = html`${inputField({ ...wishOf(deed, 'arm', texts.arm, texts.armHint), required: true, code: true, max: 60 })}${choiceField(wishOf(deed, 'status', texts.status), statuses, texts.asRecorded)}${inputField({ ...wishOf(deed, 'reference', texts.reference, texts.referenceHint), required: true })}${inputField({ ...wishOf(deed, 'ground', texts.ground, texts.groundHint), required: true })}${inputField(wishOf(deed, 'place', texts.place))}${tickField(wishOf(deed, 'tellsOwner', texts.tellsOwner))}${partnerFields(visit, deed, partners)}${inputField(wishOf(deed, 'expires', texts.expires, texts.expiresHint), 'date')}${textField(wishOf(deed, 'words', texts.words, texts.wordsHint))}${sendButton(texts.send)}`;
  const action = link(visit, '/listings/propose');
  return page(
    visit,
    texts.proposeTitle,
    html`<div class="form-page"><h1>${texts.proposeTitle}</h1><p class="lead">${texts.proposeLead}</p>${problem(deed.says)}${form(visit, { action, act: deed.act, class: 'card record' }, fields)}</div>`,
  );
}

function partnerFields(visit: Visit, deed: Deed, partners: ListingList['partners']): Html {
  const texts = textsOf(visit);
  const wrong = deed.problems.wrong.get('partners');
  const says = wrong ? html`<span class="wrong">${wrong}</span>` : '';
  const ticks = partners.map(({ node, state, name }) => {
    const label = `${inSentence(countryName(visit, state))} · ${inSentence(name)}`;
    return tickField({ name: `to.${node}`, label, value: deed.values.get(`to.${node}`) });
  });
  return html`<fieldset><legend>${texts.goesTo}</legend>${partners.length === 0 ? html`<p>${texts.noPartners}</p>` : ticks}${says}</fieldset>`;
}
