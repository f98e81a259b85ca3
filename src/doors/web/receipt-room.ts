/** Receipts of entries, and checking one. What is typed goes in the body of a form, so no code stands in an address or a log. */
import type { Hono } from 'hono';
import { checkReceipt } from '../../acts/check-receipt.ts';
import { viewReceipt } from '../../acts/view-receipt.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { messagePage } from './page.ts';
import { checkPage, receiptPage } from './receipt-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, readForm, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
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
  app.get(
    '/check',
    working(site, (visit, context) => send(context, checkPage(visit))),
  );
  app.post(
    '/check',
    working(site, async (visit, context) => {
      const form = await readForm(context);
      const typed = { number: textOf(form, 'number'), code: textOf(form, 'code') };
      const found = await ask(site, visit, checkReceipt, { arm: typed.number, code: typed.code ?? '' });
      if (!isRefusal(found)) return send(context, checkPage(visit, { found }));
      const refused = sayRefusal(visit.words, found);
      return send(context, checkPage(visit, { ...typed, refused }), statusOf(found));
    }),
  );
}
