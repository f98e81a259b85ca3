/** All drawings, and which of them is shown for a model or, where it has none, for its class. */
import type { ArmClass } from '../../../domain/arms/classification.ts';
import { ARMALITES } from './armalites.data.ts';
import { BATTLE_RIFLES } from './battle-rifles.data.ts';
import { BOLT_RIFLES } from './bolt-rifles.data.ts';
import { CLASS_DRAWINGS } from './classes.data.ts';
import type { Design } from './design.ts';
import { HEAVY_MACHINE_GUNS } from './heavy-machine-guns.data.ts';
import { KALASHNIKOVS } from './kalashnikov.data.ts';
import { LATER_RIFLES } from './later-rifles.data.ts';
import { LIGHT_WEAPONS } from './light-weapons.data.ts';
import { MACHINE_GUNS } from './machine-guns.data.ts';
import { MOUNTED_WEAPONS } from './mounted-weapons.data.ts';
import { OTHER_ARMS } from './other-arms.data.ts';
import { PISTOLS } from './pistols.data.ts';
import { CLASSIC_PISTOLS } from './pistols-classic.data.ts';
import { COMMON_PISTOLS } from './pistols-common.data.ts';
import { LATER_PISTOLS } from './pistols-later.data.ts';
import { REVOLVERS } from './revolvers.data.ts';
import { BREAK_OPEN_REVOLVERS } from './revolvers-break-open.data.ts';
import { RIFLES } from './rifles.data.ts';
import { SHOTGUNS } from './shotguns.data.ts';
import { SUB_MACHINE_GUNS } from './sub-machine-guns.data.ts';
import { TUBULAR_SUB_MACHINE_GUNS } from './tubular-sub-machine-guns.data.ts';

export const DESIGNS: ReadonlyMap<string, Design> = new Map(
  [
    ...KALASHNIKOVS,
    ...ARMALITES,
    ...BATTLE_RIFLES,
    ...LATER_RIFLES,
    ...RIFLES,
    ...BOLT_RIFLES,
    ...SHOTGUNS,
    ...SUB_MACHINE_GUNS,
    ...TUBULAR_SUB_MACHINE_GUNS,
    ...MACHINE_GUNS,
    ...HEAVY_MACHINE_GUNS,
    ...PISTOLS,
    ...LATER_PISTOLS,
    ...CLASSIC_PISTOLS,
    ...COMMON_PISTOLS,
    ...REVOLVERS,
    ...BREAK_OPEN_REVOLVERS,
    ...LIGHT_WEAPONS,
    ...MOUNTED_WEAPONS,
    ...OTHER_ARMS,
  ].map((one) => [one.id, one]),
);

const BY_MODEL = new Map([...DESIGNS.values()].flatMap((one) => one.models.map((code) => [code, one])));

/** The drawing of a model, if it has one of its own. */
export function designOf(code: string): Design | undefined {
  return BY_MODEL.get(code);
}

/** The drawing that stands for a class. */
export function designOfClass(armClass: ArmClass): Design {
  const { design } = CLASS_DRAWINGS[armClass];
  const found = DESIGNS.get(design);
  if (!found) throw new Error(`the class ${armClass} names the drawing ${design}, which is not there`);
  return found;
}
