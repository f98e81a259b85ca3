/** What serials tell, on pages: how a maker writes them, and on an arm's page what cannot be going by its serial. */
import { html } from 'hono/html';
import type { Noted, SerialForm } from '../../acts/serial-output.ts';
import type { ArmClass } from '../../domain/arms/classification.ts';
import type { Impossible } from '../../domain/reference/impossible.ts';
import { ownTag } from './reference-state.ts';
import { code, type Html, inSentence, said } from './text.ts';
import type { Visit } from './visit.ts';
import { formatWhen } from './when.ts';
import { SERIAL_WORDS } from './words/serial.ts';

/** The band above an arm's page where its serial contradicts what is recorded of it. */
export function notedBand(visit: Visit, noted: Noted): Html | string {
  if (noted.length === 0) return '';
  const texts = SERIAL_WORDS[visit.words.language];
  return html`<section class="alarm doubt" aria-labelledby="noted"><div><h2 id="noted">${texts.noted}</h2><ul>${noted.map((one) => html`<li>${sayNoted(visit, one)}</li>`)}</ul><p>${texts.check}</p></div></section>`;
}

function sayNoted({ words }: Visit, one: Impossible): string {
  const texts = SERIAL_WORDS[words.language];
  const serial = inSentence(one.serial, 'ltr');
  const when = (time: string): string => `\u2068${formatWhen(words, time)}\u2069`;
  if (one.kind === 'made-later') return texts.madeLater(serial, when(one.made), when(one.seenOn));
  const stated = when(String(one.stated));
  if (one.kind === 'never-so') return texts.neverSo(serial, stated);
  return texts.otherYear(serial, inSentence(rangesOf(one.years), 'ltr'), stated);
}

/** Years as runs: 2010, 2014–2019. */
function rangesOf(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** How a maker writes its serials: each form with its zones, what it tells and where that is from. */
export function serialForms(visit: Visit, forms: readonly SerialForm[]): Html | string {
  if (forms.length === 0) return '';
  const texts = SERIAL_WORDS[visit.words.language];
  const items = forms.map((form) => html`<li>${serialItem(visit, form)}</li>`);
  return html`<section class="card" aria-labelledby="serials-title" id="serials"><h2 id="serials-title">${texts.formats}</h2><p class="quiet">${texts.lead}</p><ul class="facts">${items}</ul></section>`;
}

function serialItem({ words }: Visit, form: SerialForm): Html {
  const texts = SERIAL_WORDS[words.language];
  const { classes } = words.terms;
  const zones = form.zones
    .filter(({ means }) => means !== 'separator')
    .map(({ means, shown, min, max }) => {
      const times = min === max ? `×${max}` : `×${min}–${max}`;
      return html`${texts.zones[means]} ${code(`${shown} ${times}`)}`;
    });
  const parted = zones.map((zone, at) => html`${at === 0 ? '' : ' · '}${zone}`);
  const tells = [
    form.tells === 'years' ? texts.tellsYears : texts.shapeOnly,
    ...(form.strict ? [texts.strict] : []),
    ...(form.hint ? [texts.hint] : []),
    form.classes.map((one) => classes[one as ArmClass]).join(', '),
  ].join(' · ');
  const english = (text: string): Html => html`<span lang="en" dir="ltr">${said(text)}</span>`;
  const notes = form.notes ? html`<br><span class="quiet">${english(form.notes)}</span>` : '';
  return html`<strong>${english(form.title)}</strong>${ownTag({ words }, form.state !== undefined)}<br>${parted}<br><span class="quiet">${tells}</span>${notes}<br><span class="quiet">${english(form.sources.join('; '))}</span>`;
}
