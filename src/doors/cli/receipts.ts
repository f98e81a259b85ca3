/** The receipt of an entry, to be printed or copied onto paper, and the check of one that somebody shows. */
import { type CheckedReceipt, checkReceipt } from '../../acts/check-receipt.ts';
import type { FileKind } from '../../acts/file-receipt.ts';
import type { ReceiptPlace } from '../../acts/receipt-place.ts';
import { viewListingReceipt } from '../../acts/view-listing-receipt.ts';
import { type ArmReceipt, viewReceipt } from '../../acts/view-receipt.ts';
import { viewTraceReceipt } from '../../acts/view-trace-receipt.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, wordOf } from './command.ts';
import { runAct } from './run-act.ts';

export const receipt: Command = {
  name: 'receipt',
  usage:
    'receipt ENTRY ARM | receipt ENTRY trace|listing|hit ID | receipt check NUMBER CODE | receipt check SCANNED-TEXT',
  says: 'Show the receipt of what was recorded, or check one by the number and the code that stand on it.',
  options: {},
  run: (context) => (context.words[0] === 'check' ? check(context) : view(context)),
};

async function view(context: Context): Promise<Answer | Refusal> {
  const entry = wordOf(context, 0, 'the id of the entry, as it was answered when it was recorded');
  const about = context.words[1];
  if (about === 'trace' || about === 'listing' || about === 'hit') return viewFile(context, entry, about);
  const arm = wordOf(context, 1, 'the State number or id of the arm');
  const seen = await runAct(context, viewReceipt, { entry, arm });
  return isRefusal(seen) ? seen : { json: seen, text: formatReceipt(seen) };
}

async function viewFile(context: Context, entry: string, about: FileKind): Promise<Answer | Refusal> {
  const file = wordOf(context, 2, `the id of the ${about}`);
  const seen =
    about === 'trace'
      ? await runAct(context, viewTraceReceipt, { trace: file, entry })
      : await runAct(context, viewListingReceipt, { about, file, entry });
  if (isRefusal(seen)) return seen;
  const events = seen.events.map(({ type, kind }) => (kind ? `${type}: ${kind}` : type));
  const head = [`Receipt for ${about} ${seen.number}`, ...events];
  return { json: seen, text: formatPlace(seen, head) };
}

async function check(context: Context): Promise<Answer | Refusal> {
  const first = wordOf(context, 1, 'the number on the receipt, or the text of the two-dimensional code');
  const code = context.words[2];
  const asked = code === undefined ? { code: first } : { about: first, code };
  const done = await runAct(context, checkReceipt, asked);
  return isRefusal(done) ? done : { json: done, text: formatChecked(done) };
}

function formatReceipt(seen: ArmReceipt): string {
  const marks = seen.marks.map(({ kind, text }) => `${kind} "${shown(text)}"`);
  return formatPlace(seen, [
    `Receipt for arm ${seen.number || seen.arm} (${seen.class})`,
    ...(marks.length > 0 ? [`On the arm: ${marks.join(', ')}`] : []),
    ...seen.events.map(({ type, happened }) => `${type}${happened ? `, happened ${happened}` : ''}`),
  ]);
}

function formatPlace(seen: ReceiptPlace, told: readonly string[]): string {
  return [
    ...(seen.demonstration ? ['DEMONSTRATION: everything on this receipt is invented.'] : []),
    ...told,
    `Recorded ${seen.recorded}${seen.operator ? ` by ${shown(seen.operator)}` : ''}; entry ${seen.entry}, number ${seen.leaf} of the ledger`,
    `Checkpoint of ${seen.size} entries, root ${seen.root}…`,
    `Check code: ${seen.code}`,
    `Two-dimensional code: ${seen.scan}`,
  ].join('\n');
}

function formatChecked({ entry, act, recorded, leaf }: CheckedReceipt): string {
  const place = leaf === undefined ? 'which waits for its number' : `number ${leaf} of the ledger`;
  return `The receipt is true: ${act}, recorded ${recorded}, entry ${entry}, ${place}.`;
}
