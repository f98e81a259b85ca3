/**
 * How what was brought in goes out, so that no browser ever runs it: our own re-encoded copies are pictures in a page; all
 * else is a file to be saved, of no type, in a sandbox, under a name of ours. Every door that serves documents sends
 * exactly these headers, in the place of its own.
 *
 * What could go wrong: a file that is a picture to us and a page to a browser. Its type is not told, guessing is switched
 * off, and what opens it all the same may do nothing.
 *
 * @clause J-05
 */
import { COPY_FORMS, formatFileName, type Media } from '../../domain/documents/document.ts';

export type Served =
  | { readonly form: (typeof COPY_FORMS)[number]; readonly bytes: number }
  | { readonly form: 'original'; readonly id: string; readonly media: Media; readonly bytes: number };

const ALWAYS = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
} as const;

/** The headers of an answer that holds a document. */
export function documentHeaders(served: Served): Readonly<Record<string, string>> {
  const length = { 'Content-Length': String(served.bytes) };
  // Told by what is a copy, not by what is none: a form that nobody thought of is a file to be saved.
  if (served.form !== 'original' && COPY_FORMS.includes(served.form))
    return { ...ALWAYS, ...length, 'Content-Type': 'image/jpeg', 'Content-Disposition': 'inline' };
  const name = served.form === 'original' ? formatFileName(served.id, served.media) : 'document';
  return {
    ...ALWAYS,
    ...length,
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name}"`,
  };
}
