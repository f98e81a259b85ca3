/**
 * A mark as an eye read it: what kind of mark, on which part, the text exactly as written, in which script,
 * how it was applied and how it looks now, who read it and when. Nothing is cleaned in place: the text stays as it
 * stood, and what the reader understood of it stands beside it.
 *
 * @clause ITI 8, ITI 10, FP 8
 */
export type MarkKind = (typeof MARK_KINDS)[number];
export const MARK_KINDS = [
  'serial',
  'maker',
  'model',
  'calibre',
  'country',
  'import',
  'proof',
  'property',
  'state-number',
  'transfer',
  'deactivation',
  'assembly',
  'security',
  'other',
] as const;

/** Kinds of marks whose number tells an arm from others. */
export const NUMBER_KINDS = ['serial', 'state-number', 'assembly'] as const satisfies readonly MarkKind[];

export type Part = (typeof PARTS)[number];
export const PARTS = [
  'arm',
  'frame',
  'receiver',
  'upper-receiver',
  'lower-receiver',
  'slide',
  'barrel',
  'cylinder',
  'bolt',
  'bolt-carrier',
  'breech-block',
  'grip',
  'stock',
  'magazine',
  'sound-moderator',
  'trigger-group',
  'other',
] as const;

/** How the mark looks to the reader. */
export type MarkCondition = (typeof MARK_CONDITIONS)[number];
export const MARK_CONDITIONS = [
  'legible',
  'partly-legible',
  'illegible',
  'removed',
  'overstamped',
  'restored',
  'absent',
  'not-examined',
] as const;

export type MarkMethod = (typeof MARK_METHODS)[number];
export const MARK_METHODS = [
  'unknown',
  'stamped',
  'engraved',
  'laser',
  'dot-peen',
  'cast',
  'etched',
  'painted',
  'plate',
  'label',
] as const;

/** A reading of one mark. `text` is as it stood, never changed; empty where nothing could be read. */
export type Mark = {
  readonly kind: MarkKind;
  readonly part: Part;
  readonly text: string;
  readonly condition: MarkCondition;
  readonly script?: Script;
  readonly method?: MarkMethod;
  readonly readBy?: string;
  readonly readOn?: string;
  /** What was said beside the reading ("the last may be 6 or 0"). */
  readonly note?: string;
};

export type Script = 'latin' | 'cyrillic' | 'greek' | 'arabic' | 'mixed' | 'other' | 'none';
