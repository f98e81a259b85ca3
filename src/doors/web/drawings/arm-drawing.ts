/**
 * # Drawings of arms with the places of their marks
 *
 * An officer who has named an arm is shown what it looks like and where to look for its marks: a drawing of our own, with
 * the places numbered and pointed at, and a list that says each place in words.
 *
 * - `parts.ts`, `pieces.ts`: the kit; points in millimetres of the arm, muzzle to the left, bore at y 0.
 * - `*.data.ts`: the arms, a file for each family; a drawing names the models that it is true of and its spots, one for each
 *   place of a mark that `reference/models-*.csv` states for them. `classes.data.ts` says which stands for each class.
 * - `plot.ts`, `places.ts`, `callouts.ts`: scaling, numbering, lines.
 *
 * A new drawing: compose it in the file of its family and run `test/drawings.test.ts`, which holds that every place of a
 * drawn model has a spot, that no two drawings are alike and that every class has one.
 *
 * Invariants: security marks never appear; the drawing is the same in every language, only the list runs with the words.
 * What could go wrong: an outline taken for proof. It says that it is simplified, and what stands on the arm prevails.
 *
 * @clause ITI 10, PoA II.9
 */
import { html } from 'hono/html';
import type { ArmClass } from '../../../domain/arms/classification.ts';
import type { Model } from '../../../domain/reference/entry.ts';
import { type Html, inSentence } from '../text.ts';
import type { Visit } from '../visit.ts';
import { formatCount } from '../when.ts';
import { DRAWING_WORDS } from '../words/drawings.ts';
import { designOf, designOfClass } from './all-designs.ts';
import { callouts, roomFor } from './callouts.ts';
import { CLASS_DRAWINGS } from './classes.data.ts';
import type { Design, Near } from './design.ts';
import { flatten } from './parts.ts';
import { type Place, placesOf, viewsOf } from './places.ts';
import { type Fit, fitOf, middleOf, type Side, shapesOf } from './plot.ts';

/** What is to be drawn: a model, or where it is not known its class. */
export type Drawn =
  | { readonly model: Pick<Model, 'code' | 'name' | 'class' | 'marksAt'> }
  | { readonly class: ArmClass };

/** The drawing with its numbers, and beside it the list of places. */
export function armDrawing(visit: Visit, drawn: Drawn): Html {
  const texts = DRAWING_WORDS[visit.words.language];
  const model = 'model' in drawn ? drawn.model : undefined;
  const armClass = 'model' in drawn ? drawn.model.class : drawn.class;
  const own = model && designOf(model.code);
  const design = own ?? designOfClass(armClass);
  const stated = model?.marksAt ?? [];
  const tellsSerial = stated.some((mark) => mark.startsWith('serial@'));
  const places = placesOf(tellsSerial ? stated : [...stated, ...usualOf(armClass, design, stated)], design);
  const name = own && model ? model.name : visit.words.terms.classes[armClass];
  const figures = viewsOf(places).map((view) => figure(visit, design, name, view.side, view.places));
  const notes = [
    own ? '' : model ? texts.otherArm : texts.ofClass,
    tellsSerial ? '' : texts.usual,
    texts.simplified,
  ];
  const says = notes.filter((note) => note !== '').map((note) => html`<p class="quiet">${note}</p>`);
  return html`<div class="arm-drawing"><div class="views">${figures}</div><div class="places"><h3>${texts.places}</h3>${placeList(visit, places, own !== undefined || model === undefined)}${says}</div></div>`;
}

/** Where marks usually stand on arms of a class, as far as the drawing has such places and nothing else is stated. */
function usualOf(armClass: ArmClass, { spots }: Design, stated: readonly string[]): readonly string[] {
  const { usual } = CLASS_DRAWINGS[armClass];
  const wanted = stated.length === 0 ? usual : usual.filter((mark) => mark.startsWith('serial@'));
  return wanted.filter((mark) => Object.hasOwn(spots, mark.slice(mark.indexOf('@') + 1)));
}

/** The plain outline of a drawn model, small, for a list; undefined where it has none of its own. */
export function armOutline(code: string): Html | undefined {
  const design = designOf(code);
  if (!design) return undefined;
  const parts = flatten(design.parts);
  const fit = fitOf(parts, 'left', 4, 4);
  return html`<svg class="outline" viewBox="0 0 ${fit.width} ${fit.height}" aria-hidden="true">${shapesOf(parts, 'left', fit)}</svg>`;
}

function figure(visit: Visit, design: Design, name: string, side: Side, places: readonly Place[]): Html {
  const { words } = visit;
  const texts = DRAWING_WORDS[words.language];
  const parts = flatten(design.parts);
  const middle = middleOf(parts);
  const { above, below } = roomFor(places, middle);
  const fit = fitOf(parts, side, above, below);
  const title = texts.title(inSentence(name), texts.from[side]);
  const numbers = callouts(places, fit, middle, (number) => formatCount(words, number));
  return html`<figure><svg viewBox="0 0 ${fit.width} ${fit.height + RULER_ROOM}" role="img"><title>${title}</title>${shapesOf(parts, side, fit)}${numbers}${ruler(visit, fit)}</svg><figcaption>${texts.from[side]}</figcaption></figure>`;
}

const RULERS = [20, 50, 100, 200, 500];
const RULER_ROOM = 56;
const RULER_START = 28;

/** A length to compare by, as long as it is on this drawing. */
function ruler({ words }: Visit, { scale, width, height }: Fit): Html {
  const long = RULERS.findLast((one) => one * scale < width / 4) ?? RULERS[0]!;
  const size = new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'centimeter' }).format(long / 10);
  const end = Math.round(RULER_START + long * scale);
  const y = height + RULER_ROOM - 44;
  return html`<path class="ruler" d="M${RULER_START} ${y - 6}V${y + 6}M${RULER_START} ${y}H${end}M${end} ${y - 6}V${y + 6}"/><text class="ruler-size" x="${(RULER_START + end) / 2}" y="${y + 34}" text-anchor="middle">${size}</text>`;
}

/** The places in words; landmarks only where they are of the arm that is drawn. */
function placeList(visit: Visit, places: readonly Place[], isThatArm: boolean): Html {
  const { words } = visit;
  const list = new Intl.ListFormat(words.locale, { type: 'unit', style: 'short' });
  const items = places.map(({ number, kinds, part, side, spot }) => {
    const marks = list.format(kinds.map((kind) => kindWord(visit, kind)));
    const badge = `badge-in-words${spot ? '' : ' unseen'}`;
    return html`<li><bdi class="${badge}">${formatCount(words, number)}</bdi> <span><strong>${marks}</strong> <span>${placeWords(visit, part, side, isThatArm ? spot?.near : undefined)}</span></span></li>`;
  });
  return html`<ol>${items}</ol>`;
}

function kindWord({ words }: Visit, kind: string): string {
  if (kind === 'year') return DRAWING_WORDS[words.language].year;
  return (words.terms.markKinds as Readonly<Record<string, string>>)[kind] ?? kind;
}

/** Where a mark stands, in words: the part, its side and what it stands beside. */
function placeWords({ words }: Visit, part: string, side: string, near: Near | undefined): string {
  const texts = DRAWING_WORDS[words.language];
  const called = (words.terms.parts as Readonly<Record<string, string>>)[part] ?? part;
  const steps = [called, texts.sides[side] ?? side, ...(near ? [texts.near[near]] : [])];
  return steps.join(texts.comma);
}
