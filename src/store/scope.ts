/** How a scope becomes a condition on arms: the one place where rights meet SQL. */
import type { Scope } from '../domain/access/scope.ts';

/** Statuses of arms in civil hands, and registers of them. */
const CIVIL = `%.status in ('in-civil-possession', 'in-trade') or %.register_id in
  (select register_id from register where kind in ('civil', 'trade'))`;

/**
 * The condition under which an arm lies in a scope. `alias` names the arm's table in the statement, `add` takes a value
 * and gives its placeholder.
 */
export function armsIn(scope: Scope, alias: string, add: (value: unknown) => string): string {
  switch (scope.arms) {
    case 'all':
      return 'true';
    case 'civil':
      return `(${CIVIL.replaceAll('%', alias)})`;
    case 'own': {
      const parties = add(scope.parties);
      const columns = ['unit_id', 'keeper_id', 'receiver_id', 'owner_id'];
      return `(${columns.map((column) => `${alias}.${column} = any(${parties}::uuid[])`).join(' or ')})`;
    }
    case 'none':
      return 'false';
  }
}

/** Collects the values of a statement and gives their placeholders. */
export function valuesFrom(values: unknown[]): (value: unknown) => string {
  return (value) => {
    values.push(value);
    return `$${values.length}`;
  };
}
