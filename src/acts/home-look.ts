/**
 * Looking for a traced thing at home: the registers that may be read, the lists of lost and stolen arms, and which agencies are
 * to be asked instead. It records nothing by itself. Not an act itself.
 *
 * @clause C-02, A-13
 */
import { isRefusal } from '../domain/base/refusal.ts';
import { MISSING } from '../domain/custody/life-cycle.ts';
import type { HomeLook } from '../domain/trace/event.ts';
import type { TracedItem } from '../domain/trace/request.ts';
import { type ArmAtHome, listArmsAtHome } from '../store/trace-lists.ts';
import { identify } from './identify-arm.ts';
import type { CandidateTold } from './identify-output.ts';
import { listedLike } from './meet-listings.ts';
import { encounterWith } from './met-arms.ts';
import { type Actor, machine, type Office } from './office.ts';
import { questionOf } from './trace-item.ts';
import type { TraceRules } from './trace-rules.ts';

/** A look, with the candidates that may be told: none of a register that is asked rather than read. */
export type LookedAtHome = {
  readonly look: HomeLook;
  readonly candidates: readonly (CandidateTold & { readonly missing: boolean })[];
};

/** From this probability on a candidate counts as found in its register. It is a lead all the same. */
export const FOUND_PROBABILITY = 0.5;
const READING_MAX = 300;

/** Looks for the thing; `but` is the record that was made of it when it was recovered. */
export async function lookAtHome(
  office: Office,
  item: TracedItem,
  rules: TraceRules,
  but: string | undefined,
): Promise<LookedAtHome> {
  const question = questionOf(item);
  const found = question && (await identify(office, TRACING, question));
  const told = !found || isRefusal(found) ? [] : found.candidates.filter(({ armId }) => armId !== but);
  const arms = await listArmsAtHome(
    office.db.quick,
    told.map(({ armId }) => armId),
  );
  const asked = new Set(rules.asked.map(({ register }) => register));
  const readable = told.filter(({ armId }) => !asked.has(arms.get(armId)?.register ?? -1));
  const candidates = readable.map((one) => ({ ...one, missing: isMissing(arms.get(one.armId)) }));
  const likely = candidates.filter(({ probability }) => probability >= FOUND_PROBABILITY);
  return {
    candidates,
    look: {
      ...(question ? { reading: question.reading.slice(0, READING_MAX) } : {}),
      candidates: candidates.length,
      ...(found && !isRefusal(found) ? { noneProbability: found.noneProbability } : {}),
      registers: [
        { name: office.state, outcome: likely.length > 0 ? 'found' : 'not-found' },
        ...rules.asked.map(({ name }) => ({ name, outcome: 'to-be-asked' as const })),
      ],
      lists: [
        { name: 'own', hits: likely.filter(({ missing }) => missing).length },
        ...(await listsLike(office, item, but)),
      ],
    },
  };
}

/** A trace looks in the registers of the State for whoever asks within the law; what is shown goes by the rights of who looks. */
const TRACING: Actor = machine('countermark', 'trace');

/** Live entries that the thing is likely to be: our own published ones, and those of each partner that has any. */
async function listsLike(
  office: Office,
  item: TracedItem,
  but: string | undefined,
): Promise<HomeLook['lists']> {
  const found = await listedLike(office.db.quick, office, [encounterWith(item, { arm: but })], true);
  const byName = Map.groupBy(found, ({ listed }) => listed.country ?? 'published');
  const names = [...new Set(['published', ...[...byName.keys()].sort()])];
  return names.map((name) => ({ name, hits: byName.get(name)?.length ?? 0 }));
}

function isMissing(arm: ArmAtHome | undefined): boolean {
  return arm !== undefined && MISSING.has(arm.status);
}
