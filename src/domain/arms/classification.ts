/**
 * The classes of arms, as the International Tracing Instrument names them, each with its UNROCA category
 * and its Harmonized System heading. Craft-made, converted and printed arms are not classes: an arm of any class
 * may be so produced (see production).
 *
 * @clause ITI 4
 */
export type ArmClass = keyof typeof CLASSES;

export type ClassFacts = {
  readonly size: 'small-arm' | 'light-weapon' | 'part' | 'other';
  /** UNROCA small arms (SA) and light weapons (LW) sub-category, or the conventional category (C). */
  readonly unroca: string;
  /** Heading of the Harmonized System, chapter 93. */
  readonly hs: string;
};

export const CLASSES = {
  revolver: { size: 'small-arm', unroca: 'SA1', hs: '9302.00' },
  pistol: { size: 'small-arm', unroca: 'SA1', hs: '9302.00' },
  rifle: { size: 'small-arm', unroca: 'SA2', hs: '9303.30' },
  carbine: { size: 'small-arm', unroca: 'SA2', hs: '9303.30' },
  'sub-machine-gun': { size: 'small-arm', unroca: 'SA3', hs: '9301.90' },
  'assault-rifle': { size: 'small-arm', unroca: 'SA4', hs: '9301.90' },
  'light-machine-gun': { size: 'small-arm', unroca: 'SA5', hs: '9301.90' },
  shotgun: { size: 'small-arm', unroca: 'SA6', hs: '9303.20' },
  'muzzle-loader': { size: 'small-arm', unroca: 'SA6', hs: '9303.10' },
  'other-small-arm': { size: 'small-arm', unroca: 'SA6', hs: '9303.90' },
  'heavy-machine-gun': { size: 'light-weapon', unroca: 'LW1', hs: '9301.90' },
  'grenade-launcher': { size: 'light-weapon', unroca: 'LW2', hs: '9301.20' },
  'anti-tank-gun': { size: 'light-weapon', unroca: 'LW3', hs: '9301.90' },
  'recoilless-rifle': { size: 'light-weapon', unroca: 'LW4', hs: '9301.90' },
  'anti-tank-launcher': { size: 'light-weapon', unroca: 'LW5', hs: '9301.20' },
  mortar: { size: 'light-weapon', unroca: 'LW6', hs: '9301.10' },
  'anti-aircraft-gun': { size: 'light-weapon', unroca: 'LW7', hs: '9301.90' },
  manpads: { size: 'light-weapon', unroca: 'C7', hs: '9301.20' },
  'other-light-weapon': { size: 'light-weapon', unroca: 'LW7', hs: '9301.90' },
  'frame-or-receiver': { size: 'part', unroca: '', hs: '9305' },
  'other-part': { size: 'part', unroca: '', hs: '9305' },
  'air-or-gas': { size: 'other', unroca: '', hs: '9304.00' },
  'blank-firing': { size: 'other', unroca: '', hs: '9303.90' },
  unknown: { size: 'small-arm', unroca: 'SA6', hs: '9303.90' },
} as const satisfies Record<string, ClassFacts>;

/** True where a text is the code of a class. */
export function isArmClass(text: string): text is ArmClass {
  return Object.hasOwn(CLASSES, text);
}
