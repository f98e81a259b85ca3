/**
 * The pages of the register as an application: what every request keeps to, then the rooms. A room is a file that adds its
 * own addresses; it shows nothing to nobody in particular, because it asks acts for somebody who is signed in.
 */
import { type Context, Hono } from 'hono';
import { Fault } from '../../domain/base/refusal.ts';
import { makeApi } from '../api/api.ts';
import { addInbox } from '../peers/inbox.ts';
import { addAccountRoom } from './account-room.ts';
import { addAgenciesRoom } from './agencies-room.ts';
import { addArmRoom } from './arm-room.ts';
import { addContactsRoom } from './contacts-room.ts';
import { addCorrectRoom } from './correct-room.ts';
import { addDocumentsRoom } from './documents-room.ts';
import { addDraftsRoom } from './drafts-room.ts';
import { addEmergencyRoom } from './emergency-room.ts';
import { addExportRoom } from './export-room.ts';
import { addExportsRoom } from './exports-room.ts';
import { addFactorRoom } from './factor-room.ts';
import { addFilesRoom } from './files-room.ts';
import { addFindRoom } from './find-room.ts';
import { FACES } from './fonts.ts';
import { protect, URL_LENGTH_MAX } from './guard.ts';
import { addHandOverRoom } from './hand-over-room.ts';
import { IDENTIFY_PATH, IDENTIFY_SCRIPT, PHOTO_PATH, PHOTO_SCRIPT } from './identify-page.ts';
import { addIdentifyRoom } from './identify-room.ts';
import { addKeysRoom } from './keys-room.ts';
import { addLedgerRoom } from './ledger-room.ts';
import { addLetterRoom } from './letter-room.ts';
import { addListingsRoom } from './listings-room.ts';
import { addMatchRoom } from './match-room.ts';
import { addOperation } from './operation.ts';
import { addOversightRoom } from './oversight-room.ts';
import { ICON, ICON_PATH, messagePage, SCRIPT, SCRIPT_PATH, STYLE, STYLE_PATH } from './page.ts';
import { addPapersRoom } from './papers-room.ts';
import { addPeersRoom } from './peers-room.ts';
import { addPeopleRoom } from './people-room.ts';
import { addPracticesRoom } from './practices-room.ts';
import { READING_PATH, READING_SCRIPT } from './reading-field.ts';
import { addReadsRoom } from './reads-room.ts';
import { addReceiptRoom } from './receipt-room.ts';
import { addRecordRoom } from './record-room.ts';
import { addReferenceEditRoom } from './reference-edit-room.ts';
import { addReferenceRoom } from './reference-room.ts';
import { addRegisterRoom } from './register-room.ts';
import { addReportRoom } from './report-room.ts';
import { addRolesRoom } from './roles-room.ts';
import { type Site, send, visitOf } from './room.ts';
import { addSessionsRoom } from './sessions-room.ts';
import { addSignInRoom } from './sign-in-room.ts';
import { addTodayRoom } from './today-room.ts';
import { addTracesRoom } from './traces-room.ts';

import { addWorkRoom } from './work-room.ts';

type Room = (app: Hono, site: Site) => void;

const ROOMS: readonly Room[] = [
  addPeersRoom,
  addSignInRoom,
  addAccountRoom,
  addFactorRoom,
  addSessionsRoom,
  addTodayRoom,
  addFindRoom,
  addIdentifyRoom,
  addExportRoom,
  addExportsRoom,
  addEmergencyRoom,
  addReadsRoom,
  addOversightRoom,
  addWorkRoom,
  addArmRoom,
  addMatchRoom,
  addLetterRoom,
  addPapersRoom,
  // Before the traces, whose addresses take any deed.
  addReportRoom,
  addTracesRoom,
  addListingsRoom,
  addRecordRoom,
  addRegisterRoom,
  addHandOverRoom,
  addCorrectRoom,
  addDocumentsRoom,
  addDraftsRoom,
  addReceiptRoom,
  addReferenceEditRoom,
  addReferenceRoom,
  addLedgerRoom,
  addFilesRoom,
  addPeopleRoom,
  addRolesRoom,
  addKeysRoom,
  addAgenciesRoom,
  addContactsRoom,
  addPracticesRoom,
];

/** The pages as an application that answers requests. */
export function makeApp(site: Site): Hono {
  const app = new Hono({ strict: false });
  protect(app, site);
  if (site.operation) addOperation(app, site.operation);
  app.route('/api', makeApi({ office: site.office }));
  addInbox(app, site.office);
  app.get(STYLE_PATH, (context) => asset(context, STYLE, 'text/css; charset=utf-8'));
  app.get(SCRIPT_PATH, (context) => asset(context, SCRIPT, 'text/javascript; charset=utf-8'));
  app.get(READING_PATH, (context) => asset(context, READING_SCRIPT, 'text/javascript; charset=utf-8'));
  app.get(IDENTIFY_PATH, (context) => asset(context, IDENTIFY_SCRIPT, 'text/javascript; charset=utf-8'));
  app.get(PHOTO_PATH, (context) => asset(context, PHOTO_SCRIPT, 'text/javascript; charset=utf-8'));
  app.get(ICON_PATH, (context) => asset(context, ICON, 'image/svg+xml'));
  for (const { path, bytes, type } of FACES) app.get(path, (context) => asset(context, bytes, type));
  app.use(async (context, next) => {
    if (context.req.url.length <= URL_LENGTH_MAX) return next();
    const visit = await visitOf(site, context);
    const { refusals } = visit.words;
    return send(context, messagePage(visit, refusals.tooLong, refusals.tooLongSays), 414);
  });
  for (const add of ROOMS) add(app, site);
  app.notFound(async (context) => {
    const visit = await visitOf(site, context);
    const { refusals } = visit.words;
    return send(context, messagePage(visit, refusals.missingPage, refusals.missingPageSays), 404);
  });
  app.onError((error, context) => failed(site, context, error));
  return app;
}

function asset(context: Context, contents: string | Uint8Array<ArrayBuffer>, type: string): Response {
  context.header('Content-Type', type);
  context.header('Cache-Control', 'public, max-age=31536000, immutable');
  return context.body(contents);
}

/** A fault or a broken assumption: said in words to the visitor, and to the log without what was asked. */
async function failed(site: Site, context: Context, error: Error): Promise<Response> {
  const visit = await visitOf(site, context);
  const { refusals } = visit.words;
  const slow = error instanceof Fault && error.code === 'database' && !error.retry;
  return send(context, messagePage(visit, refusals.fault, slow ? refusals.slow : refusals.faultSays), 500);
}
