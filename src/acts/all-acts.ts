/**
 * Every act that a door may offer. What roles may name, the tables of who may do what, the API with its description and the
 * command line are derived from this list; an act that is missing here exists for the machine itself only.
 */
import { closeWork } from './close-work.ts';
import { correctEntry } from './correct-entry.ts';
import { declareHolding } from './declare-holding.ts';
import { declareLot } from './declare-lot.ts';
import { findArms } from './find-arms.ts';
import { findParties } from './find-parties.ts';
import { listQuarantined } from './list-quarantined.ts';
import { listWork } from './list-work.ts';
import type { Act } from './office.ts';
import { proveArm } from './prove-arm.ts';
import { recordCourtOrder } from './record-court-order.ts';
import { recordEvent } from './record-event.ts';
import { recordParty } from './record-party.ts';
import { recordRight } from './record-right.ts';
import { refoldArm } from './refold-arm.ts';
import { registerArm } from './register-arm.ts';
import { viewArm } from './view-arm.ts';

export type AnyAct = Act<unknown, unknown>;

export const ACTS: readonly AnyAct[] = [
  findArms,
  viewArm,
  proveArm,
  listWork,
  registerArm,
  recordEvent,
  correctEntry,
  closeWork,
  findParties,
  recordParty,
  recordRight,
  declareLot,
  declareHolding,
  listQuarantined,
  recordCourtOrder,
  refoldArm,
];

/** The act of a name, where a door may offer it. */
export function findAct(name: string): AnyAct | undefined {
  return ACTS.find((act) => act.name === name);
}
