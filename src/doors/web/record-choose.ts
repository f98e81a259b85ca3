/** Which event to record: those that the role records, in groups, each with the sentence of what it states and its clause. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import { ruleOf } from '../../domain/custody/life-cycle.ts';
import { groupsFor } from './record-fields.ts';
import { formPage } from './record-page.ts';
import { type Html, inSentence } from './text.ts';
import { link, type Working } from './visit.ts';
import { RECORD_WORDS } from './words/record.ts';

/** The page on which an event is chosen. */
export function choosePage(visit: Working, view: ArmView): Html {
  const texts = RECORD_WORDS[visit.words.language];
  const groups = groupsFor(visit.person.role.events).map(
    ([group, types]) =>
      html`<section class="card" aria-labelledby="group-${group}"><h2 id="group-${group}">${texts.groups[group]}</h2><ul class="choose">${types.map(
        (type) =>
          html`<li><a href="${link(visit, `/arms/${view.number}/record/${type}`)}">${visit.words.terms.events[type]}</a><span>${texts.says[type]}</span><span class="quiet">${texts.choose.clause(inSentence(ruleOf(type).clauses.join(', '), 'ltr'))}</span></li>`,
      )}</ul></section>`,
  );
  const contents =
    groups.length === 0 ? html`<p>${texts.choose.none}</p>` : html`<div class="groups">${groups}</div>`;
  return formPage(visit, view, texts.choose.title, html`<p class="lead">${texts.choose.lead}</p>${contents}`);
}
