/** The shape of an arm as the register shows it: its state, its events, its custody. See arm-state.ts and event.ts. */
import { z } from 'zod';
import { STATUSES } from '../domain/custody/life-cycle.ts';
import { MARK_CONDITIONS, MARK_KINDS, MARK_METHODS, PARTS } from '../domain/marks/mark.ts';
import { happened, id, instant, namesOutput, partyId, workItemOutput } from './output.ts';
import { notedOutput } from './serial-output.ts';

const text = z.string();

const markOutput = z.strictObject({
  kind: z.enum(MARK_KINDS),
  part: z.enum(PARTS),
  text,
  condition: z.enum(MARK_CONDITIONS),
  script: text.optional(),
  method: z.enum(MARK_METHODS).optional(),
  readBy: partyId.optional(),
  readOn: text.optional(),
  note: text.optional(),
});

const basisOutput = z.strictObject({
  kind: text,
  number: text.optional(),
  authority: text.optional(),
  right: text.optional(),
  digest: text.optional(),
});

const lanes = z.strictObject({
  owner: partyId.optional(),
  unit: partyId.optional(),
  keeper: partyId.optional(),
  bearer: partyId.optional(),
});

const descriptionShape = {
  class: text,
  classText: text,
  action: text,
  maker: text,
  model: text,
  calibre: text,
  year: z.int(),
  country: text,
  countryText: text,
  importer: text,
  importCountry: text,
  importYear: z.int(),
  production: text,
  material: text,
  baseObject: text,
};
const descriptionOutput = z.strictObject(descriptionShape).partial();

const documentOutput = z.strictObject({
  id,
  kind: z.enum(['photograph', 'document']),
  media: text,
  digest: text,
  bytes: z.int(),
  taken: text.optional(),
});

const eventShape = {
  type: text,
  happened,
  asked: z.literal(true).optional(),
  from: lanes.optional(),
  to: lanes.optional(),
  basis: basisOutput.optional(),
  place: text.optional(),
  how: text.optional(),
  by: partyId.optional(),
  arm: descriptionOutput.optional(),
  marks: z.array(markOutput).optional(),
  number: text.optional(),
  numbers: z.record(text, text).optional(),
  part: z
    .strictObject({ part: z.enum(PARTS), id: text.optional(), marks: z.array(markOutput).optional() })
    .optional(),
  meant: text.optional(),
  doubts: z.array(text).optional(),
  due: text.optional(),
  about: text.optional(),
  provenance: z
    .strictObject({
      file: text,
      sheet: text,
      row: z.int(),
      cells: text,
      confidence: z.number(),
      damage: z.array(text).optional(),
    })
    .optional(),
  document: documentOutput.optional(),
  why: text.optional(),
  entry: id,
  recorded: instant,
  operator: text.describe('Empty where it may not be known.'),
};

const spanOutput = z.strictObject({
  lane: text,
  party: partyId,
  from: happened,
  to: happened.optional(),
  entry: id,
  by: text,
  endedBy: text.optional(),
  late: z.boolean(),
  basis: basisOutput.optional(),
});

const contradictionOutput = z.strictObject({
  kind: text,
  severity: z.enum(['highest', 'high', 'low']),
  entry: id,
  against: text.optional(),
  happened,
  facts: z.record(text, text).optional(),
});

const sinceOutput = z.strictObject({ at: happened, entry: id, recorded: instant }).optional();
const momentOutput = z.strictObject({ type: text, at: happened, entry: id });

const stateOutput = z.strictObject({
  exists: z.boolean(),
  description: descriptionOutput,
  marks: z.array(markOutput.extend({ entry: id })),
  status: z.enum(STATUSES),
  now: lanes,
  since: z.strictObject({ owner: sinceOutput, unit: sinceOutput, keeper: sinceOutput, bearer: sinceOutput }),
  number: z
    .strictObject({
      number: text,
      assigned: happened,
      tagged: happened.optional(),
      marked: happened.optional(),
      markedBy: text.optional(),
      verified: happened.optional(),
      verifiedBy: text.optional(),
    })
    .optional(),
  pending: z
    .strictObject({
      entry: id,
      from: partyId.optional(),
      to: lanes,
      posted: happened,
      due: text.optional(),
      meant: text.optional(),
      basis: basisOutput.optional(),
      operator: text,
    })
    .optional(),
  lastSeen: z.strictObject({ at: happened, how: text, by: partyId.optional(), entry: id }).optional(),
  lastLawful: z
    .strictObject({
      holder: partyId,
      from: happened,
      until: happened.optional(),
      basis: basisOutput.optional(),
    })
    .optional(),
  rests: text.optional(),
  deactivated: z.strictObject({ at: happened, entry: id }).optional(),
  parts: z.array(z.strictObject({ part: z.enum(PARTS), id: text.optional(), from: happened, entry: id })),
  outside: z.boolean().optional(),
  firstIrregularity: momentOutput.optional(),
  ended: momentOutput.optional(),
  findings: z.array(z.strictObject(eventShape)),
  spans: z.array(spanOutput),
  gaps: z.array(z.strictObject({ from: happened, to: happened.optional(), after: text })),
  contradictions: z.array(contradictionOutput),
  firstAt: happened.optional(),
  firstType: text.optional(),
  lastAt: happened,
  lastType: text.optional(),
  entries: z.int(),
});

const lotOutput = z.strictObject({
  id,
  maker: id,
  class: text,
  model: text.optional(),
  calibre: text.optional(),
  prefix: text,
  first: z.int(),
  last: z.int(),
  digits: z.int(),
  quantity: z.int(),
  year: z.int().optional(),
  licence: text.optional(),
});

export const armViewOutput = z.strictObject({
  id,
  number: z.string().describe('State number.'),
  state: stateOutput,
  events: z.array(
    z.strictObject({
      ...eventShape,
      late: z.boolean(),
      corrected: z.boolean(),
      correctedBy: id.optional(),
    }),
  ),
  entries: z.array(
    z.strictObject({ entry: id, act: id, leaf: z.int().optional(), recorded: instant, kind: text }),
  ),
  names: namesOutput,
  work: z.array(workItemOutput),
  checkpointSize: z.int().optional(),
  lots: z.array(lotOutput),
  noted: notedOutput,
  openUntil: instant.optional().describe('Until when it is open to the one who looks.'),
  openedBy: z.enum(['emergency', 'match']).optional().describe('By an emergency access or a decided match.'),
});

export const foundArmOutput = z.strictObject({
  id,
  number: text,
  class: text,
  maker: text.optional(),
  model: text.optional(),
  calibre: text.optional(),
  serial: text.optional(),
  status: z.enum(STATUSES),
  keeper: partyId.optional(),
  lastOn: text.optional(),
  contradictions: z.int(),
});
