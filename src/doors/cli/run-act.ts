/** How a command does an act: as the person who works, with that person's rights. */
import type { Act } from '../../acts/office.ts';
import { perform } from '../../acts/perform.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import { type Context, Usage } from './command.ts';

/** Runs an act with input from the command line; input that does not fit is wrong usage. */
export async function runAct<I, O>(context: Context, act: Act<I, O>, input: unknown): Promise<O | Refusal> {
  const parsed = act.input.safeParse(input);
  if (!parsed.success)
    throw new Usage(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.') || 'input'}: ${wordsOf(message)}`)
        .join(' '),
    );
  return perform(await context.office(), await context.person(), context.purpose, act, input);
}

/** What somebody left out is missing; other messages stand as they are. */
function wordsOf(message: string): string {
  return message.endsWith('received undefined') ? 'it is missing.' : message;
}
