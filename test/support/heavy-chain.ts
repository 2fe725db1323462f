import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { der } from '../../electron/practice/der.ts';

type Shape = {
  readonly length: number;
  /** One name for all and no key identifiers: whoever looks for an issuer has to try every certificate. */
  readonly names: 'one' | 'each its own';
  /** As sent after the server's own; `last first` is the worst for whoever takes the first that fits. */
  readonly order: 'issuer next' | 'last first';
};

const ecdsaWithSha512 = der.sequence(der.oid('1.2.840.10045.4.3.4'));

/** A certificate chain made to be slow to check, P-521 throughout, and the key of its first certificate; both as PEM. */
export function heavyChain({ length, names, order }: Shape): {
  readonly chain: string;
  readonly key: string;
} {
  const keys = Array.from(
    { length: length + 1 },
    () => generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey,
  );
  const keyAt = (index: number) => keys[index] as KeyObject;
  const name = (index: number) => (names === 'one' ? 'x' : `x${index}`);
  const chain = Array.from({ length }, (_, index) => {
    const body = der.sequence(
      der.explicit(0, der.integer(Buffer.of(2))),
      der.integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
      ecdsaWithSha512,
      commonName(name(index + 1)),
      der.sequence(der.time(Date.now() - 86_400_000), der.time(Date.now() + 86_400_000)),
      commonName(name(index)),
      createPublicKey(keyAt(index)).export({ type: 'spki', format: 'der' }),
      der.explicit(3, der.sequence(index === 0 ? forHost('mail.example.org') : authority())),
    );
    const signature = der.bitString(sign('sha512', body, keyAt(index + 1)));
    const base64 = der.sequence(body, ecdsaWithSha512, signature).toString('base64');
    return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
  });
  const [leaf = '', ...rest] = chain;
  return {
    chain: [leaf, ...(order === 'last first' ? rest.reverse() : rest)].join(''),
    key: keyAt(0).export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function commonName(text: string): Buffer {
  return der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.text(text))));
}

function forHost(name: string): Buffer {
  const names = der.sequence(der.implicit(2, Buffer.from(name, 'ascii')));
  return der.sequence(der.oid('2.5.29.17'), der.octetString(names));
}

function authority(): Buffer {
  return der.sequence(der.oid('2.5.29.19'), der.true(), der.octetString(der.sequence(der.true())));
}
