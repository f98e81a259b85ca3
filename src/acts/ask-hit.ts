/**
 * Asks the listing side of a hit whether its entry is still live and the arm the same, against the short clock of hits. Where it
 * was not told of the hit before, it is told now: a person decided so.
 *
 * @clause C-12
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { daysAfter } from '../domain/trace/clocks.ts';
import { changeHit } from './change-hit.ts';
import type { ListingReceipt } from './change-listing.ts';
import { saltedWords } from './change-trace.ts';
import { sendMessage } from './exchange-send.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import { listingReceiptOutput } from './listing-output.ts';
import { tellLister } from './meet-listings.ts';
import type { Act } from './office.ts';
import { readTraceRules } from './trace-rules.ts';

const input = z.strictObject({
  ...submission,
  hit: uuid,
  words: z
    .string()
    .trim()
    .max(NOTE_MAX)
    .optional()
    .describe('What the listing side is to look at; it goes to it.'),
});
export type AskHit = z.infer<typeof input>;

export const askHit: Act<AskHit, ListingReceipt> = {
  name: 'ask-hit',
  says: 'Ask the listing side of a hit whether its entry is live and the arm the same',
  clauses: ['C-12'],
  input,
  output: listingReceiptOutput,
  changes: true,
  run(office, actor, { act, device, hit, words }) {
    return changeHit(office, actor, {
      ...{ act, device, hit, kind: 'ask-hit' },
      async decide({ tx, row, state, recorded }) {
        if (state.side !== 'finder') return refusal('hit-not-ours-to-ask');
        if (state.withheld === 'never-listed') return refusal('hit-never-told');
        if (row.listingStanding !== 'live') return refusal('listing-not-live');
        const due = daysAfter(recorded, (await readTraceRules(tx)).hitDays);
        const salted = words ? saltedWords(office, words) : undefined;
        const { peer } = row;
        const asking = { type: 'hit-asked' as const, due, words: salted?.digest };
        if (peer === undefined) return { events: [compact(asking)], words: salted };
        if (!state.isTold) {
          const told = await tellLister(tx, office, peer, hit, row.listingTheirs);
          if (!told) return refusal('listing-partner-unreachable');
        }
        const body = words ? { text: words } : {};
        const sent = await sendMessage(tx, office, { peer, type: 'listing/asked', thread: hit, body });
        if (isRefusal(sent)) return sent;
        const { message, digest } = sent;
        return { events: [compact({ ...asking, message, digest })], words: salted };
      },
    });
  },
};
