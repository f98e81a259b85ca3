/**
 * When something happened, as a form asks it: day, month, year and time in boxes of their own, so that what is not known is
 * simply left empty, and nobody has to invent a day. No box is a calendar: everything goes by keyboard alone.
 */
import { html } from 'hono/html';
import { type Happened, parseHappened, precisionOf, UNKNOWN_TIME } from '../../domain/base/happened.ts';
import type { Values } from './forms.ts';
import type { Form } from './room.ts';
import { textOf } from './room.ts';
import type { Html } from './text.ts';
import type { Visit } from './visit.ts';
import { RECORD_WORDS } from './words/record.ts';

const PARTS = ['day', 'month', 'year', 'time'] as const;
const WIDTHS = { day: 2, month: 2, year: 4, time: 5 } as const;

/** The boxes of a time, filled with what was typed; `name` stands before the name of each. */
export function whenField(
  visit: Visit,
  values: Values,
  wrong: string | undefined,
  legend?: string,
  name = 'when',
): Html {
  const words = RECORD_WORDS[visit.words.language].when;
  const said = html` aria-describedby="${name}-hint${wrong ? ` ${name}-wrong` : ''}"${wrong ? html` aria-invalid="true"` : ''}`;
  const boxes = PARTS.map(
    (part) =>
      html`<div class="field"><label for="${name}.${part}">${words[part]}</label><input id="${name}.${part}" name="${name}.${part}" class="code" dir="ltr" inputmode="${part === 'time' ? 'text' : 'numeric'}" maxlength="${WIDTHS[part] + 3}" size="${WIDTHS[part] + 1}" autocomplete="off" value="${values.get(`${name}.${part}`) ?? ''}"${said}></div>`,
  );
  const unknown = values.get(`${name}.unknown`) === 'yes';
  const tick = html`<div class="tick-field"><input type="checkbox" id="${name}.unknown" name="${name}.unknown" value="yes"${unknown ? html` checked` : ''}><label for="${name}.unknown">${words.unknown}</label></div>`;
  return html`<fieldset class="when"><legend>${legend ?? words.legend}</legend><div class="boxes">${boxes}${tick}</div><span class="hint" id="${name}-hint">${words.hint}</span>${wrong ? html`<span class="wrong" id="${name}-wrong">${wrong}</span>` : ''}</fieldset>`;
}

/** Digits of other scripts are digits. */
function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10));
}

/** The time that the boxes say; `missing` where they say nothing, `wrong` where they say no time. */
export function readWhen(form: Form, name = 'when'): Happened | 'missing' | 'wrong' {
  const [day, month, year, time] = PARTS.map((part) => plainDigits(textOf(form, `${name}.${part}`) ?? ''));
  if (!day && !month && !year && !time) return textOf(form, `${name}.unknown`) ? UNKNOWN_TIME : 'missing';
  if (!year || (day && !month) || (time && !day)) return 'wrong';
  const two = (text: string): string => text.padStart(2, '0');
  const clock = /^(\d{1,2})[:.h](\d{2})$/.exec(time ?? '');
  if (time && !clock) return 'wrong';
  const text = [
    year,
    month ? `-${two(month)}` : '',
    day ? `-${two(day)}` : '',
    clock ? `T${two(clock[1]!)}:${clock[2]}:00Z` : '',
  ].join('');
  return parseHappened(text) ?? 'wrong';
}

/** What the boxes hold for a time that is known already. */
export function valuesOfWhen(happened: Happened, name = 'when'): readonly (readonly [string, string])[] {
  if (precisionOf(happened) === 'unknown') return [[`${name}.unknown`, 'yes']];
  const [year = '', month = '', day = ''] = happened.slice(0, 10).split('-');
  const time = happened.length > 10 ? happened.slice(11, 16) : '';
  return [
    [`${name}.year`, year],
    [`${name}.month`, month],
    [`${name}.day`, day],
    [`${name}.time`, time],
  ];
}
