/**
 * The thread that looks through pictures for Data Matrix and QR codes; started by decode-codes.ts. The reader is a module of
 * WebAssembly, read from its package on the disk: nothing is fetched.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { CODES_MAX, type DecodedCode, type GreyPicture } from './decode-codes.ts';

const MODULE = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));

async function decode({ pixels, width, height, closed }: GreyPicture): Promise<readonly DecodedCode[]> {
  const data = new Uint8ClampedArray(pixels.length * 4).fill(255);
  for (let at = 0; at < pixels.length; at++) data.fill(pixels[at]!, at * 4, at * 4 + 3);
  const results = await readBarcodes({ data, width, height } as Parameters<typeof readBarcodes>[0], {
    formats: ['DataMatrix', 'QRCode'],
    maxNumberOfSymbols: CODES_MAX,
    textMode: 'Plain',
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDenoise: closed,
  });
  return results
    .filter((one) => one.isValid)
    .map(({ symbology, text, contentType }) => ({
      format: symbology === 'DataMatrix' ? 'data-matrix' : 'qr',
      text,
      isGs1: contentType === 'GS1',
    }));
}

await prepareZXingModule({
  overrides: { wasmBinary: Uint8Array.from(readFileSync(MODULE)).buffer, locateFile: () => MODULE },
  fireImmediately: true,
});
for (const picture of workerData as readonly GreyPicture[]) parentPort!.postMessage(await decode(picture));
