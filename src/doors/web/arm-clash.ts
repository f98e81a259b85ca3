/** What contradicts what in an arm's record, the gravest first, in one sentence each. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import type { Contradiction } from '../../domain/custody/arm-state.ts';
import type { Html } from './text.ts';
import type { Visit } from './visit.ts';
import { formatCount, formatMoment } from './when.ts';
import type { Words } from './words/words.ts';

const GRAVITY = { highest: 0, high: 1, low: 2 } as const;
const SHOWN_MAX = 4;

/** The contradictions of an arm, the gravest first. */
export function gravestFirst(view: ArmView): readonly Contradiction[] {
  return [...view.state.contradictions].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

/** One sentence on what contradicts what. */
export function sayClash(words: Words, view: ArmView, clash: Contradiction): string {
  const told = (entry: string | undefined): { event: string; when: string } => {
    const events = view.events.filter((one) => one.entry === entry);
    // An imported row tells that the arm was registered and what happened to it; the second is what clashes.
    const event = events.findLast((one) => one.type !== 'registered') ?? events[0];
    return event
      ? { event: words.terms.events[event.type], when: formatMoment(words, event.happened) }
      : { event: words.unknown, when: words.moments.unknown };
  };
  const here = told(clash.entry);
  const other = told(clash.against);
  return words.terms.clashes[clash.kind].says({ ...here, other: other.event, otherWhen: other.when });
}

/** The band above everything else on an arm's page, where something does not fit. */
export function clashBand(visit: Visit, view: ArmView): Html | string {
  const { words } = visit;
  const [first, ...rest] = gravestFirst(view);
  if (!first) return '';
  const grave = first.severity === 'highest';
  const shown = rest.slice(0, SHOWN_MAX - 1);
  const name = words.terms.clashes[first.kind].name;
  return html`<section class="alarm ${grave ? 'grave' : 'doubt'}" aria-labelledby="alarm">
<div><h2 id="alarm">${grave ? words.arm.alarm : words.arm.doubt}${words.colon}${name}</h2>
<p>${sayClash(words, view, first)}</p>
${shown.length > 0 ? html`<ul>${shown.map((one) => html`<li>${sayClash(words, view, one)}</li>`)}</ul>` : ''}
${rest.length > shown.length ? html`<p>${words.arm.moreClashes(formatCount(words, rest.length + 1))}</p>` : ''}</div>
<a class="button plain" href="#events">${words.arm.seeEvents}</a>
</section>`;
}
