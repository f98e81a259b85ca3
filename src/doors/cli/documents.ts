/**
 * Photographs and documents of an arm: brought in from a file, listed, and given out as they came. A file that is written is
 * for its owner alone and never over another; one that could not be given out whole does not stay.
 */
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { addDocument } from '../../acts/add-document.ts';
import { listDocuments } from '../../acts/list-documents.ts';
import { armIdOf } from '../../acts/view-arm.ts';
import { viewOriginal } from '../../acts/view-original.ts';
import { Fault, isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, textOf, wordOf } from './command.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const document: Command = {
  name: 'document',
  usage:
    'document add FILE ARM [--kind photograph|document] [--title T] [--part P] [--taken DATE] [--act ID] | list ARM [--after ID] | get ID FILE',
  says: 'Add a photograph or a document to an arm, list what there is, or write an original to a file.',
  options: { kind: 'text', title: 'text', part: 'text', taken: 'text', act: 'text', after: 'text' },
  run: (context) => order(context, { add, list, get }),
};

async function add(context: Context): Promise<Answer | Refusal> {
  const path = wordOf(context, 1, 'the file');
  const given = wordOf(context, 2, 'the State number or id of the arm');
  const { scope } = await context.permitted('add-document');
  const arm = await armIdOf(await context.office(), scope, given);
  if (isRefusal(arm)) return arm;
  const file = await openFile(path);
  try {
    const added = await runAct(context, addDocument(file.createReadStream({ autoClose: false })), {
      arm,
      name: basename(path).slice(-100),
      bytes: (await file.stat()).size,
      kind:
        textOf(context.options, 'kind') ??
        (extname(path).toLowerCase() === '.pdf' ? 'document' : 'photograph'),
      ...detailsOf(context),
    });
    if (isRefusal(added)) return added;
    return {
      json: added,
      text: `Added to ${added.number} as document ${added.document}. Entry ${added.entry}.`,
    };
  } finally {
    await file.close();
  }
}

function detailsOf({ options }: Context): object {
  const given = ['title', 'part', 'taken', 'act'].map((name) => [name, textOf(options, name)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** Opens a file that is named; what is no file of bytes is a fault. */
export async function openFile(path: string): Promise<FileHandle> {
  const fail = (cause?: unknown): never => {
    throw new Fault('file', `The file ${path} cannot be read.`, { cause });
  };
  const file = await open(path, 'r').catch(fail);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  return fail();
}

async function list(context: Context): Promise<Answer | Refusal> {
  const after = textOf(context.options, 'after');
  const page = await runAct(context, listDocuments, {
    arm: wordOf(context, 1, 'the State number or id of the arm'),
    ...(after === undefined ? {} : { after }),
  });
  if (isRefusal(page)) return page;
  const lines = page.documents.map((one) =>
    one.erased === undefined
      ? `${one.id}  ${one.kind}  ${one.media}  ${one.bytes} bytes  added ${one.added}  ${shown(one.title ?? '')}`
      : `${one.id}  ${one.kind}  erased ${one.erased}`,
  );
  const more = page.next ? [`The next page: --after ${page.next}`] : [];
  return { json: page, text: [...lines, ...more].join('\n') || 'None yet.' };
}

async function get(context: Context): Promise<Answer | Refusal> {
  const wanted = wordOf(context, 1, 'the id of the document');
  const path = wordOf(context, 2, 'the file to write');
  const seen = await runAct(context, viewOriginal, { document: wanted });
  if (isRefusal(seen)) return seen;
  const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
    throw new Fault(
      'file',
      `The document cannot be written to ${path}: there is a file of that name, or the folder cannot be written.`,
      { cause },
    );
  });
  try {
    for await (const chunk of seen.chunks) await file.writeFile(chunk);
  } catch (cause) {
    await unlink(path).catch(() => {});
    if (cause instanceof Fault) throw cause;
    throw new Fault('file', `The document could not be written whole to ${path}; nothing of it stays.`, {
      cause,
    });
  } finally {
    await file.close();
  }
  const { id, media, bytes, digest } = seen.document;
  return {
    json: { document: id, media, bytes, digest, entry: seen.entry, file: path },
    text: `${bytes} bytes of ${media} written to ${path}. SHA-256 ${digest}, as entry ${seen.entry} says.`,
  };
}
