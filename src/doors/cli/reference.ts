/** Commands that tell what was understood: of a mark as it was typed, and what a typed name may stand for. */
import { NORMALISED_KINDS, normalise } from '../../acts/normalise.ts';
import { understandReading } from '../../acts/understand-reading.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { type Command, shown, textOf, Usage, wordOf } from './command.ts';
import { runAct } from './run-act.ts';
import { serialLines } from './serial-lines.ts';

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
  usage:
    "reading 'AB1?3' [--maker MAKER] [--class CLASS] (? unknown, [60] one of these, 7~ worn, … lost; or a sentence)",
  says: 'Say what is understood of a mark as it was typed, and what the serials of its maker tell by it.',
  options: { maker: 'text', class: 'text' },
  async run(context) {
    const maker = textOf(context.options, 'maker');
    const kind = textOf(context.options, 'class');
    const found = await runAct(context, understandReading, {
      text: context.words.join(' '),
      ...(maker === undefined ? {} : { maker }),
      ...(kind === undefined ? {} : { class: kind }),
    });
    if (isRefusal(found)) return found;
    const lines = found.readings.flatMap(({ part, condition, written, facts, serial }) => {
      const said = [
        `${facts.read} read`,
        ...facts.worn.map((place) => `place ${place} worn`),
        ...facts.unknown.map((place) => `place ${place} unknown`),
        ...facts.either.map(({ place, may }) => `place ${place} one of ${[...may].join(', ')}`),
        ...facts.lost.map((where) => `the ${where} is lost`),
      ];
      const first = `${shown(written)}  on the ${part}, ${condition}: ${said.join('; ')}`;
      return [first, ...(serial ? serialLines(serial) : [])];
    });
    if (maker !== undefined && found.maker === undefined)
      lines.push(`No maker is surely called ${shown(maker)}: ask "normalise maker" which may be meant.`);
    lines.push(...found.leftOut.map(({ text }) => `Left out: ${shown(text)}`));
    return { json: found, text: lines.join('\n') || 'No character of a mark was understood.' };
  },
};
