/**
 * The log of the server, on standard error: JSON lines for machines (pino), words where a person sits at the terminal. What
 * stands in it is made of our own sentences, route patterns, numbers, and ids of requests and accounts; see
 * doors/web/request-note.ts for what may be told of a request and of an error.
 */
import { pino } from 'pino';
import { Fault } from '../domain/base/refusal.ts';
import { noteOfError, type RequestNote } from '../doors/web/request-note.ts';

export type Log = {
  /** A sentence of our own. */
  say(text: string): void;
  /** A sentence of our own about something that somebody must look at. */
  warn(text: string): void;
  /** Something failed; of the error only its kind, code and place are told, or the sentence of a fault of ours. */
  failed(what: string, error: unknown): void;
  request(note: RequestNote): void;
};

/** Makes a log that gives its lines, without line ends, to `write`. */
export function makeLog(write: (line: string) => void, words: boolean): Log {
  return words ? inWords(write) : inJson(write);
}

function inJson(write: (line: string) => void): Log {
  const log = pino(
    {
      base: null,
      messageKey: 'says',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line) => write(line.trimEnd()) },
  );
  return {
    say: (text) => log.info(text),
    warn: (text) => log.warn(text),
    failed: (what, error) => log.error(noteOfError(error), sayFailed(what, error)),
    request(note) {
      if (note.status >= 500) log.error(note, 'request');
      else log.info(note, 'request');
    },
  };
}

/** At a terminal only the requests that failed are told: whoever sits there wants to read what is said. */
function inWords(write: (line: string) => void): Log {
  return {
    say: write,
    warn: write,
    failed(what, error) {
      const { kind, code, at } = noteOfError(error);
      write(`${sayFailed(what, error)} (${[kind, code, at[0]].filter(Boolean).join(', ')})`);
    },
    request({ status, method, route, millis, request, error }) {
      if (status < 500) return;
      const why = [error?.kind, error?.code, error?.at[0]].filter(Boolean).join(', ');
      write(`${method} ${route} was answered ${status} after ${millis} ms (request ${request}; ${why})`);
    },
  };
}

/** Faults of the database and the disk are fixed sentences of ours; of anything else the message may repeat what was typed. */
function sayFailed(what: string, error: unknown): string {
  const ours = error instanceof Fault && (error.code === 'database' || error.code === 'disk');
  return ours
    ? `${what} failed and will be tried again: ${error.message}`
    : `${what} failed and will be tried again.`;
}
