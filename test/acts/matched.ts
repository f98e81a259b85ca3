/** What tests of decided matches share: a register with numbers close to that of the planted arm, and questions about it. */
import { decideMatch } from '../../src/acts/decide-match.ts';
import type { Person } from '../../src/acts/office.ts';
import { arm, as, plant, r } from '../planted.ts';

/** Says enough for the machine to be sure, and says nearly nothing. */
export const SURE = { reading: 'ZQ-0417', maker: 'Zeta' };
export const VAGUE = { reading: '???4??', maker: undefined };
export const WHY = 'Seen beside the file of Quenby Ashdowne: the 4 is a 4.';

/** The planted register, with twelve arms more that a vague reading may be of. */
export async function plantMatched(): Promise<void> {
  await plant();
  for (let n = 0; n < 12; n++)
    await r.register({ marks: [{ kind: 'serial', part: 'receiver', text: `ZQ-${2400 + n}` }] });
}

/** Decides that the sure reading is of the planted arm, or what else is told. */
export const decide = (who: Person, more: object = {}) =>
  as(who, decideMatch, { ...SURE, arm, decision: 'same', why: WHY, ...more });
