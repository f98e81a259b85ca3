/**
 * The rules of tracing and the template of letters: shown to those who follow traces, changed through forms. What came from a form
 * that was opened before somebody else's change is refused and shown again.
 *
 * @clause ITI 14, ITI 18, ITI 19, C-05, C-16
 */
import type { Context, Hono } from 'hono';
import { setTraceRules } from '../../acts/set-trace-rules.ts';
import { letterTemplate } from '../../acts/trace-rules.ts';
import { type TraceRulesShown, viewTraceRules } from '../../acts/view-trace-rules.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { agencyNames, offeredAgencies } from './agency-field.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { letterTemplatePage, readLetter, valuesOfLetter } from './trace-letter-form.ts';
import { changeRulesPage, readRules, valuesOfRules } from './trace-rules-form.ts';
import { type AgencyNames, traceRulesPage } from './trace-rules-page.ts';
import { link, type Working } from './visit.ts';
import { TRACE_RULE_WORDS } from './words/trace-rules.ts';

const BOTH = ['GET', 'POST'];
const PATH = '/traces/rules';

/** Adds the pages of the rules. They come before those of single traces, whose addresses they look like. */
export function addTraceRulesRoom(app: Hono, site: Site): void {
  app.get(
    PATH,
    working(site, async (visit, context) => {
      const shown = await ask(site, visit, viewTraceRules, {});
      if (isRefusal(shown)) return sendRefusal(context, visit, shown);
      return send(context, traceRulesPage(visit, shown, await namesOf(site, visit, shown)));
    }),
  );
  app.on(
    BOTH,
    `${PATH}/change`,
    working(site, (visit, context) => change(site, visit, context)),
  );
  app.on(
    BOTH,
    `${PATH}/letter`,
    working(site, (visit, context) => letter(site, visit, context)),
  );
}

const namesOf = (site: Site, visit: Working, { rules }: TraceRulesShown): Promise<AgencyNames> =>
  agencyNames(site, visit, [...rules.asked.map(({ agency }) => agency), ...rules.neverListed]);

/** The rules as they stand, for whoever may set them. */
async function standing(site: Site, visit: Working): Promise<TraceRulesShown | Refusal> {
  const refused = await refuseForm(site, visit, setTraceRules.name);
  return refused ?? ask(site, visit, viewTraceRules, {});
}

/** The version that the form was opened with; one that nobody can have seen where it was bent. */
const seenIn = (sent: Form): number => {
  const text = textOf(sent, 'seen') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 999_999_999;
};

/** The form after a refusal of the act: a rule is called in it as in the act, a line of a list is a matter of the whole list. */
function refusedForm(visit: Working, deed: Deed, refused: Refusal): Deed {
  const path = String(refused.facts?.field ?? '').replace(/^rules\.(letter\.)?/, '');
  const field = path.split('.')[0] ?? '';
  return refusedDeed(visit, deed, { ...refused, facts: { ...refused.facts, field } });
}

async function change(site: Site, visit: Working, context: Context): Promise<Response> {
  const shown = await standing(site, visit);
  if (isRefusal(shown)) return sendRefusal(context, visit, shown);
  const names = await namesOf(site, visit, shown);
  const offered = await offeredAgencies(site, visit);
  const { deed, sent } = await openDeed(site, visit, context, valuesOfRules(shown, names));
  if (!sent) return send(context, changeRulesPage(visit, deed, shown, offered));
  const { rules, problems } = await readRules(site, visit, sent, { shown, names });
  if (problems.wrong.size > 0) {
    const says = TRACE_RULE_WORDS[visit.words.language].wrong;
    return send(context, changeRulesPage(visit, { ...deed, says, problems }, shown, offered), 422);
  }
  const done = await ask(site, visit, setTraceRules, { act: deed.act, seen: seenIn(sent), rules });
  if (isRefusal(done))
    return send(
      context,
      changeRulesPage(visit, refusedForm(visit, deed, done), shown, offered),
      statusOf(done),
    );
  return context.redirect(link(visit, PATH, { done: 'rules' }), 303);
}

async function letter(site: Site, visit: Working, context: Context): Promise<Response> {
  const shown = await standing(site, visit);
  if (isRefusal(shown)) return sendRefusal(context, visit, shown);
  const { state, clock } = site.office;
  const now = new Date(clock()).toISOString();
  const { deed, sent } = await openDeed(site, visit, context, valuesOfLetter(shown));
  const typed = sent && readLetter(sent);
  const read = typed && letterTemplate.safeParse(typed);
  const looked = { letter: read?.success ? read.data : shown.rules.letter, state, now };
  const isLook = sent !== undefined && textOf(sent, 'do') === 'show' && read?.success === true;
  if (!sent || isLook) return send(context, letterTemplatePage(visit, deed, looked));
  const rules = { ...shown.rules, letter: typed };
  const done = await ask(site, visit, setTraceRules, { act: deed.act, seen: seenIn(sent), rules });
  if (isRefusal(done))
    return send(context, letterTemplatePage(visit, refusedForm(visit, deed, done), looked), statusOf(done));
  return context.redirect(link(visit, PATH, { done: 'letter' }), 303);
}
