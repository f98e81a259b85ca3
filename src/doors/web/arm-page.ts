/** An arm's page: the answer first, then custody as a drawing and in words, its marks, and last the proof. */
import { html } from 'hono/html';
import type { DocumentList } from '../../acts/list-documents.ts';
import type { MatchList } from '../../acts/list-matches.ts';
import type { ArmView } from '../../acts/view-arm.ts';
import { isEventType } from '../../domain/custody/life-cycle.ts';
import { answers, headline, serialOf } from './arm-answers.ts';
import { clashBand } from './arm-clash.ts';
import { nextCard } from './arm-next.ts';
import { entriesTable, eventsTable, marksTable, provenanceTable } from './arm-tables.ts';
import { custodyDrawing } from './custody-drawing.ts';
import { documentParts } from './document-parts.ts';
import { emergencyBand } from './emergency-page.ts';
import { matchesCard } from './match-page.ts';
import { page } from './page.ts';
import { partyName } from './party-words.ts';
import { notedBand } from './serial-parts.ts';
import { type Html, said, visible } from './text.ts';
import type { Visit, Working } from './visit.ts';
import { formatWhen } from './when.ts';

/** What stands beside the record of an arm, as far as the visitor may see it. */
type Beside = { readonly documents: DocumentList | undefined; readonly matches: MatchList | undefined };

/** The page of one arm; `now` is where its custody ends on the drawing. */
export function armPage(visit: Working, view: ArmView, now: number, { documents, matches }: Beside): Html {
  const { words } = visit;
  const { arm, drawing } = words;
  const title = visible(
    [view.state.description.maker, serialOf(view) ?? view.number].filter(Boolean).join(' '),
  );
  const card = (id: string, name: string, contents: Html, extra: Html | string = ''): Html =>
    html`<section class="card" aria-labelledby="${id}-title" id="${id}"><div class="card-head"><h2 id="${id}-title">${name}</h2>${extra}</div>${contents}</section>`;
  const legend = html`<ul class="legend"><li><i class="full"></i>${drawing.inTime}</li><li><i class="hollow"></i>${drawing.late}</li><li class="clash"><i class="hatched"></i>${drawing.clash}</li></ul>`;
  const custody = card('custody', arm.custody, custodyDrawing(visit, view, now), legend);
  const contents = html`${emergencyBand(visit, view)}${clashBand(visit, view)}${notedBand(visit, view.noted)}${headline(visit, view)}${answers(visit, view)}${custody}
<div class="two">${card('marks', arm.marks, marksTable(visit, view))}
<div>${nextCard(visit, view)}${card('findings', arm.findings, findings(visit, view))}</div></div>
${matchesCard(visit, matches, view.number)}
${documents ? card('documents', arm.documents, documentParts(visit, documents)) : ''}
${card('events', arm.custodyTable, eventsTable(visit, view))}
${card('entries', arm.entries, entriesTable(visit, view, true))}
${card('provenance', arm.provenance, provenanceTable(visit, view))}`;
  return page(visit, title, contents);
}

function findings(visit: Visit, view: ArmView): Html {
  const { words } = visit;
  const { firstIrregularity: first, findings } = view.state;
  const name =
    first === undefined
      ? ''
      : isEventType(first.type)
        ? words.terms.events[first.type]
        : words.terms.clashes[first.type].name;
  const irregular = first
    ? html`<p>${words.arm.firstIrregularity}${words.colon}<strong>${name}</strong> (${formatWhen(words, first.at)})</p>`
    : html`<p>${words.arm.noIrregularity}</p>`;
  const list = findings.map(
    (finding) =>
      html`<li>${formatWhen(words, finding.happened)}${words.colon}${said(finding.why ?? finding.basis?.kind ?? '')} ${finding.by === undefined ? '' : words.arm.seenBy(`\u2068${visible(partyName(words, view.names, finding.by))}\u2069`)}</li>`,
  );
  return html`${irregular}${list.length === 0 ? html`<p class="quiet">${words.arm.noFindings}</p>` : html`<ul>${list}</ul>`}`;
}
