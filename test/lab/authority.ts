import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './scope.ts';

/** A certificate authority of the lab: a root that clients trust (or not), and an intermediate that signs. */
export type Authority = {
  /** The root certificate, PEM. */
  readonly rootPem: string;
  issue(request: CertificateRequest): Certificate;
};

export type CertificateRequest = {
  /** The first is the common name, all are subject alternative names. */
  readonly names: readonly string[];
  /** Days from now; the past is negative. */
  readonly validFromDays?: number;
  readonly validToDays?: number;
  readonly digest?: 'sha256' | 'sha1';
  /** Leaves the intermediate out of what the server sends. */
  readonly isChainIncomplete?: boolean;
  /** Signed by its own key, by nobody's authority. */
  readonly isSelfMade?: boolean;
};

/** Files as servers want them: the certificate with its chain, and its key. */
export type Certificate = { readonly certFile: string; readonly keyFile: string };

/**
 * Makes an authority with openssl, its chain as large as a real one (RSA 2048 with an intermediate), so that its packets are too.
 * `leafKey` is the file of the key that all its servers have: their keys are not what the lab is about.
 */
export function makeAuthority(folder: string, name: string, leafKey: string): Authority {
  mkdirSync(folder, { recursive: true });
  const file = (base: string) => join(folder, base);
  const config = file('ca.cnf');
  writeFileSync(config, configuration(folder));
  writeFileSync(file('index.txt'), '');
  const subject = (commonName: string) => ['-subj', `/C=XX/O=${name}/CN=${commonName}`];
  const openssl = (command: string, ...args: (string | readonly string[])[]): void => {
    run('openssl', [command, '-config', config, ...args.flat()]);
  };
  const sign = (signer: string, csr: string, out: string, more: readonly string[]): void => {
    const by = ['-cert', file(`${signer}.pem`), '-keyfile', file(`${signer}.key`)];
    openssl('ca', ['-batch', '-notext'], by, ['-in', csr, '-out', out], more);
  };
  openssl('req', ['-x509', '-days', '7300', '-extensions', 'authority'], subject(`${name} Root`), [
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-keyout', file('root.key'), '-out', file('root.pem')],
  ]);
  openssl(
    'req',
    ['-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', file('sub.key')],
    subject(`${name} R3`),
    [...['-out', file('sub.csr')]],
  );
  sign('root', file('sub.csr'), file('sub.pem'), ['-extensions', 'authority', ...period(-3650, 3650)]);

  let issued = 0;
  const issue = (request: CertificateRequest): Certificate => {
    issued += 1;
    const [certFile, csr] = [file(`leaf${issued}.pem`), file(`leaf${issued}.csr`)];
    const names = `subjectAltName=${request.names.map((dnsName) => `DNS:${dnsName}`).join(',')}`;
    const from = ['-key', leafKey, '-subj', `/CN=${request.names[0]}`, '-addext', names];
    if (request.isSelfMade) {
      openssl('req', ['-x509', '-days', '365'], from, ['-out', certFile]);
    } else {
      openssl('req', ['-new'], from, ['-out', csr]);
      const dates = period(request.validFromDays ?? -30, request.validToDays ?? 60);
      sign('sub', csr, certFile, ['-extensions', 'leaf', '-md', request.digest ?? 'sha256', ...dates]);
      if (!request.isChainIncomplete) {
        writeFileSync(certFile, readFileSync(certFile, 'utf8') + readFileSync(file('sub.pem'), 'utf8'));
      }
    }
    return { certFile, keyFile: leafKey };
  };
  return { rootPem: readFileSync(file('root.pem'), 'utf8'), issue };
}

/** Makes the key that `makeAuthority` wants. */
export function makeLeafKey(file: string): void {
  run('openssl', ['genrsa', '-out', file, '2048']);
}

function period(fromDays: number, toDays: number): string[] {
  const at = (days: number) =>
    `${new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return ['-startdate', at(fromDays), '-enddate', at(toDays)];
}

function configuration(folder: string): string {
  return `[req]
distinguished_name = any
prompt = no
[any]
[ca]
default_ca = lab
[lab]
database = ${folder}/index.txt
new_certs_dir = ${folder}
rand_serial = yes
unique_subject = no
default_md = sha256
policy = anything
copy_extensions = copy
[anything]
commonName = supplied
countryName = optional
organizationName = optional
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
authorityInfoAccess = caIssuers;URI:http://certificates.lab.test/issuer.crt
`;
}
