import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { der } from './der.ts';

/** What a server certificate should be like. Whatever is left out is as a good certificate has it. */
export type CertificateWish = {
  /** Host names or IPv4 addresses; the first is also the subject's common name. Not empty. */
  readonly names: readonly string[];
  /** `private`: an authority that nobody trusts, such as a virus scanner's. `itself`: self-signed. */
  readonly issuer?: 'practice' | 'private' | 'itself';
  /** Days from now; negative lies in the past. */
  readonly validFromDays?: number;
  readonly validToDays?: number;
  /** The server forgets to send the intermediate certificate. */
  readonly omitIntermediate?: boolean;
};

/** A certificate chain, leaf first, and the leaf's private key, both as PEM. */
export type ServerCertificate = { readonly chain: string; readonly key: string };

export type Authorities = {
  /** The practice authority's own certificate as PEM: trusted inside its practice network and nowhere else. */
  readonly root: string;
  issue(wish: CertificateWish): ServerCertificate;
};

/** How the certificates of a practice network name the authority that is trusted there. */
export const practiceAuthorityName = 'Postway Practice Authority';
/** The authority that is not. */
export const privateAuthorityName = 'Practice Virus Scanner Mail Shield';

type Issuer = { readonly name: string; readonly key: KeyObject; readonly intermediate: string };

/**
 * Makes an authority with an intermediate, ECDSA P-256 (fast to make), that lives as long as the process, and on demand a second one
 * that nobody trusts. `nowMs` is the wall clock, in milliseconds since 1970. RFC 5280.
 */
export function practiceAuthorities(nowMs: number): Authorities {
  const { root, issuer } = authority(practiceAuthorityName, nowMs);
  let stranger: Issuer | undefined;
  const issuerFor = (wish: CertificateWish): Issuer => {
    if (wish.issuer !== 'private') return issuer;
    stranger ??= authority(privateAuthorityName, nowMs).issuer;
    return stranger;
  };
  return {
    root,
    issue: (wish) =>
      wish.issuer === 'itself' ? selfSigned(wish, nowMs) : signedBy(issuerFor(wish), wish, nowMs),
  };
}

function authority(name: string, nowMs: number): { readonly root: string; readonly issuer: Issuer } {
  const rootKeys = newKeys();
  const intermediateKeys = newKeys();
  const rootName = organised(`${name} Root`);
  const intermediateName = organised(`${name} R1`);
  const common = { issuer: rootName, signingKey: rootKeys.privateKey, extensions: authorityExtensions() };
  const validity = { validFromDays: -365, validToDays: 3650 };
  const root = certificate({ ...common, subject: rootName, publicKey: rootKeys.publicKey }, validity, nowMs);
  const intermediate = certificate(
    { ...common, subject: intermediateName, publicKey: intermediateKeys.publicKey },
    validity,
    nowMs,
  );
  return { root, issuer: { name: `${name} R1`, key: intermediateKeys.privateKey, intermediate } };
}

function signedBy(issuer: Issuer, wish: CertificateWish, nowMs: number): ServerCertificate {
  const keys = newKeys();
  const leaf = certificate(
    {
      subject: ownName(wish),
      issuer: organised(issuer.name),
      publicKey: keys.publicKey,
      signingKey: issuer.key,
      extensions: serverExtensions(wish),
    },
    wish,
    nowMs,
  );
  const chain = wish.omitIntermediate ? leaf : `${leaf}${issuer.intermediate}`;
  return { chain, key: privatePem(keys.privateKey) };
}

function selfSigned(wish: CertificateWish, nowMs: number): ServerCertificate {
  const keys = newKeys();
  const contents = {
    subject: ownName(wish),
    issuer: ownName(wish),
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    extensions: selfMadeExtensions(wish),
  };
  return { chain: certificate(contents, wish, nowMs), key: privatePem(keys.privateKey) };
}

type Contents = {
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly extensions: readonly Buffer[];
};
type Validity = Pick<CertificateWish, 'validFromDays' | 'validToDays'>;

const dayMs = 86_400_000;
const ecdsaWithSha256 = der.sequence(der.oid('1.2.840.10045.4.3.2'));

/** One signed certificate as PEM: RFC 5280 section 4.1. */
function certificate(
  contents: Contents,
  { validFromDays = -30, validToDays = 60 }: Validity,
  nowMs: number,
): string {
  const version3 = der.explicit(0, der.integer(Buffer.of(2)));
  const toBeSigned = der.sequence(
    version3,
    der.integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    ecdsaWithSha256,
    contents.issuer,
    der.sequence(der.time(nowMs + validFromDays * dayMs), der.time(nowMs + validToDays * dayMs)),
    contents.subject,
    contents.publicKey.export({ type: 'spki', format: 'der' }),
    der.explicit(3, der.sequence(...contents.extensions)),
  );
  const signature = sign('sha256', toBeSigned, contents.signingKey);
  const body = der.sequence(toBeSigned, ecdsaWithSha256, der.bitString(signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
}

function authorityExtensions(): Buffer[] {
  const certSignAndCrlSign = der.bitString(Buffer.of(0b0000_0110), 1);
  return [
    extension('2.5.29.19', der.sequence(der.true()), 'critical'),
    extension('2.5.29.15', certSignAndCrlSign, 'critical'),
  ];
}

function serverExtensions({ names }: CertificateWish): Buffer[] {
  const digitalSignature = der.bitString(Buffer.of(0b1000_0000), 7);
  const serverAuth = der.oid('1.3.6.1.5.5.7.3.1');
  return [
    extension('2.5.29.19', der.sequence(), 'critical'),
    extension('2.5.29.15', digitalSignature, 'critical'),
    extension('2.5.29.37', der.sequence(serverAuth)),
    extension('2.5.29.17', alternativeNames(names)),
  ];
}

/** As the usual one-line recipe makes them: an authority of its own, with no word about what the key is for. */
function selfMadeExtensions({ names }: CertificateWish): Buffer[] {
  return [
    extension('2.5.29.19', der.sequence(der.true()), 'critical'),
    extension('2.5.29.17', alternativeNames(names)),
  ];
}

function extension(oid: string, value: Buffer, critical?: 'critical'): Buffer {
  return der.sequence(der.oid(oid), ...(critical ? [der.true()] : []), der.octetString(value));
}

function alternativeNames(names: readonly string[]): Buffer {
  return der.sequence(...names.map(alternativeName));
}

function alternativeName(name: string): Buffer {
  return isIPv4(name)
    ? der.implicit(7, Buffer.from(name.split('.').map(Number)))
    : der.implicit(2, Buffer.from(name, 'ascii'));
}

function organised(commonName: string): Buffer {
  return der.sequence(attribute('2.5.4.10', 'Postway Practice'), attribute('2.5.4.3', commonName));
}

function ownName({ names }: CertificateWish): Buffer {
  return der.sequence(attribute('2.5.4.3', names[0] ?? ''));
}

function attribute(oid: string, value: string): Buffer {
  return der.set(der.sequence(der.oid(oid), der.text(value)));
}

function newKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function privatePem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
