/**
 * The jobs that run beside the pages: every few minutes the access log is put under the protection of the ledger, and a
 * checkpoint is signed when the tree has grown; every day data of persons whose time has ended is erased; how arms are
 * described is read before anybody asks. Each runs soon after the start too, for there are machines that are switched off
 * every evening. A job that fails says so and is tried again at its next time.
 */
import { ACCESS_BATCH_LINES_MAX, digestAccess } from '../acts/digest-access.ts';
import { sweepDrafts } from '../acts/drafts.ts';
import type { NoteErasures } from '../acts/erase-personal-data.ts';
import { sweepExchange } from '../acts/exchange-sweep.ts';
import { sweepExports } from '../acts/export-requests.ts';
import { learnDescriptions } from '../acts/learn-descriptions.ts';
import { machine, type Office } from '../acts/office.ts';
import { prunePersonData } from '../acts/prune-person-data.ts';
import { remindAgencies } from '../acts/remind-agencies.ts';
import { sweepSearches } from '../acts/searches.ts';
import { type Mail, sendNotices } from '../acts/send-notices.ts';
import { signCheckpoint } from '../acts/sign-checkpoint.ts';
import { sweepListings } from '../acts/sweep-listings.ts';
import { isRefusal } from '../domain/base/refusal.ts';
import type { Log } from './log.ts';

const DIGEST_EVERY_MS = 5 * 60_000;
const CHECKPOINT_EVERY_MS = 10 * 60_000;
const NOTICE_EVERY_MS = 5 * 60_000;
const SWEEP_EVERY_MS = 60 * 60_000;
const PRUNE_EVERY_MS = 24 * 60 * 60_000;
const FIRST_AFTER_MS = 60_000;
const LEARN_AFTER_MS = 2000;
const CLERK = machine('countermark', 'retention');

export type Jobs = { stop(): Promise<void> };

/** Starts the jobs of a server. */
export function startJobs(
  office: Office,
  note: NoteErasures,
  log: Log,
  sweepFiles: () => Promise<unknown>,
  mail?: Mail,
): Jobs {
  const running = new Set<Promise<unknown>>();
  let isEnding = false;
  const every = (
    millis: number,
    name: string,
    run: () => Promise<unknown>,
    firstAfterMs = FIRST_AFTER_MS,
  ): NodeJS.Timeout[] => {
    const once = (): void => {
      const done = run()
        .catch((error: unknown) => log.failed(name, error))
        .finally(() => running.delete(done));
      running.add(done);
    };
    return [setTimeout(once, firstAfterMs), setInterval(once, millis)];
  };
  const timers = [
    every(DIGEST_EVERY_MS, 'The digest of the access log', () => digestAll(office)),
    every(CHECKPOINT_EVERY_MS, 'The checkpoint', () => signCheckpoint(office)),
    every(PRUNE_EVERY_MS, 'The erasure of data whose time has ended', () =>
      prunePersonData(office, CLERK, note),
    ),
    every(PRUNE_EVERY_MS, 'The sweeping of old drafts', () => sweepDrafts(office)),
    every(PRUNE_EVERY_MS, 'The emptying of old requests for files', () => sweepExports(office)),
    every(PRUNE_EVERY_MS, 'The sweeping of files that nobody brought in', sweepFiles),
    every(SWEEP_EVERY_MS, 'The ending of listed arms', () => sweepListings(office)),
    every(SWEEP_EVERY_MS, 'The sweeping of old searches', () => sweepSearches(office)),
    every(SWEEP_EVERY_MS, 'Reminders of agencies', () => remindAgencies(office)),
    every(SWEEP_EVERY_MS, 'The sweeping of the exchange', () => sweepExchange(office)),
    every(
      SWEEP_EVERY_MS,
      'Reading how arms are described',
      () => learnDescriptions(office, () => isEnding),
      LEARN_AFTER_MS,
    ),
    mail ? every(NOTICE_EVERY_MS, 'Notices by e-mail', () => sendNotices(office, mail)) : [],
  ].flat();
  return {
    async stop() {
      isEnding = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(running);
      // What was looked at today is protected before the machine is switched off.
      await digestAll(office).catch((error: unknown) => log.failed('The digest of the access log', error));
    },
  };
}

/** Takes batch after batch until less than a whole one waits. */
async function digestAll(office: Office): Promise<void> {
  for (;;) {
    const done = await digestAccess(office);
    if (done === undefined || isRefusal(done) || done.count < ACCESS_BATCH_LINES_MAX) return;
  }
}
