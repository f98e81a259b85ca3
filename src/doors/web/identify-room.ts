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
import { identifyArm } from '../../acts/identify-arm.ts';
import type { Identified } from '../../acts/identify-output.ts';
import { type CodesRead, readCode } from '../../acts/read-code.ts';
import { inRoom } from '../../acts/receive-file.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { READING_WORDS_MAX } from '../../domain/intake/understand-reading.ts';
import type { Values } from './forms.ts';
import { COMPARED_MAX, comparePage } from './identify-compare.ts';
import { answerParts, identifyPage, type Shown } from './identify-page.ts';
import {
  holdsNumber,
  isTooLong,
  OPEN_FIELDS,
  pickedIn,
  typedIn,
  wantedOf,
  wrongIn,
} from './identify-read.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Form, readForm, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { code, type Html, inSentence } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { formatCount } from './when.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';

/** Adds the pages of identification. */
export function addIdentifyRoom(app: Hono, site: Site): void {
  app.get(
    '/identify',
    working(site, async (visit, context) => {
      const refused = await mayNot(site, visit);
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
      const typed = typedIn(await readForm(context));
      const found = await find(site, visit, typed);
      if (isRefusal(found) && found.refused === 'not-permitted') return sendRefusal(context, visit, found);
      if ('says' in found) return send(context, answerParts(visit, found.says));
      return send(
        context,
        answerParts(visit, isRefusal(found) ? sayRefusal(visit.words, found) : { typed, found }),
      );
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

/** The plain no to a role that identifies nothing, before it fills in a form; the try leaves its line in the access log. */
async function mayNot(site: Site, visit: Working): Promise<Refusal | undefined> {
  if (offers(visit, identifyArm.name)) return undefined;
  const refused = await ask(site, visit, identifyArm, { reading: '' });
  return isRefusal(refused) ? refused : undefined;
}

const show = (visit: Working, context: Context, shown: Shown, status: 200 | 422 = 200) =>
  send(context, identifyPage(visit, shown), status);

type Unusable = { readonly says: string; readonly wrong?: string };

/** What the act answers; or what about the fields is not usable, said before it is asked. */
async function find(site: Site, visit: Working, typed: Values): Promise<Identified | Refusal | Unusable> {
  const refused = await mayNot(site, visit);
  if (refused) return refused;
  const texts = IDENTIFY_WORDS[visit.words.language];
  if (!holdsNumber(typed)) return { says: texts.nothingTyped };
  if (isTooLong(typed)) return { says: texts.tooMuch(formatCount(visit.words, READING_WORDS_MAX)) };
  const wrong = wrongIn(typed);
  if (wrong !== undefined) return { says: visit.words.refusals.badField(labelOf(visit, wrong)), wrong };
  return ask(site, visit, identifyArm, wantedOf(typed));
}

function labelOf({ words }: Working, name: string): string {
  const texts = IDENTIFY_WORDS[words.language];
  if (name === 'maker' || name === 'model' || name === 'calibre' || name === 'class')
    return words.fields[name];
  if (name === 'country' || name === 'year' || name === 'property' || name === 'importMark')
    return texts[name];
  return name.startsWith('more.') ? texts.otherNumber : texts.number;
}

async function answer(site: Site, visit: Working, context: Context, typed: Values): Promise<Response> {
  const found = await find(site, visit, typed);
  if ('says' in found) return show(visit, context, { typed, ...found }, 422);
  if (!isRefusal(found)) return show(visit, context, { typed, answered: { typed, found } });
  if (found.refused === 'not-permitted') return sendRefusal(context, visit, found);
  return show(visit, context, { typed, says: sayRefusal(visit.words, found) }, 422);
}

async function compare(site: Site, visit: Working, context: Context): Promise<Response> {
  const sent = await readForm(context);
  const typed = typedIn(sent);
  const found = await find(site, visit, typed);
  if ('says' in found) return show(visit, context, { typed, ...found }, 422);
  if (isRefusal(found)) {
    if (found.refused === 'not-permitted') return sendRefusal(context, visit, found);
    return show(visit, context, { typed, says: sayRefusal(visit.words, found) }, 422);
  }
  const wanted = pickedIn(sent);
  const picked = found.candidates.filter(({ armId }) => wanted.includes(armId)).slice(0, COMPARED_MAX);
  if (picked.length > 0) return send(context, comparePage(visit, { typed, found }, picked));
  const texts = IDENTIFY_WORDS[visit.words.language];
  const says = wanted.length === 0 ? texts.pickSome : texts.goneSince;
  return show(visit, context, { typed, answered: { typed, found }, says }, 422);
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
