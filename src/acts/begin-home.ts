/**
 * Begins a home: its node, its State, whether it is a demonstration for ever, its roles, and the first epoch of its ledger.
 * Runs before there is an office to act in, once in the life of a home.
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Tx } from '../store/database.ts';
import { saveHome } from '../store/home.ts';
import { saveEpoch } from '../store/ledger.ts';
import { appendEntry } from './append-entry.ts';
import { saveDefaultRoles } from './keep-default-roles.ts';
import { machine, nowOf, type Office } from './office.ts';

/** Keeps the home and opens the first epoch; the office is the one that will work in it. */
export async function beginHome(office: Office): Promise<Refusal | undefined> {
  return office.db.transaction((tx) => beginInside(tx, office));
}

async function beginInside(tx: Tx, office: Office): Promise<Refusal | undefined> {
  if (!/^[A-Z]{2}$/.test(office.state)) return refusal('state-unknown', { state: office.state });
  const began = nowOf(office);
  const kind = office.demonstration ? 'demonstration' : 'live';
  await saveHome(tx, { node: office.node, state: office.state, kind, began });
  const { origin, verifierKey } = office.signer;
  await saveEpoch(tx, { epoch: 1, origin, key: verifierKey, baseSize: 0 }, began);
  const kept = await appendEntry(tx, office, machine('countermark', 'begin'), {
    kind: 'begin-home',
    subject: office.node,
    events: [
      { type: 'home-began', home: kind, key: verifierKey, origin, state: office.state },
      ...(await saveDefaultRoles(tx, office)),
    ],
  });
  return isRefusal(kept) ? kept : undefined;
}
