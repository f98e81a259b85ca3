/** Which maker or class typed words name, where that is as good as sure. Not an act itself. */
import { type ArmClass, isArmClass } from '../domain/arms/classification.ts';
import { isPlaceholder } from '../domain/base/placeholders.ts';
import { understandClass } from '../domain/intake/class-words.ts';
import type { Maker } from '../domain/reference/entry.ts';
import type { Lookup } from '../domain/reference/lookup.ts';
import { findSure, NORMALISED_TEXT_MAX } from '../domain/reference/normalise.ts';

/** The maker that words or a code name; undefined where another may be meant. */
export function findMaker({ reference, maker }: Lookup, typed: string): Maker | undefined {
  const text = typed.slice(0, NORMALISED_TEXT_MAX).trim();
  if (text === '' || isPlaceholder(text)) return undefined;
  return reference.makers.get(text) ?? reference.makers.get(findSure(maker(text))?.code ?? '');
}

/** The class that words or a code name; undefined where they are vague or not known. */
export function findClass(typed: string): ArmClass | undefined {
  if (isArmClass(typed)) return typed;
  const understood = understandClass(typed.slice(0, NORMALISED_TEXT_MAX));
  return understood.known && !understood.vague && understood.other === undefined
    ? understood.class
    : undefined;
}
