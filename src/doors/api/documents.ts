/**
 * Photographs and documents over the API: `POST /api/v1/documents` takes the bytes, with the input of the act add-document in
 * the header "Input"; `GET /api/v1/documents/{id}` gives out the original, and with `?form=large` or `?form=thumb` the copy
 * that was made anew from a picture. `POST /api/v1/papers` takes a scan or a file for a trace, or one that waits to be registered,
 * in the same way, and `GET /api/v1/papers/{id}` gives out its original. `POST /api/v1/codes` takes a photograph, of which nothing
 * is kept, and answers with the codes in it. Rights, bounds and the look in the access log are those of the acts.
 *
 * @clause A-01, C-13, J-04
 */
import type { Context, Hono } from 'hono';
import { addDocument } from '../../acts/add-document.ts';
import { addPaper } from '../../acts/add-paper.ts';
import type { Client } from '../../acts/find-person.ts';
import type { Act, Office } from '../../acts/office.ts';
import { perform } from '../../acts/perform.ts';
import { readCode } from '../../acts/read-code.ts';
import { viewDocument } from '../../acts/view-document.ts';
import { viewOriginal, viewPaper } from '../../acts/view-original.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import type { Media } from '../../domain/documents/document.ts';
import { documentHeaders } from '../web/document-headers.ts';
import { asJson } from './as-json.ts';
import { doorNo } from './problem.ts';
import { parseInput } from './read-input.ts';

/** Lets a program in, or says why not. */
export type Admit = (context: Context, changes: boolean) => Promise<Admitted | Refusal>;
type Admitted = { readonly client: Client; readonly purpose: string };

/** Says why there is no answer. */
export type SayProblem = (context: Context, no: Refusal) => Response;

type Door = { readonly office: Office; readonly admit: Admit; readonly sayProblem: SayProblem };

/** Adds the addresses of documents. */
export function addDocuments(app: Hono, office: Office, admit: Admit, sayProblem: SayProblem): void {
  const door: Door = { office, admit, sayProblem };
  app.post('/v1/documents', (at) => takeFile(door, at, addDocument(piecesOf(at.req.raw.body))));
  app.post('/v1/papers', (at) => takeFile(door, at, addPaper(piecesOf(at.req.raw.body)), '{}'));
  app.post('/v1/codes', (at) => takeFile(door, at, readCode(piecesOf(at.req.raw.body)), '{}'));
  app.get('/v1/documents/:id', (at) => {
    const document = at.req.param('id');
    const form = at.req.query('form') ?? 'original';
    return form === 'original'
      ? giveOriginal(door, at, viewOriginal, document)
      : giveCopy(door, at, { document, form });
  });
  app.get('/v1/papers/:id', (at) => giveOriginal(door, at, viewPaper, at.req.param('id')));
}

/** Does an act that takes a file; where its input may be left out, it is `otherwise`. */
async function takeFile(
  { office, admit, sayProblem }: Door,
  context: Context,
  act: Act<unknown, unknown>,
  otherwise?: string,
): Promise<Response> {
  const admitted = await admit(context, act.changes);
  if (isRefusal(admitted)) return sayProblem(context, admitted);
  const text = Buffer.from(context.req.header('input') ?? otherwise ?? '', 'latin1').toString('utf8');
  const input = parseInput(text);
  if (isRefusal(input))
    return sayProblem(
      context,
      input.refused === 'body-unreadable' ? doorNo('input-header-unreadable') : input,
    );
  const done = await perform(office, admitted.client, admitted.purpose, act, input.value);
  if (isRefusal(done)) return sayProblem(context, done);
  return context.body(asJson(done), 200, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  });
}

async function giveCopy(
  { office, admit, sayProblem }: Door,
  context: Context,
  wanted: object,
): Promise<Response> {
  const admitted = await admit(context, false);
  if (isRefusal(admitted)) return sayProblem(context, admitted);
  const view = await perform(office, admitted.client, admitted.purpose, viewDocument, wanted);
  if (isRefusal(view)) return sayProblem(context, view);
  const headers = documentHeaders({ form: view.copy.form, bytes: view.content.length });
  return context.body(Uint8Array.from(view.content), 200, headers);
}

async function giveOriginal(
  { office, admit, sayProblem }: Door,
  context: Context,
  act: typeof viewOriginal,
  document: string,
): Promise<Response> {
  const admitted = await admit(context, false);
  if (isRefusal(admitted)) return sayProblem(context, admitted);
  const view = await perform(office, admitted.client, admitted.purpose, act, { document });
  if (isRefusal(view)) return sayProblem(context, view);
  const { id, media, bytes } = view.document;
  const headers = documentHeaders({ form: 'original', id, media: media as Media, bytes });
  return context.body(ReadableStream.from(view.chunks) as ReadableStream, 200, headers);
}

/** The body piece by piece; the act reads it, and only once it knows the right and what the file is for. */
async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncIterable<Uint8Array> {
  if (body) yield* body;
}
