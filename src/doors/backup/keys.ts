/**
 * The keys of age, as a person brings them: addresses that a backup is sealed to, and the secret that opens one. A file of
 * identities may hold comments and empty lines, as age-keygen writes them. A secret is never repeated in a message.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import { type Refusal, refusal } from '../../domain/base/refusal.ts';

/** Named limits: addresses of one backup, and characters of a file of identities. */
export const RECIPIENTS_MAX = 20;
const IDENTITY_CHARACTERS_MAX = 65_536;
const SHOWN_LENGTH = 80;

export type Sealing = {
  readonly encrypter: Encrypter;
  /** With one address only, a lost key is a lost backup. */
  readonly warnings: readonly 'backup-one-recipient'[];
};

/** Makes ready to seal to these addresses. */
export function sealTo(recipients: readonly string[]): Sealing | Refusal {
  if (recipients.length === 0) return refusal('backup-without-recipient');
  if (recipients.length > RECIPIENTS_MAX) return refusal('recipients-too-many', { max: RECIPIENTS_MAX });
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      return refusal('recipient-malformed', { recipient: recipient.slice(0, SHOWN_LENGTH) });
    }
  }
  return { encrypter, warnings: new Set(recipients).size < 2 ? ['backup-one-recipient'] : [] };
}

/** Makes ready to open with the identities in this text. */
export function openWith(identityText: string): Decrypter | Refusal {
  if (identityText.length > IDENTITY_CHARACTERS_MAX) return refusal('identity-malformed', { line: 0 });
  const decrypter = new Decrypter();
  let found = 0;
  for (const [place, written] of identityText.split('\n').entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    try {
      decrypter.addIdentity(line);
      found++;
    } catch {
      return refusal('identity-malformed', { line: place + 1 });
    }
  }
  return found > 0 ? decrypter : refusal('identity-missing');
}
