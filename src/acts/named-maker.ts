/** Which maker or class typed words name, where that is as good as sure. Not an act itself. */
import type { ArmClass } from '../domain/arms/classification.ts';
import { isPlaceholder } from '../domain/base/placeholders.ts';
import { classNamed } from '../domain/intake/class-words.ts';
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
  const named = classNamed(typed);
  return named?.vague === false ? named.class : undefined;
}
