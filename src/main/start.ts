/**
 * Starts the server: `npm start` serves a home of one's own, `npm run demo` fills a demonstration home, walks through the
 * main job in the terminal and serves it. A refusal ends with 1, a fault with 3, a stop that was asked for with 0.
 */
import { join } from 'node:path';
import { makeFirstLink } from '../acts/make-link.ts';
import type { Office } from '../acts/office.ts';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { erasureLog } from '../doors/backup/erasure-log.ts';
import { loadDeeds } from '../doors/demo/deeds.ts';
import { DEMO_SEED } from '../doors/demo/load.ts';
import { DEMO_PEOPLE, loadPeople } from '../doors/demo/people.ts';
import { mailBy } from '../doors/mail/send-mail.ts';
import type { DemoSignIn } from '../doors/web/room.ts';
import { sayRefusal } from '../doors/words/refusals.ts';
import { type Config, parseConfig } from './config.ts';
import { formatHomeHeld } from './database/open.ts';
import { startDelivery } from './delivery.ts';
import { startJobs } from './jobs.ts';
import { makeLog } from './log.ts';
import { makeDesk } from './make-desk.ts';
import { type OpenOffice, openOffice } from './open-office.ts';
import { ERASURES_FILE } from './restore.ts';
import { serve } from './serve.ts';
import { formatSettingRefused, type SettingRefused } from './setting.ts';
import { type Teller, walk } from './walk.ts';

const REFUSED = 1;
const FAULTY = 3;
const NO_STATE = 'ZZ';
const DEMO_STATE = 'XA';

const demo = process.argv.includes('--demo');
const tell = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const log = makeLog((line) => process.stderr.write(`${line}\n`), process.stderr.isTTY === true);
const { say } = log;

/** What a person asks for by Ctrl-C, which under npm may come twice, or the system by SIGTERM. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});

try {
  process.exitCode = await run();
} catch (error) {
  log.warn(error instanceof Error ? error.message : String(error));
  process.exitCode = FAULTY;
}
// What still runs (a load that was interrupted) must not keep the process: the database lets go of us by itself.
process.exit();

async function run(): Promise<number> {
  const config = parseConfig(process.env);
  if (isRefusal(config)) {
    say(formatSettingRefused(config));
    return REFUSED;
  }
  let lose = (_code: number): void => {};
  const lost = new Promise<number>((resolve) => {
    lose = resolve;
  });
  const opened = await openOffice(config, {
    role: 'server',
    command: demo ? 'demo' : 'start',
    kind: demo ? 'demonstration' : 'live',
    state: demo ? DEMO_STATE : (process.env.COUNTERMARK_STATE ?? NO_STATE),
    say,
    onLost: (reason) => {
      say(reason);
      lose(FAULTY);
    },
  });
  if (isRefusal(opened)) {
    say(opened.refused === 'home_held' ? formatHomeHeld(opened as never) : sayRefusal(opened));
    return REFUSED;
  }
  const stopped = asked.then(() => 0);
  const code = await Promise.race([work(config, opened, stopped, lost), lost]);
  if (code !== FAULTY) await opened.close();
  return code;
}

/** Fills and walks through a demonstration, then serves until somebody asks for the end. */
async function work(
  config: Config,
  opened: OpenOffice,
  stopped: Promise<number>,
  lost: Promise<number>,
): Promise<number> {
  if (demo) {
    tell(
      'DEMONSTRATION: every arm, name and number here is invented. This home can never hold a real register.',
    );
    const walked = await Promise.race([walk(opened.office, opened.numbering.drain, teller()), stopped]);
    if (walked === 0) {
      say('Stopped. What was kept stays; the next start goes on from there.');
      process.exit(0);
    }
    if (isRefusal(walked)) return refuse(walked);
  } else sayState(opened.home.state);
  const signIns = demo ? await letIn(config, opened.office) : undefined;
  if (isRefusal(signIns)) return refuse(signIns);
  const serving = await serve(opened.office, config, say, {
    log,
    ...(signIns ? { demoSignIns: signIns } : {}),
  });
  if (isRefusal(serving)) return refuse(serving);
  opened.announce(serving.address);
  const jobs = startJobs(
    opened.office,
    erasureLog(join(config.home, ERASURES_FILE)),
    log,
    serving.sweepFiles,
    config.mail && mailBy(config.mail),
  );
  const delivery = startDelivery(opened.office, log);
  tell(`\n${demo ? 'DEMONSTRATION: open' : 'The register serves'} ${serving.address} (Ctrl-C ends it)`);
  if (demo) tellSignIns(signIns ?? []);
  else await tellFirstLink(opened.office, serving.address);
  if (serving.fingerprint !== undefined)
    tell(
      `Phones trust it after docs/phones.md; the fingerprint they must show (SHA-256):\n${serving.fingerprint}`,
    );
  const code = await Promise.race([stopped, lost]);
  if (code === FAULTY) return code;
  say('Ending: running requests are finished first.');
  await serving.stop();
  await delivery.stop();
  await jobs.stop();
  return code;
}

/** Lets the people of the demonstration in, who then do their work of the day; gives their sign-ins. */
async function letIn(config: Config, office: Office): Promise<readonly DemoSignIn[] | Refusal> {
  const desk = await makeDesk(office, config, () => 'http://localhost');
  return (await loadPeople(desk, DEMO_SEED)) ?? (await loadDeeds(office, DEMO_SEED)) ?? DEMO_PEOPLE;
}

function tellSignIns(people: readonly DemoSignIn[]): void {
  tell('\nSign in as (name, password, role):');
  for (const { login, password, role } of people)
    tell(`  ${login.padEnd(14)} ${password.padEnd(24)} ${role}`);
}

/** While nobody can sign in, the one address that makes the first administrator; a new one at each start. */
async function tellFirstLink(office: Office, address: string): Promise<void> {
  const link = await makeFirstLink(office);
  if (link === undefined) return;
  tell(
    `\nNobody can sign in yet. Open this address once, within 24 hours, to become the first administrator:\n  ${address}/link/${link.token}`,
  );
}

function refuse(refused: Refusal): number {
  const setting = refused.refused === 'setting_not_understood';
  say(setting ? formatSettingRefused(refused as SettingRefused) : sayRefusal(refused));
  return REFUSED;
}

function sayState(state: string): void {
  if (state !== NO_STATE) return;
  say(
    `This home works for the State "${NO_STATE}", which is none. A home keeps its State for ever: before the first arm, set ` +
      'COUNTERMARK_STATE to the two letters of yours (ISO 3166-1) and COUNTERMARK_HOME to a new folder.',
  );
}

/** Tells the walk; progress is one line that renews itself on a terminal and is left out elsewhere. */
function teller(): Teller {
  const terminal = process.stderr.isTTY === true;
  const clear = (): void => {
    if (terminal) process.stderr.write('\r\u001b[K');
  };
  return {
    tell(text) {
      clear();
      tell(text);
    },
    progress(text) {
      if (!terminal) return;
      clear();
      process.stderr.write(text);
    },
  };
}
