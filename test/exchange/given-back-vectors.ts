/**
 * Writes vectors/exchange/given-back.json: places that a peer gives back to a node that was restored, with the keys of envelopes.json, and
 * whether the node takes the message for its own or only counts its place as used.
 *
 *   node test/exchange/given-back-vectors.ts --write
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKeyPair, signBytes } from '../../src/acts/exchange-envelope.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { digestOf, type Header, messageBytes } from '../../src/domain/exchange/header.ts';
import { type GivenBack, partsOfSigned } from '../../src/domain/exchange/restored.ts';
import { keyOf, readVectors } from './vectors.ts';

const FILE = join(import.meta.dirname, '..', '..', 'vectors', 'exchange', 'given-back.json');

export type GivenBackVectors = {
  readonly about: string;
  readonly cases: readonly {
    readonly name: string;
    readonly place: GivenBack;
    /** ours: what it said, once more. place: only the place counts as used. */
    readonly outcome: 'ours' | 'place';
  }[];
};

/** The vectors as they are published. */
export function readGivenBackVectors(): GivenBackVectors {
  return JSON.parse(readFileSync(FILE, 'utf8')) as GivenBackVectors;
}

async function makeVectors(): Promise<GivenBackVectors> {
  const { sender, receiver } = readVectors();
  const { key } = keyOf(sender.sign);
  const make = async (seq: number, of: Partial<Header> = {}, by = key): Promise<GivenBack> => {
    const id = `5e3f2b1a-0000-7000-8000-00000000000${seq}`;
    const thread = '5e3f2b1a-0000-7000-8000-0000000000ff';
    const header: Header = {
      ...{ v: 1, id, type: 'trace/request', from: sender.node, to: receiver.node, thread, seq },
      ...{ made: '2026-03-01T08:00:00.000Z', expires: '2026-08-28T08:00:00.000Z', ...of },
    };
    const bytes = messageBytes({ header, body: { text: 'was said' } });
    if (isRefusal(bytes)) throw new Error(bytes.refused);
    const said = partsOfSigned(await signBytes('message', bytes, by));
    const { type, made } = header;
    return { message: id, thread, seq, type, digest: digestOf(bytes), made, result: 'taken', said };
  };
  const [altered, moved, refused] = [await make(2), await make(3), await make(4)];
  const { said: _, ...named } = refused;
  const text = { ...altered.said!, message: { ...altered.said!.message, body: { text: 'was never said' } } };
  return {
    about:
      'Places that the receiver of envelopes.json gives back to its sender, which was restored and lost what it had said. See docs/exchange.md, section 8.',
    cases: [
      { name: 'what was said', place: await make(1), outcome: 'ours' },
      { name: 'other words under the same signature', place: { ...altered, said: text }, outcome: 'place' },
      { name: 'in another place than it was said', place: { ...moved, seq: 9 }, outcome: 'place' },
      {
        name: 'refused there, and not kept',
        place: { ...named, result: 'refused', code: 'type-unknown' },
        outcome: 'place',
      },
      { name: 'signed by a stranger', place: await make(5, {}, newKeyPair('sign').key), outcome: 'place' },
      { name: 'said to another', place: await make(6, { to: sender.node }), outcome: 'place' },
    ],
  };
}

if (import.meta.main && process.argv.includes('--write'))
  writeFileSync(FILE, `${JSON.stringify(await makeVectors(), null, 2)}\n`);
