/** The forms of agencies: one is recorded, renamed, placed, merged or disbanded; each says first what that means. */
import { html } from 'hono/html';
import type { AgencyShown } from '../../acts/list-agencies.ts';
import type { PartyChoice } from '../../acts/party-choices.ts';
import { AGENCY_KINDS } from '../../domain/custody/party.ts';
import type { AgencyDeed } from './agencies-page.ts';
import { type Deed, wishOf } from './deeds.ts';
import { choiceField, form, inputField, problem, sendButton, tickField } from './forms.ts';
import { page } from './page.ts';
import { offeredNames, partyField } from './party-field.ts';
import { type Html, said } from './text.ts';
import { link, type Visit } from './visit.ts';
import { whenField } from './when-field.ts';
import { AGENCY_WORDS } from './words/agencies.ts';

function whole(visit: Visit, title: string, deed: Deed, before: Html, action: string, fields: Html): Html {
  return page(
    visit,
    title,
    html`<div class="form-page"><h1>${title}</h1>${before}${problem(deed.says)}${form(visit, { action, act: deed.act, class: 'card record' }, fields)}</div>`,
  );
}

const when = (visit: Visit, deed: Deed): Html =>
  whenField(visit, deed.values, deed.problems.wrong.get('when'));

/** The form that records an agency. */
export function addAgencyPage(visit: Visit, deed: Deed, offered: readonly PartyChoice[]): Html {
  const { words } = visit;
  const texts = AGENCY_WORDS[words.language];
  const kinds = AGENCY_KINDS.map((kind) => ({ value: kind, label: words.terms.partyKinds[kind] }));
  const known = deed.values.get('agency.is');
  // The agency whose part this becomes was chosen by opening the form; its name alone may mean several.
  const meant =
    known && !deed.problems.choices.has('agency')
      ? html`<input type="hidden" name="agency.is" value="${known}">`
      : '';
  const fields = html`${inputField({ ...wishOf(deed, 'name', texts.name), required: true })}${choiceField(wishOf(deed, 'kind', texts.kind), kinds)}${meant}${partyField(visit, { name: 'agency', label: texts.partOf, hint: texts.partOfHint }, deed.values, deed.problems)}${when(visit, deed)}${tickField(wishOf(deed, 'usesRegister', texts.uses))}${sendButton(texts.addDo)}`;
  const before = html`<p class="lead">${texts.addLead}</p>${offeredNames(offered)}`;
  return whole(visit, texts.add, deed, before, link(visit, '/agencies/add'), fields);
}

/** The form of what becomes of an agency. */
export function agencyDeedPage(
  visit: Visit,
  agency: AgencyShown,
  name: AgencyDeed,
  deed: Deed,
  offered: readonly PartyChoice[],
): Html {
  const texts = AGENCY_WORDS[visit.words.language];
  const other = (label: string): Html =>
    html`${offeredNames(offered)}${partyField(visit, { name: 'agency', label }, deed.values, deed.problems)}`;
  const asked = {
    rename: [
      texts.renameSays,
      texts.renameDo,
      inputField({ ...wishOf(deed, 'name', texts.newName), required: true }),
    ],
    place: [texts.placeSays, texts.placeDo, other(texts.under)],
    merge: [texts.mergeSays, texts.mergeDo, other(texts.into)],
    disband: [texts.disbandSays, texts.disbandDo, ''],
  } as const;
  const [says, button, own] = asked[name];
  const back = link(visit, `/agencies/${agency.id}`);
  const before = html`<p><strong>${said(agency.name)}</strong></p><p class="lead">${says}</p>`;
  const fields = html`${own}${when(visit, deed)}<p class="do"><button>${button}</button> <a href="${back}">${texts.back}</a></p>`;
  return whole(visit, texts[name], deed, before, `${link(visit, `/agencies/${agency.id}/${name}`)}`, fields);
}
