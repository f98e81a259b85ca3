/** Telling the life of an arm in few words, for tests: defaults everywhere, each test states only what matters. */
import type { Happened } from '../../src/domain/base/happened.ts';
import type { Surroundings } from '../../src/domain/custody/decide.ts';
import type { ArmEvent, RecordedEvent } from '../../src/domain/custody/event.ts';
import type { EventType } from '../../src/domain/custody/life-cycle.ts';
import type { Party, PartyKind } from '../../src/domain/custody/party.ts';
import type { Right } from '../../src/domain/licence/right.ts';
import type { Mark } from '../../src/domain/marks/mark.ts';

export const at = (time: string): Happened => time as Happened;

/** A serial that can be read, in a pattern no maker uses. */
export const SERIAL: Mark = { kind: 'serial', part: 'receiver', text: 'ZQ-0417', condition: 'legible' };
export const NO_SERIAL: Mark = { kind: 'serial', part: 'receiver', text: '', condition: 'removed' };
export const TRANSFER_MARK: Mark = { kind: 'transfer', part: 'receiver', text: 'XA', condition: 'legible' };

/** An event as an act is given it. */
export function event(type: EventType, time: string, more: Partial<ArmEvent> = {}): ArmEvent {
  return { type, happened: at(time), ...more };
}

/** The same, asking leave. */
export function ask(type: EventType, time: string, more: Partial<ArmEvent> = {}): ArmEvent {
  return { ...event(type, time, more), asked: true };
}

let counted = 0;

/** An event with its own entry, recorded at noon of the day it happened where nothing else is said. */
export function told(type: EventType, time: string, more: Partial<RecordedEvent> = {}): RecordedEvent {
  const day = time.length >= 10 ? time.slice(0, 10) : '2026-01-01';
  counted += 1;
  const entry = `entry-${String(counted).padStart(6, '0')}`;
  return { type, happened: at(time), entry, recorded: `${day}T12:00:00.000Z`, operator: 'clerk', ...more };
}

/** A rifle of the army, with a serial, kept by the depot in the books of the first battalion. */
export function armyRifle(time = '2019-01-10'): RecordedEvent {
  return told('registered', time, {
    arm: { class: 'assault-rifle', year: 1987 },
    marks: [SERIAL],
    number: 'XA-DTRC5-4GCS7',
    to: { owner: 'army', unit: 'battalion', keeper: 'depot' },
  });
}

/** A hunting rifle of a person with a licence. */
export function huntingRifle(time = '2019-01-10'): readonly RecordedEvent[] {
  return [
    told('registered', time, { arm: { class: 'rifle' }, marks: [SERIAL], number: 'XA-DTRC5-4GCS7' }),
    told('held-under-right', time, {
      to: { owner: 'hunter' },
      basis: { kind: 'licence', number: 'L 77' },
      recorded: `${time}T13:00:00.000Z`,
    }),
  ];
}

export function party(id: string, kind: PartyKind, more: Partial<Party> = {}): Party {
  return { id, kind, name: id, state: 'active', usesRegister: false, names: [], ...more };
}

export function right(holder: string, more: Partial<Right> = {}): Right {
  return {
    id: `right of ${holder}`,
    holder,
    kind: 'possession',
    number: 'L 1',
    authority: 'prefecture',
    from: at('2015'),
    until: at(''),
    state: 'valid',
    stateSince: at('2015'),
    ...more,
  };
}

const PARTIES = [
  party('army', 'agency'),
  party('battalion', 'unit'),
  party('depot', 'depot', { usesRegister: true }),
  party('other depot', 'depot', { usesRegister: true }),
  party('post', 'unit'),
  party('old unit', 'unit', { state: 'disbanded' }),
  party('police', 'agency'),
  party('court', 'court'),
  party('hunter', 'person'),
  party('dealer', 'dealer'),
  party('buyer abroad', 'company'),
  party('engraver', 'person'),
  party('inspector', 'person'),
];
/** Everybody whom the stories name, and the one right that is held. */
export const around: Surroundings = {
  parties: new Map(PARTIES.map((one) => [one.id, one])),
  rights: [right('hunter')],
};
