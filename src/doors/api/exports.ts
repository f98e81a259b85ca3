/**
 * Files that name persons or sites over the API: `POST /api/v1/exports/{request}` draws what a person granted, once, as CSV.
 * Asking, and reading how it stands, are acts like others; no program decides.
 *
 * @clause J-02, J-04
 */
import type { Hono } from 'hono';
import { drawExport } from '../../acts/draw-export.ts';
import type { Office } from '../../acts/office.ts';
import { perform } from '../../acts/perform.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { CSV_TYPE, csvFile } from '../sheets/file-of-rows.ts';
import type { Admit, SayProblem } from './documents.ts';

/** Adds the address at which a granted file is drawn. */
export function addExports(app: Hono, office: Office, admit: Admit, sayProblem: SayProblem): void {
  app.post('/v1/exports/:request', async (context) => {
    const admitted = await admit(context, true);
    if (isRefusal(admitted)) return sayProblem(context, admitted);
    const wanted = { request: context.req.param('request') };
    const drawn = await perform(office, admitted.client, admitted.purpose, drawExport(csvFile), wanted);
    if (isRefusal(drawn)) return sayProblem(context, drawn);
    return context.body(drawn.content, 200, {
      'Content-Type': CSV_TYPE,
      'Content-Disposition': `attachment; filename="names-${drawn.entry.slice(-6)}.csv"`,
      'Cache-Control': 'no-store',
    });
  });
}
