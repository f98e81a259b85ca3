/** Nodes of other States: whom to trust, by cards and fingerprints; and how the exchange with them stands. */
import type { Context, Hono } from 'hono';
import { addPeer } from '../../acts/add-peer.ts';
import { confirmPeer } from '../../acts/confirm-peer.ts';
import { listPeers } from '../../acts/list-peers.ts';
import { resumePeer } from '../../acts/resume-peer.ts';
import { suspendPeer } from '../../acts/suspend-peer.ts';
import { viewExchange } from '../../acts/view-exchange.ts';
import { viewOwnCard } from '../../acts/view-own-card.ts';
import { withdrawPeerKey } from '../../acts/withdraw-peer-key.ts';
import { isRefusal, refusal } from '../../domain/base/refusal.ts';
import { addCardRoom } from './card-room.ts';
import { openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { exchangePage } from './exchange-page.ts';
import { addPeerPage, PEER_DEEDS, type PeerDeed, peerDeedPage, peersPage } from './peers-page.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, offers, type Working } from './visit.ts';

const FIELDS: Readonly<Record<string, string>> = {
  'fingerprint-unreadable': 'fingerprint',
  'fingerprint-differs': 'fingerprint',
  'fingerprint-missing': 'fingerprint',
  'card-unreadable': 'card',
  'card-own': 'card',
  'card-of-another-kind': 'card',
  'card-address-unfit': 'card',
  'card-key-withdrawn': 'card',
  'card-node-taken': 'card',
};

/** Adds the pages of other nodes. */
export function addPeersRoom(app: Hono, site: Site): void {
  addCardRoom(app, site);
  app.get(
    '/peers',
    working(site, async (visit, context) => {
      const list = await ask(site, visit, listPeers, {});
      if (isRefusal(list)) return sendRefusal(context, visit, list);
      const own = offers(visit, 'view-own-card') ? await ask(site, visit, viewOwnCard, {}) : undefined;
      return send(context, peersPage(visit, isRefusal(own) ? undefined : own, list.peers));
    }),
  );
  app.get(
    '/peers/card.txt',
    working(site, async (visit, context) => {
      const own = await ask(site, visit, viewOwnCard, {});
      if (isRefusal(own)) return sendRefusal(context, visit, own);
      context.header(
        'Content-Disposition',
        `attachment; filename="card-${own.card.state}-${own.card.seq}.txt"`,
      );
      return context.text(`${own.signed}\n`);
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/peers/add',
    working(site, (visit, context) => add(site, visit, context)),
  );
  app.on(
    ['GET', 'POST'],
    '/peers/:node/:deed{confirm|suspend|withdraw-key|resume}',
    working(site, (visit, context) => change(site, visit, context)),
  );
  app.get(
    '/exchange',
    working(site, async (visit, context) => {
      const state = await ask(site, visit, viewExchange, {});
      return isRefusal(state)
        ? sendRefusal(context, visit, state)
        : send(context, exchangePage(visit, state));
    }),
  );
}

async function add(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, addPeer.name);
  if (refused) return sendRefusal(context, visit, refused);
  const { deed, sent } = await openDeed(site, visit, context);
  if (!sent) return send(context, addPeerPage(visit, deed));
  const [card, fingerprint] = [textOf(sent, 'card') ?? '', textOf(sent, 'fingerprint') ?? ''];
  const done = await ask(site, visit, addPeer, {
    act: deed.act,
    card,
    ...(fingerprint === '' ? {} : { fingerprint }),
  });
  if (isRefusal(done))
    return send(context, addPeerPage(visit, refusedDeed(visit, deed, done, FIELDS)), statusOf(done));
  return context.redirect(link(visit, '/peers', { done: 'added' }), 303);
}

async function change(site: Site, visit: Working, context: Context): Promise<Response> {
  const name = context.req.param('deed') as PeerDeed;
  const refused = await refuseForm(site, visit, PEER_DEEDS[name]);
  if (refused) return sendRefusal(context, visit, refused);
  const list = await ask(site, visit, listPeers, {});
  if (isRefusal(list)) return sendRefusal(context, visit, list);
  const peer = list.peers.find(({ node }) => node === context.req.param('node'));
  if (!peer) return sendRefusal(context, visit, refusal('peer-unknown', { peer: '' }));
  const { deed, sent } = await openDeed(site, visit, context);
  if (!sent) return send(context, peerDeedPage(visit, peer, name, deed));
  const done = await doDeed(site, visit, name, { act: deed.act, peer: peer.node }, sent);
  if (isRefusal(done))
    return send(
      context,
      peerDeedPage(visit, peer, name, refusedDeed(visit, deed, done, FIELDS)),
      statusOf(done),
    );
  return context.redirect(link(visit, '/peers', { done: name }), 303);
}

function doDeed(site: Site, visit: Working, name: PeerDeed, which: object, sent: Form) {
  if (name === 'confirm')
    return ask(site, visit, confirmPeer, { ...which, fingerprint: textOf(sent, 'fingerprint') ?? '' });
  const act = { suspend: suspendPeer, 'withdraw-key': withdrawPeerKey, resume: resumePeer }[name];
  return ask(site, visit, act, { ...which, why: textOf(sent, 'why') ?? '' });
}
