/**
 * `npm run demo:network`: three invented States as three nodes with three databases on this machine, who know each other by
 * their cards, with one consignment that was diverted between them and the list of stolen arms of one of them. It prints what
 * to click. Each node has an address of its own (127.0.0.1, 127.0.0.2, 127.0.0.3), so that a browser keeps their sessions apart.
 */
import { join } from 'node:path';
import { addDocument } from '../acts/add-document.ts';
import { addPeer } from '../acts/add-peer.ts';
import { machine, type Office } from '../acts/office.ts';
import { once } from '../acts/once.ts';
import { ownCard } from '../acts/own-card.ts';
import { publishCard } from '../acts/publish-card.ts';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { erasureLog } from '../doors/backup/erasure-log.ts';
import { DEMO_SEED, loadDemonstration } from '../doors/demo/load.ts';
import { DIVERTED, NETWORK_STORIES } from '../doors/demo/network.ts';
import { listStolen } from '../doors/demo/network-lists.ts';
import { DEMO_PEOPLE, loadPeople } from '../doors/demo/people.ts';
import { drawPlate } from '../doors/demo/picture.ts';
import { demoId } from '../doors/demo/random.ts';
import type { DemoCountry } from '../doors/demo/state.ts';
import type { Config } from './config.ts';
import { startDelivery } from './delivery.ts';
import { startJobs } from './jobs.ts';
import type { Log } from './log.ts';
import { makeDesk } from './make-desk.ts';
import { type OpenOffice, openOffice } from './open-office.ts';
import { ERASURES_FILE } from './restore.ts';
import { type Serving, serve } from './serve.ts';

const COUNTRIES: readonly DemoCountry[] = ['XA', 'XB', 'XC'];
/** Which of them has published stolen arms to the others. */
const LISTS: DemoCountry = 'XB';
const HOST = machine('demonstration', 'demonstration');
/** Arms of each register beside the consignment. */
const ARMS = 1000;
const CONNECTIONS = 8;

export type NetworkNode = {
  readonly country: DemoCountry;
  readonly opened: OpenOffice;
  readonly serving: Serving;
  /** Id of the recovered pistol with the damaged number; of XC alone. */
  readonly recovered: string | undefined;
  close(): Promise<void>;
};

export type NetworkOptions = {
  readonly log: Log;
  readonly say: (text: string) => void;
  /** Arms of each register; a test needs few. */
  readonly arms?: number;
  /** Left out where a test carries the messages itself. */
  readonly delivers?: false;
  readonly onLost?: (reason: string) => void;
};

/** Opens, fills and serves three nodes that trust each other. The first refusal closes all. */
export async function openNetwork(
  config: Config,
  options: NetworkOptions,
): Promise<readonly NetworkNode[] | Refusal> {
  const nodes: NetworkNode[] = [];
  const refuse = async (refused: Refusal): Promise<Refusal> => {
    await Promise.all(nodes.map((node) => node.close()));
    return refused;
  };
  for (const [place, country] of COUNTRIES.entries()) {
    options.say(`${country} ...`);
    const node = await openNode(config, country, place, options);
    if (isRefusal(node)) return refuse(node);
    nodes.push(node);
  }
  for (const here of nodes) {
    for (const there of nodes) {
      if (here === there) continue;
      const refused = await introduce(here.opened.office, there.opened.office);
      if (refused) return refuse(refused);
    }
  }
  for (const [place, { country, opened }] of nodes.entries()) {
    const refused = country === LISTS ? await listStolen(opened.office, DEMO_SEED + place) : undefined;
    if (refused) return refuse(refused);
  }
  return nodes;
}

async function openNode(
  config: Config,
  country: DemoCountry,
  place: number,
  options: NetworkOptions,
): Promise<NetworkNode | Refusal> {
  const { log, say, onLost } = options;
  const own = configOf(config, country, place);
  const opened = await openOffice(own, {
    ...{ role: 'server', command: 'demo:network', kind: 'demonstration', state: country, say },
    connections: CONNECTIONS,
    ...(onLost ? { onLost } : {}),
  });
  if (isRefusal(opened)) return opened;
  const { office } = opened;
  const seed = DEMO_SEED + place;
  const filled = await fill(office, own, country, seed, options);
  const serving = isRefusal(filled)
    ? filled
    : await serve(office, own, say, { log, demoSignIns: DEMO_PEOPLE });
  const refused = isRefusal(serving) ? serving : await publish(office, serving.address);
  if (isRefusal(serving) || refused) {
    await opened.close();
    return refused ?? (serving as Refusal);
  }
  opened.announce(serving.address);
  const jobs = startJobs(office, erasureLog(join(own.home, ERASURES_FILE)), log, serving.sweepFiles);
  const delivery = options.delivers === false ? undefined : startDelivery(office, log);
  return {
    ...{ country, opened, serving },
    recovered: country === 'XC' ? demoId(seed, `story recoveries arm ${DIVERTED}`) : undefined,
    async close() {
      await serving.stop();
      await delivery?.stop();
      await jobs.stop();
      await opened.close();
    },
  };
}

/** Each node in a home of its own, at an address of its own where none is set. */
function configOf(config: Config, country: DemoCountry, place: number): Config {
  const isPlain = config.host === '127.0.0.1';
  return {
    ...config,
    home: join(config.home, 'network', country),
    databaseUrl: undefined,
    host: isPlain ? `127.0.0.${place + 1}` : config.host,
    port: config.port === 0 || isPlain ? config.port : config.port + place,
  };
}

async function fill(
  office: Office,
  config: Config,
  country: DemoCountry,
  seed: number,
  { arms = ARMS }: NetworkOptions,
): Promise<Refusal | undefined> {
  const stories = NETWORK_STORIES[country];
  const loaded = await loadDemonstration(office, { arms, seed, country, stories });
  if (isRefusal(loaded)) return loaded;
  const desk = await makeDesk(office, config, () => 'http://localhost');
  const refused = await loadPeople(desk, seed);
  if (refused || country !== 'XC') return refused;
  return photograph(office, seed);
}

/** Photographs of the recovered pistol: both sides, and the number with a scale. */
async function photograph(office: Office, seed: number): Promise<Refusal | undefined> {
  const arm = demoId(seed, `story recoveries arm ${DIVERTED}`);
  for (const title of ['LEFT SIDE', 'RIGHT SIDE', 'SERIAL 10 MM']) {
    const act = demoId(seed, `network photograph ${title}`);
    const picture = addDocument(await drawPlate(['BELMOR-HASK', title]));
    const input = picture.input.parse({ act, arm, kind: 'photograph', title });
    const done = await once(office, act, () => picture.run(office, HOST, input));
    if (isRefusal(done)) return done;
  }
  return undefined;
}

/** The card tells where the node is reached; one that says so already stays. */
async function publish(office: Office, address: string): Promise<Refusal | undefined> {
  const card = await office.db.transaction((tx) => ownCard(tx, office));
  if (isRefusal(card)) return card;
  if (card.card.address === address) return undefined;
  const published = await publishCard.run(office, HOST, publishCard.input.parse({ address }));
  return isRefusal(published) ? published : undefined;
}

/** One node adds the card of another, whose fingerprint it was told; one that stands already stays. */
async function introduce(here: Office, there: Office): Promise<Refusal | undefined> {
  const card = await there.db.transaction((tx) => ownCard(tx, there));
  if (isRefusal(card)) return card;
  const { signed, fingerprint } = card;
  const added = await addPeer.run(here, HOST, addPeer.input.parse({ card: signed, fingerprint }));
  return isRefusal(added) ? added : undefined;
}
