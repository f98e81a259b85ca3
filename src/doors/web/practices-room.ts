/**
 * The rooms of marking practices: looked through by State, kind, words, or a mark that was typed or described; one practice; forms
 * by which a State adds its own, changes one, and takes its row back. They show no arm, so what is looked for may stand in the
 * address.
 *
 * @clause B-11, ITI 31(b)
 */
import type { Context, Hono } from 'hono';
import { listMarkingPractices, type PracticeTold } from '../../acts/list-marking-practices.ts';
import { listReferenceChanges } from '../../acts/list-reference-changes.ts';
import { recordMarkingPractice } from '../../acts/record-marking-practice.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { PRACTICE_KINDS } from '../../domain/reference/practice.ts';
import { stateIn } from './contacts-form.ts';
import { type Deed, openDeed, refusedDeed, refuseForm } from './deeds.ts';
import { practiceFormPage, readPractice, takeBackPracticePage, valuesOfPractice } from './practices-form.ts';
import { practicePage, practicesPage } from './practices-page.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { link, type Working } from './visit.ts';

const BOTH = ['GET', 'POST'];
const TEXT_MAX = 120;
/** Whoever records a new one says how sure it is; nothing is sure by itself. */
const NEW = new Map([['sure', 'unsure']]);

/** Adds the pages of marking practices. */
export function addPracticesRoom(app: Hono, site: Site): void {
  app.get(
    '/marking-practices',
    working(site, (visit, context) => list(site, visit, context)),
  );
  app.on(
    BOTH,
    '/marking-practices/record',
    working(site, (visit, context) => record(site, visit, context)),
  );
  app.get(
    '/marking-practices/:code',
    working(site, async (visit, context) => {
      const one = await find(site, visit, context);
      if (isRefusal(one)) return sendRefusal(context, visit, one);
      const changes = await ask(site, visit, listReferenceChanges, { table: 'practice', code: one.code });
      const known = isRefusal(changes) ? { changes: [], next: undefined } : changes;
      return send(context, practicePage(visit, one, known));
    }),
  );
  app.on(
    BOTH,
    '/marking-practices/:code/change',
    working(site, (visit, context) => record(site, visit, context)),
  );
  app.on(
    BOTH,
    '/marking-practices/:code/take-back',
    working(site, (visit, context) => takeBack(site, visit, context)),
  );
}

async function list(site: Site, visit: Working, context: Context): Promise<Response> {
  const { q = '', mark = '', country = '', after } = visit.query;
  const kind = PRACTICE_KINDS.find((one) => one === visit.query.kind);
  const state = country.trim() === '' ? undefined : stateIn(country.trim());
  const isState = state !== undefined && /^[A-Z]{2}$/.test(state);
  // Words that name no State that is known are looked for among the others.
  const text = [state === undefined || isState ? '' : state, q].join(' ').trim().slice(0, TEXT_MAX);
  const found = await ask(site, visit, listMarkingPractices, {
    ...(isState ? { country: state } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(text === '' ? {} : { text }),
    ...(mark.trim() === '' ? {} : { mark: mark.slice(0, TEXT_MAX) }),
    ...(after ? { after: after.slice(0, 80) } : {}),
  });
  return isRefusal(found) ? sendRefusal(context, visit, found) : send(context, practicesPage(visit, found));
}

async function find(site: Site, visit: Working, context: Context): Promise<PracticeTold | Refusal> {
  const code = (context.req.param('code') ?? '').slice(0, 80);
  const found = await ask(site, visit, listMarkingPractices, { code });
  if (isRefusal(found)) return found;
  return found.practices[0] ?? refusal('practice-unknown', { code });
}

/** The version that the form was opened with; one that nobody can have seen where it was bent. */
function seenIn(sent: Form): number {
  const text = textOf(sent, 'seen') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 999_999_999;
}

/** The form after a refusal, marked where it cannot be used. */
function refusedForm(visit: Working, deed: Deed, refused: Refusal): Deed {
  if (refused.refused === 'practice-unusable') {
    const name = /^(pattern|drawing|texts|looks|from|to|code)\b/.exec(String(refused.facts?.says ?? ''))?.[1];
    const field = name === 'drawing' ? 'rows' : name;
    return refusedDeed(visit, deed, refused, field === undefined ? {} : { 'practice-unusable': field });
  }
  const [, first = '', second = ''] =
    /^practice\.?([a-z]*)\.?([a-z]*)/.exec(String(refused.facts?.field ?? '')) ?? [];
  if (refused.refused !== 'input-unreadable' || first === '')
    return refusedDeed(visit, deed, refused, { 'reference-code-known': 'code' });
  const field = first === 'looks' && second !== '' ? `looks.${second}` : first === 'drawing' ? 'rows' : first;
  return refusedDeed(visit, deed, { ...refused, facts: { ...refused.facts, field } });
}

async function record(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, recordMarkingPractice.name);
  if (refused) return sendRefusal(context, visit, refused);
  const before = context.req.param('code') === undefined ? undefined : await find(site, visit, context);
  if (isRefusal(before)) return sendRefusal(context, visit, before);
  const { deed, sent } = await openDeed(site, visit, context, before ? valuesOfPractice(before) : NEW);
  if (!sent) return send(context, practiceFormPage(visit, deed, before));
  const code = before?.code ?? textOf(sent, 'code') ?? '';
  const done = await ask(site, visit, recordMarkingPractice, {
    act: deed.act,
    code,
    practice: readPractice(sent, before),
    ...(before ? { seen: seenIn(sent) } : { adds: true }),
    why: textOf(sent, 'why') ?? '',
  });
  if (isRefusal(done))
    return send(context, practiceFormPage(visit, refusedForm(visit, deed, done), before), statusOf(done));
  return context.redirect(link(visit, `/marking-practices/${code}`, { done: 'kept' }), 303);
}

async function takeBack(site: Site, visit: Working, context: Context): Promise<Response> {
  const refused = await refuseForm(site, visit, recordMarkingPractice.name);
  if (refused) return sendRefusal(context, visit, refused);
  const before = await find(site, visit, context);
  if (isRefusal(before)) return sendRefusal(context, visit, before);
  if (!before.state) return sendRefusal(context, visit, refusal('reference-not-own', { code: before.code }));
  const first = new Map([['seen', String(before.state.version)]]);
  const { deed, sent } = await openDeed(site, visit, context, first);
  if (!sent) return send(context, takeBackPracticePage(visit, deed, before));
  const { code } = before;
  const done = await ask(site, visit, recordMarkingPractice, {
    act: deed.act,
    code,
    takeBack: true,
    seen: seenIn(sent),
    why: textOf(sent, 'why') ?? '',
  });
  if (isRefusal(done))
    return send(context, takeBackPracticePage(visit, refusedForm(visit, deed, done), before), statusOf(done));
  return context.redirect(link(visit, '/marking-practices', { done: 'taken-back' }), 303);
}
