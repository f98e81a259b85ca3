/**
 * What one row of a file becomes: its own record, and the arms or the holding it registers. A row whose entry would be
 * larger than an entry may be goes to quarantine: no row stops an import. Not an act itself.
 *
 * @clause A-11
 */
import { isRefusal } from '../domain/base/refusal.ts';
import { eventOfWords } from '../domain/intake/event-words.ts';
import { REGISTER_KINDS } from '../domain/intake/register-kind.ts';
import type { QuarantineReason } from '../domain/intake/understood.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import type { Holding, NewRow } from '../store/import.ts';
import { drawNumber } from './draw-number.ts';
import type { Counters } from './import-counters.ts';
import { type NamedParty, partyMet } from './import-parties.ts';
import type { FreshRow, ImportRun } from './import-run.ts';
import type { NewArm } from './keep-in-bulk.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { partiesOf, rowEvents } from './row-events.ts';
import { seal } from './seal.ts';

const TOO_LARGE: QuarantineReason = 'entry-too-large';

/** A row with everything it registers. */
export type MadeRow = {
  readonly row: NewRow;
  readonly arms: readonly NewArm[];
  readonly holding?: Holding;
  readonly reasons?: string;
};

/** Makes the record of a new row, and its arms or its holding. */
export function makeRow(office: Office, run: ImportRun, row: FreshRow): MadeRow {
  const { understood } = row;
  const salt = office.random(SALT_BYTES);
  const base = { ...row, salt, subject: undefined };
  if (understood.outcome === 'other') return { row: { ...base, outcome: 'o' }, arms: [] };
  if (understood.outcome === 'quarantined')
    return { row: { ...base, outcome: 'q' }, arms: [], reasons: understood.reasons.join(' ') };
  const facts = REGISTER_KINDS[run.kind];
  const idOf = (named: NamedParty) => partyMet(run.parties, named);
  if (understood.outcome === 'holding') {
    const { description, quantity, date, texts } = understood;
    const { maker, model, calibre } = description;
    const keeper = partiesOf(texts, facts, idOf)?.keeper;
    const lastOn = date !== undefined && date.length >= 10 ? date.slice(0, 10) : undefined;
    const holding: Holding = {
      id: newId(office),
      class: description.class,
      maker,
      model,
      calibre,
      quantity,
      keeper,
      lastOn,
    };
    return { row: { ...base, outcome: 'h', subject: holding.id }, arms: [], holding };
  }
  const provenance = {
    cells: Buffer.from(commitment(salt, Buffer.from(row.cells))).toString('hex'),
    confidence: understood.confidence,
    ...(understood.damage.length > 0 ? { damage: understood.damage } : {}),
    file: run.digest,
    row: row.row,
    sheet: row.sheet,
  };
  const event = eventOfWords(understood.texts.event ?? understood.texts.status ?? '');
  const arms = (understood.several ?? [understood.marks]).map((marks): NewArm => {
    const number = drawNumber(office);
    const events = rowEvents({ understood, marks, number, provenance, facts, event, idOf });
    return { id: newId(office), number, register: run.register, entries: [{ kind: 'import', events }] };
  });
  return { row: { ...base, outcome: 'a', subject: arms[0]?.id }, arms };
}

/** Unnumbered holdings are entries too: so many arms declared without numbers, to be counted out. */
export function sealHolding(office: Office, actor: Actor, act: string, holding: Holding) {
  const { id, ...facts } = holding;
  const declared = JSON.parse(JSON.stringify({ type: 'holding-declared', ...facts })) as object;
  const recorded = nowOf(office);
  return seal(office, actor, {
    id: newId(office),
    act,
    kind: 'import',
    subject: id,
    recorded,
    events: [declared],
  });
}

/** Looks at every row by itself and sets aside those that no entry can hold. Needed only where a batch was refused. */
export function setAside(
  office: Office,
  actor: Actor,
  act: string,
  made: readonly MadeRow[],
  counters: Counters,
): readonly MadeRow[] {
  return made.map((one) => {
    if (fits(office, actor, act, one)) return one;
    counters.armsRegistered--;
    counters.quarantined++;
    const { quarantineReasons } = counters;
    quarantineReasons[TOO_LARGE] = (quarantineReasons[TOO_LARGE] ?? 0) + 1;
    return { row: { ...one.row, outcome: 'q', subject: undefined }, arms: [], reasons: TOO_LARGE };
  });
}

function fits(office: Office, actor: Actor, act: string, { arms, holding }: MadeRow): boolean {
  if (holding && isRefusal(sealHolding(office, actor, act, holding))) return false;
  return arms.every((arm) =>
    arm.entries.every(({ kind, events }) => {
      const entry = { id: newId(office), act, kind, subject: arm.id, recorded: nowOf(office), events };
      return !isRefusal(seal(office, actor, entry));
    }),
  );
}
