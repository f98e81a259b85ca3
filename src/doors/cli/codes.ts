/** The command that reads the codes of a photograph: what each holds, what that is, and what to look for. */
import { basename } from 'node:path';
import { type CodeRead, readCode } from '../../acts/read-code.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { type Command, shown, wordOf } from './command.ts';
import { openFile } from './documents.ts';
import { runAct } from './run-act.ts';

export const readCodeCommand: Command = {
  name: 'read-code',
  usage: 'read-code FILE',
  says: 'Read the Data Matrix and QR codes of a photograph; nothing of it is kept.',
  options: {},
  async run(context) {
    const path = wordOf(context, 0, 'the photograph');
    const file = await openFile(path);
    try {
      const act = readCode(file.createReadStream({ autoClose: false }));
      const name = basename(path).slice(-100);
      const read = await runAct(context, act, { name, bytes: (await file.stat()).size });
      if (isRefusal(read)) return read;
      return { json: read, text: read.codes.flatMap(linesOf).join('\n') };
    } finally {
      await file.close();
    }
  },
};

const FORMATS = { 'data-matrix': 'Data Matrix', qr: 'QR code' } as const;
const SAYS = {
  gs1: 'elements of GS1',
  'state-number': 'a State number',
  serial: 'a serial',
  other: 'neither number nor serial',
} as const;

function linesOf({ format, text, cut, is, elements, start }: CodeRead): readonly string[] {
  const parts = elements.map(({ ai, means, value }) => `  (${ai}) ${shown(value)}  ${means}`);
  const next = start
    ? [`  Look for: ${start.by === 'number' ? 'find --number' : 'find --serial'} ${shown(start.text)}`]
    : [];
  return [`${FORMATS[format]}: ${shown(text)}${cut ? ' … (cut)' : ''}  ${SAYS[is]}`, ...parts, ...next];
}
