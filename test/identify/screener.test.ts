/** What threads answer from memory is what an act answers from the database, in the order of the rows. A-10. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machine } from '../../src/acts/office.ts';
import { openScreener } from '../../src/acts/screen-in-memory.ts';
import { type Screened, type ScreenRow, screenMarks } from '../../src/acts/screen-marks.ts';
import { world } from '../world.ts';
import { registerMarked, SERIALS } from './registered.ts';

/** Without how long it took, and without the serial of each arm: of several numbers memory shows the first, and only its characters. */
function told(answer: Screened): object {
  if ('refused' in answer) return answer;
  const candidates = answer.candidates.map((one) => ({ ...one, serial: undefined }));
  return { ...answer, candidates, milliseconds: 0 };
}

test('A-10: threads answer row by row what the act answers', async (t) => {
  const here = await world({});
  t.after(() => here.close());
  await registerMarked(here);
  const actor = machine('test', 'screening');
  const rows: ScreenRow[] = [
    ...SERIALS.map((serial, at) => ({
      serial,
      ...(at % 2 === 0 ? { maker: 'tauros', calibre: '.380' } : {}),
    })),
    { serial: '' },
    ...SERIALS.map((serial) => ({ serial: `${serial.slice(1)}?`, country: 'Brazil' })),
    ...SERIALS.map((serial) => ({ serial: `…${serial.slice(2)}` })),
  ];
  const asked = await screenMarks.run(here.office, actor, { rows, wide: false });
  assert.ok('rows' in asked);
  const screener = await openScreener(here.office, actor, false);
  const answers: Screened[] = [];
  try {
    async function* helpings(): AsyncGenerator<readonly ScreenRow[]> {
      for (let at = 0; at < rows.length; at += 3) yield rows.slice(at, at + 3);
    }
    for await (const texts of screener.screen(helpings()))
      answers.push(...texts.map((text) => JSON.parse(text) as Screened));
  } finally {
    await screener.close();
  }
  assert.equal(answers.length, rows.length);
  for (const [at, answer] of answers.entries())
    assert.deepEqual(told(answer), told(asked.rows[at]!), rows[at]!.serial);
});
