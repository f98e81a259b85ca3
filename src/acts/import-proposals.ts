/**
 * Arms of one batch that may be arms already registered, or each other: the same serial on an arm of the same class or
 * maker. Only a proposal for a person: a serial is not an identity, and nothing merges by itself. Not an act itself.
 *
 * @clause A-12
 */
import { searchKey } from '../domain/marks/adequate.ts';
import { listArmsBySerialKeys, type MarkKey, markKeysOf } from '../store/arm.ts';
import type { Tx } from '../store/database.ts';
import type { WorkItem } from '../store/work.ts';
import type { NewArm } from './keep-in-bulk.ts';
import { newId, nowOf, type Office } from './office.ts';

/** Shorter serials, and digits alone up to this length, are too common to propose anything. */
const KEY_LENGTH_MIN = 5;
/** Named limits: arms looked at for one batch, and proposals for one new arm. */
const MATCHES_MAX = 10_000;
const PROPOSALS_OF_ARM_MAX = 3;

type Candidate = { readonly arm: string; readonly class: string; readonly makerKey: string | undefined };

/** Looks up every serial of the batch at once; the new arms are in the register already when this runs. */
export async function proposalsOf(
  tx: Tx,
  office: Office,
  arms: readonly NewArm[],
): Promise<readonly WorkItem[]> {
  const wanted = arms.flatMap((arm) => serialsOf(arm).map((key) => ({ arm, key })));
  const found = await listArmsBySerialKeys(
    tx,
    wanted.map((one) => one.key),
    MATCHES_MAX,
  );
  const byKey = new Map<string, Candidate[]>();
  for (const one of found) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  const items: WorkItem[] = [];
  const opened = nowOf(office);
  for (const { arm, key } of wanted) {
    const others = (byKey.get(key.key) ?? [])
      .filter((one) => one.arm < arm.id && agrees(one, arm))
      .slice(0, PROPOSALS_OF_ARM_MAX);
    for (const other of others)
      items.push({
        subject: arm.id,
        id: newId(office),
        kind: 'perhaps-same-arm',
        severity: 'low',
        entry: arm.id,
        against: other.arm,
        opened,
        due: undefined,
      });
  }
  return items;
}

function serialsOf(arm: NewArm): readonly MarkKey[] {
  const marks = arm.entries[0]?.events[0]?.marks ?? [];
  const serials = marks.filter((mark) => mark.kind === 'serial' && mark.condition !== 'partly-legible');
  return markKeysOf(serials).filter(({ key }) => key.length >= KEY_LENGTH_MIN);
}

function agrees(candidate: Candidate, arm: NewArm): boolean {
  const description = arm.entries[0]?.events[0]?.arm;
  if (!description) return false;
  const maker = searchKey(description.maker ?? '');
  return candidate.class === description.class || (maker.length > 0 && maker === candidate.makerKey);
}
