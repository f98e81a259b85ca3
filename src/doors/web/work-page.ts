/** The work list: what waits for a person, the gravest first, each in one sentence; and the page that settles one item. */
import { html } from 'hono/html';
import type { PairTold } from '../../acts/compare-descriptions.ts';
import { BIT_NAMES } from '../../acts/identify-output.ts';
import type { Told, WorkItem, WorkList } from '../../acts/list-work.ts';
import { PERHAPS_SAME } from '../../acts/same-evidence.ts';
import { table } from './arm-tables.ts';
import { choiceField, form, problem, sendButton, textField, type Values } from './forms.ts';
import { formatBits } from './identify-bits.ts';
import { listComma, sayShare } from './identify-reasons.ts';
import { listedWork, listedWorkKinds } from './listing-work.ts';
import { keptLanguage, page } from './page.ts';
import { code, type Html } from './text.ts';
import { armCell, workName } from './today-page.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatMoment, formatWhen } from './when.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import { MATCH_WORDS } from './words/match.ts';
import { WORK_WORDS } from './words/work.ts';

const textsOf = (visit: Visit) => WORK_WORDS[visit.words.language];
const EMERGENCY = 'emergency-access';
const MATCHED = 'matched-arm';

/** The page of the work list. */
export function workPage(visit: Visit, list: WorkList): Html {
  const { words, query } = visit;
  const texts = textsOf(visit);
  const { after, handOversAfter, ...asked } = query;
  const next = list.next
    ? html`<a class="button" href="${link(visit, '/to-settle', { ...asked, after: list.next })}">${texts.next}</a> `
    : '';
  const first =
    after || handOversAfter
      ? html`<a class="button plain" href="${link(visit, '/to-settle', asked)}">${texts.first}</a>`
      : '';
  const items = handOversAfter
    ? ''
    : list.items.length === 0
      ? html`<p>${texts.none}</p>`
      : itemsTable(visit, list);
  return page(
    visit,
    words.way.work,
    html`<h1>${words.way.work}</h1>${handOvers(visit, list)}${filterForm(visit)}<section class="card" aria-labelledby="items"><h2 id="items">${words.overview.workTitle}</h2>${items}<p class="do">${next}${first}</p></section>`,
  );
}

function filterForm(visit: Visit): Html {
  const { words, query } = visit;
  const texts = textsOf(visit);
  const clashes = Object.entries(words.terms.clashes).map(([value, { name }]) => ({ value, label: name }));
  const kinds = [
    ...clashes,
    { value: PERHAPS_SAME, label: words.overview.perhapsSame },
    { value: EMERGENCY, label: texts.emergency },
    { value: MATCHED, label: MATCH_WORDS[words.language].work },
    ...listedWorkKinds(visit),
  ].sort((a, b) => a.label.localeCompare(b.label, words.locale));
  const severities = (['highest', 'high', 'low'] as const).map((value) => ({
    value,
    label: words.overview.grave[value],
  }));
  const kind = choiceField({ name: 'kind', label: texts.kind, value: query.kind }, kinds, texts.any);
  const severity = choiceField(
    { name: 'severity', label: texts.severity, value: query.severity },
    severities,
    texts.any,
  );
  return html`<form class="card filter" action="/to-settle" aria-label="${texts.filter}">${keptLanguage(visit)}<div class="fields">${severity}${kind}<p class="do"><button class="plain">${texts.show}</button></p></div></form>`;
}

function handOvers(visit: Visit, list: WorkList): Html | string {
  const { words } = visit;
  const texts = textsOf(visit);
  if (list.handOvers.length === 0 || visit.query.kind || visit.query.severity) return '';
  const rows = list.handOvers.map((line) => {
    const arm = list.about.get(line.arm);
    const { waitsForYou, overdue, waits } = words.overview;
    const late = line.overdue ? html`<span class="tag grave">${overdue}</span> ` : '';
    const tag = html`<span class="tag late">${line.mine ? waitsForYou : waits}</span>`;
    const answers = line.mine && offers(visit, 'record-event');
    const state = answers
      ? html`<a href="${link(visit, `/arms/${arm?.number ?? line.arm}/answer`)}">${tag}</a>`
      : tag;
    return html`<tr><td>${late}${state}</td><td>${armCell(visit, arm)}</td><td class="day">${line.due === undefined ? '' : formatWhen(words, line.due)}</td></tr>`;
  });
  const heads = [words.overview.gravity, words.results.arm, texts.due];
  const further = list.handOversNext
    ? html`<p class="do"><a class="button" href="${link(visit, '/to-settle', { handOversAfter: list.handOversNext })}">${texts.next}</a></p>`
    : '';
  return html`<section class="card" aria-labelledby="hand-overs"><h2 id="hand-overs">${texts.waiting}</h2>${table(texts.waiting, heads, rows)}${further}</section>`;
}

function itemsTable(visit: Visit, list: WorkList): Html {
  const { words } = visit;
  const texts = textsOf(visit);
  const { overview, results } = words;
  const rows = list.items.map((item) => {
    const arm = list.about.get(item.subject);
    const due = item.due ? html`<span class="line">${texts.due} ${formatWhen(words, item.due)}</span>` : '';
    return html`<tr><td>${gravityTag(visit, item)}</td><td class="says"><strong>${itemName(visit, item)}</strong><span class="line">${saySentence(visit, list, item)}</span></td><td>${armCell(visit, arm)}</td><td class="day">${formatWhen(words, item.opened)}${due}</td><td>${wayOf(visit, list, item)}</td></tr>`;
  });
  const heads = [overview.gravity, texts.says, results.arm, overview.opened, texts.settle];
  return table(overview.workTitle, heads, rows);
}

function gravityTag({ words }: Visit, item: WorkItem): Html {
  const grave = item.severity === 'highest' || item.severity === 'high' ? item.severity : 'low';
  return html`<span class="tag ${grave === 'highest' ? 'grave' : 'late'}">${words.overview.grave[grave]}</span>`;
}

function itemName(visit: Visit, item: WorkItem): string {
  if (item.kind === EMERGENCY) return textsOf(visit).emergency;
  return item.kind === MATCHED ? MATCH_WORDS[visit.words.language].work : workName(visit, item);
}

/** In one sentence what contradicts what. */
export function saySentence(visit: Visit, list: WorkList, item: WorkItem): Html | string {
  const { words } = visit;
  const texts = textsOf(visit);
  if (item.kind === EMERGENCY) return texts.emergencySays;
  if (item.kind === MATCHED) return MATCH_WORDS[words.language].workSays;
  const listed = listedWork(visit, item);
  if (listed) return listed.says;
  if (item.kind === PERHAPS_SAME) {
    const other = list.about.get(item.against ?? '');
    return other
      ? html`${texts.sameSays} ${armCell(visit, other)} ${evidenceSays(visit, list.evidence.get(item.id))}`
      : '';
  }
  const clash = Object.entries(words.terms.clashes).find(([kind]) => kind === item.kind)?.[1];
  if (!clash) return '';
  const moment = (told: Told | undefined) => ({
    event: told ? words.terms.events[told.event] : words.unknown,
    when: told ? formatMoment(words, told.happened) : words.moments.unknown,
  });
  const here = moment(list.told.get(item.entry));
  const against = moment(list.told.get(item.against ?? ''));
  return clash.says({ ...here, other: against.event, otherWhen: against.when });
}

/** How likely two arms are one, and what speaks for and against it, the strongest first. */
function evidenceSays(visit: Visit, evidence: PairTold | undefined): Html | string {
  if (!evidence) return '';
  const { words } = visit;
  const names = IDENTIFY_WORDS[words.language].features;
  const bits = BIT_NAMES.flatMap((name) => {
    const value = evidence.bits[name];
    return value === undefined || Math.abs(value) < TOLD_FROM ? [] : [{ name, value }];
  }).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const told = bits.map(
    ({ name, value }) => html`${names[name]} <bdi dir="ltr">${formatBits(words, value)}</bdi>`,
  );
  const listed = told.flatMap((one, at) => (at === 0 ? [one] : [listComma(words), one]));
  return html`<span class="line evidence">${textsOf(visit).likely(sayShare(words, evidence.probability))} ${listed}</span>`;
}

/** What speaks by less is not told. @unit bits */
const TOLD_FROM = 0.5;

function wayOf(visit: Visit, list: WorkList, item: WorkItem): Html | string {
  const texts = textsOf(visit);
  if (item.kind === EMERGENCY || item.kind === MATCHED)
    return offers(visit, 'review-emergency-access')
      ? html`<a class="button plain" href="${link(visit, `/emergencies/${item.id}`)}">${texts.settle}</a>`
      : '';
  const to = listedWork(visit, item)?.to;
  if (to !== undefined)
    return to === '' ? '' : html`<a class="button plain" href="${to}">${texts.settle}</a>`;
  if (!offers(visit, 'close-work')) return '';
  const number = list.about.get(item.subject)?.number ?? item.subject;
  return html`<a class="button plain" href="${link(visit, `/to-settle/${number}/${item.id}`)}">${texts.settle}</a>`;
}

/** What the form that settles an item shows. */
export type Shown = {
  readonly act: string;
  readonly values: Values;
  readonly says?: string | undefined;
  readonly wrong?: string | undefined;
};

/** The page on which one item is settled, with the reason. */
export function settlePage(visit: Visit, list: WorkList, item: WorkItem, shown: Shown): Html {
  const texts = textsOf(visit);
  const arm = list.about.get(item.subject);
  const number = arm?.number ?? item.subject;
  const why = textField({
    name: 'why',
    label: texts.why,
    hint: texts.whyHint,
    value: shown.values.get('why'),
    wrong: shown.wrong,
    required: true,
  });
  const action = link(visit, `/to-settle/${number}/${item.id}`);
  const back = html`<p class="back"><a href="${link(visit, '/to-settle')}">${texts.back}</a></p>`;
  const about = html`<section class="card" aria-labelledby="what"><h2 id="what">${gravityTag(visit, item)} ${itemName(visit, item)}</h2><p class="lead">${saySentence(visit, list, item)}</p><p>${armCell(visit, arm)} · ${code(number)}</p></section>`;
  return page(
    visit,
    texts.settleTitle,
    html`<div class="form-page">${back}<h1>${texts.settleTitle}</h1>${about}<p>${texts.settleLead}</p>${problem(shown.says)}${form(visit, { action, act: shown.act, class: 'card record' }, html`<input type="hidden" name="arm" value="${item.subject}">${why}${sendButton(texts.close)}`)}</div>`,
  );
}
