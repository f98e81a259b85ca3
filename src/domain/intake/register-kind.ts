/**
 * What a register is of, and what a row of it therefore says happened to the arm: held as evidence, received into stock,
 * held under a right, made, in trade, lost or stolen.
 */
import type { EventType } from '../custody/life-cycle.ts';
import type { PartyKind } from '../custody/party.ts';
import type { RightKind } from '../licence/right.ts';

export type RegisterKind = keyof typeof REGISTER_KINDS;

export type RegisterFacts = {
  /** The event a row stands for when it names none itself. */
  readonly event: EventType;
  /** What an owner or bearer in it usually is. */
  readonly owner: PartyKind;
  readonly keeper: PartyKind;
  /** The right that a licence number in it is the number of. */
  readonly right?: RightKind;
  /** The same arm may come again in another case: a proposal for a person, never "already known". */
  readonly repeats: boolean;
};

export const REGISTER_KINDS = {
  holdings: { event: 'received', owner: 'agency', keeper: 'unit', repeats: false },
  evidence: { event: 'held-as-evidence', owner: 'person', keeper: 'agency', repeats: true },
  civil: {
    event: 'held-under-right',
    owner: 'person',
    keeper: 'person',
    right: 'possession',
    repeats: false,
  },
  trade: { event: 'sold-to-trade', owner: 'dealer', keeper: 'dealer', right: 'dealer', repeats: false },
  production: {
    event: 'manufactured',
    owner: 'maker',
    keeper: 'maker',
    right: 'manufacturer',
    repeats: false,
  },
  lost: { event: 'lost', owner: 'unknown', keeper: 'unit', repeats: true },
  stolen: { event: 'stolen', owner: 'unknown', keeper: 'unit', repeats: true },
} as const satisfies Record<string, RegisterFacts>;

/** True where a text names a kind of register. */
export function isRegisterKind(text: string): text is RegisterKind {
  return Object.hasOwn(REGISTER_KINDS, text);
}

const HINTS: readonly (readonly [RegExp, RegisterKind])[] = [
  [/evidence|examin|exhibit|seiz|scell|saisi|laborat|forensic|per[ií]c|laudo|apreen/i, 'evidence'],
  [/civil|licen[cs]|permit|holder|d[ée]tent|possession|porte/i, 'civil'],
  [/trade|dealer|armuri|comerci|armer[ií]a/i, 'trade'],
  [/produc|manufact|fabric/i, 'production'],
  [/stolen|vol[ée]|robad|roubad|furtad/i, 'stolen'],
  [/lost|perdu|perdid/i, 'lost'],
];

/** The kind that a register's name suggests; holdings where it suggests none. */
export function registerKindOf(name: string): RegisterKind {
  return HINTS.find(([hint]) => hint.test(name))?.[1] ?? 'holdings';
}
