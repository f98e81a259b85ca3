/**
 * How sure the intake is of a row: one, less a cost for each kind of damage. The costs order rows for a person's look;
 * they are judgements, not measured probabilities.
 */
import type { Damage } from './understood.ts';

/** What each kind of damage takes from the confidence in a row. */
const DAMAGE_COST: Readonly<Record<Damage, number>> = {
  'date-for-calibre': 0.05,
  exponent: 0.25,
  'lost-zeros-possible': 0.05,
  'formula-wrapper': 0,
  'model-in-maker': 0.05,
  'words-in-serial': 0.02,
  'several-serials': 0.2,
  'unnumbered-quantity': 0.1,
  'control-characters': 0.1,
  'partly-read': 0.05,
  'annotated-serial': 0.05,
  'mixed-scripts': 0.1,
  'calibre-as-number': 0.05,
  'year-impossible': 0.05,
  placeholder: 0.05,
  'class-unclear': 0.15,
  'date-unclear': 0.05,
};
const LEAST_CONFIDENCE = 0.1;
const NO_SERIAL_COST = 0.1;

/** The confidence in a row, from 0.1 to 1, after what was damaged and whether the serial's field said anything. */
export function confidenceOf(damage: ReadonlySet<Damage>, hasSerial: boolean): number {
  let confidence = hasSerial ? 1 : 1 - NO_SERIAL_COST;
  for (const each of damage) confidence -= DAMAGE_COST[each];
  return Math.max(LEAST_CONFIDENCE, Math.round(confidence * 100) / 100);
}
