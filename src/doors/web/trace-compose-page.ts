/**
 * The page on which a request to another State is composed: everything known stands in it, what ITI 17 still asks for is said
 * first, then whom to ask with the reason, then the rest. The next hop is the same page, filled already.
 */
import { html } from 'hono/html';
import type { PeerShown } from '../../acts/list-peers.ts';
import type { Composed } from '../../acts/request-of.ts';
import type { TraceView } from '../../acts/trace-view-output.ts';
import { CHANNELS } from '../../domain/trace/event.ts';
import { GROUNDS, LIMIT_CODES, PHOTOGRAPH_SIDES, USES } from '../../domain/trace/request.ts';
import { type ContactsOf, contactLines } from './contact-lines.ts';
import { lastButtons } from './draft-forms.ts';
import { choiceField, form, inputField, problem, textField, tickField, type Values } from './forms.ts';
import type { Problems } from './party-field.ts';
import { markStrip } from './strip.ts';
import { type Html, said, visible } from './text.ts';
import { limitsFact } from './trace-answer-parts.ts';
import { countryIn, type Picture } from './trace-compose-read.ts';
import { choicesOf, tickList, wishOf } from './trace-deed-fields.ts';
import { tracePaper } from './trace-deed-room.ts';
import {
  begun,
  countriesSaid,
  countryCell,
  countrySaid,
  countSaid,
  earlierSaid,
  fact,
  formTextsOf,
  serialIn,
  termsOf,
  textsOf,
} from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { formatWhen } from './when.ts';

/** What the page shows. */
export type Composing = {
  readonly visit: Working;
  readonly view: TraceView;
  readonly composed: Composed;
  readonly peers: readonly PeerShown[];
  readonly pictures: readonly Picture[];
  readonly contacts: ContactsOf;
  readonly values: Values;
  readonly problems: Problems;
  readonly act: string;
  readonly says: string | undefined;
  readonly isPreview: boolean;
};

/** The page. */
export function composePage(shown: Composing): Html {
  const { visit, view, act, says } = shown;
  const texts = formTextsOf(visit).request;
  const action = link(visit, `/traces/${view.id}/request`);
  const look = html`<p class="do"><button class="plain" name="do" value="show">${texts.preview}</button></p>`;
  const contents = html`<button class="aloud" name="do" value="show" tabindex="-1" aria-hidden="true">${texts.preview}</button>${toFields(shown)}${thingFields(shown)}${groundFields(shown)}${useFields(shown)}${pictureFields(shown)}${look}${lastButtons(visit, texts.send)}`;
  return tracePaper(
    visit,
    view,
    texts.title,
    html`<p class="lead">${texts.lead}</p>${problem(says)}${checkBand(shown)}${shown.isPreview ? preview(shown) : ''}${form(visit, { action, act, draft: true, class: 'card record' }, contents)}`,
  );
}

/** What ITI 17 still asks for, and what is advised. */
function checkBand({ visit, composed }: Composing): Html {
  const { words } = visit;
  const texts = formTextsOf(visit).request;
  const terms = termsOf(visit);
  const { missing, warnings, keptBack } = composed;
  const lacks =
    missing.length > 0
      ? html`<div class="alarm"><div><p><strong>${texts.lacks}</strong></p><ul>${missing.map((one) => html`<li>${terms.missing[one]}</li>`)}</ul></div></div>`
      : html`<p class="note-done">${texts.complete}</p>`;
  const warns =
    warnings.length > 0
      ? html`<div class="alarm doubt"><div><p>${texts.warns}</p><ul>${warnings.map((one) => html`<li>${terms.warnings[one]}</li>`)}</ul></div></div>`
      : '';
  const kept =
    keptBack.length > 0
      ? html`<p class="alarm doubt">${texts.keptBack(countriesSaid(words, keptBack))}</p>`
      : '';
  return html`<div class="checks">${lacks}${warns}${kept}</div>`;
}

/** The countries in their order with their reasons; each with the ways that lead there. */
function toFields(shown: Composing): Html {
  const { visit, composed, values, problems } = shown;
  const { words } = visit;
  const texts = formTextsOf(visit).request;
  const { routes } = termsOf(visit);
  const typed = countryIn(values, 'other');
  const proposed = composed.addressees.filter(({ country }) => country !== typed);
  const practices = (country: string): Html | string =>
    offers(visit, 'list-marking-practices')
      ? html`<a class="quiet" href="${link(visit, '/marking-practices', { country })}">${texts.practices}</a>`
      : '';
  const lines = proposed.map(({ country, reason, licence }) => {
    const paper = licence ? html` · ${said(textsOf(visit).trace.licence(licence))}` : '';
    return html`<li><div class="tick-field"><input type="checkbox" id="to.${country}" name="to.${country}" value="yes"${values.get(`to.${country}`) === 'yes' ? html` checked` : ''}><label for="to.${country}"><strong>${countryCell(words, country)}</strong><span class="line quiet">${begun(words, routes[reason])}${paper}</span></label></div>${wayField(shown, `way.${country}`, country)}${contactLines(visit, country, shown.contacts)}${practices(country)}</li>`;
  });
  const other = html`<li>${inputField({ ...wishOf(shown, 'other', texts.other, texts.otherHint), code: true, max: 2 })}${wayField(shown, 'way.other', undefined)}${typed ? contactLines(visit, typed, shown.contacts) : ''}</li>`;
  const wrong = problems.wrong.get('to');
  return html`<fieldset class="addressees"><legend>${texts.to}</legend><span class="hint">${texts.toHint}</span>${wrong ? html`<span class="wrong">${wrong}</span>` : ''}<ol>${lines}${other}</ol></fieldset>`;
}

function wayField(shown: Composing, name: string, country: string | undefined): Html {
  const { visit, peers } = shown;
  const texts = formTextsOf(visit).request;
  const { channels } = termsOf(visit);
  const nodes = peers
    .filter(({ state, standing }) => standing === 'confirmed' && (country === undefined || state === country))
    .map(({ node, name: called, state }) => ({
      value: `node:${node}`,
      label: texts.node(visible(country === undefined ? `${called} (${state})` : called)),
    }));
  const others = CHANNELS.filter((one) => one !== 'node').map((value) => ({ value, label: channels[value] }));
  return choiceField(wishOf(shown, name, texts.way), [...nodes, ...others]);
}

function thingFields(shown: Composing): Html {
  const { visit, composed } = shown;
  const { words } = visit;
  const texts = formTextsOf(visit).request;
  const code = (name: 'country' | 'importCountry' | 'importYear', max: number): Html =>
    inputField({ ...wishOf(shown, name, texts[name]), code: true, max });
  const marks = composed.request.item.marks.map(
    ({ kind, part, text }, at) =>
      html`<li value="${at + 1}">${words.terms.parts[part]} · ${words.terms.markKinds[kind]}${words.colon}${text === '' ? html`<span class="quiet">${words.arm.nothingRead}</span>` : markStrip(words, text, { size: 'small' })}</li>`,
  );
  const read =
    marks.length > 0
      ? html`<ol class="marks-sent">${marks}</ol>`
      : html`<p class="quiet">${texts.noMarks}</p>`;
  const lot = composed.lot ? tickField(wishOf(shown, 'lot', texts.lot(countSaid(words, composed.lot)))) : '';
  const plain = (name: 'maker' | 'model' | 'calibre'): Html => inputField(wishOf(shown, name, texts[name]));
  return html`<fieldset><legend>${texts.thing}</legend><div class="fields">${plain('maker')}${plain('model')}${plain('calibre')}${code('country', 2)}${code('importCountry', 2)}${code('importYear', 4)}</div><p class="hint">${texts.marks}</p>${read}${lot}${textField(wishOf(shown, 'others', texts.others), 2)}</fieldset><fieldset><legend>${texts.recovery}</legend><div class="fields wide">${inputField(wishOf(shown, 'place', texts.place))}${inputField(wishOf(shown, 'authority', texts.authority))}</div>${textField(wishOf(shown, 'circumstances', texts.circumstances))}</fieldset>`;
}

function groundFields(shown: Composing): Html {
  const { visit } = shown;
  const texts = formTextsOf(visit).request;
  return html`${tickList(shown, texts.grounds, 'ground', GROUNDS, termsOf(visit).grounds)}<div class="fields wide">${inputField(wishOf(shown, 'law', texts.law))}${inputField(wishOf(shown, 'embargo', texts.embargo, texts.embargoHint))}</div>`;
}

function useFields(shown: Composing): Html {
  const { visit, composed } = shown;
  const { words } = visit;
  const texts = formTextsOf(visit).request;
  const terms = termsOf(visit);
  const consents = composed.keptBack.map((country) =>
    inputField(wishOf(shown, `consent.${country}`, texts.consent(countrySaid(words, country, '')))),
  );
  return html`<div class="fields wide">${choiceField(wishOf(shown, 'use', texts.use), choicesOf(words, USES, terms.uses))}${inputField(wishOf(shown, 'useText', texts.useText))}${inputField(wishOf(shown, 'case', texts.case))}</div>${tickField(wishOf(shown, 'urgent', texts.urgent))}${inputField(wishOf(shown, 'urgencyReason', texts.urgencyReason))}${tickList(shown, texts.limits, 'limit', LIMIT_CODES, terms.limits)}${inputField(wishOf(shown, 'limitText', texts.limitText))}${consents}`;
}

function pictureFields(shown: Composing): Html {
  const { visit, view, pictures, composed } = shown;
  const { words } = visit;
  const texts = formTextsOf(visit).request;
  const add =
    view.arm && offers(visit, 'add-document')
      ? html`<p><a href="${link(visit, `/arms/${view.arm}/documents`)}">${texts.addPhotograph}</a></p>`
      : '';
  if (pictures.length === 0)
    return html`<fieldset><legend>${texts.photographs}</legend><p>${texts.noPhotographs}</p>${add}</fieldset>`;
  const sides = choicesOf(words, PHOTOGRAPH_SIDES, termsOf(visit).photographs);
  const marks = composed.request.item.marks.map(({ text }, at) => ({
    value: String(at + 1),
    label: `${at + 1} · \u2066${visible(text)}\u2069`,
  }));
  const lines = pictures.map(({ id, title }) => {
    const alt = visible(title ?? texts.photographs);
    return html`<li><img src="/documents/${id}/small" alt="${alt}" width="120" height="90" loading="lazy"><div>${tickField(wishOf(shown, `photo.${id}`, texts.include))}${title ? html`<p class="quiet">${said(title)}</p>` : ''}<div class="fields">${choiceField(wishOf(shown, `side.${id}`, texts.side), sides)}${choiceField(wishOf(shown, `mark.${id}`, texts.mark), marks, '–')}</div>${tickField(wishOf(shown, `scale.${id}`, texts.scale))}</div></li>`;
  });
  return html`<fieldset><legend>${texts.photographs}</legend><span class="hint">${texts.photographsHint}</span><ul class="pictures-sent">${lines}</ul>${add}</fieldset>`;
}

/** What would leave, in words. */
function preview({ visit, composed, values }: Composing): Html {
  const { words } = visit;
  const texts = formTextsOf(visit).request;
  const terms = termsOf(visit);
  const trace = textsOf(visit).trace;
  const { request, addressees } = composed;
  const { item, recovery, ground, use, photographs, earlier = [], limits } = request;
  const other = countryIn(values, 'other');
  const chosen = addressees
    .map(({ country }) => country)
    .filter((country) => values.get(`to.${country}`) === 'yes' || country === other);
  const to = chosen.length > 0 ? html`<p>${texts.sentTo(countriesSaid(words, chosen))}</p>` : '';
  const serial = serialIn(item);
  const names = [item.maker, item.model].filter((one) => one !== undefined).join(' ');
  const grounds = ground.codes.map((one) => html`<li>${terms.grounds[one]}</li>`);
  const facts = html`<dl class="facts-list">${fact(trace.reference, html`<bdi dir="ltr" class="code">${request.reference}</bdi>`)}${fact(texts.thing, html`${serial ? markStrip(words, serial, { size: 'small' }) : ''} ${said(names)}`)}${fact(texts.recovery, html`${begun(words, terms.recovered[recovery.kind])} · ${formatWhen(words, recovery.happened)} · ${countryCell(words, recovery.country)}<span>${said(recovery.circumstances)}</span>`)}${fact(texts.grounds, html`<ul>${grounds}</ul>${ground.law ? html`<span>${said(ground.law)}</span>` : ''}`)}${fact(texts.use, terms.uses[use.code])}${limitsFact(visit, limits)}${fact(texts.photographs, countSaid(words, photographs.length))}${earlier.length > 0 ? fact(trace.earlier, html`<ul>${earlier.map((one) => html`<li>${countryCell(words, one.country)}${words.colon}${earlierSaid(visit, one.says)}</li>`)}</ul>`) : ''}</dl>`;
  return html`<section class="card" aria-labelledby="preview" role="status"><h2 id="preview">${texts.previewTitle}</h2>${to}${facts}</section>`;
}
