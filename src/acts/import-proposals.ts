/**
 * Arms of one batch that may be arms already registered, or each other: serials that look the same, and what is said beside
 * them. Only a proposal for a person, with its evidence: a serial is not an identity, and nothing merges by itself. Not an
 * act itself.
 *
 * @clause A-12
 */
import { compareSides, type Side } from '../domain/identification/compare.ts';
import type { Identifier } from '../domain/identification/identifier.ts';
import { type MarkKey, markKeysOf } from '../store/arm.ts';
import type { Tx } from '../store/database.ts';
import { type ArmOfFold, listArmsByFolds } from '../store/identify.ts';
import type { WorkItem } from '../store/work.ts';
import { identifierOf } from './identifier.ts';
import type { NewArm } from './keep-in-bulk.ts';
import { newId, nowOf, type Office } from './office.ts';
import { armSide, PERHAPS_SAME } from './same-evidence.ts';

/** Shorter serials are too common to propose anything. */
const KEY_LENGTH_MIN = 5;
/** Named limits: arms looked at for one batch, those compared with one new arm, and proposals for it. */
const MATCHES_MAX = 10_000;
const COMPARED_MAX = 20;
const PROPOSALS_OF_ARM_MAX = 3;
/** Two arms are proposed as one where that is likelier than not. */
const LIKELY_FROM = 0.5;

/** Looks up every serial of the batch at once; the new arms are in the register already when this runs. */
export async function proposalsOf(
  tx: Tx,
  office: Office,
  arms: readonly Pick<NewArm, 'id' | 'entries'>[],
): Promise<readonly WorkItem[]> {
  const wanted = arms.flatMap((arm) => serialsOf(arm).map((mark) => ({ arm, mark })));
  const found = await listArmsByFolds(
    tx,
    wanted.map(({ mark }) => mark.fold),
    MATCHES_MAX,
  );
  const byFold = Map.groupBy(found, ({ fold }) => fold);
  const compared = wanted.flatMap(({ arm, mark }) => {
    const before = (byFold.get(mark.fold) ?? []).filter((one) => one.arm < arm.id);
    return before.length > 0 ? [{ arm, mark, before }] : [];
  });
  if (compared.length === 0) return [];
  const identifier = await identifierOf(office);
  const items: WorkItem[] = [];
  const opened = nowOf(office);
  for (const { arm, mark, before } of compared)
    for (const other of likeliest(identifier, arm, mark, before))
      items.push({
        subject: arm.id,
        id: newId(office),
        kind: PERHAPS_SAME,
        severity: 'low',
        entry: arm.id,
        against: other.arm,
        opened,
        due: undefined,
      });
  return items;
}

function serialsOf(arm: Pick<NewArm, 'entries'>): readonly MarkKey[] {
  const marks = arm.entries[0]?.events[0]?.marks ?? [];
  const serials = marks.filter((mark) => mark.kind === 'serial' && mark.condition !== 'partly-legible');
  return markKeysOf(serials).filter(({ key }) => key.length >= KEY_LENGTH_MIN);
}

/** Those of the arms found for a serial that are likelier the new arm than not, the likeliest first. */
function likeliest(
  identifier: Identifier,
  { entries }: Pick<NewArm, 'entries'>,
  { key }: MarkKey,
  before: readonly ArmOfFold[],
): readonly ArmOfFold[] {
  const said = entries[0]?.events[0]?.arm;
  if (!said || before.length === 0) return [];
  const { maker, model, calibre, class: kind } = said;
  const own = armSide(identifier, { serial: key, maker, model, calibre, class: kind });
  return before
    .slice(0, COMPARED_MAX)
    .map((other) => {
      const { probability } = compareSides(identifier, own, otherSide(identifier, own, key, other));
      return { other, probability };
    })
    .filter(({ probability }) => probability >= LIKELY_FROM)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, PROPOSALS_OF_ARM_MAX)
    .map(({ other }) => other);
}

/** Most of them bear the very number of the new arm, which is made ready once. */
function otherSide(identifier: Identifier, { number }: Side, key: string, other: ArmOfFold): Side {
  if (other.serial !== key) return armSide(identifier, other);
  return { number, profile: identifier.profile(other) };
}
