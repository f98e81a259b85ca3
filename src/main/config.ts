/**
 * The settings of this installation, read once from the environment: where its home is, which database it uses and
 * where it listens. With nothing set everything works: a home `data` in the clone, an embedded database, and a door
 * that only this machine can reach. A value that cannot be understood is refused, never replaced by a guess.
 */
import net from 'node:net';
import path from 'node:path';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';

export type Config = {
  /** Absolute path of the folder that holds the database, the keys and the logs. */
  readonly home: string;
  /** A PostgreSQL server of one's own, or undefined for the embedded one. May hold a password: never print it. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
};

export type SettingRefused = Refusal<'setting_not_understood'>;

const CLONE = path.resolve(import.meta.dirname, '../..');
const DEFAULT_PORT = 3000;
const SHOWN_LENGTH = 80;

/** Reads the settings from the environment, or says which one cannot be understood. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config | SettingRefused {
  const port = parsePort(env.PORT);
  if (isRefusal(port)) return port;
  const host = parseHost(env.HOST);
  if (isRefusal(host)) return host;
  const databaseUrl = parseDatabaseUrl(env.COUNTERMARK_DATABASE_URL);
  if (isRefusal(databaseUrl)) return databaseUrl;
  const home = env.COUNTERMARK_HOME || path.join(CLONE, 'data');
  if (home.includes('\0'))
    return refused('COUNTERMARK_HOME', 'the path of a folder', 'a path with a zero byte');
  return { home: path.resolve(home), databaseUrl: databaseUrl.url, host, port };
}

/** The sentence a person reads about a refused setting. */
export function formatSettingRefused({ facts }: SettingRefused): string {
  return `The setting ${facts?.setting} cannot be used: expected ${facts?.expected}; ${facts?.came} came. Change it, or remove it to use the default.`;
}

function refused(setting: string, expected: string, came: string): SettingRefused {
  return refusal('setting_not_understood', { setting, expected, came });
}

function shown(text: string): string {
  return text.length > SHOWN_LENGTH ? `a text of ${text.length} characters` : JSON.stringify(text);
}

function parsePort(text: string | undefined): number | SettingRefused {
  if (!text) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= 65_535) return port;
  return refused('PORT', 'a whole number from 1 to 65535, or 0 for any free one', shown(text));
}

function parseHost(text: string | undefined): string | SettingRefused {
  if (!text) return '127.0.0.1';
  if (net.isIP(text) !== 0 || text === 'localhost') return text;
  return refused('HOST', 'an address of this machine such as 127.0.0.1, ::1 or localhost', shown(text));
}

// The text itself is never shown, because it may hold a password.
function parseDatabaseUrl(text: string | undefined): { url: string | undefined } | SettingRefused {
  if (!text) return { url: undefined };
  if (/^postgres(ql)?:\/\//.test(text) && text.length <= 4096 && URL.canParse(text)) return { url: text };
  const expected = 'an address such as postgresql://user@host:5432/countermark';
  return refused('COUNTERMARK_DATABASE_URL', expected, `a text of ${text.length} characters that is none`);
}
