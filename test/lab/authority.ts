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

/** Makes an authority with openssl, as large as a real one (RSA 2048, an intermediate) so that its packets are too. */
export function makeAuthority(folder: string, name: string): Authority {
  mkdirSync(folder, { recursive: true });
  const file = (base: string) => join(folder, base);
  const config = file('ca.cnf');
  writeFileSync(config, configuration(folder));
  writeFileSync(file('index.txt'), '');
  const organisation = `/C=XX/O=${name}`;
  const key = ['-newkey', 'rsa:2048', '-nodes', '-config', config];
  run('openssl', [
    'req',
    '-x509',
    ...key,
    '-keyout',
    file('root.key'),
    '-out',
    file('root.pem'),
    '-subj',
    `${organisation}/CN=${name} Root`,
    '-days',
    '7300',
    '-extensions',
    'authority',
  ]);
  run('openssl', [
    'req',
    ...key,
    '-new',
    '-keyout',
    file('sub.key'),
    '-out',
    file('sub.csr'),
    '-subj',
    `${organisation}/CN=${name} R3`,
  ]);
  const sign = (signer: string, extensions: string, csr: string, out: string, more: readonly string[]) =>
    run('openssl', [
      'ca',
      '-batch',
      '-notext',
      '-config',
      config,
      '-cert',
      file(`${signer}.pem`),
      '-keyfile',
      file(`${signer}.key`),
      '-extensions',
      extensions,
      '-in',
      csr,
      '-out',
      out,
      ...more,
    ]);
  sign('root', 'authority', file('sub.csr'), file('sub.pem'), period(-3650, 3650));
  run('openssl', ['genrsa', '-out', file('leaf.key'), '2048']);

  let issued = 0;
  const issue = (request: CertificateRequest): Certificate => {
    issued += 1;
    const base = `leaf${issued}`;
    const [certFile, csr] = [file(`${base}.pem`), file(`${base}.csr`)];
    const subject = ['-subj', `/CN=${request.names[0]}`];
    const names = `subjectAltName=${request.names.map((dnsName) => `DNS:${dnsName}`).join(',')}`;
    const from = ['-config', config, '-key', file('leaf.key'), ...subject, '-addext', names];
    if (request.isSelfMade) {
      run('openssl', ['req', '-x509', ...from, '-out', certFile, '-days', '365']);
    } else {
      run('openssl', ['req', '-new', ...from, '-out', csr]);
      const dates = period(request.validFromDays ?? -30, request.validToDays ?? 60);
      sign('sub', 'leaf', csr, certFile, [...dates, '-md', request.digest ?? 'sha256']);
      if (!request.isChainIncomplete) {
        writeFileSync(certFile, readFileSync(certFile, 'utf8') + readFileSync(file('sub.pem'), 'utf8'));
      }
    }
    return { certFile, keyFile: file('leaf.key') };
  };
  return { rootPem: readFileSync(file('root.pem'), 'utf8'), issue };
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
