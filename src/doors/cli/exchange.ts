/**
 * Commands about what passes between nodes: exchange send, receive, export, import, state, rotate-keys. Files carry the same
 * bytes as the network does; taking one twice is harmless.
 */
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { deliverNow } from '../../acts/exchange-deliver.ts';
import { exportEnvelopes, type ImportedEnvelope, importEnvelopes } from '../../acts/exchange-files.ts';
import { takeEnvelope } from '../../acts/exchange-take.ts';
import { rotateKeys } from '../../acts/publish-card.ts';
import { type ExchangeState, type PassedShown, viewExchange } from '../../acts/view-exchange.ts';
import { Fault, isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { ENVELOPE_BYTES_MAX } from '../../domain/exchange/limits.ts';
import { postEnvelope } from '../peers/post.ts';
import { type Answer, type Command, type Context, shown, textOf, wordOf } from './command.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const exchange: Command = {
  name: 'exchange',
  usage:
    'exchange send [--peer NODE] | receive FILE | export DIR [--peer NODE] | import FILE|DIR | state [--all] | rotate-keys [--lost]',
  says: 'Messages to and from nodes of other States: try delivery now, take and give them as files, see what waits.',
  options: { peer: 'text', all: 'flag', lost: 'flag' },
  run: (context) =>
    order(context, { send, receive, export: exportFiles, import: importFiles, state, 'rotate-keys': rotate }),
};

async function send(context: Context): Promise<Answer | Refusal> {
  await context.permitted('export-messages');
  const done = await deliverNow(await context.office(), postEnvelope, textOf(context.options, 'peer'));
  return {
    json: done,
    text: `Delivered ${done.delivered}; ${done.failed} wait for the next attempt.`,
    exit: done.failed > 0 ? 1 : 0,
  };
}

async function receive(context: Context): Promise<Answer | Refusal> {
  await context.permitted('import-messages');
  const bytes = await readBounded(wordOf(context, 1, 'the file of the message'));
  const taken = await takeEnvelope(await context.office(), bytes, { byFile: true });
  if ('refused' in taken)
    return { json: { refused: taken.code }, text: `Not taken: ${taken.code}.`, exit: 1 };
  if (taken.took === 'receipt')
    return { json: taken, text: `A receipt of message ${taken.of.message}: ${taken.of.result}.` };
  const receipt = Buffer.from(taken.receipt).toString('latin1');
  return { json: { took: 'message', receipt }, text: receipt };
}

async function exportFiles(context: Context): Promise<Answer | Refusal> {
  await context.permitted('export-messages');
  const folder = wordOf(context, 1, 'the folder');
  await orFault(folder, () => mkdir(folder, { recursive: true }));
  const write = (name: string, bytes: Uint8Array) =>
    orFault(folder, () => writeWhole(join(folder, name), bytes));
  const done = await exportEnvelopes(await context.office(), write, textOf(context.options, 'peer'));
  return { json: done, text: `Written: ${done.messages} messages, ${done.receipts} receipts.` };
}

/** Written beside and put in place whole: a stick that is pulled out leaves no half of a file under its name. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

async function importFiles(context: Context): Promise<Answer | Refusal> {
  await context.permitted('import-messages');
  const path = wordOf(context, 1, 'the file or folder');
  const isFolder = (await orFault(path, () => stat(path))).isDirectory();
  const found = isFolder ? (await readdir(path)).filter((name) => name.endsWith('.jose')).sort() : [path];
  const read = (name: string) => readBounded(isFolder ? join(path, name) : name);
  const imported = await importEnvelopes(await context.office(), found, read);
  const isWhole = imported.every(({ outcome }) => !('refused' in outcome));
  return {
    json: imported.map(told),
    text: imported.map(lineOf).join('\n') || 'Nothing there.',
    exit: isWhole ? 0 : 1,
  };
}

/** A file longer than an envelope can be is read no further: its length alone refuses it. */
async function readBounded(path: string): Promise<Uint8Array> {
  return orFault(path, async () => {
    const { size } = await stat(path);
    return size > ENVELOPE_BYTES_MAX ? new Uint8Array(ENVELOPE_BYTES_MAX + 1) : readFile(path);
  });
}

async function orFault<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw new Fault('file', `${path} cannot be read or written.`, { cause });
  }
}

function told({ name, outcome }: ImportedEnvelope): object {
  if ('refused' in outcome) return { name, refused: outcome.code };
  return outcome.took === 'message'
    ? { name, took: 'message' }
    : { name, took: 'receipt', of: outcome.of.message };
}

function lineOf({ name, outcome }: ImportedEnvelope): string {
  const says = 'refused' in outcome ? `not taken: ${outcome.code}` : outcome.took;
  return `${shown(name)}  ${says}`;
}

async function state(context: Context): Promise<Answer | Refusal> {
  const page = await runAct(context, viewExchange, { only: context.options.all === true ? 'all' : 'open' });
  return isRefusal(page) ? page : { json: page, text: formatState(page) };
}

function formatState({ peers, sent, came, notTaken }: ExchangeState): string {
  const peerLines = peers.map(
    ({ state: of, name, standing, waiting, answer }) =>
      `${of}  ${shown(name)}  ${standing}  ${waiting} waiting${answer === undefined ? '' : ` (${shown(answer)})`}`,
  );
  const line =
    (way: string) =>
    (one: PassedShown): string =>
      `${way}  ${one.made}  ${one.type}  ${one.state}${one.code ? ` ${one.code}` : ''}${one.reason ? ` ${one.reason}` : ''}  ${one.message}`;
  const counts = notTaken.map(({ day, code, count }) => `not taken  ${day}  ${code}  ${count}`);
  return (
    [...peerLines, ...sent.map(line('to')), ...came.map(line('from')), ...counts].join('\n') || 'Nothing yet.'
  );
}

async function rotate(context: Context): Promise<Answer | Refusal> {
  const lost = context.options.lost === true;
  const done = await runAct(context, rotateKeys, { lost });
  if (isRefusal(done)) return done;
  const text = lost
    ? 'New keys. Hand the new card to every peer and compare its fingerprint: peer card.'
    : 'New keys. The peers are told by a message that the old key signs.';
  return { json: done, text };
}
