/**
 * Certified reports of traces: made into a file, and verified from one. Verifying opens no database. A file that is written is
 * for its owner alone and never over another.
 */
import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises';
import { certifyTrace } from '../../acts/certify-trace.ts';
import { Fault, isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { REPORT_FILE_BYTES_MAX } from '../verify/report/read-report.ts';
import { type ReportVerification, verifyReport } from '../verify/report/verify-report.ts';
import { type Answer, type Command, type Context, shown, textOf, Usage, wordOf } from './command.ts';
import { runAct } from './run-act.ts';

const GIVEN_BYTES_MAX = 64 * 1024;
const BAD_SHOWN_MAX = 50;

export const certifyTraceCommand: Command = {
  name: 'certify-trace',
  usage:
    'certify-trace TRACE FILE.countermark-report.json --case NUMBER --reason TEXT [--use CODE] [--persons] [--units] [--why TEXT] [--ground CODE] [--act ID]',
  says: 'Make a certified report of a trace for a case and write it to a file: facts and findings, signed, with their proofs.',
  options: {
    ...{ case: 'text', reason: 'text', use: 'text', why: 'text', ground: 'text', act: 'text' },
    ...{ persons: 'flag', units: 'flag' },
  },
  run: certify,
};

async function certify(context: Context): Promise<Answer | Refusal> {
  const { options } = context;
  const trace = wordOf(context, 0, 'the id of the trace');
  const path = wordOf(context, 1, 'the file to write');
  const texts = ['case', 'reason', 'use', 'why', 'ground', 'act'].flatMap((name) => {
    const text = textOf(options, name);
    return text === undefined ? [] : [[name, text]];
  });
  const flags = { persons: options.persons === true, units: options.units === true };
  // The place is taken before the report is made, because making one is recorded.
  const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
    throw new Fault(
      'file',
      `The report cannot be written to ${path}: there is a file of that name, or the folder cannot be written.`,
      { cause },
    );
  });
  let isWhole = false;
  try {
    const done = await runAct(context, certifyTrace, { trace, ...Object.fromEntries(texts), ...flags });
    if (isRefusal(done)) return done;
    await file.writeFile(done.file);
    isWhole = true;
    const { file: _, ...json } = done;
    return {
      json: { ...json, file: path },
      text: `Written to ${path}. SHA-256 ${done.digest}, entry ${done.entry}.`,
    };
  } finally {
    await file.close();
    if (!isWhole) await rm(path, { force: true });
  }
}

export const verifyReportCommand: Command = {
  name: 'verify-report',
  usage: 'verify-report FILE [--card CARD.json] [--key KEY] [--checkpoint CHECKPOINT-FILE]',
  says: 'Check a certified report of a trace, without a database: signature, proofs, and each fact against its entry.',
  options: { card: 'text', key: 'text', checkpoint: 'text' },
  async run(context) {
    const path = wordOf(context, 0, 'the file of the report');
    const card = await givenIn(textOf(context.options, 'card'));
    const key = textOf(context.options, 'key');
    const checkpoint = await givenIn(textOf(context.options, 'checkpoint'));
    const found = verifyReport(await readBounded(path), { card, key: await keyIn(key), checkpoint });
    return { json: found, text: textIn(found), exit: found.ok ? 0 : 1 };
  },
};

function textIn(found: ReportVerification): string {
  const { ok, reference, state, report, made, bad, badCount } = found;
  const lines = bad.slice(0, BAD_SHOWN_MAX).map(({ reason, says }) => `  ${reason}: ${shown(says)}`);
  return [
    ok
      ? `Whole: report ${shown(report)} of ${shown(state)}, trace ${shown(reference)}, made ${shown(made)}.`
      : 'NOT whole.',
    found.statement,
    ...lines,
    ...(badCount > BAD_SHOWN_MAX ? [`  and ${badCount - BAD_SHOWN_MAX} more`] : []),
  ].join('\n');
}

/** The bytes of a file, one more than a report has at most, so that a larger one is told as such and never held whole. */
async function readBounded(path: string): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const bytes = Buffer.alloc(REPORT_FILE_BYTES_MAX + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length);
      length += bytesRead;
      if (bytesRead === 0 || length === bytes.length) return bytes.subarray(0, length);
    }
  } catch (cause) {
    throw new Fault('file', `The file ${path} cannot be read.`, { cause });
  } finally {
    await file?.close();
  }
}

/** A key given as itself or as a file that holds keys, one to a line. */
async function keyIn(given: string | undefined): Promise<string | undefined> {
  if (given === undefined || given.includes('+') || /^[A-Za-z0-9_-]{43}$/.test(given)) return given;
  return givenIn(given);
}

async function givenIn(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined;
  const fail = (cause: unknown): never => {
    throw new Fault('file', `The file ${path} cannot be read.`, { cause });
  };
  const { size } = await stat(path).catch(fail);
  if (size > GIVEN_BYTES_MAX) throw new Usage(`${path} is too large for a key, a card or a checkpoint.`);
  return readFile(path, 'utf8').catch(fail);
}
