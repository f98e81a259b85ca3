/**
 * Lists of lost and stolen arms and hits on them: looked through, proposed, confirmed, renewed, cancelled, asked and answered.
 *
 * @clause C-12, E-04
 */
import type { Context, Hono } from 'hono';
import { askHit } from '../../acts/ask-hit.ts';
import { cancelListing } from '../../acts/cancel-listing.ts';
import { confirmListing } from '../../acts/confirm-listing.ts';
import { listHits } from '../../acts/list-hits.ts';
import { listListings } from '../../acts/list-listings.ts';
import { type Act, newId } from '../../acts/office.ts';
import { proposeListing } from '../../acts/propose-listing.ts';
import { renewListing } from '../../acts/renew-listing.ts';
import { tellHit } from '../../acts/tell-hit.ts';
import { viewHit } from '../../acts/view-hit.ts';
import { viewListing } from '../../acts/view-listing.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { STANDINGS } from '../../domain/trace/listing.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { hitPage, hitsPage } from './hits-page.ts';
import { listingPage, listingsPage, proposePage } from './listings-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Form, readForm, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, type Working } from './visit.ts';
import { LISTING_WORDS } from './words/listing.ts';

/** The field that each refusal of a proposal is about. */
const FIELDS: Readonly<Record<string, string>> = {
  'arm-unknown': 'arm',
  'number-unreadable': 'arm',
  'number-check-fails': 'arm',
  'listing-known': 'arm',
  'listing-never': 'arm',
  'listing-not-missing': 'arm',
  'listing-number-missing': 'arm',
  'listing-reference-missing': 'reference',
};

/** Adds the pages of listed arms and of hits. */
export function addListingsRoom(app: Hono, site: Site): void {
  app.get(
    '/listings',
    working(site, (visit, context) => showList(site, visit, context)),
  );
  app.on(
    ['GET', 'POST'],
    '/listings/propose',
    working(site, (visit, context) => propose(site, visit, context)),
  );
  app.get(
    '/listings/:listing',
    working(site, (visit, context) => showListing(site, visit, context)),
  );
  app.post(
    '/listings/:listing/:deed{confirm|renew|cancel}',
    working(site, (visit, context) => change(site, visit, context)),
  );
  app.get(
    '/hits',
    working(site, async (visit, context) => {
      const after = parseUuid(visit.query.after ?? '');
      const waiting = visit.query.waiting === 'yes';
      const list = await ask(site, visit, listHits, { waiting, ...(after ? { after } : {}) });
      return isRefusal(list) ? sendRefusal(context, visit, list) : send(context, hitsPage(visit, list));
    }),
  );
  app.get(
    '/hits/:hit',
    working(site, (visit, context) => showHit(site, visit, context)),
  );
  app.post(
    '/hits/:hit/:deed{ask|tell}',
    working(site, (visit, context) => answer(site, visit, context)),
  );
}

async function showList(site: Site, visit: Working, context: Context): Promise<Response> {
  const { side } = visit.query;
  const standing = STANDINGS.find((one) => one === visit.query.standing);
  const after = parseUuid(visit.query.after ?? '');
  const list = await ask(site, visit, listListings, {
    ...(side === 'own' || side === 'partner' ? { side } : {}),
    ...(standing ? { standing } : {}),
    ...(after ? { after } : {}),
  });
  return isRefusal(list) ? sendRefusal(context, visit, list) : send(context, listingsPage(visit, list));
}

const idOf = (context: Context, name: string): string => parseUuid(context.req.param(name) ?? '') ?? '';

/** The page of one entry, after a refusal with what it says. */
async function showListing(
  site: Site,
  visit: Working,
  context: Context,
  refused?: Refusal,
): Promise<Response> {
  const listing = idOf(context, 'listing');
  const view = listing
    ? await ask(site, visit, viewListing, { listing })
    : refusal('listing-unknown', { listing });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const says = refused && sayRefusal(visit.words, refused);
  const shown = listingPage(visit, view, { act: newId(site.office), says });
  return send(context, shown, refused ? statusOf(refused) : 200);
}

async function showHit(site: Site, visit: Working, context: Context, refused?: Refusal): Promise<Response> {
  const hit = idOf(context, 'hit');
  const view = hit ? await ask(site, visit, viewHit, { hit }) : refusal('hit-unknown', { hit });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const says = refused && sayRefusal(visit.words, refused);
  const shown = hitPage(visit, view, { act: newId(site.office), says });
  return send(context, shown, refused ? statusOf(refused) : 200);
}

/** Does what a form asks; a form that came back after signing in does nothing, and shows the page again. */
async function doing(
  site: Site,
  visit: Working,
  context: Context,
  wanted: (form: Form) => object,
): Promise<unknown | Refusal | undefined> {
  const act = CHANGES[context.req.param('deed') ?? '']!;
  const form = await readForm(context);
  if (textOf(form, 'restored')) return undefined;
  const id = parseUuid(textOf(form, 'act') ?? '');
  return ask(site, visit, act, { ...wanted(form), ...(id ? { act: id } : {}) });
}

/** The entry that an act on an entry of a list or a hit answered. */
const entryOf = (done: unknown): string => (done as { entry: string }).entry;

const texts = (form: Form, ...names: readonly string[]): object =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = textOf(form, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const CHANGES: Readonly<Record<string, Act<never, unknown>>> = {
  confirm: confirmListing as Act<never, unknown>,
  renew: renewListing as Act<never, unknown>,
  cancel: cancelListing as Act<never, unknown>,
  ask: askHit as Act<never, unknown>,
  tell: tellHit as Act<never, unknown>,
};

async function change(site: Site, visit: Working, context: Context): Promise<Response> {
  const listing = idOf(context, 'listing');
  const done = await doing(site, visit, context, (form) => ({
    listing,
    ...texts(form, 'expires', 'reason', 'words'),
  }));
  if (isRefusal(done) && done.refused === 'not-permitted') return sendRefusal(context, visit, done);
  if (done === undefined || isRefusal(done)) return showListing(site, visit, context, done);
  return context.redirect(link(visit, `/listings/${listing}`, { done: entryOf(done) }), 303);
}

async function answer(site: Site, visit: Working, context: Context): Promise<Response> {
  const hit = idOf(context, 'hit');
  const done = await doing(site, visit, context, (form) => ({ hit, ...texts(form, 'answer', 'words') }));
  if (isRefusal(done) && done.refused === 'not-permitted') return sendRefusal(context, visit, done);
  if (done === undefined || isRefusal(done)) return showHit(site, visit, context, done);
  return context.redirect(link(visit, `/hits/${hit}`, { done: entryOf(done) }), 303);
}

async function propose(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, proposeListing.name);
  if (refused) return sendRefusal(context, visit, refused);
  const list = await ask(site, visit, listListings, { limit: 1 });
  if (isRefusal(list)) return sendRefusal(context, visit, list);
  const first = visit.query.arm === undefined ? new Map() : new Map([['arm', visit.query.arm]]);
  const { deed, sent } = await openDeed(site, visit, context, first);
  const page = (shown: Deed) => proposePage(visit, shown, list.partners);
  if (!sent) return send(context, page(deed));
  const partners = list.partners.flatMap(({ node }) => (textOf(sent, `to.${node}`) === 'yes' ? [node] : []));
  if (partners.length === 0) {
    const says = LISTING_WORDS[visit.words.language].choosePartner;
    const problems = { ...deed.problems, wrong: new Map([['partners', says]]) };
    return send(context, page({ ...deed, says, problems }), 422);
  }
  const done = await ask(site, visit, proposeListing, {
    ...texts(sent, 'arm', 'status', 'reference', 'ground', 'place', 'expires', 'words'),
    ...{ act: deed.act, partners, tellsOwner: textOf(sent, 'tellsOwner') === 'yes' },
  });
  if (isRefusal(done)) return send(context, page(refusedDeed(visit, deed, done, FIELDS)), statusOf(done));
  return context.redirect(link(visit, `/listings/${done.subject}`, { done: done.entry }), 303);
}
