import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../authority.ts';
import { debianFile, libraryPath } from '../debian.ts';
import { run, type Scope } from '../scope.ts';

/** An Exim as cPanel hosts run it: the same service on all its ports, implicit TLS on 465, logins after TLS only. */
export type EximSite = {
  readonly ipAddresses: readonly string[];
  readonly ports: readonly number[];
  readonly hostName: string;
  readonly certificate: Certificate;
  /** Takes logins and mail; without it, every login and every recipient is refused. */
  readonly takes?: EximMail;
};

/** The one account of an Exim, and where its mail goes. */
export type EximMail = {
  readonly user: string;
  readonly password: string;
  /** A Maildir in which everybody may write. */
  readonly maildir: string;
  /** The reply to every login instead of looking at it. */
  readonly login?: string;
};

/** Starts Exim. Debian's package cannot be installed beside Postfix, so it is fetched and unpacked beside the lab. */
export async function startExim(scope: Scope, namespace: string, site: EximSite): Promise<void> {
  const program = debianFile('exim4-daemon-light', 'usr/sbin/exim4');
  const folder = join(scope.folder, 'exim');
  mkdirSync(folder, { recursive: true });
  // Exim looks its user up by name; the lab's copy of the list of users has it, this computer's stays as it is.
  const users = readFileSync('/etc/passwd', 'utf8');
  if (!users.includes('Debian-exim')) {
    scope.overlay(namespace, 'passwd', `${users}Debian-exim:x:64321:64321::/:/usr/sbin/nologin\n`);
    scope.overlay(namespace, 'group', `${readFileSync('/etc/group', 'utf8')}Debian-exim:x:64321:\n`);
  }
  run('chown', ['64321:64321', folder]);
  const keyFile = join(folder, 'key.pem');
  writeFileSync(keyFile, readFileSync(site.certificate.keyFile));
  run('chown', ['64321:64321', keyFile]);
  const config = join(folder, 'exim.conf');
  writeFileSync(
    config,
    `primary_hostname = ${site.hostName}
spool_directory = ${folder}/spool
log_file_path = ${folder}/%slog
pid_file_path = ${folder}/pid
exim_user = 64321
exim_group = 64321
local_interfaces = <; ${site.ipAddresses.join('; ')}
daemon_smtp_ports = ${site.ports.join(' : ')}
tls_on_connect_ports = 465
tls_advertise_hosts = *
tls_certificate = ${site.certificate.certFile}
tls_privatekey = ${keyFile}
host_lookup =
rfc1413_query_timeout = 0s
smtp_banner = $primary_hostname ESMTP Exim $version_number
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
${site.takes ? taking(site.takes) : refusing}`,
  );
  await scope.start(namespace, [program, '-C', config, '-bdf'], {
    environment: { LD_LIBRARY_PATH: libraryPath(program) },
    answers: [site.ipAddresses[0] ?? '', site.ports[0] ?? 25],
  });
}

const refusing = `acl_smtp_rcpt = deny
begin authenticators
${authenticators('no', 'no')}`;

function authenticators(plain: string, login: string): string {
  return `plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${plain}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${login}
  server_set_id = $auth1
`;
}

/** Only who logged in may send, and only to the domain of the account, as on hosts that refuse to relay. */
function taking({ user, password, maildir, login }: EximMail): string {
  const domain = user.slice(user.lastIndexOf('@') + 1);
  const is = (name: string, secret: string) =>
    `\${if and{{eq{${name}}{${user}}}{eq{${secret}}{${password}}}}}`;
  return `keep_environment = LD_LIBRARY_PATH : PATH
deliver_drop_privilege = true
acl_smtp_auth = ${login === undefined ? 'accept' : 'check_auth'}
acl_smtp_rcpt = check_rcpt
begin acl
check_auth:
  deny message = ${login ?? ''}
check_rcpt:
  accept authenticated = *
         domains = ${domain}
  deny message = relay not permitted
begin routers
everybody:
  driver = accept
  transport = kept
begin transports
kept:
  driver = appendfile
  maildir_format
  directory = ${maildir}
  mode = 0666
  mode_fail_narrower = false
  user = 64321
  group = 64321
begin authenticators
${authenticators(is('$auth2', '$auth3'), is('$auth1', '$auth2'))}`;
}
