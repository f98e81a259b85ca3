/**
 * Bringing in a file: it is sent, looked at, confirmed, and brought in beside the pages, with what became of every row. A
 * file on its way belongs to whoever brought it: nobody else sees its rows or decides on it.
 *
 * What could go wrong: somebody sends a large file without being signed in. Who it is, is found out before the first byte of
 * the file is read, and what is not wanted is never held.
 *
 * @clause A-11
 */
import type { Context, Handler, Hono } from 'hono';
import { findSavedMapping, refuseReach, registerOf } from '../../acts/begin-import.ts';
import { listImports } from '../../acts/list-imports.ts';
import { listQuarantined } from '../../acts/list-quarantined.ts';
import { newId } from '../../acts/office.ts';
import { permit } from '../../acts/perform.ts';
import { parseUuid } from '../../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { type Change, INCOMING_OF_PERSON_MAX, type Incoming } from '../import/incoming.ts';
import { filesPage } from './files-page.ts';
import { previewPage } from './files-preview.ts';
import { addQuarantineDownload } from './files-quarantine.ts';
import { isSameTold, readTold } from './files-read.ts';
import { resultPage } from './files-result.ts';
import { refusedPage, runPage, tellProgress } from './files-run.ts';
import type { Values } from './forms.ts';
import { sayRefusal } from './refusal-words.ts';
import {
  ask,
  type FilesDesk,
  type Form,
  readForm,
  type Site,
  send,
  sendRefusal,
  statusOf,
  textOf,
  textsOf,
  visitOf,
  working,
} from './room.ts';
import { signInPage } from './sign-in-page.ts';
import { takeFile } from './upload.ts';
import { link, offers, type Working } from './visit.ts';

/** How long an answer waits for a small file to be looked at, so that most people never see a page that says "wait". */
const LOOK_WAIT_MS = 2500;
const QUARANTINE_SHOWN = 50;

type Desk = { readonly site: Site; readonly files: FilesDesk };
type Page = (visit: Working, context: Context) => Response | Promise<Response>;

/** Adds the pages of files. */
export function addFilesRoom(app: Hono, site: Site): void {
  const { files } = site;
  if (!files) return;
  const desk = { site, files };
  const own = (then: (visit: Working, context: Context, incoming: Incoming) => Promise<Response>): Handler =>
    importing(site, (visit, context) => {
      const incoming = findOwn(desk, visit, context);
      return incoming
        ? then(visit, context, incoming)
        : sendRefusal(context, visit, refusal('upload-unknown'));
    });
  app.get(
    '/files',
    importing(site, (visit, context) => showFiles(desk, visit, context)),
  );
  app.post('/files', async (context, next) => {
    const visit = await visitOf(site, context);
    // What is left of a file that nobody wants is not waited for.
    context.header('Connection', 'close');
    if (visit.signedIn) return importing(site, (who, there) => bring(desk, who, there))(context, next);
    return send(context, signInPage(visit, { path: '/files', fields: [] }), 401);
  });
  app.get(
    '/files/:id',
    importing(site, (visit, context) => showFile(desk, visit, context)),
  );
  app.post(
    '/files/:id',
    own((visit, context, incoming) => decide(desk, visit, context, incoming)),
  );
  app.get(
    '/files/:id/progress.json',
    own(async (visit, context, incoming) =>
      context.json(tellProgress(visit, incoming, files.runner.live(incoming.id))),
    ),
  );
  app.post(
    '/files/:id/stop',
    own(async (visit, context, { id }) => {
      await files.runner.stop(id);
      return context.redirect(link(visit, `/files/${id}`), 303);
    }),
  );
  app.post(
    '/files/:id/go-on',
    own(async (visit, context, incoming) => {
      if (incoming.state === 'stopped') await begin(desk, incoming, {});
      return context.redirect(link(visit, `/files/${incoming.id}`), 303);
    }),
  );
  app.post(
    '/files/:id/take-back',
    own(async (visit, context, { id }) => {
      await files.runner.drop(id);
      return context.redirect(link(visit, '/files'), 303);
    }),
  );
  addQuarantineDownload(app, site);
}

/** A page for somebody whose role brings in files of anybody's arms. */
function importing(site: Site, page: Page): Handler {
  return working(site, async (visit, context) => {
    const actor = await permit(site.office, visit.person, visit.purpose, listImports.name);
    const refused = isRefusal(actor) ? actor : refuseReach(actor);
    return refused ? sendRefusal(context, visit, refused) : page(visit, context);
  });
}

function findOwn({ files }: Desk, visit: Working, context: Context): Incoming | undefined {
  const id = parseUuid(context.req.param('id') ?? '');
  const incoming = id && files.folder.find(id);
  return incoming?.account === visit.person.operator ? incoming : undefined;
}

function listOwn({ files }: Desk, visit: Working): readonly Incoming[] {
  return files.folder
    .list()
    .filter(
      ({ account, state }) => account === visit.person.operator && state !== 'done' && state !== 'refused',
    );
}

type Again = { readonly act: string; readonly values: Values; readonly refused: Refusal };

async function showFiles(desk: Desk, visit: Working, context: Context, again?: Again): Promise<Response> {
  const imports = await ask(desk.site, visit, listImports, {});
  if (isRefusal(imports)) return sendRefusal(context, visit, imports);
  const shown = {
    imports,
    waiting: listOwn(desk, visit),
    act: again?.act ?? newId(desk.site.office),
    values: again?.values ?? new Map(),
    says: again && sayRefusal(visit.words, again.refused),
  };
  return send(context, filesPage(visit, shown), again ? statusOf(again.refused) : 200);
}

/** Takes the file that is sent and looks at it. */
async function bring(desk: Desk, visit: Working, context: Context): Promise<Response> {
  const { folder, runner } = desk.files;
  const values = new Map<string, string>();
  const taken =
    listOwn(desk, visit).length >= INCOMING_OF_PERSON_MAX
      ? refusal('uploads-full', { most: INCOMING_OF_PERSON_MAX })
      : await takeFile(folder, context, values);
  const id = parseUuid(values.get('act') ?? '') ?? newId(desk.site.office);
  const again = (refused: Refusal) =>
    showFiles(desk, visit, context, { act: newId(desk.site.office), values, refused });
  if (isRefusal(taken)) return again(taken);
  const there = context.redirect(link(visit, `/files/${id}`), 303);
  if (folder.find(id)) {
    await folder.dropFile(taken.file);
    return there;
  }
  const register = (values.get('register') || values.get('newRegister') || '').trim().slice(0, 200);
  await folder.keep({
    ...{ id, account: visit.person.operator, posting: visit.signedIn?.visitor.posting },
    ...{ purpose: visit.purpose, ...taken, at: desk.site.office.clock(), register },
    ...{ kind: values.get('kind') || undefined, state: 'looking' },
  });
  runner.look(id);
  await runner.settled(id, LOOK_WAIT_MS);
  const looked = folder.find(id);
  if (looked?.state !== 'refused' || !looked.refused) return there;
  await folder.drop(id);
  return again(looked.refused);
}

async function showFile(desk: Desk, visit: Working, context: Context): Promise<Response> {
  const { files, site } = desk;
  const own = findOwn(desk, visit, context);
  if (own?.state === 'done' && own.job) return context.redirect(link(visit, `/files/${own.job}`), 303);
  if (own?.state === 'ready') return preview(desk, visit, context, own);
  if (own?.state === 'refused') return send(context, refusedPage(visit, own));
  if (own) return send(context, runPage(visit, own, files.runner.live(own.id)));
  const id = parseUuid(context.req.param('id') ?? '');
  const imports = id ? await ask(site, visit, listImports, { import: id }) : refusal('upload-unknown');
  if (isRefusal(imports)) return sendRefusal(context, visit, imports);
  const [found] = imports.imports;
  if (!found) return sendRefusal(context, visit, refusal('upload-unknown'));
  const waits = listOwn(desk, visit).find(({ job }) => job === found.id);
  if (waits) return context.redirect(link(visit, `/files/${waits.id}`), 303);
  const wanted = { import: found.id, limit: QUARANTINE_SHOWN };
  const waiting = offers(visit, listQuarantined.name)
    ? await ask(site, visit, listQuarantined, wanted)
    : undefined;
  return send(context, resultPage(visit, found, !waiting || isRefusal(waiting) ? undefined : waiting.rows));
}

type Typed = { readonly values: Values; readonly refused: Refusal };

async function preview(
  desk: Desk,
  visit: Working,
  context: Context,
  incoming: Incoming,
  typed?: Typed,
): Promise<Response> {
  const { look } = incoming;
  const imports = await ask(desk.site, visit, listImports, { limit: 200 });
  if (isRefusal(imports)) return sendRefusal(context, visit, imports);
  if (!look) return sendRefusal(context, visit, refusal('upload-unknown'));
  const refused = typed?.refused ?? incoming.refused;
  const sheet = Number(typed?.values.get('sheet') ?? visit.query.sheet ?? 0);
  const shown = {
    ...{ incoming, look, imports, values: typed?.values ?? new Map() },
    sheet: look.sheets[sheet] ? sheet : 0,
    says: refused && sayRefusal(visit.words, refused),
  };
  return send(context, previewPage(visit, shown), typed ? statusOf(typed.refused) : 200);
}

/** What was decided on the page before: other columns, which are read again, or to bring the rows in. */
async function decide(desk: Desk, visit: Working, context: Context, incoming: Incoming): Promise<Response> {
  const { site, files } = desk;
  const there = (): Response =>
    context.redirect(link(visit, `/files/${incoming.id}`, { sheet: visit.query.sheet }), 303);
  if (incoming.state !== 'ready' || !incoming.look) return there();
  const sent = await readForm(context);
  const values: Values = new Map(textsOf(sent));
  const again = (refused: Refusal) => preview(desk, visit, context, incoming, { values, refused });
  const saved = textOf(sent, 'saved');
  const mapping = saved === undefined ? undefined : await findSavedMapping(site.office, saved);
  const told = readTold(sent, incoming, mapping);
  if (isRefusal(told)) return again(told);
  const change = wishesOf(sent);
  const reads = textOf(sent, 'do') !== 'begin' || !isSameTold(incoming, told);
  if (reads) {
    await files.folder.change(incoming.id, { ...change, told, state: 'looking', refused: undefined });
    files.runner.look(incoming.id);
    await files.runner.settled(incoming.id, LOOK_WAIT_MS);
    return context.redirect(link(visit, `/files/${incoming.id}`, { sheet: textOf(sent, 'sheet') }), 303);
  }
  const kind = registerOf(change.register, change.kind);
  if (isRefusal(kind)) return again(kind);
  await begin(desk, incoming, change);
  return there();
}

/** The register and the name to save under, as they stand in the form. */
function wishesOf(sent: Form): Change & { readonly register: string; readonly kind: string | undefined } {
  return {
    register: (textOf(sent, 'register') ?? textOf(sent, 'newRegister') ?? '').slice(0, 200),
    kind: textOf(sent, 'kind'),
    saveAs: textOf(sent, 'saveAs')?.slice(0, 80),
  };
}

async function begin({ files }: Desk, { id }: Incoming, change: Change): Promise<void> {
  await files.folder.change(id, { ...change, state: 'queued', refused: undefined, broke: undefined });
  files.runner.begin(id);
}
