/** What is due in traces on the first page of a role, and what an unfinished form of a trace is called. */
import { html } from 'hono/html';
import { listQuestions } from '../../acts/list-questions.ts';
import { listTraces } from '../../acts/list-traces.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { ask, type Site } from './room.ts';
import type { Html } from './text.ts';
import { findDeed } from './trace-deeds.ts';
import { questionsTable } from './trace-questions-room.ts';
import { card, formTextsOf, textsOf } from './trace-told.ts';
import { dueCard } from './traces-page.ts';
import { agenciesIn } from './traces-room.ts';
import { link, offers, type Visit, type Working } from './visit.ts';

/** Named limit: lines of each on the first page. */
const LINES = 8;

/** The parts of the first page that are about traces; nothing where nothing is due. */
export async function traceDuties(site: Site, visit: Working): Promise<readonly (Html | string)[]> {
  return [await due(site, visit), await asked(site, visit)];
}

async function due(site: Site, visit: Working): Promise<Html | string> {
  if (!offers(visit, listTraces.name)) return '';
  const list = await ask(site, visit, listTraces, { limit: 1 });
  if (isRefusal(list) || list.due.length === 0) return '';
  const desk = { now: site.office.clock(), agencies: await agenciesIn(site, visit, list), most: LINES };
  const way = html`<p><a href="${link(visit, '/traces')}">${textsOf(visit).trace.back}</a></p>`;
  return html`<div class="two-even">${dueCard(visit, list, 'ours', desk)}${dueCard(visit, list, 'theirs', desk)}</div>${way}`;
}

async function asked(site: Site, visit: Working): Promise<Html | string> {
  // Whoever reaches all traces is told of agencies that owe an answer; the question itself is for those who were asked.
  if (visit.person.role.powers[listQuestions.name] !== 'own') return '';
  const list = await ask(site, visit, listQuestions, {});
  if (isRefusal(list) || list.questions.length === 0) return '';
  const shown = list.questions.slice(0, LINES);
  const texts = textsOf(visit).questions;
  const way = html`<p><a href="${link(visit, '/traces/questions')}">${texts.title}</a></p>`;
  return card('asked', texts.due, html`${questionsTable(visit, shown, site.office.clock())}${way}`);
}

/** What the form of a trace at an address is called; undefined where there is no such form. */
export function traceFormName(visit: Visit, path: string): { readonly name: string } | undefined {
  const forms = formTextsOf(visit);
  if (path === '/traces/open') return { name: forms.open.title };
  if (/^\/traces\/questions\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/.test(path)) return { name: forms.reply.title };
  const [, name] = /^\/traces\/[0-9a-f-]{36}\/([a-z]+)(?:\/[0-9a-f-]{36})?$/.exec(path) ?? [];
  if (name === 'request') return { name: forms.request.title };
  if (name === undefined || !findDeed(name)) return undefined;
  return { name: forms[name as 'ask'].title };
}
