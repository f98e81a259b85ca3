/**
 * A load generator for HTTP over TCP: so many connections, each with one request under way, kept alive, and nothing but
 * what it takes to tell where an answer ends. It shares the machine with what it measures, so it must be light.
 */
import { connect, type Socket } from 'node:net';

export type LoadRequest = {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type LoadAnswer = {
  readonly name: string;
  readonly status: number;
  readonly tookMs: number;
  readonly bytes: number;
};

export type Load = {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  readonly next: () => LoadRequest;
};

/** Sends requests for so many seconds and gives every answer. */
export async function runLoad(load: Load): Promise<{ answers: LoadAnswer[]; seconds: number }> {
  const answers: LoadAnswer[] = [];
  const began = performance.now();
  const until = began + load.seconds * 1000;
  await Promise.all(
    Array.from({ length: load.connections }, async () => {
      let line: Line | undefined;
      while (performance.now() < until) {
        line ??= await openLine(load.port);
        const request = load.next();
        const sent = performance.now();
        const answer = await line.ask(formatRequest(request, load.port));
        answers.push({ name: request.name, tookMs: performance.now() - sent, ...answer });
        // The server ends a connection after a number of requests; another one is opened.
        if (answer.closes) {
          line.close();
          line = undefined;
        }
      }
      line?.close();
    }),
  );
  return { answers, seconds: (performance.now() - began) / 1000 };
}

function formatRequest({ method, path, headers, body = '' }: LoadRequest, port: number): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = method === 'POST' ? `Content-Length: ${Buffer.byteLength(body)}\r\n` : '';
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${lines.join('')}${length}\r\n${body}`;
}

type Came = { readonly status: number; readonly bytes: number; readonly closes: boolean };

type Line = { ask(text: string): Promise<Came>; close(): void };

function openLine(port: number): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.once('error', reject);
    socket.once('connect', () => resolve(lineOver(socket)));
  });
}

function lineOver(socket: Socket): Line {
  let came = '';
  let waits: { resolve: (came: Came) => void; reject: (error: Error) => void } | undefined;
  const lost = (error?: Error): void =>
    waits?.reject(error ?? new Error('The server closed a connection before it answered.'));
  socket.setEncoding('latin1');
  socket.on('error', lost);
  socket.on('close', () => lost());
  socket.on('data', (text: string) => {
    came += text;
    const whole = wholeAnswer(came);
    if (!whole) return;
    came = '';
    waits?.resolve(whole);
    waits = undefined;
  });
  return {
    ask(text) {
      return new Promise((resolve, reject) => {
        waits = { resolve, reject };
        socket.write(text);
      });
    },
    close: () => socket.destroy(),
  };
}

/** What an answer was, once all of it is there; a byte is a character here. */
function wholeAnswer(came: string): Came | undefined {
  const end = came.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = came.slice(0, end).toLowerCase();
  const [, stated] = /\r\ncontent-length: (\d+)/.exec(head) ?? [];
  const body = came.length - end - 4;
  const isWhole = stated === undefined ? came.endsWith('0\r\n\r\n') : body >= Number(stated);
  if (!isWhole) return undefined;
  return { status: Number(came.slice(9, 12)), bytes: body, closes: head.includes('\r\nconnection: close') };
}
