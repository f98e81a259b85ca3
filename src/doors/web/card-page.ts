/** Pages on which the card of this node and its keys are renewed: what is wanted, then what would happen, then it is done. */
import { html } from 'hono/html';
import type { PeerShown } from '../../acts/list-peers.ts';
import type { OwnCardShown } from '../../acts/view-own-card.ts';
import { table } from './arm-tables.ts';
import { type Deed, wishOf } from './deeds.ts';
import { form, inputField, problem, radioField, sendButton } from './forms.ts';
import { page } from './page.ts';
import { code, type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { CARD_WORDS } from './words/card.ts';
import { PEER_WORDS } from './words/peers.ts';

/** What is renewed, by the name in its address. */
export type Renewal = 'card' | 'keys';

/** What stands now, and who would be told. */
export type Standing = { readonly own: OwnCardShown; readonly peers: readonly PeerShown[] };

const pathOf = (visit: Visit, name: Renewal): string => link(visit, `/peers/own/${name}`);

function frame(visit: Visit, title: string, contents: Html): Html {
  const { back } = PEER_WORDS[visit.words.language];
  return page(
    visit,
    title,
    html`<div class="form-page"><p class="back"><a href="${link(visit, '/peers')}">${back}</a></p><h1>${title}</h1>${contents}</div>`,
  );
}

/** The form that says what is wanted; nothing is done by it. */
export function renewPage(visit: Visit, name: Renewal, deed: Deed, { own }: Standing): Html {
  const texts = CARD_WORDS[visit.words.language];
  const [title, lead] = name === 'card' ? [texts.change, texts.changeLead] : [texts.rotate, texts.rotateLead];
  const fields =
    name === 'card'
      ? html`${inputField({ ...wishOf(deed, 'name', texts.name), required: true, max: 120 })}${inputField({ ...wishOf(deed, 'address', texts.address, texts.addressHint), code: true })}`
      : radioField(wishOf(deed, 'how', texts.how), [
          { value: 'ordinary', label: texts.ordinary },
          { value: 'lost', label: texts.lost },
        ]);
  const present = html`<section class="card"><h2>${texts.present}</h2><p class="fingerprint">${code(own.fingerprint)}</p></section>`;
  return frame(
    visit,
    title,
    html`<p class="lead">${lead}</p>${problem(deed.says)}${form(visit, { action: pathOf(visit, name), act: deed.act, class: 'card record' }, html`${fields}${sendButton(texts.look)}`)}${present}`,
  );
}

/** What would happen, and whether it is wanted; what was typed goes along. */
export function renewSurePage(visit: Visit, name: Renewal, deed: Deed, standing: Standing): Html {
  const texts = CARD_WORDS[visit.words.language];
  const { values } = deed;
  const isLost = values.get('how') === 'lost';
  const [happens, button] =
    name === 'card'
      ? [texts.happensChange, texts.doChange]
      : isLost
        ? [texts.happensLost, texts.doLost]
        : [texts.happensOrdinary, texts.doOrdinary];
  const typed = ['name', 'address', 'how'].map((one) =>
    values.has(one) ? html`<input type="hidden" name="${one}" value="${values.get(one) ?? ''}">` : '',
  );
  const list = html`<ol>${happens.map((one) => html`<li>${one}</li>`)}</ol>`;
  const buttons = html`<p class="do"><button name="do" value="sure">${button}</button> <button class="plain" name="do" value="edit">${texts.edit}</button></p>`;
  const contents = html`${name === 'card' ? changes(visit, deed, standing) : ''}${list}${toldPeers(visit, standing)}${typed}${buttons}`;
  return frame(
    visit,
    texts.sure,
    html`${problem(deed.says)}${form(visit, { action: pathOf(visit, name), act: deed.act, class: 'card record' }, contents)}`,
  );
}

function changes(visit: Visit, { values }: Deed, { own: { card } }: Standing): Html {
  const texts = CARD_WORDS[visit.words.language];
  const line = (label: string, before: string, after: string, show: (text: string) => Html | string): Html =>
    html`<tr><th scope="row">${label}</th><td class="says">${show(before)}</td><td class="says">${before === after ? html`<span class="quiet">${texts.same}</span>` : show(after)}</td></tr>`;
  const where = (text: string): Html | string => (text === '' ? texts.filesOnly : code(text));
  const rows = [
    line(texts.name, card.name, values.get('name')?.trim() ?? '', said),
    line(texts.address, card.address, values.get('address')?.trim() ?? '', where),
  ];
  return table(texts.change, [texts.what, texts.now, texts.later], rows);
}

function toldPeers(visit: Visit, { peers }: Standing): Html {
  const texts = CARD_WORDS[visit.words.language];
  const confirmed = peers.filter(({ standing }) => standing === 'confirmed');
  const list =
    confirmed.length === 0
      ? html`<p class="quiet">${texts.nobody}</p>`
      : html`<ul class="facts">${confirmed.map(({ state, name }) => html`<li>${code(state)} · ${said(name)}</li>`)}</ul>`;
  return html`<h2>${texts.told}</h2>${list}`;
}
