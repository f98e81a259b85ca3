/** A form with a file is read the same however its bytes are cut on the way, and what is no such form is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { readUpload, type Sink, type Uploaded } from './multipart.ts';

const TYPE = 'multipart/form-data; boundary=----b7';

type Read = {
  readonly answer: Uploaded | Refusal;
  readonly fields: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
};

const bodyOf = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

async function read(pieces: readonly Uint8Array[], type = TYPE, bytesMax = 1e9): Promise<Read> {
  const fields = new Map<string, string>();
  const taken: Uint8Array[] = [];
  const sink: Sink = {
    async write(piece) {
      taken.push(Uint8Array.from(piece));
      return taken.reduce((sum, one) => sum + one.length, 0) > bytesMax
        ? refusal('upload-too-large')
        : undefined;
    },
  };
  const answer = await readUpload(bodyOf(pieces), type, fields, async () => sink);
  return { answer, fields, bytes: Buffer.concat(taken) };
}

/** Cuts bytes at these places. */
function cut(bytes: Buffer, places: readonly number[]): Uint8Array[] {
  const at = [...new Set(places.map((place) => place % bytes.length))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length));
}

function formOf(fields: readonly (readonly [string, string])[], name: string, contents: Uint8Array): Buffer {
  const texts = fields.map(
    ([field, text]) => `------b7\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`,
  );
  const head = `------b7\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  return Buffer.concat([Buffer.from(texts.join('') + head), contents, Buffer.from('\r\n------b7--\r\n')]);
}

test('the file and the texts come out whole, wherever the body is cut and whatever stands in it', async () => {
  const nearly = fc.constantFrom('\r\n', '\r\n--', '\r\n------b', '------b7', '\r\n----', 'x', '\r', '-');
  const contents = fc.array(nearly, { maxLength: 30 }).map((parts) => Buffer.from(`a${parts.join('')}`));
  const places = fc.array(fc.nat(2000), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(contents, places, async (bytes, where) => {
      fc.pre(!bytes.includes('\r\n------b7'));
      const body = formOf([['register', 'Dépôt — د']], 'a.csv', bytes);
      const { answer, fields, bytes: came } = await read(cut(body, where));
      assert.ok(!isRefusal(answer), JSON.stringify(answer));
      assert.equal(answer.fileName, 'a.csv');
      assert.equal(fields.get('register'), 'Dépôt — د');
      assert.deepEqual(came, bytes);
    }),
    { numRuns: 300 },
  );
});

test('a body that ends anywhere before its end is broken', async () => {
  const body = formOf([['register', 'x']], 'a.csv', Buffer.from('Serial\n1\n'));
  for (let length = 0; length < body.length - 3; length++) {
    const { answer } = await read([body.subarray(0, length)]);
    assert.ok(isRefusal(answer) && answer.refused === 'upload-broken', `${length}`);
  }
});

test('two files, a text without end, a head without end, and another kind of body are refused', async () => {
  const file = formOf([], 'a.csv', Buffer.from('a')).subarray(0, -'--\r\n'.length);
  const two = Buffer.concat([
    file,
    Buffer.from('\r\n'),
    formOf([], 'b.csv', Buffer.from('b')).subarray('------b7\r\n'.length),
  ]);
  const cases: [Buffer, string, string][] = [
    [two, TYPE, 'upload-several'],
    [formOf([['note', 'x'.repeat(30_000)]], 'a.csv', Buffer.from('a')), TYPE, 'upload-broken'],
    [Buffer.from(`------b7\r\nX: ${'y'.repeat(100_000)}`), TYPE, 'upload-broken'],
    [Buffer.from('a=b'), 'application/x-www-form-urlencoded', 'upload-broken'],
    [Buffer.from('a'), `multipart/form-data; boundary=${'z'.repeat(71)}`, 'upload-broken'],
    [Buffer.from('a'), 'multipart/form-data; boundary="\\"; x="', 'upload-broken'],
    [Buffer.from('a'), 'multipart/form-data; x="; boundary=y', 'upload-broken'],
  ];
  for (const [body, type, code] of cases) {
    const { answer } = await read([body], type);
    assert.ok(isRefusal(answer) && answer.refused === code, `${code}: ${JSON.stringify(answer)}`);
  }
});

test('what the taker refuses ends the taking, and the texts before it stay', async () => {
  const body = formOf([['register', 'Kept']], 'a.csv', Buffer.alloc(100_000, 97));
  const { answer, fields } = await read(cut(body, [500, 1000, 50_000]), TYPE, 600);
  assert.ok(isRefusal(answer) && answer.refused === 'upload-too-large');
  assert.equal(fields.get('register'), 'Kept');
});

test('a name of a file brings no path and no line end with it', async () => {
  const { answer } = await read([formOf([], 'C:\\\\depot\\\\..%0Aa%22.csv', Buffer.from('a'))]);
  assert.deepEqual(answer, { fileName: '.. a".csv' });
});

test('a field with no file chosen is no file, and what stands behind the end of the form is let go', async () => {
  const none = formOf([['register', 'x']], '', Buffer.alloc(0));
  const { answer, fields } = await read([none, Buffer.from('behind'), Buffer.from('the end')]);
  assert.deepEqual([answer, fields.get('register')], [{ fileName: undefined }, 'x']);
});

test('parts without end are refused, and of many texts the first are kept', async () => {
  const many = (count: number): Buffer =>
    formOf(
      Array.from({ length: count }, (_, at) => [`f${at}`, 'x'] as const),
      'a.csv',
      Buffer.from('a'),
    );
  const some = await read([many(50)]);
  assert.deepEqual([some.answer, some.fields.size], [{ fileName: 'a.csv' }, 40]);
  const { answer, fields } = await read([many(5000)]);
  assert.ok(isRefusal(answer) && answer.refused === 'upload-broken' && fields.size === 40);
});

test('texts and names in any coding come out as a database can keep them', async () => {
  const wide = 'Content-Type: text/plain; charset=utf-16le';
  const body = Buffer.concat([
    Buffer.from(`------b7\r\nContent-Disposition: form-data; name="register"\r\n${wide}\r\n\r\n`),
    Buffer.from('a\ud800\0b', 'utf16le'),
    Buffer.from('\r\n'),
    formOf([], 'x\0\u202egnp.csv', Buffer.from('a')),
  ]);
  const { answer, fields } = await read([body]);
  assert.deepEqual(
    [answer, fields.get('register')],
    [{ fileName: 'x\ufffd\u202egnp.csv' }, 'a\ufffd\ufffdb'],
  );
});

test('no more of a body is asked for than the one who takes the file has room for', async () => {
  const head = formOf([], 'a.csv', Buffer.alloc(0)).subarray(0, -'\r\n------b7--\r\n'.length);
  const piece = Buffer.alloc(65_536, 97);
  let asked = 0;
  const { promise: waiting, resolve: go } = Promise.withResolvers<undefined>();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        asked++;
        if (asked === 1) controller.enqueue(head);
        else if (asked < 1000) controller.enqueue(piece);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const write = (): Promise<undefined> => waiting;
  const reading = readUpload(body, TYPE, new Map(), async () => ({ write }));
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(asked > 1 && asked < 10, `${asked} pieces were asked for`);
  go(undefined);
  assert.ok(isRefusal(await reading) && asked === 1000);
});

test('a fault of the one who takes the file is his, after the rest was read; a lost visitor is none', async () => {
  const body = formOf([['register', 'x']], 'a.csv', Buffer.alloc(300_000, 97));
  const full = async (): Promise<never> => {
    throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
  };
  const pieces = cut(body, [200_000]);
  for (const open of [full, async () => ({ write: full })])
    await assert.rejects(readUpload(bodyOf(pieces), TYPE, new Map(), open), { code: 'ENOSPC' });
  const lost = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(body.subarray(0, 250_000)),
    pull: (controller) => controller.error(new Error('gone')),
  });
  const answer = await readUpload(lost, TYPE, new Map(), async () => ({ write: async () => undefined }));
  assert.ok(isRefusal(answer) && answer.refused === 'upload-broken');
});

test('whatever comes, however slowly it is taken, the reading ends with an answer', async () => {
  const file = '------b7\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  const hostile = fc.constantFrom(
    ...[file, '\r\n', '\r\n\r\n', '\r\n------b7--', '------b7', '--', '\r', '"', ':', '='],
    ...['Content-Disposition: form-data; name="x"', 'Content-Disposition: form-data; filename="', '%zz'],
    ...['__proto__: x', 'Content-Type: ;;;=', "content-disposition: form-data; filename*=utf-8''%"],
    ...['a'.repeat(9000), 'Content-Transfer-Encoding: base64'],
  );
  const bodies = fc.array(hostile, { maxLength: 30 }).map((parts) => Buffer.from(parts.join('') || ' '));
  const manner = fc.constantFrom('quick', 'slow', 'refused', 'broken');
  await fc.assert(
    fc.asyncProperty(bodies, fc.array(fc.nat(4000), { maxLength: 8 }), manner, async (body, where, how) => {
      const write = async (): Promise<Refusal | undefined> => {
        if (how === 'slow') await new Promise((resolve) => setImmediate(resolve));
        if (how === 'broken') throw new Error('broken sink');
        return how === 'refused' ? refusal('upload-too-large') : undefined;
      };
      const sent = readUpload(bodyOf(cut(body, where)), TYPE, new Map(), async () => ({ write }));
      const answer = await sent.catch((error: Error) => error.message);
      assert.ok(typeof answer === 'string' ? answer === 'broken sink' : answer);
    }),
    { numRuns: 2000 },
  );
});
