/**
 * The number of a candidate as a strip: each character that agrees with what was read, that differs from it, or that tells what
 * could not be read. Told by shape and by the sentences beside it, never by colour alone.
 */
import { html } from 'hono/html';
import type { CandidateTold, Identified } from '../../acts/identify-output.ts';
import { type Place, parseReading } from '../../domain/marks/reading.ts';
import { type Html, visible } from './text.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import type { Words } from './words/words.ts';

type CellKind = 'same' | 'differs' | 'filled' | 'unknown';

/** The number on the arm that fits best, held against what was read. */
export function candidateStrip(
  understood: Identified['understood'],
  one: CandidateTold,
  size: 'small' | 'large',
): Html {
  const { places } = parseReading(understood.readings[0]?.written ?? '').reading;
  const kinds = kindsOf(places, one);
  const cells = one.mark.map(
    ({ stands }, at) =>
      html`<span class="cell ${kinds[at]!}"><i><b>${stands === '' ? '?' : visible(stands)}</b></i></span>`,
  );
  return html`<span class="reading ${size}"><span class="aloud" dir="ltr">${markText(one)}</span><bdi dir="ltr" class="code cells" aria-hidden="true">${cells}</bdi></span>`;
}

/** The same as text; what the register does not know of it stands as a question mark. */
export function markText({ mark }: CandidateTold): string {
  return visible(mark.map(({ stands }) => stands || '?').join(''));
}

/** What the cells of a strip mean, for those who see them. */
export function stripLegend({ language }: Words): Html {
  const { differs, filled } = IDENTIFY_WORDS[language];
  const cell = (kind: CellKind): Html =>
    html`<span class="reading small"><span class="cell ${kind}"><i class="code"><b>8</b></i></span></span>`;
  return html`<p class="legend" aria-hidden="true"><span>${cell('differs')} ${differs}</span><span>${cell('filled')} ${filled}</span></p>`;
}

function kindsOf(places: readonly Place[], { mark, steps }: CandidateTold): readonly CellKind[] {
  const changed = new Set(
    steps.flatMap(({ is, place }) =>
      is === 'alike' || is === 'other' ? [place] : is === 'swapped' ? [place, place + 1] : [],
    ),
  );
  const lost = steps.filter(({ is }) => is === 'lost');
  let last = 0;
  return mark.map(({ stands, place }) => {
    if (place > 0) last = Math.max(last, place);
    if (stands === '') return 'unknown';
    if (place > 0) return changed.has(place) ? 'differs' : isSure(places[place - 1]) ? 'same' : 'filled';
    const at = lost.findIndex((step) => step.place === last && step.stands === stands);
    if (at < 0) return 'filled';
    lost.splice(at, 1);
    return 'differs';
  });
}

function isSure(place: Place | undefined): boolean {
  return place !== undefined && [...place.may].length === 1 && !place.worn;
}
