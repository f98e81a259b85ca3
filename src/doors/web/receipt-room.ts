/**
 * Receipts of entries, and checking one. What is typed goes in the body of a form, so no code stands in an address or a log.
 *
 * What could go wrong: guessing by somebody who is not signed in. Such tries are counted by the address that they come from,
 * of which the access log keeps a keyed hash alone.
 */
import type { Context, Hono } from 'hono';
import { checkReceipt, receiptBearer } from '../../acts/check-receipt.ts';
import type { Person } from '../../acts/office.ts';
import { perform } from '../../acts/perform.ts';
import { keyedHash } from '../../acts/sign-in-desk.ts';
import { viewListingReceipt } from '../../acts/view-listing-receipt.ts';
import { viewReceipt } from '../../acts/view-receipt.ts';
import { viewTraceReceipt } from '../../acts/view-trace-receipt.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { visitorAddress } from './connection.ts';
import { messagePage } from './page.ts';
import { checkPage, fileReceiptPage, receiptPage } from './receipt-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, readForm, type Site, send, sendRefusal, statusOf, textOf, visitOf, working } from './room.ts';
import type { Html } from './text.ts';
import { offers, type Visit, type Working } from './visit.ts';
import { RECEIPT_WORDS } from './words/receipt.ts';

/** Adds the pages of receipts: /receipts/ENTRY?arm=NUMBER (or trace=, listing=, hit= with its id) and /check. */
export function addReceiptRoom(app: Hono, site: Site): void {
  app.get(
    '/receipts/:entry',
    working(site, async (visit, context) => {
      const shown = await receiptOf(site, visit, context.req.param('entry') ?? '');
      if (!isRefusal(shown)) return send(context, shown);
      if (shown.refused !== 'not-numbered-yet') return sendRefusal(context, visit, shown);
      const own = RECEIPT_WORDS[visit.words.language];
      return send(context, messagePage(visit, own.title, own.waits), 503);
    }),
  );
  app.get('/check', async (context) => send(context, checkPage(await visitOf(site, context))));
  app.post('/check', async (context) => {
    const visit = await visitOf(site, context);
    const form = await readForm(context);
    const typed = { number: textOf(form, 'number'), code: textOf(form, 'code') };
    const bearer = bearerOf(site, visit, context);
    const purpose = visit.signedIn?.visitor.purpose ?? '';
    const asked = { about: typed.number, code: typed.code ?? '' };
    const found = await perform(site.office, bearer, purpose, checkReceipt, asked);
    if (!isRefusal(found)) return send(context, checkPage(visit, { found }));
    const refused = sayRefusal(visit.words, found);
    return send(context, checkPage(visit, { ...typed, refused }), statusOf(found));
  });
}

async function receiptOf(site: Site, visit: Working, entry: string): Promise<Html | Refusal> {
  const { arm = '', trace, listing, hit } = visit.query;
  const { state } = site.office;
  const about = listing === undefined ? 'hit' : 'listing';
  const file = listing ?? hit;
  if (trace === undefined && file === undefined) {
    const receipt = await ask(site, visit, viewReceipt, { entry, arm });
    return isRefusal(receipt) ? receipt : receiptPage(visit, receipt, state);
  }
  const receipt =
    trace === undefined
      ? await ask(site, visit, viewListingReceipt, { about, file, entry })
      : await ask(site, visit, viewTraceReceipt, { trace, entry });
  return isRefusal(receipt) ? receipt : fileReceiptPage(visit, receipt, state);
}

const HASH_DIGITS = 16;

/** Who checks: somebody signed in, under his or her own name; else whoever is at that address. */
function bearerOf(site: Site, visit: Visit, context: Context): Person {
  const { signedIn } = visit;
  if (signedIn?.person && offers(visit, checkReceipt.name)) return signedIn.person;
  if (signedIn) return receiptBearer(signedIn.visitor.account);
  const hash = keyedHash(site.desk, 'check-receipt', visitorAddress(context)).toString('hex');
  return receiptBearer(`nobody:${hash.slice(0, HASH_DIGITS)}`);
}
