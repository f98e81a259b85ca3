/**
 * Composing a request to another State, looking at it, and sending it to one or several. Nothing leaves that lacks what ITI 17
 * asks for; what was typed is there again whatever happens.
 *
 * @clause ITI 16, ITI 17, C-03, C-04, C-10
 */
import type { Context, Hono } from 'hono';
import { composeTraceRequest } from '../../acts/compose-request.ts';
import { listDocuments } from '../../acts/list-documents.ts';
import { listPeers } from '../../acts/list-peers.ts';
import type { Composed } from '../../acts/request-of.ts';
import { sendRequest } from '../../acts/send-request.ts';
import { PHOTOGRAPHS_MAX } from '../../acts/trace-shapes.ts';
import type { TraceView } from '../../acts/trace-view-output.ts';
import { viewTrace } from '../../acts/view-trace.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { contactsOf } from './contact-lines.ts';
import { refuseForm } from './deeds.ts';
import { goOn, openForm } from './draft-forms.ts';
import type { Values } from './forms.ts';
import { NO_PROBLEMS } from './party-field.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { type Composing, composePage } from './trace-compose-page.ts';
import { addresseesIn, countryIn, fieldsIn, type Picture, valuesOf, wrongIn } from './trace-compose-read.ts';
import { donePath } from './trace-deed-room.ts';
import { formTextsOf } from './trace-told.ts';
import { offers, type Working } from './visit.ts';
import { RECORD_WORDS } from './words/record.ts';

/** Adds the page on which a request is composed. */
export function addTraceComposeRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/traces/:id/request',
    working(site, async (visit, context) => {
      const refused = await refuseForm(site, visit, sendRequest.name);
      return refused ? sendRefusal(context, visit, refused) : compose(site, visit, context);
    }),
  );
}

async function compose(site: Site, visit: Working, context: Context): Promise<Response> {
  const view = await ask(site, visit, viewTrace, { trace: context.req.param('id') });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const plain = await ask(site, visit, composeTraceRequest, { trace: view.id });
  if (isRefusal(plain)) return sendRefusal(context, visit, plain);
  const pictures = await picturesOf(site, visit, view);
  const opened = await openForm(site, visit, context, () => firstValues(site, visit, view, plain, pictures));
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const peers = await peersOf(site, visit);
  const wrong = problemsIn(visit, values);
  const composed = wrong.size > 0 ? plain : await composedOf(site, visit, view, plain, values, pictures);
  const now = isRefusal(composed) ? plain : composed;
  const typed = countryIn(values, 'other');
  const asked = now.addressees.map(({ country }) => country);
  const contacts = await contactsOf(site, visit, typed === undefined ? asked : [...asked, typed]);
  const isPreview = context.req.method === 'POST' && !sent;
  const shown: Composing = {
    ...{ visit, view, composed: now, peers, pictures, contacts, values, act, isPreview },
    ...{ problems: { ...NO_PROBLEMS, wrong }, says },
  };
  if (isRefusal(composed))
    return send(
      context,
      composePage({ ...shown, says: sayRefusal(visit.words, composed) }),
      statusOf(composed),
    );
  if (wrong.size > 0)
    return send(context, composePage({ ...shown, says: RECORD_WORDS[visit.words.language].wrong }), 422);
  if (!sent) return send(context, composePage(shown));
  return sendNow(site, visit, context, shown);
}

async function sendNow(site: Site, visit: Working, context: Context, shown: Composing): Promise<Response> {
  const { view, act, values, composed, pictures } = shown;
  const proposed = composed.addressees.map(({ country }) => country);
  const to = addresseesIn(values, proposed);
  if (to.length === 0) {
    const { nobody } = formTextsOf(visit).request;
    const problems = { ...shown.problems, wrong: new Map([['to', nobody]]) };
    return send(context, composePage({ ...shown, problems, says: nobody }), 422);
  }
  const fields = fieldsIn(values, pictures, composed.keptBack);
  const done = await ask(site, visit, sendRequest, { act, trace: view.id, to, ...fields });
  if (!isRefusal(done)) return goOn(site, visit, context, act, donePath(visit, done));
  return send(context, composePage({ ...shown, says: sayRefusal(visit.words, done) }), statusOf(done));
}

function problemsIn(visit: Working, values: Values): ReadonlyMap<string, string> {
  const { countryWrong } = formTextsOf(visit);
  const { when } = RECORD_WORDS[visit.words.language];
  return new Map(wrongIn(values).map((name) => [name, name === 'importYear' ? when.wrong : countryWrong]));
}

/** The request as the form says it now. */
async function composedOf(
  site: Site,
  visit: Working,
  view: TraceView,
  plain: Composed,
  values: Values,
  pictures: readonly Picture[],
): Promise<Composed | Refusal> {
  const fields = fieldsIn(values, pictures, plain.keptBack);
  const composed = await ask(site, visit, composeTraceRequest, { trace: view.id, ...fields });
  // Those whose answers may go with a consent stay in the form, also once the consent is there.
  return isRefusal(composed) ? composed : { ...composed, keptBack: plain.keptBack };
}

/** A form that was never shown: what is known, and of a next hop what was said before, with the same photographs. */
async function firstValues(
  site: Site,
  visit: Working,
  view: TraceView,
  plain: Composed,
  pictures: readonly Picture[],
): Promise<Values> {
  const before = view.requests.findLast(({ ours }) => ours === 'requester')?.content;
  const first = plain.addressees.find(({ country }) => country === visit.query.to)?.country;
  const values = valuesOf(plain.request, before, first ?? plain.addressees[0]?.country);
  if (!before || before.photographs.length === 0 || pictures.length === 0) return values;
  const photographs = pictures.map(({ id: document }) => ({ document, side: 'other' }));
  const all = await ask(site, visit, composeTraceRequest, { trace: view.id, photographs });
  if (isRefusal(all)) return values;
  const again = all.request.photographs.flatMap(({ digest }, at): [string, string][] => {
    const sent = before.photographs.find((one) => one.digest === digest);
    const id = pictures[at]?.id;
    if (!sent || id === undefined) return [];
    return [
      [`photo.${id}`, 'yes'],
      [`side.${id}`, sent.side],
      ...(sent.mark === undefined ? [] : [[`mark.${id}`, String(sent.mark)] as [string, string]]),
      ...(sent.hasScale ? [[`scale.${id}`, 'yes'] as [string, string]] : []),
    ];
  });
  return new Map([...values, ...again]);
}

async function picturesOf(site: Site, visit: Working, { arm }: TraceView): Promise<readonly Picture[]> {
  if (arm === undefined || !offers(visit, listDocuments.name)) return [];
  const list = await ask(site, visit, listDocuments, { arm });
  if (isRefusal(list)) return [];
  const shown = list.documents.filter(({ erased, copies }) => erased === undefined && copies.length > 0);
  return shown.slice(0, PHOTOGRAPHS_MAX);
}

async function peersOf(site: Site, visit: Working): Promise<Composing['peers']> {
  if (!offers(visit, listPeers.name)) return [];
  const list = await ask(site, visit, listPeers, {});
  return isRefusal(list) ? [] : list.peers;
}
