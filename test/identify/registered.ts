/**
 * A small register whose marks lie close together: two lots, Cyrillic series, numbers of parts, partly read ones, and numbers
 * that look alike, some of them given twice.
 */

import { randomUUID } from 'node:crypto';
import { machine } from '../../src/acts/office.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import type { World } from '../world.ts';

const MAKERS = ['Taurus', 'Glock', 'Orevall Works', ''];
const CALIBRES = ['.380', '9x19', '7.62x39', ''];

export const SERIALS: readonly string[] = [
  ...Array.from({ length: 40 }, (_, number) => `ZQ00${100 + number * 3}`),
  ...Array.from({ length: 20 }, (_, number) => `KB8${2000 + number}`),
  ...Array.from({ length: 10 }, (_, number) => `ВЛ${310 + number}`),
  ...Array.from({ length: 10 }, (_, number) => `${900_000 + number * 11}`),
  ...['KB82005', 'K882005', 'KBB2OO5', 'KB82OO5', 'KB8200S', 'KB8ZOO5', 'KB82005', 'KB82OO5', 'K882005'],
  'T6368-17AV00123',
  'ZQ001?6',
  'KB82[06]11',
  'A',
  '1',
];

/** Registers an arm for each serial; every seventh has another number on its slide. */
export async function registerMarked({ office }: World): Promise<void> {
  const actor = machine('tester', '');
  for (const [place, serial] of SERIALS.entries()) {
    const marks = [{ kind: 'serial', part: 'frame', text: serial, condition: 'legible' }];
    if (place % 7 === 0)
      marks.push({ kind: 'serial', part: 'slide', text: `ZQ00${700 + place}`, condition: 'legible' });
    const input = registerArm.input.parse({
      act: randomUUID(),
      description: {
        class: place % 3 === 0 ? 'rifle' : 'pistol',
        ...(MAKERS[place % 4] ? { maker: MAKERS[place % 4] } : {}),
        ...(CALIBRES[place % 4] ? { calibre: CALIBRES[place % 4] } : {}),
      },
      marks,
    });
    const registered = await registerArm.run(office, actor, input);
    if (isRefusal(registered)) throw new Error(JSON.stringify(registered));
  }
}
