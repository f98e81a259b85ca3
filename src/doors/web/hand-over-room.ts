/**
 * Handing an arm over: the giver posts it to somebody, for something and until a day; the receiver confirms or refuses, or the
 * giver takes it back. Until it is confirmed the giver answers for the arm.
 *
 * @clause PoA II.17
 */
import type { Context, Hono } from 'hono';
import { recordEvent } from '../../acts/record-event.ts';
import { type ArmView, viewArm } from '../../acts/view-arm.ts';
import { isRefusal, refusal } from '../../domain/base/refusal.ts';
import type { EventType } from '../../domain/custody/life-cycle.ts';
import { donePath, goOn, openForm } from './draft-forms.ts';
import type { Values } from './forms.ts';
import { ANSWERS, type Answer, answerPage, answersFor, handOverPage, receiverOf } from './hand-over-page.ts';
import { NO_PROBLEMS, ownBodies, readParties } from './party-field.ts';
import { allows } from './record-fields.ts';
import { readBasis } from './record-read.ts';
import { tellRefusal } from './record-room.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { offers, type Working } from './visit.ts';
import { readWhen, valuesOfWhen } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

/** Adds the pages of hand-overs. */
export function addHandOverRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/arms/:number/hand-over',
    working(site, (visit, context) =>
      withArm(site, visit, context, ['hand-over-posted'], (view) => handOver(site, visit, context, view)),
    ),
  );
  app.on(
    ['GET', 'POST'],
    '/arms/:number/answer',
    working(site, (visit, context) =>
      withArm(site, visit, context, ANSWERS, (view) => answer(site, visit, context, view)),
    ),
  );
}

/** Goes on with the arm where the role records one of these events. */
async function withArm(
  site: Site,
  visit: Working,
  context: Context,
  types: readonly EventType[],
  next: (view: ArmView) => Promise<Response>,
): Promise<Response> {
  const { role } = visit.person;
  if (!offers(visit, recordEvent.name))
    return sendRefusal(context, visit, refusal('not-permitted', { act: recordEvent.name, role: role.name }));
  if (!types.some((type) => allows(role.events, type)))
    return sendRefusal(context, visit, refusal('event-not-permitted', { event: types[0]! }));
  const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
  return isRefusal(view) ? sendRefusal(context, visit, view) : next(view);
}

const todayValues = (site: Site): Values =>
  new Map(valuesOfWhen(new Date(site.office.clock()).toISOString().slice(0, 10) as never));

async function handOver(site: Site, visit: Working, context: Context, view: ArmView): Promise<Response> {
  const { bodies } = await ownBodies(site, visit);
  const opened = await openForm(site, visit, context, () => todayValues(site));
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const shown = { act, values, bodies, says };
  if (!sent) return send(context, handOverPage(visit, view, { ...shown, problems: NO_PROBLEMS }));
  const texts = RECORD_WORDS[visit.words.language];
  const { event, problems } = await readHandOver(site, visit, sent);
  if (problems.wrong.size > 0)
    return send(context, handOverPage(visit, view, { ...shown, problems, says: texts.wrong }), 422);
  const done = await ask(site, visit, recordEvent, { act, arm: view.id, ...event });
  if (!isRefusal(done)) return goOn(site, visit, context, act, donePath(visit, done));
  return send(
    context,
    handOverPage(visit, view, { ...shown, ...tellRefusal(visit, sent, done, problems) }),
    statusOf(done),
  );
}

async function readHandOver(site: Site, visit: Working, form: Form) {
  const texts = RECORD_WORDS[visit.words.language];
  const read = await readParties(site, visit, form, ['to.keeper', 'to.unit', 'to.bearer']);
  const wrong = new Map(read.wrong);
  if (textOf(form, 'to.keeper') === undefined) wrong.set('to.keeper', texts.handOver.receiverMissing);
  const happened = readWhen(form);
  if (happened === 'wrong') wrong.set('when', texts.when.wrong);
  if (happened === 'missing') wrong.set('when', texts.when.missing);
  const basis = readBasis(form);
  if (basis && !('kind' in basis)) wrong.set('basis.kind', texts.basis.kindMissing);
  const texted = ['due', 'place', 'why'].flatMap((name) => {
    const text = textOf(form, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const to = [...read.ids].map(([name, id]) => [name.slice('to.'.length), id] as const);
  const event = {
    type: textOf(form, 'meant') ?? 'hand-over-posted',
    asked: true,
    happened,
    to: Object.fromEntries(to),
    ...(basis ? { basis } : {}),
    ...Object.fromEntries(texted),
  };
  return { event, problems: { wrong, choices: read.choices } };
}

async function answer(site: Site, visit: Working, context: Context, view: ArmView): Promise<Response> {
  const opened = await openForm(site, visit, context, () => todayValues(site));
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const shown = { act, values, bodies: [], says };
  const chosen = ANSWERS.find((one) => one === textOf(sent ?? new Map(), 'do'));
  if (!sent || !chosen) return send(context, answerPage(visit, view, { ...shown, problems: NO_PROBLEMS }));
  const texts = RECORD_WORDS[visit.words.language];
  const happened = readWhen(sent);
  if (happened === 'wrong' || happened === 'missing') {
    const problems = {
      ...NO_PROBLEMS,
      wrong: new Map([['when', happened === 'wrong' ? texts.when.wrong : texts.when.missing]]),
    };
    return send(context, answerPage(visit, view, { ...shown, problems, says: texts.wrong }), 422);
  }
  const done = await ask(site, visit, recordEvent, {
    act,
    arm: view.id,
    happened,
    ...answerOf(visit, view, chosen, sent),
  });
  if (!isRefusal(done)) return goOn(site, visit, context, act, donePath(visit, done));
  const told = tellRefusal(visit, sent, done, NO_PROBLEMS);
  return send(context, answerPage(visit, view, { ...shown, ...told }), statusOf(done));
}

/** The event of an answer; who answers is whom it was handed to, where he or she is of the visitor's own agency. */
function answerOf(visit: Working, view: ArmView, type: Answer, form: Form): object {
  const receiver = receiverOf(view);
  const own = receiver !== undefined && mayAnswer(visit, view, type);
  const [how, why] = [textOf(form, 'how'), textOf(form, 'why')];
  return {
    type,
    ...(own && type !== 'hand-over-withdrawn' ? { by: receiver } : {}),
    ...(how && type === 'hand-over-confirmed' ? { how } : {}),
    ...(why ? { why } : {}),
  };
}

function mayAnswer(visit: Working, view: ArmView, type: Answer): boolean {
  return answersFor(visit, view).includes(type);
}
