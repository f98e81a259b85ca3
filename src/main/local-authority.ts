/**
 * A certificate authority of this home, for a local network without the Internet: a root that phones and computers are
 * told to trust once, and a short-lived certificate of this server under it, made anew by itself before its end.
 *
 * The root can vouch only for the names given when it was made, for private addresses and for this machine (name
 * constraints, critical): who steals its key cannot pass for a bank. Its key stands in a file of mode 0600 and in no
 * backup. What could go wrong: a server's name that the root may not vouch for is refused with a sentence, because every
 * phone would refuse it without one; a clock in the past, so certificates begin a day before they are made.
 */
import 'reflect-metadata';
import { createPrivateKey, type KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import * as x509 from '@peculiar/x509';
import { Fault, isRefusal } from '../domain/base/refusal.ts';
import { listPermitted, nameConstraints, type Permitted, permits } from './name-constraints.ts';
import { refuseSetting, type SettingRefused } from './setting.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;
const ROOT_DAYS = 3650;
const LEAF_DAYS = 90;
const RENEW_DAYS = 30;
const OWN_NAMES = ['localhost', '127.0.0.1', '::1'];

export type Issued = { readonly cert: string; readonly key: string };

export type LocalAuthority = {
  /** The root's certificate as PEM. */
  readonly root: string;
  /** The server's certificate: the one that stands, or a new one where its end is near or the names changed. */
  issue(now: number): Promise<Issued>;
};

/** Opens the authority of a home for a server with these names; made where there is none. */
export async function openLocalAuthority(
  home: string,
  names: readonly string[],
  now: number,
): Promise<LocalAuthority | SettingRefused> {
  const folder = path.join(home, 'keys', 'authority');
  const file = (name: string): string => path.join(folder, name);
  const hosts = [...new Set([...names.map(withoutPort), ...OWN_NAMES])];
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    if (!existsSync(file('root.crt'))) await makeRoot(file, hosts, now);
    const permitted = JSON.parse(readFileSync(file('permits.json'), 'utf8')) as Permitted;
    const stranger = hosts.find((host) => !permits(permitted, host));
    if (stranger !== undefined)
      return refuseSetting(
        'COUNTERMARK_HOSTS',
        `names that the local authority may vouch for (${[...permitted.domains, ...permitted.addresses].join(', ')}); for others move ${folder} away, and install the new root on every phone`,
        stranger,
      );
    const root = readFileSync(file('root.crt'), 'utf8');
    return { root, issue: (at) => issueLeaf(file, root, hosts, at) };
  } catch (cause) {
    if (cause instanceof Fault || isRefusal(cause)) throw cause;
    throw new Fault(
      'home',
      `The local authority cannot be read or written in ${folder}. Check the folder's owner and free space, or move it away for a new one.`,
      { cause },
    );
  }
}

/** A name as it stands in a certificate. */
export function withoutPort(name: string): string {
  return net.isIP(name) === 0 ? name.replace(/:\d+$/, '') : name;
}

type FileOf = (name: string) => string;

async function makeRoot(file: FileOf, hosts: readonly string[], now: number): Promise<void> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const permitted = listPermitted(hosts);
  const made = new Date(now).toISOString().slice(0, 10);
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [`Countermark local authority ${made}`] }, { O: ['Countermark'] }],
    keys,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(now + ROOT_DAYS * DAY_MS),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.Extension('2.5.29.30', true, nameConstraints(permitted)),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  // The certificate comes last: where it stands, all of the authority stands.
  replace(file('root.key'), await pemOf(keys.privateKey));
  replace(file('permits.json'), `${JSON.stringify(permitted, undefined, 2)}\n`);
  replace(file('root.crt'), `${root.toString('pem')}\n`);
}

async function issueLeaf(file: FileOf, root: string, hosts: readonly string[], now: number): Promise<Issued> {
  const standing = readLeaf(file, root, hosts, now);
  if (standing !== undefined) return standing;
  const issuer = new x509.X509Certificate(root);
  const signingKey = await importKey(createPrivateKey(readFileSync(file('root.key'))));
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const leaf = await x509.X509CertificateGenerator.create({
    subject: [{ CN: [(hosts[0] ?? 'localhost').slice(0, 64)] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey,
    notBefore: new Date(now - DAY_MS),
    notAfter: new Date(Math.min(now + LEAF_DAYS * DAY_MS, issuer.notAfter.getTime())),
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        hosts.map((value) => ({ type: net.isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  const issued = { cert: `${leaf.toString('pem')}\n`, key: await pemOf(keys.privateKey) };
  // Key and certificate are one file, so that no crash can leave one without the other.
  replace(file('server.pem'), issued.key + issued.cert);
  return issued;
}

/** The certificate that stands, where it is of this root, has every name, and does not end soon. */
function readLeaf(file: FileOf, root: string, hosts: readonly string[], now: number): Issued | undefined {
  if (!existsSync(file('server.pem'))) return undefined;
  const text = readFileSync(file('server.pem'), 'utf8');
  const at = text.indexOf('-----BEGIN CERTIFICATE');
  try {
    const issued = { key: text.slice(0, at), cert: text.slice(at) };
    const leaf = new X509Certificate(issued.cert);
    const covers = (host: string): boolean =>
      (net.isIP(host) === 0 ? leaf.checkHost(host) : leaf.checkIP(host)) !== undefined;
    const young = now < Date.parse(leaf.validTo) - RENEW_DAYS * DAY_MS && now > Date.parse(leaf.validFrom);
    const ours = leaf.verify(new X509Certificate(root).publicKey);
    return young && ours && hosts.every(covers) && leaf.checkPrivateKey(createPrivateKey(issued.key))
      ? issued
      : undefined;
  } catch {
    // What cannot be read is made anew.
    return undefined;
  }
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

async function importKey(key: KeyObject): Promise<webcrypto.CryptoKey> {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
}

function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
