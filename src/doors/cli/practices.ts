/** Commands about how States mark arms: list, show, record. */
import { listMarkingPractices, type PracticeTold } from '../../acts/list-marking-practices.ts';
import { recordMarkingPractice } from '../../acts/record-marking-practice.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { type Answer, type Command, type Context, shown, textOf, Usage, wordOf } from './command.ts';
import { readJsonFile } from './json-file.ts';
import { order } from './people.ts';
import { runAct } from './run-act.ts';

export const markingPractices: Command = {
  name: 'marking-practices',
  usage:
    'marking-practices list [--country XX] [--kind KIND] [--text TEXT] [--mark MARK] [--own] [--after CODE] | show CODE | record FILE.json --why TEXT [--add] | take-back CODE --why TEXT',
  says: 'How States mark arms. A mark is given as it stands ("DE 14") or described ("arrow in triangle"); the closest practices come first. A file holds one practice by its members, {"code", "countries", "kind", …}.',
  options: {
    country: 'text',
    kind: 'text',
    text: 'text',
    mark: 'text',
    after: 'text',
    why: 'text',
    own: 'flag',
    add: 'flag',
  },
  run: (context) => order(context, { list, show, record, 'take-back': takeBack }),
};

async function list(context: Context): Promise<Answer | Refusal> {
  const { options } = context;
  const wanted = ['country', 'kind', 'text', 'mark', 'after'].map(
    (name) => [name, textOf(options, name)] as const,
  );
  const page = await runAct(context, listMarkingPractices, {
    ...Object.fromEntries(wanted.filter(([, value]) => value !== undefined)),
    own: options.own === true,
  });
  if (isRefusal(page)) return page;
  const lines = page.practices.map(lineOf);
  if (page.next !== undefined) lines.push(`The next page: --after ${page.next}`);
  return { json: page, text: lines.join('\n') || 'None.' };
}

function lineOf({ code, countries, kind, looks, fit, from, to }: PracticeTold): string {
  const years = fit ?? { from, to };
  const when =
    years.from === undefined && years.to === undefined ? '' : ` (${years.from ?? ''}–${years.to ?? ''})`;
  const [words = ''] = Object.values(looks);
  return `${shown(code)}  ${(fit?.countries ?? countries).join(',')}  ${kind}${when}: ${shown(words)}`;
}

async function show(context: Context): Promise<Answer | Refusal> {
  const code = wordOf(context, 1, 'the code');
  const page = await runAct(context, listMarkingPractices, { code });
  if (isRefusal(page)) return page;
  const [one] = page.practices;
  if (!one) return refusal('practice-unknown', { code });
  const lines = Object.entries(one).map(
    ([name, value]) =>
      `${name.padEnd(10)} ${shown(typeof value === 'object' ? JSON.stringify(value) : String(value))}`,
  );
  return { json: one, text: lines.join('\n') };
}

function whyOf({ options }: Context): string {
  const why = textOf(options, 'why');
  if (why === undefined) throw new Usage('Missing: --why.');
  return why;
}

async function record(context: Context): Promise<Answer | Refusal> {
  const file = wordOf(context, 1, 'the file');
  const held = await readJsonFile(file, 'a practice');
  if (typeof held !== 'object' || held === null || Array.isArray(held))
    throw new Usage(`${file} holds no practice: expected {"code": …, "countries": …}.`);
  const { code, ...practice } = held as Readonly<Record<string, unknown>>;
  const adds = context.options.add === true;
  const done = await runAct(context, recordMarkingPractice, { code, practice, why: whyOf(context), adds });
  return isRefusal(done)
    ? done
    : { json: done, text: `Kept. ${shown(String(code))} stands as the State has it from now on.` };
}

async function takeBack(context: Context): Promise<Answer | Refusal> {
  const code = wordOf(context, 1, 'the code');
  const done = await runAct(context, recordMarkingPractice, { code, takeBack: true, why: whyOf(context) });
  return isRefusal(done) ? done : { json: done, text: `Taken back: ${shown(code)}.` };
}
