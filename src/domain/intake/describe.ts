/**
 * Builds the description of an arm from the cells of a row: the words as written, beside them what was understood of
 * class, action, production, country and year. What a spreadsheet did to a calibre or a model is flagged and the likely
 * original offered, never put in its place.
 *
 * @clause ITI 8(a), ITI 11
 */
import type { ArmClass } from '../arms/classification.ts';
import type { ArmDescription, ReceiverMaterial } from '../arms/description.ts';
import type { Happened } from '../base/happened.ts';
import { isPlaceholder } from '../base/placeholders.ts';
import { findPhrase, fold, phraseMap } from '../base/text.ts';
import { seeCalibreDamage, seeModelDamage } from './calibre.ts';
import type { UnderstoodClass } from './class-words.ts';
import { findAction, findProduction, understandClass } from './class-words.ts';
import { findCountry } from './countries.ts';
import { understandDate } from './dates.ts';
import type { RowValues } from './gather.ts';
import { isModelInMaker } from './makers.ts';
import type { Damage } from './understood.ts';

type Draft = { -readonly [Key in keyof ArmDescription]: ArmDescription[Key] };

export type Described = {
  readonly description: ArmDescription;
  readonly damage: readonly Damage[];
  readonly date?: Happened;
  readonly calibreUnderstood?: string;
  readonly modelUnderstood?: string;
};

const EARLIEST_YEAR = 1700;
const LATEST_YEAR = 2100;
const MATERIALS = phraseMap<ReceiverMaterial>({
  steel: 'steel|aco|acier|acero|ferro|iron|فولاذ|сталь',
  alloy: 'alloy|aluminium|aluminum|aluminio|liga|alliage|aleacion|zamac|zamak|سبيكة|сплав',
  'polymer-with-insert': 'polymer with insert|polymer with metal insert|polimero com inserto',
  polymer: 'polymer|polimero|polymere|plastic|plastico|plastique|بوليمر|полимер',
});

/** Describes the arm of a row; `fallback` is the class of a register that holds one class only. */
export function describeArm(
  values: RowValues,
  language: string | undefined,
  fallback: ArmClass | undefined,
): Described {
  const { maker, model, calibre, year, date } = values.cells;
  const damage: Damage[] = [];
  const draft: Draft = { class: 'unknown' };
  describeClass(values, draft, damage, fallback);
  if (maker !== undefined) {
    draft.maker = maker.text;
    if (isPlaceholder(maker.text)) damage.push('placeholder');
    else if (isModelInMaker(maker.text)) damage.push('model-in-maker');
  }
  const seenModel = model === undefined ? undefined : seeModelDamage(model.text, model.kind);
  if (model !== undefined) draft.model = model.text;
  const seenCalibre = calibre === undefined ? undefined : seeCalibreDamage(calibre.text, calibre.kind);
  if (calibre !== undefined) draft.calibre = calibre.text;
  if (seenCalibre?.damage !== undefined) damage.push(seenCalibre.damage);
  if (seenModel?.damage !== undefined && seenModel.damage !== seenCalibre?.damage)
    damage.push(seenModel.damage);
  describeOrigin(values, draft);
  const when = date === undefined ? undefined : understandDate(date.text, date.kind, language);
  if (when?.unclear && !isPlaceholder(date!.text)) damage.push('date-unclear');
  if (year !== undefined && !isPlaceholder(year.text)) describeYear(year.text, when?.date, draft, damage);
  return {
    description: draft,
    damage,
    ...(when?.date === undefined ? {} : { date: when.date }),
    ...(seenCalibre?.understood === undefined ? {} : { calibreUnderstood: seenCalibre.understood }),
    ...(seenModel?.understood === undefined ? {} : { modelUnderstood: seenModel.understood }),
  };
}

/** The type's words decide, then the kind's, then a model that names its class; else the register's own class. */
function describeClass(
  values: RowValues,
  draft: Draft,
  damage: Damage[],
  fallback: ArmClass | undefined,
): void {
  const { kind, model, action, production } = values.cells;
  const cell = values.cells.class ?? kind;
  let found: UnderstoodClass | undefined;
  if (cell !== undefined) {
    found = understandClass(cell.text);
    if (values.cells.class !== undefined) draft.classText = cell.text;
    if (found.class === 'unknown' && kind !== undefined && kind !== cell) {
      const byKind = understandClass(kind.text);
      if (byKind.class !== 'unknown') found = { ...found, class: byKind.class };
    }
  } else if (model !== undefined) {
    const named = understandClass(model.text);
    if (named.class !== 'unknown' && named.other === undefined) found = named;
  }
  draft.class = found?.class ?? 'unknown';
  if (draft.class === 'unknown' && fallback !== undefined) draft.class = fallback;
  const isUnnamed = found?.class === 'unknown' && found.production === undefined;
  const doubtful = found?.vague || found?.other !== undefined || isUnnamed;
  if (doubtful && values.cells.class !== undefined) {
    damage.push('class-unclear');
  }
  const stated = action === undefined ? found?.action : findAction(action.text);
  if (stated !== undefined) draft.action = stated;
  const made = production === undefined ? found?.production : findProduction(production.text);
  if (made !== undefined) draft.production = made;
}

function describeOrigin(values: RowValues, draft: Draft): void {
  const { country, importCountry, material } = values.cells;
  if (country !== undefined) {
    draft.countryText = country.text;
    const code = findCountry(country.text);
    if (code !== undefined) draft.country = code;
  }
  const importer = importCountry === undefined ? undefined : findCountry(importCountry.text);
  if (importer !== undefined) draft.importCountry = importer;
  const made = material === undefined ? undefined : findPhrase(fold(material.text), MATERIALS)?.value;
  if (made !== undefined) draft.material = made;
}

/** A year that cannot be, or lies behind the day the arm was recorded, is flagged and left out. */
function describeYear(text: string, date: Happened | undefined, draft: Draft, damage: Damage[]): void {
  const match = /^(\d{4})(?:\.0+)?$/.exec(text) ?? /^(\d{4})-01-01(?:[T ]00:00.*)?$/.exec(text);
  const year = match ? Number(match[1]) : 0;
  const isAfter = date !== undefined && date.length >= 4 && year > Number(date.slice(0, 4));
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || isAfter) damage.push('year-impossible');
  else draft.year = year;
}
