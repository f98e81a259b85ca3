/** Pictures made by hand to do harm: sizes that lie, chunks that burst, pages without end, and what else hides in a picture. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, createDeflate } from 'node:zlib';
import sharp from 'sharp';

const plain = (side = 64) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#336699' } });

/** A progressive JPEG whose head says that it is so large. */
export async function progressiveJpeg(side: number): Promise<Buffer> {
  const bytes = await plain().jpeg({ progressive: true }).toBuffer();
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc2]));
  bytes.writeUInt16BE(side, frame + 5);
  bytes.writeUInt16BE(side, frame + 7);
  return bytes;
}

/** A progressive JPEG with its last pass over the picture so many times. */
export async function jpegOfPasses(passes: number, side: number): Promise<Buffer> {
  const bytes = await plain(side).jpeg({ progressive: true }).toBuffer();
  const end = bytes.length - 2;
  const pass = bytes.subarray(bytes.lastIndexOf(Buffer.from([0xff, 0xda])), end);
  return Buffer.concat([bytes.subarray(0, end), ...Array(passes).fill(pass), bytes.subarray(end)]);
}

/** An interlaced PNG whose head says that it is so large. */
export async function interlacedPng(side: number): Promise<Buffer> {
  const bytes = await plain().png({ progressive: true }).toBuffer();
  bytes.writeUInt32BE(side, 16);
  bytes.writeUInt32BE(side, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

/** A small PNG with a chunk of this type that says it bursts to so many bytes. */
export async function pngWithBurst(type: 'zTXt' | 'iCCP', bytes: number): Promise<Buffer> {
  const picture = await plain().png().toBuffer();
  const data = Buffer.concat([Buffer.from('name\0\0', 'latin1'), await squeezed(bytes)]);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([picture.subarray(0, 33), chunk, picture.subarray(33)]);
}

/** So many noughts, squeezed a piece at a time, so that making them takes no memory either. */
function squeezed(bytes: number): Promise<Buffer> {
  const piece = Buffer.alloc(1_000_000);
  const pieces = Readable.from(Array(Math.ceil(bytes / piece.length)).fill(piece));
  return buffer(pieces.pipe(createDeflate({ level: 9 })));
}

/** A lossless WebP whose head says that it is so large. */
export async function losslessWebp(side: number): Promise<Buffer> {
  const bytes = await plain().webp({ lossless: true }).toBuffer();
  const at = bytes.indexOf('VP8L') + 9;
  bytes.writeUInt32LE((((bytes.readUInt32LE(at) >>> 28) << 28) | ((side - 1) << 14) | (side - 1)) >>> 0, at);
  return bytes;
}

/** A WebP that moves, of so many frames. */
export async function movingWebp(frames: number): Promise<Buffer> {
  const raw = Buffer.concat([Buffer.alloc(16 * 16 * 3, 10), Buffer.alloc(16 * 16 * 3, 200)]);
  const two = await sharp(raw, { raw: { width: 16, height: 32, channels: 3, pageHeight: 16 } })
    .webp({ loop: 0 })
    .toBuffer();
  const at = two.lastIndexOf('ANMF');
  const frame = two.subarray(at, at + 8 + two.readUInt32LE(at + 4));
  const whole = Buffer.concat([two.subarray(0, at), ...Array(frames - 1).fill(frame)]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

/** A TIFF whose last page says that the first comes next, again and again. */
export async function endlessTiff(): Promise<Buffer> {
  const bytes = await plain().tiff({ compression: 'none' }).toBuffer();
  const first = bytes.readUInt32LE(4);
  bytes.writeUInt32LE(first, first + 2 + 12 * bytes.readUInt16LE(first));
  return bytes;
}

/** What a browser would run and what an unpacker would open, behind the end of a whole picture. */
export async function twoThingsAtOnce(): Promise<Buffer> {
  const behind = '<script>alert("two things")</script>PK\x05\x06';
  return Buffer.concat([await plain().jpeg().toBuffer(), Buffer.from(behind, 'latin1')]);
}
