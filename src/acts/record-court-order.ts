/**
 * Records the order of a court about a person, a party or an arm. An order to keep a person's data until a day is obeyed
 * from then on: neither a request nor the daily erasure touches it before. About an arm it is a finding of its history.
 *
 * @clause J-05
 */
import { z } from 'zod';
import type { Happened } from '../domain/base/happened.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { ArmEvent } from '../domain/custody/event.ts';
import { isArm } from '../store/arm.ts';
import type { Tx } from '../store/database.ts';
import { retainPerson } from '../store/erasure.ts';
import { listParties } from '../store/party.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { changeArm } from './change-arm.ts';
import { ORDER } from './erase-personal-data.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import { type Act, newId } from './office.ts';
import { once } from './once.ts';
import { id } from './output.ts';

const input = z.strictObject({
  ...submission,
  subject: uuid.describe('The person, party or arm that the order is about.'),
  order: ORDER,
  keepUntil: z.iso.date().optional().describe('Day until which the data of a person must be kept.'),
  says: z.string().trim().max(NOTE_MAX).optional().describe('What is ordered, without names of persons.'),
});
export type RecordCourtOrder = z.infer<typeof input>;

export type CourtOrderKept = { readonly act: string; readonly entry: string };

export const recordCourtOrder: Act<RecordCourtOrder, CourtOrderKept> = {
  name: 'record-court-order',
  says: "Record a court's order",
  clauses: ['J-05'],
  input,
  output: z.strictObject({ act: id, entry: id }),
  changes: true,
  async run(office, actor, wanted) {
    const { device, subject, order, keepUntil, says } = wanted;
    if (await isArm(office.db, actor.scope, subject)) {
      const { authority, number, date } = order;
      const finding: ArmEvent = compact({
        type: 'finding' as const,
        happened: date as Happened,
        basis: { kind: 'court-order', authority, number },
        why: says,
      });
      const done = await changeArm(office, actor, {
        act: wanted.act,
        device,
        kind: 'record-court-order',
        arm: subject,
        commands: [finding],
      });
      return isRefusal(done) ? done : { act: done.act, entry: done.entry };
    }
    const act = wanted.act ?? newId(office);
    const keep = async (tx: Tx): Promise<Kept | Refusal> => {
      if (!(await listParties(tx, [subject])).has(subject))
        return refusal('party-unknown', { party: subject });
      const kept = await appendEntry(tx, office, actor, {
        act,
        device,
        kind: 'record-court-order',
        subject,
        events: [compact({ type: 'court-order', order, keepUntil, says })],
      });
      if (!isRefusal(kept) && keepUntil !== undefined) await retainPerson(tx, subject, keepUntil);
      return kept;
    };
    const submission = { kind: 'record-court-order', operator: actor.operator };
    const done = await once(office, act, () => office.db.transaction(keep), submission);
    return isRefusal(done) ? done : { act: done.result.act, entry: done.result.entry };
  },
};
