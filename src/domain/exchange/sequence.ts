/**
 * What becomes of a message by its place: one sender's messages in one thread are handled in the order of their numbers,
 * each once, however often and in whatever order they come.
 *
 * Invariant: the places that were handled are 1 to `last` without a gap; a message that was refused for good has its place too.
 *
 * @clause J-01, C-13
 */
import { AHEAD_MAX } from './limits.ts';

/** What is known of the place before a message is taken. */
export type Standing = {
  /** The highest place that was handled; 0 where there is none. */
  readonly last: number;
  /** Digest of the message that came under this id before. */
  readonly sameId?: string | undefined;
  /** Digest of the message that stands or is held in this place. */
  readonly samePlace?: string | undefined;
};

export type Placing = 'next' | 'ahead' | 'repeated' | 'id-reused' | 'place-taken' | 'out-of-place';

/** What is to be done with a message. */
export function placingOf(
  { digest, seq }: { readonly digest: string; readonly seq: number },
  { last, sameId, samePlace }: Standing,
): Placing {
  if (sameId !== undefined) return sameId === digest ? 'repeated' : 'id-reused';
  if (samePlace !== undefined || seq <= last) return 'place-taken';
  if (seq === last + 1) return 'next';
  return seq - last <= AHEAD_MAX ? 'ahead' : 'out-of-place';
}
