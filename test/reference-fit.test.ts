/** What typed words are taken for where a field holds something else than one name: remarks, models, two names. B-12. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCalibre } from '../src/domain/reference/calibre-writing.ts';
import { makeNormaliser, type Normalised } from '../src/domain/reference/normalise.ts';
import { readReference } from '../src/doors/reference/read-reference.ts';

const lookup = await readReference();
const codes = ({ candidates }: Normalised): readonly string[] => candidates.map(({ code }) => code);

test('words by which a form says that it does not know name no maker and no calibre', () => {
  for (const text of [
    'n/c',
    'ignorada',
    'nãoaparen',
    'nãopossui',
    'INDETERM',
    'NAO IDEN',
    'incerto',
    'sem',
    '-',
  ])
    for (const what of ['maker', 'calibre'] as const)
      assert.deepEqual(lookup[what](text), { candidates: [], noneProbability: 1 }, `${what} ${text}`);
});

test('words without a digit are hardly ever a calibre, unless they are the name of one', () => {
  for (const text of ['aguarda laudo', 'pistola', 'quebrado', 'no tiene'])
    assert.ok(lookup.calibre(text).noneProbability > 0.5, text);
  assert.equal(codes(lookup.calibre('papo amarelo'))[0], '44-40');
});

test('two calibres in one field are both told, and what is one calibre with a bar in it stays one', () => {
  for (const text of ['22 E 38', '38/22', '22 and 38', '.22; .38']) {
    const answer = lookup.calibre(text);
    const sure = answer.candidates.filter(({ probability }) => probability > 0.25).map(({ code }) => code);
    assert.deepEqual(sure.sort(), ['22-lr', '38-special'], text);
    const sum = answer.candidates.reduce((all, { probability }) => all + probability, answer.noneProbability);
    assert.ok(sum <= 1.000001 && sum > 0.9, `${text} ${sum}`);
  }
  assert.deepEqual(codes(lookup.calibre('38/357')).slice(0, 2).sort(), ['357-magnum', '38-special']);
  assert.equal(codes(lookup.calibre('12/70'))[0], 'gauge-12');
  assert.equal(codes(lookup.calibre('44/40'))[0], '44-40');
});

test('candidates that are the same in practice name each other', () => {
  const [first, second] = lookup.calibre('308').candidates;
  assert.deepEqual([first!.code, second!.code].sort(), ['308-winchester', '7.62x51']);
  assert.ok(first!.alsoFits!.includes(second!.code) && second!.alsoFits!.includes(first!.code));
  assert.equal(lookup.calibre('12/70').candidates[0]!.alsoFits, undefined);
});

test('a maker is known by an initial, cut short, and by its model where the name is of no maker', () => {
  for (const [text, code] of [
    ['win', 'winchester'],
    ['s.wesson', 'smith-wesson'],
    ['h. koch', 'heckler-koch'],
    ['jericho', 'imi'],
    ['scar', 'fn-herstal'],
    ['canik tp9', 'canik'],
    ['springfiel', 'springfield-armory'],
  ] as const)
    assert.equal(codes(lookup.maker(text))[0], code, text);
  // A name by which many makers call a model is none of theirs for sure.
  assert.ok(lookup.maker('ak47').candidates.every(({ probability }) => probability < 0.9));
  assert.ok(lookup.maker('ak47').candidates.length > 1);
});

test('the quick comparison answers what comparing with every name does', () => {
  const { makers, calibres } = lookup.reference;
  const tables = [
    [
      makers.values(),
      {},
      ['taurus pt', 'qwertz', 'bereta pietro', 'smithwes', 'rossii', 'nagoy', 'xx', 'cbcc'],
    ],
    [
      makers.values(),
      {},
      ['smth ans wessn', 'heckl', 'colt polic', 'armas', 'ижмех', 'glok 17', 'wla', 'ttt'],
    ],
    [
      calibres.values(),
      { writing: writeCalibre },
      ['7.62x38', '38 spll', '40mm x', '9 lugr', 'cal 8mm long'],
    ],
  ] as const;
  for (const [entries, how, texts] of tables) {
    const all = [...entries];
    const quick = makeNormaliser<(typeof all)[number]>(all, how);
    const thorough = makeNormaliser<(typeof all)[number]>(all, { ...how, thorough: true });
    for (const text of texts.flatMap((one) => [one, `${one} ${one.slice(2)}`, [...one].reverse().join('')])) {
      const [a, b] = [quick.find(text), thorough.find(text)];
      assert.deepEqual(codes(a), codes(b), text);
      assert.ok(Math.abs(a.noneProbability - b.noneProbability) < 1e-3, text);
      for (const [place, one] of a.candidates.entries()) {
        const other = b.candidates[place]!;
        assert.deepEqual([one.bits, one.by], [other.bits, other.by], text);
        assert.ok(Math.abs(one.probability - other.probability) < 1e-3, text);
      }
    }
  }
});
