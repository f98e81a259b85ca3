/**
 * What somebody has left unfinished: the list of it, going on with it, throwing it away, and the address to which pages send
 * what is being typed. Each sees and changes only what is his or her own.
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type Draft, findDraft, forgetDraft, keepDraft, listDrafts } from '../../acts/drafts.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { isEventType } from '../../domain/custody/life-cycle.ts';
import { table } from './arm-tables.ts';
import { typedIn } from './draft-forms.ts';
import { DECIDE_PATH } from './match-form.ts';
import { messagePage, page } from './page.ts';
import { ownPath, readForm, type Site, send, textOf, working } from './room.ts';
import { code, type Html } from './text.ts';
import { traceFormName } from './trace-duties.ts';
import { link, type Visit, type Working } from './visit.ts';
import { formatRecorded } from './when.ts';
import { MATCH_WORDS } from './words/match.ts';
import { RECORD_WORDS } from './words/record.ts';

/** Adds the pages of unfinished forms. */
export function addDraftsRoom(app: Hono, site: Site): void {
  app.get(
    '/drafts',
    working(site, async (visit, context) => {
      const drafts = await draftsOf(site, visit);
      return send(context, draftsPage(visit, drafts));
    }),
  );
  app.post(
    '/drafts',
    working(site, (visit, context) => keep(site, visit, context)),
  );
  app.get(
    '/drafts/:id',
    working(site, async (visit, context) => {
      const id = parseUuid(context.req.param('id') ?? '');
      const draft = id && (await findDraft(site.office, visit.person.operator, id));
      if (draft) return context.redirect(link(visit, ownPath(draft.path), { draft: draft.id }), 303);
      const { drafts } = RECORD_WORDS[visit.words.language];
      return send(context, messagePage(visit, drafts.title, drafts.gone), 404);
    }),
  );
  app.post(
    '/drafts/:id/forget',
    working(site, async (visit, context) => {
      const id = parseUuid(context.req.param('id') ?? '');
      if (id) await forgetDraft(site.office, visit.person.operator, id);
      return context.redirect(link(visit, '/drafts'), 303);
    }),
  );
}

/** The unfinished forms of a visitor. */
export function draftsOf(site: Site, visit: Working): Promise<readonly Omit<Draft, 'fields'>[]> {
  return listDrafts(site.office, visit.person.operator);
}

/** Keeps what a page sends while it is being typed; the answer has no contents. */
async function keep(site: Site, visit: Working, context: Context): Promise<Response> {
  const form = await readForm(context);
  const id = parseUuid(textOf(form, 'draft') ?? '');
  const path = ownPath(textOf(form, 'path'));
  if (!id || nameOf(visit, path) === undefined) return context.body(null, 422);
  const fields = typedIn(form);
  const kept = await keepDraft(site.office, visit.person.operator, { id, path, fields });
  if (!isRefusal(kept)) return context.body(null, 204);
  // What was sent already needs no draft: the page may forget it, and nothing went wrong.
  return kept.refused === 'act-id-taken' ? context.body('', 200) : context.body(null, 409);
}

/** What the form at an address is called, and which arm it is about; undefined where drafts are kept of no such form. */
function nameOf(visit: Visit, path: string): { readonly name: string; readonly arm?: string } | undefined {
  const texts = RECORD_WORDS[visit.words.language];
  if (path === '/register') return { name: texts.register.title };
  if (path === DECIDE_PATH) return { name: MATCH_WORDS[visit.words.language].title };
  if (path.startsWith('/traces/')) return traceFormName(visit, path);
  const [, arm, what = '', type] = /^\/arms\/([\w-]{1,40})\/([a-z-]+)(?:\/([a-z-]+))?$/.exec(path) ?? [];
  if (arm === undefined) return undefined;
  if (what === 'record' && type !== undefined && isEventType(type))
    return { name: visit.words.terms.events[type], arm };
  const names: Readonly<Record<string, string>> = {
    'hand-over': texts.handOver.title,
    answer: texts.answer.title,
    correct: texts.correct.title,
  };
  const name = Object.hasOwn(names, what) ? names[what] : undefined;
  return name === undefined ? undefined : { name, arm };
}

function draftsPage(visit: Visit, drafts: readonly Omit<Draft, 'fields'>[]): Html {
  const texts = RECORD_WORDS[visit.words.language].drafts;
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p><section class="card">${drafts.length === 0 ? html`<p>${texts.none}</p>` : draftsTable(visit, drafts)}</section>`,
  );
}

/** The unfinished forms as lines, each with what can be done with it. */
export function draftsTable(visit: Visit, drafts: readonly Omit<Draft, 'fields'>[]): Html {
  const { words } = visit;
  const texts = RECORD_WORDS[words.language].drafts;
  const rows = drafts.map(({ id, path, saved }) => {
    const known = nameOf(visit, path);
    const forget = html`<form method="post" action="${link(visit, `/drafts/${id}/forget`)}"><button class="plain">${texts.forget}</button></form>`;
    return html`<tr><th scope="row"><a href="${link(visit, `/drafts/${id}`)}">${known?.name ?? texts.open}</a></th><td>${known?.arm ? code(known.arm) : ''}</td><td class="day">${formatRecorded(words, saved)}</td><td>${forget}</td></tr>`;
  });
  return table(texts.title, [texts.what, words.results.arm, texts.saved, texts.forget], rows);
}

/** The card of what is unfinished, on the first page; nothing where nothing is. */
export function draftsCard(visit: Visit, drafts: readonly Omit<Draft, 'fields'>[]): Html | string {
  if (drafts.length === 0) return '';
  const texts = RECORD_WORDS[visit.words.language].drafts;
  return html`<section class="card" aria-labelledby="drafts-title"><div class="card-head"><h2 id="drafts-title">${texts.title}</h2></div>${draftsTable(visit, drafts)}</section>`;
}
