/**
 * Cuts a face down to the letters that a page needs: Noto Sans Arabic with every letter of every language in Arabic script
 * is too heavy for a slow link. Glyphs keep their numbers; the outlines of those that no wanted letter can lead to become
 * empty. Which glyphs a letter can lead to follows from every substitution of the face, asked for as if it always held.
 *
 * It reads WOFF 1 with TrueType outlines, as the font packages ship it beside WOFF 2, and writes WOFF 1.
 *
 * What could go wrong: a letter outside the cut would be drawn empty. The style sheet must offer the face for the same
 * range only (`unicode-range`), so that a browser takes another face for the rest.
 */
import assert from 'node:assert/strict';
import { deflateSync, inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;
const SFNT_ENTRY = 16;
const POST_WITHOUT_NAMES = 0x0003_0000;

type Tables = Map<string, Buffer>;

/** The face with outlines only for what these code points lead to. */
export function cutFace(woff: Buffer, isWanted: (codePoint: number) => boolean): Buffer {
  const tables = readTables(woff);
  const kept = closeOver(tables, startGlyphs(table(tables, 'cmap'), isWanted));
  const { glyf, loca } = emptyOthers(tables, kept);
  tables.set('glyf', glyf);
  tables.set('loca', loca);
  const post = Buffer.from(table(tables, 'post').subarray(0, 32));
  post.writeUInt32BE(POST_WITHOUT_NAMES, 0);
  tables.set('post', post);
  return writeTables(tables, woff.readUInt32BE(4));
}

function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag);
  assert.ok(found, `the face has no table ${tag}`);
  return found;
}

function readTables(woff: Buffer): Tables {
  assert.equal(woff.toString('latin1', 0, 4), 'wOFF', 'a face must come as WOFF 1');
  const tables: Tables = new Map();
  for (let n = 0; n < woff.readUInt16BE(12); n++) {
    const at = HEADER + n * ENTRY;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const data = woff.subarray(offset, offset + packed);
    tables.set(woff.toString('latin1', at, at + 4), packed < length ? inflateSync(data) : data);
  }
  return tables;
}

/** The glyphs of the wanted code points, by the table of segments (format 4) that every face has. */
function startGlyphs(cmap: Buffer, isWanted: (codePoint: number) => boolean): Set<number> {
  const glyphs = new Set([0]);
  for (let n = 0; n < cmap.readUInt16BE(2); n++) {
    const at = cmap.readUInt32BE(4 + n * 8 + 4);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const segments = cmap.readUInt16BE(at + 6) / 2;
    const field = (column: number, segment: number): number =>
      at + 14 + column * segments * 2 + segment * 2 + (column > 0 ? 2 : 0);
    for (let segment = 0; segment < segments; segment++) {
      const [end, start] = [cmap.readUInt16BE(field(0, segment)), cmap.readUInt16BE(field(1, segment))];
      const delta = cmap.readUInt16BE(field(2, segment));
      const range = cmap.readUInt16BE(field(3, segment));
      for (let code = start; code <= end && code < 0xffff; code++) {
        if (!isWanted(code)) continue;
        const raw = range === 0 ? code : cmap.readUInt16BE(field(3, segment) + range + (code - start) * 2);
        if (raw !== 0) glyphs.add((raw + delta) & 0xffff);
      }
    }
  }
  return glyphs;
}

/** Adds what substitutions and composed glyphs can make of the glyphs, until nothing is added. */
function closeOver(tables: Tables, start: ReadonlySet<number>): Set<number> {
  const glyphs = new Set(start);
  const gsub = tables.get('GSUB');
  for (let before = -1; before !== glyphs.size; ) {
    before = glyphs.size;
    if (gsub) for (const { type, at } of listSubtables(gsub)) substitute(gsub, type, at, glyphs);
  }
  for (const glyph of glyphs) for (const part of listParts(tables, glyph)) glyphs.add(part);
  return glyphs;
}

function listSubtables(gsub: Buffer): { readonly type: number; readonly at: number }[] {
  const lookups = gsub.readUInt16BE(8);
  const found = [];
  for (let n = 0; n < gsub.readUInt16BE(lookups); n++) {
    const lookup = lookups + gsub.readUInt16BE(lookups + 2 + n * 2);
    for (let sub = 0; sub < gsub.readUInt16BE(lookup + 4); sub++) {
      const at = lookup + gsub.readUInt16BE(lookup + 6 + sub * 2);
      const type = gsub.readUInt16BE(lookup);
      const EXTENSION = 7;
      found.push(
        type === EXTENSION
          ? { type: gsub.readUInt16BE(at + 2), at: at + gsub.readUInt32BE(at + 4) }
          : { type, at },
      );
    }
  }
  return found;
}

/** One substitution: a glyph for a glyph (1), several for one (2), one of several (3), one for several (4). */
function substitute(gsub: Buffer, type: number, at: number, glyphs: Set<number>): void {
  // Those of a context (5, 6, 8) only say where others hold; the others are asked for everywhere here.
  if (type > 4) return;
  const u16 = (place: number): number => gsub.readUInt16BE(place);
  listCovered(gsub, at + u16(at + 2)).forEach((glyph, n) => {
    if (!glyphs.has(glyph)) return;
    if (type === 1) {
      glyphs.add(u16(at) === 1 ? (glyph + u16(at + 4)) & 0xffff : u16(at + 6 + n * 2));
      return;
    }
    const set = at + u16(at + 6 + n * 2);
    for (let one = 0; one < u16(set); one++) {
      if (type < 4) {
        glyphs.add(u16(set + 2 + one * 2));
        continue;
      }
      const ligature = set + u16(set + 2 + one * 2);
      const rest = Array.from({ length: u16(ligature + 2) - 1 }, (_, part) => u16(ligature + 4 + part * 2));
      if (rest.every((part) => glyphs.has(part))) glyphs.add(u16(ligature));
    }
  });
}

function listCovered(data: Buffer, at: number): number[] {
  const count = data.readUInt16BE(at + 2);
  if (data.readUInt16BE(at) === 1)
    return Array.from({ length: count }, (_, n) => data.readUInt16BE(at + 4 + n * 2));
  return Array.from({ length: count }, (_, n) => at + 4 + n * 6).flatMap((range) => {
    const first = data.readUInt16BE(range);
    return Array.from({ length: data.readUInt16BE(range + 2) - first + 1 }, (_, n) => first + n);
  });
}

/** Where the outline of a glyph stands in `glyf`. */
function outlineOf(tables: Tables, glyph: number): Buffer {
  const [loca, long] = [table(tables, 'loca'), table(tables, 'head').readInt16BE(50) === 1];
  const place = (n: number): number => (long ? loca.readUInt32BE(n * 4) : loca.readUInt16BE(n * 2) * 2);
  return table(tables, 'glyf').subarray(place(glyph), place(glyph + 1));
}

/** The glyphs a composed glyph is put together from. */
function listParts(tables: Tables, glyph: number): number[] {
  const outline = outlineOf(tables, glyph);
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const parts = [];
  for (let at = 10; ; ) {
    const flags = outline.readUInt16BE(at);
    parts.push(outline.readUInt16BE(at + 2));
    const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x1, 0x8, 0x20, 0x40, 0x80];
    const scales = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scales;
    if (!(flags & MORE)) return parts;
  }
}

function emptyOthers(tables: Tables, kept: ReadonlySet<number>): { glyf: Buffer; loca: Buffer } {
  const count = table(tables, 'maxp').readUInt16BE(4);
  const long = table(tables, 'head').readInt16BE(50) === 1;
  const loca = Buffer.alloc((count + 1) * (long ? 4 : 2));
  const outlines: Buffer[] = [];
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    const outline = kept.has(glyph) ? outlineOf(tables, glyph) : Buffer.alloc(0);
    outlines.push(outline);
    at += outline.length;
    if (long) loca.writeUInt32BE(at, (glyph + 1) * 4);
    else loca.writeUInt16BE(at / 2, (glyph + 1) * 2);
  }
  return { glyf: Buffer.concat(outlines), loca };
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function checksumOf(data: Buffer): number {
  const whole = Buffer.concat([data], padded(data.length));
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function writeTables(tables: Tables, flavour: number): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.alloc(HEADER + sorted.length * ENTRY);
  const bodies: Buffer[] = [];
  let at = header.length;
  let whole = 12 + sorted.length * SFNT_ENTRY;
  sorted.forEach(([tag, data], n) => {
    const packed = deflateSync(data, { level: 9 });
    const body = packed.length < data.length ? packed : data;
    const entry = HEADER + n * ENTRY;
    header.write(tag, entry, 'latin1');
    const facts = [at, body.length, data.length, checksumOf(data)];
    for (const [field, value] of facts.entries()) header.writeUInt32BE(value, entry + 4 + field * 4);
    bodies.push(Buffer.concat([body], padded(body.length)));
    at += padded(body.length);
    whole += padded(data.length);
  });
  header.write('wOFF', 0, 'latin1');
  header.writeUInt32BE(flavour, 4);
  header.writeUInt32BE(at, 8);
  header.writeUInt16BE(sorted.length, 12);
  header.writeUInt32BE(whole, 16);
  header.writeUInt16BE(1, 20);
  return Buffer.concat([header, ...bodies]);
}
