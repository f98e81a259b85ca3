/**
 * The door through which other nodes send: one address, to which an envelope is posted and which answers with a receipt. No
 * cookie counts here and nobody signs in: who sends is told by the signature inside. A stranger's post is bounded in bytes,
 * number and how many are read at once, and leaves a count.
 */
import type { Context, Hono } from 'hono';
import { takeEnvelope } from '../../acts/exchange-take.ts';
import type { Office } from '../../acts/office.ts';
import { ENVELOPE_BYTES_MAX } from '../../domain/exchange/limits.ts';
import { makeRates } from '../api/rate.ts';
import { visitorAddress } from '../web/connection.ts';
import { INBOX_PATH } from './inbox-path.ts';

const PER_MINUTE = 600;
/** Bodies held at once: strangers cannot fill the memory. */
const AT_ONCE_MAX = 8;
const STATUS = {
  'too-large': 413,
  unreadable: 400,
  'not-for-us': 421,
  'version-unknown': 400,
  'sender-refused': 403,
  later: 503,
} as const;

/** Adds the inbox. */
export function addInbox(app: Hono, office: Office): void {
  const rates = makeRates(() => office.clock());
  let reading = 0;
  app.post(INBOX_PATH, async (context) => {
    const { allowed, waitSeconds } = rates(visitorAddress(context), PER_MINUTE);
    if (!allowed || reading >= AT_ONCE_MAX) {
      context.header('Retry-After', String(Math.max(1, waitSeconds)));
      return context.json({ refused: 'later' }, 429);
    }
    reading++;
    try {
      return await answer(office, context);
    } finally {
      reading--;
    }
  });
}

async function answer(office: Office, context: Context): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  if (bytes.length > ENVELOPE_BYTES_MAX) return context.json({ refused: 'too-large' }, 413);
  const taken = await takeEnvelope(office, bytes, { byFile: false });
  if ('refused' in taken) return context.json({ refused: taken.refused }, STATUS[taken.refused]);
  if (taken.took === 'receipt') return context.body(null, 204);
  context.header('Content-Type', 'application/jose');
  return context.body(Uint8Array.from(taken.receipt));
}
