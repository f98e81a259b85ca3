/**
 * A field in which a reading is typed. It is one line of text in the written grammar, and that line is what is sent; where
 * scripts run, a strip of cells stands above it, filled place by place with keys or buttons, which writes the line.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html } from 'hono/html';
import { PLACES_MAX, READING_TEXT_MAX } from '../../domain/marks/reading.ts';
import { code, type Html } from './text.ts';
import type { Visit } from './visit.ts';
import { STRIP_WORDS } from './words/strip.ts';

export const READING_SCRIPT = readFileSync(new URL('assets/reading.js', import.meta.url), 'utf8');
export const READING_PATH = `/assets/reading.${hash('sha256', READING_SCRIPT, 'hex').slice(0, 12)}.js`;

export type ReadingWish = {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
};

/** The field with its strip, which is hidden until the script has it ready. */
export function readingField(visit: Visit, { name, label, value = '' }: ReadingWish): Html {
  const texts = STRIP_WORDS[visit.words.language];
  const { hint } = texts;
  const how = html`${code('?')} ${hint.unknown} · ${code('[2Z]')} ${hint.either} · ${code('J~')} ${hint.worn} · ${code('…')} ${hint.lost}`;
  return html`<div class="field reading-field" data-reading><label for="${name}">${label}</label>${strip(visit, name, label)}<input type="text" id="${name}" name="${name}" class="code" dir="ltr" maxlength="${READING_TEXT_MAX}" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="${name}-how" value="${value}"><span class="hint" id="${name}-how">${how}</span><script type="module" src="${READING_PATH}"></script></div>`;
}

function strip({ words }: Visit, name: string, label: string): Html {
  const texts = STRIP_WORDS[words.language];
  const { keys } = texts;
  const entry = html`<input type="text" class="entry code" data-entry dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-label="${texts.next(label)}" aria-describedby="${name}-strip">`;
  const key = (does: string, says: string, sign: Html | string): Html =>
    html`<button type="button" class="plain" data-do="${does}">${says} <kbd aria-hidden="true">${sign}</kbd></button>`;
  const move = (does: string, says: string, sign: string): Html =>
    html`<button type="button" class="plain" data-do="${does}" aria-label="${says}" title="${says}"><bdi dir="ltr">${sign}</bdi></button>`;
  const row = html`${key('unknown', keys.unknown, keys.space)}${key('either', keys.either, '/')}${key('worn', keys.worn, '~')}${key('lost', keys.lost, '.')}<span class="moves" dir="ltr">${move('left', keys.left, '←')}${move('right', keys.right, '→')}</span>${key('remove', keys.remove, '⌫')}`;
  return html`<div class="reading-edit" role="group" aria-label="${texts.placeByPlace(label)}" data-places="${PLACES_MAX}" data-worn="${texts.worn}" data-unknown="${texts.unknown}" data-either="${texts.either}" data-lost="${texts.lost}" data-or="${texts.or}" hidden><div class="reading large"><div dir="ltr" class="code cells" data-cells>${entry}</div></div><div class="keys">${row}</div><p class="hint" id="${name}-strip" role="status" data-says data-start="${texts.start}" data-pending="${texts.pending}" data-full="${texts.full}">${texts.start}</p></div>`;
}
