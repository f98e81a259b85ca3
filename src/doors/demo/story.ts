/**
 * A story of the demonstration as data: what was recorded on which day, about which of its arms, naming parties by their
 * keys. The words to write one down stand here; stories.ts tells them.
 */
import type { DeclareHolding } from '../../acts/declare-holding.ts';
import type { DeclareLot } from '../../acts/declare-lot.ts';
import type { RecordEvent } from '../../acts/record-event.ts';
import type { RightWish } from '../../acts/record-right.ts';
import type { RegisterArm } from '../../acts/register-arm.ts';
import type { EventType } from '../../domain/custody/life-cycle.ts';
import { formatSerial } from './serials.ts';
import { CALIBRE_SPELLINGS, MAKERS } from './words.data.ts';

/** As a door gives it: texts not yet understood, and everything may be absent; the act's own input judges it. */
type Given<T> = T extends string
  ? string
  : T extends readonly (infer One)[]
    ? readonly Given<One>[]
    : T extends object
      ? { readonly [K in keyof T]?: Given<T[K]> | undefined }
      : T;

type Registering = Given<RegisterArm>;
type Recording = Given<Omit<RecordEvent, 'type'>> & { readonly type: EventType };

/** What was recorded at noon of a day. Parties in it are keys such as `police unit 0` or `person 12`. */
export type Step = { readonly on: string } & (
  | { readonly arm: string; readonly register: Registering }
  | { readonly arm: string; readonly event: Recording }
  | { readonly right: string; readonly set: Given<RightWish> }
  | { readonly holding: Given<DeclareHolding> }
  | { readonly lot: Given<DeclareLot> }
);

export type Story = { readonly name: string; readonly says: string; readonly steps: readonly Step[] };

/** Serials of the stories lie beyond those of all other arms. */
const NUMBERS_FROM = 90_000_000;

const makerOf = (key: string) => MAKERS.find((maker) => maker.key === key) ?? MAKERS[0]!;

/** The serial of a story's arm. */
export function storySerial(maker: string, number: number): string {
  return formatSerial(makerOf(maker), NUMBERS_FROM + number);
}

/** What one registers of an arm of this maker and model, with its serial where it has one. */
export function armOfStory(
  maker: string,
  model: number,
  number: number | undefined,
  more: Registering = {},
): Registering {
  const { name, country, models } = makerOf(maker);
  const { class: kind, name: modelName, calibre } = models[model] ?? models[0]!;
  const part = kind === 'pistol' || kind === 'revolver' ? 'frame' : 'receiver';
  const text = number === undefined ? '' : storySerial(maker, number);
  const condition = number === undefined ? 'removed' : 'legible';
  return {
    description: {
      class: kind,
      maker: name,
      model: modelName,
      calibre: CALIBRE_SPELLINGS[calibre][0],
      country,
      production: 'industrial',
    },
    marks: [{ kind: 'serial', part, text, condition }],
    ...more,
  };
}

/** A step that registers an arm. */
export function registers(on: string, arm: string, register: Registering): Step {
  return { on, arm, register: { happened: on, ...register } };
}

/** A step that records an event of an arm, on the day it happened where no other is told. */
export function records(on: string, arm: string, type: EventType, more: Omit<Recording, 'type'> = {}): Step {
  return { on, arm, event: { happened: on, ...more, type } };
}

/** The same steps for several arms, in the order of time. */
export function forEach(count: number, steps: (arm: string, place: number) => readonly Step[]): Step[] {
  const all = Array.from({ length: count }, (_, place) => steps(`arm ${place}`, place)).flat();
  return all.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Unit and keeper in one. */
export const kept = (party: string) => ({ unit: party, keeper: party });
/** Owner and keeper in one. */
export const owned = (party: string) => ({ owner: party, keeper: party });
