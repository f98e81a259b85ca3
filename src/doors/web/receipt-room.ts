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
import { viewReceipt } from '../../acts/view-receipt.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { visitorAddress } from './connection.ts';
import { messagePage } from './page.ts';
import { checkPage, receiptPage } from './receipt-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, readForm, type Site, send, sendRefusal, statusOf, textOf, visitOf, working } from './room.ts';
import { offers, type Visit } from './visit.ts';
import { RECEIPT_WORDS } from './words/receipt.ts';

/** Adds the pages of receipts: /receipts/ENTRY?arm=NUMBER and /check. */
export function addReceiptRoom(app: Hono, site: Site): void {
  app.get(
    '/receipts/:entry',
    working(site, async (visit, context) => {
      const wanted = { entry: context.req.param('entry'), arm: visit.query.arm ?? '' };
      const receipt = await ask(site, visit, viewReceipt, wanted);
      if (!isRefusal(receipt)) return send(context, receiptPage(visit, receipt, site.office.state));
      if (receipt.refused !== 'not-numbered-yet') return sendRefusal(context, visit, receipt);
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
    const asked = { arm: typed.number, code: typed.code ?? '' };
    const found = await perform(site.office, bearer, purpose, checkReceipt, asked);
    if (!isRefusal(found)) return send(context, checkPage(visit, { found }));
    const refused = sayRefusal(visit.words, found);
    return send(context, checkPage(visit, { ...typed, refused }), statusOf(found));
  });
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
