/**
 * Correcting an entry: which one, what is wrong with it, and what holds instead: nothing, or an event whose fields are filled
 * with what the wrong entry said, so that only what was wrong is typed again.
 *
 * @clause ITI 11
 */
import type { Context, Hono } from 'hono';
import { correctEntry } from '../../acts/correct-entry.ts';
import { type ArmView, viewArm } from '../../acts/view-arm.ts';
import { isRefusal, refusal } from '../../domain/base/refusal.ts';
import { type EventType, isEventType } from '../../domain/custody/life-cycle.ts';
import { correctPage, valuesOfEvent } from './correct-page.ts';
import { donePath, goOn, openForm } from './draft-forms.ts';
import type { Values } from './forms.ts';
import { NO_PROBLEMS, ownBodies, type Problems } from './party-field.ts';
import { allows, hasForm } from './record-fields.ts';
import { readEvent } from './record-read.ts';
import { firstValues, tellRefusal } from './record-room.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { offers, type Working } from './visit.ts';
import { RECORD_WORDS } from './words/record.ts';

/** Adds the page on which entries are corrected. */
export function addCorrectRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/arms/:number/correct',
    working(site, async (visit, context) => {
      const { role } = visit.person;
      if (!offers(visit, correctEntry.name))
        return sendRefusal(
          context,
          visit,
          refusal('not-permitted', { act: correctEntry.name, role: role.name }),
        );
      const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
      return isRefusal(view) ? sendRefusal(context, visit, view) : correct(site, visit, context, view);
    }),
  );
}

async function correct(site: Site, visit: Working, context: Context, view: ArmView): Promise<Response> {
  const { bodies, own } = await ownBodies(site, visit);
  const opened = await openForm(site, visit, context, () => firstOf(site, visit, view, own));
  if (opened instanceof Response) return opened;
  const { act, sent, says } = opened;
  const values = withFields(site, visit, view, opened.values, own);
  const shown = { act, values, bodies, says };
  if (!sent) return send(context, correctPage(visit, view, { ...shown, problems: NO_PROBLEMS }));
  const texts = RECORD_WORDS[visit.words.language];
  const { input, problems } = await readCorrection(site, visit, sent);
  if (problems.wrong.size > 0)
    return send(context, correctPage(visit, view, { ...shown, problems, says: texts.wrong }), 422);
  const done = await ask(site, visit, correctEntry, { act, arm: view.id, ...input });
  if (!isRefusal(done)) return goOn(site, visit, context, act, donePath(visit, done));
  const told = tellRefusal(visit, sent, done, problems);
  return send(context, correctPage(visit, view, { ...shown, ...told }), statusOf(done));
}

/** The event that is to hold instead, where one is chosen that the role records. */
export function insteadOf(visit: Working, text: string | undefined): EventType | undefined {
  const type = text ?? '';
  return isEventType(type) && hasForm(type) && allows(visit.person.role.events, type) ? type : undefined;
}

/** The entry that the address names, with the event that it tells as what may hold instead. */
function firstOf(site: Site, visit: Working, view: ArmView, own: string | undefined): Values {
  const entry = visit.query.entry ?? '';
  const event = view.events.findLast((one) => one.entry === entry);
  const type = insteadOf(visit, event?.type);
  const first: (readonly [string, string])[] = [['entry', event?.entry ?? '']];
  if (!type) return new Map(first);
  return withFields(site, visit, view, new Map([...first, ['instead', type]]), own);
}

/** Where another event was chosen, its fields begin with what the wrong entry said, or as in a new form. */
function withFields(
  site: Site,
  visit: Working,
  view: ArmView,
  values: Values,
  own: string | undefined,
): Values {
  const type = insteadOf(visit, values.get('instead'));
  if (!type || values.get('shown') === type) return values;
  const told = view.events.findLast((one) => one.entry === values.get('entry') && one.type === type);
  const begun = told ? valuesOfEvent(view, told) : firstValues(site, type, own);
  const kept = ['entry', 'because', 'instead'].flatMap((name) => {
    const value = values.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return new Map([...begun, ...kept, ['shown', type]]);
}

async function readCorrection(
  site: Site,
  visit: Working,
  form: Form,
): Promise<{ readonly input: object; readonly problems: Problems }> {
  const { correct: texts, wrongField } = RECORD_WORDS[visit.words.language];
  const because = textOf(form, 'because') ?? '';
  const chosen = textOf(form, 'instead');
  const type = insteadOf(visit, chosen);
  const read = type ? await readEvent(site, visit, form, type) : undefined;
  const wrong = new Map(read?.problems.wrong);
  if (because.length < 3) wrong.set('because', texts.whyMissing);
  if (textOf(form, 'entry') === undefined) wrong.set('entry', wrongField);
  if (chosen !== undefined && (!type || textOf(form, 'shown') !== type)) wrong.set('instead', texts.show);
  return {
    input: { entry: textOf(form, 'entry'), why: because, instead: read ? [read.event] : [] },
    problems: { wrong, choices: read?.problems.choices ?? new Map() },
  };
}
