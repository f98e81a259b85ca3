/**
 * Certified reports of a trace: made by a form, shown as they go on paper, and given out as the file that was signed.
 *
 * @clause C-14
 */
import type { Context, Hono } from 'hono';
import { certifyTrace } from '../../acts/certify-trace.ts';
import { viewTrace } from '../../acts/view-trace.ts';
import { viewTraceReport } from '../../acts/view-trace-report.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import type { CertifiedReport } from '../../domain/trace/report.ts';
import { refuseForm } from './deeds.ts';
import { openForm } from './draft-forms.ts';
import { sayRefusal } from './refusal-words.ts';
import { reportFormPage, reportPage, reportPath } from './report-page.ts';
import { ask, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { isClosedTo } from './trace-officials.ts';
import { link, type Working } from './visit.ts';

/** Adds the pages of reports. */
export function addReportRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/traces/:id/report',
    working(site, (visit, context) =>
      visit.query.entry && context.req.method === 'GET'
        ? show(site, visit, context)
        : make(site, visit, context),
    ),
  );
  app.get(
    '/traces/:id/report/file',
    working(site, async (visit, context) => {
      const kept = await ask(site, visit, viewTraceReport, wantedOf(visit, context));
      if (isRefusal(kept)) return sendRefusal(context, visit, kept);
      const name = `${kept.recorded.slice(0, 10)}-${kept.entry.slice(-6)}.countermark-report.json`;
      context.header('Content-Type', 'application/json; charset=utf-8');
      context.header('Content-Disposition', `attachment; filename="${name}"`);
      return context.body(kept.file);
    }),
  );
}

function wantedOf(visit: Working, context: Context): object {
  return { trace: context.req.param('id'), entry: visit.query.entry ?? '' };
}

async function show(site: Site, visit: Working, context: Context): Promise<Response> {
  const kept = await ask(site, visit, viewTraceReport, wantedOf(visit, context));
  if (isRefusal(kept)) return sendRefusal(context, visit, kept);
  const { report } = JSON.parse(kept.file) as { readonly report: CertifiedReport };
  return send(context, reportPage(visit, kept, report));
}

async function make(site: Site, visit: Working, context: Context): Promise<Response> {
  const trace = context.req.param('id') ?? '';
  const refused =
    context.req.method === 'POST' ? await refuseForm(site, visit, certifyTrace.name) : undefined;
  if (refused) return sendRefusal(context, visit, refused);
  const view = await ask(site, visit, viewTrace, { trace });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const made = view.events.flatMap(({ type, entry, at }) => (type === 'report-made' ? [{ entry, at }] : []));
  const opened = await openForm(site, visit, context, () => new Map());
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const page = (problem: string | undefined) =>
    reportFormPage(visit, trace, { act, values, says: problem, made, isClosed: !sent && isClosedTo(view) });
  if (!sent) return send(context, page(says));
  const texts = ['case', 'reason', 'use', 'why', 'ground'].flatMap((name) => {
    const value = values.get(name)?.trim();
    return value ? [[name, value]] : [];
  });
  const flags = { persons: values.get('persons') === 'yes', units: values.get('units') === 'yes' };
  const done = await ask(site, visit, certifyTrace, { act, trace, ...Object.fromEntries(texts), ...flags });
  if (isRefusal(done)) return send(context, page(sayRefusal(visit.words, done)), statusOf(done));
  return context.redirect(link(visit, reportPath(trace), { entry: done.entry }), 303);
}
