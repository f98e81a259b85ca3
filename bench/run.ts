/**
 * Measures: `npm run bench -- <name> [options]`. Each bench prints what it measured as JSON on standard output, with its bar
 * beside it, and progress on standard error. Nothing here is asserted: machines are noisy, people judge.
 */
import { parseArgs } from 'node:util';

type Bench = (options: Readonly<Record<string, string | undefined>>) => Promise<unknown>;

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  import: async () => (await import('./import.ts')).benchImport,
  ledger: async () => (await import('./ledger.ts')).benchLedger,
  growth: async () => (await import('./growth.ts')).benchGrowth,
  serve: async () => (await import('./serve.ts')).benchServe,
  fuzz: async () => (await import('./fuzz.ts')).benchFuzz,
  real: async () => (await import('./real.ts')).benchReal,
  weights: async () => (await import('./weights.ts')).benchWeights,
  identify: async () => (await import('./identify.ts')).benchIdentify,
  faults: async () => (await import('./faults.ts')).benchFaults,
  trace: async () => (await import('./trace.ts')).benchTrace,
};

const [name = '', ...rest] = process.argv.slice(2);
const open = BENCHES[name];
if (!open) {
  process.stderr.write(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const text = { type: 'string' } as const;
  const { write, ...values } = parseArgs({
    args: rest,
    options: {
      rows: text,
      standing: text,
      kills: text,
      seed: text,
      arms: text,
      seconds: text,
      connections: text,
      mix: text,
      leaves: text,
      requests: text,
      profile: text,
      data: text,
      write: { type: 'boolean' },
    },
  }).values;
  const bench = await open();
  const result = await bench({ ...values, write: write ? 'yes' : undefined });
  process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
}
