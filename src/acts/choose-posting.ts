/**
 * Lets a session work under another of the person's own postings, from its next request on. A person works under one at a
 * time, so that rights of two offices never add up unseen; the change leaves a line in the access log.
 *
 * @clause J-02
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { listParties } from '../store/party.ts';
import { listLivePostings, savePostingOfSession } from '../store/session.ts';
import { logAccess } from '../store/work.ts';
import { todayOf } from './change-rights.ts';
import { newId, nowOf, type Office } from './office.ts';
import { findEntered } from './read-session.ts';

export type OwnPosting = {
  readonly posting: string;
  readonly role: string;
  /** Name of the agency or unit; undefined where the posting is at none. */
  readonly agency: string | undefined;
};

/** The postings under which somebody may work today. */
export async function listOwnPostings(office: Office, account: string): Promise<readonly OwnPosting[]> {
  const own = await listLivePostings(office.db, account, todayOf(office));
  const parties = await listParties(
    office.db,
    own.flatMap(({ party }) => (party === undefined ? [] : [party])),
  );
  return own.map(({ posting, role, party }) => ({
    posting,
    role,
    agency: party === undefined ? undefined : parties.get(party)?.name,
  }));
}

/**
 * Works on under another posting.
 * @refuses signed-out, second-factor-demanded, posting-unknown where it is not the person's own, has ended or not begun
 */
export async function choosePosting(
  office: Office,
  token: string,
  posting: string,
): Promise<{ readonly posting: string } | Refusal> {
  const entered = await findEntered(office, token);
  if (isRefusal(entered)) return entered;
  const { visitor, tokenHash } = entered;
  const own = await listLivePostings(office.db, visitor.account, todayOf(office));
  if (!own.some((one) => one.posting === posting)) return refusal('posting-unknown', { posting });
  await savePostingOfSession(office.db, tokenHash, posting);
  await logAccess(office.db, {
    id: newId(office),
    at: nowOf(office),
    operator: visitor.account,
    act: 'choose-posting',
    purpose: '',
    subjects: posting,
  });
  return { posting };
}
