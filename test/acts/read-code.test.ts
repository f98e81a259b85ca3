/**
 * Codes of a photograph are read however they lie, printed or struck in dots, dark on light or light on dark; of what is no
 * picture, too large a one, or one without a code, a refusal says what to do. Nothing of any is kept.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import type { Actor, Office } from '../../src/acts/office.ts';
import { type CodesRead, readCode } from '../../src/acts/read-code.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { sayRefusal } from '../../src/doors/words/refusals.ts';
import { type Drawn, drawCode, photographOf } from './code-pictures.ts';
import { PDF, phonePhotograph, pngBomb } from './pictures.ts';

const GS1 = '(01)09501101530003(21)KJT82103';
/** The act touches neither the database nor the register, so it is given none. */
const NOTHING = {} as Office;
const WHO = { operator: 'o' } as Actor;

const read = async (bytes: Uint8Array, more: object = {}) => readCode(bytes).run(NOTHING, WHO, more);

async function codesOf(bytes: Buffer): Promise<CodesRead['codes']> {
  const found = await read(bytes);
  assert.ok(!isRefusal(found), JSON.stringify(found));
  return found.codes;
}

/** What was found in a photograph of one code, in one line. */
async function told(drawn: Drawn, change: (photograph: Sharp) => Sharp = (same) => same): Promise<string> {
  const code = await drawCode(drawn);
  const whole = await photographOf(1000, 800, [{ code, left: 300, top: 200 }]);
  return line(await codesOf(await change(whole).png().toBuffer()));
}

const line = (codes: CodesRead['codes']): string =>
  codes
    .map(({ format, is, start }) => `${format} ${is} ${start?.by} ${start?.text}`)
    .sort()
    .join('; ');

const SERIAL = 'data-matrix serial serial KJT82103';

test('a code is found straight and turned, small in a large photograph, blurred, inverted, badly kept', async () => {
  const text = 'KJT82103';
  for (const degrees of [0, 90, 17])
    assert.equal(await told({ text, degrees }), SERIAL, `${degrees} degrees`);
  assert.equal(await told({ text, degrees: 17 }, (one) => one.blur(2.5)), SERIAL, 'blurred');
  assert.equal(await told({ text, degrees: 17 }, (one) => one.negate({ alpha: false })), SERIAL, 'inverted');
  const code = await drawCode({ text, module: 4, degrees: 17 });
  const large = await photographOf(3600, 2700, [{ code, left: 2700, top: 500 }]);
  assert.equal(line(await codesOf(await large.jpeg().toBuffer())), SERIAL, 'small in a large one');
  const bad = await photographOf(1200, 900, [{ code: await drawCode({ text }), left: 300, top: 300 }]);
  assert.equal(
    line(await codesOf(await bad.jpeg({ quality: 15 }).toBuffer())),
    SERIAL,
    'JPEG of low quality',
  );
  const alone = await drawCode({ text, module: 2 });
  assert.equal(line(await codesOf(alone)), SERIAL, 'alone, two pixels a module');
});

test('dots struck by a needle are read, dark on light and light on dark', async () => {
  for (const module of [6, 14])
    for (const degrees of [0, 17]) {
      const drawn = { text: 'KJT82103', dots: true, module, degrees };
      assert.equal(await told(drawn), SERIAL, `dark, ${module}, ${degrees}`);
      assert.equal(
        await told(drawn, (one) => one.negate({ alpha: false })),
        SERIAL,
        `light, ${module}, ${degrees}`,
      );
    }
});

test('two codes of one photograph are told each with what it holds and what a search starts from', async () => {
  const gs1 = await drawCode({ kind: 'gs1datamatrix', text: GS1, degrees: 17 });
  const qr = await drawCode({ kind: 'qrcode', text: 'https://example.org/made' });
  const whole = await photographOf(1800, 1200, [
    { code: gs1, left: 200, top: 200 },
    { code: qr, left: 1100, top: 500 },
  ]);
  const codes = await codesOf(await whole.jpeg().toBuffer());
  assert.equal(line(codes), 'data-matrix gs1 serial KJT82103; qr other undefined undefined');
  const { elements, text, cut } = codes.find(({ is }) => is === 'gs1')!;
  assert.deepEqual([text, cut], ['010950110153000321KJT82103', false]);
  assert.deepEqual(
    elements.map(({ means, value }) => `${means} ${value}`),
    ['gtin 09501101530003', 'serial KJT82103'],
  );
  assert.ok(readCode(new Uint8Array()).output?.safeParse({ codes }).success);
});

test('a long text is cut and its hidden characters are seen', async () => {
  const [long] = await codesOf(await drawCode({ kind: 'qrcode', text: '7'.repeat(3000), module: 4 }));
  assert.deepEqual([long?.text.length, long?.cut, long?.is], [400, true, 'other']);
  const [hidden] = await codesOf(await drawCode({ kind: 'qrcode', text: 'AB1\u001b[31m\u202e2' }));
  assert.equal(hidden?.text, 'AB1␛[31m[U+202E]2');
});

test('a photograph without a code, a bomb, a paper and half a picture end in a sentence', async () => {
  const photograph = await phonePhotograph();
  const refused = async (bytes: Uint8Array): Promise<string> => {
    const no = await read(bytes);
    assert.ok(isRefusal(no), JSON.stringify(no));
    assert.match(sayRefusal(no), /[A-Z].*\.$/);
    return no.refused;
  };
  assert.equal(await refused(photograph), 'no-code-found');
  assert.equal(await refused(await pngBomb()), 'picture-too-large');
  assert.equal(await refused(PDF), 'photograph-not-a-picture');
  assert.equal(await refused(photograph.subarray(0, photograph.length / 2)), 'document-damaged');
  assert.equal(await refused(new Uint8Array()), 'document-empty');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  assert.equal(await refused(svg), 'document-type-unknown');
  const lie = await read(await sharp(photograph).png().toBuffer(), { name: 'a.jpg' });
  assert.ok(isRefusal(lie) && lie.refused === 'document-claims-other');
});

test('many at once from one person wait or are told so; none is lost', async () => {
  const code = await drawCode({ text: 'KJT82103' });
  const answers = await Promise.all(Array.from({ length: 4 }, () => read(code)));
  const counted = answers.map((one) => (isRefusal(one) ? one.refused : line(one.codes)));
  assert.deepEqual(counted, [SERIAL, SERIAL, 'uploads-full', 'uploads-full']);
});
