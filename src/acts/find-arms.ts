/**
 * Finds arms by what stands on them, what they are, who answers for them and when something happened. The search and the
 * ids it showed go to the access log.
 *
 * @clause A-10, J-04
 */
import { z } from 'zod';
import { parseStateNumber } from '../domain/arms/number.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { STATUSES } from '../domain/custody/life-cycle.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { countArms, type FoundArm, listArms, PAGE_ROWS_MAX, type Search } from '../store/find.ts';
import { findRegister } from '../store/import.ts';
import { findPartiesByName, findPersonsByName } from '../store/party.ts';
import { logAccess } from '../store/work.ts';
import { armClass, compact, text, uuid } from './input.ts';
import type { Act, Office } from './office.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({
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
  limit: z.int().min(1).max(PAGE_ROWS_MAX).default(50),
  after: z
    .string()
    .regex(/^[0-9-]*\/[0-9a-f-]{36}$/)
    .optional()
    .describe('Cursor of the page before.'),
  last: z.boolean().default(false).describe('The last page instead of the first.'),
});
export type FindArms = z.infer<typeof input>;

export type Found = {
  readonly arms: readonly FoundArm[];
  readonly total: number;
  /** True where there are more than were counted. */
  readonly more: boolean;
  readonly next: string | undefined;
};

export const findArms: Act<FindArms, Found> = {
  name: 'find-arms',
  says: 'Find arms',
  clauses: ['PoA II.9'],
  input,
  async run(office, actor, wanted) {
    const search = await searchOf(office, wanted);
    if (isRefusal(search)) {
      // A name that is not there was asked for all the same.
      await logAccess(office.db, accessOf(office, actor, 'find-arms', ''));
      return search;
    }
    const [lastOn = '', id = ''] = wanted.after?.split('/') ?? [];
    const page = {
      limit: wanted.limit,
      fromEnd: wanted.last,
      ...(wanted.after ? { after: { lastOn, id } } : {}),
    };
    const [arms, count] = await Promise.all([
      listArms(office.db, search, page),
      countArms(office.db, search),
    ]);
    await logAccess(office.db, accessOf(office, actor, 'find-arms', arms.map((arm) => arm.id).join(' ')));
    const end = wanted.last ? arms[0] : arms.at(-1);
    const next = end && arms.length === wanted.limit ? `${end.lastOn ?? ''}/${end.id}` : undefined;
    return { arms, ...count, next };
  },
};

async function searchOf(office: Office, wanted: FindArms): Promise<Search | Refusal> {
  const { serial, number, maker, model, calibre, status, from, to } = wanted;
  if (serial !== undefined && searchKey(serial.replace(/\*$/, '')).length === 0)
    return refusal('search-empty', { field: 'serial' });
  const reading = number === undefined ? undefined : parseStateNumber(number);
  if (reading && !('number' in reading)) return refusal('number-check-fails', { number: number ?? '' });
  const keeper = wanted.keeper === undefined ? undefined : await partyOf(office, wanted.keeper);
  const unit = wanted.unit === undefined ? undefined : await partyOf(office, wanted.unit);
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

async function partyOf(office: Office, name: string): Promise<string | Refusal> {
  const id = uuid.safeParse(name);
  if (id.success) return id.data;
  const found = await findPartiesByName(office.db, name);
  if (found.length === 0) return refusal('party-unknown', { party: name });
  return found.length === 1 ? found[0]!.id : refusal('party-ambiguous', { party: name, count: found.length });
}

/** Everybody of that name: persons, and where there is none, a body. Several persons may bear one name. */
async function holdersOf(office: Office, name: string): Promise<readonly string[] | Refusal> {
  const persons = await findPersonsByName(office.db, name);
  if (persons.length > 0) return persons;
  const party = await partyOf(office, name);
  return typeof party === 'string' ? [party] : party;
}
