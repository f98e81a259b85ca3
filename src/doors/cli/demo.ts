/** The command that fills a demonstration home. */
import { isRefusal } from '../../domain/base/refusal.ts';
import { loadDemonstration } from '../demo/load.ts';
import { type Command, textOf, Usage, wordOf } from './command.ts';

export const demo: Command = {
  name: 'demo',
  usage: 'demo load [--arms N]',
  says: 'Fill a demonstration home with the invented State XA. Loading again adds nothing.',
  options: { arms: 'text' },
  async run(context) {
    context.console();
    if (wordOf(context, 0, 'load') !== 'load')
      throw new Usage('The demonstration can only be loaded: demo load.');
    const arms = Number(textOf(context.options, 'arms') ?? 20_000);
    if (!Number.isSafeInteger(arms) || arms < 1)
      throw new Usage('Expected a number of arms, such as --arms 20000.');
    const loaded = await loadDemonstration(await context.office('demonstration'), {
      arms,
      onProgress: ({ done, of }) => context.progress(`${done} of ${of} arms`),
    });
    if (isRefusal(loaded)) return loaded;
    await context.drain();
    return {
      json: loaded,
      text: `DEMONSTRATION: ${loaded.arms} arms, ${loaded.entries} entries in ${Math.round(loaded.seconds)} s.`,
    };
  },
};
