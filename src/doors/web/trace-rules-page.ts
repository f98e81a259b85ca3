/** The rules of tracing in force: each in plain words, with its unit and the clause that it serves. */
import { html } from 'hono/html';
import type { TraceRulesShown } from '../../acts/view-trace-rules.ts';
import type { ClockRules } from '../../domain/trace/clocks.ts';
import { table } from './arm-tables.ts';
import { doneNote } from './deeds.ts';
import { page } from './page.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { begun, card, momentSaid, termsOf } from './trace-told.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatDayCount } from './when.ts';
import { TRACE_RULE_WORDS } from './words/trace-rules.ts';

/** What agencies are called, by their ids. */
export type AgencyNames = ReadonlyMap<string, string>;

/** The clause that each clock serves; they stand on the page in this order. */
export const CLOCK_CLAUSES: Readonly<Record<keyof ClockRules, string>> = {
  acknowledgeDays: 'ITI 19',
  acknowledgeUrgentDays: 'ITI 19',
  answerDays: 'ITI 18',
  answerUrgentDays: 'ITI 18',
  agencyDays: 'ITI 14',
  agencyUrgentDays: 'ITI 14',
  remindDays: 'ITI 14',
  reviewDays: 'ITI 15',
  hitDays: 'ITI 34',
};
export const CLOCK_NAMES = Object.keys(CLOCK_CLAUSES) as readonly (keyof ClockRules)[];

/** The page of the rules. */
export function traceRulesPage(visit: Visit, shown: TraceRulesShown, names: AgencyNames): Html {
  const texts = TRACE_RULE_WORDS[visit.words.language];
  const back = html`<p class="back"><a href="${link(visit, '/traces')}">${texts.back}</a></p>`;
  const change = offers(visit, 'set-trace-rules')
    ? html`<p class="do"><a class="button" href="${link(visit, '/traces/rules/change')}">${texts.change}</a></p>`
    : '';
  const cards = [clocksCard, answersCard, registersCard, letterCard];
  return page(
    visit,
    texts.title,
    html`${offers(visit, 'list-traces') ? back : ''}<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>${doneNote(visit, texts.done)}<p>${versionLine(visit, shown)}</p>${change}${cards.map((one) => one(visit, shown, names))}`,
  );
}

function versionLine(visit: Visit, { version, set, entry }: TraceRulesShown): Html | string {
  const { words } = visit;
  const texts = TRACE_RULE_WORDS[words.language];
  if (version === 0 || set === undefined) return texts.shipped;
  const proof = entry ? html` ${texts.entry}${words.colon}${code(entry)}` : '';
  const number = inSentence(formatCount(words, version), 'ltr');
  return html`${texts.version(number, momentSaid(words, set))}${proof}`;
}

type Rule = readonly [name: string, value: Html | string, clause: string];

function rulesTable(visit: Visit, title: string, rules: readonly Rule[]): Html {
  const texts = TRACE_RULE_WORDS[visit.words.language];
  const rows = rules.map(
    ([name, value, clause]) =>
      html`<tr><th scope="row">${name}<span class="line quiet">${code(clause)}</span></th><td>${value}</td></tr>`,
  );
  return table(title, [texts.rule, texts.value], rows);
}

function clocksCard(visit: Visit, { rules }: TraceRulesShown): Html {
  const { words } = visit;
  const texts = TRACE_RULE_WORDS[words.language];
  const lines = CLOCK_NAMES.map(
    (name): Rule => [texts.days[name], formatDayCount(words, rules[name]), CLOCK_CLAUSES[name]],
  );
  return card('clocks', texts.clocks, rulesTable(visit, texts.clocks, lines));
}

function answersCard(visit: Visit, { rules }: TraceRulesShown): Html {
  const texts = TRACE_RULE_WORDS[visit.words.language];
  const terms = termsOf(visit);
  const { embargoCopyTo: copy } = rules;
  const body = copy ? html`${said(copy.to)} · ${terms.channels[copy.channel]}` : texts.none;
  const lines: readonly Rule[] = [
    [texts.alone, rules.aloneWhenUrgent ? texts.yes : texts.no, 'ITI 15'],
    [texts.ground, begun(visit.words, terms.refusalGrounds[rules.withholdGround]), 'ITI 22'],
    [texts.law, rules.law === '' ? texts.none : said(rules.law), 'ITI 6(a)'],
    [texts.embargo, body, 'ITI 6(b)'],
  ];
  return card('answers', texts.answers, rulesTable(visit, texts.answers, lines));
}

/** Several values of one rule, one under the other, and what the rule means. */
const lines = (values: readonly Html[], says: string, none: string): Html =>
  html`${values.length === 0 ? none : values.map((one) => html`<span class="line">${one}</span>`)}<span class="line quiet">${says}</span>`;

function registersCard(visit: Visit, { rules }: TraceRulesShown, names: AgencyNames): Html {
  const texts = TRACE_RULE_WORDS[visit.words.language];
  const agency = (id: string): Html => {
    const name = names.get(id);
    return name === undefined ? html`<span class="quiet">${texts.unnamed}</span>` : said(name);
  };
  const asked = rules.asked.map((one) => html`${said(one.name)} · ${agency(one.agency)}`);
  const registers: readonly Rule[] = [
    [texts.asked, lines(asked, texts.askedSays, texts.none), 'ITI 14'],
    [texts.never, lines(rules.neverListed.map(agency), texts.neverSays, texts.none), 'ITI 22'],
  ];
  return card('registers', texts.registers, rulesTable(visit, texts.registers, registers));
}

function letterCard(visit: Visit, { rules: { letter } }: TraceRulesShown): Html {
  const texts = TRACE_RULE_WORDS[visit.words.language];
  const list = (values: readonly string[]): Html | string =>
    values.length === 0
      ? texts.none
      : html`${values.map((one) => html`<span class="line">${said(one)}</span>`)}`;
  const told = (value: string): Html | string => (value === '' ? texts.none : said(value));
  const rules: readonly Rule[] = [
    [texts.head, list(letter.head), 'ITI 25'],
    [texts.place, told(letter.place), 'ITI 25'],
    [texts.articles, told(letter.articles), 'ITI 23'],
    [texts.signatures, list(letter.signatures), 'ITI 25'],
    [texts.stamp, letter.hasStamp ? texts.yes : texts.no, 'ITI 25'],
  ];
  const way = html`<p class="do"><a class="button plain" href="${link(visit, '/traces/rules/letter')}">${texts.letterChange}</a></p>`;
  return card(
    'letter',
    texts.letter,
    html`<p>${texts.letterSays}</p>${rulesTable(visit, texts.letter, rules)}${offers(visit, 'set-trace-rules') ? way : ''}`,
  );
}
