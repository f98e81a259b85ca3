/** The page on which what is left of an arm's marks becomes a short list of arms, and the parts of it that come while one types. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import { problem } from './forms.ts';
import { type Answered, answerCard, toldAloud } from './identify-answer.ts';
import { type FormShown, identifyForm, photoCard, stepsCard } from './identify-form.ts';
import { nextCard } from './identify-next.ts';
import { matchesLink } from './match-form.ts';
import { page } from './page.ts';
import type { Html } from './text.ts';
import type { Visit } from './visit.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';

export const IDENTIFY_SCRIPT = readFileSync(new URL('assets/identify.js', import.meta.url), 'utf8');
export const IDENTIFY_PATH = `/assets/identify.${hash('sha256', IDENTIFY_SCRIPT, 'hex').slice(0, 12)}.js`;
export const PHOTO_SCRIPT = readFileSync(new URL('assets/photograph.js', import.meta.url), 'utf8');
export const PHOTO_PATH = `/assets/photograph.${hash('sha256', PHOTO_SCRIPT, 'hex').slice(0, 12)}.js`;

export type Shown = FormShown & {
  readonly answered?: Answered;
  /** Why there is no answer. */
  readonly says?: string;
  /** What the codes of a photograph said. */
  readonly note?: Html;
  /** Where the arm carries its numbers, before there is an answer. */
  readonly places?: Html | undefined;
  /** The States that a mark may be of. */
  readonly practices?: Html | undefined;
};

/** The whole page. */
export function identifyPage(visiting: Visit, shown: Shown): Html {
  // What answers a form has another address; ways from here lead to the one that can be opened.
  const visit = { ...visiting, path: '/identify' };
  const texts = IDENTIFY_WORDS[visit.words.language];
  const { answered } = shown;
  const scripts = html`<script type="module" src="${IDENTIFY_PATH}"></script><script type="module" src="${PHOTO_PATH}"></script>`;
  return page(
    visit,
    texts.title,
    html`<div class="identify-head"><h1>${texts.title}</h1><p class="lead">${texts.lead} ${answered ? '' : matchesLink(visit)}</p></div>${problem(shown.says)}
${stepsCard(visit, answered === undefined && shown.typed.size === 0)}
<div class="two">${identifyForm(visit, shown)}${photoCard(visit, shown.note ?? '')}</div>
<div data-slot>${contents(visit, shown)}</div><p role="status" class="aloud" data-told></p>`,
    scripts,
  );
}

/** What a script puts in the place of the answer before. */
export function answerParts(visit: Visit, shown: Shown): Html {
  const { answered, says = '' } = shown;
  const wrong = says === '' ? '' : html`<p class="alarm doubt">${says}</p>`;
  const told = answered ? toldAloud(visit.words, answered.found) : says;
  return html`<div data-slot>${wrong}${contents(visit, shown)}</div><p data-told>${told}</p>`;
}

function contents(visit: Visit, { answered, places, practices }: Shown): Html {
  const before = practices ?? '';
  if (!answered) return html`${before}${places ?? ''}`;
  return html`${before}${nextCard(visit, answered)}${answerCard(visit, answered)}`;
}
