/** The page after recording something that does not fit what stands: it is kept, and this is what it contradicts. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import { sayClash } from './arm-clash.ts';
import { formPage } from './record-page.ts';
import { code, type Html } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { formatRecorded, formatWhen } from './when.ts';
import { RECORD_WORDS } from './words/record.ts';

/** What one entry of an arm recorded, with every contradiction it is part of. */
export function recordedPage(visit: Working, view: ArmView, entry: string): Html {
  const { words } = visit;
  const { done: texts, ...all } = RECORD_WORDS[words.language];
  const events = view.events.filter((one) => one.entry === entry);
  const clashes = view.state.contradictions.filter((one) => one.entry === entry || one.against === entry);
  const grave = clashes.some((one) => one.severity === 'highest');
  const alarm =
    clashes.length === 0
      ? ''
      : html`<section class="alarm ${grave ? 'grave' : 'doubt'}" aria-labelledby="alarm"><div><h2 id="alarm">${texts.alarmTitle}</h2><p>${texts.alarmSays}</p><ul>${clashes.map((one) => html`<li><strong>${words.terms.clashes[one.kind].name}</strong>${words.colon}${sayClash(words, view, one)}</li>`)}</ul></div></section>`;
  const told = events.map(
    (one) =>
      html`<li><strong>${words.terms.events[one.type]}</strong>, ${formatWhen(words, one.happened)} <span class="quiet">(${formatRecorded(words, one.recorded)})</span></li>`,
  );
  const receipt = offers(visit, 'view-receipt')
    ? html`<a class="button" href="${link(visit, `/receipts/${entry}`, { arm: view.number })}">${texts.receipt}</a>`
    : '';
  const again = offers(visit, 'record-event')
    ? html`<a class="button plain" href="${link(visit, `/arms/${view.number}/record`)}">${texts.another}</a>`
    : '';
  const ways = html`<p class="do">${receipt}<a class="button plain" href="${link(visit, `/arms/${view.number}`)}">${all.choose.back}</a>${again}</p>`;
  return formPage(
    visit,
    view,
    texts.title,
    html`${alarm}<section class="card"><ul>${told}</ul><p class="quiet">${texts.entry}${words.colon}${code(entry)}</p>${ways}</section>`,
  );
}
