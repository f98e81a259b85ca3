/** The pages of emergency access: asking for it, the band while it is open, the list, and the review of one. */

import { html } from 'hono/html';
import type { AccessShown } from '../../acts/list-accesses.ts';
import type { Emergencies, EmergencyShown } from '../../acts/list-emergencies.ts';
import type { ArmView } from '../../acts/view-arm.ts';
import { table } from './arm-tables.ts';
import { form, problem, radioField, sendButton, textField, type Values } from './forms.ts';
import { sayShare } from './identify-reasons.ts';
import { page } from './page.ts';
import { accessTable } from './reads-page.ts';
import { formPage } from './record-page.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatRecorded } from './when.ts';
import { EMERGENCY_WORDS } from './words/emergency.ts';
import { MATCH_WORDS } from './words/match.ts';

const textsOf = (visit: Visit) => EMERGENCY_WORDS[visit.words.language];

/** What a form of these pages shows. */
export type Shown = {
  readonly act: string;
  readonly values: Values;
  readonly says?: string | undefined;
  readonly wrong?: Readonly<Record<string, string>>;
};

/** What stands above an arm while an emergency access is open, or the way to ask for one; nothing for other roles. */
export function emergencyBand(visit: Visit, view: ArmView): Html | string {
  const texts = textsOf(visit);
  if (view.openUntil !== undefined) {
    const until = inSentence(formatRecorded(visit.words, view.openUntil));
    const band = view.openedBy === 'match' ? MATCH_WORDS[visit.words.language].band : texts.band;
    return html`<p class="alarm doubt emergency" role="status">${band(until)}</p>`;
  }
  const sees = visit.signedIn?.person?.role.sees ?? [];
  const whole = (['holder', 'site', 'case'] as const).every((field) => sees.includes(field));
  if (whole || !offers(visit, 'open-emergency-access')) return '';
  return html`<p class="withheld">${texts.withheld} <a class="button plain" href="${link(visit, `/arms/${view.number}/emergency`)}">${texts.ask}</a></p>`;
}

/** The page on which somebody says why an arm must be opened at once. */
export function askPage(visit: Visit, view: ArmView, shown: Shown): Html {
  const texts = textsOf(visit);
  const reason = textField({
    name: 'reason',
    label: texts.reason,
    hint: texts.reasonHint,
    value: shown.values.get('reason'),
    wrong: shown.wrong?.reason,
    required: true,
  });
  const action = link(visit, `/arms/${view.number}/emergency`);
  return formPage(
    visit,
    view,
    texts.title,
    html`<p class="lead">${texts.lead}</p>${problem(shown.says)}${form(visit, { action, act: shown.act, class: 'card record' }, html`${reason}${sendButton(texts.open)}`)}`,
  );
}

/** The list of emergency accesses. */
export function emergenciesPage(visit: Visit, { emergencies, next }: Emergencies, all: boolean): Html {
  const texts = textsOf(visit);
  const other = all
    ? html`<a href="${link(visit, '/emergencies')}">${texts.listWaiting}</a>`
    : html`<a href="${link(visit, '/emergencies', { all: '1' })}">${texts.listAll}</a>`;
  const list = emergencies.length === 0 ? html`<p>${texts.none}</p>` : emergencyTable(visit, emergencies);
  const further = { ...(all ? { all: '1' } : {}), after: next };
  const rest = next
    ? html`<p class="do"><a class="button" href="${link(visit, '/emergencies', further)}">${visit.words.results.next}</a></p>`
    : '';
  return page(
    visit,
    texts.listTitle,
    html`<h1>${texts.listTitle}</h1><p>${other}</p><section class="card">${list}${rest}</section>`,
  );
}

/** Emergency accesses in a table, each leading to its review where the visitor may give one. */
export function emergencyTable(visit: Visit, emergencies: readonly EmergencyShown[]): Html {
  const texts = textsOf(visit);
  const reviews = offers(visit, 'review-emergency-access');
  const rows = emergencies.map((one) => {
    const tone = one.verdict === 'justified' ? 'sound' : one.verdict === undefined ? 'late' : 'grave';
    const tag = html`<span class="tag ${tone}">${texts[one.verdict ?? 'waits']}</span>`;
    const words = one.review ? html`<span class="line quiet">${said(one.review)}</span>` : '';
    const review =
      reviews && one.verdict === undefined
        ? html`<a class="button" href="${link(visit, `/emergencies/${one.id}`)}">${texts.review}</a>`
        : html`${tag}${words}`;
    return html`<tr><td>${nameOf(visit, one)}</td><td>${armOf(visit, one)}</td><td class="says">${said(one.reason)}${matchLine(visit, one)}</td><td class="day">${formatRecorded(visit.words, one.from)}</td><td class="says">${review}</td></tr>`;
  });
  return table(texts.listTitle, [texts.who, texts.arm, texts.reason, texts.when, texts.state], rows);
}

/** By which decided reading an arm was opened, where it was no emergency. */
function matchLine({ words }: Visit, { match }: EmergencyShown): Html | string {
  if (!match) return '';
  const texts = MATCH_WORDS[words.language];
  const reading = inSentence(match.reading, 'ltr');
  const share = inSentence(sayShare(words, match.probability));
  return html`<span class="line quiet">${texts.review(reading, share)} ${texts.decisions[match.decision]}</span>`;
}

const nameOf = (visit: Visit, one: EmergencyShown): Html =>
  one.name === undefined ? html`<span class="quiet">${textsOf(visit).unknownPerson}</span>` : said(one.name);

const armOf = (visit: Visit, one: EmergencyShown): Html =>
  offers(visit, 'view-arm')
    ? html`<a href="${link(visit, `/arms/${one.number || one.arm}`)}">${code(one.number || one.arm)}</a>`
    : code(one.number || one.arm);

/** The page on which one emergency access is reviewed: why it was opened, what was looked at, and the verdict. */
export function reviewPage(
  visit: Visit,
  one: EmergencyShown,
  looks: readonly AccessShown[],
  shown: Shown,
): Html {
  const texts = textsOf(visit);
  const { words } = visit;
  const [from, until] = [one.from, one.until].map((at) => inSentence(formatRecorded(words, at)));
  const facts = html`<dl class="answers"><div><dt>${texts.who}</dt><dd><strong>${nameOf(visit, one)}</strong></dd></div><div><dt>${texts.arm}</dt><dd><strong>${armOf(visit, one)}</strong></dd></div><div><dt>${texts.when}</dt><dd><strong>${texts.span(from!, until!)}</strong></dd></div></dl>`;
  const reason = html`<section class="card" aria-labelledby="reason"><h2 id="reason">${texts.reason}</h2><p class="lead">${said(one.reason)}</p>${matchLine(visit, one)}</section>`;
  const seen = html`<section class="card" aria-labelledby="looks"><h2 id="looks">${texts.looks}</h2>${looks.length === 0 ? html`<p>${texts.noLooks}</p>` : accessTable(visit, looks, texts.looks)}</section>`;
  const action = link(visit, `/emergencies/${one.id}`);
  const back = html`<p class="back"><a href="${link(visit, '/emergencies')}">${texts.back}</a></p>`;
  return page(
    visit,
    texts.reviewTitle,
    html`<div class="form-page">${back}<h1>${texts.reviewTitle}</h1>${facts}${reason}${seen}${problem(shown.says)}${form(visit, { action, act: shown.act, class: 'card record' }, html`${verdictFields(visit, shown)}${sendButton(texts.send)}`)}</div>`,
  );
}

function verdictFields(visit: Visit, { values, wrong }: Shown): Html {
  const texts = textsOf(visit);
  const verdict = radioField(
    { name: 'verdict', label: texts.verdict, value: values.get('verdict'), wrong: wrong?.verdict },
    (['justified', 'not-justified'] as const).map((value) => ({ value, label: texts[value] })),
  );
  const words = textField({
    name: 'words',
    label: texts.words,
    hint: texts.wordsHint,
    value: values.get('words'),
    wrong: wrong?.words,
    required: true,
  });
  return html`${verdict}${words}`;
}
