/** What acts on traces answer, as JSON tells it. Not an act itself. */
import { z } from 'zod';
import { id, instant } from './output.ts';

export const traceReceiptOutput = z.strictObject({
  act: id,
  entry: id,
  trace: id,
  recorded: instant,
  made: id.optional().describe('The request, question or draft that it made.'),
});
