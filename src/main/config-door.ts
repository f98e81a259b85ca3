/**
 * The settings of the door: who can reach this server besides this machine itself, and what encrypts the way. There are
 * three ways and no fourth: a certificate that is given, one of a local authority of this home, or named proxies that
 * speak TLS. An address that others can reach without one of them is refused.
 */
import net from 'node:net';
import { isRefusal } from '../domain/base/refusal.ts';
import { isLoopback } from '../doors/web/guard.ts';
import { type Environment, parsePath, refuseSetting, type SettingRefused, shownSetting } from './setting.ts';

export type Tls =
  | { readonly kind: 'files'; readonly cert: string; readonly key: string }
  | { readonly kind: 'local' };

export type Door = {
  readonly tls?: Tls;
  /** Addresses or ranges of proxies whose forwarding headers are believed. */
  readonly proxies: readonly string[];
  /** Names and addresses under which people reach this server. */
  readonly names: readonly string[];
};

const NAMES_MAX = 20;
const NAME =
  /^(?=.{1,253}(?::\d{1,5})?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(?::\d{1,5})?$/;
const WILDCARDS = ['0.0.0.0', '::'];

/** Reads the settings of the door; undefined where only this machine reaches this server and it speaks no TLS. */
export function parseDoor(env: Environment, host: string): Door | undefined | SettingRefused {
  const tls = parseTls(env);
  if (isRefusal(tls)) return tls;
  const proxies = parseProxies(env.COUNTERMARK_PROXY);
  if (isRefusal(proxies)) return proxies;
  const given = parseNames(env.COUNTERMARK_HOSTS);
  if (isRefusal(given)) return given;
  if (tls && proxies.length > 0)
    return refuseSetting('COUNTERMARK_PROXY', 'either TLS here or proxies that speak it', 'both');
  if (!tls && proxies.length === 0) {
    if (!isLoopback(host)) return refuseOpen(host);
    if (given.length > 0)
      return refuseSetting(
        'COUNTERMARK_HOSTS',
        'TLS or a proxy beside it',
        'names for a server that only this machine reaches',
      );
    return undefined;
  }
  const names = given.length > 0 || WILDCARDS.includes(host) || isLoopback(host) ? given : [host];
  if (names.length === 0 && (proxies.length > 0 || !isLoopback(host)))
    return refuseSetting(
      'COUNTERMARK_HOSTS',
      'the names and addresses under which people reach this server, such as register.example,192.168.1.10',
      'nothing',
    );
  return { ...(tls ? { tls } : {}), proxies, names };
}

function refuseOpen(host: string): SettingRefused {
  return refuseSetting(
    'HOST',
    'an address of this machine alone such as 127.0.0.1, for without TLS no other is served: set COUNTERMARK_TLS=local, or ' +
      'COUNTERMARK_TLS_CERT and COUNTERMARK_TLS_KEY, or COUNTERMARK_PROXY to the address of a proxy that speaks TLS',
    `${host}, which other machines can reach,`,
  );
}

function parseTls(env: Environment): Tls | undefined | SettingRefused {
  const cert = parsePath('COUNTERMARK_TLS_CERT', env.COUNTERMARK_TLS_CERT);
  if (isRefusal(cert)) return cert;
  const key = parsePath('COUNTERMARK_TLS_KEY', env.COUNTERMARK_TLS_KEY);
  if (isRefusal(key)) return key;
  const word = env.COUNTERMARK_TLS || undefined;
  if (word !== undefined && word !== 'local')
    return refuseSetting('COUNTERMARK_TLS', 'the word local, or nothing', shownSetting(word));
  if ((cert === undefined) !== (key === undefined))
    return refuseSetting(
      cert === undefined ? 'COUNTERMARK_TLS_CERT' : 'COUNTERMARK_TLS_KEY',
      'the file of a certificate and the file of its key together',
      'only one of them',
    );
  if (word !== undefined && cert !== undefined)
    return refuseSetting('COUNTERMARK_TLS', 'either a local authority or the files of a certificate', 'both');
  if (cert !== undefined && key !== undefined) return { kind: 'files', cert, key };
  return word === undefined ? undefined : { kind: 'local' };
}

function parseNames(text: string | undefined): readonly string[] | SettingRefused {
  const names = listOf(text).map((name) => name.toLowerCase());
  const wrong = names.find((name) => net.isIP(name) === 0 && !NAME.test(name));
  if (wrong === undefined && names.length <= NAMES_MAX) return names;
  return refuseSetting(
    'COUNTERMARK_HOSTS',
    `at most ${NAMES_MAX} names or addresses with commas between them`,
    wrong === undefined ? `${names.length}` : shownSetting(wrong),
  );
}

function parseProxies(text: string | undefined): readonly string[] | SettingRefused {
  const proxies = listOf(text);
  const wrong = proxies.find((one) => !isRange(one));
  if (wrong === undefined && proxies.length <= NAMES_MAX) return proxies;
  return refuseSetting(
    'COUNTERMARK_PROXY',
    `at most ${NAMES_MAX} addresses or ranges such as 127.0.0.1 or 10.1.2.0/24, none of them everybody`,
    wrong === undefined ? `${proxies.length}` : shownSetting(wrong),
  );
}

/** True for an address, or a range that is not the whole world. */
function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = net.isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
