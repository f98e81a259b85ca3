/**
 * Records a holder's right to arms, or what became of it: suspended, revoked, valid again, prolonged. Issuing rights is
 * work of its own; here they are recorded so that a transfer and a trace can ask about them.
 */
import { z } from 'zod';
import type { Happened } from '../domain/base/happened.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { RIGHT_KINDS, type Right } from '../domain/licence/right.ts';
import type { Tx } from '../store/database.ts';
import { appendAct, claimSubjects, type SealedEntry } from '../store/ledger.ts';
import { findRight, listParties, saveRight } from '../store/party.ts';
import { happened, submission, text, uuid, words } from './input.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { once } from './once.ts';
import { id } from './output.ts';
import { seal } from './seal.ts';

const one = z.strictObject({
  right: uuid.optional().describe('Id of the right; made here where a new one has none.'),
  holder: uuid.optional(),
  kind: z.enum(RIGHT_KINDS).optional(),
  number: words.optional(),
  authority: words.optional(),
  from: happened.optional(),
  until: happened.optional(),
  state: z.enum(['valid', 'suspended', 'revoked']).default('valid'),
  since: happened.optional().describe('From when the state holds.'),
  why: text.optional(),
});
export type RightWish = z.infer<typeof one>;

const input = z.strictObject({ ...submission, ...one.shape });
export type RecordRight = z.infer<typeof input>;

export type RightsKept = { readonly act: string; readonly rights: readonly string[] };

/** Named limit: rights of one act. */
export const RIGHTS_MAX = 2000;

export const recordRight: Act<RecordRight, RightsKept> = {
  name: 'record-right',
  says: "Record a holder's right, or what became of it",
  clauses: ['PoA II.3'],
  input,
  output: z.strictObject({ act: id, rights: z.array(id) }),
  changes: true,
  run(office, actor, { act, device: _device, ...wanted }) {
    return recordRights(office, actor, act ?? newId(office), [wanted]);
  },
};

/** Records many rights as one act: all of them or, where one is refused, none. */
export async function recordRights(
  office: Office,
  actor: Actor,
  act: string,
  wanted: readonly RightWish[],
): Promise<RightsKept | Refusal> {
  if (wanted.length > RIGHTS_MAX) return refusal('too-many', { came: wanted.length, most: RIGHTS_MAX });
  const done = await once(
    office,
    act,
    () =>
      office.db.transaction(async (tx): Promise<RightsKept | Refusal> => {
        const entries: SealedEntry[] = [];
        const holders = await listParties(
          tx,
          wanted.flatMap((wish) => wish.holder ?? []),
        );
        const stranger = wanted.find((wish) => wish.holder !== undefined && !holders.has(wish.holder));
        if (stranger) return refusal('party-unknown', { party: stranger.holder ?? '' });
        // Nothing is written before all is decided: a refusal leaves nothing behind.
        const rights: Right[] = [];
        for (const wish of wanted) {
          const made = await makeOne(tx, office, actor, act, wish);
          if (isRefusal(made)) return made;
          entries.push(made.entry);
          rights.push(made.right);
        }
        for (const right of rights) await saveRight(tx, right);
        const kept: RightsKept = { act, rights: entries.map((entry) => entry.subject) };
        const row = { id: act, kind: 'record-right', operator: actor.operator, recorded: nowOf(office) };
        await appendAct(tx, { ...row, result: JSON.stringify(kept) }, entries);
        return kept;
      }),
    { kind: 'record-right', operator: actor.operator },
  );
  return isRefusal(done) ? done : done.result;
}

async function makeOne(
  tx: Tx,
  office: Office,
  actor: Actor,
  act: string,
  wish: RightWish,
): Promise<{ readonly entry: SealedEntry; readonly right: Right } | Refusal> {
  const before = wish.right === undefined ? undefined : await findRight(tx, wish.right);
  if (!before && wish.right !== undefined && (await claimSubjects(tx, [wish.right])) !== undefined)
    return refusal('id-known-already', { id: wish.right });
  const recorded = nowOf(office);
  const right = rightOf(wish, before, wish.right ?? newId(office), recorded);
  if (isRefusal(right)) return right;
  const { id, ...facts } = right;
  const type = before ? 'right-changed' : 'right-recorded';
  const event = { type, happened: right.stateSince, ...facts, ...(wish.why ? { why: wish.why } : {}) };
  const ids = { id: newId(office), act, subject: id };
  const entry = seal(office, actor, { ...ids, kind: 'record-right', recorded, events: [event] });
  return isRefusal(entry) ? entry : { entry, right };
}

/** The right as it stands after the wish; holder, kind, number and authority of a right never change. */
function rightOf(wish: RightWish, before: Right | undefined, id: string, recorded: string): Right | Refusal {
  const today = recorded.slice(0, 10) as Happened;
  const { state } = wish;
  if (before)
    return {
      ...before,
      from: wish.from ?? before.from,
      until: wish.until ?? before.until,
      state,
      stateSince: wish.since ?? today,
    };
  const { holder, kind, number, authority, from } = wish;
  if (!holder || !kind || !number || !authority || from === undefined)
    return refusal('right-incomplete', { expected: 'holder, kind, number, authority, from' });
  const until = wish.until ?? ('' as Happened);
  return { id, holder, kind, number, authority, from, until, state, stateSince: wish.since ?? from };
}
