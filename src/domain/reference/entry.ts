/**
 * What the world's arms are called: makers, models and calibres, each under one code, with its names in every spelling and
 * script that is met. The tables come with the program as plain files with their sources (reference/); a State adds to
 * them and changes them. They name; they decide nothing: what was written on an arm or typed of it stays as it stood.
 *
 * @clause B-12, PoA II.9
 */
import type { ArmClass } from '../arms/classification.ts';
import type { Action } from '../arms/description.ts';
import type { Practice } from './practice.ts';
import type { SerialGrammar } from './serial-grammar.ts';

/** A name that an entry goes by. */
export type Alias = {
  readonly text: string;
  /** True where the same words are used for other entries too: a bare "7.62". */
  readonly unsure?: true;
};

export type Maker = {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  /** ISO 3166-1 alpha-2, of the place as it is called today. */
  readonly country?: string;
  readonly from?: number;
  readonly to?: number;
  /** Code marks and symbols as they stand on arms. */
  readonly marks: readonly string[];
  readonly licenceOf: readonly string[];
  readonly successorOf: readonly string[];
  readonly source: string;
};

export type CalibreKind = (typeof CALIBRE_KINDS)[number];
export const CALIBRE_KINDS = [
  'rimfire',
  'pistol',
  'revolver',
  'rifle',
  'shotgun',
  'heavy',
  'grenade',
  'mortar',
  'rocket',
  'recoilless',
  'blank',
  'air',
  'other',
] as const;

export type Calibre = {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly kind: CalibreKind;
  /** The bore that people mean when they name it loosely: examiners of one arm agree in it when they differ in the rest. */
  readonly family: string;
  /** @unit millimetres */
  readonly bulletMm?: number;
  /** @unit millimetres */
  readonly caseMm?: number;
  /** Codes of calibres that are the same in practice or by name. */
  readonly alsoFits: readonly string[];
  readonly looksLike: readonly string[];
  readonly source: string;
};

export type Model = {
  readonly code: string;
  readonly maker: string;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly class: ArmClass;
  readonly action?: Action;
  readonly calibres: readonly string[];
  /** Where it is not the maker's. */
  readonly country?: string;
  readonly from?: number;
  readonly to?: number;
  /** Where its marks stand: `serial@frame-right`. */
  readonly marksAt: readonly string[];
  readonly lookAlikes: readonly string[];
  /** How it is told from what looks like it, in English. */
  readonly tellApart?: string;
  readonly source: string;
};

/** All tables, those of names by code. */
export type Reference = {
  readonly makers: ReadonlyMap<string, Maker>;
  readonly calibres: ReadonlyMap<string, Calibre>;
  readonly models: ReadonlyMap<string, Model>;
  /** How makers write their serials. */
  readonly grammars: readonly SerialGrammar[];
  /** How States mark arms, by code. */
  readonly practices: ReadonlyMap<string, Practice>;
};

export const NO_REFERENCE: Reference = {
  makers: new Map(),
  calibres: new Map(),
  models: new Map(),
  grammars: [],
  practices: new Map(),
};
