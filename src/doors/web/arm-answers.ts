/** The head of an arm's page: what it is, and the four answers that come before everything else. */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import type { StateNumberFacts } from '../../domain/custody/arm-state.ts';
import { partyName } from './party-words.ts';
import { code, type Html, inSentence, said, visible } from './text.ts';
import type { Visit } from './visit.ts';
import { formatWhen } from './when.ts';

/** Class, calibre, status; then maker, model and serial. */
export function headline(visit: Visit, view: ArmView): Html {
  const { words } = visit;
  const { description, status } = view.state;
  const serial = serialOf(view);
  const names = [description.maker, description.model].filter((one) => one !== undefined);
  const calibre = description.calibre ? html` · ${code(description.calibre)}` : '';
  const year = description.year ? html`<span>${words.arm.year} ${code(String(description.year))}</span>` : '';
  return html`<header class="headline"><p class="what"><span>${words.terms.classes[description.class]}${calibre}</span>${year}<span class="tag">${words.terms.statuses[status]}</span></p>
<h1>${names.length === 0 ? '' : html`<bdi dir="auto">${names.map((name) => visible(name)).join(' ')}</bdi> `}${serial ? code(serial) : html`<span class="quiet">${words.arm.nothingRead}</span>`}</h1></header>`;
}

/** The serial that stands for the arm: the newest that was read in full, else the newest that could be read at all. */
export function serialOf(view: ArmView): string | undefined {
  const serials = view.state.marks.filter((mark) => mark.kind === 'serial' && mark.text.length > 0);
  const whole = serials.findLast((mark) => mark.condition === 'legible' || mark.condition === 'restored');
  return (whole ?? serials.at(-1))?.text;
}

/** Who answers for it now, when it was last seen, the last recorded lawful holder, its State number. */
export function answers(visit: Visit, view: ArmView): Html {
  return html`<dl class="answers">${now(visit, view)}${seen(visit, view)}${lawful(visit, view)}${number(visit, view)}</dl>`;
}

function answer(term: string, value: Html | string, notes: readonly (Html | string)[]): Html {
  return html`<div><dt>${term}</dt><dd><strong>${value}</strong>${notes.map((note) => html`<span>${note}</span>`)}</dd></div>`;
}

function now(visit: Visit, { state, names }: ArmView): Html {
  const { words } = visit;
  const keeper = state.now.keeper;
  const since = state.since.keeper?.at;
  const note = since === undefined ? [] : [words.arm.since(`\u2068${formatWhen(words, since)}\u2069`)];
  const value = keeper === undefined ? words.arm.nobodyAnswers : said(partyName(words, names, keeper));
  return answer(words.arm.answersNow, value, note);
}

function seen(visit: Visit, { state, names }: ArmView): Html {
  const { words } = visit;
  const last = state.lastSeen;
  if (!last) return answer(words.arm.lastSeen, words.arm.neverSeen, []);
  const by = last.by === undefined ? [] : [words.arm.seenBy(inSentence(partyName(words, names, last.by)))];
  return answer(words.arm.lastSeen, formatWhen(words, last.at), [words.terms.sightings[last.how], ...by]);
}

function lawful(visit: Visit, { state, names }: ArmView): Html {
  const { words } = visit;
  const last = state.lastLawful;
  if (!last) return answer(words.arm.lastLawful, words.arm.noLawful, []);
  const until =
    last.until === undefined
      ? words.arm.stillHeld
      : words.arm.until(`\u2068${formatWhen(words, last.until)}\u2069`);
  const paper = [last.basis?.kind, last.basis?.number].filter((one) => one !== undefined).join(' ');
  const right = paper ? words.arm.right(inSentence(paper)) : words.arm.noRight;
  return answer(words.arm.lastLawful, said(partyName(words, names, last.holder)), [until, right]);
}

const FACTS = [
  'assigned',
  'tagged',
  'marked',
  'verified',
] as const satisfies readonly (keyof StateNumberFacts)[];

/** Assigned, tagged, marked and verified are four facts, each with its day. */
function number(visit: Visit, { state, number }: ArmView): Html {
  const { words } = visit;
  const facts = FACTS.map((fact) => {
    const at = state.number?.[fact];
    const name = words.arm.numberFacts[fact];
    return at === undefined
      ? html`<li class="not">${name}${words.colon}${words.arm.notYet}</li>`
      : html`<li class="done">${name}${words.colon}${formatWhen(words, at)}</li>`;
  });
  return html`<div><dt>${words.arm.stateNumber}</dt><dd><strong>${code(number)}</strong><ul class="facts">${facts}</ul></dd></div>`;
}
