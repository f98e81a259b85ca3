/** What can be done with a search beside reading it: give it a name, run a kept one again, take its list as a file. */
import { html } from 'hono/html';
import { EXPORT_ARMS_MAX, EXPORT_WHOLE_MAX } from '../../acts/export-sheet.ts';
import { type KeptSearch, SEARCH_NAME_MAX } from '../../acts/searches.ts';
import type { Asked } from './find-form.ts';
import { form, inputField, sendButton } from './forms.ts';
import { type Html, inSentence, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount } from './when.ts';
import { FIND_WORDS } from './words/find.ts';

/** The form that gives a search a name, or says which it has. */
export function keepForm(visit: Visit, kept: KeptSearch): Html {
  const texts = FIND_WORDS[visit.words.language];
  const has = kept.name === undefined ? '' : html`<p>${texts.keptAs(inSentence(kept.name))}</p>`;
  const name = inputField({
    name: 'name',
    label: texts.name,
    hint: texts.keepHint,
    value: kept.name,
    required: true,
    max: SEARCH_NAME_MAX,
  });
  return form(
    visit,
    { action: `/find/s/${kept.id}/name` },
    html`<h2>${texts.keepTitle}</h2>${has}${name}${sendButton(texts.keep)}`,
  );
}

/** The searches that the visitor keeps, each a way to run it again; nothing where there are none. */
export function keptCard(visit: Visit, searches: readonly KeptSearch[]): Html | string {
  if (searches.length === 0) return '';
  const texts = FIND_WORDS[visit.words.language];
  const items = searches.map(({ id, name = '' }) => {
    const forget = form(
      visit,
      { action: `/find/s/${id}/forget`, class: 'inline' },
      html`<input type="hidden" name="to" value="${visit.path}"><button class="plain" aria-label="${texts.forgetOne(inSentence(name))}">${texts.forget}</button>`,
    );
    return html`<li><a href="${link(visit, `/find/s/${id}`)}">${said(name)}</a> ${forget}</li>`;
  });
  return html`<section class="card kept-searches" aria-labelledby="kept-searches"><h2 id="kept-searches">${texts.keptTitle}</h2><ul>${items}</ul></section>`;
}

/** The form that takes what was found as a file, where the role includes that. */
export function exportForm(visit: Visit, asked: Asked, wrong?: string): Html | string {
  if (!offers(visit, 'export-arms')) return '';
  const texts = FIND_WORDS[visit.words.language];
  const hidden = Object.entries(asked).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const purpose = inputField({
    name: 'purpose',
    label: texts.purpose,
    hint: texts.purposeHint,
    value: visit.signedIn?.visitor.purpose,
    required: true,
    wrong,
    max: 200,
  });
  return form(
    visit,
    { action: '/find/export' },
    html`<h2>${texts.exportTitle}</h2><p>${texts.exportSays}</p><p class="quiet">${texts.most(formatCount(visit.words, EXPORT_ARMS_MAX), formatCount(visit.words, EXPORT_WHOLE_MAX))}</p>${hidden}${purpose}<p class="do"><button name="format" value="csv">${texts.csv}</button> <button class="plain" name="format" value="xlsx">${texts.xlsx}</button></p>`,
  );
}
