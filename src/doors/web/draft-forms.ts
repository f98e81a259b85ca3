/**
 * How a form that changes something lives: opened new, from a draft, or with what its sender had typed before the session ran
 * out; kept for later; sent; and forgotten as a draft once it is done. Whatever happens, what was typed is there again.
 *
 * What could go wrong: a form given back after signing in that would do at once what was typed an hour ago. Such a form is
 * shown, and done only when it is sent again.
 */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Receipt } from '../../acts/change-arm.ts';
import { findDraft, forgetDraft, keepDraft } from '../../acts/drafts.ts';
import { newId } from '../../acts/office.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { sendButton, type Values } from './forms.ts';
import { withMoreRows } from './mark-rows.ts';
import { sayRefusal } from './refusal-words.ts';
import { type Form, readForm, type Site, textOf, textsOf } from './room.ts';
import type { Html } from './text.ts';
import { link, offers, type Visit, type Working } from './visit.ts';
import { RECORD_WORDS } from './words/record.ts';

export type Opened = {
  /** Id of the submission, and of its draft. */
  readonly act: string;
  readonly values: Values;
  /** What was sent, to be done now; undefined where the form is only to be shown. */
  readonly sent?: Form;
  /** What is to be said above the form. */
  readonly says?: string;
};

/** Fields that say what a button does or carry a form about, and are nothing that somebody typed. */
const NOT_TYPED: ReadonlySet<string> = new Set(['act', 'do', 'lang', 'restored', 'draft', 'path']);

/** What was typed into a form. */
export function typedIn(form: Form): readonly (readonly [string, string])[] {
  return textsOf(form).filter(([name]) => !NOT_TYPED.has(name));
}

/** Opens a form as this request asks; an answer where it was kept for later. `first` is what a new one begins with. */
export async function openForm(
  site: Site,
  visit: Working,
  context: Context,
  first: () => Values | Promise<Values>,
): Promise<Opened | Response> {
  const account = visit.person.operator;
  if (context.req.method !== 'POST') {
    const id = parseUuid(visit.query.draft ?? '');
    const draft = id && (await findDraft(site.office, account, id));
    if (draft && draft.path === context.req.path) return { act: draft.id, values: new Map(draft.fields) };
    return { act: newId(site.office), values: await first() };
  }
  const words = RECORD_WORDS[visit.words.language];
  const form = await readForm(context);
  const act = parseUuid(textOf(form, 'act') ?? '') ?? newId(site.office);
  const values: Values = new Map(typedIn(form));
  if (textOf(form, 'restored')) return { act, values, says: words.restored };
  switch (textOf(form, 'do')) {
    case 'more':
      return { act, values: withMoreRows(values) };
    case 'show':
      return { act, values };
    case 'keep': {
      const { path } = context.req;
      const kept = await keepDraft(site.office, account, { id: act, path, fields: [...values] });
      if (!isRefusal(kept)) return context.redirect(link(visit, '/drafts'), 303);
      const isSent = kept.refused === 'act-id-taken';
      return { act, values, says: isSent ? words.drafts.gone : sayRefusal(visit.words, kept) };
    }
    default:
      return { act, values, sent: form };
  }
}

/** Goes to the page of what was done; its draft is no more. */
export async function goOn(
  site: Site,
  visit: Working,
  context: Context,
  act: string,
  to: string,
): Promise<Response> {
  await forgetDraft(site.office, visit.person.operator, act);
  return context.redirect(to, 303);
}

/** Where to go after recording: to the receipt, or first to the alarm that was raised. */
export function donePath(visit: Visit, done: Pick<Receipt, 'entry' | 'number' | 'alarms'>): string {
  const { entry, number, alarms } = done;
  return alarms.length > 0 || !offers(visit, 'view-receipt')
    ? link(visit, `/arms/${number}/recorded`, { entry })
    : link(visit, `/receipts/${entry}`, { arm: number });
}

/** Pressed by the Enter key in any field: the first button of a form is the one that browsers take. */
export function firstButton(label: string): Html {
  return html`<button class="aloud" tabindex="-1" aria-hidden="true">${label}</button>`;
}

/** The buttons under a form: send it, or keep it for later; and the line that says what became of what is typed. */
export function lastButtons(visit: Visit, send: string): Html {
  const { drafts } = RECORD_WORDS[visit.words.language];
  return html`<div class="do">${sendButton(send)}<p class="do"><button class="plain" name="do" value="keep" formnovalidate>${drafts.keep}</button></p><p class="kept quiet" role="status" aria-live="polite" data-kept="${drafts.kept}" data-not-kept="${drafts.notKept}"></p></div>`;
}
