/** The letters of the pages: the faces are ours, look-alikes can be told apart in marks, and the Arabic cut lacks nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey } from './browser.ts';

const ARABIC = 'بندقية هجومية «إنذار» سُجّل لإتلافه ثم ضُبط ٠١٢٣ گچپژکی ڤ لا لأ لإ لآ ـــ ؟،؛';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

journey('0 and O, 1, l and I differ in marks, which are drawn in our own face', async (t, open) => {
  const pages = await servePages(t, here.office);
  const page = await open();
  await page.goto(pages.address);
  const alike = await page.evaluate(async () => {
    const font = '48px "IBM Plex Mono"';
    const [face] = await document.fonts.load(font);
    if (face?.status !== 'loaded') return ['the face did not come'];
    const canvas = new OffscreenCanvas(64, 64);
    const context = canvas.getContext('2d')!;
    const drawn = (letter: string): Uint8ClampedArray => {
      context.clearRect(0, 0, 64, 64);
      context.font = font;
      context.fillText(letter, 8, 50);
      return context.getImageData(0, 0, 64, 64).data;
    };
    const PAIRS = ['0O', '0o', '1l', '1I', 'lI', '8B', '5S', '2Z', '0D', '0Q'];
    return PAIRS.filter(([a, b]) => {
      const [one, other] = [drawn(a!), drawn(b!)];
      const differs = one.filter((value, n) => Math.abs(value - other[n]!) > 80).length;
      return differs < 20;
    });
  });
  assert.deepEqual(alike, []);
});

journey('the cut Arabic face draws what the whole face draws', async (t, open) => {
  const pages = await servePages(t, here.office);
  const page = await open({ language: 'ar' });
  const file = '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff';
  const whole = readFileSync(fileURLToPath(import.meta.resolve(file)));
  await page.goto(pages.address);
  const unlike = await page.evaluate(
    async ({ bytes, text }) => {
      const face = new FontFace('Whole', Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0)).buffer);
      document.fonts.add(await face.load());
      const [cut] = await document.fonts.load('32px "Noto Sans Arabic"', text);
      if (cut?.status !== 'loaded') return ['the face did not come'];
      const context = new OffscreenCanvas(400, 80).getContext('2d')!;
      const drawn = (family: string, word: string): string => {
        context.clearRect(0, 0, 400, 80);
        context.font = `32px "${family}"`;
        context.fillText(word, 20, 50);
        return context.getImageData(0, 0, 400, 80).data.join();
      };
      return text.split(' ').filter((word) => drawn('Whole', word) !== drawn('Noto Sans Arabic', word));
    },
    { bytes: whole.toString('base64'), text: ARABIC },
  );
  assert.deepEqual(unlike, []);
});
