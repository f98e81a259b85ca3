/**
 * The settings of this installation, read once from the environment: where its home is, which database it uses, where
 * it listens and who can reach it there. With nothing set everything works: a home `data` in the clone, an embedded
 * database, and a door that only this machine can reach. A value that cannot be understood is refused, never replaced by
 * a guess; see docs/operate.md for all of them.
 */
import net from 'node:net';
import path from 'node:path';
import { isRefusal } from '../domain/base/refusal.ts';
import type { MailServer } from '../doors/mail/send-mail.ts';
import { type Door, parseDoor } from './config-door.ts';
import { parseMail } from './config-mail.ts';
import { type Environment, parsePath, refuseSetting, type SettingRefused, shownSetting } from './setting.ts';

export type Config = {
  /** Absolute path of the folder that holds the database, the keys and the logs. */
  readonly home: string;
  /** A PostgreSQL server of one's own, or undefined for the embedded one. May hold a password: never print it. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** How others reach this server; left out where only this machine does. */
  readonly door?: Door;
  /** File with the token that the counters are given for. */
  readonly metricsTokenFile?: string;
  /** Hours after which a backup is no longer young. */
  readonly backupHours?: number;
  /** The mail server for notices; may hold a password: never print it. */
  readonly mail?: MailServer;
};

const CLONE = path.resolve(import.meta.dirname, '../..');
const DEFAULT_PORT = 3000;

/** Reads the settings from the environment, or says which one cannot be understood. */
export function parseConfig(env: Environment): Config | SettingRefused {
  const port = parsePort(env.PORT);
  if (isRefusal(port)) return port;
  const host = parseHost(env.HOST);
  if (isRefusal(host)) return host;
  const databaseUrl = parseDatabaseUrl(env.COUNTERMARK_DATABASE_URL);
  if (isRefusal(databaseUrl)) return databaseUrl;
  const home = parsePath('COUNTERMARK_HOME', env.COUNTERMARK_HOME) ?? path.join(CLONE, 'data');
  if (isRefusal(home)) return home;
  const door = parseDoor(env, host);
  if (isRefusal(door)) return door;
  const hours = parseHours(env.COUNTERMARK_BACKUP_HOURS);
  if (isRefusal(hours)) return hours;
  const token = parsePath('COUNTERMARK_METRICS_TOKEN_FILE', env.COUNTERMARK_METRICS_TOKEN_FILE);
  if (isRefusal(token)) return token;
  const mail = parseMail(env);
  if (isRefusal(mail)) return mail;
  return {
    home,
    databaseUrl: databaseUrl.url,
    host,
    port,
    ...(door === undefined ? {} : { door }),
    ...(token === undefined ? {} : { metricsTokenFile: token }),
    ...(hours === undefined ? {} : { backupHours: hours }),
    ...(mail === undefined ? {} : { mail }),
  };
}

function parsePort(text: string | undefined): number | SettingRefused {
  if (!text) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= 65_535) return port;
  return refuseSetting('PORT', 'a whole number from 1 to 65535, or 0 for any free one', shownSetting(text));
}

function parseHost(text: string | undefined): string | SettingRefused {
  if (!text) return '127.0.0.1';
  if (net.isIP(text) !== 0 || text === 'localhost') return text;
  return refuseSetting(
    'HOST',
    'an address of this machine such as 127.0.0.1, ::1 or localhost',
    shownSetting(text),
  );
}

function parseHours(text: string | undefined): number | undefined | SettingRefused {
  if (!text) return undefined;
  const hours = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (hours >= 1 && hours <= 2000) return hours;
  return refuseSetting(
    'COUNTERMARK_BACKUP_HOURS',
    'a whole number of hours from 1 to 2000',
    shownSetting(text),
  );
}

// The text itself is never shown, because it may hold a password.
function parseDatabaseUrl(text: string | undefined): { url: string | undefined } | SettingRefused {
  if (!text) return { url: undefined };
  if (/^postgres(ql)?:\/\//.test(text) && text.length <= 4096 && URL.canParse(text)) return { url: text };
  const expected = 'an address such as postgresql://user@host:5432/countermark';
  return refuseSetting(
    'COUNTERMARK_DATABASE_URL',
    expected,
    `a text of ${text.length} characters that is none`,
  );
}
