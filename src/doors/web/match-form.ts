/**
 * The question behind a decision as fields of a form, and the way from a candidate to the page on which it is decided. The
 * question goes in the body of the form, so that no reading stands in an address or a log.
 */
import { html } from 'hono/html';
import { decideMatch } from '../../acts/decide-match.ts';
import { type Identify, MORE_READINGS_MAX, SAID_FIELDS } from '../../acts/identify-arm.ts';
import type { CandidateTold } from '../../acts/identify-output.ts';
import { listMatches } from '../../acts/list-matches.ts';
import { DECISIONS } from '../../domain/identification/decided.ts';
import { form, type Values } from './forms.ts';
import type { Html } from './text.ts';
import { link, offers, type Visit } from './visit.ts';
import { MATCH_WORDS } from './words/match.ts';

/** Where a match is decided. */
export const DECIDE_PATH = '/identify/decide';

const SAID = Object.keys(SAID_FIELDS) as (keyof typeof SAID_FIELDS)[];

/** The words that were said beside the reading, by their fields. */
export function saidIn(values: Values): readonly (readonly [keyof typeof SAID_FIELDS, string])[] {
  return SAID.flatMap((name) => {
    const value = values.get(name);
    return value ? [[name, value] as const] : [];
  });
}

/** The question that stands in the fields of a form, as the acts take it. */
export function questionOf(values: Values): object {
  const said = saidIn(values).map(([name, value]) => [name, name === 'year' ? Number(value) : value]);
  const more = Array.from({ length: MORE_READINGS_MAX }, (_, at) => ({
    part: values.get(`more.${at}.part`) || undefined,
    reading: values.get(`more.${at}.reading`) ?? '',
  })).filter(({ reading }) => reading !== '');
  const part = values.get('part');
  return {
    reading: values.get('reading') ?? '',
    ...(part ? { part } : {}),
    ...(more.length > 0 ? { more } : {}),
    ...Object.fromEntries(said),
    wide: values.get('wide') === 'yes',
  };
}

/** A question as the fields of a form. */
export function valuesOf(wanted: Identify): Values {
  const { reading, part, more, wide } = wanted;
  const fields: [string, string][] = [['reading', reading]];
  if (part) fields.push(['part', part]);
  for (const [at, one] of (more ?? []).entries())
    fields.push([`more.${at}.part`, one.part], [`more.${at}.reading`, one.reading]);
  for (const name of SAID) if (wanted[name] !== undefined) fields.push([name, String(wanted[name])]);
  if (wide) fields.push(['wide', 'yes']);
  return new Map(fields);
}

/** The names of the fields that carry a question and the arm that it is decided about. */
const CARRIED: ReadonlySet<string> = new Set([
  ...['arm', 'reading', 'part', 'wide', ...SAID],
  ...Array.from({ length: MORE_READINGS_MAX }, (_, at) => [`more.${at}.part`, `more.${at}.reading`]).flat(),
]);

/** The question and its arm, carried along unseen. */
export function carried(values: Values): readonly Html[] {
  return [...values].flatMap(([name, value]) =>
    CARRIED.has(name) ? [html`<input type="hidden" name="${name}" value="${value}">`] : [],
  );
}

/** The way to one's own decisions. */
export function matchesLink(visit: Visit): Html | string {
  if (!offers(visit, listMatches.name)) return '';
  return html`<a href="${link(visit, '/matches')}">${MATCH_WORDS[visit.words.language].toList}</a>`;
}

/** Under a candidate: the three answers, each of which leads to the page on which it is given with its why. */
export function decideForm(
  visit: Visit,
  wanted: Identify,
  { armId, number }: Pick<CandidateTold, 'armId' | 'number'>,
): Html | string {
  if (!offers(visit, decideMatch.name)) return '';
  const texts = MATCH_WORDS[visit.words.language];
  const values: Values = new Map([...valuesOf(wanted), ['arm', armId]]);
  const buttons = DECISIONS.map(
    (decision) =>
      html`<button class="plain" name="decision" value="${decision}" aria-label="${`${texts.decisions[decision]}: ${number}`}">${texts.decisions[decision]}</button> `,
  );
  const contents = html`${carried(values)}<input type="hidden" name="do" value="show"><p>${texts.decide}</p><p class="do">${buttons}</p>`;
  return form(visit, { action: link(visit, DECIDE_PATH), class: 'decide' }, contents);
}
