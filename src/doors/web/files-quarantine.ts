/** The rows in quarantine of one import as a CSV file to be mended, sent page by page; safe to open in a spreadsheet. */
import type { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { listImports } from '../../acts/list-imports.ts';
import { listQuarantined } from '../../acts/list-quarantined.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { formatCsvRow } from '../sheets/write.ts';
import { filesWords } from './files-page.ts';
import { cellsOf, sayReasons } from './files-result.ts';
import { ask, type Site, sendRefusal, working } from './room.ts';

const PAGE_ROWS = 500;
/** Tells spreadsheet programs that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Adds the download. */
export function addQuarantineDownload(app: Hono, site: Site): void {
  app.get(
    '/files/:id/quarantined.csv',
    working(site, async (visit, context) => {
      const wanted = { import: context.req.param('id'), limit: PAGE_ROWS };
      const imports = await ask(site, visit, listImports, { import: wanted.import });
      if (isRefusal(imports)) return sendRefusal(context, visit, imports);
      if (imports.imports.length === 0) return context.notFound();
      const first = await ask(site, visit, listQuarantined, wanted);
      if (isRefusal(first)) return sendRefusal(context, visit, first);
      const texts = filesWords(visit);
      context.header('Content-Type', 'text/csv; charset=utf-8');
      context.header('Content-Disposition', 'attachment; filename="quarantined.csv"');
      return stream(context, async (out) => {
        await out.write(BYTE_ORDER_MARK + formatCsvRow([texts.sheet, texts.row, texts.reason, texts.cells]));
        for (let page = first; !out.aborted; ) {
          const lines = page.rows.map(({ sheet, row, reasons, cells }) =>
            formatCsvRow([sheet, String(row), sayReasons(texts, reasons), ...cellsOf(cells)]),
          );
          await out.write(lines.join(''));
          if (page.next === undefined) break;
          const next = await ask(site, visit, listQuarantined, { ...wanted, after: page.next });
          if (isRefusal(next)) break;
          page = next;
        }
      });
    }),
  );
}
