/**
 * Reads the Data Matrix and QR codes of a photograph: what each holds, what that is, and from what a search would start.
 * Nothing of the photograph is kept, nothing is looked for in the register, nothing is recorded.
 *
 * What could go wrong: a picture made to do harm, or a code that hides something. Files are bounded and opened as those of
 * documents are; texts are bounded and shown with every character seen.
 *
 * @clause A-10, J-05, ITI 8
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  CODE_CONTENTS,
  CODE_MEANINGS,
  CODE_TEXT_MAX,
  type CodeUnderstood,
  shownCode,
  understandCode,
} from '../domain/intake/understand-code.ts';
import { type DecodedCode, decodeCodes } from './decode-codes.ts';
import type { Act } from './office.ts';
import { type FileBody, inRoom, RECEIVE_LIMITS, type ReceiveLimits, receiveFile } from './receive-file.ts';

const MEDIA_LENGTH_MAX = 100;
const NAME_LENGTH_MAX = 255;

const input = z.strictObject({
  media: z.string().max(MEDIA_LENGTH_MAX).optional().describe('The type that the sender states.'),
  name: z.string().max(NAME_LENGTH_MAX).optional().describe('Name of the file: only its ending is read.'),
  bytes: z.int().min(0).optional().describe('How long the sender says the file is.'),
});
export type ReadCode = z.infer<typeof input>;

const output = z.strictObject({
  codes: z.array(
    z.strictObject({
      format: z.enum(['data-matrix', 'qr']),
      text: z.string().describe('What the code holds, with control characters as signs.'),
      cut: z.boolean().describe(`Whether it holds more than the ${CODE_TEXT_MAX} characters that are shown.`),
      is: z.enum(CODE_CONTENTS),
      elements: z
        .array(z.strictObject({ ai: z.string(), means: z.enum(CODE_MEANINGS), value: z.string() }))
        .describe('The elements of GS1, where it holds such.'),
      start: z
        .strictObject({ by: z.enum(['number', 'serial']), text: z.string() })
        .optional()
        .describe('From what a search would start: a State number, or a serial in the written grammar.'),
    }),
  ),
});

export type CodeRead = CodeUnderstood & {
  readonly format: DecodedCode['format'];
  readonly text: string;
  readonly cut: boolean;
};
export type CodesRead = { readonly codes: readonly CodeRead[] };

/**
 * The act, with the photograph that its door receives.
 * @refuses no-code-found, and what receiveFile and decodeCodes refuse
 */
export function readCode(body: FileBody, limits: ReceiveLimits = RECEIVE_LIMITS): Act<ReadCode, CodesRead> {
  return {
    name: 'read-code',
    says: 'Read the Data Matrix and QR codes of a photograph',
    clauses: ['A-10', 'ITI 8'],
    input,
    output,
    changes: false,
    run: (_office, actor, wanted) =>
      inRoom(actor.operator, async (): Promise<CodesRead | Refusal> => {
        const file = await receiveFile(body, { ...wanted, kind: 'photograph' }, limits);
        if (isRefusal(file)) return file;
        const found = await decodeCodes(file.bytes, file.media);
        if (isRefusal(found)) return found;
        return found.length === 0 ? refusal('no-code-found') : { codes: found.map(codeRead) };
      }),
  };
}

function codeRead({ format, text, isGs1 }: DecodedCode): CodeRead {
  const { elements, ...understood } = understandCode(text, isGs1);
  return {
    format,
    text: shownCode(text),
    cut: text.length > CODE_TEXT_MAX,
    ...understood,
    elements: elements.map((one) => ({ ...one, value: shownCode(one.value) })),
  };
}
