/**
 * Reads how the arms of a register are described before anybody asks, little by little beside the work of a server: the first
 * questions of a morning are then answered as quickly as the later ones. Not an act itself: nothing is recorded or shown.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { listDescriptions } from '../store/identify.ts';
import { rememberDescription } from './found-arms.ts';
import { identifierOf } from './identifier.ts';
import type { Office } from './office.ts';

/** Named limits: arms that are looked at, of a large register those here and there; and descriptions. */
const SAMPLED = 100_000;
const DESCRIPTIONS_MAX = 50_000;
/** A server that learns is busy with it for a fifth of its time, so much at once. */
const WORK_MS = 4;
const REST_MS = 16;

/** Learns how arms are described, until that is done or the server ends; tells how many descriptions were new. */
export async function learnDescriptions(
  office: Pick<Office, 'db' | 'reference' | 'weights'>,
  isEnding: () => boolean = () => false,
): Promise<number> {
  const identifier = await identifierOf(office);
  let learnt = 0;
  let until = performance.now() + WORK_MS;
  for (const words of await listDescriptions(office.db, { sampled: SAMPLED, most: DESCRIPTIONS_MAX })) {
    if (rememberDescription(identifier, words)) learnt++;
    if (performance.now() < until) continue;
    await sleep(REST_MS);
    if (isEnding()) break;
    until = performance.now() + WORK_MS;
  }
  return learnt;
}
