/** Commands about the State's own rows of the reference tables: reference edit, remove, history. */
import { editReference } from '../../acts/edit-reference.ts';
import { listReferenceChanges } from '../../acts/list-reference-changes.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, textOf, Usage } from './command.ts';
import { readJsonFile } from './json-file.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const reference: Command = {
  name: 'reference',
  usage:
    'reference edit --table maker|calibre|model|grammar --file FILE.json --why TEXT [--add] | remove --table TABLE --code CODE --why TEXT | history [--table TABLE] [--code CODE] [--after CURSOR]',
  says: 'Change the State\'s own rows of the reference tables, take one back, or show what was changed. A file holds one row by its columns, {"code", "name", …}, or one grammar.',
  options: { table: 'text', file: 'text', code: 'text', why: 'text', after: 'text', add: 'flag' },
  run: (context) => order(context, { edit, remove, history }),
};

/** The value of an option without which nothing can be done. */
function needed({ options }: Context, name: string): string {
  const value = textOf(options, name);
  if (value === undefined) throw new Usage(`Missing: --${name}.`);
  return value;
}

async function edit(context: Context): Promise<Answer | Refusal> {
  const [table, file, why] = ['table', 'file', 'why'].map((name) => needed(context, name));
  const fields = await readJsonFile(file!, 'a row of a table');
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new Usage(`${file} holds no row: expected {"code": …, "name": …}.`);
  const code = (fields as Record<string, unknown>)[table === 'grammar' ? 'id' : 'code'];
  const adds = context.options.add === true;
  const done = await runAct(context, editReference, { table, code, fields, why, adds });
  if (isRefusal(done)) return done;
  return { json: done, text: `Kept. ${shown(String(code))} stands as the State has it from now on.` };
}

async function remove(context: Context): Promise<Answer | Refusal> {
  const [table, code, why] = ['table', 'code', 'why'].map((name) => needed(context, name));
  const done = await runAct(context, editReference, { table, code, takeBack: true, why });
  if (isRefusal(done)) return done;
  return { json: done, text: `Taken back. ${shown(code!)} stands as it came with the program, if it did.` };
}

async function history(context: Context): Promise<Answer | Refusal> {
  const { options } = context;
  const after = textOf(options, 'after');
  const page = await runAct(context, listReferenceChanges, {
    table: textOf(options, 'table'),
    code: textOf(options, 'code'),
    ...(after === undefined ? {} : { after }),
  });
  if (isRefusal(page)) return page;
  const lines = page.changes.map(({ version, at, table, code, fields, why, name, operator }) => {
    const who = name ?? operator;
    const what = fields === undefined ? 'taken back' : shown(JSON.stringify(fields));
    return `${String(version).padStart(5)}  ${at}  ${table} ${shown(code)}${who === '' ? '' : `  by ${shown(who)}`}: ${shown(why)}\n       ${what}`;
  });
  if (page.next !== undefined) lines.push(`The next page: --after ${page.next}`);
  return { json: page, text: lines.join('\n') || 'The State has changed nothing.' };
}
