/**
 * One's own sessions: seen, and ended one by one or all others at once. The one that asks ends by signing out.
 *
 * @clause J-02
 */
import type { Context, Hono } from 'hono';
import { endOtherSessions, endOwnSession, listOwnSessions } from '../../acts/end-sessions.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { type Own, own, readForm, type Site, send, sendRefusal, textOf } from './room.ts';
import { sessionsPage } from './sessions-page.ts';
import { link } from './visit.ts';

const PATH = '/account/sessions';

/** Adds the pages of one's own sessions. */
export function addSessionsRoom(app: Hono, site: Site): void {
  const { office } = site;
  app.get(
    PATH,
    own(site, async (visit, context) => {
      const sessions = await listOwnSessions(office, visit.signedIn.token);
      return isRefusal(sessions)
        ? sendRefusal(context, visit, sessions)
        : send(context, sessionsPage(visit, sessions));
    }),
  );
  app.post(
    `${PATH}/end`,
    own(site, async (visit, context) => {
      const session = textOf(await readForm(context), 'session') ?? '';
      return answered(visit, context, await endOwnSession(office, visit.signedIn.token, session));
    }),
  );
  app.post(
    `${PATH}/end-others`,
    own(site, async (visit, context) =>
      answered(visit, context, await endOtherSessions(office, visit.signedIn.token)),
    ),
  );
}

/** Back to the list, with a note where something was ended. */
function answered(
  visit: Own,
  context: Context,
  done: Awaited<ReturnType<typeof endOtherSessions>>,
): Response | Promise<Response> {
  if (isRefusal(done)) return sendRefusal(context, visit, done);
  return context.redirect(link(visit, PATH, done.ended > 0 ? { done: 'ended' } : {}), 303);
}
