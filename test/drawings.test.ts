/** The drawings of arms: enough of them, told apart, whole, and with a spot for every place of a mark. ITI 8(e), ITI 10. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import { type ArmClass, CLASSES } from '../src/domain/arms/classification.ts';
import { MARK_KINDS, PARTS } from '../src/domain/marks/mark.ts';
import { readReference } from '../src/doors/reference/read-reference.ts';
import { DESIGNS, designOf, designOfClass } from '../src/doors/web/drawings/all-designs.ts';
import { armDrawing } from '../src/doors/web/drawings/arm-drawing.ts';
import { CLASS_DRAWINGS } from '../src/doors/web/drawings/classes.data.ts';
import { NEARS } from '../src/doors/web/drawings/design.ts';
import { type Corner, corners, flatten, type Part } from '../src/doors/web/drawings/parts.ts';
import { viewsOf } from '../src/doors/web/drawings/places.ts';
import { fitOf, shapesOf } from '../src/doors/web/drawings/plot.ts';
import type { Visit } from '../src/doors/web/visit.ts';
import { DRAWING_WORDS } from '../src/doors/web/words/drawings.ts';
import { CATALOGUES, LANGUAGES } from '../src/doors/web/words/languages.ts';

const { reference } = await readReference();
const ALL_CLASSES = Object.keys(CLASSES) as readonly ArmClass[];
const SIDES = ['left', 'right', 'top', 'bottom', 'front', 'rear', 'inside'];
const placeOf = (mark: string): string => mark.slice(mark.indexOf('@') + 1);
const visit = (language: (typeof LANGUAGES)[number]): Visit => ({
  words: CATALOGUES[language],
  path: '/',
  query: {},
  demonstration: false,
  signedIn: undefined,
});

/** Texts of the elements of one name, after the markup was read as XML. */
function elementsOf(markup: string, wanted: string): readonly { text: string; role: string }[] {
  const found: { text: string; role: string }[] = [];
  const open: { text: string; role: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { text: '', role: String(attributes.role ?? '') };
    open.push(element);
    if (name === wanted) found.push(element);
  });
  parser.on('text', (text) => {
    for (const one of open) one.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(markup).close();
  return found;
}

/** How far beside an edge a spot may lie, where a mark stands on top or underneath. @unit millimetres */
const BESIDE_MAX = 3;

/** True where a point lies on one of the parts, or hardly beside it. */
function liesOn(parts: readonly Part[], x: number, y: number): boolean {
  return parts.some(({ look, corners: all, thick = 0 }) => {
    if (look === 'hole' || look === 'line') return false;
    const edges = all.map((one, place) => [one, all[(place + 1) % all.length]!] as const);
    const crossed = edges.filter(
      ([a, b]) => a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x,
    );
    if (look !== 'tube' && crossed.length % 2 === 1) return true;
    return edges
      .slice(0, look === 'tube' ? -1 : undefined)
      .some(([a, b]) => distance(a, b, x, y) <= BESIDE_MAX + thick / 2);
  });
}

function distance(a: Corner, b: Corner, x: number, y: number): number {
  const long = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const share = Math.min(1, Math.max(0, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / long));
  return Math.hypot(a.x + share * (b.x - a.x) - x, a.y + share * (b.y - a.y) - y);
}

test('at least forty models have a drawing of their own, and each stands in the tables once', () => {
  const codes = [...DESIGNS.values()].flatMap(({ models }) => models);
  assert.ok([...DESIGNS.values()].filter(({ models }) => models.length > 0).length >= 40);
  assert.deepEqual(
    codes.filter((code) => !reference.models.has(code)),
    [],
  );
  assert.equal(new Set(codes).size, codes.length);
});

test('every class has a drawing, and where its marks usually stand has a spot on it', () => {
  for (const armClass of ALL_CLASSES) {
    const { spots } = designOfClass(armClass);
    for (const mark of CLASS_DRAWINGS[armClass].usual)
      assert.ok(Object.hasOwn(spots, placeOf(mark)), `${armClass} ${mark}`);
  }
});

test('every place of a mark of a drawn model has a spot on the arm as it is drawn', () => {
  for (const design of DESIGNS.values()) {
    for (const [place, { x, y }] of Object.entries(design.spots)) {
      const where = `${design.id} ${place}`;
      assert.ok(liesOn(flatten(design.parts), x, y), where);
      const cut = place.lastIndexOf('-');
      assert.ok((PARTS as readonly string[]).includes(place.slice(0, cut)), where);
      assert.ok(SIDES.includes(place.slice(cut + 1)), where);
    }
    for (const code of design.models)
      for (const mark of reference.models.get(code)!.marksAt)
        assert.ok(Object.hasOwn(design.spots, placeOf(mark)), `${design.id}: ${code} ${mark}`);
  }
});

test('the drawings of two arms differ', () => {
  const seen = new Map<string, string>();
  for (const { id, parts } of DESIGNS.values()) {
    const flat = flatten(parts);
    const drawn = shapesOf(flat, 'left', fitOf(flat, 'left', 0, 0)).join('');
    assert.equal(seen.get(drawn), undefined, id);
    seen.set(drawn, id);
  }
});

test('the drawing of every model and class is sound, named in words and numbered like its list', async () => {
  const drawnModels = [...reference.models.values()].filter(({ code }) => designOf(code));
  const wanted = [
    ...drawnModels.map((model) => ({ model })),
    ...ALL_CLASSES.map((armClass) => ({ class: armClass })),
  ];
  for (const language of LANGUAGES)
    for (const one of wanted) {
      const markup = String(await armDrawing(visit(language), one));
      const pictures = elementsOf(markup, 'svg');
      assert.ok(pictures.length >= 1 && pictures.every(({ role }) => role === 'img'));
      const titles = elementsOf(markup, 'title');
      assert.equal(titles.length, pictures.length);
      assert.ok(titles.every(({ text }) => text.length > 20));
      const listed = elementsOf(markup, 'bdi').map(({ text }) => text);
      const badges = [...markup.matchAll(/badge-number"[^>]*>([^<]+)</g)].map((found) => found[1]!);
      assert.deepEqual([...badges].sort(), [...listed].sort());
      assert.ok(listed.length > 0 && !/undefined|NaN|style=/.test(markup));
    }
});

test('security marks never appear, and marks of both sides are shown from both', async () => {
  const model = {
    ...reference.models.get('glock/17')!,
    marksAt: ['serial@frame-bottom', 'security@slide-left', 'serial@slide-right', 'maker@slide-left'],
  };
  const text = String(await armDrawing(visit('en'), { model }));
  assert.doesNotMatch(text, /Security/);
  assert.equal(elementsOf(text, 'svg').length, 2);
  const hidden = String(
    await armDrawing(visit('en'), {
      model: { ...model, marksAt: ['serial@slide-right', 'security@slide-left'] },
    }),
  );
  assert.equal(elementsOf(hidden, 'li').length, 1);
  assert.deepEqual(
    viewsOf([]).map(({ side }) => side),
    ['left'],
  );
});

test('what a drawn model does not tell of its serial is filled with what is usual, and said', async () => {
  const fal = reference.models.get('fn-herstal/fal')!;
  const text = String(await armDrawing(visit('en'), { model: fal }));
  assert.match(text, /Maker/);
  assert.match(text, /usual for arms of its class/);
  const told = String(await armDrawing(visit('en'), { model: reference.models.get('izhmash/akm')! }));
  assert.doesNotMatch(told, /usual for arms/);
});

test('landmarks of another arm are not told of a model that is not drawn', async () => {
  const model = reference.models.get('heckler-koch/hk33')!;
  assert.equal(designOf(model.code), undefined);
  const text = String(await armDrawing(visit('en'), { model }));
  assert.match(text, /Receiver, left side</);
  assert.match(text, /not drawn yet/);
  assert.match(
    String(await armDrawing(visit('en'), { class: model.class })),
    /Receiver, left side, over the chamber</,
  );
});

test('every landmark is said in every language, and no corner is written wrongly', () => {
  for (const language of LANGUAGES)
    for (const near of NEARS) assert.ok(DRAWING_WORDS[language].near[near].length > 3);
  for (const kind of MARK_KINDS) assert.ok(CATALOGUES.en.terms.markKinds[kind]);
  assert.throws(() => corners('0,0 1;2'), /a corner is written/);
});
