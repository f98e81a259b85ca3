/**
 * A passkey in software, for tests: makes a credential and signs as an authenticator and its browser do (WebAuthn, with the
 * few pieces of CBOR that need), so that the real verification can be tried with answers that fit and answers that do not.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

type Asked = { readonly challenge: string };

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const text = (value: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const bytes = (value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 255]), value]);

const USER_PRESENT = 1;
const CREDENTIAL_INCLUDED = 64;

export type SoftPasskey = {
  readonly id: string;
  /** What a browser answers to the options of making a passkey. */
  create(asked: Asked, origin?: string): object;
  /** What a browser answers to the options of asking one. */
  sign(asked: Asked, wishes?: { readonly origin?: string; readonly count?: number }): object;
};

/** A passkey for one server. */
export function softPasskey(rpId: string, origin: string): SoftPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credential = randomBytes(16);
  const id = credential.toString('base64url');
  let counted = 0;
  const authData = (flags: number, count: number, more: Buffer = Buffer.alloc(0)): Buffer => {
    const head = Buffer.alloc(5);
    head[0] = flags;
    head.writeUInt32BE(count, 1);
    return Buffer.concat([sha256(rpId), head, more]);
  };
  return {
    id,
    create(asked, from = origin) {
      const attested = Buffer.concat([Buffer.alloc(16), hex('0010'), credential, coseOf(publicKey)]);
      const object = Buffer.concat([
        hex('a3'),
        ...[text('fmt'), text('none'), text('attStmt'), hex('a0'), text('authData')],
        bytes(authData(USER_PRESENT | CREDENTIAL_INCLUDED, counted, attested)),
      ]);
      const response = {
        clientDataJSON: clientData('webauthn.create', asked, from).toString('base64url'),
        attestationObject: object.toString('base64url'),
        transports: ['usb'],
      };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
    sign(asked, { origin: from = origin, count = ++counted } = {}) {
      const client = clientData('webauthn.get', asked, from);
      const data = authData(USER_PRESENT, count);
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
      };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
  };
}

function clientData(type: string, { challenge }: Asked, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** The public key as COSE: EC2, ES256, P-256. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const point = (value: string): Buffer => Buffer.from(value, 'base64url');
  return Buffer.concat([hex('a5010203262001215820'), point(x), hex('225820'), point(y)]);
}
