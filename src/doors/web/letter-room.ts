/**
 * Registering a letter: its scan is taken in first and stands beside the fields; a filled form of ours is read and shown before
 * anything is registered. What cannot be understood is said beside its field.
 *
 * @clause C-05, C-13
 */
import type { Context, Hono } from 'hono';
import { addPaper } from '../../acts/add-paper.ts';
import { listPapers, type PaperList } from '../../acts/list-papers.ts';
import { newId } from '../../acts/office.ts';
import { inRoom } from '../../acts/receive-file.ts';
import { registerMessage } from '../../acts/register-message.ts';
import { type TakenPlace, takePictures } from '../../acts/taken-pictures.ts';
import { viewPaper } from '../../acts/view-original.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { WORD } from '../../domain/documents/document.ts';
import { SAYS, type Said, type SaidKind } from '../../domain/trace/thread.ts';
import { contentOf } from '../papers/content.ts';
import { emptyForm } from '../papers/paper.ts';
import { readDocument } from '../papers/read-document.ts';
import { readPictures } from '../papers/read-pictures.ts';
import { fieldOf, type Unread } from '../papers/understand.ts';
import { PAPER_WORDS, parsePaperLanguage } from '../papers/words.ts';
import { writeDocument } from '../papers/write-document.ts';
import { documentHeaders } from './document-headers.ts';
import { type Letter, letterPage, letterStart, takeInForm } from './letter-page.ts';
import { chosenPictures } from './letter-pictures.ts';
import { sectionsOf } from './paper-fields.ts';
import { sayRefusal } from './refusal-words.ts';
import {
  ask,
  type Form,
  readForm,
  type Site,
  send,
  sendRefusal,
  statusOf,
  textOf,
  textsOf,
  working,
} from './room.ts';
import { sendFile } from './send-file.ts';
import { link, offers, type Working } from './visit.ts';
import { PAPERS_WORDS } from './words/papers.ts';

const KINDS: readonly SaidKind[] = [...SAYS.requester, ...SAYS.responder];

/** Adds the pages on which letters are registered. They come before those of single traces, whose addresses they look like. */
export function addLetterRoom(app: Hono, site: Site): void {
  app.get(
    '/traces/register',
    working(site, (visit, context) => start(site, visit, context)),
  );
  app.post(
    '/traces/register',
    working(site, (visit, context) => register(site, visit, context)),
  );
  app.post(
    '/traces/register/paper',
    working(site, (visit, context) => takeIn(site, visit, context)),
  );
  app.get(
    '/traces/paper/:document',
    working(site, (visit, context) => giveOut(site, visit, context)),
  );
  app.get(
    '/traces/paper/:document/pictures/:place',
    working(site, (visit, context) => givePicture(site, visit, context)),
  );
  app.get(
    '/traces/forms/:language',
    working(site, async (_, context) => {
      const language = parsePaperLanguage(context.req.param('language'));
      if (!language) return context.notFound();
      return sendFile(context, await writeDocument(emptyForm(language)), `form-${language}.docx`);
    }),
  );
}

/** The original of a paper, as a file to be saved. */
async function giveOut(site: Site, visit: Working, context: Context): Promise<Response> {
  const found = await ask(site, visit, viewPaper, { document: context.req.param('document') });
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const { id, media, bytes } = found.document;
  const headers = documentHeaders({ form: 'original', id, media, bytes });
  return context.body(ReadableStream.from(found.chunks) as ReadableStream, 200, headers);
}

/** One picture of a filled document, as it would be kept. */
async function givePicture(site: Site, visit: Working, context: Context): Promise<Response> {
  const { document, place } = context.req.param() as { document: string; place: string };
  const bytes = await readWhole(site, visit, document);
  if (isRefusal(bytes)) return sendRefusal(context, visit, bytes);
  const wanted = (await readPictures(bytes)).filter((one) => String(one.place) === place);
  const [found] = await takePictures(wanted);
  if (!found) return context.notFound();
  if (isRefusal(found.taken)) return sendRefusal(context, visit, found.taken);
  const content = Buffer.from(found.taken.bytes, 'base64url');
  return context.body(content, 200, documentHeaders({ form: 'large', bytes: content.length }));
}

const kindOf = (text: string | undefined): SaidKind => KINDS.find((kind) => kind === text) ?? 'request';

async function start(site: Site, visit: Working, context: Context): Promise<Response> {
  const { paper, trace, request, kind } = visit.query;
  const waiting = await ask(site, visit, listPapers, {});
  if (isRefusal(waiting)) return sendRefusal(context, visit, waiting);
  if (paper === undefined) {
    const query = { trace, request, kind };
    const { takeIn: title } = PAPERS_WORDS[visit.words.language];
    const action = link(visit, '/traces/register/paper', query);
    return send(
      context,
      letterStart(visit, waiting.papers, takeInForm(visit, action, newId(site.office), title), query),
    );
  }
  const chosen = await findPaper(site, visit, waiting.papers, paper, trace);
  const bytes = chosen?.media === WORD ? await readWhole(site, visit, chosen.id) : undefined;
  const read = bytes === undefined || isRefusal(bytes) ? bytes : await readDocument(bytes);
  const values = read && !isRefusal(read) ? new Map(read.values) : new Map<string, string>();
  const wanted = kind === undefined && read && !isRefusal(read) ? read.said.at(-1)?.kind : undefined;
  const now = wanted ?? kindOf(kind);
  const letter: Letter = {
    ...{ act: newId(site.office), kind: now, trace, request, paper: chosen },
    pictures: await picturesOf(now, bytes),
    ...{ values, wrong: new Map(), says: isRefusal(read) ? sayRefusal(visit.words, read) : undefined },
    isRead: read !== undefined && !isRefusal(read),
    notes: read && !isRefusal(read) ? read.unread.map((one) => noteOf(visit, one)) : [],
  };
  return send(context, letterPage(visit, letter));
}

async function findPaper(
  site: Site,
  visit: Working,
  waiting: PaperList['papers'],
  paper: string,
  trace: string | undefined,
): Promise<PaperList['papers'][number] | undefined> {
  const found = waiting.find(({ id }) => id === paper);
  if (found || trace === undefined || !parseUuid(trace)) return found;
  const own = await ask(site, visit, listPapers, { trace });
  return isRefusal(own) ? undefined : own.papers.find(({ id }) => id === paper);
}

async function readWhole(site: Site, visit: Working, document: string): Promise<Buffer | Refusal> {
  const original = await ask(site, visit, viewPaper, { document });
  if (isRefusal(original)) return original;
  const chunks: Uint8Array[] = [];
  for await (const chunk of original.chunks) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The pictures of a document that is a request; what we sent ourselves comes back with an answer, and is not taken. */
async function picturesOf(
  kind: SaidKind,
  document: Buffer | Refusal | undefined,
): Promise<readonly TakenPlace[]> {
  const isRequest = kind === 'request' && document !== undefined && !isRefusal(document);
  return isRequest ? takePictures(await readPictures(document)) : [];
}

/** What could not be read of a form: the field, what stood there, and why. */
function noteOf(visit: Working, { tag, text, why }: Unread): string {
  const field = fieldOf(tag);
  const label = field ? PAPER_WORDS[visit.words.language].labels[field.label] : tag;
  const stood = text === '' ? '' : ` “${text}”`;
  return `${label}${stood}: ${PAPERS_WORDS[visit.words.language].why[why]}`;
}

async function takeIn(site: Site, visit: Working, context: Context): Promise<Response> {
  const { trace, request, kind } = visit.query;
  const sent = await inRoom(visit.person.operator, () => readForm(context));
  if (isRefusal(sent)) return sendRefusal(context, visit, sent);
  const done = await addFile(site, visit, sent, undefined);
  if (isRefusal(done)) return sendRefusal(context, visit, done);
  return context.redirect(
    link(visit, '/traces/register', { trace, request, kind, paper: done.document }),
    303,
  );
}

/** Adds the file of a form as a paper. */
export async function addFile(site: Site, visit: Working, sent: Form, trace: string | undefined) {
  const file = sent.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(0);
  const title = textOf(sent, 'title');
  const named =
    file instanceof File
      ? { media: file.type.slice(0, 100), name: file.name.slice(-255), bytes: file.size }
      : {};
  return ask(site, visit, addPaper(bytes), {
    ...{ act: parseUuid(textOf(sent, 'act') ?? '') ?? newId(site.office), kind: 'document', ...named },
    ...(title ? { title } : {}),
    ...(trace ? { trace } : {}),
  });
}

async function register(site: Site, visit: Working, context: Context): Promise<Response> {
  const { name } = registerMessage;
  if (!offers(visit, name))
    return sendRefusal(context, visit, refusal('not-permitted', { act: name, role: visit.person.role.name }));
  const sent = await readForm(context);
  const kind = kindOf(textOf(sent, 'kind'));
  const act = parseUuid(textOf(sent, 'act') ?? '') ?? newId(site.office);
  const { said, unread } = saidBy(kind, sent);
  const [trace, request, paper] = ['trace', 'request', 'paper'].map((name) => textOf(sent, name));
  const document = paper === 'none' ? undefined : paper;
  const pictures = await sentPictures(site, visit, sent, document);
  const again = async (says: string | undefined, status: 422 | 409 | 403 | 404): Promise<Response> => {
    const waiting = await ask(site, visit, listPapers, {});
    const papers = isRefusal(waiting) ? [] : waiting.papers;
    const chosen = document === undefined ? undefined : await findPaper(site, visit, papers, document, trace);
    const texts = PAPERS_WORDS[visit.words.language];
    const wrong = new Map(unread.map(({ tag, why }) => [tag, texts.why[why]]));
    const notes = unread.map((one) => noteOf(visit, one));
    const values = new Map(textsOf(sent));
    return send(
      context,
      letterPage(visit, { act, kind, trace, request, paper: chosen, values, wrong, says, notes, pictures }),
      status,
    );
  };
  if (!said || unread.length > 0) return again(undefined, 422);
  const done = await ask(site, visit, registerMessage, {
    ...{ act, said: withPictures(said, pictures, sent) },
    ...{ channel: textOf(sent, 'channel'), received: textOf(sent, 'received') },
    ...optional({ trace, request, document, country: textOf(sent, 'country'), dated: textOf(sent, 'dated') }),
    anew: textOf(sent, 'anew') === 'yes',
  });
  if (isRefusal(done)) return again(sayRefusal(visit.words, done), statusOf(done) as 409);
  return context.redirect(link(visit, `/traces/${done.trace}/papers`), 303);
}

/** The pictures of the document that stand beside the fields of what is sent. */
async function sentPictures(
  site: Site,
  visit: Working,
  sent: Form,
  document: string | undefined,
): Promise<readonly TakenPlace[]> {
  const hasPictures = textsOf(sent).some(([name]) => name.startsWith('picture.'));
  if (!hasPictures || document === undefined) return [];
  return picturesOf(kindOf(textOf(sent, 'kind')), await readWhole(site, visit, document));
}

/** A request with the photographs that were chosen from its document. */
function withPictures(said: Said, pictures: readonly TakenPlace[], sent: Form): Said {
  if (said.kind !== 'request') return said;
  const photographs = chosenPictures(pictures, (name) => textOf(sent, name));
  return { kind: 'request', content: { ...said.content, photographs } };
}

function optional(given: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What was typed, as a message; what cannot be understood is told by its field. */
function saidBy(kind: SaidKind, sent: Form): { said: Said | undefined; unread: readonly Unread[] } {
  const text = textOf(sent, 'text') ?? '';
  switch (kind) {
    case 'more-given':
    case 'clarification-wanted':
    case 'clarification-given':
      return { said: { kind, content: { text } }, unread: [] };
    case 'withdrawn':
      return { said: { kind, content: { reason: text } }, unread: [] };
    case 'closed':
      return { said: { kind, content: { outcome: textOf(sent, 'outcome') ?? '', text } }, unread: [] };
    default: {
      const tags = sectionsOf(kind).flatMap((one) =>
        'fields' in one ? one.fields.map(({ tag }) => tag) : [],
      );
      const tables = sectionsOf(kind).flatMap((one) => ('table' in one ? [one.table] : []));
      const own = textsOf(sent).filter(
        ([name]) => tags.includes(name) || tables.some((table) => name.startsWith(`${table}.`)),
      );
      const read = contentOf(new Map(own));
      const missing: Unread = { tag: kind, text: '', why: 'missing' };
      const said = read.said.find((one) => one.kind === kind);
      return { said, unread: said || read.unread.length > 0 ? read.unread : [missing] };
    }
  }
}
