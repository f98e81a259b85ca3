/** Arms with a history, for the tests of the pages: one that was recorded destroyed and then seized, and hostile ones. */
import { recordEvent } from '../../src/acts/record-event.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { type RegisterArm, registerArm } from '../../src/acts/register-arm.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import type { PartyKind } from '../../src/domain/custody/party.ts';
import type { World } from '../world.ts';

/** The value, or a failure that shows the refusal. */
export function got<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`refused: ${JSON.stringify(value)}`);
  return value as T;
}

export async function party({ office, actor }: World, kind: PartyKind, name: string): Promise<string> {
  const wanted = recordParty.input.parse({ kind, name });
  return got(await recordParty.run(office, actor, wanted)).parties[0]!;
}

export async function arm({ office, actor }: World, wanted: Partial<RegisterArm>) {
  const parsed = registerArm.input.parse({ description: { class: 'assault-rifle' }, ...wanted });
  return got(await registerArm.run(office, actor, parsed));
}

/** Records one event of an arm after another. */
export async function tell({ office, actor }: World, arm: string, events: readonly object[]): Promise<void> {
  for (const event of events)
    got(await recordEvent.run(office, actor, recordEvent.input.parse({ arm, ...event })));
}

/** Twenty years of one rifle: imported, marked, issued, returned late, recorded destroyed, seized, held, sighted. */
export async function alarmArm(world: World): Promise<{ readonly id: string; readonly number: string }> {
  const state = await party(world, 'state', 'State of Aldera');
  const agency = await party(world, 'agency', 'Import office');
  const unit = await party(world, 'unit', '2nd Infantry, Kerem');
  const depot = await party(world, 'depot', 'Depot Kerem');
  const patrol = await party(world, 'unit', 'Patrol company');
  const court = await party(world, 'court', 'Court of Kerem, seal room');
  const { arm: id, number } = await arm(world, {
    description: { class: 'assault-rifle', maker: 'Norvik', model: 'M70', calibre: '7.62x39', year: 2003 },
    marks: [
      { kind: 'serial', part: 'receiver', text: 'ZN04471O', condition: 'legible' },
      {
        kind: 'serial',
        part: 'bolt-carrier',
        text: 'ZN044?1O',
        condition: 'partly-legible',
        note: 'the last may be O or 0',
      },
      { kind: 'import', part: 'receiver', text: 'XA 05', condition: 'legible' },
    ],
    happened: '2005-03-10' as never,
    to: { owner: state, unit: agency, keeper: agency },
  });
  await tell(world, id, [
    { type: 'imported', happened: '2005-03-12', to: { owner: state, unit: agency, keeper: agency } },
    { type: 'number-marked', happened: '2006-02-03', by: depot },
    { type: 'received', happened: '2006-02-04', to: { unit, keeper: depot } },
    {
      type: 'issued',
      happened: '2011-06-01',
      to: { unit, keeper: patrol },
      basis: { kind: 'voucher', number: 'B-77/11' },
    },
    { type: 'returned', happened: '2014-01-20', to: { unit, keeper: depot } },
    { type: 'destroyed', happened: '2017-08-14', basis: { kind: 'destruction batch', number: 'D-2017-31' } },
    {
      type: 'seized',
      happened: '2023-02-02',
      by: court,
      place: 'Customs post North',
      to: { keeper: agency },
    },
    {
      type: 'held-as-evidence',
      happened: '2023-05-03',
      to: { unit: court, keeper: court },
      basis: { kind: 'case', number: '118/23' },
    },
    { type: 'sighted', happened: '2024-08-11', how: 'read', by: court },
    {
      type: 'finding',
      happened: '2024-09',
      by: court,
      why: 'Diverted between 2017 and 2023, before the batch was cut up.',
    },
  ]);
  return { id, number };
}
