/** The mail server for notices, from the environment; none where nothing is set. */
import type { MailServer } from '../doors/mail/send-mail.ts';
import { type Environment, refuseSetting, type SettingRefused } from './setting.ts';

const SENDER = /^[^\s<>@]{1,64}@[^\s<>@]{1,255}$/;

/** Reads COUNTERMARK_MAIL_URL and COUNTERMARK_MAIL_FROM. The address may hold a password: it is never shown. */
export function parseMail(env: Environment): MailServer | undefined | SettingRefused {
  const url = env.COUNTERMARK_MAIL_URL;
  const from = env.COUNTERMARK_MAIL_FROM;
  if (!url) return undefined;
  if (!/^smtps?:\/\/[^/\s]+\/?$/.test(url) || !URL.canParse(url))
    return refuseSetting(
      'COUNTERMARK_MAIL_URL',
      'the address of a mail server such as smtps://name:password@mail.example',
      `a text of ${url.length} characters that is none`,
    );
  if (from === undefined || !SENDER.test(from))
    return refuseSetting(
      'COUNTERMARK_MAIL_FROM',
      'the address that notices come from',
      from ? 'another text' : 'nothing',
    );
  return { url, from };
}
