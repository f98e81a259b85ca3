/** Lines on what a serial tells of its arm, and on what cannot be. */
import type { Noted, SerialSaid } from '../../acts/serial-output.ts';
import { shown } from './command.ts';

/** The grammars that a serial fits with what they tell, or those that it nearly fits and where it does not. */
export function serialLines({ fits, misfits }: SerialSaid): readonly string[] {
  if (fits.length + misfits.length === 0) return ['  No grammar of the maker fits, not even nearly.'];
  const near = misfits.flatMap(({ wrong, ...one }) => [
    `  nearly ${tellOne(one)}`,
    ...wrong.map(
      ({ place, stands, could, alike }) =>
        `    place ${place}: ${shown(stands)} stands where only ${rangesOf(could)} can${alike === '' ? '' : `; perhaps ${[...alike].join(' or ')}`}`,
    ),
  ]);
  return [...fits.map((one) => `  fits ${tellOne(one)}`), ...near];
}

function tellOne({ grammar, title, years, months, factory, hint }: SerialSaid['fits'][number]): string {
  const told = [
    ...(years.length === 0 ? [] : [`year ${years.join(' or ')}${hint ? ' (a weak lead)' : ''}`]),
    ...(months.length === 0 ? [] : [`month ${months.join(' or ')}`]),
    ...(factory === undefined ? [] : [`factory ${shown(factory)}`]),
  ];
  return `${grammar}: ${told.length === 0 ? 'tells no year' : told.join(', ')}. ${title}`;
}

/** Characters as runs: 0-9, A-EGHJ. */
function rangesOf(characters: string): string {
  const runs: string[][] = [];
  for (const one of characters) {
    const last = runs.at(-1);
    if (last && last.at(-1)!.codePointAt(0) === one.codePointAt(0)! - 1) last.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(''))).join('');
}

/** What cannot be of an arm, one line each. */
export function notedLines(noted: Noted): readonly string[] {
  return noted.map((one) => {
    const serial = shown(one.serial);
    if (one.kind === 'never-so')
      return `Note: in ${one.stated} its maker wrote no serial in the form of ${serial}.`;
    const told = `Note: going by how its maker writes serials, ${serial}`;
    if (one.kind === 'other-year')
      return `${told} is of ${one.years.join(' or ')}; the year stated is ${one.stated}.`;
    return `${told} was not made before ${one.made}; the record has the arm earlier: ${one.seenOn}.`;
  });
}
