/** placeholder */
import type { Actor, Office } from '../../acts/office.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { DemoState } from './state.ts';
export type StoryTold = {
  name: string;
  says: string;
  arms: { id: string; number: string; serial: string }[];
  entries: number;
};
export async function loadStories(
  _o: Office,
  _a: Actor,
  _s: DemoState,
): Promise<readonly StoryTold[] | Refusal> {
  return [];
}
