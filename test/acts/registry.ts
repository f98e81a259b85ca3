/** A registry in a world: its parties and arms, and the acts in few words. */

import type { Receipt } from '../../src/acts/change-arm.ts';
import { correctEntry } from '../../src/acts/correct-entry.ts';
import type { Act, Actor } from '../../src/acts/office.ts';
import { recordEvent } from '../../src/acts/record-event.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { uuidV7 } from '../../src/domain/base/id.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { type World, type WorldOptions, world } from '../world.ts';

export type Registry = World & {
  /** Ids of the parties, by the names the tests call them. */
  readonly who: Readonly<
    Record<'army' | 'depot' | 'other' | 'post' | 'police' | 'guard' | 'engraver', string>
  >;
  readonly newId: () => string;
  run<I, O>(act: Act<I, O>, input: unknown, actor?: Actor): Promise<O | Refusal>;
  register(more?: object): Promise<Receipt>;
  record(arm: string, type: string, more?: object): Promise<Receipt | Refusal>;
  correct(arm: string, entry: string, more?: object): Promise<Receipt | Refusal>;
};

/** Opens a registry with its parties; close it after the tests. */
export async function registry(options: WorldOptions = {}): Promise<Registry> {
  const w = await world(options);
  const newId = (): string => uuidV7(Date.now(), w.office.random(10));
  const run: Registry['run'] = (act, input, actor = w.actor) =>
    act.run(w.office, actor, act.input.parse(input));
  const party = async (name: string, kind: string, usesRegister = false): Promise<string> =>
    kept(await run(recordParty, { name, kind, usesRegister })).parties[0]!;
  const who = {
    army: await party('Army', 'agency'),
    depot: await party('Depot', 'depot', true),
    other: await party('Other depot', 'depot', true),
    post: await party('Post', 'unit'),
    police: await party('Police', 'agency'),
    guard: await party('Guard', 'guard-company'),
    engraver: await party('Marking team', 'unit'),
  };
  return {
    ...w,
    who,
    newId,
    run,
    register: async (more = {}) => kept(await run(registerArm, { ...rifle(who), ...more })),
    record: (arm, type, more = {}) => run(recordEvent, { arm, type, ...more }),
    correct: (arm, entry, more = {}) => run(correctEntry, { arm, entry, why: 'misread', ...more }),
  };
}

function rifle(who: Registry['who']): object {
  return {
    description: { class: 'assault-rifle', maker: 'Zeta', calibre: '7.62x39' },
    marks: [{ kind: 'serial', part: 'receiver', text: 'ZQ-0417' }],
    to: { owner: who.army, unit: who.depot, keeper: who.depot },
    happened: '2019-01-10',
  };
}

/** The value of an act that must not be refused. */
export function kept<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${JSON.stringify(value)}`);
  return value;
}

/** The code of a refusal; "kept" where there was none. */
export function codeOf(value: unknown): string {
  return isRefusal(value) ? value.refused : 'kept';
}
