/**
 * Tells mailboxes that something waits, and nothing of what: no name, no mark, no number, no State. The machine's own work; a
 * mail server that does not answer is tried again with the next round. Not an act of a person.
 *
 * @clause C-05, J-05
 */
import { listToldNext, noteTold } from '../store/notice.ts';
import { nowOf, type Office } from './office.ts';

export type Notice = { readonly to: string; readonly subject: string; readonly text: string };
/** Hands a notice to a mail server. */
export type Mail = (notice: Notice) => Promise<void>;

const TEXTS = {
  en: {
    subject: 'Something waits in the register',
    desk: 'Something new waits at the trace desk. Sign in to see it. This message tells nothing of it, and needs no answer.',
    agency:
      'Your agency was asked something. Sign in to see it. This message tells nothing of it, and needs no answer.',
  },
  fr: {
    subject: 'Une affaire vous attend dans le registre',
    desk: 'Une affaire nouvelle attend au bureau de traçage. Connectez-vous pour la voir. Ce message n’en dit rien et n’appelle pas de réponse.',
    agency:
      'Une question attend votre service. Connectez-vous pour la voir. Ce message n’en dit rien et n’appelle pas de réponse.',
  },
  ar: {
    subject: 'هناك ما ينتظركم في السجل',
    desk: 'هناك أمر جديد ينتظر في مكتب التعقب. سجلوا الدخول للاطلاع عليه. لا تذكر هذه الرسالة شيئا عنه ولا تحتاج إلى رد.',
    agency:
      'هناك سؤال ينتظر جهتكم. سجلوا الدخول للاطلاع عليه. لا تذكر هذه الرسالة شيئا عنه ولا تحتاج إلى رد.',
  },
} as const;

/** Tells every mailbox with news once; gives how many were told. */
export async function sendNotices(office: Office, mail: Mail): Promise<number> {
  const now = nowOf(office);
  let told = 0;
  for (const { id, address, agency, language } of await listToldNext(office.db)) {
    const { subject, desk, agency: asked } = TEXTS[language];
    await mail({ to: address, subject, text: agency === undefined ? desk : asked });
    await noteTold(office.db, id, now);
    told++;
  }
  return told;
}
