/** The form of the rules of tracing: filled with what holds, read back whole; what was typed is shown again whatever became of it. */
import { html } from 'hono/html';
import type { PartyChoice } from '../../acts/party-choices.ts';
import type { TraceRulesShown } from '../../acts/view-trace-rules.ts';
import { REFUSAL_GROUNDS } from '../../domain/trace/answer.ts';
import { CHANNELS } from '../../domain/trace/event.ts';
import { readAgency } from './agency-field.ts';
import { type Deed, wishOf } from './deeds.ts';
import { choiceField, form, inputField, problem, sendButton, tickField, type Values } from './forms.ts';
import { page } from './page.ts';
import { offeredNames, type Problems, partyField } from './party-field.ts';
import { type Form, type Site, textOf } from './room.ts';
import type { Html } from './text.ts';
import { choicesOf } from './trace-deed-fields.ts';
import { type AgencyNames, CLOCK_CLAUSES, CLOCK_NAMES } from './trace-rules-page.ts';
import { termsOf } from './trace-told.ts';
import { link, type Visit, type Working } from './visit.ts';
import { formatCount } from './when.ts';
import { TRACE_RULE_WORDS } from './words/trace-rules.ts';

/** Named limits: empty rows under those that stand, more being offered once these are kept; and rows that are read. */
const ROWS_MORE = 2;
const ROWS_MAX = 202;
const DAYS = /^\d{1,4}$/;

/** What stands in the form where nobody typed yet. */
export function valuesOfRules({ version, rules }: TraceRulesShown, names: AgencyNames): Values {
  const values = new Map<string, string>([
    ['seen', String(version)],
    ['alone', rules.aloneWhenUrgent ? 'yes' : ''],
    ['ground', rules.withholdGround],
    ['law', rules.law],
    ['embargo', rules.embargoCopyTo?.to ?? ''],
    ['channel', rules.embargoCopyTo?.channel ?? 'letter'],
  ]);
  for (const name of CLOCK_NAMES) values.set(name, String(rules[name]));
  rules.asked.forEach(({ register, agency, name }, at) => {
    values.set(`asked.${at}.register`, String(register));
    values.set(`asked.${at}.called`, name);
    values.set(`asked.${at}.agency`, names.get(agency) ?? agency);
    values.set(`asked.${at}.agency.is`, agency);
  });
  rules.neverListed.forEach((agency, at) => {
    values.set(`never.${at}`, names.get(agency) ?? agency);
    values.set(`never.${at}.is`, agency);
  });
  return values;
}

/** How many rows of a list stand in a form. */
const rowsOf = (values: Iterable<string>, list: RegExp): number =>
  Math.min(ROWS_MAX, Math.max(0, ...[...values].map((name) => Number(list.exec(name)?.[1] ?? -1) + 1)));
const ASKED = /^asked\.(\d{1,3})\./;
const NEVER = /^never\.(\d{1,3})$/;

export type RulesRead = { readonly rules: object; readonly problems: Problems };

/** What a form says of the rules, as the act takes them; the template of letters stays as it stands. */
export async function readRules(
  site: Site,
  visit: Working,
  sent: Form,
  { shown, names }: { readonly shown: TraceRulesShown; readonly names: AgencyNames },
): Promise<RulesRead> {
  const texts = TRACE_RULE_WORDS[visit.words.language];
  const wrong = new Map<string, string>();
  const choices = new Map<string, readonly PartyChoice[]>();
  const before = new Set([...shown.rules.asked.map(({ agency }) => agency), ...shown.rules.neverListed]);
  const agencyIn = async (name: string): Promise<string | undefined> => {
    // What stands already stays, though it was merged since or several bear its name.
    const meant = textOf(sent, `${name}.is`);
    if (meant && before.has(meant) && textOf(sent, name) === (names.get(meant) ?? meant)) return meant;
    const read = await readAgency(site, visit, sent, name);
    for (const [field, says] of read.problems.wrong) wrong.set(field, says);
    for (const [field, several] of read.problems.choices) choices.set(field, several);
    return read.id;
  };
  const clocks = CLOCK_NAMES.map((name) => {
    const text = textOf(sent, name)?.trim() ?? '';
    if (!DAYS.test(text) || Number(text) > 3650) wrong.set(name, texts.daysWrong);
    return [name, Number(text)] as const;
  });
  const asked = [];
  for (let at = 0; at < rowsOf(sent.keys(), ASKED); at += 1) {
    const [register, called] = ['register', 'called'].map((name) => textOf(sent, `asked.${at}.${name}`));
    const agency = await agencyIn(`asked.${at}.agency`);
    if (register === undefined && agency === undefined && called === undefined) continue;
    if (agency === undefined && !wrong.has(`asked.${at}.agency`))
      wrong.set(`asked.${at}.agency`, texts.wholeRow);
    if (register === undefined) wrong.set(`asked.${at}.register`, texts.wholeRow);
    const own = shown.registers.find(({ id }) => String(id) === register)?.name;
    asked.push({ register: Number(register), agency, name: called ?? own ?? '' });
  }
  const never = [];
  for (let at = 0; at < rowsOf(sent.keys(), NEVER); at += 1) never.push(await agencyIn(`never.${at}`));
  const to = textOf(sent, 'embargo');
  const { embargoCopyTo: _, ...others } = shown.rules;
  return {
    problems: { wrong, choices },
    rules: {
      ...others,
      ...Object.fromEntries(clocks),
      aloneWhenUrgent: textOf(sent, 'alone') === 'yes',
      withholdGround: textOf(sent, 'ground'),
      law: textOf(sent, 'law') ?? '',
      asked,
      neverListed: [...new Set(never.filter((agency) => agency !== undefined))],
      ...(to === undefined ? {} : { embargoCopyTo: { to, channel: textOf(sent, 'channel') } }),
    },
  };
}

/** The page of the form. */
export function changeRulesPage(
  visit: Visit,
  deed: Deed,
  shown: TraceRulesShown,
  offered: readonly PartyChoice[],
): Html {
  const { words } = visit;
  const texts = TRACE_RULE_WORDS[words.language];
  const terms = termsOf(visit);
  const clocks = CLOCK_NAMES.map((name) =>
    inputField(
      {
        ...wishOf(deed, name, `${texts.days[name]} (${CLOCK_CLAUSES[name]})`, texts.daysHint),
        ...{ code: true, max: 4, required: true },
      },
      'text',
      html` inputmode="numeric"`,
    ),
  );
  const answers = html`${tickField(wishOf(deed, 'alone', texts.alone))}${choiceField(wishOf(deed, 'ground', texts.ground), choicesOf(words, REFUSAL_GROUNDS, terms.refusalGrounds))}${inputField(wishOf(deed, 'law', texts.law, texts.lawHint))}<div class="fields wide">${inputField(wishOf(deed, 'embargo', texts.embargo, texts.embargoHint))}${choiceField(wishOf(deed, 'channel', texts.channel), choicesOf(words, CHANNELS, terms.channels))}</div>`;
  const group = (legend: string, contents: Html): Html =>
    html`<fieldset><legend>${legend}</legend>${contents}</fieldset>`;
  const seen = html`<input type="hidden" name="seen" value="${deed.values.get('seen') ?? ''}">`;
  const fields = html`${seen}${offeredNames(offered)}${group(texts.clocks, html`<div class="fields wide">${clocks}</div>`)}${group(texts.answers, answers)}${group(texts.asked, askedRows(visit, deed, shown))}${group(texts.never, neverRows(visit, deed))}${sendButton(texts.keep)}`;
  return page(
    visit,
    texts.change,
    html`<p class="back"><a href="${link(visit, '/traces/rules')}">${texts.toRules}</a></p><div class="form-page"><h1>${texts.change}</h1><p class="lead">${texts.changeLead}</p>${problem(deed.says)}${form(visit, { action: link(visit, '/traces/rules/change'), act: deed.act, class: 'card record' }, fields)}</div>`,
  );
}

function askedRows(visit: Visit, deed: Deed, { registers }: TraceRulesShown): Html {
  const { words } = visit;
  const texts = TRACE_RULE_WORDS[words.language];
  const choices = registers.map(({ id, name }) => ({ value: String(id), label: name }));
  const rows = Array.from({ length: rowsOf(filled(deed), ASKED) + ROWS_MORE }, (_, at) => {
    const named = texts.askedRow(formatCount(words, at + 1));
    const wish = (name: string, label: string, hint?: string) =>
      wishOf(deed, `asked.${at}.${name}`, label, hint);
    // A register that was since renamed away stays chosen by its number.
    const kept = deed.values.get(`asked.${at}.register`) ?? '';
    const known = kept === '' || choices.some(({ value }) => value === kept);
    const all = known ? choices : [...choices, { value: kept, label: kept }];
    return html`<fieldset class="fields wide"><legend class="aloud">${named}</legend>${choiceField(wish('register', texts.register), all, texts.noRegister)}${agencyField(visit, deed, `asked.${at}.agency`, texts.agency)}${inputField(wish('called', texts.called, texts.calledHint))}</fieldset>`;
  });
  return html`<p class="quiet">${texts.askedSays}</p>${rows}`;
}

function neverRows(visit: Visit, deed: Deed): Html {
  const { words } = visit;
  const texts = TRACE_RULE_WORDS[words.language];
  const rows = Array.from({ length: rowsOf(filled(deed), NEVER) + ROWS_MORE }, (_, at) =>
    agencyField(visit, deed, `never.${at}`, texts.neverRow(formatCount(words, at + 1))),
  );
  return html`<p class="quiet">${texts.neverSays}</p><div class="fields wide">${rows}</div>`;
}

/** Names of the fields in which something stands. */
const filled = ({ values }: Deed): readonly string[] =>
  [...values].filter(([, value]) => value !== '').map(([name]) => name);

/** An agency by its name; the one that was meant stays meant while its name stands, though others bear it. */
function agencyField(visit: Visit, deed: Deed, name: string, label: string): Html {
  const meant = deed.values.get(`${name}.is`);
  const kept =
    meant && !deed.problems.choices.has(name)
      ? html`<input type="hidden" name="${name}.is" value="${meant}">`
      : '';
  return html`<div>${partyField(visit, { name, label }, deed.values, deed.problems)}${kept}</div>`;
}
