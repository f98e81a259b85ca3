/** What can be done next with an arm, of what the visitor's role includes: first what waits for him or her. */
import { html } from 'hono/html';
import { correctEntry } from '../../acts/correct-entry.ts';
import { listAccesses } from '../../acts/list-accesses.ts';
import { openTrace } from '../../acts/open-trace.ts';
import { proposeListing } from '../../acts/propose-listing.ts';
import { recordEvent } from '../../acts/record-event.ts';
import type { ArmView } from '../../acts/view-arm.ts';
import { MISSING } from '../../domain/custody/life-cycle.ts';
import { answersFor } from './hand-over-page.ts';
import { allows, groupsFor } from './record-fields.ts';
import type { Html } from './text.ts';
import { TRACEABLE } from './trace-open-room.ts';
import { textsOf } from './trace-told.ts';
import { link, offers, type Working } from './visit.ts';
import { LISTING_WORDS } from './words/listing.ts';
import { RECORD_WORDS } from './words/record.ts';

/** The card of what can be done next; nothing where the role only looks and nothing else is open to it. */
export function nextCard(visit: Working, view: ArmView): Html {
  const { next } = RECORD_WORDS[visit.words.language];
  const { events } = visit.person.role;
  const records = offers(visit, recordEvent.name);
  const answers = records ? answersFor(visit, view) : [];
  const receives = answers.some((one) => one !== 'hand-over-withdrawn');
  const to = (path: string): string => link(visit, `/arms/${view.number}/${path}`);
  const button = (path: string, says: string, plain = true): Html =>
    html`<li><a class="button${plain ? ' plain' : ''}" href="${path}">${says}</a></li>`;
  const items: (Html | string)[] = [
    answers.length > 0 ? button(to('answer'), receives ? next.answer : next.withdraw, !receives) : '',
    records && groupsFor(events).length > 0 ? button(to('record'), next.record, receives) : '',
    records && !view.state.pending && allows(events, 'hand-over-posted')
      ? button(to('hand-over'), next.handOver)
      : '',
    offers(visit, openTrace.name) && TRACEABLE.has(view.state.status)
      ? button(link(visit, '/traces/open', { arm: view.number }), textsOf(visit).next.toOpen)
      : '',
    offers(visit, 'add-document') ? button(to('documents'), next.photograph) : '',
    offers(visit, correctEntry.name) && allows(events, 'corrected')
      ? button(to('correct'), next.correct)
      : '',
    MISSING.has(view.state.status) && offers(visit, proposeListing.name)
      ? button(
          link(visit, '/listings/propose', { arm: view.number }),
          LISTING_WORDS[visit.words.language].propose,
        )
      : '',
    offers(visit, listAccesses.name) ? button(to('reads'), next.reads) : '',
  ];
  const waits = view.state.pending
    ? html`<p class="tag late">${receives ? next.waitsForYou : next.waitsForOther}</p>`
    : '';
  return html`<section class="card next" aria-labelledby="next-title"><h2 id="next-title">${next.title}</h2>${waits}<ul>${items}<li><button class="plain" type="button" data-print hidden>${next.print}</button></li></ul></section>`;
}
