/** Keys of other programs: their list, the form that makes one, its secret shown once, and the page that asks before one ends. */
import { html } from 'hono/html';
import type { ApiKeys } from '../../acts/list-api-keys.ts';
import type { ApiKeyMade } from '../../acts/make-api-key.ts';
import type { PartyChoice } from '../../acts/party-choices.ts';
import { table } from './arm-tables.ts';
import { type Deed, doneNote, wishOf } from './deeds.ts';
import { type Choice, choiceField, form, inputField, problem, sendButton } from './forms.ts';
import { page } from './page.ts';
import { offeredNames, partyField } from './party-field.ts';
import { type Names, placeOf } from './people-page.ts';
import { roleName } from './role-words.ts';
import { code, type Html, said } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';
import { PEOPLE_WORDS } from './words/people.ts';
import { ROLE_WORDS } from './words/roles.ts';

type Key = ApiKeys['keys'][number];

/** The keys; `today` tells which are over. */
export function keysPage(visit: Visit, { keys, next }: ApiKeys, names: Names, today: string): Html {
  const { words } = visit;
  const texts = ROLE_WORDS[words.language];
  const ends = offers(visit, 'end-api-key');
  const rows = keys.map((key) => {
    const live = key.ended === undefined && key.expires >= today;
    const end =
      live && ends
        ? html`<a href="${link(visit, `/keys/${key.id}/end`)}">${texts.keyEnd}<span class="aloud"> ${said(key.name)}</span></a>`
        : '';
    return html`<tr><th scope="row">${said(key.name)}</th><td>${said(roleName(words, key.role))}</td><td>${placeOf(visit, key.party, names)}</td><td>${stateOf(visit, key, live)}</td><td>${formatCount(words, key.perMinute)}</td>${ends ? html`<td>${end}</td>` : ''}</tr>`;
  });
  const people = PEOPLE_WORDS[words.language];
  const heads = [
    texts.actor,
    people.role,
    people.agency,
    texts.keyState,
    texts.perMinute,
    ...(ends ? [texts.keyEnd] : []),
  ];
  const list = rows.length === 0 ? html`<p>${texts.keyNone}</p>` : table(texts.keysTitle, heads, rows);
  const make = offers(visit, 'make-api-key')
    ? html`<p class="do"><a class="button" href="${link(visit, '/keys/make')}">${texts.keyMake}</a></p>`
    : '';
  const further = next
    ? html`<p class="do"><a class="button" href="${link(visit, '/keys', { after: next })}">${words.results.next}</a></p>`
    : '';
  return page(
    visit,
    texts.keysTitle,
    html`<h1>${texts.keysTitle}</h1><p class="lead">${texts.keysLead}</p>${doneNote(visit, { ended: texts.keyDone })}${make}<section class="card">${list}${further}</section>`,
  );
}

function stateOf({ words }: Visit, key: Key, live: boolean): Html {
  const texts = ROLE_WORDS[words.language];
  if (live) return html`<span class="tag sound">${texts.keyWorks(formatWhen(words, key.expires))}</span>`;
  const says =
    key.ended === undefined
      ? texts.keyOver(formatWhen(words, key.expires))
      : texts.keyEnded(formatWhen(words, key.ended));
  return html`<span class="tag">${says}</span>`;
}

/** The form that makes a key. */
export function makeKeyPage(
  visit: Visit,
  deed: Deed,
  roles: readonly Choice[],
  agencies: readonly PartyChoice[],
): Html {
  const texts = ROLE_WORDS[visit.words.language];
  const people = PEOPLE_WORDS[visit.words.language];
  const agency = { name: 'agency', label: people.agency, hint: people.agencyHint };
  const fields = html`${inputField({ ...wishOf(deed, 'name', texts.keyName), required: true, max: 80 })}${choiceField({ ...wishOf(deed, 'role', people.role), required: true }, roles, '—')}${partyField(visit, agency, deed.values, deed.problems)}<div class="fields">${inputField(wishOf(deed, 'expires', texts.keyUntil, texts.keyUntilHint), 'date')}${inputField({ ...wishOf(deed, 'perMinute', texts.perMinute), code: true }, 'number', html` min="1" max="6000"`)}</div>${sendButton(texts.keyMakeDo)}`;
  return page(
    visit,
    texts.keyMake,
    html`<div class="form-page"><h1>${texts.keyMake}</h1>${problem(deed.says)}${offeredNames(agencies)}${form(visit, { action: link(visit, '/keys/make'), act: deed.act, class: 'card record' }, fields)}</div>`,
  );
}

/** The secret of a new key, shown once. */
export function secretPage(visit: Visit, name: string, made: ApiKeyMade): Html {
  const texts = ROLE_WORDS[visit.words.language];
  const secret =
    made.secret === undefined
      ? html`<p class="alarm doubt">${texts.secretGone}</p>`
      : html`<p class="alarm doubt" role="status">${texts.secretSays}</p><section class="card slip"><h2>${said(name)}</h2><p class="one-time-link">${code(made.secret)}</p></section>`;
  return page(
    visit,
    texts.secretTitle,
    html`<h1>${texts.secretTitle}</h1>${secret}<p class="do"><a class="button plain" href="${link(visit, '/keys')}">${texts.back}</a></p>`,
  );
}

/** The page that asks before a key is ended. */
export function endKeyPage(visit: Visit, key: Key, names: Names, deed: Deed): Html {
  const texts = ROLE_WORDS[visit.words.language];
  const what = html`<p><strong>${said(key.name)}</strong> · ${said(roleName(visit.words, key.role))} · ${placeOf(visit, key.party, names)}</p>`;
  return page(
    visit,
    texts.keyEndTitle,
    html`<div class="form-page"><h1>${texts.keyEndTitle}</h1>${what}<p class="lead">${texts.keyEndSays}</p>${problem(deed.says)}${form(visit, { action: link(visit, `/keys/${key.id}/end`), act: deed.act, class: 'card record' }, html`<p class="do"><button>${texts.keyEndDo}</button> <a href="${link(visit, '/keys')}">${texts.back}</a></p>`)}</div>`,
  );
}
