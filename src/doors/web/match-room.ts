/**
 * Deciding on a match from the page of candidates, the list of what was decided, and opening an arm by a decision. What was
 * typed is never lost: it is kept as a draft, comes back after signing in, and stands in the form after a refusal.
 *
 * @clause PoA II.9, ITI 11, J-02
 */
import type { Context, Hono } from 'hono';
import { decideMatch, WHY_LENGTH_MIN } from '../../acts/decide-match.ts';
import { identifyArm } from '../../acts/identify-arm.ts';
import { listMatches, type MatchList } from '../../acts/list-matches.ts';
import { openMatchedArm } from '../../acts/open-matched-arm.ts';
import type { ArmView } from '../../acts/view-arm.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { refuseForm } from './deeds.ts';
import { goOn, openForm } from './draft-forms.ts';
import type { Values } from './forms.ts';
import { holdsNumber, typedIn, wantedOf } from './identify-read.ts';
import { DECIDE_PATH } from './match-form.ts';
import { decidePage, matchesPage, type Shown } from './match-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { link, offers, type Working } from './visit.ts';
import { MATCH_WORDS } from './words/match.ts';

/** Named limit: decisions on the card of an arm's page. */
const CARD_MATCHES_MAX = 10;

/** Adds the pages of decided matches. */
export function addMatchRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    DECIDE_PATH,
    working(site, async (visit, context) => {
      const refused = await refuseForm(site, visit, decideMatch.name);
      return refused ? sendRefusal(context, visit, refused) : decide(site, visit, context);
    }),
  );
  app.get(
    '/matches',
    working(site, async (visit, context) => {
      const { arm, after } = visit.query;
      const wanted = { ...(arm ? { arm } : {}), ...(after ? { after } : {}) };
      const list = await ask(site, visit, listMatches, wanted);
      if (isRefusal(list)) return sendRefusal(context, visit, list);
      return send(context, matchesPage(visit, list, arm || undefined));
    }),
  );
  app.post(
    '/matches/:id/open',
    working(site, async (visit, context) => {
      const match = context.req.param('id');
      // One decision opens once, so its id is that of the submission too: a second press finds the first.
      const done = await ask(site, visit, openMatchedArm, { act: match, match });
      if (isRefusal(done)) return sendRefusal(context, visit, done);
      return context.redirect(link(visit, `/arms/${done.arm}`), 303);
    }),
  );
}

/** What was decided on an arm, where the visitor's role includes that. */
export async function findMatches(site: Site, visit: Working, view: ArmView): Promise<MatchList | undefined> {
  if (!offers(visit, listMatches.name)) return undefined;
  const list = await ask(site, visit, listMatches, { arm: view.id, limit: CARD_MATCHES_MAX });
  return isRefusal(list) ? undefined : list;
}

async function decide(site: Site, visit: Working, context: Context): Promise<Response> {
  const opened = await openForm(site, visit, context, () => new Map());
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  // Nobody comes here without a candidate.
  if (!holdsNumber(typedIn(values))) return context.redirect(link(visit, '/identify'), 303);
  if (!sent) return show(site, visit, context, { act, values, says });
  const wrong = wrongIn(visit, values);
  const [first] = Object.values(wrong);
  if (first !== undefined) return show(site, visit, context, { act, values, says: first, wrong });
  const { arm, decision, why } = Object.fromEntries(values);
  const done = await ask(site, visit, decideMatch, { act, ...wantedOf(typedIn(values)), arm, decision, why });
  if (isRefusal(done)) {
    const shown = { act, values, says: sayRefusal(visit.words, done) };
    return show(site, visit, context, shown, statusOf(done));
  }
  const to = offers(visit, 'view-receipt')
    ? link(visit, `/receipts/${done.entry}`, { arm: done.number })
    : link(visit, `/arms/${done.number}`);
  return goOn(site, visit, context, act, to);
}

function wrongIn(visit: Working, values: Values): Readonly<Record<string, string>> {
  const texts = MATCH_WORDS[visit.words.language];
  const isShort = (values.get('why')?.trim().length ?? 0) < WHY_LENGTH_MIN;
  return {
    ...(values.get('decision') ? {} : { decision: texts.decisionMissing }),
    ...(isShort ? { why: texts.whyShort } : {}),
  };
}

/** The form, with the candidate as the machine tells it now. */
async function show(
  site: Site,
  visit: Working,
  context: Context,
  shown: Shown,
  status?: ReturnType<typeof statusOf>,
): Promise<Response> {
  const identified = await ask(site, visit, identifyArm, wantedOf(typedIn(shown.values)));
  const candidate = isRefusal(identified)
    ? undefined
    : identified.candidates.find(({ armId }) => armId === shown.values.get('arm'));
  const { gone } = MATCH_WORDS[visit.words.language];
  const lacks = isRefusal(identified) ? sayRefusal(visit.words, identified) : candidate ? undefined : gone;
  const page = decidePage(visit, candidate, { ...shown, says: shown.says ?? lacks });
  return send(context, page, status ?? (shown.wrong ? 422 : lacks === undefined ? 200 : 409));
}
