/** The command that says which arms the marks that are left may be of. */
import { identifyArm } from '../../acts/identify-arm.ts';
import type { CandidateTold, Identified } from '../../acts/identify-output.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { type Command, type Options, shown, textOf, Usage } from './command.ts';
import { runAct } from './run-act.ts';

const SAID = ['maker', 'model', 'calibre', 'country', 'class', 'property', 'import-mark'] as const;

/** The options with which a question is asked, and how they are written. */
export const QUESTION_OPTIONS = {
  ...(Object.fromEntries(SAID.map((name) => [name, 'text'])) as Record<(typeof SAID)[number], 'text'>),
  year: 'text',
  wide: 'flag',
} as const;
export const QUESTION_USAGE =
  '[--maker M] [--model M] [--calibre C] [--country C] [--class C] [--year Y] [--property P] [--import-mark P] [--wide]';

/** The question that the words and options of a command ask. */
export function questionIn(words: readonly string[], options: Options): object {
  const said = Object.fromEntries(
    SAID.flatMap((name) => {
      const value = textOf(options, name);
      return value === undefined ? [] : [[name === 'import-mark' ? 'importMark' : name, value]];
    }),
  );
  const year = textOf(options, 'year');
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new Usage(`A year is four digits; "${shown(year)}" came.`);
  return {
    reading: words.join(' '),
    ...said,
    ...(year === undefined ? {} : { year: Number(year) }),
    wide: options.wide === true,
  };
}

export const identifyCommand: Command = {
  name: 'identify',
  usage: `identify 'AB1?3' ${QUESTION_USAGE} (? unknown, [60] one of these, 7~ worn, … lost; or a sentence)`,
  says: 'Say which arms the marks that are left may be of, and how likely none of them.',
  options: QUESTION_OPTIONS,
  async run(context) {
    const found = await runAct(context, identifyArm, questionIn(context.words, context.options));
    return isRefusal(found) ? found : { json: found, text: linesOf(found).join('\n') };
  },
};

function linesOf(found: Identified): readonly string[] {
  const read = found.understood.readings.map(({ written, part }) => `${shown(written)} (${part})`).join('; ');
  const more = found.isCut
    ? `more than ${found.moreFitting}`
    : found.moreFitting > 0
      ? `${found.moreFitting}`
      : 'no';
  return [
    `Understood: ${read}`,
    ...found.candidates.map(lineOf),
    `${percent(found.noneProbability)}  none of these`,
    `${more} more fit.${decisiveLine(found)}`,
    'Investigative lead, to be confirmed by an expert.',
  ];
}

function lineOf({ probability, serial, number, maker, model, calibre, bits }: CandidateTold): string {
  const why = Object.entries(bits)
    .sort((a, b) => Math.abs(b[1] ?? 0) - Math.abs(a[1] ?? 0))
    .map(([name, value]) => `${name} ${(value ?? 0) > 0 ? '+' : ''}${value}`)
    .join(', ');
  const what = [maker, model, calibre].flatMap((one) => (one ? [shown(one)] : [])).join(' ');
  return `${percent(probability)}  ${shown(serial ?? '')}  ${number}  ${what}  (${why})`;
}

/** A share in hundredths, in four places. */
/** A probability in per cent: never quite all and never quite nothing, for a lead is no proof. */
export function percent(share: number): string {
  const told = share > 0.99 ? '>99' : share > 0 && share < 0.01 ? '<1' : String(Math.round(share * 100));
  return `${told.padStart(3)} %`;
}

function decisiveLine({ decisive }: Identified): string {
  if (!decisive) return '';
  const may = (decisive.may ?? []).map(shown).join(' or ');
  if (decisive.what === 'place') return ` Place ${decisive.place} decides: ${may}.`;
  if (decisive.what === 'another-mark') return ' Another number on the arm would decide.';
  return ` The ${decisive.what} decides: ${may}.`;
}
