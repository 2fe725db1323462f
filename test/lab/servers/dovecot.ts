import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../authority.ts';
import type { Scope } from '../scope.ts';

/** One address on which Dovecot serves 143, 993, 110 and 995. */
export type DovecotSite = { readonly ipAddresses: readonly string[]; readonly certificate: Certificate };

/** The one account of every lab domain; the user name is any address with this local part. */
export const labPassword = 'lab-password';

/** How it differs from one that lets everybody in, each with a mailbox of their own. */
export type DovecotWish = {
  /** One mailbox for all. */
  readonly maildir?: string;
  /** The only one who can log in. */
  readonly account?: string;
  readonly password?: string;
};

/**
 * Starts one Dovecot for all the sites. Returns the path of the socket at which Postfix has logins checked. Everybody has a mailbox of
 * their own, or with `maildir` that one, which has a folder for junk. With `account`, nobody else can log in.
 */
export async function startDovecot(
  scope: Scope,
  namespace: string,
  sites: readonly DovecotSite[],
  { maildir, account, password = labPassword }: DovecotWish = {},
): Promise<string> {
  const folder = join(scope.folder, 'dovecot');
  mkdirSync(folder, { recursive: true });
  const loginSocket = join(folder, 'login');
  const first = sites[0];
  if (!first) throw new Error('Dovecot needs at least one site');
  const config = join(folder, 'dovecot.conf');
  writeFileSync(
    config,
    `protocols = imap pop3
listen = ${sites.flatMap((site) => site.ipAddresses).join(', ')}
base_dir = ${folder}/base
state_dir = ${folder}/state
log_path = /dev/stderr
mail_location = maildir:${maildir ?? `${folder}/mail/%d/%n`}
${junkFolder}mail_uid = 65534
mail_gid = 65534
first_valid_uid = 1
auth_mechanisms = plain login
auth_username_chars =
auth_failure_delay = 0
disable_plaintext_auth = yes
ssl = yes
ssl_cert = <${first.certificate.certFile}
ssl_key = <${first.certificate.keyFile}
${account === undefined ? anybody(password) : onlyOne(folder, account, password)}userdb {
  driver = static
  args = uid=65534 gid=65534 home=${folder}/mail/%d/%n
}
service auth {
  unix_listener ${loginSocket} {
    mode = 0666
  }
}
${sites.flatMap((site) => site.ipAddresses.map((ipAddress) => ownCertificate(ipAddress, site.certificate))).join('')}`,
  );
  await scope.start(namespace, ['dovecot', '-F', '-c', config], { ready: /starting up/ });
  return loginSocket;
}

/** Where Debian puts the program that delivers into a mailbox, and its filter. */
const deliveryAgent = '/usr/lib/dovecot/dovecot-lda';
export const sievePlugin = '/usr/lib/dovecot/modules/lib90_sieve_plugin.so';

/** The command with which a mail server hands a message to Dovecot's own delivery, which files it as the Sieve script says (RFC 5228). */
export function sieveDelivery(scope: Scope, maildir: string, script: string): readonly string[] {
  const home = join(scope.folder, 'delivery');
  mkdirSync(home);
  chownSync(home, 65534, 65534);
  const [config, filter] = [join(home, 'lda.conf'), join(home, 'filter.sieve')];
  writeFileSync(filter, script);
  writeFileSync(
    config,
    `log_path = /dev/stderr
postmaster_address = postmaster@localhost
mail_location = maildir:${maildir}
first_valid_uid = 1
ssl = no
${junkFolder}protocol lda {
  mail_plugins = sieve
}
plugin {
  sieve = file:${filter}
}
`,
  );
  return ['/usr/bin/env', `HOME=${home}`, 'USER=nobody', deliveryAgent, '-c', config, '-e'];
}

const junkFolder = `namespace inbox {
  inbox = yes
  mailbox Spamverdacht {
    special_use = \\Junk
    auto = create
  }
}
`;

function ownCertificate(ipAddress: string, { certFile, keyFile }: Certificate): string {
  return `local ${ipAddress} {
  ssl_cert = <${certFile}
  ssl_key = <${keyFile}
}
`;
}

const anybody = (password: string) => `passdb {
  driver = static
  args = password=${password}
}
`;

function onlyOne(folder: string, account: string, password: string): string {
  const file = join(folder, 'accounts');
  writeFileSync(file, `${account}:{PLAIN}${password}\n`);
  return `passdb {
  driver = passwd-file
  args = username_format=%u ${file}
}
`;
}
