/** The first page, by role: of whoever works with arms, what waits; of others, what is due for them. */
import type { Hono } from 'hono';
import { findArms } from '../../acts/find-arms.ts';
import { viewToday } from '../../acts/view-today.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { draftsCard, draftsOf } from './drafts-room.ts';
import { keptCard } from './find-kept.ts';
import { keptSearches } from './find-room.ts';
import { ask, type Site, send, sendRefusal, working } from './room.ts';
import { dutiesOf, dutiesPage } from './today-duties.ts';
import { entriesFigure, todayPage } from './today-page.ts';
import { offers } from './visit.ts';

/** Adds the first page. */
export function addTodayRoom(app: Hono, site: Site): void {
  app.get(
    '/',
    working(site, async (visit, context) => {
      const duties = await dutiesOf(site, visit);
      if (!offers(visit, viewToday.name)) return send(context, dutiesPage(visit, duties));
      const today = await ask(site, visit, viewToday, {});
      if (isRefusal(today)) return sendRefusal(context, visit, today);
      if (!offers(visit, findArms.name))
        return send(context, dutiesPage(visit, duties, entriesFigure(visit, today)));
      const unfinished = draftsCard(visit, await draftsOf(site, visit));
      const kept = keptCard(visit, await keptSearches(site, visit));
      return send(context, todayPage(visit, today, [...duties, unfinished, kept]));
    }),
  );
}
