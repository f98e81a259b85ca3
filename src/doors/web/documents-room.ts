/**
 * Photographs and papers of an arm: adding them by a plain form, looking at the copies, and taking the original away as a
 * file for those whose role says so. A page shows only our own re-encoded copies; what was brought in never runs in it.
 *
 * @clause A-01, J-05
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { stream } from 'hono/streaming';
import { addDocument } from '../../acts/add-document.ts';
import type { Receipt } from '../../acts/change-arm.ts';
import { type DocumentList, listDocuments } from '../../acts/list-documents.ts';
import { newId } from '../../acts/office.ts';
import { inRoom } from '../../acts/receive-file.ts';
import { type ArmView, viewArm } from '../../acts/view-arm.ts';
import { viewDocument } from '../../acts/view-document.ts';
import { viewOriginal } from '../../acts/view-original.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { DOCUMENT_KINDS, type Media } from '../../domain/documents/document.ts';
import { PARTS } from '../../domain/marks/mark.ts';
import { documentHeaders } from './document-headers.ts';
import { documentParts } from './document-parts.ts';
import { donePath } from './draft-forms.ts';
import { choiceField, form, inputField, problem, sendButton, type Values } from './forms.ts';
import { formPage } from './record-page.ts';
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
import type { Html } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { readWhen, whenField } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

const FORMS = { small: 'thumb', large: 'large' } as const;

/** Adds the pages of photographs and papers. */
export function addDocumentsRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/arms/:number/documents',
    working(site, (visit, context) => documents(site, visit, context)),
  );
  app.get(
    '/documents/:id/:form',
    working(site, async (visit, context) => {
      const document = context.req.param('id') ?? '';
      const wanted = context.req.param('form');
      if (wanted === 'original') return giveOriginal(site, visit, context, document);
      if (wanted !== 'small' && wanted !== 'large') return context.notFound();
      const found = await ask(site, visit, viewDocument, { document, form: FORMS[wanted] });
      if (isRefusal(found)) return sendRefusal(context, visit, found);
      const { copy, content } = found;
      const headers = documentHeaders({ form: copy.form, bytes: content.length });
      return context.body(Uint8Array.from(content), 200, headers);
    }),
  );
}

async function giveOriginal(site: Site, visit: Working, context: Context, id: string): Promise<Response> {
  const found = await ask(site, visit, viewOriginal, { document: id });
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const { document, chunks } = found;
  const { bytes } = document;
  const headers = documentHeaders({
    form: 'original',
    id: document.id,
    media: document.media as Media,
    bytes,
  });
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
  return stream(context, async (out) => {
    for await (const chunk of chunks) await out.write(chunk);
  });
}

/** What there is to show of an arm's documents; undefined where the role sees none. */
export async function findDocuments(
  site: Site,
  visit: Working,
  view: ArmView,
): Promise<DocumentList | undefined> {
  if (!offers(visit, listDocuments.name)) return undefined;
  const list = await ask(site, visit, listDocuments, { arm: view.id });
  return isRefusal(list) ? undefined : list;
}

type Shown = {
  readonly act: string;
  readonly values: Values;
  readonly wrong: ReadonlyMap<string, string>;
  readonly says?: string;
};

async function documents(site: Site, visit: Working, context: Context): Promise<Response> {
  const { role } = visit.person;
  const adds = offers(visit, 'add-document');
  if (!adds && !offers(visit, listDocuments.name))
    return sendRefusal(context, visit, refusal('not-permitted', { act: 'add-document', role: role.name }));
  const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const list = await findDocuments(site, visit, view);
  const show = (shown: Shown): Html => documentsPage(visit, view, list, adds ? shown : undefined);
  const fresh = { act: newId(site.office), values: new Map(), wrong: new Map() };
  if (context.req.method !== 'POST') return send(context, show(fresh));
  if (!adds)
    return sendRefusal(context, visit, refusal('not-permitted', { act: 'add-document', role: role.name }));
  const sent = await inRoom(visit.person.operator, () => readForm(context));
  if (isRefusal(sent)) {
    await context.req.raw.body?.pipeTo(new WritableStream());
    return send(context, show({ ...fresh, says: sayRefusal(visit.words, sent) }), statusOf(sent));
  }
  const act = parseUuid(textOf(sent, 'act') ?? '') ?? fresh.act;
  const kept = { act, values: new Map(textsOf(sent)), wrong: fresh.wrong };
  if (textOf(sent, 'restored')) return send(context, show(kept));
  const done = await add(site, visit, view, act, sent);
  if (done instanceof Map) return send(context, show({ ...kept, wrong: done }), 422);
  if (!isRefusal(done)) return context.redirect(donePath(visit, done), 303);
  const says = sayRefusal(visit.words, done);
  // What a file holds is unknown here, not the page that was asked for.
  const status = done.refused === 'document-type-unknown' ? 422 : statusOf(done);
  return send(context, show({ ...kept, wrong: new Map([['file', says]]), says }), status);
}

/** Adds what was sent; what is wrong with the fields where they cannot be used. */
async function add(
  site: Site,
  visit: Working,
  view: ArmView,
  act: string,
  sent: Form,
): Promise<Receipt | Refusal | Map<string, string>> {
  const texts = RECORD_WORDS[visit.words.language];
  const file = sent.get('file');
  const taken = readWhen(sent, 'taken');
  const wrong = new Map<string, string>();
  if (!(file instanceof File) || file.size === 0) wrong.set('file', texts.documents.missing);
  if (taken === 'wrong') wrong.set('taken', texts.when.wrong);
  if (!(file instanceof File) || wrong.size > 0) return wrong;
  const [title, part] = [textOf(sent, 'title'), textOf(sent, 'part')];
  const bytes = new Uint8Array(await file.arrayBuffer());
  return ask(site, visit, addDocument(bytes), {
    act,
    arm: view.id,
    kind: textOf(sent, 'kind') ?? 'photograph',
    media: file.type.slice(0, 100),
    name: file.name.slice(-255),
    bytes: file.size,
    ...(title ? { title } : {}),
    ...(part ? { part } : {}),
    ...(taken === 'missing' ? {} : { taken }),
  });
}

function documentsPage(
  visit: Working,
  view: ArmView,
  list: DocumentList | undefined,
  shown: Shown | undefined,
): Html {
  const texts = RECORD_WORDS[visit.words.language].documents;
  const kept = list
    ? html`<section class="card" aria-label="${texts.title}">${documentParts(visit, list)}</section>`
    : '';
  return formPage(visit, view, texts.title, html`${shown ? addForm(visit, view, shown) : ''}${kept}`);
}

function addForm(visit: Working, view: ArmView, { act, values, wrong, says }: Shown): Html {
  const all = RECORD_WORDS[visit.words.language];
  const texts = all.documents;
  const wish = (name: string, label: string, hint?: string) => ({
    name,
    label,
    value: values.get(name),
    wrong: wrong.get(name),
    ...(hint ? { hint } : {}),
  });
  const kinds = DOCUMENT_KINDS.map((value) => ({ value, label: texts[value] }));
  const parts = PARTS.filter((part) => part !== 'arm').map((value) => ({
    value,
    label: visit.words.terms.parts[value],
  }));
  const file = inputField(
    { ...wish('file', texts.file, texts.fileHint), required: true },
    'file',
    html` accept="image/jpeg,image/png,image/webp,image/tiff,application/pdf"`,
  );
  const contents = html`<h2>${texts.add}</h2>${file}<div class="fields">${choiceField(wish('kind', texts.kind), kinds)}${choiceField(wish('part', texts.show), parts, all.notSaid)}${inputField(wish('title', texts.called, texts.calledHint))}</div>${whenField(visit, values, wrong.get('taken'), texts.taken, 'taken')}${sendButton(texts.send)}`;
  const action = link(visit, `/arms/${view.number}/documents`);
  return html`${problem(says)}${form(visit, { action, act, files: true, class: 'card record' }, contents)}`;
}
