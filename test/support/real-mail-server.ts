import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openScope, type Scope } from '../lab/scope.ts';
import { labPassword, sieveDelivery, startDovecot } from '../lab/servers/dovecot.ts';
import { startExim } from '../lab/servers/exim.ts';
import { type PostfixPort, startPostfix } from '../lab/servers/postfix.ts';
import { type Ran, type RunOptions, runProgram } from './program.ts';
import { authorities, serverName } from './servers.ts';

/** A real Postfix whose logins a real Dovecot checks, in a network namespace of its own. */
export type RealMailServer = {
  /** The one password that it takes, for every user name. */
  readonly password: string;
  /** The folder of this server; goes when it is closed. */
  readonly folder: string;
  /** The network namespace that it is in. */
  readonly namespace: string;
  /** From now on, connections show another certificate for the same name, or no longer offer STARTTLS. Postfix only. */
  change(what: 'certificate' | 'starttls'): Promise<void>;
  /** Lets programs beside the server see `text` as the file of that name in /etc. */
  overlay(name: string, text: string): void;
  /** Runs a program beside the server, where `serverName` leads to it, on ports 587 (STARTTLS) and 465 (TLS). */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Whole messages as Postfix delivered them, with what its `Return-Path` and `Received` headers say of sender, login and encryption. */
  received(): string[];
  close(): void;
};

/** How this server differs from one that takes every message. */
export type RealServerWish = {
  /** Postfix's parameters of its ports. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The mailbox's own filter (RFC 5228), by which Dovecot files what Postfix hands to it. The folder for junk is `Spamverdacht`. */
  readonly sieve?: string;
  /** The one password that it takes; the lab's, unless said. */
  readonly password?: string;
  /** The one name that can log in; anybody can, unless said. */
  readonly account?: string;
  /** An Exim in place of Postfix, with its reply to every login where it is not to look at it. */
  readonly exim?: { readonly login?: string };
};

const ipAddress = '127.0.0.1';

/**
 * Starts both; wants root. Their certificate is for `serverName`, vouched for by `authorities.root`. Nothing listens on port 25: there
 * mail is stuck. A message takes with it who sent it and how: `ESMTPSA`, "Authenticated sender", and `X-Arrived-At`, the port. All of it
 * is in `scope`, and goes with it.
 */
export async function startRealMailServer(
  scope: Scope = openScope(),
  { parameters, sieve, account, exim, password = labPassword }: RealServerWish = {},
): Promise<RealMailServer> {
  try {
    const namespace = scope.addNamespace('mail');
    scope.overlay(namespace, 'hosts', `${ipAddress} localhost\n${ipAddress} ${serverName}\n`);
    scope.overlay(namespace, 'resolv.conf', '');
    const { chain, key } = authorities.issue({ names: [serverName] });
    const certificate = { certFile: join(scope.folder, 'chain.pem'), keyFile: join(scope.folder, 'key.pem') };
    writeFileSync(certificate.certFile, chain);
    writeFileSync(certificate.keyFile, key, { mode: 0o600 });
    const maildir = join(scope.folder, 'mail');
    mkdirSync(maildir);
    chownSync(maildir, 65534, 65534);
    const sites = [{ ipAddresses: [ipAddress], certificate }];
    const loginSocket = await startDovecot(scope, namespace, sites, {
      maildir: join(maildir, 'kept'),
      password,
      ...(account !== undefined && { account }),
    });
    const port = (number: number, tls: PostfixPort['tls']): PostfixPort => ({
      ipAddress,
      port: number,
      hostName: serverName,
      tls,
      certificate,
      offersLogin: true,
      parameters: {
        smtpd_client_restrictions: `check_client_access static:{PREPEND X-Arrived-At: ${number}}`,
        ...parameters,
      },
    });
    const ports = [port(587, 'starttls'), port(465, 'implicit')];
    if (exim) {
      const kept = everybodysMaildir(join(maildir, 'kept'));
      await startExim(scope, namespace, {
        ipAddresses: [ipAddress],
        ports: [587, 465],
        hostName: serverName,
        certificate,
        takes: { user: account ?? 'you@example.org', password, maildir: kept, ...exim },
      });
    } else {
      const kept =
        sieve === undefined
          ? { maildir, folder: 'kept/' }
          : { command: sieveDelivery(scope, join(maildir, 'kept'), sieve) };
      await startPostfix(scope, namespace, ports, loginSocket, kept);
    }
    return {
      password,
      folder: scope.folder,
      namespace,
      async change(what) {
        const config = join(scope.folder, 'postfix', 'config');
        if (what === 'certificate') {
          const other = authorities.issue({ names: [serverName], validFromDays: -3 });
          writeFileSync(certificate.certFile, other.chain);
          writeFileSync(certificate.keyFile, other.key);
        } else {
          const services = readFileSync(join(config, 'master.cf'), 'utf8');
          const plain = services.replaceAll(
            'smtpd_tls_security_level = may',
            'smtpd_tls_security_level = none',
          );
          writeFileSync(join(config, 'master.cf'), plain);
        }
        await runProgram('ip', ['netns', 'exec', namespace, 'postfix', '-c', config, 'reload']);
      },
      overlay: (name, text) => scope.overlay(namespace, name, text),
      run: (program, args, options) =>
        runProgram('ip', ['netns', 'exec', namespace, program, ...args], options),
      received() {
        const folder = join(maildir, 'kept', 'new');
        if (!existsSync(folder)) return [];
        return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      },
      close: scope.close,
    };
  } catch (error) {
    scope.close();
    throw error;
  }
}

/** Exim delivers as one user and Dovecot reads as another. */
function everybodysMaildir(path: string): string {
  for (const folder of [path, ...['new', 'cur', 'tmp'].map((name) => join(path, name))]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o777);
    chownSync(folder, 65534, 65534);
  }
  return path;
}
