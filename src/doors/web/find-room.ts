/** Finding arms: an empty form, a State number that leads straight to its arm, or a page of what fits. */
import type { Context, Hono } from 'hono';
import { findArms } from '../../acts/find-arms.ts';
import { parseStateNumber } from '../../domain/arms/number.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { FIELDS } from './find-form.ts';
import { formPage, foundPage } from './find-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site, send, statusOf, working } from './room.ts';
import { link, type Working } from './visit.ts';

/** Adds the pages of the search. */
export function addFindRoom(app: Hono, site: Site): void {
  app.get(
    '/find',
    working(site, (visit, context) => find(site, visit, context)),
  );
}

async function find(site: Site, visit: Working, context: Context): Promise<Response> {
  const { words, query } = visit;
  const asked = Object.fromEntries(
    [...FIELDS, 'after' as const].flatMap((name) =>
      query[name]?.trim() ? [[name, query[name].trim()]] : [],
    ),
  );
  if (Object.keys(asked).length === 0 && query.search === undefined) return send(context, formPage(visit));
  const number = Object.keys(asked).length === 1 ? parseStateNumber(asked.serial ?? '') : undefined;
  if (number && 'number' in number) return context.redirect(link(visit, `/arms/${number.number}`), 303);
  const wanted = findArms.input.safeParse(asked);
  if (!wanted.success) {
    const name = wanted.error.issues[0]?.path[0];
    const field = FIELDS.find((one) => one === name);
    const label = words.fields[field ?? 'after'];
    const days = field === 'from' || field === 'to';
    const says = days ? words.refusals.badDay(label) : words.refusals.badField(label);
    return send(context, formPage(visit, { says, ...(field ? { field } : {}) }), 400);
  }
  const found = await ask(site, visit, findArms, asked);
  if (isRefusal(found))
    return send(context, formPage(visit, { says: sayRefusal(words, found) }), statusOf(found));
  return send(context, foundPage(visit, found));
}
