/**
 * Cuts a stream of CSV into parts at the ends of rows. A line break inside quotes ends no row; whether a place is
 * inside quotes is known from the count of quotation marks before it, for a doubled one counts twice.
 */

/** Named limit: a part is cut at the first end of a row after so many bytes. */
export const PART_BYTES = 8 * 1024 * 1024 - 128 * 1024;
const QUOTE = 0x22;
const LINE_END = 0x0a;

/** The parts, each with the heading before it; an empty table gives one part with the heading alone. */
export async function* csvParts(
  chunks: AsyncIterable<Buffer>,
  heading: string,
  partBytes = PART_BYTES,
): AsyncGenerator<Buffer, void> {
  const head = Buffer.from(heading);
  let part: Buffer[] = [head];
  let size = head.length;
  let isQuoted = false;
  let given = 0;
  for await (let chunk of chunks) {
    while (size + chunk.length >= partBytes) {
      const from = Math.max(0, partBytes - size);
      const end = findRowEnd(chunk, from, isQuoted !== isOdd(chunk, 0, from));
      if (end === undefined) break;
      isQuoted = false;
      part.push(chunk.subarray(0, end));
      yield Buffer.concat(part);
      given++;
      part = [head];
      size = head.length;
      chunk = chunk.subarray(end);
    }
    isQuoted = isQuoted !== isOdd(chunk, 0, chunk.length);
    part.push(chunk);
    size += chunk.length;
  }
  if (given === 0 || size > head.length) yield Buffer.concat(part);
}

/** Whether an odd number of quotation marks stands between two places. */
function isOdd(bytes: Buffer, from: number, to: number): boolean {
  let odd = false;
  for (let at = bytes.indexOf(QUOTE, from); at >= 0 && at < to; at = bytes.indexOf(QUOTE, at + 1)) odd = !odd;
  return odd;
}

/** The place after the first row that ends at or after `from`. */
function findRowEnd(bytes: Buffer, from: number, isQuoted: boolean): number | undefined {
  let inside = isQuoted;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) inside = !inside;
    else if (bytes[at] === LINE_END && !inside) return at + 1;
  }
  return undefined;
}
