/** What to call parties in a look, within its scope. Not an act itself. */
import type { Scope } from '../domain/access/scope.ts';
import type { Office } from './office.ts';
import { partiesWithin } from './within-scope.ts';

/** Names by the ids of parties that the scope lets be known. */
export async function listPartyNames(
  office: Pick<Office, 'db'>,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return (await partiesWithin(office.db, scope, ids)).names;
}
