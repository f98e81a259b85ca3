/** Parties on the command line: by id, or by a name that only one of them bears. */
import { findParties } from '../../acts/find-parties.ts';
import { listAgencies } from '../../acts/list-agencies.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import type { Context } from './command.ts';
import { runAct } from './run-act.ts';

/** The id of a party given by id or name. */
export async function partyIdOf(context: Context, given: string): Promise<string | Refusal> {
  const id = parseUuid(given);
  if (id) return id;
  const found = await runAct(context, findParties, { name: given });
  return isRefusal(found) ? found : onlyOne(given, found.parties);
}

/** The id of an agency given by id or name; whoever posts people sees agencies, but not who holds arms. */
export async function agencyIdOf(context: Context, given: string): Promise<string | Refusal> {
  const id = parseUuid(given);
  if (id) return id;
  const found = await runAct(context, listAgencies, { name: given, gone: true });
  if (isRefusal(found)) return found;
  const active = found.agencies.filter(({ state }) => state === 'active');
  return onlyOne(given, active.length > 0 ? active : found.agencies);
}

function onlyOne(given: string, found: readonly { readonly id: string }[]): string | Refusal {
  const [one] = found;
  if (!one) return refusal('party-unknown', { party: given });
  return found.length === 1 ? one.id : refusal('party-ambiguous', { party: given, count: found.length });
}
