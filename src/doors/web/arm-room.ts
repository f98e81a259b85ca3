/** An arm's page and its proof. */
import type { Hono } from 'hono';
import { proveArm } from '../../acts/prove-arm.ts';
import { viewArm } from '../../acts/view-arm.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { armPage } from './arm-page.ts';
import { findDocuments } from './documents-room.ts';
import { findMatches } from './match-room.ts';
import { ask, type Site, send, sendRefusal, working } from './room.ts';

/** Adds the pages of an arm. */
export function addArmRoom(app: Hono, site: Site): void {
  app.get(
    '/arms/:number',
    working(site, async (visit, context) => {
      const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
      if (isRefusal(view)) return sendRefusal(context, visit, view);
      const documents = await findDocuments(site, visit, view);
      const matches = await findMatches(site, visit, view);
      return send(context, armPage(visit, view, site.office.clock(), { documents, matches }));
    }),
  );
  app.get(
    '/arms/:number/proof.json',
    working(site, async (visit, context) => {
      const proof = await ask(site, visit, proveArm, { arm: context.req.param('number') });
      if (isRefusal(proof)) return sendRefusal(context, visit, proof);
      context.header('Content-Disposition', `attachment; filename="proof-${proof.arm}.json"`);
      return context.json(proof);
    }),
  );
}
