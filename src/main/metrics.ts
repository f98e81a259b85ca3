/**
 * Counters for Prometheus: requests by route pattern and status, acts by name and outcome, and, asked when they are read,
 * what waits for its leaf, how old the last backup is, and how the connections are used. No label holds anything that
 * came from outside: routes and acts are names of ours.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Office } from '../acts/office.ts';
import { onActEnded } from '../acts/tell-end.ts';
import type { Readiness } from '../doors/web/operation.ts';
import type { RequestNote } from '../doors/web/request-note.ts';
import { countWaiting } from '../store/ledger.ts';
import { getTreeSize } from '../store/tree.ts';

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];
const LIGHTS = { green: 0, yellow: 1, red: 2 } as const;

export type Metrics = {
  request(note: RequestNote): void;
  read(): Promise<{ readonly type: string; readonly text: string }>;
  stop(): void;
};

/** Counts for one server. */
export function makeMetrics(office: Office, readiness: () => Promise<Readiness>): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'countermark_requests_total',
    help: 'Requests answered, by method, route pattern and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'countermark_request_seconds',
    help: 'How long requests took, by route pattern.',
    labelNames: ['route'] as const,
    buckets: SECONDS,
    registers,
  });
  const acts = new Counter({
    name: 'countermark_acts_total',
    help: 'Acts, by name and outcome: done, refused, failed.',
    labelNames: ['act', 'outcome'] as const,
    registers,
  });
  addGauges(registers, office, readiness);
  const stop = onActEnded(({ act, outcome }) => acts.inc({ act, outcome }));
  return {
    request({ method, route, status, millis }) {
      requests.inc({ method, route, status: String(status) });
      durations.observe({ route }, millis / 1000);
    },
    read: async () => ({ type: register.contentType, text: await register.metrics() }),
    stop,
  };
}

function addGauges(registers: Registry[], office: Office, readiness: () => Promise<Readiness>): void {
  const gauge = (name: string, help: string, ask: () => number | Promise<number>): void => {
    new Gauge({
      name: `countermark_${name}`,
      help,
      registers,
      // What cannot be asked has no value: a gauge that stands still would say that all is well.
      async collect() {
        this.set(await Promise.resolve(ask()).catch(() => Number.NaN));
      },
    });
  };
  const { db } = office;
  gauge('acts_waiting', 'Acts whose entries wait for their leaf.', () => countWaiting(db));
  gauge('ledger_entries', 'Leaves of the ledger.', () => getTreeSize(db));
  gauge('last_backup_age_seconds', 'Age of the last backup; no number where there is none.', async () => {
    const { backup } = await readiness();
    return backup.ageHours === undefined ? Number.NaN : backup.ageHours * 3600;
  });
  gauge('backup_light', 'Light of the backup: 0 green, 1 yellow, 2 red.', async () => {
    return LIGHTS[(await readiness()).backup.light];
  });
  gauge('ready', '1 where the register can work.', async () => ((await readiness()).ready ? 1 : 0));
  gauge('pool_connections_open', 'Connections to the database that are open.', () => db.use().open);
  gauge('pool_connections_idle', 'Connections to the database that are open and idle.', () => db.use().idle);
  gauge('pool_connections_most', 'Connections to the database there may be.', () => db.use().most);
  gauge('pool_waiting', 'Statements that wait for a connection.', () => db.use().waiting);
}
