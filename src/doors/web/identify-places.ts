/**
 * Where the arm at hand carries its numbers: a drawing of the model where it is named and known, else one of its class; named by
 * whoever looks at it, or by the one candidate that is likelier than all else.
 */
import { html } from 'hono/html';
import type { CandidateTold, Identified } from '../../acts/identify-output.ts';
import { listReference } from '../../acts/list-reference.ts';
import { viewReference } from '../../acts/view-reference.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { fold } from '../../domain/base/text.ts';
import { armDrawing, type Drawn } from './drawings/arm-drawing.ts';
import type { Values } from './forms.ts';
import { ask, type Site } from './room.ts';
import type { Html } from './text.ts';
import { offers, type Working } from './visit.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';

/** The probability from which a candidate says where to look. */
const LIKELY_FROM = 0.5;
/** Named limits: entries looked through, and characters of a model's name. */
const MODELS_MAX = 20;
const NAME_MAX = 120;

/** The drawing with its places; undefined where neither model nor class is known. */
export async function drawPlaces(
  site: Site,
  visit: Working,
  typed: Values,
  found?: Identified,
): Promise<Html | undefined> {
  const [first] = found?.candidates ?? [];
  const likely = first && first.probability >= LIKELY_FROM ? first : undefined;
  const drawn = (await modelOf(site, visit, typed, likely)) ?? classOf(typed, likely);
  return drawn && armDrawing(visit, drawn);
}

/** The same as a card of its own, before anything was asked. */
export function placesCard({ words }: Working, places: Html): Html {
  const { places: heading } = IDENTIFY_WORDS[words.language];
  return html`<section class="card" aria-labelledby="places"><h2 id="places">${heading}</h2>${places}</section>`;
}

async function modelOf(
  site: Site,
  visit: Working,
  typed: Values,
  likely: CandidateTold | undefined,
): Promise<Drawn | undefined> {
  const isTyped = typed.has('model');
  const name = typed.get('model') ?? likely?.model;
  if (name === undefined || !offers(visit, listReference.name) || !offers(visit, viewReference.name))
    return undefined;
  const text = name.slice(0, NAME_MAX);
  const list = await ask(site, visit, listReference, { table: 'models', text, limit: MODELS_MAX });
  if (isRefusal(list)) return undefined;
  const same = list.entries.filter((one) => fold(one.name) === fold(name));
  const maker = fold((isTyped ? typed.get('maker') : likely?.maker) ?? '');
  const own = same.length > 1 ? same.filter((one) => maker !== '' && maker.includes(one.maker ?? ' ')) : same;
  const [only] = own.length > 0 ? own : list.total === 1 ? list.entries : [];
  if (!only) return undefined;
  const view = await ask(site, visit, viewReference, { table: 'models', code: only.code });
  return isRefusal(view) || !('marksAt' in view.entry) ? undefined : { model: view.entry };
}

function classOf(typed: Values, likely: CandidateTold | undefined): Drawn | undefined {
  const name = typed.get('class') ?? likely?.class;
  return name !== undefined && name !== 'unknown' && isArmClass(name) ? { class: name } : undefined;
}
