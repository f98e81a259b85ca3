/**
 * Identifying an arm by what is left of its marks: the page with its form, the answer on the same page or in parts while one
 * types, codes read from a photograph, and candidates side by side. What is typed is sent and stands in no address, for a
 * property mark may be a name; a plain address may begin with a number and what an arm is, as that of a search may.
 *
 * What could go wrong: an answer that shows more than a lead. Everything here comes from the act, which tells no holder, site
 * or unit; no way leads from a candidate to the page of its arm.
 *
 * @clause A-10, B-08, B-10, PoA II.9, ITI 11
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type CodesRead, readCode } from '../../acts/read-code.ts';
import { inRoom } from '../../acts/receive-file.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import type { Values } from './forms.ts';
import { askMarks, mayNotIdentify } from './identify-ask.ts';
import { COMPARED_MAX, comparePage } from './identify-compare.ts';
import { answerParts, identifyPage, type Shown } from './identify-page.ts';
import { holdsNumber, OPEN_FIELDS, pickedIn, typedIn } from './identify-read.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Form, readForm, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { code, type Html, inSentence } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';

/** Adds the pages of identification. */
export function addIdentifyRoom(app: Hono, site: Site): void {
  app.get(
    '/identify',
    working(site, async (visit, context) => {
      const refused = await mayNotIdentify(site, visit);
      if (refused) return sendRefusal(context, visit, refused);
      const { query } = visit;
      const typed = typedIn(new Map(OPEN_FIELDS.map((name) => [name, query[name] ?? ''])));
      return holdsNumber(typed) ? answer(site, visit, context, typed) : show(visit, context, { typed });
    }),
  );
  app.post(
    '/identify',
    working(site, async (visit, context) => answer(site, visit, context, typedIn(await readForm(context)))),
  );
  app.post(
    '/identify/answer',
    working(site, async (visit, context) => {
      const shown = await askMarks(site, visit, typedIn(await readForm(context)));
      return isRefusal(shown) ? sendRefusal(context, visit, shown) : send(context, answerParts(visit, shown));
    }),
  );
  app.post(
    '/identify/compare',
    working(site, (visit, context) => compare(site, visit, context)),
  );
  app.post(
    '/identify/code',
    working(site, (visit, context) => readPhotograph(site, visit, context)),
  );
}

const show = (visit: Working, context: Context, shown: Shown) =>
  send(context, identifyPage(visit, shown), shown.says === undefined ? 200 : 422);

async function answer(site: Site, visit: Working, context: Context, typed: Values): Promise<Response> {
  const shown = await askMarks(site, visit, typed);
  return isRefusal(shown) ? sendRefusal(context, visit, shown) : show(visit, context, shown);
}

async function compare(site: Site, visit: Working, context: Context): Promise<Response> {
  const sent = await readForm(context);
  const shown = await askMarks(site, visit, typedIn(sent));
  if (isRefusal(shown)) return sendRefusal(context, visit, shown);
  const { answered } = shown;
  if (!answered) return show(visit, context, shown);
  const wanted = pickedIn(sent);
  const picked = answered.found.candidates.filter(({ armId }) => wanted.includes(armId));
  if (picked.length > 0) return send(context, comparePage(visit, answered, picked.slice(0, COMPARED_MAX)));
  const texts = IDENTIFY_WORDS[visit.words.language];
  return show(visit, context, { ...shown, says: wanted.length === 0 ? texts.pickSome : texts.goneSince });
}

/** Reads the codes of a photograph: into the form, or as parts for a script that holds the form already. */
async function readPhotograph(site: Site, visit: Working, context: Context): Promise<Response> {
  const sent = await inRoom(visit.person.operator, () => readForm(context));
  if (isRefusal(sent)) await context.req.raw.body?.pipeTo(new WritableStream());
  const read = isRefusal(sent) ? sent : await codesIn(site, visit, sent);
  const typed = isRefusal(sent) ? new Map<string, string>() : typedIn(sent);
  const isScript = context.req.header('accept') === 'application/json';
  if (isRefusal(read)) {
    if (read.refused === 'not-permitted') return sendRefusal(context, visit, read);
    const says = sayRefusal(visit.words, read);
    if (isScript) return context.json({ html: String(html`<p class="wrong">${says}</p>`) });
    const status = statusOf(read);
    return send(context, identifyPage(visit, { typed, says }), status === 404 ? 422 : status);
  }
  const { reading, note } = told(visit, read);
  if (isScript) return context.json({ html: String(await note), ...(reading ? { reading } : {}) });
  const filled = reading === undefined ? typed : new Map([...typed, ['reading', reading]]);
  return show(visit, context, { typed: filled, note });
}

async function codesIn(site: Site, visit: Working, sent: Form): Promise<CodesRead | Refusal> {
  const file = sent.get('photo');
  const isFile = file instanceof File;
  const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const wanted = isFile
    ? { media: file.type.slice(0, 100), name: file.name.slice(-255), bytes: file.size }
    : {};
  return ask(site, visit, readCode(bytes), wanted);
}

/** What the first code that starts a search says; of others what they hold. */
function told(visit: Working, { codes }: CodesRead): { readonly reading?: string; readonly note: Html } {
  const texts = IDENTIFY_WORDS[visit.words.language].photo;
  const serial = codes.find(({ start }) => start?.by === 'serial')?.start;
  if (serial)
    return {
      reading: serial.text,
      note: html`<p class="note-done">${texts.filled(inSentence(serial.text, 'ltr'))}</p>`,
    };
  const number = codes.find(({ start }) => start?.by === 'number')?.start;
  if (number) {
    const way = offers(visit, 'find-arms')
      ? html` <a href="${link(visit, '/find', { serial: number.text })}">${texts.find}</a>`
      : '';
    return {
      note: html`<p class="note-done">${texts.stateNumber(inSentence(number.text, 'ltr'))}${way}</p>`,
    };
  }
  return {
    note: html`<p>${texts.noNumber}</p><ul>${codes.map(({ text }) => html`<li>${code(text)}</li>`)}</ul>`,
  };
}
