/**
 * What was found at home: registers looked into, those that are asked instead, lists, and the ways from here to the candidates
 * and to a decision on one of them. A candidate is a lead.
 */
import { html } from 'hono/html';
import type { TraceView } from '../../acts/trace-view-output.ts';
import type { TracedItem } from '../../domain/trace/request.ts';
import { keptLanguage } from './page.ts';
import { markStrip } from './strip.ts';
import { type Html, said } from './text.ts';
import { card, countSaid, momentSaid, termsOf, textsOf } from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { formatShare } from './when.ts';

/** The card of what was found at home. */
export function homeCard(visit: Working, view: TraceView): Html | string {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const look = view.looks.at(-1);
  if (!look) return '';
  const { looks } = termsOf(visit);
  const registers = look.registers.map(
    ({ name, outcome }) =>
      html`<li>${said(name)}${words.colon}<span class="tag ${outcome === 'found' ? 'sound' : outcome === 'to-be-asked' ? 'late' : ''}">${looks[outcome]}</span></li>`,
  );
  const hits = look.lists.reduce((sum, one) => sum + one.hits, 0);
  const reading = look.reading
    ? html`<p>${texts.reading}${words.colon}${markStrip(words, look.reading, { size: 'small' })}</p>`
    : '';
  const count = look.candidates > 0 ? texts.candidates(countSaid(words, look.candidates)) : texts.noCandidate;
  const none =
    look.candidates > 0 && look.noneProbability !== undefined
      ? html` ${texts.noneShare(`\u2066${formatShare(words, look.noneProbability)}\u2069`)}`
      : '';
  const hit =
    hits > 0
      ? html`<p class="alarm doubt">${texts.hits(countSaid(words, hits))}</p>`
      : html`<p class="quiet">${texts.hits(countSaid(words, 0))}</p>`;
  const isTaken = view.events.some(({ type }) => type === 'arm-taken-for');
  const arm = view.arm
    ? html`<p>${isTaken ? texts.taken : texts.ownRecord} ${armLink(visit, view.arm)}</p>`
    : '';
  const ways = view.status === 'open' && look.candidates > 0 ? waysTo(visit, view) : '';
  return card(
    'home',
    texts.home,
    html`<p class="quiet">${texts.lookedAt(momentSaid(words, look.at))}</p>${reading}<ul class="lines">${registers}</ul><p>${count}${none}</p>${hit}${arm}${ways}`,
  );
}

function armLink(visit: Working, arm: string): Html | string {
  return offers(visit, 'view-arm')
    ? html`<a href="${link(visit, `/arms/${arm}`)}">${textsOf(visit).trace.toArm}</a>`
    : '';
}

/** To the candidates with the question as it stands; what is asked goes in a form, and stands in no address. */
function waysTo(visit: Working, view: TraceView): Html | string {
  const texts = textsOf(visit).trace;
  const fields = view.item ? questionFields(view.item) : [];
  const hidden = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const look =
    fields.length > 0 && offers(visit, 'identify-arm')
      ? html`<form class="inline" method="post" action="/identify">${keptLanguage(visit)}${hidden}<button class="plain">${texts.lookThere}</button></form>`
      : '';
  const take = offers(visit, 'take-arm')
    ? html`<a class="button plain" href="${link(visit, `/traces/${view.id}/take`)}">${texts.takeIt}</a>`
    : '';
  return look || take ? html`<p class="quiet">${texts.lead}</p><div class="do">${look}${take}</div>` : '';
}

/** The question about a thing, as the form of identification has it. */
function questionFields(item: TracedItem): readonly (readonly [string, string])[] {
  const numbers = item.marks.filter(({ kind, text }) => kind === 'serial' && text.trim() !== '');
  const [first, ...more] = numbers;
  if (!first) return [];
  const of = (name: string, value: string | number | undefined): readonly (readonly [string, string])[] =>
    value === undefined || value === 'unknown' ? [] : [[name, String(value)]];
  const mark = (kind: string): string | undefined => item.marks.find((one) => one.kind === kind)?.text;
  return [
    ...of('reading', first.text),
    ...of('part', first.part),
    ...more
      .slice(0, 3)
      .flatMap(({ text, part }, at) => [
        ...of(`more.${at + 1}.reading`, text),
        ...of(`more.${at + 1}.part`, part),
      ]),
    ...of('maker', item.maker),
    ...of('model', item.model),
    ...of('calibre', item.calibre),
    ...of('class', item.class),
    ...of('country', item.country),
    ...of('year', item.year),
    ...of('property', mark('property')),
    ...of('importMark', mark('import')),
  ];
}
