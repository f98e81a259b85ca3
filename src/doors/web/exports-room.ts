/**
 * Files that name persons or sites: asked for from a list of arms, decided by somebody else, drawn once by whoever asked.
 * What is looked for stands in no address; the asker's kept search carries it until it is asked.
 *
 * @clause J-02, J-04, J-06
 */
import type { Context, Hono } from 'hono';
import { askExport } from '../../acts/ask-export.ts';
import { decideExport } from '../../acts/decide-export.ts';
import { drawExport } from '../../acts/draw-export.ts';
import type { ExportShown } from '../../acts/export-requests.ts';
import { listExports } from '../../acts/list-exports.ts';
import { listOwnExports } from '../../acts/list-own-exports.ts';
import { findSearch, type KeptSearch, saveSearch } from '../../acts/searches.ts';
import { ASKED_FIELDS } from '../../domain/access/export-request.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { CSV_TYPE, csvFile, XLSX_TYPE, xlsxFile } from '../sheets/file-of-rows.ts';
import { goOn, openForm } from './draft-forms.ts';
import {
  askPage,
  decisionForm,
  drawForm,
  exportPage,
  exportsPage,
  type Shown,
  textsOf,
  wrongInAsking,
} from './exports-page.ts';
import { askedIn } from './find-room.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, readForm, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, offers, type Working } from './visit.ts';

/** Adds the pages of files with names. */
export function addExportsRoom(app: Hono, site: Site): void {
  app.get(
    '/exports',
    working(site, (visit, context) => lists(site, visit, context)),
  );
  app.post(
    '/exports/search',
    working(site, (visit, context) => begin(site, visit, context)),
  );
  app.on(
    ['GET', 'POST'],
    '/exports/ask/:search',
    working(site, async (visit, context) => {
      const kept = await searchOf(site, visit, context);
      return isRefusal(kept) ? sendRefusal(context, visit, kept) : request(site, visit, context, kept);
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/exports/:id',
    working(site, (visit, context) => one(site, visit, context)),
  );
  app.post(
    '/exports/:id/draw',
    working(site, (visit, context) => draw(site, visit, context)),
  );
}

const notPermitted = (visit: Working, act: string): Refusal =>
  refusal('not-permitted', { act, role: visit.person.role.name });

async function lists(site: Site, visit: Working, context: Context): Promise<Response> {
  const all = visit.query.all !== undefined;
  const oversees = offers(visit, listExports.name);
  if (!oversees && !offers(visit, listOwnExports.name))
    return sendRefusal(context, visit, notPermitted(visit, listExports.name));
  const { after, own: ownAfter } = visit.query;
  const overseen = oversees
    ? await ask(site, visit, listExports, { waiting: !all, ...(after ? { after } : {}) })
    : undefined;
  if (isRefusal(overseen)) return sendRefusal(context, visit, overseen);
  const own = offers(visit, listOwnExports.name)
    ? await ask(site, visit, listOwnExports, ownAfter ? { after: ownAfter } : {})
    : undefined;
  if (isRefusal(own)) return sendRefusal(context, visit, own);
  return send(context, exportsPage(visit, { overseen, own }, all));
}

/** Keeps what the list was of, and goes to the form that asks for it. */
async function begin(site: Site, visit: Working, context: Context): Promise<Response> {
  if (!offers(visit, askExport.name)) return sendRefusal(context, visit, notPermitted(visit, askExport.name));
  const id = await saveSearch(site.office, visit.person.operator, askedIn(await readForm(context)));
  if (isRefusal(id)) return sendRefusal(context, visit, id);
  return context.redirect(link(visit, `/exports/ask/${id}`), 303);
}

/** A search of the visitor's own; nobody else's is told from one that is not there. */
async function searchOf(site: Site, visit: Working, context: Context): Promise<KeptSearch | Refusal> {
  if (!offers(visit, askExport.name)) return notPermitted(visit, askExport.name);
  const id = parseUuid(context.req.param('search') ?? '');
  const found = id && (await findSearch(site.office, visit.person.operator, id));
  return found || refusal('search-unknown');
}

async function request(site: Site, visit: Working, context: Context, kept: KeptSearch): Promise<Response> {
  const opened = await openForm(site, visit, context, () => new Map([['purpose', visit.purpose]]));
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const search = { id: kept.id, search: kept.criteria, withheld: [] };
  if (!sent) return send(context, askPage(visit, search, { act, values, says }));
  const wrong = wrongInAsking(visit, values);
  const [first] = Object.values(wrong);
  if (first !== undefined)
    return send(context, askPage(visit, search, { act, values, says: first, wrong }), 422);
  const fields = ASKED_FIELDS.filter((field) => values.get(field) === 'yes');
  const { purpose, reason } = Object.fromEntries(values);
  const done = await ask(site, visit, askExport, { act, search: kept.criteria, fields, purpose, reason });
  if (!isRefusal(done)) return goOn(site, visit, context, act, link(visit, `/exports/${done.request}`));
  const told = { act, values, says: sayRefusal(visit.words, done) };
  return send(context, askPage(visit, search, told), statusOf(done));
}

/** One request: the visitor's own, or one of those he or she oversees. */
async function findOne(
  site: Site,
  visit: Working,
  id: string,
): Promise<{ readonly shown: ExportShown; readonly isOwn: boolean } | Refusal> {
  let refused = notPermitted(visit, listExports.name);
  for (const act of [listOwnExports, listExports]) {
    if (!offers(visit, act.name)) continue;
    const found = await ask(site, visit, act, { request: id });
    if (!isRefusal(found)) return { shown: found.exports[0]!, isOwn: act === listOwnExports };
    refused = found.refused === 'input-unreadable' ? refusal('export-unknown') : found;
  }
  return refused;
}

async function one(site: Site, visit: Working, context: Context): Promise<Response> {
  const isPost = context.req.method === 'POST';
  if (isPost && !offers(visit, decideExport.name))
    return sendRefusal(context, visit, notPermitted(visit, decideExport.name));
  const found = await findOne(site, visit, context.req.param('id') ?? '');
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const { shown, isOwn } = found;
  if (isPost || (offers(visit, decideExport.name) && shown.state === 'waits' && !isOwn))
    return decide(site, visit, context, shown);
  const drawable = isOwn && shown.state === 'approved' && offers(visit, 'draw-export');
  return send(context, exportPage(visit, shown, drawable ? drawForm(visit, shown) : ''));
}

async function decide(site: Site, visit: Working, context: Context, shown: ExportShown): Promise<Response> {
  const opened = await openForm(site, visit, context, () => new Map());
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const answer = (told: Omit<Shown, 'act' | 'values'>, status: Parameters<typeof send>[2] = 200) =>
    send(context, exportPage(visit, shown, decisionForm(visit, shown, { act, values, ...told })), status);
  if (!sent) return answer({ says });
  const texts = textsOf(visit);
  const wrong = {
    ...(values.has('verdict') ? {} : { verdict: texts.verdictMissing }),
    ...((values.get('words')?.trim().length ?? 0) < 3 ? { words: texts.wordsShort } : {}),
  };
  const [first] = Object.values(wrong);
  if (first !== undefined) return answer({ says: first, wrong }, 422);
  const { verdict, words } = Object.fromEntries(values);
  const done = await ask(site, visit, decideExport, { act, request: shown.id, verdict, words });
  if (!isRefusal(done)) return goOn(site, visit, context, act, link(visit, '/exports'));
  return answer({ says: sayRefusal(visit.words, done) }, statusOf(done));
}

async function draw(site: Site, visit: Working, context: Context): Promise<Response> {
  const isBook = textOf(await readForm(context), 'format') === 'xlsx';
  const act = drawExport(isBook ? xlsxFile : csvFile);
  const drawn = await ask(site, visit, act, { request: context.req.param('id') });
  if (isRefusal(drawn)) {
    const told = drawn.refused === 'input-unreadable' ? refusal('export-unknown') : drawn;
    return sendRefusal(context, visit, told);
  }
  const name = `names-${drawn.recorded.slice(0, 10)}-${drawn.entry.slice(-6)}.${isBook ? 'xlsx' : 'csv'}`;
  context.header('Content-Type', isBook ? XLSX_TYPE : CSV_TYPE);
  context.header('Content-Disposition', `attachment; filename="${name}"`);
  return context.body(drawn.content);
}
