/** Commands that tell what was understood: of a mark as it was typed, and what a typed name may stand for. */
import { NORMALISED_KINDS, normalise } from '../../acts/normalise.ts';
import { understandReading } from '../../acts/understand-reading.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { type Command, shown, textOf, Usage, wordOf } from './command.ts';
import { runAct } from './run-act.ts';

export const normaliseCommand: Command = {
  name: 'normalise',
  usage: 'normalise maker|calibre|model|class TEXT [--maker CODE]',
  says: 'Tell what a typed maker, calibre, model or class may stand for, with its bits and probability.',
  options: { maker: 'text' },
  async run(context) {
    const kind = wordOf(context, 0, 'what it is: maker, calibre, model or class');
    const what = NORMALISED_KINDS.find((one) => one === kind);
    if (what === undefined)
      throw new Usage(`Expected maker, calibre, model or class; "${shown(kind)}" came.`);
    // An empty text is one too: it stands for nothing.
    const text = context.words.slice(1).join(' ');
    const maker = textOf(context.options, 'maker');
    const found = await runAct(context, normalise, { what, text, ...(maker ? { maker } : {}) });
    if (isRefusal(found)) return found;
    const lines = found.candidates.map(
      ({ code, name, bits, probability, by }) =>
        `${String(Math.round(probability * 100)).padStart(3)} %  ${bits.toFixed(1).padStart(5)} bits  ${code}  ${shown(name)}  (as ${shown(by)})`,
    );
    lines.push(`${String(Math.round(found.noneProbability * 100)).padStart(3)} %  none of the table`);
    return { json: found, text: lines.join('\n') };
  },
};

export const readingCommand: Command = {
  name: 'reading',
  usage: "reading 'AB1?3' (? unknown, [60] one of these, 7~ worn, … lost; or a sentence)",
  says: 'Say what is understood of a mark as it was typed, without looking for it.',
  options: {},
  async run(context) {
    const found = await runAct(context, understandReading, { text: context.words.join(' ') });
    if (isRefusal(found)) return found;
    const lines = found.readings.map(({ part, condition, written, facts }) => {
      const said = [
        `${facts.read} read`,
        ...facts.worn.map((place) => `place ${place} worn`),
        ...facts.unknown.map((place) => `place ${place} unknown`),
        ...facts.either.map(({ place, may }) => `place ${place} one of ${[...may].join(', ')}`),
        ...facts.lost.map((where) => `the ${where} is lost`),
      ];
      return `${shown(written)}  on the ${part}, ${condition}: ${said.join('; ')}`;
    });
    lines.push(...found.leftOut.map(({ text }) => `Left out: ${shown(text)}`));
    return { json: found, text: lines.join('\n') || 'No character of a mark was understood.' };
  },
};
