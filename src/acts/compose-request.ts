/**
 * Shows the request that would leave: filled from the record of the arm, what ITI 17 still asks for, what is advised, and whom
 * to ask in which order with the reason for each. Nothing leaves.
 *
 * @clause ITI 17, C-03, C-04
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { type Composed, composeRequest, REQUEST_FIELDS } from './request-of.ts';
import { openFile } from './trace-file.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { readTraceRules } from './trace-rules.ts';
import { country, requestContent } from './trace-shapes.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({ trace: uuid, ...REQUEST_FIELDS });

export const composeTraceRequest: Act<z.infer<typeof input>, Composed> = {
  name: 'compose-request',
  says: 'Show the request that would leave, what it lacks and whom to ask',
  clauses: ['ITI 17', 'C-03', 'C-04'],
  input,
  output: z.strictObject({
    request: requestContent,
    missing: z.array(z.string()).describe('What ITI 17 asks for and the request does not say.'),
    warnings: z.array(z.string()),
    addressees: z.array(z.strictObject({ country, reason: z.string(), licence: z.string().optional() })),
    keptBack: z.array(country).describe('Countries whose answers may not be passed on.'),
    lot: z.int().optional().describe('How many recoveries the suspected lot has that this one lies in.'),
  }),
  changes: false,
  async run(office, actor, { trace, ...fields }) {
    await logAccess(office.db, accessOf(office, actor, 'compose-request', trace));
    const file = await openFile(office.db, actor.scope, trace);
    if (isRefusal(file)) return file;
    const closed = refuseUnnamed(file, actor.operator);
    if (closed) return closed;
    return composeRequest(office.db, office, file, fields, await readTraceRules(office.db));
  },
};
