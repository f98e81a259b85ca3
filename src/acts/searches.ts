/**
 * The searches of whoever is signed in, kept under an id so that what is looked for stands in no address. Only its owner
 * runs a search or sees what it asks; what it finds is asked anew each time through the act of finding, within the rights
 * of that moment. Not an act itself: nothing of the register is read or written.
 *
 * What could go wrong: a search may name a holder, so it does not stay. Without a name it goes after a day, with one after a
 * year.
 */
import { z } from 'zod';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  deleteSearch,
  deleteSearchesBefore,
  findSearch as findKept,
  listNamedSearches,
  saveSearch as saveKept,
  saveSearchName,
} from '../store/search.ts';
import { newId, nowOf, type Office } from './office.ts';

/** Named limits: searches with names of one person, letters of a name, bytes of what is asked, and how long each stays. */
export const SEARCHES_NAMED_MAX = 40;
export const SEARCH_NAME_MAX = 80;
export const SEARCH_BYTES_MAX = 8192;
export const NAMELESS_DAYS = 1;
export const NAMED_DAYS = 365;
const DAY_MS = 86_400_000;
const SWEPT_AT_ONCE = 5000;

/** What is asked, by field, as typed. */
export type Criteria = Readonly<Record<string, string>>;
export type KeptSearch = { readonly id: string; readonly criteria: Criteria; readonly name?: string };

const criteriaShape = z.record(z.string(), z.string());

/**
 * Keeps what is looked for; gives the id under which it is run.
 * @refuses search-too-long
 */
export async function saveSearch(
  office: Office,
  account: string,
  criteria: Criteria,
): Promise<string | Refusal> {
  const text = JSON.stringify(criteria);
  if (Buffer.byteLength(text) > SEARCH_BYTES_MAX)
    return refusal('search-too-long', { most: SEARCH_BYTES_MAX });
  const id = newId(office);
  await saveKept(office.db, account, { id, criteria: text, name: undefined, made: nowOf(office) });
  return id;
}

/** One of somebody's own searches. */
export async function findSearch(
  office: Office,
  account: string,
  id: string,
): Promise<KeptSearch | undefined> {
  const found = await findKept(office.db, account, id);
  return found && keptOf(found);
}

/** The searches to which somebody gave names. */
export async function listSearches(office: Office, account: string): Promise<readonly KeptSearch[]> {
  return (await listNamedSearches(office.db, account, SEARCHES_NAMED_MAX)).map(keptOf);
}

function keptOf(found: {
  readonly id: string;
  readonly criteria: string;
  readonly name: string | undefined;
}) {
  const criteria = criteriaShape.parse(JSON.parse(found.criteria));
  return { id: found.id, criteria, ...(found.name === undefined ? {} : { name: found.name }) };
}

/**
 * Gives a search a name, so that it stays.
 * @refuses search-unknown, search-name, searches-full
 */
export async function nameSearch(
  office: Office,
  account: string,
  id: string,
  name: string,
): Promise<Refusal | undefined> {
  const called = name.trim();
  if (called.length === 0 || called.length > SEARCH_NAME_MAX)
    return refusal('search-name', { most: SEARCH_NAME_MAX });
  if (await saveSearchName(office.db, account, id, called, SEARCHES_NAMED_MAX)) return undefined;
  const there = await findKept(office.db, account, id);
  return there ? refusal('searches-full', { most: SEARCHES_NAMED_MAX }) : refusal('search-unknown');
}

/** Forgets a search of one's own; false where there was none. */
export async function forgetSearch(office: Office, account: string, id: string): Promise<boolean> {
  return deleteSearch(office.db, account, id);
}

/** Forgets searches whose time has ended; gives how many that were. */
export async function sweepSearches(office: Office): Promise<number> {
  const before = (days: number): string => new Date(office.clock() - days * DAY_MS).toISOString();
  const moments = { nameless: before(NAMELESS_DAYS), named: before(NAMED_DAYS) };
  return deleteSearchesBefore(office.db, moments, SWEPT_AT_ONCE);
}
