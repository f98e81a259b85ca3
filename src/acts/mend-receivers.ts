/**
 * Arms that were posted before their row told to whom: folds them again, so that the receiver sees what waits for him. Runs
 * when a home is opened after the upgrade; where nothing is missing it reads one index and changes nothing. Not an act itself.
 *
 * @clause PoA II.17
 */
import { isRefusal } from '../domain/base/refusal.ts';
import { listArmsWithoutReceiver } from '../store/arm-check.ts';
import { machine, type Office } from './office.ts';
import { refoldArm } from './refold-arm.ts';

/** Named limit: arms mended at one opening; the rest at the next. */
const MENDED_MAX = 1000;
const CLERK = machine('countermark', 'upgrade');

/** Mends them; gives how many. */
export async function mendReceivers(office: Office): Promise<number> {
  let mended = 0;
  for (const arm of await listArmsWithoutReceiver(office.db, MENDED_MAX)) {
    const done = await refoldArm.run(office, CLERK, { arm });
    if (!isRefusal(done) && done.differences.length > 0) mended++;
  }
  return mended;
}
