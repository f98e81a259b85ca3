/**
 * Recording an event of an arm: first which, among those that the role records, then its form. A fact is always recorded, and
 * where it contradicts what stands the receipt shows the alarm; what is asked can be refused, with its clause, and nothing
 * typed is lost.
 *
 * @clause PoA II.9, ITI 11
 */
import type { Context, Hono } from 'hono';
import { recordEvent } from '../../acts/record-event.ts';
import { viewArm } from '../../acts/view-arm.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { type EventType, isEventType } from '../../domain/custody/life-cycle.ts';
import { donePath, goOn, openForm } from './draft-forms.ts';
import type { Values } from './forms.ts';
import { NO_PROBLEMS, ownBodies, type Problems } from './party-field.ts';
import { choosePage } from './record-choose.ts';
import { allows, fieldsOf, hasForm } from './record-fields.ts';
import { eventPage } from './record-form.ts';
import { asksLeave, fieldOfInput, readEvent } from './record-read.ts';
import { recordedPage } from './recorded-page.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, working } from './room.ts';
import { offers, type Working } from './visit.ts';
import { valuesOfWhen } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

/** Adds the pages on which events are recorded. */
export function addRecordRoom(app: Hono, site: Site): void {
  app.get(
    '/arms/:number/record',
    working(site, async (visit, context) => {
      if (!offers(visit, recordEvent.name)) return sendRefusal(context, visit, notPermitted(visit));
      const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
      return isRefusal(view) ? sendRefusal(context, visit, view) : send(context, choosePage(visit, view));
    }),
  );
  app.get(
    '/arms/:number/recorded',
    working(site, async (visit, context) => {
      const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
      if (isRefusal(view)) return sendRefusal(context, visit, view);
      const entry = view.entries.find((one) => one.entry === visit.query.entry)?.entry;
      return entry === undefined ? context.notFound() : send(context, recordedPage(visit, view, entry));
    }),
  );
  app.on(
    ['GET', 'POST'],
    '/arms/:number/record/:type',
    working(site, async (visit, context) => {
      const type = context.req.param('type') ?? '';
      if (!isEventType(type) || !hasForm(type)) return context.notFound();
      const { role } = visit.person;
      if (!offers(visit, recordEvent.name)) return sendRefusal(context, visit, notPermitted(visit));
      if (!allows(role.events, type))
        return sendRefusal(context, visit, refusal('event-not-permitted', { event: type }));
      return eventForm(site, visit, context, type);
    }),
  );
}

const notPermitted = ({ person }: Working): Refusal =>
  refusal('not-permitted', { act: recordEvent.name, role: person.role.name });

async function eventForm(site: Site, visit: Working, context: Context, type: EventType): Promise<Response> {
  const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
  if (isRefusal(view)) return sendRefusal(context, visit, view);
  const { bodies, own } = await ownBodies(site, visit);
  const opened = await openForm(site, visit, context, () => firstValues(site, type, own));
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const shown = { act, values, bodies, says };
  if (!sent) return send(context, eventPage(visit, view, type, { ...shown, problems: NO_PROBLEMS }));
  const { wrong } = RECORD_WORDS[visit.words.language];
  const { event, problems } = await readEvent(site, visit, sent, type);
  if (problems.wrong.size > 0)
    return send(context, eventPage(visit, view, type, { ...shown, problems, says: wrong }), 422);
  const done = await ask(site, visit, recordEvent, { act, arm: view.id, ...event });
  if (!isRefusal(done)) return goOn(site, visit, context, act, donePath(visit, done));
  const mode: Values = new Map([...values, ['mode', asksLeave(sent) ? 'ask' : 'fact']]);
  const told = tellRefusal(visit, sent, done, problems);
  return send(context, eventPage(visit, view, type, { ...shown, values: mode, ...told }), statusOf(done));
}

/** How a refusal is told: beside its field where a field could not be read, else as what it is. */
export function tellRefusal(
  visit: Working,
  form: Form,
  refused: Refusal,
  problems: Problems,
): { readonly problems: Problems; readonly says?: string; readonly refused?: Refusal } {
  if (refused.refused !== 'input-unreadable') return { problems, refused };
  const texts = RECORD_WORDS[visit.words.language];
  const wrong = new Map([[fieldOfInput(form, refused), texts.wrongField]]);
  return { problems: { ...problems, wrong }, says: texts.wrong };
}

/** Events after which the agency of whoever records it has the arm, as a rule. */
const COMES_IN: ReadonlySet<EventType> = new Set<EventType>([
  ...([
    'received',
    'returned',
    'loan-returned',
    'deposited',
    'recovered',
    'recovered-in-operations',
  ] as const),
  ...(['seized', 'found', 'surrendered', 'abandoned-to-state', 'held-as-evidence', 'imported'] as const),
  ...(['returned-from-laboratory', 'returned-from-deployment', 'repaired'] as const),
]);
/** Told by a person, who has to be named each time. */
const NAMED_EACH_TIME: ReadonlySet<EventType> = new Set<EventType>(['number-marked', 'number-verified']);

/** What a new form begins with: today, and the visitor's own agency where it is the usual answer. */
export function firstValues(site: Site, type: EventType, own: string | undefined): Values {
  const today = new Date(site.office.clock()).toISOString().slice(0, 10);
  const fields = fieldsOf(type);
  const values = new Map(valuesOfWhen(today as never));
  if (own === undefined) return values;
  if (fields.by && !NAMED_EACH_TIME.has(type)) values.set('by', own);
  if (COMES_IN.has(type) && fields.to.includes('keeper')) values.set('to.keeper', own);
  return values;
}
