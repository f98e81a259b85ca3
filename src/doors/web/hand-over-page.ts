/** The pages of a hand-over: to whom, what for and until when; and its answer, with what each answer means. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import type { EventType } from '../../domain/custody/life-cycle.ts';
import { firstButton, lastButtons } from './draft-forms.ts';
import { choiceField, form, inputField, problem, textField } from './forms.ts';
import { offeredNames, partyField } from './party-field.ts';
import { partyName } from './party-words.ts';
import { allows } from './record-fields.ts';
import { basisFields, refusedBand, type Shown } from './record-form.ts';
import { formPage } from './record-page.ts';
import { type Html, said } from './text.ts';
import { link, type Working } from './visit.ts';
import { formatWhen } from './when.ts';
import { whenField } from './when-field.ts';
import { RECORD_WORDS } from './words/record.ts';

/** What a hand-over may be for: its confirmation then has that effect. */
const MEANT: readonly EventType[] = ['issued', 'loaned', 'transferred', 'withdrawn', 'deployed-abroad'];

/** The page on which a hand-over is posted. */
export function handOverPage(visit: Working, view: ArmView, shown: Shown): Html {
  const { words } = visit;
  const texts = RECORD_WORDS[words.language];
  const { values, problems } = shown;
  const action = link(visit, `/arms/${view.number}/hand-over`);
  const wish = (name: string, label: string, hint?: string) => ({
    name,
    label,
    value: values.get(name),
    wrong: problems.wrong.get(name),
    ...(hint ? { hint } : {}),
  });
  const lane = (name: 'keeper' | 'unit' | 'bearer'): Html =>
    partyField(visit, { name: `to.${name}`, label: texts.to[name] }, values, problems);
  const meant = MEANT.filter((type) => allows(visit.person.role.events, type)).map((type) => ({
    value: type,
    label: words.terms.events[type],
  }));
  const contents = html`${firstButton(texts.handOver.send)}${refusedBand(visit, undefined, { ...shown, values: new Map([...values, ['mode', 'ask']]) })}<fieldset><legend>${texts.party.legend}</legend><span class="hint">${texts.party.nameHint}</span><div class="fields wide">${lane('keeper')}${lane('unit')}${lane('bearer')}</div></fieldset><div class="fields">${choiceField(wish('meant', texts.handOver.meant), meant, texts.handOver.meantNone)}${inputField(wish('due', texts.due, texts.dueHint), 'date')}</div>${whenField(visit, values, problems.wrong.get('when'))}${basisFields(visit, values, problems.wrong)}<div class="fields">${inputField(wish('place', texts.place))}</div>${textField(wish('why', texts.why))}${lastButtons(visit, texts.handOver.send)}`;
  const pending = view.state.pending ? html`<p class="alarm doubt">${texts.handOver.pending}</p>` : '';
  return formPage(
    visit,
    view,
    texts.handOver.title,
    html`<p class="lead">${texts.handOver.lead}</p>${pending}${problem(shown.says)}${offeredNames(shown.bodies)}${form(visit, { action, act: shown.act, draft: true, class: 'card record' }, contents)}`,
  );
}

export const ANSWERS = ['hand-over-confirmed', 'hand-over-refused', 'hand-over-withdrawn'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Whom a pending hand-over is to. */
export function receiverOf({ state }: ArmView): string | undefined {
  const to = state.pending?.to;
  return to?.keeper ?? to?.unit ?? to?.owner;
}

/** The answers that a visitor can give to the hand-over that waits: a receiver's, a giver's, or none. */
export function answersFor(visit: Working, view: ArmView): readonly Answer[] {
  const { pending } = view.state;
  if (!pending) return [];
  const { parties, role } = visit.person;
  const receiver = receiverOf(view);
  const receives = receiver !== undefined && parties.includes(receiver);
  const gives = pending.from === undefined || parties.includes(pending.from) || reachesAll(visit);
  return ANSWERS.filter(
    (type) => allows(role.events, type) && (type === 'hand-over-withdrawn' ? gives : receives),
  );
}

const reachesAll = ({ person }: Working): boolean => person.role.powers['record-event'] === 'all';

/** The page on which a hand-over is answered. */
export function answerPage(visit: Working, view: ArmView, shown: Shown): Html {
  const { words } = visit;
  const texts = RECORD_WORDS[words.language];
  const { pending } = view.state;
  const answers = answersFor(visit, view);
  if (!pending || answers.length === 0) {
    const says = pending ? texts.next.waitsForOther : texts.answer.nothing;
    return formPage(visit, view, texts.answer.title, html`<p>${says}</p>`);
  }
  const name = (party: string | undefined): Html =>
    party === undefined ? html`${words.unknown}` : said(partyName(words, view.names, party));
  const line = (term: string, value: Html | string): Html =>
    html`<div><dt>${term}</dt><dd><strong>${value}</strong></dd></div>`;
  const due = pending.due ? line(texts.answer.due, formatWhen(words, pending.due)) : '';
  const meant = pending.meant ? line(texts.handOver.meant, words.terms.events[pending.meant]) : '';
  const facts = html`<dl class="answers">${line(texts.answer.giver, name(pending.from))}${line(texts.answer.receiver, name(receiverOf(view)))}${meant}${due}</dl>`;
  return formPage(
    visit,
    view,
    texts.answer.title,
    html`${facts}${problem(shown.says)}${answerForm(visit, view, shown, answers)}`,
  );
}

const BUTTONS = {
  'hand-over-confirmed': 'confirm',
  'hand-over-refused': 'refuse',
  'hand-over-withdrawn': 'withdraw',
} as const;

function answerForm(visit: Working, view: ArmView, shown: Shown, answers: readonly Answer[]): Html {
  const texts = RECORD_WORDS[visit.words.language];
  const { values, problems } = shown;
  const how = answers.includes('hand-over-confirmed')
    ? choiceField(
        { name: 'how', label: texts.how, value: values.get('how') },
        (['read', 'scanned', 'sealed-crate', 'photograph'] as const).map((value) => ({
          value,
          label: visit.words.terms.sightings[value],
        })),
        texts.notSaid,
      )
    : '';
  const choices = answers.map((type, place) => {
    const name = BUTTONS[type];
    return html`<div><button name="do" value="${type}"${place === 0 ? '' : html` class="plain"`}>${texts.answer[name]}</button><p class="quiet">${texts.answer[`${name}Says`]}</p></div>`;
  });
  const first = html`<button class="aloud" name="do" value="show" tabindex="-1" aria-hidden="true">${texts.answer.title}</button>`;
  const contents = html`${first}${refusedBand(visit, undefined, shown)}${whenField(visit, values, problems.wrong.get('when'))}<div class="fields">${how}</div>${textField({ name: 'why', label: texts.answer.why, value: values.get('why'), wrong: problems.wrong.get('why') })}<div class="answers-given">${choices}</div><p class="kept quiet" role="status" aria-live="polite" data-kept="${texts.drafts.kept}" data-not-kept="${texts.drafts.notKept}"></p>`;
  const action = link(visit, `/arms/${view.number}/answer`);
  return form(visit, { action, act: shown.act, draft: true, class: 'card record' }, contents);
}
