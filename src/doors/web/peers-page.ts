/** Pages of other nodes: their cards with fingerprints large enough to be read aloud, and the forms by which they are trusted or not. */
import { html } from 'hono/html';
import type { PeerShown } from '../../acts/list-peers.ts';
import type { OwnCardShown } from '../../acts/view-own-card.ts';
import { type Deed, doneNote, wishOf } from './deeds.ts';
import { form, inputField, problem, sendButton, textField } from './forms.ts';
import { page } from './page.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded } from './when.ts';
import { CARD_WORDS } from './words/card.ts';
import { PEER_WORDS } from './words/peers.ts';

const MINUTE_MS = 60_000;
/** Clocks that differ by less are not worth a word. */
const CLOCK_TOLD_MS = 5 * MINUTE_MS;

/** What may be done with a node, by the name in its address. */
export const PEER_DEEDS = {
  confirm: 'confirm-peer',
  suspend: 'suspend-peer',
  'withdraw-key': 'withdraw-peer-key',
  resume: 'resume-peer',
} as const;
export type PeerDeed = keyof typeof PEER_DEEDS;

/** The own card and the nodes of others. */
export function peersPage(visit: Visit, own: OwnCardShown | undefined, peers: readonly PeerShown[]): Html {
  const texts = PEER_WORDS[visit.words.language];
  const add = offers(visit, 'add-peer')
    ? html`<p class="do"><a class="button" href="${link(visit, '/peers/add')}">${texts.add}</a></p>`
    : '';
  const state = offers(visit, 'view-exchange')
    ? html`<p><a href="${link(visit, '/exchange')}">${texts.exchange}</a></p>`
    : '';
  const list = peers.length === 0 ? html`<p>${texts.none}</p>` : peers.map((peer) => peerCard(visit, peer));
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${doneNote(visit, { ...texts.done, ...CARD_WORDS[visit.words.language].done })}${state}${add}${own ? ownCard(visit, own) : ''}${list}`,
  );
}

function ownCard(visit: Visit, { card, fingerprint }: OwnCardShown): Html {
  const texts = PEER_WORDS[visit.words.language];
  const own = CARD_WORDS[visit.words.language];
  const way = (act: string, name: string, label: string): Html | string =>
    offers(visit, act)
      ? html` <a class="button plain" href="${link(visit, `/peers/own/${name}`)}">${label}</a>`
      : '';
  const renewals = html`${way('publish-card', 'card', own.change)}${way('rotate-keys', 'keys', own.rotate)}`;
  return html`<section class="card"><h2>${texts.own}</h2><p class="lead">${texts.ownLead}</p>${cardParts(visit, card, fingerprint)}<p class="do"><a class="button plain" href="${link(visit, '/peers/card.txt')}" download>${texts.take}</a>${renewals}</p></section>`;
}

function cardParts(
  visit: Visit,
  { state, name, address, seq }: Pick<PeerShown, 'state' | 'name' | 'address' | 'seq'>,
  fingerprint: string,
): Html {
  const { words } = visit;
  const texts = PEER_WORDS[words.language];
  const where = address === '' ? texts.filesOnly : code(address);
  return html`<p>${code(state)} · ${said(name)} · ${texts.seq(formatCount(words, seq))}</p><dl><dt>${texts.fingerprint}</dt><dd class="fingerprint">${code(fingerprint)}</dd><dt>${texts.address}</dt><dd>${where}</dd></dl>`;
}

function peerCard(visit: Visit, peer: PeerShown): Html {
  const { words } = visit;
  const texts = PEER_WORDS[words.language];
  const tone = peer.standing === 'confirmed' ? 'sound' : 'late';
  const heard = peer.heard
    ? html`<p class="quiet">${texts.heard(formatRecorded(words, peer.heard))}</p>`
    : '';
  const lost = peer.lost
    ? html`<p class="alarm doubt">${texts.lost(formatRecorded(words, peer.lost))}</p>`
    : '';
  const { clockMs = 0 } = peer;
  const apart = Math.round(Math.abs(clockMs) / MINUTE_MS);
  const clock =
    Math.abs(clockMs) > CLOCK_TOLD_MS
      ? html`<p class="alarm doubt">${texts.clock(formatCount(words, apart))}</p>`
      : '';
  return html`<section class="card"><h2>${said(peer.name)} <span class="tag ${tone}">${texts.standing[peer.standing]}</span></h2>${cardParts(visit, peer, peer.fingerprint)}${heard}${clock}${lost}${deedLinks(visit, peer)}</section>`;
}

function deedLinks(visit: Visit, { node, standing, name, lost }: PeerShown): Html | string {
  const fit: readonly PeerDeed[] =
    standing === 'confirmed' ? ['suspend', 'withdraw-key'] : ['confirm', 'withdraw-key'];
  const links = [...fit, ...(lost === undefined ? [] : (['resume'] as const))]
    .filter((deed) => offers(visit, PEER_DEEDS[deed]))
    .map(
      (deed) =>
        html`<a class="button plain" href="${link(visit, `/peers/${node}/${deed}`)}">${deedName(visit, deed)}<span class="aloud"> ${said(name)}</span></a> `,
    );
  return links.length === 0 ? '' : html`<p class="do">${links}</p>`;
}

function deedName({ words }: Visit, deed: PeerDeed): string {
  const texts = PEER_WORDS[words.language];
  return {
    confirm: texts.confirm,
    suspend: texts.suspend,
    'withdraw-key': texts.withdraw,
    resume: texts.resume,
  }[deed];
}

/** The form that adds a node. */
export function addPeerPage(visit: Visit, deed: Deed): Html {
  const texts = PEER_WORDS[visit.words.language];
  const fields = html`${textField({ ...wishOf(deed, 'card', texts.card), required: true, max: 16_384 }, 8)}${inputField({ ...wishOf(deed, 'fingerprint', texts.typed, texts.typedHint), code: true, max: 200 })}${sendButton(texts.addDo)}`;
  return page(
    visit,
    texts.add,
    html`<div class="form-page"><h1>${texts.add}</h1><p class="lead">${texts.addLead}</p>${problem(deed.says)}${form(visit, { action: link(visit, '/peers/add'), act: deed.act, class: 'card record' }, fields)}<p><a href="${link(visit, '/peers')}">${texts.back}</a></p></div>`,
  );
}

/** The form that confirms, suspends or takes the keys of a node. */
export function peerDeedPage(visit: Visit, peer: PeerShown, name: PeerDeed, deed: Deed): Html {
  const texts = PEER_WORDS[visit.words.language];
  const lead = {
    confirm: texts.confirmLead,
    suspend: texts.suspendLead,
    'withdraw-key': texts.withdrawLead,
    resume: texts.resumeLead,
  }[name];
  const field =
    name === 'confirm'
      ? inputField({ ...wishOf(deed, 'fingerprint', texts.typed), required: true, code: true, max: 200 })
      : inputField({ ...wishOf(deed, 'why', texts.why, texts.whyHint), required: true });
  const title = deedName(visit, name);
  // Where a fingerprint is to be typed as it was heard, that of the card is not shown to be copied.
  return page(
    visit,
    title,
    html`<div class="form-page"><h1>${title}</h1><p><strong>${code(peer.state)} · ${said(peer.name)}</strong></p><p class="lead">${lead}</p>${problem(deed.says)}${form(visit, { action: link(visit, `/peers/${peer.node}/${name}`), act: deed.act, class: 'card record' }, html`${field}${sendButton(title)}`)}<p><a href="${link(visit, '/peers')}">${texts.back}</a></p></div>`,
  );
}
