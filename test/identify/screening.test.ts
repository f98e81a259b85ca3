/** Screening in memory and searching in the database give the same answers, whatever is asked. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { identifierOf } from '../../src/acts/identifier.ts';
import { makeRegisterSearch } from '../../src/acts/screen-register.ts';
import { readRegister } from '../../src/acts/screened-register.ts';
import { type Searched, searchMarks } from '../../src/acts/search-marks.ts';
import { CANDIDATES_TOLD_MAX } from '../../src/acts/tell-candidates.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import { parseReading } from '../../src/domain/marks/reading.ts';
import { type World, world } from '../world.ts';
import { registerMarked, SERIALS } from './registered.ts';

let here: World;
before(async () => {
  here = await world({});
  await registerMarked(here);
});
after(() => here.close());

/** What an answer says of each arm, and of none; by name of those that are told. */
function told({ answer, armOf, isCut }: Searched): object {
  return {
    isCut,
    none: answer.noneProbability,
    arms: answer.best().map(({ arm, totalBits, probability, bits }, place) => ({
      ...(place < CANDIDATES_TOLD_MAX ? { arm: armOf(arm).number, maker: armOf(arm).maker } : {}),
      totalBits,
      probability,
      bits,
    })),
  };
}

const character = fc.constantFrom(...'ABKOQIZS0123456789ВЛЯ', '?', '…', '~', '[60]', '[8B]');
/** A serial of the register with a character changed, added, lost or swapped here and there. */
const damaged = fc
  .tuple(
    fc.constantFrom(...SERIALS),
    fc.array(fc.tuple(fc.nat(9), fc.nat(3), character), { minLength: 0, maxLength: 2 }),
  )
  .map(([serial, edits]) => {
    const all = [...serial];
    for (const [at, kind, one] of edits) {
      const place = at % (all.length + 1);
      if (kind === 0) all.splice(place, 1, one);
      else if (kind === 1) all.splice(place, 0, one);
      else if (kind === 2) all.splice(place, 1);
      else all.splice(place, 2, ...all.slice(place, place + 2).reverse());
    }
    return all.join('');
  });
const reading = fc.oneof(
  { weight: 4, arbitrary: damaged },
  { weight: 1, arbitrary: fc.array(character, { minLength: 1, maxLength: 10 }).map((all) => all.join('')) },
);

test('A-10: every question has one answer, from the database or from memory', async () => {
  const identifier = await identifierOf(here.office);
  const search = makeRegisterSearch(await readRegister(here.db), identifier);
  const said = fc.record(
    {
      maker: fc.constantFrom('Taurus', 'tauros', 'Glock', 'Nobody & Sons'),
      calibre: fc.constantFrom('.380', '9x19', '7.62'),
      class: fc.constantFrom('pistol', 'rifle'),
      country: fc.constantFrom('Brazil', 'XA'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(reading, { minLength: 1, maxLength: 2 }),
      said,
      fc.boolean(),
      async (texts, described, wide) => {
        const question = identifier.ask(
          texts.map((text) => parseReading(text).reading),
          described,
        );
        const database = await searchMarks(here.db, EVERYTHING, identifier, question, wide);
        assert.deepEqual(told(search(question, wide)), told(database));
      },
    ),
    { numRuns: 100 },
  );
});
