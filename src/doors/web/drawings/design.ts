/** What a drawing of an arm is: its parts, the models it is true of, and where on it each place of a mark lies. */
import type { ArmClass } from '../../../domain/arms/classification.ts';
import type { Parts } from './parts.ts';

/** A landmark beside which a mark stands, in a small shared vocabulary. */
export type Near = (typeof NEARS)[number];
export const NEARS = [
  'above-trigger',
  'above-magazine',
  'above-grip',
  'before-guard',
  'butt',
  'at-muzzle',
  'over-chamber',
  'on-chamber',
  'at-port',
  'at-front',
  'at-middle',
  'at-rear',
  'crane',
  'handle',
  'side-plate',
] as const;

/** @unit millimetres */
export type Spot = { readonly x: number; readonly y: number; readonly near?: Near };

export type Design = {
  readonly id: string;
  /** Codes of the models it is true of, the one it was drawn for first. */
  readonly models: readonly string[];
  readonly parts: Parts;
  /** Where each place, such as frame-right, lies. */
  readonly spots: Readonly<Record<string, Spot>>;
};

/** The drawing that stands for a class where the model is not known or not drawn. */
export type ClassDrawing = { readonly design: string; readonly usual: readonly string[] };
export type ClassDrawings = Readonly<Record<ArmClass, ClassDrawing>>;

/** Where a place lies. */
export function at(x: number, y: number, near?: Near): Spot {
  return near === undefined ? { x, y } : { x, y, near };
}
