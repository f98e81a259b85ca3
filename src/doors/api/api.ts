/**
 * The API: every act under its own name, `POST /api/v1/<act>`, with its input as JSON; documents as bytes beside it. A
 * program comes with a key of its own and nothing else is believed: no cookie, no session. It is described by
 * /api/openapi.json, which is made from the acts.
 *
 * Each request: the key, asked anew · its rate · what it is for · its input, bounded and read · the act within the rights
 * of the key. An answer is the act's output or a problem, and a problem never tells more than the register may.
 *
 * What could go wrong: an answer kept by something between. Every answer says no-store.
 *
 * @clause J-02, J-04
 */
import { type Context, Hono } from 'hono';
import { findAct } from '../../acts/all-acts.ts';
import { type Client, findClient } from '../../acts/find-person.ts';
import type { Office } from '../../acts/office.ts';
import { PURPOSE_LENGTH_MAX, perform } from '../../acts/perform.ts';
import { givesRights } from '../../domain/access/define.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { sendText } from '../web/pack.ts';
import { noteOperator } from '../web/request-note.ts';
import { asJson } from './as-json.ts';
import { type Admit, addDocuments } from './documents.ts';
import { addExports } from './exports.ts';
import { describeApi } from './openapi.ts';
import { doorNo, faultOf, PROBLEM_TYPE, problemOf } from './problem.ts';
import { makeRates } from './rate.ts';
import { readInput } from './read-input.ts';

export type ApiSite = {
  readonly office: Office;
  /** Takes a note of what failed on our side; what was asked is not told. */
  readonly onFault?: (error: unknown) => void;
};

/** Seconds after which a fault that may pass is worth another try. */
const RETRY_SECONDS = 2;

/** The API as an application, to be mounted at /api. */
export function makeApi(site: ApiSite): Hono {
  const app = new Hono();
  const rate = makeRates(site.office.clock);
  let description: string | undefined;
  const admit: Admit = async (context, changes) => {
    const client = await enter(site, context, rate);
    if (isRefusal(client)) return client;
    const purpose = purposeOf(context);
    const isTold = purpose !== undefined && (purpose !== '' || changes);
    return isTold ? { client, purpose } : doorNo('purpose-missing');
  };
  app.get('/openapi.json', (context) => {
    description ??= JSON.stringify(describeApi());
    return context.body(description, 200, { 'Content-Type': 'application/json' });
  });
  addDocuments(app, site.office, admit, sayProblem);
  addExports(app, site.office, admit, sayProblem);
  app.post('/v1/:act', async (context) => {
    const act = findAct(context.req.param('act'));
    if (!act) return sayProblem(context, doorNo('path-unknown'));
    const admitted = await admit(context, act.changes);
    if (isRefusal(admitted)) return sayProblem(context, admitted);
    const { client, purpose } = admitted;
    const input = await readInput(context.req.raw);
    if (isRefusal(input)) return sayProblem(context, input);
    const done = await perform(site.office, client, purpose, act, input.value);
    if (isRefusal(done)) return sayProblem(context, done);
    return sendText(context, asJson(done), ANSWER);
  });
  app.all('/v1/:act', (context) => {
    context.header('Allow', 'POST');
    return sayProblem(context, doorNo(findAct(context.req.param('act')) ? 'method-unknown' : 'path-unknown'));
  });
  app.all('*', (context) => sayProblem(context, doorNo('path-unknown')));
  app.onError((error, context) => {
    site.onFault?.(error);
    return sayProblem(context, faultOf(error));
  });
  return app;
}

const ANSWER = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

/**
 * The program behind a request, once its rate has been counted.
 * @refuses key-missing, rate-exceeded, key-gives-rights
 */
async function enter(
  { office }: ApiSite,
  context: Context,
  rate: ReturnType<typeof makeRates>,
): Promise<Client | Refusal> {
  const [, secret] = /^Bearer (cmk_\S{1,100})$/i.exec(context.req.header('authorization') ?? '') ?? [];
  const client = secret === undefined ? undefined : await findClient(office, secret);
  if (!client) return doorNo('key-missing');
  noteOperator(context, client.operator);
  const { allowed, left, waitSeconds } = rate(client.operator, client.perMinute);
  context.header('RateLimit-Policy', `"key";q=${client.perMinute};w=60`);
  context.header('RateLimit', `"key";r=${left};t=${waitSeconds}`);
  if (!allowed) {
    context.header('Retry-After', String(waitSeconds));
    return doorNo('rate-exceeded');
  }
  // No key is made under such a role, but a role can be defined anew under a key that stands.
  return givesRights(client.role) ? refusal('key-gives-rights', { role: client.role.name }) : client;
}

/** What the request is for; empty where it does not say, undefined where it says too much. */
function purposeOf(context: Context): string | undefined {
  // Header values come as bytes; most programs write them in UTF-8.
  const bytes = Buffer.from(context.req.header('purpose') ?? '', 'latin1');
  const purpose = bytes.toString('utf8').trim();
  return purpose.length <= PURPOSE_LENGTH_MAX ? purpose : undefined;
}

function sayProblem(context: Context, no: Refusal): Response {
  const problem = problemOf(no);
  if (problem.status === 401) context.header('WWW-Authenticate', 'Bearer');
  if (problem.status === 503) context.header('Retry-After', String(RETRY_SECONDS));
  context.header('Content-Type', PROBLEM_TYPE);
  context.header('Cache-Control', 'no-store');
  return context.body(JSON.stringify(problem), problem.status as 400);
}
