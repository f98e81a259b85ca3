/**
 * Shows patterns of looks that a supervisor should ask about: at arms of oneself, of a person of one's own family name or of
 * a colleague, at many arms of one person, many openings by emergency access or by decided matches, and looks for a purpose without any number.
 * A pattern is a question and no finding: namesakes are common, and some work is on one person.
 *
 * @clause J-04, J-10, J-11
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { listNamesOfAll } from '../store/account.ts';
import { LOOK_PATTERNS, listLookFlags } from '../store/look-patterns.ts';
import { listPersonNames } from '../store/party.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { daysOf } from './list-accesses.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limits: looks read, people held against them, and patterns told. */
export const LOOKS_READ_MAX = 100_000;
const PEOPLE_MAX = 20_000;
const FLAGS_MAX = 200;
/** From how many arms on a pattern is told: of one person, opened by emergency access or by a decided match, looked at without a number. */
export const ARMS_OF_ONE_MIN = 5;
export const EMERGENCIES_MIN = 3;
export const MATCHES_OPENED_MIN = 5;
export const WITHOUT_NUMBER_MIN = 10;

const input = z.strictObject({
  from: z.iso.date().optional().describe('First day; a week ago where none is given.'),
  to: z.iso.date().optional().describe('Last day; today where none is given.'),
  limit: z.int().min(1).max(FLAGS_MAX).default(50),
});
export type FlagLooks = z.infer<typeof input>;

const output = z.strictObject({
  flags: z.array(
    z.strictObject({
      pattern: z.enum(LOOK_PATTERNS),
      operator: z.string(),
      name: z.string().optional().describe('Of whoever looked.'),
      holder: id.optional().describe('The person who holds the arms, where that is not withheld.'),
      holderName: z.string().optional(),
      arms: z.int().describe('Arms looked at, or opened.'),
      unjustified: z.int().describe('Openings that a review found not justified.'),
      first: instant,
      last: instant,
    }),
  ),
  full: z.boolean().describe('True where there were more looks than are read at once: ask for fewer days.'),
});
export type LookFlags = z.infer<typeof output>;

export const flagLooks: Act<FlagLooks, LookFlags> = {
  name: 'flag-looks',
  says: 'Show patterns of looks to ask about',
  clauses: ['ITI 15', 'own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const days = daysOf(office, wanted);
    const found = isRefusal(days)
      ? { flags: [], full: false }
      : await listLookFlags(office.db, {
          ...days,
          looks: LOOKS_READ_MAX,
          ofOne: ARMS_OF_ONE_MIN,
          emergencies: EMERGENCIES_MIN,
          matches: MATCHES_OPENED_MIN,
          withoutNumber: WITHOUT_NUMBER_MIN,
          limit: wanted.limit,
          people: (await listNamesOfAll(office.db, PEOPLE_MAX)).map(foldedOf),
        });
    const seesHolder = actor.scope.sees.has('holder');
    const holders = [...new Set(found.flags.flatMap(({ holder }) => (holder && seesHolder ? [holder] : [])))];
    await logAccess(office.db, accessOf(office, actor, 'flag-looks', holders.join(' ')));
    if (isRefusal(days)) return days;
    const named = actor.scope.sees.has('operator');
    const operators = found.flags.map(({ operator }) => operator);
    const names = await namesOfOperators(office, operators, named);
    const persons = await listPersonNames(office.db, holders);
    return {
      flags: found.flags.map((flag) => ({
        ...flag,
        operator: named ? flag.operator : '',
        name: names.get(flag.operator),
        holder: seesHolder ? flag.holder : undefined,
        holderName: persons.get(flag.holder ?? ''),
      })),
      full: found.full,
    };
  },
};

/** A name as names of persons are folded, and its last word, which in most places is that of the family. */
function foldedOf({ account, name }: { readonly account: string; readonly name: string }) {
  const family = name.trim().split(/\s+/).at(-1) ?? '';
  return { account, key: searchKey(name), family: searchKey(family) };
}
