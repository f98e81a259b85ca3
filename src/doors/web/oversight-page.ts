/** What overseers are shown beside single looks: patterns to ask about, an administrator's acts, facts recorded late. */
import { html } from 'hono/html';
import type { LookFlags } from '../../acts/flag-looks.ts';
import type { Changes } from '../../acts/list-changes.ts';
import type { LateEntries } from '../../acts/list-late-entries.ts';
import { isEventType } from '../../domain/custody/life-cycle.ts';
import { FACT_WORDS } from '../words/refusals.ts';
import { table } from './arm-tables.ts';
import { page } from './page.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded, formatWhen } from './when.ts';
import { OVERSIGHT_WORDS } from './words/oversight.ts';
import { READS_WORDS } from './words/reads.ts';

const textsOf = (visit: Visit) => OVERSIGHT_WORDS[visit.words.language];

const countOf = (visit: Visit, count: number): string => inSentence(formatCount(visit.words, count), 'ltr');

/** Who looked, as it stands in a sentence. */
function whoOf(visit: Visit, { name, operator }: LookFlags['flags'][number]): string {
  const reads = READS_WORDS[visit.words.language];
  if (name !== undefined) return inSentence(name);
  if (operator.startsWith('key:')) return reads.program;
  return operator === 'console' ? reads.console : textsOf(visit).someone;
}

/** Patterns as sentences, the gravest first, each leading to the looks themselves. */
export function patternList(visit: Visit, { flags, full }: LookFlags): Html {
  const texts = textsOf(visit);
  const lines = flags.map((flag) => {
    const who = whoOf(visit, flag);
    const says = texts.says[flag.pattern](who, countOf(visit, flag.arms));
    const person = flag.holderName === undefined ? '' : ` ${texts.person(inSentence(flag.holderName))}`;
    const wrong = flag.unjustified === 0 ? '' : ` ${texts.unjustified(countOf(visit, flag.unjustified))}`;
    const days = { from: flag.first.slice(0, 10), to: flag.last.slice(0, 10) };
    const looks =
      flag.operator !== '' && offers(visit, 'list-accesses')
        ? html` <a href="${link(visit, '/reads', { operator: flag.operator, ...days })}">${texts.looksOf}<span class="aloud"> ${who}</span></a>`
        : '';
    return html`<li>${says}${person}${wrong}${looks}</li>`;
  });
  const rest = full ? html`<p class="quiet">${texts.patternsFull}</p>` : '';
  return html`${lines.length === 0 ? html`<p>${texts.patternsNone}</p>` : html`<ul class="patterns">${lines}</ul>`}${rest}`;
}

/** The page of patterns. */
export function patternsPage(visit: Visit, found: LookFlags): Html {
  const texts = textsOf(visit);
  return page(
    visit,
    texts.patterns,
    html`<h1>${texts.patterns}</h1><p class="lead">${texts.patternsLead}</p><section class="card">${patternList(visit, found)}</section>`,
  );
}

/** Changes of accounts, roles and keys in a table, each leading to where what was changed is looked at. */
export function changesTable(visit: Visit, { changes }: Changes, label: string): Html {
  const texts = textsOf(visit);
  const acts: Readonly<Record<string, string>> = FACT_WORDS[visit.words.language].acts;
  const rows = changes.map((line) => {
    const own = { 'open-first-link': texts.firstAdministrator, 'restore-home': texts.restored };
    const what = acts[line.kind] ?? own[line.kind as keyof typeof own] ?? code(line.kind);
    const place = placeOf(visit, line);
    const whom = line.subjectName === undefined ? '' : said(line.subjectName);
    return html`<tr><td class="day">${formatRecorded(visit.words, line.at)}</td><td>${line.name === undefined ? html`<span class="quiet">${line.operator === '' ? texts.someone : code(line.operator)}</span>` : said(line.name)}</td><td class="says">${place ? html`<a href="${place}">${what}</a>` : what}</td><td>${whom}</td></tr>`;
  });
  return table(label, [texts.when, texts.who, texts.what, texts.whom], rows);
}

/** Where what was changed is looked at, where the visitor's role goes there. */
function placeOf(
  visit: Visit,
  { kind, subject, subjectName }: Changes['changes'][number],
): string | undefined {
  if (kind.endsWith('-api-key')) return offers(visit, 'list-api-keys') ? link(visit, '/keys') : undefined;
  if (kind === 'define-role') return offers(visit, 'list-roles') ? link(visit, '/roles') : undefined;
  const isPerson = subjectName !== undefined && kind !== 'erase-personal-data';
  return isPerson && offers(visit, 'list-people') ? link(visit, `/people/${subject}`) : undefined;
}

/** The page of changes. */
export function changesPage(visit: Visit, found: Changes): Html {
  const texts = textsOf(visit);
  const list =
    found.changes.length === 0
      ? html`<p>${texts.changesNone}</p>`
      : changesTable(visit, found, texts.changes);
  return page(
    visit,
    texts.changes,
    html`<h1>${texts.changes}</h1><p class="lead">${texts.changesLead}</p><section class="card">${list}${further(visit, '/changes', found.next)}</section>`,
  );
}

/** Who recorded late, and how many of how many. */
export function latePeople(visit: Visit, { people }: LateEntries, label: string): Html {
  const texts = textsOf(visit);
  const rows = people.map(
    ({ name, operator, late, recorded }) =>
      html`<tr><td>${name === undefined ? html`<span class="quiet">${operator === '' ? texts.someone : code(operator)}</span>` : said(name)}</td><td>${texts.share(countOf(visit, late), countOf(visit, recorded))}</td></tr>`,
  );
  return table(label, [texts.who, texts.lateOf], rows);
}

/** The page of what was recorded late. */
export function latePage(visit: Visit, found: LateEntries): Html {
  const texts = textsOf(visit);
  const { words } = visit;
  const names = new Map(found.people.map(({ operator, name }) => [operator, name]));
  const rows = found.entries.map((line) => {
    const event = isEventType(line.event) ? words.terms.events[line.event] : line.event;
    const name = names.get(line.operator);
    return html`<tr><td><a href="${link(visit, `/arms/${line.number}`)}">${code(line.number)}</a></td><td class="says">${event}</td><td class="day">${formatWhen(words, line.happened)}</td><td class="day">${formatRecorded(words, line.recorded)}</td><td>${formatCount(words, line.daysLate)}</td><td>${name === undefined ? '' : said(name)}</td></tr>`;
  });
  const heads = [texts.arm, texts.event, texts.happened, texts.when, texts.daysLate, texts.who];
  const list =
    rows.length === 0
      ? html`<p>${texts.lateNone}</p>`
      : html`${latePeople(visit, found, texts.who)}${table(texts.late, heads, rows)}`;
  return page(
    visit,
    texts.late,
    html`<h1>${texts.late}</h1><p class="lead">${texts.lateLead(countOf(visit, found.lateAfterDays))}</p><section class="card">${list}${further(visit, '/late', found.next)}</section>`,
  );
}

function further(visit: Visit, path: string, next: string | undefined): Html | string {
  if (next === undefined) return '';
  return html`<p class="do"><a class="button" href="${link(visit, path, { after: next })}">${visit.words.results.next}</a></p>`;
}
