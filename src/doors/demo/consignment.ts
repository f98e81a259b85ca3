/**
 * What arms of one consignment have in common: sixty-four arms of one maker and model with numbers that follow each other,
 * delivered on one day to one depot, dealer or exhibit room. Two makers share a prefix, and every fortieth consignment
 * repeats the numbers of the one before under the other maker's name.
 */
import type { ArmDescription } from '../../domain/arms/description.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { FIRST_DAY, LAST_DAY, yearOf } from './days.ts';
import { type Dice, diceOf } from './random.ts';
import { formatSerial } from './serials.ts';
import type { DemoState, Service } from './state.ts';
import { CALIBRE_SPELLINGS, type DemoMaker, type DemoModel, MAKERS } from './words.data.ts';

export const CONSIGNMENT = 64;
const SHARED_EVERY = 40;

export type Sector = 'service' | 'guard' | 'civil' | 'evidence' | 'craft';

export type Consignment = {
  readonly sector: Sector;
  readonly maker: DemoMaker;
  readonly model: DemoModel;
  readonly year: number;
  /** The day on which it came in. */
  readonly day: number;
  readonly service: Service;
  readonly depot: string;
  /** How far back the numbers of its serials start. */
  readonly shift: number;
  readonly contract: string;
};

/** The consignment that an arm belongs to. */
export function consignmentOf(state: DemoState, number: number): Consignment {
  const dice = diceOf(state.seed, 'consignment', number);
  const shared = number % SHARED_EVERY;
  const twin = shared === 0 ? MAKERS[0] : shared === 1 ? MAKERS[1] : undefined;
  const sector = twin
    ? 'service'
    : dice.weigh<Sector>([
        ['service', 68],
        ['guard', 4],
        ['civil', 17],
        ['evidence', 9],
        ['craft', 2],
      ]);
  const service = dice.weigh(
    state.services.map((one, place) => [one, [40, 22, 24, 6, 4, 4][place] ?? 1] as const),
  );
  const buyer = sector === 'civil' ? 'c' : 's';
  const maker =
    twin ?? dice.pick(MAKERS.filter((one) => one.models.some((model) => model.for.includes(buyer))));
  const models = maker.models.filter((model) => model.for.includes(buyer));
  const day = FIRST_DAY + dice.int(LAST_DAY - FIRST_DAY - 400);
  return {
    sector,
    maker,
    model: twin ? maker.models[0]! : dice.pick(models),
    year: yearOf(day) - dice.int(sector === 'service' ? 4 : 20) - 1,
    day,
    service,
    depot: dice.pick(service.depots),
    shift: shared === 1 ? CONSIGNMENT : 0,
    contract: `XA-${yearOf(day)}-${String(number % 10_000).padStart(4, '0')}`,
  };
}

/** The arm as somebody described it: the same words are rarely written twice alike. */
export function describe({ maker, model, year }: Consignment, dice: Dice): ArmDescription {
  const { name, class: kind, calibre, action } = model;
  return {
    class: kind as ArmDescription['class'],
    ...(action === 'unknown' ? {} : { action: action as NonNullable<ArmDescription['action']> }),
    maker: dice.chance(0.8) ? maker.name : dice.pick(maker.spellings),
    model: dice.chance(0.9) ? name : name.toUpperCase().replace(/[- ]/g, ''),
    calibre: dice.pick(CALIBRE_SPELLINGS[calibre]),
    ...(dice.chance(0.7) ? { year } : {}),
    country: maker.country,
    production: 'industrial',
  };
}

/** The serial as it was read, and what else stands on the arm. */
export function marksOf(consignment: Consignment, index: number, dice: Dice): readonly Mark[] {
  const { maker, sector, model } = consignment;
  const part = /pistol|revolver/.test(model.class) ? 'frame' : 'receiver';
  const text = formatSerial(maker, index - consignment.shift);
  const marks: Mark[] = [serialMark(text, part, sector === 'evidence', dice)];
  if (sector === 'service' && dice.chance(0.08))
    marks.push({ kind: 'import', part, text: `XA ${yearOf(consignment.day) % 100}`, condition: 'legible' });
  if (sector === 'civil' && dice.chance(0.1))
    marks.push({ kind: 'proof', part: 'barrel', text: 'XA-E', condition: 'legible' });
  return marks;
}

function serialMark(text: string, part: Mark['part'], doubtful: boolean, dice: Dice): Mark {
  const serial = { kind: 'serial', part } as const;
  if (!doubtful || dice.chance(0.7)) return { ...serial, text, condition: 'legible', method: 'stamped' };
  if (dice.chance(0.8))
    return { ...serial, text: '', condition: dice.pick(['removed', 'illegible', 'absent']) };
  const at = text.length - 1 - dice.int(5);
  const partly = `${text.slice(0, at)}?${text.slice(at + 1)}`;
  return { ...serial, text: partly, condition: 'partly-legible' };
}
