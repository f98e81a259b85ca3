/** How acts that are about no arm keep their entry: parties, rights, exports, backups, access digests, epochs. Not an act itself. */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import type { Statements } from '../store/database.ts';
import { appendAct } from '../store/ledger.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { seal } from './seal.ts';

export type Kept = {
  readonly act: string;
  readonly entry: string;
  readonly subject: string;
  readonly recorded: string;
};

export type NewEntry = {
  readonly act?: string | undefined;
  readonly device?: string | undefined;
  readonly kind: string;
  readonly subject: string;
  readonly events: readonly object[];
  /** What the act answers beside. */
  readonly also?: object;
};

/**
 * Keeps one entry with its act.
 * @durable when the transaction commits
 */
export async function appendEntry(
  tx: Statements,
  office: Office,
  actor: Actor,
  entry: NewEntry,
): Promise<Kept | Refusal> {
  const kept: Kept = {
    act: entry.act ?? newId(office),
    entry: newId(office),
    subject: entry.subject,
    recorded: nowOf(office),
  };
  const sealed = seal(office, actor, { ...entry, act: kept.act, id: kept.entry, recorded: kept.recorded });
  if (isRefusal(sealed)) return sealed;
  const { act, recorded } = kept;
  await appendAct(
    tx,
    {
      id: act,
      kind: entry.kind,
      operator: actor.operator,
      recorded,
      result: JSON.stringify({ ...kept, ...entry.also }),
    },
    [sealed],
  );
  return kept;
}
