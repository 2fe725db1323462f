import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../authority.ts';
import { run, runAsync, type Scope } from '../scope.ts';

/** One port of one address that Postfix serves. */
export type PostfixPort = {
  readonly ipAddress: string;
  readonly port: number;
  readonly hostName: string;
  readonly tls: 'starttls' | 'implicit' | 'none';
  readonly certificate: Certificate;
  /** Shown in place of `certificate` to clients that ask for the host by its name (SNI). */
  readonly byName?: Certificate;
  /** Logins are offered (after TLS only, where there is TLS). */
  readonly offersLogin: boolean;
  /** Postfix parameters of this port alone, see postconf(5). */
  readonly parameters?: Readonly<Record<string, string>>;
};

/**
 * Starts one Postfix that serves all the ports; its logins are checked over Dovecot's socket. Mail that it takes is discarded, or kept
 * in one Maildir for everybody, a folder below `maildir` (in which its user 65534 may write), or handed to a command that delivers it.
 */
export async function startPostfix(
  scope: Scope,
  namespace: string,
  ports: readonly PostfixPort[],
  loginSocket: string,
  kept?: { readonly maildir: string; readonly folder: string } | { readonly command: readonly string[] },
): Promise<void> {
  const folder = join(scope.folder, 'postfix');
  const [config, queue, data] = ['config', 'queue', 'data'].map((name) => join(folder, name));
  if (!config || !queue || !data) throw new Error('unreachable');
  for (const made of [config, queue, data]) mkdirSync(made, { recursive: true });
  run('chown', ['postfix', data]);
  writeFileSync(join(folder, 'openssl.cnf'), permissiveTls);
  const byName = ports.flatMap((port) => (port.byName ? [{ ...port.byName, hostName: port.hostName }] : []));
  const entries = byName.map(({ hostName, keyFile, certFile }) => `${hostName} ${keyFile}, ${certFile}\n`);
  writeFileSync(join(folder, 'names'), [...new Set(entries)].join(''));
  run('postmap', ['-c', '/etc/postfix', '-F', `hash:${join(folder, 'names')}`]);
  const isHandedOver = kept !== undefined && 'command' in kept;
  const delivery = kept === undefined ? discarding : isHandedOver ? handingOver : keeping(kept);
  writeFileSync(join(config, 'main.cf'), `${mainSettings(folder, queue, data, loginSocket)}${delivery}`);
  writeFileSync(
    join(config, 'master.cf'),
    `${internalServices}${isHandedOver ? agent(kept.command) : ''}${ports.map((port) => service(port, folder)).join('')}`,
  );
  // It creates the queue's folders with the owners that Postfix insists on; made by hand they are fatal.
  await runAsync('postfix', ['-c', config, 'check']);
  // Postfix opens /dev/stdout by name, which works for a pipe and not for the socket that Node gives its children.
  const command = `postfix -c ${config} start-fg | cat`;
  await scope.start(namespace, ['sh', '-c', command], { ready: /daemon started/ });
}

function mainSettings(folder: string, queue: string, data: string, loginSocket: string): string {
  return `compatibility_level = 3.6
queue_directory = ${queue}
data_directory = ${data}
maillog_file = /dev/stdout
import_environment = MAIL_CONFIG MAIL_DEBUG MAIL_LOGTAG TZ LANG=C POSTLOG_SERVICE POSTLOG_HOSTNAME OPENSSL_CONF=${folder}/openssl.cnf
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = all
inet_protocols = all
smtpd_peername_lookup = no
smtpd_banner = $myhostname ESMTP Postfix
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${loginSocket}
smtpd_tls_auth_only = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 0
`;
}

const discarding = `default_transport = discard
local_transport = discard
relay_transport = discard
`;

/** The folder is made by Postfix's virtual(8), whose user is nobody. */
const keeping = ({
  maildir,
  folder,
}: {
  readonly maildir: string;
  readonly folder: string;
}) => `default_transport = virtual
local_transport = virtual
relay_transport = virtual
virtual_mailbox_base = ${maildir}
virtual_mailbox_maps = static:${folder}
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
smtpd_sasl_authenticated_header = yes
smtpd_tls_received_header = yes
`;

const handingOver = `default_transport = agent
local_transport = agent
relay_transport = agent
`;

/** Runs as nobody, whose the mailbox is. */
const agent = (command: readonly string[]) => `agent unix - n n - - pipe
  flags=DRhu user=nobody:nogroup argv=${command.join(' ')}
`;

/** Services of master.cf that others lean on. */
const internalServices = `postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
discard unix - - n - - discard
virtual unix - n n - - virtual
error unix - - n - - error
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
`;

/** Debian's OpenSSL refuses TLS 1.0; a server that still speaks only that has to be played too. */
const permissiveTls = `openssl_conf = all
[all]
ssl_conf = ssl
[ssl]
system_default = defaults
[defaults]
MinProtocol = TLSv1
CipherString = DEFAULT:@SECLEVEL=0
`;

function service(port: PostfixPort, folder: string): string {
  const address = port.ipAddress.includes(':') ? `[${port.ipAddress}]` : port.ipAddress;
  const parameters: Record<string, string> = {
    myhostname: port.hostName,
    syslog_name: `postfix/${port.hostName}:${port.port}`,
    smtpd_sasl_auth_enable: port.offersLogin ? 'yes' : 'no',
    smtpd_tls_security_level: port.tls === 'none' ? 'none' : 'may',
    smtpd_tls_wrappermode: port.tls === 'implicit' ? 'yes' : 'no',
    smtpd_tls_chain_files: `${port.certificate.keyFile}, ${port.certificate.certFile}`,
    ...(port.byName ? { tls_server_sni_maps: `hash:${folder}/names` } : {}),
    ...(port.tls === 'none' ? { smtpd_tls_auth_only: 'no' } : {}),
    ...port.parameters,
  };
  const lines = Object.entries(parameters).map(([name, value]) => `  -o { ${name} = ${value} }\n`);
  return `${address}:${port.port} inet n - n - - smtpd\n${lines.join('')}`;
}
