/**
 * Opening a trace of an arm that was seized, found or surrendered: from the page of the arm, with the case and whatever its
 * record does not say. Where it is being traced already, the way leads there.
 *
 * @clause ITI 16, C-02
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { openTrace } from '../../acts/open-trace.ts';
import { type ArmView, viewArm } from '../../acts/view-arm.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { refuseForm } from './deeds.ts';
import { firstButton, goOn, lastButtons, openForm } from './draft-forms.ts';
import { form, inputField, problem, textField, type Values } from './forms.ts';
import { NO_PROBLEMS } from './party-field.ts';
import { formPage } from './record-page.ts';
import { sayRefusal } from './refusal-words.ts';
import { ask, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import type { Html } from './text.ts';
import { wishOf } from './trace-deed-fields.ts';
import { donePath } from './trace-deed-room.ts';
import { formTextsOf, textsOf } from './trace-told.ts';
import { link, type Working } from './visit.ts';

/** Statuses of an arm that was recovered and can be traced. */
export const TRACEABLE: ReadonlySet<string> = new Set(['seized', 'found', 'surrendered']);

/** Adds the page that opens a trace. */
export function addTraceOpenRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/traces/open',
    working(site, async (visit, context) => {
      const refused = await refuseForm(site, visit, openTrace.name);
      return refused ? sendRefusal(context, visit, refused) : open(site, visit, context);
    }),
  );
}

async function open(site: Site, visit: Working, context: Context): Promise<Response> {
  const opened = await openForm(site, visit, context, () => new Map([['arm', visit.query.arm ?? '']]));
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const view = await ask(site, visit, viewArm, { arm: values.get('arm') ?? '' });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  if (!sent) return send(context, openPage(visit, view, act, values, says));
  const texts = ['case', 'authority', 'circumstances'].flatMap((name) => {
    const text = values.get(name)?.trim();
    return text ? [[name, text] as const] : [];
  });
  const done = await ask(site, visit, openTrace, { act, arm: view.id, ...Object.fromEntries(texts) });
  if (!isRefusal(done)) return goOn(site, visit, context, act, donePath(visit, done));
  const standing = done.refused === 'trace-open-already' ? String(done.facts?.trace ?? '') : undefined;
  const told = sayRefusal(visit.words, done);
  return send(context, openPage(visit, view, act, values, told, standing), statusOf(done));
}

function openPage(
  visit: Working,
  view: ArmView,
  act: string,
  values: Values,
  says: string | undefined,
  standing?: string,
): Html {
  const own = formTextsOf(visit).open;
  const shown = { values, problems: NO_PROBLEMS };
  const fields = html`${firstButton(own.send)}<input type="hidden" name="arm" value="${values.get('arm') ?? ''}"><div class="fields wide">${inputField(wishOf(shown, 'case', own.case))}${inputField(wishOf(shown, 'authority', own.authority, own.authorityHint))}</div>${textField(wishOf(shown, 'circumstances', own.circumstances, own.circumstancesHint), 5)}${lastButtons(visit, own.send)}`;
  const there = standing
    ? html`<p><a class="button" href="${link(visit, `/traces/${standing}`)}">${textsOf(visit).next.toTrace}</a></p>`
    : '';
  return formPage(
    visit,
    view,
    own.title,
    html`<p class="lead">${own.lead}</p>${problem(says)}${there}${form(visit, { action: link(visit, '/traces/open'), act, draft: true, class: 'card record' }, fields)}`,
  );
}
