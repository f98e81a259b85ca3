/**
 * Papers of traces on the command line: a request or a letter as a document, empty forms, copy-sheets, reading a filled document
 * back, and registering what came. A file that is written is for its owner alone and never over another.
 */
import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { addPaper } from '../../acts/add-paper.ts';
import { registerMessage } from '../../acts/register-message.ts';
import { isTaken, takePictures } from '../../acts/taken-pictures.ts';
import { translateMessage } from '../../acts/translate-message.ts';
import { type MessageView, viewMessage } from '../../acts/view-message.ts';
import { Fault, isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { emptyForm, letterPaper, type Paper, requestPaper } from '../papers/paper.ts';
import { readDocument } from '../papers/read-document.ts';
import { readPictures } from '../papers/read-pictures.ts';
import { SHEET_FORMS, type SheetForm, sheetCsv, sheetLines } from '../papers/sheets.ts';
import { PAPER_LANGUAGES, type PaperLanguage, parsePaperLanguage } from '../papers/words.ts';
import { writeDocument } from '../papers/write-document.ts';
import { type Answer, type Command, type Context, shown, textOf, Usage, wordOf } from './command.ts';
import { openFile } from './documents.ts';
import { readJsonFile } from './json-file.ts';
import { runAct } from './run-act.ts';

export const PAPER_USAGE = [
  'document TRACE --request ID --out FILE [--language fr] [--side requester|responder --number N] | form --language fr --out FILE',
  'sheet TRACE --request ID --form atf|iarms [--out FILE.csv] | read-document FILE | register FILE.json | paper FILE [TRACE]',
  'translate TRACE --request ID --side requester|responder --number N --language en --words TEXT',
];
export const PAPER_OPTIONS: Command['options'] = {
  ...{ request: 'text', out: 'text', language: 'text', side: 'text', number: 'text', form: 'text' },
  words: 'text',
};

export const PAPER_ORDERS = {
  document,
  form,
  sheet,
  'read-document': readPaper,
  register,
  paper: addFile,
  translate,
};

async function document(context: Context): Promise<Answer | Refusal> {
  const language = languageOf(context);
  const out = needed(context, 'out');
  const view = await messageOf(context);
  if (isRefusal(view)) return view;
  const made = view.kind === 'request' ? requestPaper(view, language) : letterPaper(view, language);
  return writePaper(made, out);
}

async function form(context: Context): Promise<Answer | Refusal> {
  return writePaper(emptyForm(languageOf(context)), needed(context, 'out'));
}

async function writePaper(made: Paper, out: string): Promise<Answer> {
  const bytes = await writeDocument(made);
  await keepFile(out, bytes);
  const { language } = made;
  return {
    json: { file: out, language, bytes: bytes.length },
    text: `${bytes.length} bytes written to ${out}.`,
  };
}

async function keepFile(path: string, bytes: Buffer | string): Promise<void> {
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 }).catch((cause: unknown) => {
    throw new Fault(
      'file',
      `Nothing can be written to ${path}: there is a file of that name, or the folder cannot be written.`,
      { cause },
    );
  });
}

async function sheet(context: Context): Promise<Answer | Refusal> {
  const wanted = needed(context, 'form');
  if (!Object.hasOwn(SHEET_FORMS, wanted)) throw new Usage('--form is atf or iarms.');
  const view = await messageOf(context);
  if (isRefusal(view)) return view;
  if (view.kind !== 'request')
    throw new Usage('A sheet is made of a request: leave --side and --number out.');
  const office = await context.office();
  const today = new Date(office.clock()).toISOString().slice(0, 10);
  const lines = sheetLines(wanted as SheetForm, view.content, today);
  const out = textOf(context.options, 'out');
  if (out !== undefined) await keepFile(out, sheetCsv(lines));
  const told = lines.map(
    ({ code, label, value, left }) => `${code}  ${label}: ${left ? `(${left})` : shown(value)}`,
  );
  return { json: lines, text: told.join('\n') };
}

async function readPaper(context: Context): Promise<Answer | Refusal> {
  const bytes = await readWhole(wordOf(context, 1, 'the filled document'));
  const read = await readDocument(bytes);
  if (isRefusal(read)) return read;
  const { unread, request } = read;
  const asks = read.said.some(({ kind }) => kind === 'request') && read.said.length === 1;
  const pictures = asks ? await takePictures(await readPictures(bytes)) : [];
  const photographs = pictures
    .filter(isTaken)
    .map(({ taken }) => ({ side: 'other' as const, hasScale: false, ...taken }));
  const said = read.said.map((one) =>
    one.kind === 'request' ? { ...one, content: { ...one.content, photographs } } : one,
  );
  const values = Object.fromEntries(read.values);
  const found = said.map(({ kind }) => `Read: ${kind}.`);
  const refused = pictures.flatMap(({ place, taken }) =>
    isRefusal(taken) ? [{ place, why: taken.refused }] : [],
  );
  const lost = [
    ...unread.map(
      ({ tag, text, why }) => `Not read: ${tag} (${why})${text === '' ? '' : `: ${shown(text)}`}`,
    ),
    ...photographs.map(() => 'Taken over: a photograph, written anew; say in the file what it shows.'),
    ...refused.map(({ place, why }) => `Not taken: picture ${place} (${why})`),
  ];
  const nothing = found.length + lost.length === 0 ? ['Nothing is filled in.'] : [];
  return {
    json: { request, said, values, unread, refused },
    text: [...found, ...lost, ...nothing].join('\n'),
  };
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await openFile(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function register(context: Context): Promise<Answer | Refusal> {
  const given = await readJsonFile(wordOf(context, 1, 'the file with what came'), 'a letter');
  const done = await runAct(context, registerMessage, given);
  if (isRefusal(done)) return done;
  const lacks = done.missing.length > 0 ? ` The request does not say: ${done.missing.join(', ')}.` : '';
  return { json: done, text: `Registered in trace ${done.trace}, request ${done.made}.${lacks}` };
}

async function addFile(context: Context): Promise<Answer | Refusal> {
  const path = wordOf(context, 1, 'the file');
  const trace = context.words[2];
  const kind = ['.jpg', '.jpeg', '.png', '.webp'].includes(extname(path).toLowerCase())
    ? 'photograph'
    : 'document';
  const bytes = await readWhole(path);
  const done = await runAct(context, addPaper(bytes), {
    ...{ kind, name: basename(path).slice(-100), bytes: bytes.length },
    ...(trace === undefined ? {} : { trace }),
  });
  if (isRefusal(done)) return done;
  const where = trace === undefined ? 'It waits to be registered.' : `It belongs to trace ${trace}.`;
  return { json: done, text: `Added as document ${done.document}. ${where}` };
}

async function translate(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, translateMessage, {
    ...{ trace: wordOf(context, 1, 'the trace, by its id'), request: needed(context, 'request') },
    ...{ side: needed(context, 'side'), seq: Number(needed(context, 'number')) },
    ...{ language: needed(context, 'language'), text: needed(context, 'words') },
  });
  return isRefusal(done) ? done : { json: done, text: 'Kept beside the message.' };
}

async function messageOf(context: Context): Promise<MessageView | Refusal> {
  const side = textOf(context.options, 'side');
  const number = textOf(context.options, 'number');
  return runAct(context, viewMessage, {
    ...{ trace: wordOf(context, 1, 'the trace, by its id'), request: needed(context, 'request') },
    ...(side === undefined ? {} : { side }),
    ...(number === undefined ? {} : { seq: Number(number) }),
  });
}

function languageOf({ options }: Context): PaperLanguage {
  const language = parsePaperLanguage(textOf(options, 'language') ?? 'en');
  if (!language) throw new Usage(`--language is one of ${PAPER_LANGUAGES.join(', ')}.`);
  return language;
}

function needed({ options }: Context, name: string): string {
  const value = textOf(options, name);
  if (value === undefined) throw new Usage(`Missing: --${name}.`);
  return value;
}
