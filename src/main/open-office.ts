/**
 * Puts an office together: opens the home's database, brings it to the newest schema, begins the home where it is new, and
 * starts numbering entries. The only place where things are put together.
 */
import { randomFillSync } from 'node:crypto';
import { beginHome } from '../acts/begin-home.ts';
import { keepDefaultRoles } from '../acts/keep-default-roles.ts';
import { mendReceivers } from '../acts/mend-receivers.ts';
import { type Numbering, startNumbering } from '../acts/number-entries.ts';
import { type Office, randomFrom, type Signer } from '../acts/office.ts';
import { openReference } from '../acts/reference-tables.ts';
import { uuidV7 } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { readReference } from '../doors/reference/read-reference.ts';
import { readWeights } from '../doors/reference/read-weights.ts';
import { connect, type Database } from '../store/database.ts';
import { findHome, type Home } from '../store/home.ts';
import { listEpochs } from '../store/ledger.ts';
import { migrate } from '../store/migrate.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database/open.ts';
import { openExchangeKeys } from './exchange-keys.ts';
import { openSigner } from './keys.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

export type Opening = {
  readonly role: 'server' | 'cli';
  readonly command: string;
  readonly say: (text: string) => void;
  /** What a new home becomes; an existing one stays what it is. */
  readonly kind: 'live' | 'demonstration' | 'either';
  readonly state: string;
  readonly connections?: number;
  /** Called with a sentence where the database is lost while the office is open. */
  readonly onLost?: (reason: string) => void;
};

export type OpenOffice = {
  readonly office: Office;
  readonly home: Home;
  readonly numbering: Numbering;
  announce(address: string): void;
  /** Runs something as the owner of the database: backups, restores, measurements. */
  owner<T>(run: (owner: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Opens the office of a home, or says who holds it or why it cannot be what was asked. */
export async function openOffice(config: Config, opening: Opening): Promise<OpenOffice | Refusal> {
  const database = await openDatabase(config, opening);
  if (isRefusal(database)) return database;
  if (opening.onLost) database.onLost(opening.onLost);
  const owner = connect(database.connection, { owner: true, connections: 2 });
  const db = connect(database.connection, { connections: opening.connections ?? 16 });
  const close = async (): Promise<void> => {
    await db.close();
    await database.close();
  };
  try {
    const { applied } = await migrate(owner, MIGRATIONS);
    if (applied.length > 0) opening.say(`The database is ready (${applied.join(', ')}).`);
    await owner.close();
    const opened = await openHome(config, opening, db);
    if (isRefusal(opened)) {
      await close();
      return opened;
    }
    const numbering = startNumbering(db);
    const office: Office = { ...opened.office, nudge: numbering.nudge };
    return {
      office,
      home: opened.home,
      numbering,
      announce: database.announce,
      async owner(run) {
        const again = connect(database.connection, { owner: true, connections: 2 });
        try {
          return await run(again);
        } finally {
          await again.close();
        }
      },
      async close() {
        await numbering.stop();
        await close();
      },
    };
  } catch (error) {
    await owner.close().catch(() => {});
    await close();
    throw error;
  }
}

type OpenedHome = { readonly office: Office; readonly home: Home };

async function openHome(config: Config, opening: Opening, db: Database): Promise<OpenedHome | Refusal> {
  const random = randomFrom((target) => randomFillSync(target));
  const found = await findHome(db);
  if (found && opening.kind !== 'either' && found.kind !== opening.kind)
    return refusal(found.kind === 'demonstration' ? 'home-is-a-demonstration' : 'home-is-live', {
      home: config.home,
    });
  const node = found?.node ?? uuidV7(Date.now(), random(10));
  const state = found?.state ?? opening.state;
  const kind = found?.kind ?? (opening.kind === 'demonstration' ? 'demonstration' : 'live');
  const epoch = (await listEpochs(db)).at(-1);
  const signer: Signer = openSigner(
    config.home,
    epoch?.origin ?? originOf(state, node, 1),
    epoch?.epoch ?? 1,
    epoch?.key,
  );
  const office: Office = {
    db,
    state,
    node,
    demonstration: kind === 'demonstration',
    signer,
    exchange: openExchangeKeys(config.home),
    clock: Date.now,
    random,
    ...openReference(db.quick, Date.now, readReference),
    weights: readWeights,
    nudge: () => {},
  };
  if (found) {
    const refused = await keepDefaultRoles(office);
    await mendReceivers(office);
    return refused ?? { office, home: found };
  }
  const refused = await beginHome(office);
  if (refused) return refused;
  return { office, home: { node, state, kind, began: new Date().toISOString() } };
}

/** The origin line of an epoch: which State's ledger, which node, which epoch. */
export function originOf(state: string, node: string, epoch: number): string {
  return `countermark/${state}/${node}/epoch-${epoch}`;
}
