/**
 * The people of the demonstration: one for each role that shows something of its own, with passwords that are told to
 * everybody, because everything they open is invented. They are let in by the same acts as anybody: an invitation, and
 * its one-time link.
 */
import { addPerson } from '../../acts/add-person.ts';
import { listPeople } from '../../acts/list-people.ts';
import { machine } from '../../acts/office.ts';
import { openOneTimeLink } from '../../acts/open-one-time-link.ts';
import { resetPerson } from '../../acts/reset-person.ts';
import type { SignInDesk } from '../../acts/sign-in-desk.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { demoId } from './random.ts';
import { demoState } from './state.ts';

export type DemoPerson = {
  readonly login: string;
  readonly password: string;
  readonly role: string;
  readonly name: string;
  /** Key of the agency or unit of the posting. */
  readonly at?: string;
  readonly language: 'en' | 'fr' | 'ar';
  /** How long the posting holds from the load; for good where it is left out. @unit days */
  readonly endsInDays?: number;
};

/** Everybody who can sign in to the demonstration; the first six see the most different things. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    login: 'a.sorel',
    password: 'registry of aldera',
    role: 'registry-clerk',
    name: 'Anaïs Sorel',
    language: 'en',
  },
  {
    login: 'b.tamsir',
    password: 'keeper of battalion',
    role: 'keeper',
    name: 'Baba Tamsir',
    at: 'army',
    language: 'fr',
  },
  {
    login: 'c.okoro',
    password: 'licence and holder',
    role: 'licensing',
    name: 'Chidi Okoro',
    language: 'en',
  },
  {
    login: 'd.haddad',
    password: 'case one one eight',
    role: 'investigator',
    name: 'Dalia Haddad',
    at: 'police',
    language: 'ar',
  },
  {
    login: 'e.lindqvist',
    password: 'every look is kept',
    role: 'auditor',
    name: 'Eva Lindqvist',
    language: 'en',
  },
  {
    login: 'f.mensah',
    password: 'people and keys only',
    role: 'administrator',
    name: 'Faustin Mensah',
    language: 'fr',
  },
  {
    login: 'g.petrov',
    password: 'border post at kerem',
    role: 'customs',
    name: 'Galina Petrov',
    at: 'customs',
    language: 'en',
  },
  {
    login: 'h.diallo',
    password: 'seals are never lent',
    role: 'court-registry',
    name: 'Hawa Diallo',
    at: 'court 0',
    language: 'fr',
  },
  {
    login: 'i.benali',
    password: 'point of contact xa',
    role: 'national-contact',
    name: 'Idris Benali',
    language: 'ar',
  },
  {
    login: 'j.varga',
    password: 'reviewed next morning',
    role: 'supervisor',
    name: 'Judit Varga',
    language: 'en',
  },
  {
    login: 'm.ferreira',
    password: 'a second pair of eyes',
    role: 'national-contact',
    name: 'Marta Ferreira',
    language: 'en',
  },
];

const DAY_MS = 86_400_000;
/** @unit days */
const POSTING_ENDS_IN = 20;

/** Colleagues who never sign in: one is suspended, the posting of the other ends soon. Nobody knows their passwords. */
const COLLEAGUES: readonly Omit<DemoPerson, 'password'>[] = [
  { login: 'k.adjei', role: 'armourer', name: 'Kwame Adjei', at: 'army depot 0', language: 'en' },
  {
    login: 'l.moreau',
    role: 'marking-team',
    name: 'Lise Moreau',
    at: 'workshop',
    language: 'fr',
    endsInDays: POSTING_ENDS_IN,
  },
];

const HOST = machine('demonstration', 'demonstration');

/** Lets everybody of the demonstration in; what stands there already stays. */
export async function loadPeople(desk: SignInDesk, seed: number): Promise<Refusal | undefined> {
  const { office } = desk;
  if (!office.demonstration) return refusal('not-a-demonstration', { state: office.state });
  const state = demoState(seed);
  const known = await listPeople.run(office, HOST, listPeople.input.parse({}));
  if (isRefusal(known)) return known;
  const nobodyKnows = (): string => Buffer.from(office.random(24)).toString('hex');
  const colleagues = COLLEAGUES.map((one): DemoPerson => ({ ...one, password: nobodyKnows() }));
  for (const person of [...DEMO_PEOPLE, ...colleagues]) {
    const found = known.people.find((one) => one.login === person.login);
    if (found && found.state !== 'invited') continue;
    const { login, name, language, role, at } = person;
    const until = dayIn(desk, person.endsInDays);
    const posting = { role, ...(at ? { party: state.id(at) } : {}), ...(until ? { until } : {}) };
    const act = demoId(seed, `person ${login}`);
    // One whose link was never opened, because the load was stopped there, gets another.
    const link = found
      ? await resetPerson.run(office, HOST, resetPerson.input.parse({ account: found.account }))
      : await addPerson.run(office, HOST, addPerson.input.parse({ act, login, name, language, posting }));
    if (isRefusal(link)) return link;
    if (link.token === undefined) continue;
    const opened = await openOneTimeLink(desk, '127.0.0.1', link.token, { password: person.password });
    if (isRefusal(opened)) return opened;
  }
  return undefined;
}

function dayIn({ office }: SignInDesk, days: number | undefined): string | undefined {
  if (days === undefined) return undefined;
  return new Date(office.clock() + days * DAY_MS).toISOString().slice(0, 10);
}
