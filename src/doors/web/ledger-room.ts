/** The ledger's state, and a checkpoint to be kept outside. */
import type { Hono } from 'hono';
import { viewLedger } from '../../acts/view-ledger.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { ledgerPage } from './ledger-page.ts';
import { ask, type Site, send, sendRefusal, working } from './room.ts';

/** Adds the pages of the ledger. */
export function addLedgerRoom(app: Hono, site: Site): void {
  app.get(
    '/ledger',
    working(site, async (visit, context) => {
      const state = await ask(site, visit, viewLedger, {});
      if (isRefusal(state)) return sendRefusal(context, visit, state);
      return send(context, ledgerPage(visit, state, await site.operation?.readiness()));
    }),
  );
  app.get(
    '/ledger/checkpoint.txt',
    working(site, async (visit, context) => {
      const state = await ask(site, visit, viewLedger, {});
      if (isRefusal(state)) return sendRefusal(context, visit, state);
      context.header('Content-Disposition', `attachment; filename="checkpoint-${state.size}.txt"`);
      return context.text(state.checkpoint);
    }),
  );
}
