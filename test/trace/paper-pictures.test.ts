/**
 * Photographs that a partner put into the form: taken over with the request, small, without position or device; what is made to do
 * harm, is no picture, or lies elsewhere is left with its reason, and the rest is taken all the same.
 *
 * @clause ITI 17(b), C-13, J-05
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { isTaken, takePictures } from '../../src/acts/taken-pictures.ts';
import { PHOTOGRAPHS_MAX, photograph } from '../../src/acts/trace-shapes.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { emptyForm } from '../../src/doors/papers/paper.ts';
import { readPictures } from '../../src/doors/papers/read-pictures.ts';
import { writeDocument } from '../../src/doors/papers/write-document.ts';
import { pngWithBurst } from '../acts/hostile-pictures.ts';
import { DEVICE, PLACE, phonePhotograph, plainPicture, pngBomb } from '../acts/pictures.ts';
import { type Inside, withPictures } from './filled.ts';

const form = await writeDocument(emptyForm('en'));
const told = async (pictures: readonly Inside[]): Promise<readonly string[]> =>
  (await takePictures(await readPictures(withPictures(form, pictures)))).map(({ taken }) =>
    isRefusal(taken) ? taken.refused : 'taken',
  );

test('photographs come in their order, as they may travel, without position or device', async () => {
  const phone = await phonePhotograph();
  assert.ok(phone.includes(DEVICE) && phone.includes(PLACE));
  const document = withPictures(form, [{ bytes: phone }, { bytes: await plainPicture('png'), isOld: true }]);
  const found = await takePictures(await readPictures(document));
  assert.deepEqual(
    found.map(({ place }) => place),
    [1, 2],
  );
  for (const one of found) {
    assert.ok(isTaken(one));
    photograph.parse({ side: 'other', hasScale: false, ...one.taken });
    const bytes = Buffer.from(one.taken.bytes, 'base64url');
    assert.equal(createHash('sha256').update(bytes).digest('hex'), one.taken.digest);
    const { format, exif, width, height } = await sharp(bytes).metadata();
    assert.deepEqual([format, exif], ['jpeg', undefined]);
    assert.ok(Math.max(width, height) <= 1600);
    assert.ok(!bytes.includes(DEVICE) && !bytes.includes(PLACE));
  }
});

test('bombs, SVG, wrong types, damage and links outside are left with their reason, and good ones are taken', async () => {
  const good = await plainPicture('png');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const reasons = await told([
    { bytes: good },
    { bytes: await pngBomb() },
    { bytes: svg, name: 'a.svg' },
    { bytes: Buffer.from('%PDF-1.4 no picture'), name: 'a.jpeg' },
    { bytes: good.subarray(0, good.length / 2) },
    { target: 'http://elsewhere.example/track.png', isOutside: true },
    { target: '../../document.xml' },
    { bytes: form, name: 'form.png' },
  ]);
  assert.deepEqual(reasons, [
    'taken',
    'picture-too-large',
    'document-type-unknown',
    'photograph-not-a-picture',
    'document-damaged',
    'picture-elsewhere',
    'picture-elsewhere',
    'document-type-unknown',
  ]);
  assert.deepEqual(await told([{ target: 'file:///etc/passwd' }, { target: '/word/document.xml' }]), [
    'picture-elsewhere',
    'picture-elsewhere',
  ]);
  const [burst] = await told([{ bytes: await pngWithBurst('iCCP', 200_000_000) }]);
  assert.ok(burst === 'taken' || burst === 'document-damaged', burst);
});

test('more pictures than go with a request are told, one that stands twice comes once, none is none', async () => {
  const bytes = await plainPicture('png');
  const many = await told(Array.from({ length: PHOTOGRAPHS_MAX + 3 }, () => ({ bytes })));
  assert.deepEqual(many, [...Array(PHOTOGRAPHS_MAX).fill('taken'), 'pictures-too-many']);
  const document = withPictures(form, [{ bytes }]);
  const parts = unzipSync(document);
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  const drawn = /<w:p><w:r><w:drawing>.*?<\/w:drawing><\/w:r><\/w:p>/.exec(xml)![0];
  const twice = { ...parts, 'word/document.xml': strToU8(xml.replace(drawn, drawn + drawn)) };
  assert.equal((await readPictures(Buffer.from(zipSync(twice)))).length, 1);
  assert.deepEqual(await readPictures(form), []);
  assert.deepEqual(await readPictures(Buffer.from('no archive')), []);
});
