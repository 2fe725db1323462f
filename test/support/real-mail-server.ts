import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openScope } from '../lab/scope.ts';
import { labPassword, startDovecot } from '../lab/servers/dovecot.ts';
import { startPostfix } from '../lab/servers/postfix.ts';
import { type Ran, type RunOptions, runProgram } from './program.ts';
import { authorities, serverName } from './servers.ts';

/** A real Postfix whose logins a real Dovecot checks, in a network namespace of its own. */
export type RealMailServer = {
  /** The one password that it takes, for every user name. */
  readonly password: string;
  /** The folder of this server; goes when it is closed. */
  readonly folder: string;
  /** Lets programs beside the server see `text` as the file of that name in /etc. */
  overlay(name: string, text: string): void;
  /** Runs a program beside the server, where `serverName` leads to it, on ports 587 (STARTTLS) and 465 (TLS). */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Whole messages as Postfix delivered them, with what its `Return-Path` and `Received` headers say of sender, login and encryption. */
  received(): string[];
  close(): void;
};

const ipAddress = '127.0.0.1';

/** Starts both; wants root. Their certificate is for `serverName`, vouched for by `authorities.root`. */
export async function startRealMailServer(): Promise<RealMailServer> {
  const scope = openScope();
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
    const loginSocket = await startDovecot(scope, namespace, [{ ipAddresses: [ipAddress], certificate }]);
    const shared = { ipAddress, hostName: serverName, certificate, offersLogin: true };
    await startPostfix(
      scope,
      namespace,
      [
        { ...shared, port: 587, tls: 'starttls' },
        { ...shared, port: 465, tls: 'implicit' },
      ],
      loginSocket,
      maildir,
    );
    return {
      password: labPassword,
      folder: scope.folder,
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
