/**
 * Shows a photograph that came with a request, or that went out with one: written anew like every copy that is shown, so that
 * nothing of what a partner sent reaches a reader but the picture. Only for those who see cases; every look leaves a line in the
 * access log.
 *
 * What could go wrong: a picture made to exhaust whoever opens it. It is opened as every picture is, bounded and one at a time.
 *
 * @clause ITI 17(b), J-04, J-05
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import { makeCopies } from './make-copies.ts';
import type { Act } from './office.ts';
import { openFile } from './trace-file.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { PHOTOGRAPHS_MAX } from './trace-shapes.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({
  trace: uuid,
  request: uuid,
  place: z.int().min(1).max(PHOTOGRAPHS_MAX).describe('Which of its photographs, counted from 1.'),
  form: z.enum(['large', 'thumb']).default('large'),
});
export type ViewSentPhotograph = z.infer<typeof input>;

export const viewSentPhotograph: Act<ViewSentPhotograph, { readonly content: Buffer }> = {
  name: 'view-sent-photograph',
  says: 'Show a photograph that came with a request to trace',
  clauses: ['ITI 17(b)', 'J-05'],
  input,
  changes: false,
  async run(office, actor, { trace, request, place, form }) {
    await logAccess(office.db, accessOf(office, actor, 'view-sent-photograph', `${trace} ${request}`));
    if (!actor.scope.sees.has('case')) return refusal('documents-not-seen', {}, 'J-02');
    const file = await openFile(office.db, actor.scope, trace);
    if (isRefusal(file)) return file;
    const closed = refuseUnnamed(file, actor.operator, request);
    if (closed) return closed;
    const told = file.requests.find(({ note }) => note.request === request)?.state.request;
    const photograph = told?.photographs[place - 1];
    if (!photograph) return refusal('document-unknown', { document: request });
    const copies = await makeCopies(Buffer.from(photograph.bytes, 'base64url'), photograph.mediaType);
    if (isRefusal(copies)) return copies;
    const copy = copies.find((one) => one.form === form);
    return copy
      ? { content: copy.content }
      : refusal('document-has-no-copy', { media: photograph.mediaType });
  },
};
