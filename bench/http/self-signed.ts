import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate and its private key, as PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const COMMON_NAME = [0x55, 0x04, 0x03];
const ALTERNATIVE_NAME = [0x55, 0x1d, 0x11];
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13];

/**
 * A certificate for 127.0.0.1 that signs itself, valid for a day, so that no private key has to lie in the repository.
 * Source: RFC 5280, 4.1; ITU-T X.690.
 */
export function selfSigned(): KeyAndCertificate {
  // Whoever trusts two of them in one process tells them apart by their names.
  const id = randomBytes(8).toString('hex');
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(SEQUENCE, objectId(ECDSA_WITH_SHA256));
  const commonName = der(SEQUENCE, objectId(COMMON_NAME), der(0x0c, Buffer.from(`localhost ${id}`)));
  const name = der(SEQUENCE, der(SET, commonName));
  const now = Date.now();
  const toBeSigned = der(
    SEQUENCE,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    name,
    der(SEQUENCE, utcTime(now - 3_600_000), utcTime(now + 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(SEQUENCE, isAuthority(), isLoopback())),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = der(SEQUENCE, toBeSigned, algorithm, der(0x03, Buffer.of(0), signature));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem(certificate) };
}

const isAuthority = (): Buffer =>
  der(SEQUENCE, objectId(BASIC_CONSTRAINTS), der(0x04, der(SEQUENCE, der(0x01, Buffer.of(0xff)))));

const isLoopback = (): Buffer =>
  der(SEQUENCE, objectId(ALTERNATIVE_NAME), der(0x04, der(SEQUENCE, der(0x87, Buffer.of(127, 0, 0, 1)))));

const objectId = (bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));

/** `YYMMDDHHMMSSZ`. */
const utcTime = (at: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replaceAll(/\D/g, '')}Z`));

/** One DER value: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 0xff), content]);
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
