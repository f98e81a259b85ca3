/**
 * Writes contracts/v1: the JSON Schema of everything that crosses a border, from the shapes by which it is read. A file that was
 * published is never written over by a change that was not meant: the test holds it against the shapes.
 *
 *   node test/contracts.ts            says which files are not what the shapes say, with exit code 1 if any
 *   node test/contracts.ts --write    writes them
 *
 * How to add one: a line in CONTRACTS.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LISTING_BODIES } from '../src/acts/listing-shapes.ts';
import { cardBody } from '../src/acts/take-card.ts';
import { SAID_CONTENT, traceBodyOf } from '../src/acts/trace-shapes.ts';
import { cardShape } from '../src/domain/exchange/card.ts';
import { headerShape } from '../src/domain/exchange/header.ts';
import { receiptShape } from '../src/domain/exchange/receipt.ts';
import { gapBody, givenBackBody, restoredBody } from '../src/domain/exchange/restored.ts';
import type { SaidKind } from '../src/domain/trace/thread.ts';

const FOLDER = join(import.meta.dirname, '..', 'contracts', 'v1');

type Contract = { readonly title: string; readonly shape: z.ZodType };

/** Everything that crosses a border, by the name of its file. Bodies of messages are named as their type is. */
export const CONTRACTS: Readonly<Record<string, Contract>> = {
  header: { title: 'Header of a message between nodes', shape: headerShape },
  receipt: { title: 'Receipt that a machine gives for a message', shape: receiptShape },
  card: { title: 'Card of a node', shape: cardShape },
  'peer-card': { title: 'Body of a message peer/card', shape: cardBody },
  'peer-restored': { title: 'Body of a message peer/restored', shape: restoredBody },
  'peer-given-back': { title: 'Body of a message peer/given-back', shape: givenBackBody },
  'peer-gap': { title: 'Body of a message peer/gap', shape: gapBody },
  ...Object.fromEntries(
    Object.keys(SAID_CONTENT).map((kind) => [
      `trace-${kind}`,
      { title: `Body of a message trace/${kind}`, shape: traceBodyOf(kind as SaidKind) },
    ]),
  ),
  'listing-published': { title: 'Body of a message listing/published', shape: LISTING_BODIES.published },
  'listing-renewed': { title: 'Body of a message listing/renewed', shape: LISTING_BODIES.published },
  'listing-cancelled': { title: 'Body of a message listing/cancelled', shape: LISTING_BODIES.cancelled },
  'listing-hit': { title: 'Body of a message listing/hit', shape: LISTING_BODIES.hit },
  'listing-asked': { title: 'Body of a message listing/asked', shape: LISTING_BODIES.asked },
  'listing-told': { title: 'Body of a message listing/told', shape: LISTING_BODIES.told },
};

/** The text of the file of a contract. */
export function formatContract({ title, shape }: Contract): string {
  const schema = z.toJSONSchema(shape, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ ...schema, title }, null, 2)}\n`;
}

/** The contracts whose file is missing or says something else than the shapes. */
export function listStale(): readonly string[] {
  return Object.entries(CONTRACTS).flatMap(([name, contract]) => {
    const file = join(FOLDER, `${name}.json`);
    return existsSync(file) && readFileSync(file, 'utf8') === formatContract(contract) ? [] : [name];
  });
}

if (import.meta.main) {
  const stale = listStale();
  if (process.argv.includes('--write')) {
    mkdirSync(FOLDER, { recursive: true });
    for (const name of stale) writeFileSync(join(FOLDER, `${name}.json`), formatContract(CONTRACTS[name]!));
  } else if (stale.length > 0) {
    process.stdout.write(
      `contracts/v1 is not what the shapes say: ${stale.join(', ')}. Run node test/contracts.ts --write\n`,
    );
    process.exitCode = 1;
  }
}
