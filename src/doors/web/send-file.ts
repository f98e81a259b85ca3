/** A file that the program made, sent to be saved: never shown in a page, never kept by anything between. */
import type { Context } from 'hono';

/** Answers with a file under a name of ours. */
export function sendFile(context: Context, bytes: Uint8Array | string, name: string): Response {
  const body = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return context.body(Uint8Array.from(body), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '-')}"`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  });
}
