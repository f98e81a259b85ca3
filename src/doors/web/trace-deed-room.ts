/**
 * The forms of a trace: each on a page of its own, opened new or with what was typed, sent once, refused with the wrong field
 * marked; what was done is told on the page of the trace with the entry that proves it.
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { TraceReceipt } from '../../acts/change-trace.ts';
import { listMatches } from '../../acts/list-matches.ts';
import type { RequestView, TraceView } from '../../acts/trace-view-output.ts';
import { viewTrace } from '../../acts/view-trace.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { refuseForm } from './deeds.ts';
import { firstButton, goOn, lastButtons, openForm } from './draft-forms.ts';
import { form, problem, type Values } from './forms.ts';
import { page } from './page.ts';
import { NO_PROBLEMS, offeredNames, ownBodies, type Problems, readParties } from './party-field.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { code, type Html, visible } from './text.ts';
import type { Sheet } from './trace-deed-fields.ts';
import { type Deed, type DeedName, findDeed } from './trace-deeds.ts';
import { formTextsOf, itemLine, textsOf } from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';

/** Adds the forms of a trace: /traces/ID/NAME, and /traces/ID/NAME/ON of a request or a draft. */
export function addTraceDeedRoom(app: Hono, site: Site): void {
  for (const path of ['/traces/:id/:deed', '/traces/:id/:deed/:on'])
    app.on(
      ['GET', 'POST'],
      path,
      working(site, (visit, context) => deed(site, visit, context)),
    );
}

/** The request or the draft that a form is about. */
type About = Pick<Sheet, 'request' | 'draft'>;

function aboutOf({ requests }: TraceView, found: Deed, on: string | undefined): About | Refusal {
  const nothing = { request: undefined, draft: undefined };
  if (found.on === undefined) return nothing;
  if (found.on === 'request') {
    const request = requests.find(({ id }) => id === on);
    return request ? { ...nothing, request } : refusal('request-unknown', { request: on ?? '' });
  }
  const request = requests.find(({ drafts }) => drafts.some(({ draft }) => draft === on));
  const draft = request?.drafts.find((one): one is RequestView['drafts'][number] => one.draft === on);
  return request && draft ? { request, draft } : refusal('draft-unknown', { draft: on ?? '' });
}

async function deed(site: Site, visit: Working, context: Context): Promise<Response> {
  const name = context.req.param('deed') ?? '';
  const on = context.req.param('on');
  const found = findDeed(name);
  if (!found || (found.on === undefined) !== (on === undefined)) return context.notFound();
  const refused = await refuseForm(site, visit, found.act.name);
  if (refused) return sendRefusal(context, visit, refused);
  const view = await ask(site, visit, viewTrace, { trace: context.req.param('id') });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const about = aboutOf(view, found, on);
  if (isRefusal(about)) return sendRefusal(context, visit, about);
  const opened = await openForm(site, visit, context, () => firstOf(name));
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const matches = name === 'take' ? await sameMatches(site, visit) : [];
  const { bodies } = found.parties ? await ownBodies(site, visit) : { bodies: [] };
  const sheet: Sheet = { visit, view, ...about, matches, values, problems: NO_PROBLEMS };
  const shown: Shown = { name: name as DeedName, deed: found, act, says, names: offeredNames(bodies) };
  if (!sent) return send(context, deedPage(sheet, shown));
  const { input, problems } = await readDeed(site, sheet, found, sent);
  const wrong = { ...sheet, problems };
  if (problems.wrong.size > 0)
    return send(context, deedPage(wrong, { ...shown, says: formTextsOf(visit).wrong }), 422);
  const request = about.request && found.on === 'request' ? { request: about.request.id } : {};
  const done = await ask(site, visit, found.act, { act, trace: view.id, ...request, ...input });
  if (!isRefusal(done)) return goOn(site, visit, context, act, donePath(visit, done as TraceReceipt));
  return send(context, deedPage(sheet, { ...shown, says: sayRefusal(visit.words, done) }), statusOf(done));
}

/** Where to go after something was done in a trace. */
export function donePath(visit: Working, { trace, entry }: TraceReceipt): string {
  return link(visit, `/traces/${trace}`, { done: entry });
}

const firstOf = (name: string): Values => new Map(name === 'close' ? [['tell', 'yes']] : []);

/** Decisions "the same" that the visitor made; the newest. */
async function sameMatches(site: Site, visit: Working): Promise<Sheet['matches']> {
  if (!offers(visit, listMatches.name)) return [];
  const list = await ask(site, visit, listMatches, { limit: 50 });
  return isRefusal(list) ? [] : list.matches.filter(({ decision, counts }) => decision === 'same' && counts);
}

async function readDeed(
  site: Site,
  sheet: Sheet,
  found: Deed,
  sent: Form,
): Promise<{ readonly input: object; readonly problems: Problems }> {
  const read = found.parties
    ? await readParties(site, sheet.visit, sent, found.parties)
    : { ...NO_PROBLEMS, ids: new Map<string, string>() };
  const told = found.say(sheet, sent, read.ids);
  const own = 'wrong' in told ? told.wrong : new Map<string, string>();
  const wrong = new Map([...own, ...read.wrong]);
  return { input: 'input' in told ? told.input : {}, problems: { wrong, choices: read.choices } };
}

type Shown = {
  readonly name: DeedName;
  readonly deed: Deed;
  readonly act: string;
  readonly says: string | undefined;
  readonly names: Html;
};

function deedPage(sheet: Sheet, { name, deed: found, act, says, names }: Shown): Html {
  const { visit, view, request, draft } = sheet;
  const own = formTextsOf(visit)[name];
  const on = found.on === 'draft' ? draft?.draft : request?.id;
  const action = link(visit, `/traces/${view.id}/${name}${on && found.on ? `/${on}` : ''}`);
  const nothing = name === 'take' && sheet.matches.length === 0;
  const contents = nothing
    ? html`<div class="card">${found.fields(sheet)}</div>`
    : form(
        visit,
        { action, act, draft: true, class: 'card record' },
        html`${firstButton(own.send)}${found.fields(sheet)}${lastButtons(visit, own.send)}`,
      );
  return tracePaper(
    visit,
    view,
    own.title,
    html`<p class="lead">${own.lead}</p>${problem(says)}${names}${contents}`,
  );
}

/** The frame of a form of a trace: what is done, and to which trace. */
export function tracePaper(
  visit: Working,
  view: Pick<TraceView, 'id' | 'reference' | 'item'>,
  title: string,
  contents: Html,
): Html {
  const back = html`<p class="back"><a href="${link(visit, `/traces/${view.id}`)}">${textsOf(visit).trace.title(`\u2066${view.reference}\u2069`)}</a></p>`;
  const which = html`<div class="which">${itemLine(visit, view.item)} ${code(view.reference)}</div>`;
  return page(
    visit,
    `${title} · ${visible(view.reference)}`,
    html`<div class="form-page">${back}<header class="headline">${which}<h1>${title}</h1></header>${contents}</div>`,
  );
}
