/**
 * Taking a list of arms as a file. The rows of a CSV are read as they are sent, page by page; a workbook is made whole, within
 * the number of rows that one export may have.
 *
 * What could go wrong: somebody goes away while rows are being sent. Then nothing more is read; that it was begun stands in
 * the ledger already.
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { EXPORT_ARMS_MAX, EXPORT_WHOLE_MAX, exportSheet, type SheetExport } from '../../acts/export-sheet.ts';
import { findArms } from '../../acts/find-arms.ts';
import { permit } from '../../acts/perform.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { BYTE_ORDER_MARK, CSV_TYPE, XLSX_TYPE, xlsxFile } from '../sheets/file-of-rows.ts';
import { formatCsvRow } from '../sheets/write.ts';
import { exportForm } from './find-kept.ts';
import { formPage } from './find-page.ts';
import { askedIn } from './find-room.ts';
import { problem } from './forms.ts';
import { page } from './page.ts';
import { sayRefusal } from './refusal-words.ts';
import { readForm, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import type { Working } from './visit.ts';
import { FIND_WORDS } from './words/find.ts';

/** Adds the way to take a list as a file. */
export function addExportRoom(app: Hono, site: Site): void {
  app.post(
    '/find/export',
    working(site, (visit, context) => take(site, visit, context)),
  );
}

async function take(site: Site, visit: Working, context: Context): Promise<Response> {
  const form = await readForm(context);
  const asked = askedIn(form);
  const { words } = visit;
  const purpose = textOf(form, 'purpose');
  const actor = await permit(site.office, visit.person, purpose ?? visit.purpose, 'export-arms');
  if (isRefusal(actor)) return sendRefusal(context, visit, actor);
  const texts = FIND_WORDS[words.language];
  if (purpose === undefined) {
    const again = html`<h1>${texts.exportTitle}</h1>${problem(texts.purposeMissing)}${exportForm(visit, asked, texts.purposeMissing)}`;
    return send(context, page(visit, texts.exportTitle, again), 422);
  }
  const wanted = findArms.input.safeParse(asked);
  if (!wanted.success)
    return send(context, formPage(visit, { asked, problem: { says: words.refusals.other } }), 422);
  const whole = textOf(form, 'format') === 'xlsx';
  const most = whole ? EXPORT_WHOLE_MAX : EXPORT_ARMS_MAX;
  const begun = await exportSheet(site.office, actor, wanted.data, most);
  if (isRefusal(begun)) {
    const refused = { says: sayRefusal(words, begun) };
    return send(context, formPage(visit, { asked, problem: refused }), statusOf(begun));
  }
  return whole ? workbook(context, begun) : csv(context, begun);
}

function named(context: Context, begun: SheetExport, ending: string, type: string): void {
  const day = begun.recorded.slice(0, 10);
  context.header('Content-Type', type);
  context.header(
    'Content-Disposition',
    `attachment; filename="arms-${day}-${begun.entry.slice(-6)}.${ending}"`,
  );
}

function csv(context: Context, begun: SheetExport): Response {
  named(context, begun, 'csv', CSV_TYPE);
  const rows = begun.rows();
  const encoder = new TextEncoder();
  let started = false;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await rows.next();
      if (done) return controller.close();
      const text = value.map((row) => formatCsvRow([...row])).join('');
      controller.enqueue(encoder.encode(started ? text : BYTE_ORDER_MARK + text));
      started = true;
    },
    async cancel() {
      await rows.return(undefined);
    },
  });
  return context.body(stream);
}

async function workbook(context: Context, begun: SheetExport): Promise<Response> {
  named(context, begun, 'xlsx', XLSX_TYPE);
  const rows: (readonly string[])[] = [];
  for await (const some of begun.rows()) rows.push(...some);
  return context.body(xlsxFile(rows));
}
