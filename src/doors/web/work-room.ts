/**
 * The work list, and settling one item of it with the reason.
 *
 * @clause PoA II.17
 */
import type { Context, Hono } from 'hono';
import { closeWork } from '../../acts/close-work.ts';
import { listWork, WORK_LISTED_MAX } from '../../acts/list-work.ts';
import { isRefusal, refusal } from '../../domain/base/refusal.ts';
import { donePath, goOn, openForm } from './draft-forms.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { offers, type Working } from './visit.ts';
import { WORK_WORDS } from './words/work.ts';
import { settlePage, workPage } from './work-page.ts';

const LINES = 25;

/** Adds the pages of the work list. */
export function addWorkRoom(app: Hono, site: Site): void {
  app.get(
    '/to-settle',
    working(site, async (visit, context) => {
      const { kind, severity, after, handOversAfter } = visit.query;
      const asked = Object.entries({ kind, severity, after, handOversAfter }).filter(([, value]) => value);
      const list = await ask(site, visit, listWork, { ...Object.fromEntries(asked), limit: LINES });
      return isRefusal(list) ? sendRefusal(context, visit, list) : send(context, workPage(visit, list));
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/to-settle/:arm/:item',
    working(site, (visit, context) => settle(site, visit, context)),
  );
}

async function settle(site: Site, visit: Working, context: Context): Promise<Response> {
  if (!offers(visit, closeWork.name)) {
    const { role } = visit.person;
    return sendRefusal(context, visit, refusal('not-permitted', { act: closeWork.name, role: role.name }));
  }
  const opened = await openForm(site, visit, context, () => new Map());
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const asked = { arm: context.req.param('arm'), limit: WORK_LISTED_MAX };
  const id = context.req.param('item') ?? '';
  const list = await ask(site, visit, listWork, asked);
  if (isRefusal(list)) return sendRefusal(context, visit, list);
  const item = list.items.find((one) => one.id === id);
  // Sent a second time the item is gone from the list, and the first answer is given again.
  const subject = item?.subject ?? values.get('arm');
  const why = values.get('why') ?? '';
  const texts = WORK_WORDS[visit.words.language];
  if (!item && (!sent || subject === undefined))
    return sendRefusal(context, visit, refusal('work-not-open', { item: id }));
  if (!sent) return send(context, settlePage(visit, list, item!, { act, values, says }));
  const done = await ask(site, visit, closeWork, { act, arm: subject, item: id, why });
  if (!isRefusal(done)) return goOn(site, visit, context, act, donePath(visit, done));
  if (!item) return sendRefusal(context, visit, done);
  const short = done.refused === 'input-unreadable';
  const told = short ? texts.whyShort : sayRefusal(visit.words, done);
  const shown = { act, values, says: told, wrong: short ? told : undefined };
  return send(context, settlePage(visit, list, item, shown), statusOf(done));
}
