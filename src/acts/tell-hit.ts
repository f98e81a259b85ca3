/**
 * Answers a hit: whether the entry is still live and the arm the same. The listing side answers; a hit on an own entry is answered
 * here. A hit that no partner was told of may be cleared here as another arm, and never confirmed.
 *
 * @clause C-12
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { HIT_ANSWERS, type HitAnswer, type HitState } from '../domain/trace/hit.ts';
import type { ListedHit } from '../store/listing-hit.ts';
import { changeHit } from './change-hit.ts';
import type { ListingReceipt } from './change-listing.ts';
import { saltedWords } from './change-trace.ts';
import { sendMessage } from './exchange-send.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import { listingReceiptOutput } from './listing-output.ts';
import type { Act } from './office.ts';

const input = z.strictObject({
  ...submission,
  hit: uuid,
  answer: z.enum(HIT_ANSWERS),
  words: z.string().trim().max(NOTE_MAX).optional().describe('Goes to the side that asked.'),
});
export type TellHit = z.infer<typeof input>;

export const tellHit: Act<TellHit, ListingReceipt> = {
  name: 'tell-hit',
  says: 'Answer a hit: whether the entry is live and the arm the same',
  clauses: ['C-12'],
  input,
  output: listingReceiptOutput,
  changes: true,
  run(office, actor, { act, device, hit, answer, words }) {
    return changeHit(office, actor, {
      ...{ act, device, hit, kind: 'tell-hit' },
      async decide({ tx, row, state }) {
        const refused = refuseTelling(row, state, answer);
        if (refused) return refused;
        const salted = words ? saltedWords(office, words) : undefined;
        const answered = { type: 'hit-answered' as const, answer, words: salted?.digest };
        const { peer } = row;
        if (state.side === 'finder' || peer === undefined)
          return { events: [compact(answered)], words: salted };
        const body = words ? { answer, text: words } : { answer };
        const thread = row.metWith;
        const sent = await sendMessage(tx, office, { peer, type: 'listing/told', thread, body });
        if (isRefusal(sent)) return sent;
        const { message, digest } = sent;
        return { events: [compact({ ...answered, message, digest })], words: salted };
      },
    });
  },
};

/**
 * Why somebody here may not answer so.
 * @refuses hit-not-ours-to-tell, listing-not-live
 */
function refuseTelling(row: ListedHit, state: HitState, answer: HitAnswer): Refusal | undefined {
  const isOwnEntry = row.peer === undefined || state.side === 'lister';
  const isClearing = !state.isTold && answer === 'not-same';
  if (!isOwnEntry && !isClearing) return refusal('hit-not-ours-to-tell');
  if (answer === 'live-and-same' && row.listingStanding !== 'live') return refusal('listing-not-live');
  return undefined;
}

/** True where somebody here may answer. */
export function mayTell(row: ListedHit, state: HitState): boolean {
  return HIT_ANSWERS.some((answer) => refuseTelling(row, state, answer) === undefined);
}
