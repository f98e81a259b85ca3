/** Pictures as tests need them: real ones with position and device in them, ones made to do harm; and what was kept. */
import { once } from 'node:events';
import { crc32, createDeflate } from 'node:zlib';
import sharp from 'sharp';
import type { World } from '../world.ts';

/** Invented device and position, to be looked for in what is shown. */
export const DEVICE = 'Invented Camera 9000';
export const PLACE = 'XA-grid-4711';

/** A photograph as a phone makes it: turned by its orientation, with device and position in it; another one each time. */
export function phonePhotograph(): Promise<Buffer> {
  return sharp({
    create: {
      width: 800,
      height: 600,
      channels: 3,
      background: '#884422',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .withExif({
      IFD0: { Make: 'Invented', Model: DEVICE, ImageDescription: PLACE },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '12/1 34/1 56/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '1/1 2/1 3/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A small picture of one colour in a format. */
export function plainPicture(format: 'png' | 'webp' | 'tiff' | 'gif', alpha = false): Promise<Buffer> {
  const background = { r: 1, g: 2, b: 3, alpha: alpha ? 0 : 1 };
  return sharp({ create: { width: 40, height: 30, channels: alpha ? 4 : 3, background } })
    [format]()
    .toBuffer();
}

/** A PNG of black squares that is small on the wire: 20,000 by 20,000 take 400 megabytes when opened. */
export async function pngBomb(side = 20_000): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const deflate = createDeflate({ level: 9 });
  const parts: Buffer[] = [];
  deflate.on('data', (part: Buffer) => parts.push(part));
  const row = Buffer.alloc(1 + side / 8);
  for (let n = 0; n < side; n++) if (!deflate.write(row)) await once(deflate, 'drain');
  deflate.end();
  await once(deflate, 'end');
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.concat(parts)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** The least that is a PDF to whoever looks at its ends. */
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(1)>>>>endobj\n%%EOF\n');

/** How many rows the tables of documents hold, and how many entries an arm has. */
export async function countKept({ db }: World, arm: string): Promise<readonly number[]> {
  const [row] = await db.rows<{ counts: number[] }>(
    `select array[(select count(*) from document), (select count(*) from document_chunk),
       (select count(*) from document_copy), (select count(*) from ledger_entry where subject_id = $1)]::int[] as counts`,
    [arm],
  );
  return row!.counts;
}
