/**
 * Posts envelopes to other nodes: over HTTPS, without following anywhere, within a time, and reading no more of an answer
 * than a receipt can be.
 *
 * What could go wrong: a peer, or whoever stands in its place, answers without end, or not at all. Both end here.
 */
import type { Posted } from '../../acts/exchange-deliver.ts';
import { INBOX_PATH } from './inbox-path.ts';

const ANSWER_BYTES_MAX = 64 * 1024;
const POST_MS_MAX = 60_000;

/** Posts an envelope to the inbox of the node at an address. */
export async function postEnvelope(
  address: URL,
  envelope: Uint8Array,
  stopping?: AbortSignal,
): Promise<Posted> {
  const url = new URL(`${address.pathname.replace(/\/+$/, '')}${INBOX_PATH}`, address);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(POST_MS_MAX), ...(stopping ? [stopping] : [])]),
      headers: { 'Content-Type': 'application/jose', Accept: 'application/jose' },
      body: Buffer.from(envelope),
    });
    const body = await bounded(response);
    return body ? { status: response.status, body } : { failed: 'the answer is too large' };
  } catch (error) {
    return { failed: wordOf(error) };
  }
}

async function bounded(response: Response): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > ANSWER_BYTES_MAX) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The code of what failed: it stands on pages, so it says nothing of this machine. */
function wordOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : 'not reached';
}
