/** An arm as a person reads it in the terminal: the answer first, then custody, marks, entries. */
import type { ArmView } from '../../acts/view-arm.ts';
import { CATALOGUES } from '../web/words/languages.ts';
import { shown } from './command.ts';
import { notedLines } from './serial-lines.ts';

/** The words for a contradiction, or its code where it is none (a proposal, an overdue hand-over). */
export function clashName(kind: string): string {
  const { clashes } = CATALOGUES.en.terms;
  return kind in clashes ? clashes[kind as keyof typeof clashes].name : kind;
}

/** Formats an arm for the terminal. */
export function formatArm(view: ArmView): string {
  const { state, names } = view;
  const name = (id: string | undefined): string =>
    id === undefined ? '(nobody recorded)' : shown(names.get(id) ?? 'a person');
  const { description } = state;
  const lines = [
    `${view.number}  ${description.class}  ${[description.maker, description.model, description.calibre]
      .filter(Boolean)
      .map((text) => shown(text ?? ''))
      .join(' ')}`,
    ...state.contradictions.map(
      (one) => `! ${one.severity.toUpperCase()}: ${clashName(one.kind)} (${one.happened || 'time unknown'})`,
    ),
    ...notedLines(view.noted),
    `Status: ${state.status}`,
    `Answers for it now: ${name(state.now.keeper)}${state.since.keeper?.at ? ` since ${state.since.keeper.at}` : ''}`,
    `Owner: ${name(state.now.owner)}; unit: ${name(state.now.unit)}; bearer: ${name(state.now.bearer)}`,
    `Last seen: ${state.lastSeen ? `${state.lastSeen.at || 'time unknown'} (${state.lastSeen.how})` : 'never'}`,
    `Last recorded lawful holder: ${lawful(view, name)}`,
    `First recorded irregularity: ${state.firstIrregularity ? `${state.firstIrregularity.type}, ${state.firstIrregularity.at || 'time unknown'}` : 'none'}`,
    '',
    'Marks as read:',
    ...(state.marks.length === 0 ? ['  (none recorded)'] : []),
    ...state.marks.map(
      (mark) =>
        `  ${mark.part}  ${mark.kind}  ${mark.text ? `"${shown(mark.text)}"` : '—'}  ${mark.condition}${mark.note ? `  (${shown(mark.note)})` : ''}`,
    ),
    '',
    'Custody, as it happened:',
    ...view.events.map(
      (event) =>
        `  ${(event.happened || 'time unknown').padEnd(12)}  ${event.type}${movesOf(event.to, name)}${event.late ? '  [recorded late]' : ''}`,
    ),
    ...state.gaps.map((gap) => `  gap: nobody recorded from ${gap.from || '?'} to ${gap.to ?? 'now'}`),
    ...view.lots.map(
      (lot) =>
        `  fits a declared lot: ${lot.prefix}${lot.first}–${lot.last}, ${lot.model ?? lot.class}, ${lot.year ?? 'year unknown'}`,
    ),
    '',
    'Entries:',
    ...view.entries.map(
      (entry) =>
        `  ${entry.entry}  ${entry.recorded}  ${entry.kind}  ${entry.leaf === undefined ? 'waits for its leaf' : `leaf ${entry.leaf}`}`,
    ),
  ];
  return lines.join('\n');
}

function lawful(view: ArmView, name: (id: string | undefined) => string): string {
  const held = view.state.lastLawful;
  if (!held) return 'none recorded';
  const right = held.basis ? `, by ${held.basis.kind} ${shown(held.basis.number ?? '')}`.trimEnd() : '';
  return `${name(held.holder)}${held.until ? ` until ${held.until}` : ' (still)'}${right}`;
}

function movesOf(to: object | undefined, name: (id: string | undefined) => string): string {
  if (!to) return '';
  return `  → ${Object.entries(to)
    .map(([lane, id]) => `${lane}: ${name(id as string)}`)
    .join(', ')}`;
}
