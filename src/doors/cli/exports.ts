/** Commands about files that name persons or sites: exports ask, list, own, decide, draw. */
import { open, rm } from 'node:fs/promises';
import { askExport } from '../../acts/ask-export.ts';
import { decideExport } from '../../acts/decide-export.ts';
import { drawExport } from '../../acts/draw-export.ts';
import type { Exports } from '../../acts/export-requests.ts';
import { listExports } from '../../acts/list-exports.ts';
import { listOwnExports } from '../../acts/list-own-exports.ts';
import { Fault, isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { csvFile } from '../sheets/file-of-rows.ts';
import { FIND, findWishes } from './arms.ts';
import { type Answer, type Command, type Context, shown, textOf, wordOf } from './command.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const exportsCommand: Command = {
  name: 'exports',
  usage:
    'exports ask --fields holder,site --reason WHY [the options of find] | list [--all] [--after ID] | own [--after ID] | decide REQUEST approved|refused --why WHY | draw REQUEST FILE.csv',
  says: 'Files that name persons or sites: one asks for them with --purpose, another decides, the first draws the file once.',
  options: {
    ...Object.fromEntries(FIND.map((name) => [name, 'text' as const])),
    fields: 'text',
    reason: 'text',
    why: 'text',
    all: 'flag',
    after: 'text',
  },
  run: (context) => order(context, { ask, list, own, decide, draw }),
};

async function ask(context: Context): Promise<Answer | Refusal> {
  const { options, purpose } = context;
  const fields = (textOf(options, 'fields') ?? '').split(',').filter(Boolean);
  const reason = textOf(options, 'reason');
  const done = await runAct(context, askExport, { search: findWishes(options), fields, purpose, reason });
  if (isRefusal(done)) return done;
  return { json: done, text: `Asked: request ${done.request}, arms: ${done.arms}. Another person decides.` };
}

async function list(context: Context): Promise<Answer | Refusal> {
  const found = await runAct(context, listExports, {
    waiting: context.options.all !== true,
    ...pageOf(context),
  });
  return isRefusal(found) ? found : told(found);
}

async function own(context: Context): Promise<Answer | Refusal> {
  const found = await runAct(context, listOwnExports, pageOf(context));
  return isRefusal(found) ? found : told(found);
}

/** Where the page begins. */
function pageOf({ options }: Context): { after?: string } {
  const after = textOf(options, 'after');
  return after === undefined ? {} : { after };
}

function told(found: Exports): Answer {
  const lines = found.exports.map((one) => {
    const search = Object.entries(one.search ?? {}).map(([name, text]) => `${name} ${shown(text)}`);
    const hidden = one.withheld.map((name) => `${name} (not shown to your role)`);
    return [
      `${one.id}  ${one.state} until ${one.until}  ${shown(one.name ?? one.asker)}  arms: ${one.arms}  names of: ${one.fields.join(', ')}`,
      `    for ${shown(one.purpose)}; looked for by ${[...search, ...hidden].join(', ') || 'nothing'}; ${shown(one.reason ?? 'reason no longer kept')}`,
    ].join('\n');
  });
  const text =
    [...lines, ...(found.next ? [`The next page: --after ${found.next}`] : [])].join('\n') || 'None.';
  return { json: found, text };
}

async function decide(context: Context): Promise<Answer | Refusal> {
  const done = await runAct(context, decideExport, {
    request: wordOf(context, 1, 'the id of the request'),
    verdict: wordOf(context, 2, 'approved or refused'),
    words: textOf(context.options, 'why'),
  });
  return isRefusal(done) ? done : { json: done, text: 'Decided.' };
}

async function draw(context: Context): Promise<Answer | Refusal> {
  const request = wordOf(context, 1, 'the id of the request');
  const path = wordOf(context, 2, 'the file to write');
  // The place is taken before the file is drawn, because it is drawn once.
  const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
    throw new Fault(
      'file',
      `The file cannot be written to ${path}: there is a file of that name, or the folder cannot be written.`,
      { cause },
    );
  });
  try {
    const drawn = await runAct(context, drawExport(csvFile), { request });
    if (isRefusal(drawn)) {
      await rm(path);
      return drawn;
    }
    await file.writeFile(drawn.content);
    const { content: _content, ...json } = drawn;
    return { json: { ...json, file: path }, text: `${drawn.arms} arms written to ${path}.` };
  } finally {
    await file.close();
  }
}
