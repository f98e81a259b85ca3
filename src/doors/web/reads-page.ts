/** Who looked at what, when and for what: of one arm, of a person or a week, or a sample drawn by lot. */
import { html } from 'hono/html';
import type { Accesses, AccessShown } from '../../acts/list-accesses.ts';
import type { Sample } from '../../acts/sample-accesses.ts';
import { FACT_WORDS } from '../words/refusals.ts';
import { table } from './arm-tables.ts';
import { type Choice, choiceField, inputField, tickField } from './forms.ts';
import { keptLanguage, page } from './page.ts';
import { code, type Html, inSentence, said } from './text.ts';
import { link, offers, type Query, type Visit } from './visit.ts';
import { formatCount, formatRecorded } from './when.ts';
import { OVERSIGHT_WORDS } from './words/oversight.ts';
import { READS_WORDS } from './words/reads.ts';

const textsOf = (visit: Visit) => READS_WORDS[visit.words.language];

/** Looks in a table, as they come. */
export function accessTable(visit: Visit, accesses: readonly AccessShown[], label: string): Html {
  const texts = textsOf(visit);
  const rows = accesses.map((line) => {
    const purpose =
      line.purpose === '' ? html`<span class="quiet">${texts.noPurpose}</span>` : said(line.purpose);
    const number = line.subjects === 0 ? '' : formatCount(visit.words, line.subjects);
    return html`<tr><td class="day">${formatRecorded(visit.words, line.at)}</td><td>${whoOf(visit, line)}</td><td class="says">${whatOf(visit, line)}</td><td class="says">${purpose}</td><td>${number}</td></tr>`;
  });
  return table(label, [texts.when, texts.who, texts.what, texts.purpose, texts.about], rows);
}

function whoOf(visit: Visit, line: AccessShown): Html {
  const texts = textsOf(visit);
  if (line.name !== undefined) return said(line.name);
  if (line.operator === '') return html`<span class="quiet">${texts.withheld}</span>`;
  if (line.operator === 'console') return html`${texts.console}`;
  if (line.operator.startsWith('key:')) return html`${texts.program}`;
  if (/^nobody(:|$)/.test(line.operator)) return html`${texts.nobody}`;
  return /^[0-9a-f-]{36}$/.test(line.operator) ? code(line.operator) : html`${texts.machine}`;
}

/** The act in words, and what marks the look out from others. */
function whatOf(visit: Visit, line: AccessShown): Html {
  const texts = textsOf(visit);
  const [, act = line.act, note] = /^([a-z-]+)(?: \((.+)\))?$/.exec(line.act) ?? [];
  const { acts } = FACT_WORDS[visit.words.language];
  const named = Object.entries(acts).find(([name]) => name === act)?.[1];
  const flags: Readonly<Record<string, string>> = {
    'not permitted': texts.notPermitted,
    'by holder': texts.byHolder,
    'own name': texts.ownName,
  };
  const flag = note === undefined || !Object.hasOwn(flags, note) ? undefined : flags[note];
  const tone = note === 'by holder' ? 'late' : 'grave';
  return html`${named ?? code(act)}${flag === undefined ? '' : html` <span class="tag ${tone}">${flag}</span>`}`;
}

function listOf(visit: Visit, { accesses, next }: Accesses, path: string, query: Query): Html {
  const texts = textsOf(visit);
  if (accesses.length === 0) return html`<p>${texts.none}</p>`;
  const { after, ...asked } = query;
  const older =
    next === undefined
      ? ''
      : html`<a class="button" href="${link(visit, path, { ...asked, after: next })}">${texts.next}</a> `;
  const newest = after
    ? html`<a class="button plain" href="${link(visit, path, asked)}">${texts.first}</a>`
    : '';
  return html`${accessTable(visit, accesses, texts.title)}<p class="do">${older}${newest}</p>`;
}

/** The page of who looked at one arm. */
export function armReadsPage(visit: Visit, number: string, found: Accesses): Html {
  const texts = textsOf(visit);
  const back = offers(visit, 'view-arm')
    ? html`<p class="back"><a href="${link(visit, `/arms/${number}`)}">${texts.toArm}</a></p>`
    : '';
  return readsOfOne(visit, texts.ofArm(inSentence(number, 'ltr')), back, `/arms/${number}/reads`, found);
}

/** The page of who looked at one trace. */
export function traceReadsPage(visit: Visit, trace: string, found: Accesses): Html {
  const texts = textsOf(visit);
  const back = offers(visit, 'view-trace')
    ? html`<p class="back"><a href="${link(visit, `/traces/${trace}`)}">${texts.toTrace}</a></p>`
    : '';
  return readsOfOne(visit, texts.ofTrace, back, `/traces/${trace}/reads`, found);
}

function readsOfOne(visit: Visit, title: string, back: Html | string, path: string, found: Accesses): Html {
  const texts = textsOf(visit);
  const list = listOf(visit, found, path, visit.query);
  return page(
    visit,
    title,
    html`${back}<h1>${title}</h1><p class="quiet">${texts.lead}</p><section class="card">${list}</section>`,
  );
}

/** The page of all looks, with the ways to narrow them; `people` are those to choose from. */
export function readsPage(
  visit: Visit,
  found: Accesses | undefined,
  people: readonly Choice[],
  says: Html | string = '',
): Html {
  const texts = textsOf(visit);
  const { query } = visit;
  const wish = { name: 'operator', label: texts.person, value: query.operator };
  const person =
    people.length > 0
      ? choiceField(wish, people, texts.anybody)
      : inputField({ ...wish, hint: texts.personHint, code: true });
  const days = html`${inputField({ name: 'from', label: texts.from, value: query.from }, 'date')}${inputField({ name: 'to', label: texts.to, value: query.to }, 'date')}`;
  const flagged = tickField({
    name: 'flagged',
    label: texts.flagged,
    hint: texts.flaggedHint,
    value: query.flagged,
  });
  const filter = html`<form class="card" action="/reads" aria-labelledby="filter"><h2 id="filter">${texts.filter}</h2>${keptLanguage(visit)}<div class="fields">${person}${days}</div>${flagged}<p class="do"><button>${texts.show}</button></p></form>`;
  const arm = html`<form class="card" action="/reads" aria-labelledby="by-arm"><h2 id="by-arm">${texts.showArm}</h2>${keptLanguage(visit)}${inputField({ name: 'arm', label: texts.arm, hint: texts.armHint, code: true, required: true, max: 60 })}<p class="do"><button class="plain">${texts.showArm}</button></p></form>`;
  const list = found ? html`<section class="card">${listOf(visit, found, '/reads', query)}</section>` : '';
  return page(
    visit,
    texts.title,
    html`<h1>${texts.title}</h1><p class="quiet">${texts.lead}</p>${waysBeside(visit)}${says}${filter}${list}<div class="two">${arm}${sampleCard(visit)}</div>`,
  );
}

/** The ways to what else overseers look at, where the role includes it. */
function waysBeside(visit: Visit): Html | string {
  const texts = OVERSIGHT_WORDS[visit.words.language];
  const ways = [
    { act: 'flag-looks', path: '/reads/patterns', name: texts.patterns },
    { act: 'list-changes', path: '/changes', name: texts.changes },
    { act: 'list-late-entries', path: '/late', name: texts.late },
  ].filter(({ act }) => offers(visit, act));
  if (ways.length === 0) return '';
  return html`<p class="do">${ways.map(({ path, name }) => html`<a class="button plain" href="${link(visit, path)}">${name}</a> `)}</p>`;
}

/** The way to a sample of the week, where the role draws one; nothing elsewhere. */
export function sampleCard(visit: Visit): Html | string {
  if (!offers(visit, 'sample-accesses')) return '';
  const texts = textsOf(visit);
  return html`<section class="card" aria-labelledby="sample"><h2 id="sample">${texts.sampleTitle}</h2><p>${texts.sampleSays}</p><p class="do"><a class="button" href="${link(visit, '/reads/sample')}">${texts.draw}</a></p></section>`;
}

/** The page of a sample. */
export function samplePage(visit: Visit, sample: Sample): Html {
  const texts = textsOf(visit);
  const lines =
    sample.accesses.length === 0
      ? html`<p>${texts.none}</p>`
      : accessTable(visit, sample.accesses, texts.sampleTitle);
  return page(
    visit,
    texts.sampleTitle,
    html`<p class="back"><a href="${link(visit, '/reads')}">${texts.title}</a></p><h1>${texts.sampleTitle}</h1><p>${texts.sampleSays}</p><section class="card"><h2>${texts.lot(inSentence(String(sample.lot), 'ltr'))}</h2>${lines}<p class="do"><a class="button plain" href="${link(visit, '/reads/sample')}">${texts.again}</a></p></section>`,
  );
}
