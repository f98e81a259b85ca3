/**
 * Who looked: at one arm, or what somebody looked at in some days; and a sample of the week for whoever asks what it was for.
 *
 * @clause J-04, J-11
 */
import type { Context, Hono } from 'hono';
import { listAccesses } from '../../acts/list-accesses.ts';
import { listPeople, PEOPLE_ROWS_MAX } from '../../acts/list-people.ts';
import { sampleAccesses } from '../../acts/sample-accesses.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import type { Choice } from './forms.ts';
import { problem } from './forms.ts';
import { armReadsPage, readsPage, samplePage, traceReadsPage } from './reads-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { inSentence } from './text.ts';
import { link, offers, type Working } from './visit.ts';

const LINES = 50;

/** Adds the pages of who looked. */
export function addReadsRoom(app: Hono, site: Site): void {
  app.get(
    '/arms/:number/reads',
    working(site, async (visit, context) => {
      const number = context.req.param('number') ?? '';
      const { after } = visit.query;
      const found = await ask(site, visit, listAccesses, {
        arm: number,
        limit: LINES,
        ...(after ? { after } : {}),
      });
      if (isRefusal(found)) return sendRefusal(context, visit, found);
      return send(context, armReadsPage(visit, number, found));
    }),
  );
  app.get(
    '/traces/:trace/reads',
    working(site, async (visit, context) => {
      const trace = context.req.param('trace') ?? '';
      const { after } = visit.query;
      const input = { trace, limit: LINES, ...(after ? { after } : {}) };
      const found = await ask(site, visit, listAccesses, input);
      if (isRefusal(found)) return sendRefusal(context, visit, found);
      return send(context, traceReadsPage(visit, trace, found));
    }),
  );
  app.get(
    '/reads',
    working(site, (visit, context) => reads(site, visit, context)),
  );
  app.get(
    '/reads/sample',
    working(site, async (visit, context) => {
      const lot = /^\d{1,15}$/.test(visit.query.lot ?? '') ? Number(visit.query.lot) : undefined;
      const sample = await ask(site, visit, sampleAccesses, lot === undefined ? {} : { lot });
      if (isRefusal(sample)) return sendRefusal(context, visit, sample);
      // The lot stands in the address, so that loading the page again draws no other sample.
      if (lot === undefined)
        return context.redirect(link(visit, '/reads/sample', { lot: String(sample.lot) }), 303);
      return send(context, samplePage(visit, sample));
    }),
  );
}

async function reads(site: Site, visit: Working, context: Context): Promise<Response> {
  const { arm, operator, from, to, flagged, after } = visit.query;
  if (arm?.trim()) return context.redirect(link(visit, `/arms/${encodeURIComponent(arm.trim())}/reads`), 303);
  const asked = Object.entries({ operator, from, to, after }).filter(([, value]) => value);
  const input = { ...Object.fromEntries(asked), flagged: flagged === 'yes', limit: LINES };
  const found = await ask(site, visit, listAccesses, input);
  const people = await choices(site, visit);
  if (!isRefusal(found)) return send(context, readsPage(visit, found, people));
  if (found.refused === 'not-permitted') return sendRefusal(context, visit, found);
  const says = problem(sayRefusal(visit.words, found));
  return send(context, readsPage(visit, undefined, people, says), statusOf(found));
}

/** The people to choose from, where the role reads their list. */
async function choices(site: Site, visit: Working): Promise<readonly Choice[]> {
  if (!offers(visit, listPeople.name)) return [];
  const found = await ask(site, visit, listPeople, { limit: PEOPLE_ROWS_MAX });
  if (isRefusal(found)) return [];
  return found.people.map(({ account, name, login }) => ({
    value: account,
    label: inSentence(name ?? login),
  }));
}
