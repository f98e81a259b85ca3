/**
 * A register with one arm whose record holds a name of a holder, of a site, a word of a case, a clerk's name and a hidden
 * mark, each to be recognised wherever it is told; and people of any role to whom it may be told.
 */
import { addPerson } from '../src/acts/add-person.ts';
import { consolePerson } from '../src/acts/console-person.ts';
import { findPerson } from '../src/acts/find-person.ts';
import type { Office, Person } from '../src/acts/office.ts';
import { perform } from '../src/acts/perform.ts';
import { recordEvent } from '../src/acts/record-event.ts';
import { recordParty } from '../src/acts/record-party.ts';
import { registerArm } from '../src/acts/register-arm.ts';
import type { Field } from '../src/domain/access/scope.ts';
import { kept, type Registry, registry } from './acts/registry.ts';

export const HOLDER = 'Zorvane Delacruse';
export const SITE = 'Kelquarry Magazine';
export const CASE = 'Wextral affair';
export const OPERATOR = 'Opernym Quist';
export const HIDDEN = 'HID-7731-Q';

export let r: Registry;
export let arm: string;
export let number: string;
export let words: Readonly<Record<Field, readonly string[]>>;
export const CONSOLE = consolePerson();
export const EXPERT: Person = {
  ...CONSOLE,
  role: { ...CONSOLE.role, sees: ['holder', 'site', 'case', 'operator', 'security'] },
};
let skewMs = 0;

/** Lets time go by. */
export function pass(millis: number): void {
  skewMs += millis;
}

/** Asks an act for a person. */
export const as = <I, O>(
  person: Person,
  act: Parameters<typeof perform<I, O>>[3],
  input: object,
  office: Office = r.office,
) => perform(office, person, 'C-17/2026', act, input);

/** Somebody of a role, posted to the unit in whose books the arm stands. */
export async function person(role: string, party: string | undefined = r.who.post): Promise<Person> {
  const login = `${role}.${r.newId().slice(-8)}`;
  const added = kept(await as(CONSOLE, addPerson, { login, name: OPERATOR, posting: { role, party } }));
  await r.db.rows(`update account set state = 'active' where account_id = $1`, [added.account]);
  return (await findPerson(r.office, added.account))!;
}

/** Makes the register; called once by each file of tests. */
export async function plant(): Promise<void> {
  r = await registry({ clock: () => Date.now() + skewMs });
  const party = async (kind: string, name: string) => {
    const id = r.newId();
    kept(await as(CONSOLE, recordParty, { party: id, kind, name }));
    return id;
  };
  const [holder, site] = [await party('person', HOLDER), await party('depot', SITE)];
  const clerk = await person('registry-clerk', undefined);
  const marks = [
    { kind: 'serial', text: 'ZQ-0417', note: CASE },
    { kind: 'security', text: HIDDEN },
  ];
  const to = { owner: r.who.army, unit: r.who.post, keeper: site };
  const description = { class: 'pistol', maker: 'Zeta' };
  const first = kept(await as(EXPERT, registerArm, { description, marks, to, happened: '2019-01-10' }));
  arm = first.arm;
  number = first.number;
  const event = (type: string, more: object) => as(clerk, recordEvent, { arm, type, ...more });
  kept(await event('sighted', { happened: '2020-02-02', why: CASE, place: CASE, by: site }));
  kept(await event('held-under-right', { happened: '2021-03-03', to: { owner: holder, keeper: holder } }));
  kept(
    await event('issued', {
      happened: '2021-03-04',
      to: { bearer: holder },
      basis: { kind: 'order', number: CASE },
    }),
  );
  words = {
    holder: [HOLDER, holder],
    site: [SITE, site],
    case: [CASE],
    operator: [OPERATOR, clerk.operator],
    security: [HIDDEN],
  };
}

/** Whatever a role is answered, as one text: maps and sets told in full. */
export function textOf(answer: unknown): string {
  return JSON.stringify(answer, (_key, value) =>
    value instanceof Map ? [...value] : value instanceof Set ? [...value] : value,
  );
}
