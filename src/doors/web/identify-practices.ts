/**
 * The States that a typed or described mark may be of, beside the fields of an identification. It is a list to look at: nothing of
 * it counts until the officer takes one, and then it stands in the field where it can be seen and taken out again.
 *
 * @clause B-11
 */
import { html } from 'hono/html';
import { listMarkingPractices, type PracticeTold } from '../../acts/list-marking-practices.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { countryName } from './country-name.ts';
import type { Values } from './forms.ts';
import { FORM_ID } from './identify-form.ts';
import { practiceList } from './practices-page.ts';
import { ask, type Site } from './room.ts';
import { type Html, inSentence } from './text.ts';
import { link, offers, type Working } from './visit.ts';
import { PRACTICE_WORDS } from './words/practices.ts';

/** Named limits: practices shown, and States of one that can be taken. */
const SHOWN_MAX = 8;
const TAKEN_MAX = 3;

/** The practices that fit the marks that were typed; nothing where none fits. */
export async function practicesCard(site: Site, visit: Working, typed: Values): Promise<Html | undefined> {
  if (!offers(visit, listMarkingPractices.name)) return undefined;
  const marks = ['stateMark', 'importMark'].flatMap((name) => typed.get(name)?.slice(0, 200) ?? []);
  const found = new Map<string, PracticeTold>();
  for (const mark of marks) {
    const page = await ask(site, visit, listMarkingPractices, { mark, limit: SHOWN_MAX });
    if (!isRefusal(page)) for (const one of page.practices) found.set(one.code, one);
  }
  if (found.size === 0) return undefined;
  const texts = PRACTICE_WORDS[visit.words.language];
  const list = practiceList(visit, [...found.values()].slice(0, SHOWN_MAX), (one) =>
    takeWays(visit, typed, one),
  );
  return html`<section class="card" aria-labelledby="may-be"><h2 id="may-be">${texts.mayBe}</h2><p>${texts.mayBeSays}</p>${list}</section>`;
}

/** What can be taken: the country of a maker's or proof mark, or the mark as one of import. */
function takeWays(visit: Working, typed: Values, { kind, countries, fit }: PracticeTold): Html | string {
  const texts = PRACTICE_WORDS[visit.words.language];
  const way = (value: string, label: string): Html =>
    html`<button class="plain" form="${FORM_ID}" name="take" value="${value}" formaction="${link(visit, '/identify')}">${label}</button> `;
  if (kind === 'import')
    return typed.has('stateMark') && !typed.has('importMark') ? way('import', texts.takeImport) : '';
  const may = fit?.countries ?? countries;
  // Whose stock an arm was, or who deactivated it, does not tell where it was made.
  if ((kind !== 'manufacture' && kind !== 'proof') || may.length > TAKEN_MAX) return '';
  return html`${may.map((one) => way(`country ${one}`, texts.takeCountry(inSentence(countryName(visit, one)))))}`;
}
