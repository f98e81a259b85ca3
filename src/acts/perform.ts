/**
 * The one way from a door to an act: may this person do it, can the input be read, then it is done within the scope that
 * the role yields. A try that is not permitted leaves a line in the access log like a look does. Not an act itself.
 *
 * @clause A-13, J-02, J-04
 */
import type { ZodError } from 'zod';
import { mayAct } from '../domain/access/role.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { logAccess } from '../store/work.ts';
import { type Act, type Actor, newId, nowOf, type Office, type Person } from './office.ts';
import { tellActEnded } from './tell-end.ts';

/** Named limit: characters of a purpose. */
export const PURPOSE_LENGTH_MAX = 200;

/**
 * The actor that a person is in an act, or in a power that is no single act (export-arms, import-file).
 * @refuses not-permitted
 */
export async function permit(
  office: Office,
  person: Person,
  purpose: string,
  power: string,
): Promise<Actor | Refusal> {
  const scope = mayAct(person.role, power, person.parties);
  const told = purpose.slice(0, PURPOSE_LENGTH_MAX);
  if (!isRefusal(scope)) return { operator: person.operator, purpose: told, scope };
  await logAccess(office.db, {
    id: newId(office),
    at: nowOf(office),
    operator: person.operator,
    act: `${power} (not permitted)`,
    purpose: told,
    subjects: '',
  });
  return scope;
}

/**
 * Does an act for a person.
 * @refuses not-permitted, input-unreadable, and whatever the act refuses
 */
export async function perform<Input, Output>(
  office: Office,
  person: Person,
  purpose: string,
  act: Act<Input, Output>,
  raw: unknown,
): Promise<Output | Refusal> {
  const actor = await permit(office, person, purpose, act.name);
  if (isRefusal(actor)) return actor;
  const input = act.input.safeParse(raw);
  if (!input.success) return unreadable(input.error);
  try {
    const done = await act.run(office, actor, input.data);
    tellActEnded({ act: act.name, outcome: isRefusal(done) ? 'refused' : 'done' });
    return done;
  } catch (error) {
    tellActEnded({ act: act.name, outcome: 'failed' });
    throw error;
  }
}

/** The first thing that could not be read, by its place; what was typed is not repeated. */
function unreadable(error: ZodError): Refusal {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  return refusal('input-unreadable', { field, says: issue?.message ?? '', problems: error.issues.length });
}
