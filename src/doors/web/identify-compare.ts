/** Candidates side by side with what is seen: a row for each feature, and what differs marked in words and by shape. */
import { html } from 'hono/html';
import { BIT_NAMES, type BitName, type CandidateTold } from '../../acts/identify-output.ts';
import { parseReading } from '../../domain/marks/reading.ts';
import { form, type Values } from './forms.ts';
import type { Answered } from './identify-answer.ts';
import { formatBits } from './identify-bits.ts';
import { hiddenFields } from './identify-read.ts';
import { reasonsOf, sayShare, standsAs } from './identify-reasons.ts';
import { candidateStrip, markText, stripLegend } from './identify-strip.ts';
import { sayReading } from './identify-understood.ts';
import { page } from './page.ts';
import { readingStrip } from './strip.ts';
import { code, type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';

/** Named limit: candidates that are looked at together. */
export const COMPARED_MAX = 3;

const ROWS = BIT_NAMES.filter((name) => name !== 'serial');
const LEFT_TO_RIGHT: ReadonlySet<BitName> = new Set(['calibre', 'year']);

/** The page of the comparison. */
export function comparePage(visit: Visit, answered: Answered, picked: readonly CandidateTold[]): Html {
  const { words } = visit;
  const texts = IDENTIFY_WORDS[words.language];
  const heads = picked.map((one) => html`<th scope="col">${code(markText(one))}</th>`);
  const tables = html`<div class="scroll" tabindex="0" role="region" aria-label="${texts.sideBySide}"><table class="side-by-side"><thead><tr><td></td><th scope="col">${texts.seen}</th>${heads}</tr></thead><tbody>${numberRow(visit, answered, picked)}${ROWS.map((name) => featureRow(visit, answered, picked, name))}${chanceRow(visit, picked)}${whyRow(visit, answered, picked)}${stateNumberRow(visit, picked)}</tbody></table></div>`;
  const back = form(
    visit,
    { action: link(visit, '/identify'), class: 'inline' },
    html`${hiddenFields(answered.typed)}<button class="plain">${texts.back}</button>`,
  );
  const card = html`<section class="card" aria-labelledby="side-by-side"><div class="card-head"><h1 id="side-by-side">${texts.sideBySide}</h1><p class="expert">${texts.expert}</p></div>${stripLegend(words)}${tables}<div class="do">${back}<button type="button" class="plain" data-print hidden>${texts.print}</button></div></section>`;
  return page({ ...visit, path: '/identify' }, texts.sideBySide, card);
}

const row = (head: string, cells: readonly (Html | string)[]): Html =>
  html`<tr><th scope="row">${head}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;

function numberRow({ words }: Visit, { found }: Answered, picked: readonly CandidateTold[]): Html {
  const { reading } = parseReading(found.understood.readings[0]?.written ?? '');
  const seen = html`${readingStrip(words, reading, 'large')}<span class="line quiet">${sayReading(words, reading)}</span>`;
  const texts = IDENTIFY_WORDS[words.language];
  return row(texts.serial, [seen, ...picked.map((one) => candidateStrip(found.understood, one, 'large'))]);
}

/** What is typed of a feature and what stands on each; a cell that speaks against says so. */
function featureRow(
  { words }: Visit,
  { typed, found }: Answered,
  picked: readonly CandidateTold[],
  name: Exclude<BitName, 'serial'>,
): Html | string {
  const texts = IDENTIFY_WORDS[words.language];
  const shown = (value: string): Html => (LEFT_TO_RIGHT.has(name) ? code(value) : said(value));
  const values = picked.map((one) => standsAs(words, one, name));
  const seen = seenAs(words.terms.classes, typed, found.understood.readings.length, name);
  if (seen === '' && values.every((value) => value === '')) return '';
  const cells = picked.map((one, at) => {
    const bits = one.bits[name];
    const value = values[at]!;
    const says = value === '' ? reasonsOf(words, found, typed, one).find((it) => it.name === name)?.says : '';
    const stands = value === '' ? html`<span class="quiet">${says || texts.notKnown}</span>` : shown(value);
    if (bits === undefined || bits === 0) return stands;
    const sign = bits > 0 ? texts.for : texts.against;
    return html`<span class="${bits > 0 ? 'agrees' : 'clashes'}">${stands}</span><span class="line quiet">${sign} <bdi dir="ltr">${formatBits(words, bits)}</bdi></span>`;
  });
  const typedCell = seen === '' ? html`<span class="quiet">${texts.notSaid}</span>` : shown(seen);
  return row(texts.features[name], [typedCell, ...cells]);
}

function seenAs(
  classes: Readonly<Record<string, string>>,
  typed: Values,
  numbers: number,
  name: Exclude<BitName, 'serial'>,
): string {
  if (name === 'parts') return numbers > 1 ? String(numbers - 1) : '';
  const value = typed.get(name) ?? '';
  return name === 'class' ? (classes[value] ?? value) : value;
}

function chanceRow({ words }: Visit, picked: readonly CandidateTold[]): Html {
  const texts = IDENTIFY_WORDS[words.language];
  const shares = picked.map((one) => html`<strong>${sayShare(words, one.probability)}</strong>`);
  return row(texts.chance, ['', ...shares]);
}

function whyRow({ words }: Visit, { found, typed }: Answered, picked: readonly CandidateTold[]): Html {
  const texts = IDENTIFY_WORDS[words.language];
  const cells = picked.map((one) => {
    const number = reasonsOf(words, found, typed, one).find(({ name }) => name === 'serial');
    return html`${number?.says ?? ''}`;
  });
  return row(texts.why, ['', ...cells]);
}

function stateNumberRow({ words }: Visit, picked: readonly CandidateTold[]): Html {
  return row(words.results.number, ['', ...picked.map((one) => code(one.number))]);
}
