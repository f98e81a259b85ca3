/** The first page. */
import type { Hono } from 'hono';
import { viewToday } from '../../acts/view-today.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { draftsCard, draftsOf } from './drafts-room.ts';
import { ask, type Site, send, sendRefusal, working } from './room.ts';
import { todayPage } from './today-page.ts';

/** Adds the first page. */
export function addTodayRoom(app: Hono, site: Site): void {
  app.get(
    '/',
    working(site, async (visit, context) => {
      const today = await ask(site, visit, viewToday, {});
      if (isRefusal(today)) return sendRefusal(context, visit, today);
      const unfinished = draftsCard(visit, await draftsOf(site, visit));
      return send(context, todayPage(visit, today, unfinished));
    }),
  );
}
