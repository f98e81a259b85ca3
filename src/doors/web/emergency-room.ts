/**
 * Emergency access on the pages: asked for with a reason and open at once, reviewed the next day by somebody else.
 *
 * @clause J-02, J-11
 */
import type { Context, Hono } from 'hono';
import { type AccessShown, listAccesses } from '../../acts/list-accesses.ts';
import { EMERGENCIES_LISTED_MAX, type EmergencyShown, listEmergencies } from '../../acts/list-emergencies.ts';
import { openEmergencyAccess } from '../../acts/open-emergency-access.ts';
import { reviewEmergencyAccess } from '../../acts/review-emergency-access.ts';
import { type ArmView, viewArm } from '../../acts/view-arm.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { goOn, openForm } from './draft-forms.ts';
import { askPage, emergenciesPage, reviewPage } from './emergency-page.ts';
import type { Values } from './forms.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { link, offers, type Working } from './visit.ts';
import { EMERGENCY_WORDS } from './words/emergency.ts';

const NOTHING: Values = new Map();

/** Adds the pages of emergency access. */
export function addEmergencyRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/arms/:number/emergency',
    working(site, async (visit, context) => {
      if (!offers(visit, openEmergencyAccess.name)) return deny(visit, context, openEmergencyAccess.name);
      const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
      return isRefusal(view) ? sendRefusal(context, visit, view) : open(site, visit, context, view);
    }),
  );
  app.get(
    '/emergencies',
    working(site, async (visit, context) => {
      const all = visit.query.all !== undefined;
      const { after } = visit.query;
      const list = await ask(site, visit, listEmergencies, { waiting: !all, ...(after ? { after } : {}) });
      if (isRefusal(list)) return sendRefusal(context, visit, list);
      return send(context, emergenciesPage(visit, list, all));
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/emergencies/:id',
    working(site, async (visit, context) => {
      if (!offers(visit, reviewEmergencyAccess.name)) return deny(visit, context, reviewEmergencyAccess.name);
      return review(site, visit, context);
    }),
  );
}

function deny(visit: Working, context: Context, act: string): Response | Promise<Response> {
  return sendRefusal(context, visit, refusal('not-permitted', { act, role: visit.person.role.name }));
}

async function open(site: Site, visit: Working, context: Context, view: ArmView): Promise<Response> {
  const back = link(visit, `/arms/${view.number}`);
  if (view.openUntil !== undefined) return context.redirect(back, 303);
  const opened = await openForm(site, visit, context, () => NOTHING);
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  if (!sent) return send(context, askPage(visit, view, { act, values, says }));
  const input = { act, arm: view.id, reason: values.get('reason') ?? '' };
  const done = await ask(site, visit, openEmergencyAccess, input);
  if (!isRefusal(done)) return goOn(site, visit, context, act, back);
  const texts = EMERGENCY_WORDS[visit.words.language];
  const short = done.refused === 'input-unreadable';
  const told = short ? texts.reasonShort : sayRefusal(visit.words, done);
  const wrong = short ? { reason: texts.reasonShort } : {};
  return send(context, askPage(visit, view, { act, values, says: told, wrong }), statusOf(done));
}

async function findOne(site: Site, visit: Working, id: string): Promise<EmergencyShown | Refusal> {
  const waiting = await findAmong(site, visit, id, true);
  if (waiting) return waiting;
  const reviewed = await findAmong(site, visit, id, false);
  if (reviewed && isRefusal(reviewed)) return reviewed;
  return refusal(reviewed ? 'emergency-reviewed' : 'emergency-unknown', { emergency: id });
}

/** An emergency access by its id, looked for page by page. */
async function findAmong(
  site: Site,
  visit: Working,
  id: string,
  waiting: boolean,
): Promise<EmergencyShown | Refusal | undefined> {
  for (let after: string | undefined; ; ) {
    const wanted = { waiting, limit: EMERGENCIES_LISTED_MAX, ...(after ? { after } : {}) };
    const list = await ask(site, visit, listEmergencies, wanted);
    if (isRefusal(list)) return list;
    const found = list.emergencies.find((one) => one.id === id);
    if (found || list.next === undefined) return found;
    after = list.next;
  }
}

/** What the person did with this arm while it was open to him or her; nothing where the role does not read the log. */
async function looksOf(site: Site, visit: Working, one: EmergencyShown): Promise<readonly AccessShown[]> {
  if (!offers(visit, listAccesses.name)) return [];
  const found = await ask(site, visit, listAccesses, { arm: one.arm, limit: 200 });
  if (isRefusal(found)) return [];
  const within = (line: AccessShown): boolean => line.at >= one.from && line.at < one.until;
  return found.accesses.filter((line) => line.operator === one.account && within(line)).reverse();
}

async function review(site: Site, visit: Working, context: Context): Promise<Response> {
  const opened = await openForm(site, visit, context, () => NOTHING);
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const emergency = context.req.param('id') ?? '';
  const texts = EMERGENCY_WORDS[visit.words.language];
  const wrong = {
    ...(values.has('verdict') ? {} : { verdict: texts.verdictMissing }),
    ...((values.get('words')?.trim().length ?? 0) < 3 ? { words: texts.wordsShort } : {}),
  };
  const [first] = Object.values(wrong);
  const input = { act, emergency, verdict: values.get('verdict'), words: values.get('words') };
  const done = sent && first === undefined ? await ask(site, visit, reviewEmergencyAccess, input) : undefined;
  if (done && !isRefusal(done)) return goOn(site, visit, context, act, link(visit, '/emergencies'));
  const one = await findOne(site, visit, emergency);
  if (isRefusal(one)) return sendRefusal(context, visit, done ?? one);
  const looks = await looksOf(site, visit, one);
  if (!sent) return send(context, reviewPage(visit, one, looks, { act, values, says }));
  const told = done ? sayRefusal(visit.words, done) : first;
  const shown = { act, values, says: told, wrong };
  return send(context, reviewPage(visit, one, looks, shown), done ? statusOf(done) : 422);
}
