/**
 * Pictures made to do harm are refused before they are opened or give a plain copy in little memory; one is opened at a time;
 * and however a camera was held, the copy stands upright.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { type Copy, makeCopies } from '../../src/acts/make-copies.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import type { Media } from '../../src/domain/documents/document.ts';
import {
  endlessTiff,
  interlacedPng,
  jpegOfPasses,
  losslessWebp,
  movingWebp,
  pngWithBurst,
  progressiveJpeg,
  twoThingsAtOnce,
} from './hostile-pictures.ts';

const GROWN_BYTES_MAX = 100_000_000;

/** What became of a picture, while the process grew by no more than a little. */
async function became(bytes: Buffer, media: Media): Promise<string> {
  assert.ok(bytes.length < 2_000_000, 'small on the wire');
  const before = process.resourceUsage().maxRSS * 1024;
  const copies = await makeCopies(bytes, media);
  const grown = process.resourceUsage().maxRSS * 1024 - before;
  assert.ok(grown < GROWN_BYTES_MAX, `memory grew by ${grown} bytes`);
  return isRefusal(copies) ? copies.refused : copies.map(({ width }) => width).join(' ');
}

async function copied(bytes: Buffer, media: Media): Promise<readonly Copy[]> {
  const copies = await makeCopies(bytes, media);
  assert.ok(!isRefusal(copies), JSON.stringify(copies));
  return copies;
}

test('a picture that can only be opened whole has a lower bound, told before it is opened', async () => {
  assert.equal(await became(await progressiveJpeg(5001), 'image/jpeg'), 'picture-opened-whole');
  assert.equal(await became(await interlacedPng(7100), 'image/png'), 'picture-opened-whole');
  assert.equal(await became(await losslessWebp(6200), 'image/webp'), 'picture-opened-whole');
  assert.equal(await became(await progressiveJpeg(8001), 'image/jpeg'), 'picture-too-large');
  const said = await makeCopies(await progressiveJpeg(5001), 'image/jpeg');
  assert.deepEqual(said, { refused: 'picture-opened-whole', facts: { megapixels: 25 } });
});

test('chunks that burst, pages and passes without end give a copy of the first picture, or a refusal', async () => {
  for (const type of ['zTXt', 'iCCP'] as const)
    assert.match(
      await became(await pngWithBurst(type, 400_000_000), 'image/png'),
      /^(64 64|document-damaged)$/,
    );
  assert.match(await became(await endlessTiff(), 'image/tiff'), /^(64 64|document-damaged)$/);
  assert.equal(await became(await movingWebp(10_000), 'image/webp'), '16 16');
  assert.equal(await became(await jpegOfPasses(5000, 1000), 'image/jpeg'), 'document-damaged');
});

test('of a file that is two things at once the copy is a picture only', async () => {
  for (const { content } of await copied(await twoThingsAtOnce(), 'image/jpeg')) {
    assert.equal((await sharp(content).metadata()).format, 'jpeg');
    assert.equal(content.includes('script') || content.includes('PK'), false);
    assert.deepEqual(content.subarray(-2), Buffer.from([0xff, 0xd9]), 'nothing stands behind its end');
  }
});

test('one picture is opened at a time, whoever asks', async () => {
  const bytes = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  let most = 0;
  let done = 0;
  const making = Array.from({ length: 5 }, async () => {
    await copied(bytes, 'image/png');
    done++;
  });
  while (done < making.length) {
    // A picture goes from the queue to its process while both are read, and would count twice in their sum.
    const { queue, process } = sharp.counters();
    most = Math.max(most, queue, process);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(making);
  assert.equal(most, 1);
});

test('however the camera was held, the copy stands as its picture should', async () => {
  const colours = ['#ff0000', '#00ff00', '#0000ff', '#ffffff'];
  const quarter = (background: string) =>
    sharp({ create: { width: 64, height: 32, channels: 3, background } })
      .png()
      .toBuffer();
  const parts = await Promise.all(
    colours.map(async (colour, at) => ({
      input: await quarter(colour),
      left: 64 * (at % 2),
      top: 32 * Math.floor(at / 2),
    })),
  );
  const four = await sharp(
    await sharp({ create: { width: 128, height: 64, channels: 3, background: '#000' } })
      .png()
      .toBuffer(),
  )
    .composite(parts)
    .png()
    .toBuffer();
  for (const format of ['jpeg', 'png', 'tiff', 'webp'] as const)
    for (let orientation = 1; orientation <= 8; orientation++) {
      const bytes = await sharp(four).withMetadata({ orientation })[format]({ quality: 100 }).toBuffer();
      const [large] = await copied(bytes, `image/${format}`);
      const upright = sharp(bytes).autoOrient().removeAlpha();
      const wanted = await upright.raw().toBuffer({ resolveWithObject: true });
      const got = await sharp(large!.content).raw().toBuffer({ resolveWithObject: true });
      assert.deepEqual([got.info.width, got.info.height], [wanted.info.width, wanted.info.height]);
      for (const x of [8, wanted.info.width - 8])
        for (const y of [8, wanted.info.height - 8])
          for (let channel = 0; channel < 3; channel++) {
            const at = (y * wanted.info.width + x) * 3 + channel;
            assert.ok(Math.abs(wanted.data[at]! - got.data[at]!) < 12, `${format} ${orientation} ${x},${y}`);
          }
    }
});
