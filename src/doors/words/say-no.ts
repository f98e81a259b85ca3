/** The sentence of any refusal, in English, for programs and terminals. */
import type { Refusal } from '../../domain/base/refusal.ts';
import { sayRefusal } from './refusals.ts';

/** What a person reads. */
export function sayNo(refusal: Refusal): string {
  return sayRefusal(refusal);
}
