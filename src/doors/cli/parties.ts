/** Parties on the command line: by id, or by a name that only one of them bears. */
import { findParties } from '../../acts/find-parties.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import type { Context } from './command.ts';
import { runAct } from './run-act.ts';

/** The id of a party given by id or name. */
export async function partyIdOf(context: Context, given: string): Promise<string | Refusal> {
  const id = parseUuid(given);
  if (id) return id;
  const found = await runAct(context, findParties, { name: given });
  if (isRefusal(found)) return found;
  if (found.length === 0) return refusal('party-unknown', { party: given });
  return found.length === 1
    ? found[0]!.id
    : refusal('party-ambiguous', { party: given, count: found.length });
}
