/**
 * The pictures of a filled document beside the fields of the request that it is: each shown as it would be kept, with what it shows;
 * taken over with the request unless it is left out. What was not taken is told with its reason.
 *
 * What could go wrong: a picture made to do harm. None is shown or kept but as it was written anew (acts/taken-pictures).
 *
 * @clause ITI 17(b), C-13, J-05
 */
import { html } from 'hono/html';
import { isTaken, type TakenPlace } from '../../acts/taken-pictures.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { PHOTOGRAPH_SIDES, type Photograph } from '../../domain/trace/request.ts';
import { TRACE_TERMS } from '../words/trace-terms.ts';
import { choiceField, tickField, type Values } from './forms.ts';
import { sayRefusal } from './refusal-words.ts';
import type { Html } from './text.ts';
import { begun } from './trace-told.ts';
import type { Working } from './visit.ts';
import { formatCount } from './when.ts';
import { PAPERS_WORDS } from './words/papers.ts';

const sideOf = (place: number): string => `picture.${place}.side`;
const scaleOf = (place: number): string => `picture.${place}.scale`;

/** The fields of the pictures; nothing where there are none. */
export function pictureFields(
  visit: Working,
  document: string,
  pictures: readonly TakenPlace[],
  values: Values,
): Html | string {
  if (pictures.length === 0) return '';
  const { words } = visit;
  const texts = PAPERS_WORDS[words.language];
  const names = TRACE_TERMS[words.language].photographs;
  const sides = PHOTOGRAPH_SIDES.map((value) => ({ value, label: begun(words, names[value]) }));
  const parts = pictures.map(({ place, taken }) => {
    const name = texts.picture(formatCount(words, place));
    if (isRefusal(taken))
      return html`<li><strong>${name}</strong><p class="alarm doubt">${sayRefusal(words, taken)}</p></li>`;
    const path = `/traces/paper/${document}/pictures/${place}`;
    const side = {
      name: sideOf(place),
      label: texts.pictureShows,
      value: values.get(sideOf(place)) ?? 'other',
    };
    const scale = { name: scaleOf(place), label: texts.pictureScale, value: values.get(scaleOf(place)) };
    return html`<li><figure><img src="${path}" alt="${name}" width="160" height="120"><figcaption>${name}</figcaption></figure>${choiceField(side, [...sides, { value: 'none', label: texts.pictureLeft }])}${tickField(scale)}</li>`;
  });
  return html`<fieldset><legend>${texts.pictures}</legend><p class="quiet">${texts.picturesSay}</p><ul class="lines">${parts}</ul></fieldset>`;
}

/** The photographs that go with a request, as they were chosen. */
export function chosenPictures(
  pictures: readonly TakenPlace[],
  typed: (name: string) => string | undefined,
): readonly Photograph[] {
  return pictures.filter(isTaken).flatMap(({ place, taken }) => {
    const side = PHOTOGRAPH_SIDES.find((one) => one === typed(sideOf(place)));
    return side ? [{ side, hasScale: typed(scaleOf(place)) === 'yes', ...taken }] : [];
  });
}
