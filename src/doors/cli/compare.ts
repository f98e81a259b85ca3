/** The command that compares pairs of descriptions, row by row of a file. */

import { compareDescriptions, PAIRS_MAX, type PairTold } from '../../acts/compare-descriptions.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { type Command, type Context, type Line, Refused, textOf, Usage, wordOf } from './command.ts';
import { describedIn, hasDescribed } from './described-columns.ts';
import { percent } from './identify.ts';
import { inHelpings, rowsOfCsv } from './rows-of-csv.ts';
import { runAct } from './run-act.ts';

export const compareCommand: Command = {
  name: 'compare',
  usage:
    'compare FILE.csv [--delimiter C]  (columns a_ and b_: serial, make, model, type, calibre, country, owner_mark)',
  says: 'Say of each row of a file, in order, how likely its two descriptions are of one arm.',
  options: { delimiter: 'text' },
  async run(context) {
    const path = wordOf(context, 0, 'the file');
    return { lines: comparedLines(context, path) };
  },
};

type Row = PairTold & { readonly row: number };

async function* comparedLines(context: Context, path: string): AsyncGenerator<Line> {
  const rows = rowsOfCsv(path, textOf(context.options, 'delimiter'));
  let row = 0;
  for await (const helping of inHelpings(rows, PAIRS_MAX)) {
    if (row === 0 && !(hasDescribed(helping[0]!, 'a_') && hasDescribed(helping[0]!, 'b_')))
      throw new Usage('The file has no columns such as a_serial and b_serial.');
    const found = await runAct(context, compareDescriptions, {
      pairs: helping.map((cells) => ({ a: describedIn(cells, 'a_'), b: describedIn(cells, 'b_') })),
    });
    if (isRefusal(found)) throw new Refused(found);
    for (const pair of found.pairs) {
      const told: Row = { row: ++row, ...pair };
      const bits = Object.entries(pair.bits).map(([name, value]) => `${name} ${value}`);
      yield {
        json: () => JSON.stringify(told),
        text: () => `${told.row}: ${percent(pair.probability)}  ${pair.totalBits} bits (${bits.join(', ')})`,
      };
    }
    context.progress(`${row} pairs compared`);
  }
}
