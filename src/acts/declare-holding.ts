/**
 * Declares an unnumbered holding: so many arms of one kind in one place, of which nobody knows the numbers. They are not
 * arms of the register until each is looked at and counted out.
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { copyHoldings } from '../store/import.ts';
import { claimSubjects } from '../store/ledger.ts';
import { listParties } from '../store/party.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { armClass, compact, registerId, submission, text, uuid } from './input.ts';
import { type Act, newId } from './office.ts';
import { once } from './once.ts';
import { keptOutput } from './output.ts';

const input = z.strictObject({
  ...submission,
  holding: uuid.optional(),
  register: registerId.default(0),
  class: armClass,
  maker: text.optional(),
  model: text.optional(),
  calibre: text.optional(),
  quantity: z.int().min(1).max(1_000_000),
  keeper: uuid.optional(),
  lastOn: z.iso.date().optional().describe('The day on which they were last counted.'),
});
export type DeclareHolding = z.infer<typeof input>;

export const declareHolding: Act<DeclareHolding, Kept> = {
  name: 'declare-holding',
  says: 'Declare arms without numbers, to be counted out',
  clauses: ['ITI 11', 'PoA II.17'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const { device, holding, register, ...rest } = wanted;
    const { act = newId(office), class: kind, maker, model, calibre, quantity, keeper, lastOn } = rest;
    const done = await once(
      office,
      act,
      () =>
        office.db.transaction(async (tx) => {
          if (keeper !== undefined && !(await listParties(tx, [keeper])).has(keeper))
            return refusal('party-unknown', { party: keeper });
          const facts = { class: kind, maker, model, calibre, quantity, keeper, lastOn };
          const id = holding ?? newId(office);
          if (holding !== undefined && (await claimSubjects(tx, [holding])) !== undefined)
            return refusal('id-known-already', { id });
          const event = { type: 'holding-declared', ...compact(facts) };
          const entry = { act, device, kind: 'declare-holding', subject: id, events: [event] };
          const kept = await appendEntry(tx, office, actor, entry);
          if (!isRefusal(kept)) await copyHoldings(tx, register, [{ ...facts, id }]);
          return kept;
        }),
      { kind: 'declare-holding', operator: actor.operator },
    );
    return isRefusal(done) ? done : done.result;
  },
};
