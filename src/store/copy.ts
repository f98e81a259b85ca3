/**
 * Rows in PostgreSQL's binary COPY format, written into one growing buffer: the fastest way in, with no text to escape.
 * Fields are written in the order of the columns; a row begins with `row(n)`.
 */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** Days from 1 March of the year 0 to 1 January 2000, PostgreSQL's own beginning. */
const EPOCH_DAYS = 730_425;

export type CopyRows = ReturnType<typeof copyRows>;

/** Starts an empty batch of rows. */
export function copyRows(sizeBytes = 1 << 20) {
  let buffer = Buffer.allocUnsafe(sizeBytes);
  let at = SIGNATURE.copy(buffer, 0);
  let count = 0;
  const room = (bytes: number): void => {
    if (at + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, at + bytes));
    buffer.copy(larger, 0, 0, at);
    buffer = larger;
  };
  const self = {
    row(columns: number) {
      room(2);
      at = buffer.writeInt16BE(columns, at);
      count++;
      return self;
    },
    none() {
      room(4);
      at = buffer.writeInt32BE(-1, at);
      return self;
    },
    text(value: string | undefined | null) {
      if (value === undefined || value === null) return self.none();
      // A UTF-16 unit never takes more than three bytes of UTF-8.
      room(4 + value.length * 3);
      const length = buffer.write(value, at + 4);
      buffer.writeInt32BE(length, at);
      at += 4 + length;
      return self;
    },
    bytes(value: Uint8Array | undefined) {
      if (value === undefined) return self.none();
      room(4 + value.length);
      at = buffer.writeInt32BE(value.length, at);
      buffer.set(value, at);
      at += value.length;
      return self;
    },
    uuid(value: string | undefined) {
      if (value === undefined) return self.none();
      room(20);
      at = buffer.writeInt32BE(16, at);
      at = writeUuid(buffer, value, at);
      return self;
    },
    /** A UUID as its 16 bytes, or any run of bytes of another buffer. */
    slice(source: Buffer, from: number, to: number) {
      room(4 + to - from);
      at = buffer.writeInt32BE(to - from, at);
      at += source.copy(buffer, at, from, to);
      return self;
    },
    int2(value: number | undefined) {
      if (value === undefined) return self.none();
      room(6);
      at = buffer.writeInt16BE(value, buffer.writeInt32BE(2, at));
      return self;
    },
    int4(value: number | undefined) {
      if (value === undefined) return self.none();
      room(8);
      at = buffer.writeInt32BE(value, buffer.writeInt32BE(4, at));
      return self;
    },
    bool(value: boolean) {
      room(5);
      at = buffer.writeUInt8(value ? 1 : 0, buffer.writeInt32BE(1, at));
      return self;
    },
    int8(value: number) {
      room(12);
      at = buffer.writeInt32BE(8, at);
      at = buffer.writeInt32BE(Math.floor(value / 0x1_0000_0000), at);
      at = buffer.writeUInt32BE(value % 0x1_0000_0000, at);
      return self;
    },
    /** A calendar day, `2021-03-04`. */
    day(value: string | undefined) {
      if (value === undefined) return self.none();
      return self.int4(
        daysOf(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))),
      );
    },
    count: () => count,
    /** The finished bytes; nothing may be added afterwards. */
    done(): Buffer {
      room(2);
      at = buffer.writeInt16BE(-1, at);
      return buffer.subarray(0, at);
    },
  };
  return self;
}

/** Days since 1 January 2000, by the calendar counted from March, in which the leap day comes last. */
function daysOf(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day -
    1 -
    EPOCH_DAYS
  );
}

/** The value of a hexadecimal digit by its character code. */
const NIBBLE = new Uint8Array(128);
for (let value = 0; value < 16; value++) {
  NIBBLE[value.toString(16).charCodeAt(0)] = value;
  NIBBLE[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

/** Writes the 16 bytes of a UUID. By hand: five calls into the runtime for one id cost more than all its digits. */
export function writeUuid(target: Buffer, uuid: string, at: number): number {
  for (let place = 0, byte = at; place < 36; place += 2) {
    if (place === 8 || place === 13 || place === 18 || place === 23) place++;
    target[byte++] = (NIBBLE[uuid.charCodeAt(place)]! << 4) | NIBBLE[uuid.charCodeAt(place + 1)]!;
  }
  return at + 16;
}

/** Reads the 16 bytes of a UUID. */
export function readUuid(source: Buffer, at: number): string {
  const hex = source.toString('hex', at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
