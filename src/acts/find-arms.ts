/**
 * Finds arms by what stands on them, what they are, who answers for them and when something happened. The search and the
 * ids it showed go to the access log.
 *
 * @clause A-10, J-04
 */
import { z } from 'zod';
import { EVERYTHING, type Scope, seesParty } from '../domain/access/scope.ts';
import { parseStateNumber } from '../domain/arms/number.ts';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { STATUSES } from '../domain/custody/life-cycle.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { listAccountNames } from '../store/account.ts';
import { countArms, type FoundArm, listArms, PAGE_ROWS_MAX, type Search } from '../store/find.ts';
import { findRegister } from '../store/import.ts';
import { findPartiesByName, findPersonsByName, listParties } from '../store/party.ts';
import { logAccess } from '../store/work.ts';
import { foundArmOutput } from './arm-output.ts';
import { armClass, compact, text, uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import { namesOutput } from './output.ts';
import { accessOf } from './view-arm.ts';
import { partiesWithin } from './within-scope.ts';

/** What arms can be looked for by. */
export const SEARCH_FIELDS = {
  serial: text.optional().describe('Serial as read; an ending * finds all that begin so.'),
  number: text.optional().describe('State number.'),
  maker: text.optional(),
  model: text.optional(),
  calibre: text.optional(),
  class: armClass.optional(),
  status: z.enum(STATUSES).optional(),
  keeper: text.optional().describe('Name or id of the keeper.'),
  unit: text.optional().describe('Name or id of the accounting unit.'),
  holder: text.optional().describe('Name of a person or company that bears, keeps or owns arms.'),
  register: text.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};

const input = z.strictObject({
  ...SEARCH_FIELDS,
  limit: z.int().min(1).max(PAGE_ROWS_MAX).default(50),
  after: z
    .string()
    .regex(/^[0-9-]*\/[0-9a-f-]{36}$/)
    .optional()
    .describe('Cursor of the page before.'),
  last: z.boolean().default(false).describe('The last page instead of the first.'),
});
export type FindArms = z.infer<typeof input>;
/** A search without the page of it. */
export type SearchWish = Omit<FindArms, 'limit' | 'after' | 'last'>;

export type { FoundArm } from '../store/find.ts';

export type Found = {
  readonly arms: readonly FoundArm[];
  /** What to call each keeper: its name, or its kind where the name is withheld. */
  readonly names: ReadonlyMap<string, string>;
  readonly total: number;
  /** True where there are more than were counted. */
  readonly more: boolean;
  readonly next: string | undefined;
};

const output = z.strictObject({
  arms: z.array(foundArmOutput),
  names: namesOutput,
  total: z.int(),
  more: z.boolean().describe('True where there are more than were counted.'),
  next: z.string().optional().describe('Cursor of the next page: give it as "after".'),
});

export const findArms: Act<FindArms, Found> = {
  name: 'find-arms',
  says: 'Find arms',
  clauses: ['PoA II.9'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const search = await searchOf(office, actor.scope, wanted);
    const line = await lineOf(office, actor, 'find-arms', wanted);
    if (isRefusal(search)) {
      // A name that is not there was asked for all the same.
      await logAccess(office.db, accessOf(office, actor, line, ''));
      return search;
    }
    const [lastOn = '', id = ''] = wanted.after?.split('/') ?? [];
    const page = {
      limit: wanted.limit,
      fromEnd: wanted.last,
      ...(wanted.after ? { after: { lastOn, id } } : {}),
    };
    // One mark or one number is a look by key; what lists whole parts of the register must hold nobody up.
    const isByKey = search.number !== undefined || search.serial?.endsWith('*') === false;
    const arms = await listArms(isByKey ? office.db.quick : office.db, actor.scope, search, page);
    const keepers = arms.flatMap((arm) => (arm.keeper === undefined ? [] : [arm.keeper]));
    // A first page that is not full is all there is.
    const whole = !wanted.after && arms.length < wanted.limit;
    const [count, { names, hidden }] = await Promise.all([
      whole ? { total: arms.length, more: false } : countArms(office.db, actor.scope, search),
      partiesWithin(office.db.quick, actor.scope, keepers),
      logAccess(office.db, accessOf(office, actor, line, arms.map((arm) => arm.id).join(' '))),
    ]);
    const end = wanted.last ? arms[0] : arms.at(-1);
    const next = end && arms.length === wanted.limit ? `${end.lastOn ?? ''}/${end.id}` : undefined;
    const shown = arms.map((arm) => ({
      ...arm,
      keeper: arm.keeper && (hidden.get(arm.keeper) ?? arm.keeper),
    }));
    return { arms: shown, names, ...count, next };
  },
};

/** What the access log calls this look: looks for somebody by name, and for oneself, are told from others. */
export async function lineOf(
  office: Office,
  actor: Actor,
  act: string,
  { holder }: SearchWish,
): Promise<string> {
  if (holder === undefined) return act;
  const account = parseUuid(actor.operator);
  const name = account && (await listAccountNames(office.db, [account])).get(account);
  const own = name !== undefined && searchKey(name) === searchKey(holder);
  return `${act} (${own ? 'own name' : 'by holder'})`;
}

/**
 * What is asked of the store; names are looked up within the scope.
 * @refuses search-empty, number-check-fails, field-not-permitted, party-unknown, party-ambiguous, register-unknown
 */
export async function searchOf(office: Office, scope: Scope, wanted: SearchWish): Promise<Search | Refusal> {
  const { serial, number, maker, model, calibre, status, from, to } = wanted;
  if (serial !== undefined && searchKey(serial.replace(/\*$/, '')).length === 0)
    return refusal('search-empty', { field: 'serial' });
  const reading = number === undefined ? undefined : parseStateNumber(number);
  if (reading && !('number' in reading)) return refusal('number-check-fails', { number: number ?? '' });
  if (wanted.holder !== undefined && !scope.sees.has('holder'))
    return refusal('field-not-permitted', { field: 'holder' });
  const keeper = wanted.keeper === undefined ? undefined : await partyOf(office, scope, wanted.keeper);
  const unit = wanted.unit === undefined ? undefined : await partyOf(office, scope, wanted.unit);
  const holders = wanted.holder === undefined ? undefined : await holdersOf(office, wanted.holder);
  if (typeof keeper === 'object') return keeper;
  if (typeof unit === 'object') return unit;
  if (isRefusal(holders)) return holders;
  const register = wanted.register === undefined ? undefined : await findRegister(office.db, wanted.register);
  if (wanted.register !== undefined && !register)
    return refusal('register-unknown', { register: wanted.register });
  const asked = {
    serial,
    number: reading?.number,
    maker,
    model,
    calibre,
    class: wanted.class,
    status,
    keeper,
    unit,
    holders,
    from,
    to,
  };
  return compact({ ...asked, register: register?.id });
}

/** A party by its id or name, of those that the scope may know. */
async function partyOf(office: Office, scope: Scope, name: string): Promise<string | Refusal> {
  const id = uuid.safeParse(name);
  const named = id.success
    ? [...(await listParties(office.db, [id.data])).values()]
    : await findPartiesByName(office.db, name);
  const found = named.filter((party) => seesParty(scope, party));
  // What is answered depends on the role alone: trying out names must not tell which of them are there.
  if (found.length === 0)
    return scope.sees.has('site')
      ? refusal('party-unknown', { party: name })
      : refusal('field-not-permitted', { field: 'site' });
  return found.length === 1 ? found[0]!.id : refusal('party-ambiguous', { party: name, count: found.length });
}

/** Everybody of that name: persons, and where there is none, a body. Several persons may bear one name. */
async function holdersOf(office: Office, name: string): Promise<readonly string[] | Refusal> {
  const persons = await findPersonsByName(office.db, name);
  if (persons.length > 0) return persons;
  const party = await partyOf(office, EVERYTHING, name);
  return typeof party === 'string' ? [party] : party;
}
