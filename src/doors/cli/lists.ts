/** Commands that show and give out lists: work, quarantine, export, and every other act by its name. */
import { open } from 'node:fs/promises';
import { ACTS, type AnyAct } from '../../acts/all-acts.ts';
import { erasePersonalData } from '../../acts/erase-personal-data.ts';
import { exportArms } from '../../acts/export-arms.ts';
import { findArms } from '../../acts/find-arms.ts';
import { listQuarantined } from '../../acts/list-quarantined.ts';
import { listWork } from '../../acts/list-work.ts';
import { Fault, isRefusal } from '../../domain/base/refusal.ts';
import { formatCsvRow } from '../sheets/write.ts';
import { clashName } from './arm-text.ts';
import { FIND, findWishes } from './arms.ts';
import { type Command, type Context, shown, textOf, Usage, wordOf } from './command.ts';
import { runAct } from './run-act.ts';

export const work: Command = {
  name: 'work',
  usage: 'work [ARM] [--limit N] [--after CURSOR] [--hand-overs-after CURSOR]',
  says: 'Show what waits for a person: alarms, contradictions, proposals, hand-overs.',
  options: { limit: 'text', after: 'text', 'hand-overs-after': 'text' },
  async run(context) {
    const limit = textOf(context.options, 'limit');
    const after = textOf(context.options, 'after');
    const handOversAfter = textOf(context.options, 'hand-overs-after');
    const list = await runAct(context, listWork, {
      arm: context.words[0],
      ...(limit ? { limit: Number(limit) } : {}),
      ...(after ? { after } : {}),
      ...(handOversAfter ? { handOversAfter } : {}),
    });
    if (isRefusal(list)) return list;
    const lines = [
      ...list.items.map(
        (item) => `${item.severity.padEnd(8)} ${clashName(item.kind)}  arm ${item.subject}  item ${item.id}`,
      ),
      ...list.handOvers.map(
        (one) =>
          `${one.overdue ? 'overdue ' : 'waits   '} hand-over of arm ${one.arm}, due ${one.due ?? 'no day'}`,
      ),
      ...(list.next ? [`The next page of items: --after ${list.next}`] : []),
      ...(list.handOversNext
        ? [`The next page of hand-overs: --hand-overs-after ${list.handOversNext}`]
        : []),
    ];
    return { json: list, text: lines.join('\n') || 'Nothing waits.' };
  },
};

export const quarantine: Command = {
  name: 'quarantine',
  usage: 'quarantine [IMPORT] [--limit N] [--after CURSOR]',
  says: 'Show the rows that could not be an arm or an event, with their reasons.',
  options: { limit: 'text', after: 'text' },
  async run(context) {
    const after = textOf(context.options, 'after');
    const page = await runAct(context, listQuarantined, {
      limit: Number(textOf(context.options, 'limit') ?? 100),
      ...(context.words[0] === undefined ? {} : { import: context.words[0] }),
      ...(after ? { after } : {}),
    });
    if (isRefusal(page)) return page;
    const lines = page.rows.map(
      (row) => `${row.sheet} row ${row.row}: ${row.reasons}  ${shown(row.cells ?? '').slice(0, 200)}`,
    );
    if (page.next !== undefined) lines.push(`The next page: --after ${JSON.stringify(page.next)}`);
    return { json: page, text: lines.join('\n') || 'Nothing is in quarantine.' };
  },
};

export const exportCommand: Command = {
  name: 'export',
  usage: 'export FILE.csv [the options of find]',
  says: 'Write a list of arms as CSV, safe to open in a spreadsheet.',
  options: Object.fromEntries(FIND.map((name) => [name, 'text' as const])),
  async run(context) {
    const path = wordOf(context, 0, 'the file to write');
    const wanted = findArms.input.safeParse(findWishes(context.options));
    if (!wanted.success) throw new Usage(wanted.error.issues.map((issue) => issue.message).join(' '));
    const actor = await context.permitted('export-arms');
    const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
      throw new Fault(
        'file',
        `The list cannot be written to ${path}: there is a file of that name, or the folder cannot be written.`,
        { cause },
      );
    });
    try {
      const exported = await exportArms(await context.office(), actor, wanted.data, async (rows) => {
        await file.write(rows.map((row) => formatCsvRow([...row])).join(''));
      });
      if (isRefusal(exported)) return exported;
      return { json: { ...exported, file: path }, text: `${exported.arms} arms written to ${path}.` };
    } finally {
      await file.close();
    }
  },
};

/** Every act that doors offer, and those beside them that take and give JSON alone. */
function listDoable(context: Context): readonly AnyAct[] {
  const beside = [erasePersonalData(context.house.noteErasures)] as readonly AnyAct[];
  return [...ACTS, ...beside.filter(({ name }) => !ACTS.some((act) => act.name === name))];
}

export const doAct: Command = {
  name: 'do',
  usage: 'do ACT JSON   (do help: the names of the acts)',
  says: 'Run any act of the register with its input as JSON.',
  options: {},
  async run(context) {
    const name = wordOf(context, 0, 'the name of the act');
    const acts = listDoable(context);
    if (name === 'help')
      return {
        json: acts.map(({ name: act, says, clauses }) => ({ act, says, clauses })),
        text: acts.map((act) => `${act.name.padEnd(26)} ${act.says}`).join('\n'),
      };
    const found = acts.find((act) => act.name === name);
    if (!found)
      throw new Usage(`There is no act "${name}". There are: ${acts.map((act) => act.name).join(', ')}.`);
    const result = await runAct(context, found, parseJson(wordOf(context, 1, 'its input as JSON')));
    if (isRefusal(result)) return result;
    return { json: result, text: JSON.stringify(result, undefined, 2) };
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Usage('The input of the act is not JSON.');
  }
}
