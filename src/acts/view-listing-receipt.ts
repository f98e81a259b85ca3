/**
 * Gives the receipt of one entry of a listed arm or of a hit: that it stands in the ledger, and nothing of the case.
 *
 * @clause C-12, J-04
 */
import { z } from 'zod';
import { findListing } from '../store/listing.ts';
import { findHit } from '../store/listing-hit.ts';
import { type FileReceipt, fileReceipt, fileReceiptOutput } from './file-receipt.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';

const input = z.strictObject({
  about: z.enum(['listing', 'hit']),
  file: uuid.describe('Id of the entry of the list, or of the hit.'),
  entry: uuid.describe('Id of the entry of the ledger, as the act that made it answered.'),
});

export const viewListingReceipt: Act<z.infer<typeof input>, FileReceipt> = {
  name: 'view-listing-receipt',
  says: 'Give the receipt of what was done with a listed arm or a hit, with its check code',
  clauses: ['C-12', 'J-04'],
  input,
  output: fileReceiptOutput,
  changes: false,
  async run(office, actor, { about, file, entry }) {
    const find = about === 'listing' ? findListing : findHit;
    const seen = await find(office.db, actor.scope, file);
    return fileReceipt(office, actor, {
      ...{ act: 'view-listing-receipt', about, file, entry, number: file },
      reach: seen === undefined ? 'none' : 'all',
    });
  },
};
