/** Commands about the ledger: verify, export, prove, checkpoint, key. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestAccess, verifyAccess } from '../../acts/digest-access.ts';
import { exportLedger } from '../../acts/export-ledger.ts';
import { listUnnumbered } from '../../acts/list-unnumbered.ts';
import { proveArm } from '../../acts/prove-arm.ts';
import { signCheckpoint } from '../../acts/sign-checkpoint.ts';
import { Fault, isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { verifyExport } from '../verify/verify.ts';
import { type Answer, type Command, type Context, textOf, Usage, wordOf } from './command.ts';
import { pieceWriter } from './pieces.ts';
import { runAct } from './run-act.ts';

/** Tasks of the ledger command, by their word. */
const TASKS: Readonly<Record<string, (context: Context) => Promise<Answer | Refusal>>> = {
  verify,
  export: exportTo,
  prove,
  checkpoint,
  key,
  access,
};

export const ledger: Command = {
  name: 'ledger',
  usage:
    'ledger verify [DIR] [--key VKEY] [--since CHECKPOINT-FILE] | export DIR [--security-marks] | prove ARM | checkpoint | key | access',
  says: 'Verify, export and prove the ledger. verify DIR needs no database; access checks the log of who looked at what.',
  options: { key: 'text', since: 'text', 'security-marks': 'flag' },
  run(context) {
    const task =
      TASKS[
        wordOf(context, 0, 'what to do with the ledger: verify, export, prove, checkpoint, key or access')
      ];
    if (!task) throw new Usage(`The ledger can be asked to: ${Object.keys(TASKS).join(', ')}.`);
    return task(context);
  },
};

/** Checks an exported directory, or the database's own ledger by way of a temporary export. */
async function verify(context: Context): Promise<Answer | Refusal> {
  const given = context.words[1];
  if (given !== undefined) return verifyDirectory(context, given);
  const directory = await mkdtemp(join(tmpdir(), 'countermark-verify-'));
  try {
    const office = await context.office();
    const exported = await exportLedger(office, context.console(), context.drain, {
      write: pieceWriter(directory),
      securityMarks: true,
      unrecorded: true,
      onProgress: (done, size) => context.progress(`read ${done} of ${size} entries`),
    });
    if (isRefusal(exported)) return exported;
    const answer = await verifyDirectory(context, directory);
    if (isRefusal(answer)) return answer;
    return withUnnumbered(answer, await listUnnumbered(office));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Entries in the database that never got a leaf are bad too: somebody put them there behind the register's back. */
function withUnnumbered(answer: Answer, entries: readonly string[]): Answer {
  if (entries.length === 0) return answer;
  const json = answer.json as { size: number; bad: object[] };
  const bad = [...json.bad, ...entries.map((entry) => ({ index: json.size, entry, reason: 'no-leaf' }))];
  return {
    json: { ...json, ok: false, bad },
    text: `${answer.text}\n${entries.length} entries have no leaf.`,
    exit: 1,
  };
}

async function verifyDirectory(context: Context, directory: string): Promise<Answer | Refusal> {
  const since = textOf(context.options, 'since');
  const key = textOf(context.options, 'key');
  const result = await verifyExport(directory, {
    ...(key === undefined ? {} : { key: await textOrFile(key) }),
    ...(since === undefined ? {} : { since: await textOrFile(since) }),
    onProgress: ({ done, size }) => context.progress(`checked ${done} of ${size} entries`),
  });
  const lines = [
    result.ok
      ? `Sound: ${result.size} entries, root ${result.root}, epoch ${result.epoch}.`
      : `NOT sound: ${result.bad.length} faults among ${result.size} entries.`,
    result.statement,
    ...result.bad
      .slice(0, 50)
      .map(
        (bad) =>
          `  entry ${bad.index}${bad.to === undefined ? '' : `–${bad.to}`}: ${bad.reason}${bad.says === undefined ? '' : `. ${bad.says}`}`,
      ),
  ];
  return { json: result, text: lines.join('\n'), exit: result.ok ? 0 : 1 };
}

/** A key or checkpoint given as itself or as a file that holds it. */
async function textOrFile(given: string): Promise<string> {
  if (given.includes('+') || given.includes('\n')) return given;
  return readFile(given, 'utf8').catch((cause: unknown) => {
    throw new Fault('file', `The file ${given} cannot be read.`, { cause });
  });
}

async function exportTo(context: Context): Promise<Answer | Refusal> {
  const directory = wordOf(context, 1, 'the folder to write to');
  const there = await readdir(directory).catch(() => []);
  if (there.length > 0) return refusal('folder-not-empty', { folder: directory });
  const exported = await exportLedger(await context.office(), context.console(), context.drain, {
    write: pieceWriter(directory),
    securityMarks: context.options['security-marks'] === true,
    onProgress: (done, size) => context.progress(`written ${done} of ${size} entries`),
  });
  if (isRefusal(exported)) return exported;
  return {
    json: { ...exported, directory },
    text: `Exported ${exported.size} entries to ${directory}; ${exported.withheld} withheld. Root ${exported.root}.`,
  };
}

async function prove(context: Context): Promise<Answer | Refusal> {
  const proof = await runAct(context, proveArm, {
    arm: wordOf(context, 1, 'the State number or id of the arm'),
  });
  if (isRefusal(proof)) return proof;
  return { json: proof, text: JSON.stringify(proof, undefined, 2) };
}

async function checkpoint(context: Context): Promise<Answer> {
  context.console();
  const office = await context.office();
  await context.drain();
  const signed = await signCheckpoint(office);
  return {
    json: { checkpoint: signed.note, size: signed.size, root: signed.root },
    text: signed.note.trimEnd(),
  };
}

async function key(context: Context): Promise<Answer> {
  const { signer } = await context.office();
  return { json: { key: signer.verifierKey }, text: signer.verifierKey };
}

/** Puts what waits in the access log under the ledger, and checks all of the log against it. */
async function access(context: Context): Promise<Answer | Refusal> {
  context.console();
  const office = await context.office();
  const digested = await digestAccess(office);
  if (isRefusal(digested)) return digested;
  const check = await verifyAccess(office);
  const text = check.ok
    ? `Sound: ${check.lines} lines of the access log in ${check.batches} batches stand as the ledger has them.`
    : `NOT sound: ${check.bad.length} batches of the access log were altered: ${JSON.stringify(check.bad.slice(0, 20))}`;
  return { json: check, text, exit: check.ok ? 0 : 1 };
}
