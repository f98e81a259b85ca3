/**
 * Declares a production lot: so many arms of one model, made under one licence, with serials from one number to another.
 * An arm that is found later with such a serial has a maker to ask, also where nobody registered it.
 *
 * @clause A-05
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { claimSubjects } from '../store/ledger.ts';
import { insertLot } from '../store/lot.ts';
import { listParties } from '../store/party.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { armClass, compact, happened, submission, text, uuid, words } from './input.ts';
import { type Act, type Actor, newId, type Office } from './office.ts';
import { once } from './once.ts';
import { keptOutput } from './output.ts';

const count = z.int().min(0).max(999_999_999_999);

const input = z.strictObject({
  ...submission,
  lot: uuid.optional(),
  maker: uuid,
  class: armClass,
  model: text.optional(),
  calibre: text.optional(),
  prefix: z.string().max(30).describe('What stands before the number; may be empty.'),
  first: count,
  last: count,
  digits: z.int().min(1).max(12).describe('How many digits the number has, leading zeros counted.'),
  quantity: z.int().min(1).max(10_000_000),
  year: z.int().min(1300).max(2200).optional(),
  happened: happened.optional(),
  licence: words.optional(),
});
export type DeclareLot = z.infer<typeof input>;

export const declareLot: Act<DeclareLot, Kept> = {
  name: 'declare-lot',
  says: 'Declare a production lot and its serials',
  clauses: ['ITI 8(a)', 'ITI 11'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const act = wanted.act ?? newId(office);
    const submission = { kind: 'declare-lot', operator: actor.operator };
    const run = () => declare(office, actor, { ...wanted, act });
    const done = await once(office, act, run, submission);
    return isRefusal(done) ? done : done.result;
  },
};

function declare(
  office: Office,
  actor: Actor,
  wanted: DeclareLot & { readonly act: string },
): Promise<Kept | Refusal> {
  const { act, device, lot, ...facts } = wanted;
  const { first, last, digits, quantity } = facts;
  return office.db.transaction(async (tx) => {
    if (last < first || String(last).length > digits || quantity > last - first + 1)
      return refusal('lot-range', { first, last, digits, quantity });
    const maker = (await listParties(tx, [facts.maker])).get(facts.maker);
    if (!maker) return refusal('party-unknown', { party: facts.maker });
    const id = lot ?? newId(office);
    if (lot !== undefined && (await claimSubjects(tx, [lot])) !== undefined)
      return refusal('id-known-already', { id });
    const event = { type: 'lot-declared', ...compact(facts) };
    const kept = await appendEntry(tx, office, actor, {
      act,
      device,
      kind: 'declare-lot',
      subject: id,
      events: [event],
    });
    if (isRefusal(kept)) return kept;
    const { model, calibre, year, licence } = facts;
    await insertLot(tx, { ...facts, prefix: searchKey(facts.prefix), id, model, calibre, year, licence });
    return kept;
  });
}
