/**
 * The walk through the demonstration in the terminal: an invented State is loaded, an old register is brought in, an arm
 * is found, its custody is read, and its record is proved. The second time nothing is new and it is short.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportLedger } from '../acts/export-ledger.ts';
import { type Found, findArms } from '../acts/find-arms.ts';
import { machine, type Office } from '../acts/office.ts';
import { proveArm } from '../acts/prove-arm.ts';
import { type ArmView, viewArm } from '../acts/view-arm.ts';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { pieceWriter } from '../doors/cli/pieces.ts';
import { dirtyWorkbook } from '../doors/demo/dirty-workbook.ts';
import { DEMO_SEED, type DemoLoaded, loadDemonstration } from '../doors/demo/load.ts';
import { importFile } from '../doors/import/import-file.ts';
import { verifyExport } from '../doors/verify/verify.ts';
import { gravestFirst, sayClash } from '../doors/web/arm-clash.ts';
import { partyName } from '../doors/web/party-words.ts';
import { visible } from '../doors/web/text.ts';
import { formatWhen } from '../doors/web/when.ts';
import { CATALOGUES } from '../doors/web/words/languages.ts';

const GUIDE = machine('demonstration', 'walk');
const WORDS = CATALOGUES.en;
const DIRTY_ROWS = 400;
const EVENTS_SHOWN_MAX = 8;
const CANDIDATES_MAX = 40;

export type Teller = {
  /** A line of the walk. */
  readonly tell: (text: string) => void;
  /** A line that the next one replaces, where there is a terminal. */
  readonly progress: (text: string) => void;
};

type Step<T> = Promise<T | Refusal>;

/** Walks through the main job, step by step; a refusal ends it with its reason. */
export async function walk(office: Office, drain: () => Promise<void>, teller: Teller): Step<undefined> {
  const loaded = await load(office, teller);
  if (isRefusal(loaded)) return loaded;
  const refused = await bringIn(office, teller);
  if (refused) return refused;
  const view = await find(office, loaded, teller);
  if (isRefusal(view)) return view;
  tellCustody(view, teller);
  return prove(office, drain, view, loaded.added > 0, teller);
}

async function load(office: Office, { tell, progress }: Teller): Step<DemoLoaded> {
  tell('\n1. An invented State: its units, depots, courts, traders, holders and their arms.');
  const loaded = await loadDemonstration(office, {
    onProgress: ({ done, of }) => progress(`   ${done} of ${of} arms`),
  });
  if (isRefusal(loaded)) return loaded;
  const what =
    loaded.added === 0 ? 'Everything was there already' : `${count(loaded.added)} arms were registered`;
  tell(
    `   ${what}: ${count(loaded.arms)} arms, ${count(loaded.entries)} entries (${seconds(loaded.seconds)}).`,
  );
  if (loaded.added > 0) for (const story of loaded.stories) tell(`   Story: ${story.says}`);
  return loaded;
}

async function bringIn(office: Office, { tell, progress }: Teller): Promise<Refusal | undefined> {
  tell(`\n2. An old register is brought in: a workbook of ${DIRTY_ROWS} rows as it comes from a depot.`);
  return inFolder(async (folder) => {
    const file = path.join(folder, 'old-register.xlsx');
    writeFileSync(file, dirtyWorkbook(DEMO_SEED, DIRTY_ROWS));
    const done = await importFile(office, GUIDE, {
      path: file,
      register: 'evidence',
      onProgress: ({ rows }) => progress(`   ${rows} rows`),
    });
    if (isRefusal(done)) return done;
    const { rowsRead, armsMade, armsRegistered, alreadyKnown, quarantined } = done;
    const rows = `${count(rowsRead)} rows read (${seconds(done.seconds)})`;
    if (armsRegistered === 0 && alreadyKnown > 0)
      tell(
        `   ${rows}: nothing new. ${count(alreadyKnown)} rows were known already; a repeated import is harmless.`,
      );
    else
      tell(
        `   ${rows}: ${count(armsMade || armsRegistered)} arms registered, ${count(alreadyKnown)} known already, ${count(quarantined)} set aside with a reason.`,
      );
    const damage = Object.entries(done.damage).sort(([, a], [, b]) => b - a);
    const names = damage.slice(0, 4).map(([kind, many]) => `${words(kind)} ${many}`);
    if (names.length > 0)
      tell(`   Damage that was noticed and named, never mended in silence: ${names.join(', ')}.`);
    return undefined;
  });
}

/** The arm of the walk: the one whose record contradicts itself the most gravely, else the first that is found. */
async function find(office: Office, loaded: DemoLoaded, { tell }: Teller): Step<ArmView> {
  tell('\n3. An arm is found by what stands on it.');
  const told = loaded.stories.flatMap((story) => story.arms).slice(0, CANDIDATES_MAX);
  const views: ArmView[] = [];
  for (const { id } of told) {
    const view = await viewArm.run(office, GUIDE, { arm: id });
    if (!isRefusal(view)) views.push(view);
  }
  const alarmed = views.find((view) => gravestFirst(view)[0]?.severity === 'highest') ?? views[0];
  const chosen = alarmed ?? (await firstOf(office));
  if (isRefusal(chosen)) return chosen;
  const serial = chosen.state.marks.find((mark) => mark.kind === 'serial' && mark.text)?.text;
  const began = performance.now();
  const found: Found | Refusal = await findArms.run(
    office,
    GUIDE,
    findArms.input.parse(serial === undefined ? { number: chosen.number } : { serial }),
  );
  if (isRefusal(found)) return found;
  const { maker = '', model = '', class: kind } = chosen.state.description;
  tell(
    `   Serial ${visible(serial ?? 'unreadable')}: ${found.total} found in ${Math.round(performance.now() - began)} ms.`,
  );
  tell(`   ${WORDS.terms.classes[kind]} ${visible(`${maker} ${model}`)}, State number ${chosen.number}`);
  return chosen;
}

async function firstOf(office: Office): Step<ArmView> {
  const found = await findArms.run(office, GUIDE, findArms.input.parse({ limit: 1 }));
  if (isRefusal(found)) return found;
  return viewArm.run(office, GUIDE, { arm: found.arms[0]?.id ?? '' });
}

function tellCustody(view: ArmView, { tell }: Teller): void {
  tell('\n4. Its custody, in the order in which things happened.');
  const first = view.events.length - EVENTS_SHOWN_MAX;
  if (first > 0) tell(`   ... ${first} earlier events`);
  for (const event of view.events.slice(-EVENTS_SHOWN_MAX)) {
    const party = event.to?.keeper ?? event.to?.bearer ?? event.to?.owner;
    const who = party === undefined ? '' : `  ${visible(partyName(WORDS, view.names, party))}`;
    const when = formatWhen(WORDS, event.happened);
    tell(
      `   ${when.padEnd(18)} ${WORDS.terms.events[event.type]}${who}${event.late ? '  (recorded late)' : ''}`,
    );
  }
  const [clash] = gravestFirst(view);
  if (clash)
    tell(
      `   ALARM, ${WORDS.terms.clashes[clash.kind].name}: ${sayClash(WORDS, view, clash).replace(/[\u2066-\u2069]/g, '')}`,
    );
}

async function prove(
  office: Office,
  drain: () => Promise<void>,
  view: ArmView,
  whole: boolean,
  { tell, progress }: Teller,
): Step<undefined> {
  tell('\n5. Its record is proved.');
  await drain();
  const proof = await proveArm.run(office, GUIDE, { arm: view.id });
  if (isRefusal(proof)) return proof;
  const size = proof.checkpoint.split('\n')[1] ?? '';
  tell(
    `   ${proof.entries.length} entries, each with its path to a signed root over ${count(Number(size))} leaves.`,
  );
  if (!whole) {
    tell(
      '   The whole ledger was exported and checked when it was loaded; "npx countermark ledger verify" does it again.',
    );
    return undefined;
  }
  return inFolder(async (folder) => {
    const exported = await exportLedger(office, GUIDE, drain, {
      unrecorded: true,
      write: pieceWriter(folder),
      onProgress: (done, of) => progress(`   ${done} of ${of} entries exported`),
    });
    if (isRefusal(exported)) return exported;
    const began = performance.now();
    const checked = await verifyExport(folder, { key: office.signer.verifierKey });
    const took = seconds((performance.now() - began) / 1000);
    tell(
      `   The whole ledger, ${count(checked.size)} entries, was exported and read by the independent checker (${took}):`,
    );
    tell(`   ${checked.statement}`);
    return undefined;
  });
}

async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'countermark-demonstration-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const count = (many: number): string => many.toLocaleString('en-GB');
const seconds = (many: number): string => `${many.toFixed(1)} s`;
const words = (kind: string): string => kind.replaceAll('-', ' ');
