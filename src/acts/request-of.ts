/**
 * A request as it would leave: the thing and its recovery from the trace, what earlier hops said as far as their limits let it
 * be passed on, and what the officer adds. Not an act itself.
 *
 * What could go wrong: an answer under a limit that leaves with the next request. What may not be passed on is left out, and
 * whoever composes is told.
 *
 * @clause ITI 15, ITI 17, C-03, C-10
 */

import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { sayExported } from '../domain/trace/earlier.ts';
import { forbiddenBy, proposedLimits } from '../domain/trace/limits.ts';
import {
  type EarlierAnswer,
  listMissing,
  listWarnings,
  type Missing,
  PHOTOGRAPH_SIDES,
  type TraceRequest,
  type Warning,
} from '../domain/trace/request.ts';
import { type Addressee, proposeAddressees } from '../domain/trace/routing.ts';
import type { Statements } from '../store/database.ts';
import { findContent } from '../store/trace-said.ts';
import { compact, MARKS_MAX, text, uuid } from './input.ts';
import { findLotOf, lotItem } from './lot-of.ts';
import type { Office } from './office.ts';
import type { TraceContent } from './open-trace.ts';
import { photographsOf } from './sent-photographs.ts';
import type { TraceFile } from './trace-file.ts';
import { referenceOf } from './trace-rows.ts';
import type { TraceRules } from './trace-rules.ts';
import {
  country,
  ground,
  item,
  limits,
  PHOTOGRAPHS_MAX,
  recovery,
  requester,
  urgency,
  use,
} from './trace-shapes.ts';

const COUNTRIES_MAX = 20;

/** What an officer adds to what the record says; each field replaces what would be proposed. */
export const REQUEST_FIELDS = {
  requester: requester.optional().describe('Who asks; else the State itself.'),
  ground: ground.optional().describe('Why it is illicit, and under which law (ITI 6, ITI 17(a)).'),
  recovery: recovery.partial().optional(),
  item: item.partial().optional().describe('What is known of the thing beyond its record.'),
  photographs: z
    .array(
      z.strictObject({
        document: uuid,
        side: z.enum(PHOTOGRAPH_SIDES),
        mark: z.int().min(1).max(MARKS_MAX).optional(),
        hasScale: z.boolean().default(false),
      }),
    )
    .max(PHOTOGRAPHS_MAX)
    .default([]),
  use: use.optional().describe('What the answer is for (ITI 17(c)).'),
  urgency: urgency.optional(),
  limits: limits.optional().describe('How what is told may be handled (ITI 15).'),
  case: text.optional(),
  lot: z.boolean().default(false).describe('Ask once for all recoveries of the lot that this one lies in.'),
  tied: z.array(country).max(COUNTRIES_MAX).default([]).describe('Countries that the case ties in.'),
  consents: z
    .array(z.strictObject({ country, consent: text.min(1) }))
    .max(COUNTRIES_MAX)
    .default([])
    .describe('Written consents of States whose answers may be passed on, by their references.'),
};
export const requestFields = z.strictObject(REQUEST_FIELDS);
export type RequestFields = z.infer<typeof requestFields>;

export type Composed = {
  readonly request: TraceRequest;
  readonly missing: readonly Missing[];
  readonly warnings: readonly Warning[];
  readonly addressees: readonly Addressee[];
  /** Countries whose answers may not be passed on, and are not. */
  readonly keptBack: readonly string[];
  /** How many recoveries the lot has that this one lies in. */
  readonly lot?: number;
};

/** The request as it would leave now. */
export async function composeRequest(
  db: Statements,
  office: Office,
  file: TraceFile,
  fields: RequestFields,
  rules: TraceRules,
): Promise<Composed | Refusal> {
  const bytes = await findContent(db, file.row.id);
  if (!bytes) return refusal('trace-erased', { trace: file.row.id });
  const content = JSON.parse(bytes.toString('utf8')) as TraceContent;
  const photographs = await photographsOf(db, file.row, fields.photographs);
  if (isRefusal(photographs)) return photographs;
  const lot = await findLotOf(db, file.row);
  if (fields.lot && !lot) return refusal('trace-no-lot', { trace: file.row.id });
  const one = compact({ ...content.item, ...compact(fields.item ?? {}) });
  const { earlier, keptBack } = earlierOf(file, fields);
  const hops = file.requests.filter(({ note }) => note.ours === 'requester').length;
  const request: TraceRequest = compact({
    reference: `${referenceOf(office.state, file.row)}/${hops + 1}`,
    requester: fields.requester ?? { kind: 'state' as const, name: office.state, country: office.state },
    ground: fields.ground ?? { codes: ['unlawful-where-found' as const], law: rules.law },
    recovery: compact({ ...content.recovery, ...compact(fields.recovery ?? {}) }),
    item: fields.lot && lot ? await lotItem(db, office, one, lot) : one,
    photographs,
    use: fields.use ?? { code: 'finding-diversion' as const },
    urgency: fields.urgency ?? { level: 'routine' as const },
    limits: fields.limits ?? [...proposedLimits(fields.requester?.kind ?? 'state')],
    case: fields.case ?? file.row.caseReference,
    earlier: earlier.length > 0 ? earlier : undefined,
  });
  return {
    request,
    missing: listMissing(request),
    warnings: listWarnings(request),
    addressees: addresseesOf(office, file, request, fields.tied),
    keptBack,
    ...(lot ? { lot: lot.traces.length } : {}),
  };
}

function addresseesOf(
  office: Office,
  file: TraceFile,
  { item }: TraceRequest,
  tied: readonly string[],
): readonly Addressee[] {
  const asked = file.requests.filter(({ note }) => note.ours === 'requester');
  return proposeAddressees(item, {
    own: office.state,
    asked: asked.flatMap(({ note }) => note.country ?? []),
    answers: asked.flatMap(({ state }) => state.answers),
    tied,
  });
}

/** What earlier hops said, in one sentence each, where its limits or a written consent let it go to another State. */
function earlierOf(
  file: TraceFile,
  { consents }: RequestFields,
): { readonly earlier: readonly EarlierAnswer[]; readonly keptBack: readonly string[] } {
  const earlier: EarlierAnswer[] = [];
  const keptBack: string[] = [];
  for (const { note, state } of file.requests) {
    const answer = state.answers.at(-1);
    const from = note.country;
    if (note.ours !== 'requester' || !answer || from === undefined) continue;
    const consent = consents.find((one) => one.country === from)?.consent;
    if (forbiddenBy(answer.limits, { to: 'another-state', consent })) {
      keptBack.push(from);
      continue;
    }
    const { exportedTo, reference } = answer;
    const answered = note.messages.find(({ kind }) => kind === 'answer')?.at ?? '';
    earlier.push({
      country: from,
      reference,
      answered: answered as EarlierAnswer['answered'],
      says: exportedTo ? sayExported(exportedTo) : answer.kind,
    });
  }
  return { earlier, keptBack };
}
