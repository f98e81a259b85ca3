/**
 * The pages of the register: overview, find, an arm and its proof, for a demonstration; for a live home only that it
 * runs. All are read-only, need no script, and answer only under this server's own name.
 *
 * What could go wrong: a page that shows arms of a live home. Routes to arms exist only where the office is a
 * demonstration, so there is nothing to forget on a single page.
 */
import { type Context, Hono } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { findArms } from '../../acts/find-arms.ts';
import { machine, type Office } from '../../acts/office.ts';
import { proveArm } from '../../acts/prove-arm.ts';
import { viewArm } from '../../acts/view-arm.ts';
import { parseStateNumber } from '../../domain/arms/number.ts';
import { Fault, isRefusal } from '../../domain/base/refusal.ts';
import { armPage } from './arm-page.ts';
import { FIELDS } from './find-form.ts';
import { formPage, foundPage } from './find-page.ts';
import { FACES } from './fonts.ts';
import { type Protection, protect, URL_LENGTH_MAX } from './guard.ts';
import { addOperation, type Operation } from './operation.ts';
import { livePage, type Overview, overviewPage } from './overview-page.ts';
import { ICON, ICON_PATH, messagePage, STYLE, STYLE_PATH } from './page.ts';
import { sayRefusal } from './refusal-words.ts';
import type { Html } from './text.ts';
import { link, type Visit } from './visit.ts';
import { CATALOGUES, parseLanguage, preferredLanguage } from './words/languages.ts';

/** What the pages work with; put together where the server starts. */
export type Site = {
  readonly office: Office;
  readonly countEntries: () => Promise<number>;
  readonly overview: () => Promise<Overview>;
  readonly operation?: Operation;
} & Protection;

/** Whoever looks at a demonstration; there is nobody to sign in yet. */
export const VISITOR = machine('demonstration-visitor', 'demonstration');

/** The pages as an application that answers requests. */
export function makeApp(site: Site): Hono {
  const app = new Hono({ strict: false });
  protect(app, site);
  if (site.operation) addOperation(app, site.operation);
  app.use(async (context, next) => {
    const visit = visitOf(site, context);
    const { refusals } = visit.words;
    if (context.req.url.length > URL_LENGTH_MAX)
      return send(context, messagePage(visit, refusals.tooLong, refusals.tooLongSays), 414);
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    context.header('Allow', 'GET, HEAD');
    return send(context, messagePage(visit, refusals.method, refusals.methodSays), 405);
  });
  app.get(STYLE_PATH, (context) => asset(context, STYLE, 'text/css; charset=utf-8'));
  app.get(ICON_PATH, (context) => asset(context, ICON, 'image/svg+xml'));
  for (const { path, bytes, type } of FACES) app.get(path, (context) => asset(context, bytes, type));
  if (site.office.demonstration) addArmPages(app, site);
  else
    app.get('/', async (context) =>
      send(context, livePage(visitOf(site, context), await site.countEntries())),
    );
  app.notFound((context) => {
    const visit = visitOf(site, context);
    const { refusals } = visit.words;
    return send(context, messagePage(visit, refusals.missingPage, refusals.missingPageSays), 404);
  });
  app.onError((error, context) => failed(site, context, error));
  return app;
}

function addArmPages(app: Hono, site: Site): void {
  app.get('/', async (context) => send(context, overviewPage(visitOf(site, context), await site.overview())));
  app.get('/find', (context) => find(site, context));
  app.get('/arms/:number', async (context) => {
    const visit = visitOf(site, context);
    const view = await viewArm.run(site.office, VISITOR, { arm: context.req.param('number') });
    if (!isRefusal(view)) return send(context, armPage(visit, view, site.office.clock()));
    return send(context, messagePage(visit, visit.words.refusals.title, sayRefusal(visit.words, view)), 404);
  });
  app.get('/arms/:number/proof.json', async (context) => {
    const visit = visitOf(site, context);
    const proof = await proveArm.run(site.office, VISITOR, { arm: context.req.param('number') });
    if (isRefusal(proof))
      return send(
        context,
        messagePage(visit, visit.words.refusals.title, sayRefusal(visit.words, proof)),
        404,
      );
    context.header('Content-Disposition', `attachment; filename="proof-${proof.arm}.json"`);
    return context.json(proof);
  });
}

/** A search: an empty form, a State number that leads straight to its arm, or a page of what fits. */
async function find(site: Site, context: Context): Promise<Response> {
  const visit = visitOf(site, context);
  const { words, query } = visit;
  const asked = Object.fromEntries(
    [...FIELDS, 'after' as const].flatMap((name) =>
      query[name]?.trim() ? [[name, query[name].trim()]] : [],
    ),
  );
  if (Object.keys(asked).length === 0 && query.search === undefined) return send(context, formPage(visit));
  const number = Object.keys(asked).length === 1 ? parseStateNumber(asked.serial ?? '') : undefined;
  if (number && 'number' in number) return context.redirect(link(visit, `/arms/${number.number}`), 303);
  const wanted = findArms.input.safeParse(asked);
  if (!wanted.success) {
    const name = wanted.error.issues[0]?.path[0];
    const field = FIELDS.find((one) => one === name);
    const label = words.fields[field ?? 'after'];
    const days = field === 'from' || field === 'to';
    const says = days ? words.refusals.badDay(label) : words.refusals.badField(label);
    return send(context, formPage(visit, { says, ...(field ? { field } : {}) }), 400);
  }
  const found = await findArms.run(site.office, VISITOR, wanted.data);
  if (isRefusal(found)) return send(context, formPage(visit, { says: sayRefusal(words, found) }));
  return send(context, foundPage(visit, found));
}

function visitOf(site: Site, context: Context): Visit {
  const query = context.req.query();
  const language = parseLanguage(query.lang) ?? preferredLanguage(context.req.header('accept-language'));
  const { demonstration } = site.office;
  return {
    words: CATALOGUES[language],
    path: context.req.path,
    query,
    demonstration,
    shows: demonstration,
  };
}

async function send(context: Context, page: Html, status: StatusCode = 200): Promise<Response> {
  context.status(status);
  return context.html(page);
}

function asset(context: Context, body: string | Uint8Array<ArrayBuffer>, type: string): Response {
  context.header('Content-Type', type);
  context.header('Cache-Control', 'public, max-age=31536000, immutable');
  return context.body(body);
}

/** A fault or a broken assumption: said in words to the visitor, and to the log without what was asked. */
function failed(site: Site, context: Context, error: Error): Promise<Response> {
  const visit = visitOf(site, context);
  const { refusals } = visit.words;
  const slow = error instanceof Fault && error.code === 'database' && !error.retry;
  return send(context, messagePage(visit, refusals.fault, slow ? refusals.slow : refusals.faultSays), 500);
}
