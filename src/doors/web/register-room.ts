/**
 * Registering an arm: what it is, its marks as read, who answers for it; and its new State number, large, because somebody
 * copies it onto a tag now.
 *
 * @clause ITI 11, PoA II.9
 */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { registerArm } from '../../acts/register-arm.ts';
import { viewArm } from '../../acts/view-arm.ts';
import { isRefusal, refusal } from '../../domain/base/refusal.ts';
import { describedFields, readDescribed } from './described-fields.ts';
import { donePath, firstButton, goOn, lastButtons, openForm } from './draft-forms.ts';
import { form, inputField, problem, type Values } from './forms.ts';
import { markRows, readMarks } from './mark-rows.ts';
import { page } from './page.ts';
import { NO_PROBLEMS, offeredNames, ownBodies, partyField, readParties } from './party-field.ts';
import { DESCRIBED } from './record-fields.ts';
import { basisFields, refusedBand, type Shown } from './record-form.ts';
import { formPage } from './record-page.ts';
import { readBasis } from './record-read.ts';
import { tellRefusal } from './record-room.ts';
import { ask, type Form, type Site, send, sendRefusal, statusOf, textOf, working } from './room.ts';
import { notedBand } from './serial-parts.ts';
import { code, type Html } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { readWhen, valuesOfWhen, whenField } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

const LANES = ['owner', 'unit', 'keeper'] as const;

/** Adds the pages on which arms are registered. */
export function addRegisterRoom(app: Hono, site: Site): void {
  app.on(
    ['GET', 'POST'],
    '/register',
    working(site, (visit, context) => register(site, visit, context)),
  );
  app.get(
    '/arms/:number/registered',
    working(site, async (visit, context) => {
      const view = await ask(site, visit, viewArm, { arm: context.req.param('number') });
      if (isRefusal(view)) return sendRefusal(context, visit, view);
      const texts = RECORD_WORDS[visit.words.language];
      const entry = view.entries[0]?.entry ?? '';
      const ways = html`<p class="do"><a class="button" href="${link(visit, `/arms/${view.number}`)}">${texts.done.toArm}</a><a href="${donePath(visit, { entry, number: view.number, alarms: [] })}">${texts.done.entry}</a><a href="${link(visit, '/register')}">${texts.register.title}</a></p>`;
      const contents = html`${notedBand(visit, view.noted)}<section class="card registered"><p class="number">${code(view.number)}</p><p class="lead">${texts.register.doneSays}</p>${ways}</section>`;
      return send(context, formPage(visit, view, texts.register.done, contents));
    }),
  );
}

async function register(site: Site, visit: Working, context: Context): Promise<Response> {
  const { role } = visit.person;
  if (!offers(visit, registerArm.name))
    return sendRefusal(context, visit, refusal('not-permitted', { act: registerArm.name, role: role.name }));
  const { bodies, own } = await ownBodies(site, visit);
  const opened = await openForm(site, visit, context, () => firstOf(site, own));
  if (opened instanceof Response) return opened;
  const { act, values, sent, says } = opened;
  const shown = { act, values, bodies, says };
  if (!sent) return send(context, registerPage(visit, { ...shown, problems: NO_PROBLEMS }));
  const { input, problems } = await readArm(site, visit, sent);
  const { wrong } = RECORD_WORDS[visit.words.language];
  if (problems.wrong.size > 0)
    return send(context, registerPage(visit, { ...shown, problems, says: wrong }), 422);
  const done = await ask(site, visit, registerArm, { act, ...input });
  if (!isRefusal(done))
    return goOn(site, visit, context, act, link(visit, `/arms/${done.number}/registered`));
  const told = tellRefusal(visit, sent, done, problems);
  return send(context, registerPage(visit, { ...shown, ...told }), statusOf(done));
}

function firstOf(site: Site, own: string | undefined): Values {
  const today = new Date(site.office.clock()).toISOString().slice(0, 10);
  return new Map([...valuesOfWhen(today as never), ...(own ? [['to.keeper', own] as const] : [])]);
}

async function readArm(site: Site, visit: Working, sent: Form) {
  const texts = RECORD_WORDS[visit.words.language];
  const read = await readParties(
    site,
    visit,
    sent,
    LANES.map((lane) => `to.${lane}`),
  );
  const wrong = new Map(read.wrong);
  const happened = readWhen(sent);
  if (happened === 'wrong') wrong.set('when', texts.when.wrong);
  if (happened === 'missing') wrong.set('when', texts.when.missing);
  const basis = readBasis(sent);
  if (basis && !('kind' in basis)) wrong.set('basis.kind', texts.basis.kindMissing);
  const description = readDescribed(sent, DESCRIBED);
  if (!('class' in description)) wrong.set('arm.class', texts.wrongField);
  const place = textOf(sent, 'place');
  const to = Object.fromEntries([...read.ids].map(([name, id]) => [name.slice('to.'.length), id]));
  const input = {
    description,
    marks: readMarks(sent).map(({ mark }) => mark),
    to,
    happened,
    ...(place ? { place } : {}),
    ...(basis ? { basis } : {}),
  };
  return { input, problems: { wrong, choices: read.choices } };
}

function registerPage(visit: Working, shown: Shown): Html {
  const texts = RECORD_WORDS[visit.words.language];
  const { values, problems } = shown;
  const { wrong } = problems;
  const lanes = LANES.map((lane) =>
    partyField(visit, { name: `to.${lane}`, label: texts.to[lane] }, values, problems),
  );
  const place = inputField({
    name: 'place',
    label: texts.place,
    value: values.get('place'),
    wrong: wrong.get('place'),
  });
  const contents = html`${firstButton(texts.register.send)}${refusedBand(visit, undefined, shown)}<fieldset><legend>${texts.register.what}</legend>${describedFields(visit, DESCRIBED, values, wrong, ['class'])}</fieldset>${markRows(visit, values, wrong)}<fieldset><legend>${texts.register.whose}</legend><span class="hint">${texts.party.nameHint}</span><div class="fields wide">${lanes}</div></fieldset>${whenField(visit, values, wrong.get('when'))}${basisFields(visit, values, wrong)}<div class="fields">${place}</div>${lastButtons(visit, texts.register.send)}`;
  const action = link(visit, '/register');
  return page(
    visit,
    texts.register.title,
    html`<div class="form-page"><h1>${texts.register.title}</h1><p class="lead">${texts.register.lead}</p>${problem(shown.says)}${offeredNames(shown.bodies)}${form(visit, { action, act: shown.act, draft: true, class: 'card record' }, contents)}</div>`,
  );
}
