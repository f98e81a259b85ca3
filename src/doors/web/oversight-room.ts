/**
 * What overseers are shown beside single looks: patterns to ask about, changes of accounts, roles and keys, and what was
 * recorded late; each as a page, and in short on the first page of those whose role reads it.
 *
 * @clause J-04, J-11
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { flagLooks } from '../../acts/flag-looks.ts';
import { listChanges } from '../../acts/list-changes.ts';
import { listLateEntries } from '../../acts/list-late-entries.ts';
import type { Act } from '../../acts/office.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import {
  changesPage,
  changesTable,
  latePage,
  latePeople,
  patternList,
  patternsPage,
} from './oversight-page.ts';
import { ask, type Site, send, sendRefusal, working } from './room.ts';
import type { Html } from './text.ts';
import { link, offers, type Visit, type Working } from './visit.ts';
import { OVERSIGHT_WORDS } from './words/oversight.ts';

const LINES = 12;
const DAY_HOURS = 24;
const WEEK_HOURS = 168;
/** Acts of recording looked through for the first page, and for one page of the list. */
const RECORDED_READ = 500;

/** Adds the pages. */
export function addOversightRoom(app: Hono, site: Site): void {
  app.get(
    '/reads/patterns',
    working(site, (visit, context) => show(site, visit, context, flagLooks, {}, patternsPage)),
  );
  app.get(
    '/changes',
    working(site, (visit, context) => show(site, visit, context, listChanges, pageOf(visit), changesPage)),
  );
  app.get(
    '/late',
    working(site, (visit, context) => {
      const wanted = { ...pageOf(visit), limit: RECORDED_READ };
      return show(site, visit, context, listLateEntries, wanted, latePage);
    }),
  );
}

const pageOf = ({ query: { after } }: Visit): object => (after ? { after } : {});

async function show<Input, Output>(
  site: Site,
  visit: Working,
  context: Context,
  act: Act<Input, Output>,
  wanted: object,
  pageFor: (visit: Visit, found: Output) => Html,
): Promise<Response> {
  const found = await ask(site, visit, act, wanted);
  return isRefusal(found) ? sendRefusal(context, visit, found) : send(context, pageFor(visit, found));
}

/** The parts of the first page that the visitor's role includes. */
export async function oversightCards(site: Site, visit: Working): Promise<readonly Html[]> {
  const texts = OVERSIGHT_WORDS[visit.words.language];
  const [flags, changes, late] = [
    await found(site, visit, flagLooks, { limit: LINES }),
    await found(site, visit, listChanges, { hours: DAY_HOURS, limit: LINES }),
    await found(site, visit, listLateEntries, { hours: WEEK_HOURS, limit: RECORDED_READ }),
  ];
  const cards: Html[] = [];
  if (flags && flags.flags.length > 0)
    cards.push(card(visit, 'patterns', texts.patterns, patternList(visit, flags), '/reads/patterns'));
  if (changes && changes.changes.length > 0)
    cards.push(
      card(visit, 'changes', texts.changesToday, changesTable(visit, changes, texts.changes), '/changes'),
    );
  if (late && late.people.length > 0)
    cards.push(card(visit, 'late', texts.lateWeek, latePeople(visit, late, texts.lateWeek), '/late'));
  return cards;
}

async function found<Input, Output>(
  site: Site,
  visit: Working,
  act: Act<Input, Output>,
  wanted: object,
): Promise<Output | undefined> {
  if (!offers(visit, act.name)) return undefined;
  const answer = await ask(site, visit, act, wanted);
  return isRefusal(answer) ? undefined : answer;
}

function card(visit: Visit, id: string, title: string, contents: Html, path: string): Html {
  const { all } = OVERSIGHT_WORDS[visit.words.language];
  return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${contents}<p><a href="${link(visit, path)}">${all}<span class="aloud"> (${title})</span></a></p></section>`;
}
