/**
 * Hands notices to a mail server of the State's own, where one is set. Nothing is sent where none is.
 *
 * What could go wrong: a server that never answers. Every step has its bound, and what was not taken is tried again later.
 */
import { createTransport } from 'nodemailer';
import type { Mail } from '../../acts/send-notices.ts';

const WAIT_MS = 15_000;

export type MailServer = { readonly url: string; readonly from: string };

/** A way to a mail server. */
export function mailBy({ url, from }: MailServer): Mail {
  const transport = createTransport(url, {
    from,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The mail server did not answer in time.')), WAIT_MS);
    });
    try {
      await Promise.race([
        transport.sendMail({ to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } }),
        late,
      ]);
    } finally {
      clearTimeout(timer);
    }
  };
}
