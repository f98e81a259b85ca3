/**
 * Questions to the register of the bench, class by class: the number of an arm as somebody may have read it, and what is said
 * beside it, of which the arm is known. Each question is thrown by dice of its own, so that one more class or question
 * changes no other.
 */

import { type Dice, diceOf } from '../../src/doors/demo/random.ts';
import type { BenchMaker } from './catalogue.ts';
import {
  alike,
  charactersOf,
  edited,
  leadingLost,
  lost,
  naturally,
  prefixSwapped,
  punctuated,
  unknown,
} from './damage.ts';
import type { Lot, Register } from './register.ts';

export const CLASSES = [
  'exact',
  'punctuation',
  'look-alike',
  'one edit',
  'two edits',
  'unknown places',
  'lost end, marked',
  'lost end, not marked',
  'letters swapped',
  'letter or zero lost',
  'two parts',
  'maker wrong or missing',
] as const;
export type Class = (typeof CLASSES)[number];

export type Said = {
  readonly maker?: string;
  readonly calibre?: string;
  readonly country?: string;
};

export type Query = {
  readonly name: string;
  readonly reading: string;
  readonly said: Said;
  readonly wide: boolean;
  /** The number as it stands on the arm. */
  readonly serial: string;
  /** The arm among all; undefined where the register does not hold it. */
  readonly arm: number | undefined;
};

/** What is said beside the number, and how often it is so. The rest says nothing. */
export const SAID_SHARES = {
  maker: { right: 0.5, misspelled: 0.22, wrong: 0.05 },
  calibre: { right: 0.6, wrong: 0.06 },
  country: { right: 0.4, wrong: 0.03 },
} as const;
const ALIAS_SHARE = 0.3;
const DRAWS_MAX = 10_000;

export type Questioner = {
  /** The n-th question of a class. */
  ofClass(name: Class, n: number): Query;
  /** The n-th as they come in: of a share of arms that the register does not hold, with natural damage times a factor. */
  natural(n: number, factor: number, absentShare: number): Query;
  /** The n-th of arms that the register does not hold: from the gaps of its lots, or from lots of which it holds none. */
  absent(from: 'gap' | 'unseen', n: number): Query;
};

/** Makes what asks of a register. */
export function makeQuestioner(register: Register, seed: number): Questioner {
  const calibres = [
    ...new Set(register.makers.flatMap(({ models }) => models.flatMap((one) => one.calibres))),
  ];
  const say = (dice: Dice, lot: Lot, makerIs?: 'wrong' | 'missing'): Said =>
    sayOf(dice, lot, register.makers, calibres, makerIs);
  return {
    ofClass(name, n) {
      const dice = diceOf(seed, name, n);
      for (let draw = 0; draw < DRAWS_MAX; draw++) {
        const arm = dice.int(register.arms);
        const lot = register.lotOf(arm);
        const serial = register.serialOf(arm);
        const reading = readAs(name, dice, serial, lot);
        if (reading === undefined) continue;
        const makerIs =
          name === 'maker wrong or missing' ? (dice.chance(0.5) ? 'wrong' : 'missing') : undefined;
        const said = say(dice, lot, makerIs);
        return { name: `${name} ${n}`, reading, said, wide: name === 'two edits', serial, arm };
      }
      throw new Error(`No arm of the register can be misread as "${name}".`);
    },
    natural(n, factor, absentShare) {
      const dice = diceOf(seed, 'natural', n, factor);
      const isAbsent = dice.chance(absentShare);
      const isGap = isAbsent && dice.chance(0.5);
      const [lot, place] = isAbsent ? anAbsent(dice, register, isGap) : aHeld(dice, register);
      const serial = lot.serialAt(place);
      const reading = naturally(dice, charactersOf(serial), factor).join('');
      const arm = isAbsent ? undefined : lot.from + place;
      return {
        name: `natural ${n}${isGap ? ', gap' : ''}`,
        reading,
        said: say(dice, lot),
        wide: false,
        serial,
        arm,
      };
    },
    absent(from, n) {
      const dice = diceOf(seed, 'absent', from, n);
      const [lot, place] = anAbsent(dice, register, from === 'gap');
      const serial = lot.serialAt(place);
      return {
        name: `not held, ${from} ${n}`,
        reading: serial,
        said: say(dice, lot),
        wide: false,
        serial,
        arm: undefined,
      };
    },
  };
}

/** What somebody says of an arm of a lot. */
function sayOf(
  dice: Dice,
  lot: Lot,
  makers: readonly BenchMaker[],
  calibres: readonly string[],
  makerIs: 'wrong' | 'missing' | undefined,
): Said {
  const maker = makerIs === undefined ? sayMaker(dice, lot, makers) : undefined;
  const calibre = dice.weigh([
    [lot.calibre, SAID_SHARES.calibre.right],
    [dice.pick(calibres), SAID_SHARES.calibre.wrong],
    [undefined, 1 - SAID_SHARES.calibre.right - SAID_SHARES.calibre.wrong],
  ]);
  const country = dice.weigh([
    [lot.country, SAID_SHARES.country.right],
    [dice.pick(makers).country, SAID_SHARES.country.wrong],
    [undefined, 1 - SAID_SHARES.country.right - SAID_SHARES.country.wrong],
  ]);
  const wrong = makerIs === 'wrong' ? otherMaker(dice, lot, makers).said[0]! : undefined;
  const named = maker ?? wrong;
  return {
    ...(named === undefined ? {} : { maker: named }),
    ...(calibre === undefined ? {} : { calibre }),
    ...(country === undefined ? {} : { country }),
  };
}

/** What is read of a number; undefined where its shape allows no such damage. */
function readAs(name: Class, dice: Dice, serial: string, lot: Lot): string | undefined {
  const all = charactersOf(serial);
  switch (name) {
    case 'exact':
    case 'maker wrong or missing':
      return serial;
    case 'punctuation':
      return punctuated(dice, all);
    case 'look-alike':
      return alike(dice, all).join('');
    case 'one edit':
      return differing(serial, edited(dice, all));
    case 'two edits':
      return differing(serial, edited(dice, edited(dice, all)));
    case 'unknown places':
      return unknown(dice, all).join('');
    case 'lost end, marked':
      return lost(dice, all, '…').join('');
    case 'lost end, not marked':
      return lost(dice, all, '').join('');
    case 'letters swapped':
      return prefixSwapped(dice, all)?.join('');
    case 'letter or zero lost':
      return leadingLost(dice, all)?.join('');
    case 'two parts': {
      // The other part is of a mate of the lot, as where a depot put a slide on another pistol.
      const other = lot.serialAt(dice.int(lot.size));
      if (other === serial) return undefined;
      const [slide, frame] = dice.chance(0.5) ? [serial, other] : [other, serial];
      return `slide ${slide}, frame ${frame}`;
    }
  }
}

const differing = (serial: string, read: readonly string[]): string | undefined =>
  read.length >= 3 && read.join('') !== charactersOf(serial).join('') ? read.join('') : undefined;

function aHeld(dice: Dice, register: Register): readonly [Lot, number] {
  const arm = dice.int(register.arms);
  const lot = register.lotOf(arm);
  return [lot, arm - lot.from];
}

/** An arm that the register does not hold: of one of its lots that has gaps, or of any of the lots that it never saw. */
function anAbsent(dice: Dice, register: Register, isGap: boolean): readonly [Lot, number] {
  if (!isGap) {
    const lot = dice.pick(register.unseen);
    return [lot, dice.int(lot.size)];
  }
  for (let draw = 0; draw < DRAWS_MAX; draw++) {
    const [lot] = aHeld(dice, register);
    if (lot.size > lot.held) return [lot, dice.from(lot.held, lot.size - 1)];
  }
  throw new Error('No lot of the register has a gap.');
}

function sayMaker(dice: Dice, lot: Lot, makers: readonly BenchMaker[]): string | undefined {
  const { right, misspelled, wrong } = SAID_SHARES.maker;
  const [name] = lot.maker.said as readonly [string];
  const alias = dice.chance(ALIAS_SHARE) ? dice.pick(lot.maker.said) : name;
  return dice.weigh([
    [alias, right],
    [misspell(dice, name), misspelled],
    [otherMaker(dice, lot, makers).said[0]!, wrong],
    [undefined, 1 - right - misspelled - wrong],
  ]);
}

function otherMaker(dice: Dice, lot: Lot, makers: readonly BenchMaker[]): BenchMaker {
  const others = makers.filter(({ code }) => code !== lot.maker.code);
  return dice.weigh(others.map((maker, rank) => [maker, 1 / (rank + 1)] as const));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One or two slips of the finger. */
function misspell(dice: Dice, name: string): string {
  let all = [...name.toLowerCase()];
  for (let slips = dice.from(1, 2); slips > 0; slips--) {
    const at = dice.int(all.length);
    const slip = dice.int(4);
    if (slip === 0 && all.length > 3) all.splice(at, 1);
    else if (slip === 1) all.splice(at, 0, all[at]!);
    else if (slip === 2) all[at] = dice.pick([...LETTERS]);
    else if (at + 1 < all.length) all = [...all.slice(0, at), all[at + 1]!, all[at]!, ...all.slice(at + 2)];
  }
  return all.join('');
}
