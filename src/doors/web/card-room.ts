/**
 * Renewing the card of this node and its keys. Each takes two steps: the first says what would happen and does nothing, the second
 * does it. The fingerprint of the new card stands on the page that follows, to be read aloud.
 *
 * What could go wrong: keys that are withdrawn by a slip. The page says before that no node takes anything until its people have
 * compared the new fingerprint.
 *
 * @clause J-01, I-01, ITI 15
 */
import type { Context, Hono } from 'hono';
import { listPeers } from '../../acts/list-peers.ts';
import { publishCard, rotateKeys } from '../../acts/publish-card.ts';
import { viewOwnCard } from '../../acts/view-own-card.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { addressOf } from '../../domain/exchange/card.ts';
import { type Renewal, renewPage, renewSurePage, type Standing } from './card-page.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, type Working } from './visit.ts';
import { PEOPLE_WORDS } from './words/people.ts';

const ACTS = { card: publishCard, keys: rotateKeys } as const;
const FIELDS: Readonly<Record<string, string>> = { 'card-address-unfit': 'address' };

/** Adds the pages of the own card. */
export function addCardRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/peers/own/:renewal{card|keys}',
    working(site, (visit, context) => renew(site, visit, context)),
  );
}

async function standingOf(site: Site, visit: Working): Promise<Standing | Refusal> {
  const own = await ask(site, visit, viewOwnCard, {});
  if (isRefusal(own)) return own;
  const list = await ask(site, visit, listPeers, {});
  return isRefusal(list) ? list : { own, peers: list.peers };
}

async function renew(site: Site, visit: Working, context: Context): Promise<Response> {
  const name = context.req.param('renewal') as Renewal;
  const refused = await refuseForm(site, visit, ACTS[name].name);
  if (refused) return sendRefusal(context, visit, refused);
  const standing = await standingOf(site, visit);
  if (isRefusal(standing)) return sendRefusal(context, visit, standing);
  const { card } = standing.own;
  const first = new Map(
    name === 'card' ? [['name', card.name] as const, ['address', card.address] as const] : [],
  );
  const { deed, sent } = await openDeed(site, visit, context, first);
  const step = sent && textOf(sent, 'do');
  if (!sent || step === 'edit') return send(context, renewPage(visit, name, deed, standing));
  const wrong = wrongIn(site, visit, name, deed, sent);
  if (wrong) return send(context, renewPage(visit, name, wrong, standing), 422);
  if (step !== 'sure') return send(context, renewSurePage(visit, name, deed, standing));
  const done = await (name === 'card'
    ? ask(site, visit, publishCard, { act: deed.act, ...wishesIn(sent) })
    : ask(site, visit, rotateKeys, { act: deed.act, lost: textOf(sent, 'how') === 'lost' }));
  if (isRefusal(done)) {
    const shown = refusedDeed(visit, deed, done, FIELDS);
    return send(context, renewPage(visit, name, shown, standing), statusOf(done));
  }
  const what = name === 'card' ? 'published' : textOf(sent, 'how') === 'lost' ? 'lost' : 'rotated';
  return context.redirect(link(visit, '/peers', { done: what }), 303);
}

const wishesIn = (sent: Form) => ({
  name: textOf(sent, 'name') ?? '',
  address: textOf(sent, 'address') ?? '',
});

/** The form with what is wrong in it, said before anybody is asked whether it is wanted. */
function wrongIn(site: Site, visit: Working, name: Renewal, deed: Deed, sent: Form): Deed | undefined {
  const { wrong: unread, badField } = PEOPLE_WORDS[visit.words.language];
  const marked = (field: string): Deed => ({
    ...deed,
    says: badField,
    problems: { ...deed.problems, wrong: new Map([[field, unread]]) },
  });
  if (name === 'keys')
    return ['ordinary', 'lost'].includes(textOf(sent, 'how') ?? '') ? undefined : marked('how');
  const wishes = wishesIn(sent);
  if (wishes.name === '') return marked('name');
  const { demonstration } = site.office;
  if (wishes.address === '' || addressOf({ address: wishes.address, demonstration })) return undefined;
  return refusedDeed(visit, deed, refusal('card-address-unfit', { address: wishes.address }), FIELDS);
}
