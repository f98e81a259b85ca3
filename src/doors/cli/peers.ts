/** Commands about nodes of other States: peer card, add, confirm, suspend, resume, withdraw-key, list. */
import { readFile } from 'node:fs/promises';
import { addPeer } from '../../acts/add-peer.ts';
import { confirmPeer } from '../../acts/confirm-peer.ts';
import { listPeers, type PeerShown } from '../../acts/list-peers.ts';
import { publishCard } from '../../acts/publish-card.ts';
import { resumePeer } from '../../acts/resume-peer.ts';
import { suspendPeer } from '../../acts/suspend-peer.ts';
import { viewOwnCard } from '../../acts/view-own-card.ts';
import { withdrawPeerKey } from '../../acts/withdraw-peer-key.ts';
import { Fault, isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, textOf, wordOf } from './command.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const peer: Command = {
  name: 'peer',
  usage:
    'peer card [--name NAME] [--address URL] | add FILE [--fingerprint DIGITS] | confirm NODE --fingerprint DIGITS | suspend NODE --why WHY | resume NODE --why WHY | withdraw-key NODE --why WHY [--key KEY] | list',
  says: 'The card of this node, and the nodes of other States. A fingerprint is typed as the other side reads it aloud.',
  options: { name: 'text', address: 'text', fingerprint: 'text', why: 'text', key: 'text' },
  run: (context) =>
    order(context, { card, add, confirm, suspend, resume, 'withdraw-key': withdrawKey, list }),
};

/** The card goes to standard output, so that it can be written to a file. */
async function card(context: Context): Promise<Answer | Refusal> {
  const [name, address] = [textOf(context.options, 'name'), textOf(context.options, 'address')];
  if (name !== undefined || address !== undefined) {
    const made = await runAct(context, publishCard, { name, address });
    if (isRefusal(made)) return made;
  }
  const own = await runAct(context, viewOwnCard, {});
  if (isRefusal(own)) return own;
  context.say(
    `Card ${own.card.seq} of ${shown(own.card.name)}. Its fingerprint, to be read aloud:\n  ${own.fingerprint}`,
  );
  return { json: own, text: own.signed };
}

async function add(context: Context): Promise<Answer | Refusal> {
  const path = wordOf(context, 1, 'the file of the card');
  const fingerprint = textOf(context.options, 'fingerprint');
  const done = await runAct(context, addPeer, { card: await readText(path), fingerprint });
  if (isRefusal(done)) return done;
  const next =
    fingerprint === undefined
      ? ' Nothing passes before its fingerprint was compared: peer confirm.'
      : ' Messages pass from now on.';
  return { json: done, text: `Added: node ${done.subject}.${next}` };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Fault('file', `The file ${path} cannot be read.`, { cause });
  }
}

async function confirm(context: Context): Promise<Answer | Refusal> {
  const fingerprint = textOf(context.options, 'fingerprint');
  const done = await runAct(context, confirmPeer, { peer: nodeOf(context), fingerprint });
  return isRefusal(done) ? done : { json: done, text: 'Confirmed: messages pass from now on.' };
}

async function resume(context: Context): Promise<Answer | Refusal> {
  const why = textOf(context.options, 'why');
  const done = await runAct(context, resumePeer, { peer: nodeOf(context), why });
  return isRefusal(done) ? done : { json: done, text: 'Settled: messages pass again.' };
}

async function suspend(context: Context): Promise<Answer | Refusal> {
  const why = textOf(context.options, 'why');
  const done = await runAct(context, suspendPeer, { peer: nodeOf(context), why });
  return isRefusal(done) ? done : { json: done, text: 'Suspended, from this moment.' };
}

async function withdrawKey(context: Context): Promise<Answer | Refusal> {
  const [why, key] = [textOf(context.options, 'why'), textOf(context.options, 'key')];
  const done = await runAct(context, withdrawPeerKey, { peer: nodeOf(context), why, key });
  return isRefusal(done) ? done : { json: done, text: 'Withdrawn: nothing it signed is taken any more.' };
}

const nodeOf = (context: Context): string => wordOf(context, 1, 'the id of the node');

async function list(context: Context): Promise<Answer | Refusal> {
  const page = await runAct(context, listPeers, {});
  if (isRefusal(page)) return page;
  return { json: page, text: page.peers.flatMap(linesOf).join('\n') || 'None yet.' };
}

function linesOf({ node, state, name, address, standing, fingerprint, seq }: PeerShown): readonly string[] {
  return [
    `${state}  ${shown(name)}  ${standing}  ${node}`,
    `    card ${seq}  ${fingerprint}  ${address === '' ? '(files only)' : shown(address)}`,
  ];
}
