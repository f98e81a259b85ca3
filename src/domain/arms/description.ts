/**
 * What an arm is, as described. Words stay as written (`maker`, `model`, `calibre`); what the register understood
 * of them (`class`, `action`, `country`, `year`) stands beside them. Two examiners of one arm differ in these more often
 * than not, so none of it is an identity.
 *
 * @clause ITI 11, PoA II.9
 */
import type { ArmClass } from './classification.ts';

export type Action = (typeof ACTIONS)[number];
export const ACTIONS = [
  'unknown',
  'single-shot',
  'repeating',
  'semi-automatic',
  'automatic',
  'selective',
  'double-barrel',
  'muzzle-loading',
] as const;

/** True where a text is the code of an action. */
export function isAction(text: string): text is Action {
  return (ACTIONS as readonly string[]).includes(text);
}

/** How an arm came to be; anything but `industrial` gets a State number at once. */
export type Production =
  | 'unknown'
  | 'industrial'
  | 'craft'
  | 'privately-made'
  | 'printed'
  | 'converted'
  | 'modular';

export type ReceiverMaterial = 'unknown' | 'steel' | 'alloy' | 'polymer' | 'polymer-with-insert' | 'other';

export type ArmDescription = {
  readonly class: ArmClass;
  /** The words the class was understood from, as written. */
  readonly classText?: string;
  readonly action?: Action;
  readonly maker?: string;
  readonly model?: string;
  readonly calibre?: string;
  readonly year?: number;
  /** Country of manufacture: ISO 3166-1 alpha-2 where understood. */
  readonly country?: string;
  readonly countryText?: string;
  readonly importer?: string;
  readonly importCountry?: string;
  readonly importYear?: number;
  readonly production?: Production;
  readonly material?: ReceiverMaterial;
  /** What a converted arm was before: replica, blank-firer, toy, kit. */
  readonly baseObject?: string;
};
