/** How the State that made the arm of a trace marks, and the one that imported it: beside the trace, to be laid beside the thing. */
import { html } from 'hono/html';
import { listMarkingPractices, type PracticeTold } from '../../acts/list-marking-practices.ts';
import type { TraceView } from '../../acts/trace-view-output.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { practiceList } from './practices-page.ts';
import { ask, type Site } from './room.ts';
import type { Html } from './text.ts';
import { begun, card, countrySaid } from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { PRACTICE_WORDS } from './words/practices.ts';

/** Named limit: practices shown of one State. */
const SHOWN_MAX = 4;

/** The practices of one State: of its makers, or of its imports. */
export type PracticesShown = {
  readonly country: string;
  readonly of: 'manufacture' | 'import';
  readonly practices: readonly PracticeTold[];
  /** How many there are of all kinds. */
  readonly total: number;
};

/** The practices that the arm of a trace is to be laid beside; none where the visitor is not told what arm it is. */
export async function practicesFor(
  site: Site,
  visit: Working,
  { item }: TraceView,
): Promise<readonly PracticesShown[]> {
  if (!item || !offers(visit, listMarkingPractices.name)) return [];
  const wanted = [
    ['manufacture', item.country],
    ['import', item.importCountry],
  ] as const;
  const shown: PracticesShown[] = [];
  for (const [of, country] of wanted) {
    if (country === undefined) continue;
    const page = await ask(site, visit, listMarkingPractices, { country });
    if (isRefusal(page) || page.practices.length === 0) continue;
    // Marks of import are looked for on what was imported there, all others on what was made there.
    const fit = page.practices.filter(({ kind }) => (kind === 'import') === (of === 'import'));
    if (fit.length > 0) shown.push({ country, of, practices: fit.slice(0, SHOWN_MAX), total: page.total });
  }
  return shown;
}

/** The card; nothing where no practice is known. */
export function tracePracticesCard(visit: Working, shown: readonly PracticesShown[]): Html | string {
  if (shown.length === 0) return '';
  const { words } = visit;
  const texts = PRACTICE_WORDS[words.language];
  const parts = shown.map(({ country, of, practices, total }) => {
    const name = countrySaid(words, country, '');
    const title = of === 'import' ? texts.importedInto(name) : texts.madeIn(name);
    const all =
      total > practices.length
        ? html`<p><a href="${link(visit, '/marking-practices', { country })}">${texts.allOf(name)}</a></p>`
        : '';
    return html`<section class="part"><h3>${begun(words, title)}</h3>${practiceList(visit, practices)}${all}</section>`;
  });
  return card('marking', texts.ofTrace, html`<p class="quiet">${texts.ofTraceSays}</p>${parts}`);
}
