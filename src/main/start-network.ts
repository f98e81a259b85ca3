/** Starts the network of three invented States and says what to click; see network.ts. Ends as start.ts does. */
import { isRefusal } from '../domain/base/refusal.ts';
import { DEMO_PEOPLE } from '../doors/demo/people.ts';
import { sayRefusal } from '../doors/words/refusals.ts';
import { parseConfig } from './config.ts';
import { makeLog } from './log.ts';
import { type NetworkNode, openNetwork } from './network.ts';
import { formatSettingRefused } from './setting.ts';

const REFUSED = 1;
const FAULTY = 3;

const tell = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const log = makeLog((line) => process.stderr.write(`${line}\n`), process.stderr.isTTY === true);
const { say } = log;

const asked = new Promise<number>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(0));
});

try {
  process.exitCode = await run();
} catch (error) {
  log.warn(error instanceof Error ? error.message : String(error));
  process.exitCode = FAULTY;
}
process.exit();

async function run(): Promise<number> {
  const config = parseConfig(process.env);
  if (isRefusal(config)) {
    say(formatSettingRefused(config));
    return REFUSED;
  }
  tell('DEMONSTRATION: three invented States, three nodes, three databases. Everything in them is invented.');
  let lose = (_code: number): void => {};
  const lost = new Promise<number>((resolve) => {
    lose = resolve;
  });
  const onLost = (reason: string): void => {
    say(reason);
    lose(FAULTY);
  };
  const opening = openNetwork(config, { log, say, onLost });
  const nodes = await Promise.race([opening, asked, lost]);
  if (typeof nodes === 'number') return nodes;
  if (isRefusal(nodes)) {
    say(sayRefusal(nodes));
    return REFUSED;
  }
  tellNodes(nodes);
  const code = await Promise.race([asked, lost]);
  if (code === FAULTY) return code;
  say('Ending: running requests are finished first.');
  await Promise.all(nodes.map((node) => node.close()));
  return code;
}

function tellNodes(nodes: readonly NetworkNode[]): void {
  const at = (country: string): string => nodes.find((node) => node.country === country)!.serving.address;
  const contacts = DEMO_PEOPLE.filter(({ role }) => role === 'national-contact');
  const [first, second] = contacts;
  tell('\nOpen:');
  for (const { country, serving } of nodes) tell(`  ${country}  ${serving.address}`);
  tell('\nSign in at each of them as (name, password):');
  for (const { login, password } of contacts) tell(`  ${login.padEnd(14)} ${password}`);
  const proposer = DEMO_PEOPLE.find(({ role }) => role === 'investigator');
  const recovered = nodes.find((node) => node.recovered)?.recovered;
  tell(
    [
      '\nWhat to click:',
      `  1. XC as ${first?.login}: open the pistol that was seized on the road, its number damaged, and "Trace this arm":`,
      `     ${at('XC')}/arms/${recovered}`,
      '  2. XC: "Ask another State": XA stands first, for it was made there. Choose the photographs; send.',
      `  3. XA as ${first?.login}: the request is on the desk (${at('XA')}/traces), looked for in the register already.`,
      '     Acknowledge it, decide on the candidate, draft the answer.',
      `  4. XA as ${second?.login}: release the answer. It says that the pistol was exported to XB.`,
      '  5. XC: the next request, to XB, is filled already. Send it.',
      '  6. XB: the same two officers acknowledge, decide, draft and release: sold, then stolen, complaint PV 2024/1187.',
      '  7. XC: record the finding (point of diversion: theft from a holder in XB) and close the trace.',
      `  8. XB, ${at('XB')}/listings: what it published of stolen arms; one waits to be confirmed.`,
      `     "${proposer?.login}" (${proposer?.password}) proposes, a contact confirms.`,
      `  9. XC, ${at('XC')}/hits: an arm that was seized looks like one of them. A lead: XC asks, XB answers.`,
      '\nCtrl-C ends all three.',
    ].join('\n'),
  );
}
