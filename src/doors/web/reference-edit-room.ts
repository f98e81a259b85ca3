/**
 * The rooms in which a State changes the reference tables: an entry is added, changed or taken back, what was changed is looked
 * through, and a table is taken as a file. Whoever changes an entry that somebody else changed meanwhile is told first.
 *
 * @clause B-12, PoA II.9
 */
import type { Context, Hono } from 'hono';
import { editReference } from '../../acts/edit-reference.ts';
import { exportReference } from '../../acts/export-reference.ts';
import { ENTRY_OF, type ReferenceTable } from '../../acts/list-reference.ts';
import { listReferenceChanges } from '../../acts/list-reference-changes.ts';
import { viewReference } from '../../acts/view-reference.ts';
import { isRefusal, refusal } from '../../domain/base/refusal.ts';
import { CSV_TYPE, csvFile } from '../sheets/file-of-rows.ts';
import { type Deed, openDeed, refuseForm } from './deeds.ts';
import { referenceFormPage, takeBackPage, valuesOfRow } from './reference-form.ts';
import { readRow, refusedRow } from './reference-read.ts';
import { tableOf } from './reference-room.ts';
import { changesPage } from './reference-state.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, type Working } from './visit.ts';
import { REFERENCE_EDIT_WORDS } from './words/reference-edit.ts';

const TABLES = ':table{(?:makers|calibres|models)}';
const BOTH = ['GET', 'POST'];

/** Adds the pages on which the tables are changed. */
export function addReferenceEditRoom(app: Hono, site: Site): void {
  app.get(
    '/reference/changes',
    working(site, async (visit, context) => {
      const after = /^[1-9]\d{0,8}$/.exec(visit.query.after ?? '')?.[0];
      const wanted = after === undefined ? {} : { after };
      const changes = await ask(site, visit, listReferenceChanges, wanted);
      if (isRefusal(changes)) return sendRefusal(context, visit, changes);
      return send(context, changesPage(visit, changes));
    }),
  );
  app.get(
    '/reference/files/:file{(?:makers|calibres|models)(?:-own)?\\.csv|grammars(?:-own)?\\.json}',
    working(site, (visit, context) => download(site, visit, context)),
  );
  app.on(
    BOTH,
    `/reference/add/${TABLES}`,
    working(site, (visit, context) => add(site, visit, context)),
  );
  app.on(
    BOTH,
    `/reference/change/${TABLES}/:code{.+}`,
    working(site, (visit, context) => change(site, visit, context)),
  );
  app.on(
    BOTH,
    `/reference/take-back/${TABLES}/:code{.+}`,
    working(site, (visit, context) => takeBack(site, visit, context)),
  );
}

async function add(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, editReference.name);
  if (refused) return sendRefusal(context, visit, refused);
  const table = tableOf(context);
  const { deed, sent } = await openDeed(site, visit, context);
  const page = (shown: Deed, status?: 409 | 422) =>
    send(context, referenceFormPage(visit, { table, deed: shown }), status);
  if (!sent) return page(deed);
  const kept = await keep(site, visit, table, deed, sent, undefined);
  if ('again' in kept) return page(kept.again, kept.status);
  return context.redirect(link(visit, `/reference/${table}/${kept.code}`, { done: 'kept' }), 303);
}

async function change(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, editReference.name);
  if (refused) return sendRefusal(context, visit, refused);
  const table = tableOf(context);
  const found = await ask(site, visit, viewReference, { table, code: context.req.param('code') ?? '' });
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const first = valuesOfRow(found.fields, found.state?.version ?? 0);
  const { deed, sent } = await openDeed(site, visit, context, first);
  const page = (shown: Deed, status?: 409 | 422) =>
    send(context, referenceFormPage(visit, { table, entry: found.entry, deed: shown }), status);
  if (!sent) return page(deed);
  const kept = await keep(site, visit, table, deed, sent, found.entry.code);
  if ('again' in kept) return page(kept.again, kept.status);
  return context.redirect(link(visit, `/reference/${table}/${kept.code}`, { done: 'kept' }), 303);
}

type Done = { readonly code: string } | { readonly again: Deed; readonly status: 409 | 422 };

/** Keeps what a form says; the form again where it cannot be kept. */
async function keep(
  site: Site,
  visit: Working,
  table: ReferenceTable,
  deed: Deed,
  sent: Form,
  code: string | undefined,
): Promise<Done> {
  const row = await readRow(site, visit, table, sent, code);
  if (row.wrong.size > 0) {
    const says = REFERENCE_EDIT_WORDS[visit.words.language].wrong;
    return { again: { ...deed, says, problems: { wrong: row.wrong, choices: new Map() } }, status: 422 };
  }
  const done = await ask(site, visit, editReference, {
    act: deed.act,
    table: ENTRY_OF[table],
    code: row.code,
    fields: row.fields,
    adds: code === undefined,
    ...(code === undefined ? {} : { seen: seenOf(sent) }),
    why: textOf(sent, 'why') ?? '',
  });
  if (!isRefusal(done)) return { code: row.code };
  return { again: refusedRow(visit, deed, done), status: statusOf(done) === 422 ? 422 : 409 };
}

/** The version that the form was opened with; one that nobody can have seen where it was bent. */
function seenOf(sent: Form): number {
  const text = textOf(sent, 'seen') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 999_999_999;
}

async function takeBack(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, editReference.name);
  if (refused) return sendRefusal(context, visit, refused);
  const table = tableOf(context);
  const code = context.req.param('code') ?? '';
  const found = await ask(site, visit, viewReference, { table, code });
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const { entry, state } = found;
  if (!state) return sendRefusal(context, visit, refusal('reference-not-own', { code }));
  const stands = state.program !== undefined;
  const { deed, sent } = await openDeed(site, visit, context, new Map([['seen', String(state.version)]]));
  const page = (shown: Deed) => takeBackPage(visit, { table, entry, deed: shown, stands });
  if (!sent) return send(context, page(deed));
  const done = await ask(site, visit, editReference, {
    act: deed.act,
    table: ENTRY_OF[table],
    code,
    takeBack: true,
    seen: seenOf(sent),
    why: textOf(sent, 'why') ?? '',
  });
  if (isRefusal(done)) return send(context, page(refusedRow(visit, deed, done)), statusOf(done));
  const to = stands ? `/reference/${table}/${code}` : `/reference/${table}`;
  return context.redirect(link(visit, to, { done: 'taken-back' }), 303);
}

/** One table as a file: CSV safe to open in a spreadsheet, grammars as their JSON. */
async function download(site: Site, visit: Working, context: Context): Promise<Response> {
  const file = context.req.param('file') ?? '';
  const own = file.includes('-own.');
  const [name = ''] = file.split(/[-.]/);
  const table = name === 'grammars' ? 'grammar' : ENTRY_OF[name as ReferenceTable];
  const found = await ask(site, visit, exportReference, { table, own });
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  context.header('Content-Disposition', `attachment; filename="${file}"`);
  if (table === 'grammar') {
    const grammars = found.rows.map(({ code, fields }) => ({ id: code, ...fields }));
    context.header('Content-Type', 'application/json');
    return context.body(`${JSON.stringify(grammars, undefined, 2)}\n`);
  }
  // Where both stand in one file, the last column tells since when a row is the State's.
  const heads = own ? found.columns : [...found.columns, 'state_since'];
  const rows = found.rows.map(({ code, fields, state }) => {
    const cells = found.columns.map((column) => (column === 'code' ? code : String(fields[column] ?? '')));
    return own ? cells : [...cells, state?.at ?? ''];
  });
  context.header('Content-Type', CSV_TYPE);
  return context.body(csvFile([[...heads], ...rows]));
}
