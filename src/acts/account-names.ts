/**
 * What to call those who acted: the names of account holders among operators, where they are for the one who looks. Programs,
 * the machine and those who were erased have none. Not an act itself.
 */
import { parseUuid } from '../domain/base/id.ts';
import { listAccountNames } from '../store/account.ts';
import type { Office } from './office.ts';

/** Names by operator; none at all where they are not shown. */
export function namesOfOperators(
  office: Office,
  operators: readonly (string | null | undefined)[],
  shown = true,
): Promise<ReadonlyMap<string, string>> {
  const accounts = operators.flatMap((one) => (one && parseUuid(one) ? [one] : []));
  return listAccountNames(office.db, shown ? [...new Set(accounts)] : []);
}
