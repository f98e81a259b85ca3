/**
 * The papers of a trace and what is made of its messages: documents and letters in six languages, pages to print, copy-sheets for
 * other systems, translations, and copies for the body of an embargo.
 *
 * @clause C-13, C-16
 */
import type { Context, Hono } from 'hono';
import { copyForEmbargo } from '../../acts/copy-for-embargo.ts';
import { listPapers } from '../../acts/list-papers.ts';
import { newId, nowOf } from '../../acts/office.ts';
import { inRoom } from '../../acts/receive-file.ts';
import { translateMessage } from '../../acts/translate-message.ts';
import { type MessageView, viewMessage } from '../../acts/view-message.ts';
import { viewTrace } from '../../acts/view-trace.ts';
import { writeInRequest } from '../../acts/write-in-request.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { letterPaper, type Paper, requestPaper } from '../papers/paper.ts';
import { SHEET_FORMS, type SheetForm, sheetCsv, sheetLines } from '../papers/sheets.ts';
import { parsePaperLanguage } from '../papers/words.ts';
import { writeDocument } from '../papers/write-document.ts';
import { addFile } from './letter-room.ts';
import { paperPrintPage, sheetPage } from './paper-print-page.ts';
import { papersPage } from './papers-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, readForm, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { sendFile } from './send-file.ts';
import { link, type Working } from './visit.ts';

/** Adds the pages of papers: /traces/TRACE/papers and what is made of single messages. */
export function addPapersRoom(app: Hono, site: Site): void {
  app.get(
    '/traces/:trace/papers',
    working(site, (visit, context) => show(site, visit, context)),
  );
  app.post(
    '/traces/:trace/papers',
    working(site, (visit, context) => upload(site, visit, context)),
  );
  for (const deed of ['translate', 'ask', 'embargo'] as const)
    app.post(
      `/traces/:trace/papers/${deed}`,
      working(site, (visit, context) => doDeed(site, visit, context, deed)),
    );
  app.get(
    '/traces/:trace/requests/:request/document',
    working(site, async (visit, context) => {
      const paper = await paperOf(site, visit, context);
      if (isRefusal(paper)) return sendRefusal(context, visit, paper);
      return sendFile(
        context,
        await writeDocument(paper),
        `${paper.title.slice(0, 60)}-${paper.language}.docx`,
      );
    }),
  );
  app.get(
    '/traces/:trace/requests/:request/print',
    working(site, async (visit, context) => {
      const paper = await paperOf(site, visit, context);
      if (isRefusal(paper)) return sendRefusal(context, visit, paper);
      return send(context, paperPrintPage(visit, paper));
    }),
  );
  app.get(
    '/traces/:trace/requests/:request/sheet/:form',
    working(site, (visit, context) => sheet(site, visit, context)),
  );
}

async function show(site: Site, visit: Working, context: Context, refused?: Refusal): Promise<Response> {
  const trace = context.req.param('trace');
  const view = await ask(site, visit, viewTrace, { trace });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const list = await ask(site, visit, listPapers, { trace });
  if (isRefusal(list)) return sendRefusal(context, visit, list);
  const says = refused && sayRefusal(visit.words, refused);
  const shown = { view, papers: list.papers, newAct: () => newId(site.office), says };
  return send(context, papersPage(visit, shown), refused ? statusOf(refused) : 200);
}

async function upload(site: Site, visit: Working, context: Context): Promise<Response> {
  const sent = await inRoom(visit.person.operator, () => readForm(context));
  if (isRefusal(sent)) return sendRefusal(context, visit, sent);
  const done = await addFile(site, visit, sent, context.req.param('trace'));
  return isRefusal(done) ? show(site, visit, context, done) : back(visit, context);
}

function back(visit: Working, context: Context): Response {
  return context.redirect(link(visit, `/traces/${context.req.param('trace')}/papers`), 303);
}

async function doDeed(
  site: Site,
  visit: Working,
  context: Context,
  deed: 'translate' | 'ask' | 'embargo',
): Promise<Response> {
  const sent = await readForm(context);
  const get = (name: string): string | undefined => textOf(sent, name);
  const common = {
    ...{ trace: context.req.param('trace'), request: get('request'), text: get('text') },
    ...(get('act') ? { act: get('act') } : {}),
  };
  const done = await runDeed();
  return isRefusal(done) ? show(site, visit, context, done) : back(visit, context);

  async function runDeed() {
    const { text, ...where } = common;
    if (deed === 'translate') {
      const seq = Number(get('seq'));
      return ask(site, visit, translateMessage, {
        ...common,
        side: get('side'),
        seq,
        language: get('language'),
      });
    }
    if (deed === 'ask') {
      const fields = (get('fields') ?? '').split(' ').filter((field) => field !== '');
      return ask(site, visit, writeInRequest, { ...common, kind: 'more-wanted', fields });
    }
    const consent = get('consent');
    return ask(site, visit, copyForEmbargo, { ...where, ...(consent ? { consent } : {}) });
  }
}

async function messageOf(site: Site, visit: Working, context: Context): Promise<MessageView | Refusal> {
  const { side, seq } = visit.query;
  return ask(site, visit, viewMessage, {
    ...{ trace: context.req.param('trace'), request: context.req.param('request') },
    ...(side === undefined ? {} : { side }),
    ...(seq === undefined ? {} : { seq: Number(seq) }),
  });
}

/** The paper that is asked for: a request of ours to be filled in, a letter, or a copy that was recorded. */
async function paperOf(site: Site, visit: Working, context: Context): Promise<Paper | Refusal> {
  const view = await messageOf(site, visit, context);
  if (isRefusal(view)) return view;
  const language = parsePaperLanguage(visit.query.language) ?? visit.words.language;
  if (visit.query.to !== 'embargo')
    return view.kind === 'request' ? requestPaper(view, language) : letterPaper(view, language);
  const trace = await ask(site, visit, viewTrace, { trace: view.trace });
  if (isRefusal(trace)) return trace;
  const copy = trace.requests.find(({ id }) => id === view.request)?.embargoCopies.at(-1);
  return copy ? letterPaper(view, language, copy.to) : refusal('embargo-copy-not-allowed');
}

async function sheet(site: Site, visit: Working, context: Context): Promise<Response> {
  const wanted = context.req.param('form') ?? '';
  if (!Object.hasOwn(SHEET_FORMS, wanted)) return context.notFound();
  const form = wanted as SheetForm;
  const view = await messageOf(site, visit, context);
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  if (view.kind !== 'request') return context.notFound();
  const lines = sheetLines(form, view.content, nowOf(site.office).slice(0, 10));
  const { as } = visit.query;
  if (as === 'csv') return sendFile(context, `\ufeff${sheetCsv(lines)}`, `${form}.csv`);
  if (as === 'json') {
    const values = Object.fromEntries(lines.map(({ code, value }) => [code, value]));
    return sendFile(context, JSON.stringify(values, null, 2), `${form}.json`);
  }
  return send(context, sheetPage(visit, form, lines, visit.path));
}
