/** The tables of an arm's page: its events, its marks, its entries in the ledger, and where the record came from. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import { LANES } from '../../domain/custody/life-cycle.ts';
import type { Damage } from '../../domain/intake/understood.ts';
import { partyName } from './party-words.ts';
import { receiptLink } from './receipt-link.ts';
import { allows } from './record-fields.ts';
import { markStrip } from './strip.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatRecorded, formatShare, formatWhen } from './when.ts';
import { RECORD_WORDS } from './words/record.ts';

/** A table that scrolls inside its own box where the screen is narrow. */
export function table(label: string, heads: readonly string[], rows: readonly Html[]): Html {
  const head = heads.map((one) => html`<th scope="col">${one}</th>`);
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Every event in words, in the order in which they happened. */
export function eventsTable(visit: Visit, view: ArmView): Html {
  const { words } = visit;
  const clashing = new Set(view.state.contradictions.map((one) => one.entry));
  const rows = view.events.map((event) => {
    const who = LANES.flatMap((lane) => {
      const party = event.to?.[lane];
      return party === undefined
        ? []
        : [
            html`<span class="line">${words.terms.lanes[lane]}${words.colon}${said(partyName(words, view.names, party))}</span>`,
          ];
    });
    const paper = [event.basis?.kind, event.basis?.number, event.basis?.authority, event.place, event.why];
    const late = event.late ? html` <span class="tag late">${words.arm.recordedLate}</span>` : '';
    const corrected = event.corrected ? html` <span class="tag late">${words.arm.corrected}</span>` : '';
    return html`<tr${clashing.has(event.entry) ? html` class="clash"` : ''}><th scope="row">${words.terms.events[event.type]}</th><td class="day">${formatWhen(words, event.happened)}</td><td class="says">${who}</td><td class="says">${paper.filter((one) => one).map((one) => html`<span class="line">${said(one!)}</span>`)}</td><td class="day">${formatRecorded(words, event.recorded)}${late}${corrected}${correctLink(visit, view, event)}</td></tr>`;
  });
  const { arm } = words;
  return table(arm.custodyTable, [arm.event, arm.happened, arm.who, arm.basis, arm.recorded], rows);
}

/** The way to correct an entry, for those whose role corrects. */
function correctLink(visit: Visit, view: ArmView, event: ArmView['events'][number]): Html | string {
  const events = visit.signedIn?.person?.role.events ?? [];
  const may = offers(visit, 'correct-entry') && allows(events, 'corrected');
  if (!may || event.corrected || event.type === 'corrected') return '';
  const { act } = RECORD_WORDS[visit.words.language].correct;
  return html`<a class="line small" href="${link(visit, `/arms/${view.number}/correct`, { entry: event.entry })}">${act}</a>`;
}

const SOUND = new Set(['legible', 'restored']);

/** Every reading of every mark, by part, as a strip of cells. */
export function marksTable(visit: Visit, view: ArmView): Html {
  const { words } = visit;
  const { arm, terms } = words;
  if (view.state.marks.length === 0) return html`<p class="quiet">${arm.noMarks}</p>`;
  const rows = view.state.marks.map((mark) => {
    const tone = SOUND.has(mark.condition) ? 'sound' : 'late';
    const reading =
      mark.text.length === 0
        ? html`<span class="quiet">${arm.nothingRead}</span>`
        : markStrip(words, mark.text, { size: 'large', worn: mark.condition === 'partly-legible' });
    return html`<tr><td>${terms.parts[mark.part]}</td><td>${terms.markKinds[mark.kind]}</td><td class="says">${reading}${mark.note ? html`<span class="line quiet">${said(mark.note)}</span>` : ''}</td><td><span class="tag ${tone}">${terms.conditions[mark.condition]}</span></td></tr>`;
  });
  return table(arm.marks, [arm.part, arm.kind, arm.reading, arm.condition], rows);
}

const ENTRIES_SHOWN_MAX = 200;

/** The entries with their places in the tree, and the proof of them all. */
export function entriesTable(visit: Visit, view: ArmView, proof: boolean): Html {
  const { words } = visit;
  const { arm } = words;
  const rows = view.entries
    .slice(-ENTRIES_SHOWN_MAX)
    .map(
      (entry) =>
        html`<tr><td>${receiptLink(visit, 'view-receipt', entry.entry, { arm: view.number || view.id })}</td><td>${entry.leaf === undefined ? arm.waiting : code(String(entry.leaf))}</td><td>${formatRecorded(words, entry.recorded)}</td></tr>`,
    );
  const size = view.checkpointSize;
  const says =
    size === undefined
      ? arm.noCheckpoint
      : arm.entriesSay(formatCount(words, view.entries.length), formatCount(words, size));
  const download = html`<p><a class="button" href="${link(visit, `/arms/${view.id}/proof.json`)}" download>${arm.download}</a></p>`;
  return html`<p>${says}</p>${proof ? download : ''}${table(arm.entries, [arm.entry, arm.leaf, arm.recorded], rows)}`;
}

const DIGEST_SHOWN = 12;

/** Where the record came from: file, sheet, row, how sure, and what was damaged on the way. */
export function provenanceTable(visit: Visit, view: ArmView): Html {
  const { words } = visit;
  const { arm, terms } = words;
  const sources = new Map(
    view.events.flatMap((event) => (event.provenance ? [[event.entry, event.provenance] as const] : [])),
  );
  if (sources.size === 0) return html`<p>${arm.noProvenance}</p>`;
  const rows = [...sources.values()].map((source) => {
    const damage = (source.damage ?? []).map((one) =>
      one in terms.damage ? terms.damage[one as Damage] : one,
    );
    return html`<tr><td>${code(source.file.slice(0, DIGEST_SHOWN))}</td><td>${said(source.sheet)}</td><td>${formatCount(words, source.row)}</td><td>${formatShare(words, source.confidence)}</td><td>${damage.length === 0 ? arm.noDamage : damage.map((one) => html`<span class="line">${said(one)}</span>`)}</td></tr>`;
  });
  return table(arm.provenance, [arm.file, arm.sheet, arm.row, arm.confidence, arm.damage], rows);
}
