/**
 * The trace desk: what is due, all traces, one trace with its photographs, opening one from an arm, questions to one's agency,
 * suspected lots and statistics. The forms of a trace stand in ./trace-deed-room, a request in ./trace-compose-room.
 *
 * @clause C-02, C-05, C-10, C-17, C-20
 */
import type { Context, Hono } from 'hono';
import { countTraces } from '../../acts/count-traces.ts';
import { listSuspectedLots } from '../../acts/list-suspected-lots.ts';
import { listTraces, type TraceList } from '../../acts/list-traces.ts';
import { viewSentPhotograph } from '../../acts/view-sent-photograph.ts';
import { viewTrace } from '../../acts/view-trace.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { agencyNames } from './agency-field.ts';
import { documentHeaders } from './document-headers.ts';
import { messagePage } from './page.ts';
import { ask, type Site, send, sendRefusal, working } from './room.ts';
import { addTraceComposeRoom } from './trace-compose-room.ts';
import { addTraceDeedRoom } from './trace-deed-room.ts';
import { addTraceOpenRoom } from './trace-open-room.ts';
import { tracePage } from './trace-page.ts';
import { practicesFor } from './trace-practices.ts';
import { addQuestionsRoom } from './trace-questions-room.ts';
import { addTraceRulesRoom } from './trace-rules-room.ts';
import { textsOf } from './trace-told.ts';
import { countsPage } from './traces-counts-page.ts';
import { lotsPage } from './traces-lots-page.ts';
import { type Filter, tracesPage } from './traces-page.ts';
import type { Visit, Working } from './visit.ts';

const LINES = 25;

/** Adds the pages of the trace desk. */
export function addTracesRoom(app: Hono, site: Site): void {
  app.get(
    '/traces',
    working(site, (visit, context) => desk(site, visit, context)),
  );
  app.get(
    '/traces/lots',
    working(site, async (visit, context) => {
      const lots = await ask(site, visit, listSuspectedLots, {});
      return isRefusal(lots) ? sendRefusal(context, visit, lots) : send(context, lotsPage(visit, lots));
    }),
  );
  app.get(
    '/traces/statistics',
    working(site, async (visit, context) => {
      const [from, to] = [yearIn(visit, 'from'), yearIn(visit, 'to')];
      const counts = await ask(site, visit, countTraces, {
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      });
      return isRefusal(counts)
        ? sendRefusal(context, visit, counts)
        : send(context, countsPage(visit, counts));
    }),
  );
  addTraceRulesRoom(app, site);
  addTraceOpenRoom(app, site);
  addQuestionsRoom(app, site);
  addTraceComposeRoom(app, site);
  app.get(
    '/traces/:id',
    working(site, async (visit, context) => {
      const view = await ask(site, visit, viewTrace, { trace: context.req.param('id') });
      if (isRefusal(view)) return sendRefusal(context, visit, view);
      const { state: own } = site.office;
      const practices = await practicesFor(site, visit, view);
      return send(context, tracePage(visit, view, { own, now: site.office.clock(), practices }));
    }),
  );
  app.get(
    '/traces/:id/photographs/:request/:place',
    working(site, (visit, context) => photograph(site, visit, context)),
  );
  addTraceDeedRoom(app, site);
}

async function photograph(site: Site, visit: Working, context: Context): Promise<Response> {
  const { id: trace, request, place } = context.req.param() as Record<string, string>;
  const found = await ask(site, visit, viewSentPhotograph, { trace, request, place: Number(place) });
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const { content } = found;
  const headers = documentHeaders({ form: 'large', bytes: content.length });
  return context.body(Uint8Array.from(content), 200, headers);
}

const yearIn = (visit: Visit, name: string): number | undefined =>
  /^(?:199\d|2[01]\d\d)$/.test(visit.query[name] ?? '') ? Number(visit.query[name]) : undefined;

/** Which traces an address asks for; what is empty asks for nothing. */
function filterOf({ query }: Visit): Filter {
  const { status, kind, country, outcome, failure, year, ours, asked, state, after } = query;
  const given = {
    status,
    kind,
    outcome,
    failure,
    ours,
    state,
    after,
    country: country?.trim().toUpperCase(),
  };
  const numbers = { year, asked };
  return Object.fromEntries([
    ...Object.entries(given).filter(([, value]) => value),
    ...Object.entries(numbers).flatMap(([name, value]) => (value ? [[name, Number(value)]] : [])),
  ]) as Filter;
}

async function desk(site: Site, visit: Working, context: Context): Promise<Response> {
  const filter = filterOf(visit);
  const list = await ask(site, visit, listTraces, { ...filter, limit: LINES });
  if (isRefusal(list) && list.refused === 'input-unreadable') {
    const { desk: texts } = textsOf(visit);
    return send(context, messagePage(visit, texts.title, texts.none), 422);
  }
  if (isRefusal(list)) return sendRefusal(context, visit, list);
  const agencies = await agenciesIn(site, visit, list);
  return send(context, tracesPage(visit, list, filter, { now: site.office.clock(), agencies }));
}

/** What the agencies that owe an answer are called. */
export function agenciesIn(
  site: Site,
  visit: Working,
  { due }: TraceList,
): Promise<ReadonlyMap<string, string>> {
  return agencyNames(
    site,
    visit,
    due.map(({ agency }) => agency),
  );
}
