/**
 * What the host of an embedded database and those present in its home say to each other: lines of JSON over the
 * control socket. An open connection is presence; the kernel closes it when a process dies, however it dies.
 * Both ends belong to one account on one machine, yet a line is bounded before it is parsed.
 */
import type { Socket } from 'node:net';
import type { FaultCode } from '../../domain/base/refusal.ts';

export type Role = 'server' | 'cli';

/** One process that is present in a home. */
export type Presence = {
  readonly pid: number;
  readonly role: Role;
  readonly command: string;
  readonly since: string;
  readonly address?: string;
};

export type Connection = {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly database?: string;
  readonly connectionString?: string;
};

export type ToHost = { hello: Presence } | { address: string } | { who: true };

export type FromHost =
  | { progress: string }
  | { ready: Connection }
  | { held: Presence }
  | { fault: { code: FaultCode; message: string } }
  | { who: readonly Presence[] }
  | { lost: string };

const LINE_MAX_CHARACTERS = 65_536;

/** Sends one message; a connection that is gone is noticed by its close event, not here. */
export function sendLine(socket: Socket, message: ToHost | FromHost): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls back for every message that comes; whoever sends no JSON or a line without end is cut off. */
export function readLines<Message>(socket: Socket, onMessage: (message: Message) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_MAX_CHARACTERS) return void socket.destroy();
    for (const line of lines) {
      let message: Message;
      try {
        message = JSON.parse(line) as Message;
      } catch {
        return void socket.destroy();
      }
      onMessage(message);
    }
  });
}
