/**
 * The rooms of makers, calibres and models: what arms are called and how one is told from what looks like it. They show no
 * arm and no person, so what is looked for may stand in the address.
 *
 * @clause B-12, PoA II.9
 */
import type { Context, Hono } from 'hono';
import { ENTRY_OF, listReference, REFERENCE_TABLES, type ReferenceTable } from '../../acts/list-reference.ts';
import { listReferenceChanges } from '../../acts/list-reference-changes.ts';
import { type NormalisedWord, normalise } from '../../acts/normalise.ts';
import { viewReference } from '../../acts/view-reference.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { referenceEntryPage, referencePage } from './reference-page.ts';
import { ask, type Site, send, sendRefusal, working } from './room.ts';
import type { Working } from './visit.ts';

const TEXT_MAX = 120;

/** Adds the pages of the reference tables. */
export function addReferenceRoom(app: Hono, site: Site): void {
  app.get(
    '/reference',
    working(site, (visit, context) => list(site, visit, context, 'makers')),
  );
  app.get(
    '/reference/:table{(?:makers|calibres|models)}',
    working(site, (visit, context) => list(site, visit, context, tableOf(context))),
  );
  app.get(
    '/reference/:table{(?:makers|calibres|models)}/:code{.+}',
    working(site, async (visit, context) => {
      const entry = await ask(site, visit, viewReference, {
        table: tableOf(context),
        code: context.req.param('code'),
      });
      if (isRefusal(entry)) return sendRefusal(context, visit, entry);
      const { table, code } = { table: ENTRY_OF[entry.table], code: entry.entry.code };
      const changes = await ask(site, visit, listReferenceChanges, { table, code });
      const known = isRefusal(changes) ? { changes: [], next: undefined } : changes;
      return send(context, referenceEntryPage(visit, entry, known));
    }),
  );
}

/** The table that an address names. */
export function tableOf(context: Context): ReferenceTable {
  return REFERENCE_TABLES.find((one) => one === context.req.param('table')) ?? 'makers';
}

async function list(site: Site, visit: Working, context: Context, table: ReferenceTable): Promise<Response> {
  const text = (visit.query.q ?? '').slice(0, TEXT_MAX);
  const { after, maker } = visit.query;
  const found = await ask(site, visit, listReference, {
    table,
    ...(text === '' ? {} : { text }),
    ...(after ? { after } : {}),
    ...(maker ? { maker } : {}),
    own: visit.query.own === 'yes',
  });
  if (isRefusal(found)) return sendRefusal(context, visit, found);
  const isNothing = found.total === 0 && text !== '';
  const perhaps = isNothing ? await ask(site, visit, normalise, { what: ENTRY_OF[table], text }) : undefined;
  const sure: NormalisedWord | undefined = isRefusal(perhaps) ? undefined : perhaps;
  return send(context, referencePage(visit, { table, text, list: found, perhaps: sure }));
}
