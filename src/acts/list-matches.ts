/**
 * Shows decisions on matches, the newest first: one's own, or all on one arm, with which of them count and what one's own
 * opens. Why is for those who see cases, and for whoever wrote it; who decided for those who see who recorded.
 *
 * @clause PoA II.9, ITI 11
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { type Closed, DECISIONS, type Decided, opensUntil } from '../domain/identification/decided.ts';
import { type ListedMatch, listDecided, listMatches as listKept, type Match } from '../store/match.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { text, uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import { id, instant } from './output.ts';
import { accessOf, armIdOf } from './view-arm.ts';

/** Named limit: decisions on one list. */
export const MATCHES_LISTED_MAX = 100;

const input = z.strictObject({
  arm: text
    .optional()
    .describe('Id or State number: all decisions on this arm; else those one made oneself.'),
  limit: z.int().min(1).max(MATCHES_LISTED_MAX).default(20),
  after: uuid.optional().describe('Id of the last one of the page before.'),
});
export type ListMatches = z.infer<typeof input>;

const matchOutput = z.strictObject({
  id,
  arm: id,
  number: z.string().describe('State number of the arm.'),
  operator: z.string().describe('Empty where it may not be known.'),
  name: z.string().optional().describe('Of whoever decided.'),
  own: z.boolean().describe('True where whoever asks decided it.'),
  at: instant,
  reading: z.string().describe('As it was understood, in the canonical writing.'),
  decision: z.enum(DECISIONS),
  counts: z.boolean().describe('True for the latest decision on this reading and arm.'),
  probability: z.number().min(0).max(1).describe('What the machine gave this arm.'),
  why: z.string().optional().describe('Absent where it is withheld or was erased.'),
  proposal: id.describe('Entry of what the machine proposed.'),
  entry: id.describe('Entry of the decision.'),
  opensUntil: instant
    .optional()
    .describe('Until when whoever asks may open the arm by this decision, where the role includes it.'),
  opened: z.boolean().describe('True where the arm was opened by this decision.'),
  closed: z
    .enum(['not-same', 'ended', 'second-needed'])
    .optional()
    .describe('Why an own decision opens nothing.'),
});
const output = z.strictObject({
  matches: z.array(matchOutput),
  next: id.optional().describe('Id to be given as "after" for the next page.'),
});
export type MatchShown = z.infer<typeof matchOutput>;
export type MatchList = z.infer<typeof output>;

export const listMatches: Act<ListMatches, MatchList> = {
  name: 'list-matches',
  says: 'Show what was decided on matches: by oneself, or on one arm',
  clauses: ['PoA II.9', 'ITI 11'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const arm = wanted.arm === undefined ? undefined : await armIdOf(office, actor.scope, wanted.arm);
    const which = arm === undefined ? { operator: actor.operator } : isRefusal(arm) ? undefined : { arm };
    const { limit, after } = wanted;
    const page = { ...which, after, limit: limit + 1 };
    const kept = which ? await listKept(office.db, actor.scope, page) : [];
    const shown = kept.slice(0, limit);
    const looked = arm !== undefined && !isRefusal(arm) ? [arm] : shown.map((one) => one.arm);
    await logAccess(office.db, accessOf(office, actor, 'list-matches', [...new Set(looked)].join(' ')));
    if (isRefusal(arm)) return arm;
    const decided = await listDecided(office.db, shown);
    const latest = new Set(
      Map.groupBy(decided, keyOf)
        .values()
        .map(([first]) => first!.id),
    );
    const named = actor.scope.sees.has('operator');
    const operators = shown.map(({ operator }) => operator);
    const names = await namesOfOperators(office, operators, named);
    return {
      matches: shown.map((match) => ({
        ...matchWithin(actor, match),
        name: named ? names.get(match.operator) : undefined,
        counts: latest.has(match.id),
        ...openingOf(office, actor, match, decided),
      })),
      next: kept.length > limit ? shown.at(-1)?.id : undefined,
    };
  },
};

const keyOf = ({ arm, reading }: { readonly arm: string; readonly reading: string }): string =>
  `${arm} ${reading}`;

/** A decision as the scope lets it be seen. */
function matchWithin(actor: Actor, match: ListedMatch) {
  const { operator, why, salt: _salt, ...rest } = match;
  const own = operator === actor.operator;
  const { sees } = actor.scope;
  return {
    ...rest,
    own,
    operator: own || sees.has('operator') ? operator : '',
    why: own || sees.has('case') ? why : undefined,
  };
}

/** What an own decision opens, told once: at the latest one on its reading and arm. */
function openingOf(
  office: Office,
  { operator }: Actor,
  match: Match,
  decided: readonly (Decided & { readonly id: string; readonly arm: string; readonly reading: string })[],
): { readonly opensUntil?: string; readonly closed?: Closed } {
  const of = decided.filter((one) => keyOf(one) === keyOf(match));
  if (of.find((one) => one.operator === operator)?.id !== match.id) return {};
  const opening = opensUntil(of, operator, office.clock());
  return 'until' in opening ? { opensUntil: opening.until } : { closed: opening.closed };
}
