/**
 * Kills two States that write to each other: servers as `start` starts them, each over a home, database and certificate of its
 * own, and the officers beside them; at seeded moments a server, an officer, the host of a database or the database itself is killed and
 * started again. Then all comes to rest, and nothing may be lost, answered twice or told otherwise on the other side.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addPeer } from '../../src/acts/add-peer.ts';
import { machine } from '../../src/acts/office.ts';
import { ownCard } from '../../src/acts/own-card.ts';
import { publishCard } from '../../src/acts/publish-card.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { diceOf } from '../../src/doors/demo/random.ts';
import { openLocalAuthority } from '../../src/main/local-authority.ts';
import { type OpenOffice, openOffice } from '../../src/main/open-office.ts';
import { verifiedLedger } from '../ledger/verified.ts';
import { temporaryFolder } from '../temporary.ts';
import { compareSides, type Told } from './exchange-compare.ts';
import { pidOf } from './pid-of.ts';

const SRC = join(import.meta.dirname, '..', '..', 'src');
const TESTER = machine('faults', 'test');
const STATES = ['XA', 'XB'] as const;
const READY_MS = 60_000;
/** Requests of each State for each kill: there is always something on its way. */
const REQUESTS_PER_KILL = 3;

export type ExchangePlan = {
  readonly seed: number;
  readonly kills: number;
  readonly say: (text: string) => void;
};

export type ExchangeReport = Told & {
  readonly seed: number;
  readonly victims: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
};

type Node = {
  readonly state: string;
  readonly home: string;
  readonly port: number;
  readonly asked: Set<string>;
  id: string;
  server?: ChildProcess;
  officer?: ChildProcess;
};

/** Runs the plan over two homes of its own. */
export async function runExchangeFaults({ seed, kills, say }: ExchangePlan): Promise<ExchangeReport> {
  const root = temporaryFolder('exchange-faults');
  const dice = diceOf(seed, 'exchange', 0);
  const victims: Record<string, number> = {};
  const nodes = await Promise.all(STATES.map((state) => makeNode(root, state)));
  try {
    const env = await introduceBoth(root, nodes);
    await Promise.all(nodes.map((node) => startAll(node, nodes, env, kills)));
    for (let kill = 0; kill < kills; kill++) {
      const node = nodes[dice.int(2)]!;
      const victim = ['server', 'server', 'server', 'officer', 'officer', 'host', 'postgres'][dice.int(7)]!;
      const delayMs = 100 + dice.int(1200);
      await sleep(delayMs);
      victims[victim] = (victims[victim] ?? 0) + 1;
      await killOne(node, victim);
      await startAll(node, nodes, env, kills);
      say(`kill ${kill + 1} of ${kills}: ${victim} of ${node.state} after ${delayMs} ms`);
    }
    return { seed, victims, ...(await comeToRest(nodes, env)) };
  } finally {
    for (const { server, officer } of nodes) for (const one of [server, officer]) one?.kill('SIGKILL');
    await Promise.all(
      nodes.flatMap(({ server, officer }) => [server, officer]).map((one) => one && ended(one)),
    );
    // The databases see that nobody is left, and stop.
    await sleep(1000);
    rmSync(root, { recursive: true, force: true, maxRetries: 30, retryDelay: 200 });
  }
}

async function makeNode(root: string, state: string): Promise<Node> {
  const home = join(root, state);
  mkdirSync(home);
  return { state, home, port: await freePort(), asked: new Set(), id: '' };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Each node has its home, its certificate, and the card of the other; gives what processes are started with. */
async function introduceBoth(root: string, nodes: readonly Node[]): Promise<NodeJS.ProcessEnv> {
  const authorities = join(root, 'authorities.pem');
  const opened = await Promise.all(nodes.map(open));
  try {
    const cards = [];
    for (const [place, { office }] of opened.entries()) {
      const node = nodes[place]!;
      node.id = office.node;
      const address = `https://localhost:${node.port}`;
      good(await publishCard.run(office, TESTER, publishCard.input.parse({ address })));
      cards.push(good(await office.db.transaction((tx) => ownCard(tx, office))));
    }
    for (const [place, { office }] of opened.entries()) {
      const { signed, fingerprint } = cards[1 - place]!;
      good(await addPeer.run(office, TESTER, addPeer.input.parse({ card: signed, fingerprint })));
    }
  } finally {
    await Promise.all(opened.map((one) => one.close()));
  }
  const made = await Promise.all(nodes.map(({ home }) => openLocalAuthority(home, [], Date.now())));
  writeFileSync(authorities, made.map((one) => good(one).root).join('\n'));
  const { PATH, HOME } = process.env;
  return { PATH, HOME, NODE_EXTRA_CA_CERTS: authorities, COUNTERMARK_TLS: 'local' };
}

async function open({ home, state }: Pick<Node, 'home' | 'state'>): Promise<OpenOffice> {
  return good(
    await openOffice(
      { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 },
      { role: 'cli', command: 'inspect', say: () => {}, kind: 'live', state, connections: 6 },
    ),
  );
}

/** Starts what does not run, and waits until it does. */
async function startAll(
  node: Node,
  nodes: readonly Node[],
  env: NodeJS.ProcessEnv,
  kills: number,
): Promise<void> {
  const there = nodes.find((one) => one !== node)!;
  if (!isAlive(node.server)) {
    node.server = spawn(process.execPath, [join(SRC, 'main', 'start.ts')], {
      env: { ...env, COUNTERMARK_HOME: node.home, COUNTERMARK_STATE: node.state, PORT: String(node.port) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await until(node.server, /serves https:/);
  }
  if (!isAlive(node.officer)) {
    node.officer = startOfficer('work', node, there, env, REQUESTS_PER_KILL * kills);
    await until(node.officer, /^ready$/m);
  }
}

function startOfficer(
  scenario: string,
  node: Node,
  there: Node,
  env: NodeJS.ProcessEnv,
  most: number,
): ChildProcess {
  const words = [join(import.meta.dirname, 'officer.ts'), scenario, node.home, there.id, there.state];
  const child = spawn(process.execPath, [...words, String(most)], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let rest = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('asked ')) node.asked.add(line.slice(6));
  });
  return child;
}

/** Waits until a process has said something; gives all that it said. It may end first. */
async function until(child: ChildProcess, word: RegExp): Promise<string> {
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const end = Date.now() + READY_MS;
  while (!word.test(said) && isAlive(child) && Date.now() < end) await sleep(20);
  return said;
}

const isAlive = (child: ChildProcess | undefined): boolean =>
  child !== undefined && child.exitCode === null && child.signalCode === null;

function ended(child: ChildProcess): Promise<unknown> {
  return isAlive(child) ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve();
}

/** Kills one process of a node; whatever ends with it has ended when this returns. */
async function killOne(node: Node, victim: string): Promise<void> {
  const child = victim === 'server' ? node.server : victim === 'officer' ? node.officer : undefined;
  if (child) {
    child.kill('SIGKILL');
    await ended(child);
    return;
  }
  const pid = pidOf(node.home, victim);
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  for (const one of [node.server!, node.officer!]) {
    const patience = setTimeout(() => one.kill('SIGKILL'), 3000);
    await ended(one);
    clearTimeout(patience);
  }
}

/** Lets everything be answered and sent, and looks at what is left. */
async function comeToRest(
  nodes: readonly Node[],
  env: NodeJS.ProcessEnv,
): Promise<Omit<ExchangeReport, 'seed' | 'victims'>> {
  for (const { officer } of nodes) {
    officer!.kill('SIGKILL');
    await ended(officer!);
  }
  const faults: string[] = [];
  // What one side says last the other may have to answer.
  for (const round of [1, 2])
    for (const node of nodes) {
      const child = startOfficer('settle', node, nodes.find((one) => one !== node)!, env, 0);
      const said = await until(child, /^(?:settled|waiting .*)$/m);
      await ended(child);
      if (round === 2 && !said.includes('settled')) faults.push(`${node.state} never came to rest: ${said}`);
    }
  const opened = await Promise.all(nodes.map(open));
  try {
    const asked = nodes.map((node) => node.asked);
    const told = await compareSides(asked, opened, faults);
    for (const one of opened)
      await verifiedLedger(one).catch((error: Error) =>
        faults.push(`the ledger does not verify: ${error.message}`),
      );
    return { ...told, faults };
  } finally {
    await Promise.all(opened.map((one) => one.close()));
  }
}

function good<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(JSON.stringify(value));
  return value as T;
}
