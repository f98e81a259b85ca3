/**
 * How makers write their serials, as data: zone by zone which characters may stand there, how many, and what they mean. A
 * grammar that knows a code for years dates an arm; one that knows only the shape still tells a letter from a digit. The
 * grammars come with the program (reference/serial-grammars.json) with their sources; they are leads, never proofs.
 *
 * @clause A-12, B-08
 */
import type { ArmClass } from '../arms/classification.ts';

export type ZoneMeaning = (typeof ZONE_MEANINGS)[number];
export const ZONE_MEANINGS = [
  'prefix',
  'factory',
  'model',
  'year',
  'month',
  'sequence',
  'variant',
  'separator',
] as const;

/** What one writing of a zone stands for. */
export type ZoneValue = {
  readonly written: string;
  /** Years that it may stand for, or the one month. */
  readonly stands: readonly number[];
};

export type Zone = {
  readonly means: ZoneMeaning;
  /** The characters that may stand at each of its places, in capital letters as readings have them; empty for a separator. */
  readonly characters: string;
  /** As the file has it, for people: A-Z, 0-9, T6368. */
  readonly shown: string;
  readonly min: number;
  readonly max: number;
  /** Writings that are the only ones possible: of a code of years or months, or the one fixed text. */
  readonly writings?: readonly ZoneValue[];
};

export type SerialGrammar = {
  readonly id: string;
  /** Code of the maker. */
  readonly maker: string;
  /** In English, one sentence. */
  readonly title: string;
  readonly classes: readonly ArmClass[];
  /** Codes of the models that alone have it; empty for all. */
  readonly models: readonly string[];
  readonly from?: number;
  readonly to?: number;
  readonly zones: readonly Zone[];
  /** True where every arm of that maker, class and time carries it. */
  readonly strict: boolean;
  /** True where the years are a lead so weak that nothing is called impossible by them. */
  readonly hint: boolean;
  readonly sources: readonly string[];
  readonly notes?: string;
};

/** True where a grammar reads a year, and not the shape alone. */
export function tellsYears({ zones }: SerialGrammar): boolean {
  return zones.some(({ means }) => means === 'year');
}
