/**
 * The certificate this server shows: from files that are given, or of the local authority of its home. Both may change
 * while the server runs; what is new is taken without a restart, what is damaged is told and the old one stays.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import net from 'node:net';
import { isRefusal } from '../domain/base/refusal.ts';
import type { AuthorityCertificate } from '../doors/web/operation.ts';
import type { Config } from './config.ts';
import { refuseSetting, type SettingRefused } from './setting.ts';

const DAY_MS = 86_400_000;
const ENDS_SOON_DAYS = 14;
const OTHERS_MASK = 0o007;

export type Material = { readonly cert: string; readonly key: string };

export type OpenTls = {
  /** The certificate and key as they are now. */
  current(): Promise<Material | SettingRefused>;
  /** What phones are to trust, where the authority is our own. */
  readonly authority?: AuthorityCertificate;
};

/** Opens what the settings say about TLS; undefined where there is none. */
export async function openTls(
  config: Config,
  clock: () => number,
): Promise<OpenTls | undefined | SettingRefused> {
  const { tls, names = [] } = config.door ?? {};
  if (tls === undefined) return undefined;
  if (tls.kind === 'files') {
    const current = async (): Promise<Material | SettingRefused> => readFiles(tls.cert, tls.key, clock());
    const first = await current();
    return isRefusal(first) ? first : { current };
  }
  // Loaded only where it is used: its library is slow to load.
  const { openLocalAuthority } = await import('./local-authority.ts');
  const authority = await openLocalAuthority(config.home, names, clock());
  if (isRefusal(authority)) return authority;
  const root = new X509Certificate(authority.root);
  return {
    current: async () => {
      const { cert, key } = await authority.issue(clock());
      return { cert, key };
    },
    authority: { der: root.raw, fingerprint: root.fingerprint256 },
  };
}

function readFiles(certFile: string, keyFile: string, now: number): Material | SettingRefused {
  const read = (setting: string, file: string): string | SettingRefused => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      return refuseSetting(
        setting,
        'a file that can be read',
        `${file} (${(error as NodeJS.ErrnoException).code})`,
      );
    }
  };
  const cert = read('COUNTERMARK_TLS_CERT', certFile);
  if (isRefusal(cert)) return cert;
  const key = read('COUNTERMARK_TLS_KEY', keyFile);
  if (isRefusal(key)) return key;
  if ((statSync(keyFile).mode & OTHERS_MASK) !== 0)
    return refuseSetting('COUNTERMARK_TLS_KEY', 'a file that not everybody can read (chmod 600)', keyFile);
  return checked({ cert, key }, now);
}

function checked(material: Material, now: number): Material | SettingRefused {
  try {
    const leaf = new X509Certificate(material.cert);
    if (!leaf.checkPrivateKey(createPrivateKey(material.key)))
      return refuseSetting('COUNTERMARK_TLS_KEY', 'the key of the certificate', 'the key of another');
    if (now > Date.parse(leaf.validTo))
      return refuseSetting(
        'COUNTERMARK_TLS_CERT',
        'a certificate that is valid today',
        `one that ended on ${leaf.validTo}`,
      );
    return material;
  } catch {
    return refuseSetting(
      'COUNTERMARK_TLS_CERT',
      'a certificate and its key as PEM, the key without a passphrase',
      'something that cannot be read as such',
    );
  }
}

/** What is to be told about a certificate: names it does not cover, and an end that is near. */
export function listCertificateWorries(
  cert: string,
  names: readonly string[],
  now: number,
): readonly string[] {
  const leaf = new X509Certificate(cert);
  const worries = names
    .map((name) => (net.isIP(name) === 0 ? name.replace(/:\d+$/, '') : name))
    .filter((name) => (net.isIP(name) === 0 ? leaf.checkHost(name) : leaf.checkIP(name)) === undefined)
    .map((name) => `The certificate does not cover ${name}: browsers will warn those who use that name.`);
  const days = Math.floor((Date.parse(leaf.validTo) - now) / DAY_MS);
  if (days <= ENDS_SOON_DAYS)
    worries.push(`The certificate ends in ${days} days (${leaf.validTo}). Renew it.`);
  return worries;
}
