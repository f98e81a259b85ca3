/** The frame of the pages on which something of one arm is recorded: what is done, and to which arm. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import { serialOf } from './arm-answers.ts';
import { page } from './page.ts';
import { code, type Html, said, visible } from './text.ts';
import { link, type Visit } from './visit.ts';
import { RECORD_WORDS } from './words/record.ts';

/** A page about one arm under a title of its own, with the way back to the arm. */
export function formPage(visit: Visit, view: ArmView, title: string, contents: Html): Html {
  const { choose } = RECORD_WORDS[visit.words.language];
  const { terms } = visit.words;
  const { description, status } = view.state;
  const names = [description.maker, description.model].filter((one) => one !== undefined);
  const serial = serialOf(view);
  const which = html`<p class="which">${terms.classes[description.class]} ${names.map((name) => html`${said(name)} `)}${serial ? code(serial) : ''} · ${code(view.number)} <span class="tag">${terms.statuses[status]}</span></p>`;
  const back = html`<p class="back"><a href="${link(visit, `/arms/${view.number}`)}">${choose.back}</a></p>`;
  return page(
    visit,
    `${visible(title)} · ${view.number}`,
    html`<div class="form-page">${back}<header class="headline">${which}<h1>${title}</h1></header>${contents}</div>`,
  );
}
