import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAuthority, makeLeafKey } from '../../lab/authority.ts';
import type { Scope } from '../../lab/scope.ts';
import { startDovecot } from '../../lab/servers/dovecot.ts';
import { type PostfixPort, startPostfix } from '../../lab/servers/postfix.ts';

export const mailHost = 'mail.example.test';

/** A mail provider on the loopback of a network namespace. */
export type Provider = {
  readonly namespace: string;
  /** Root certificate of the authority that vouches for its servers, PEM; nobody trusts it by default. */
  readonly rootPem: string;
  /** Messages that arrived, whole. */
  delivered(): string[];
};

/**
 * Starts a real Postfix with 587 (STARTTLS) and 465 (TLS) and a real Dovecot, both for `mailHost`. Nothing listens on port 25: there mail
 * is stuck. A message takes with it who sent it and how: `ESMTPSA`, "Authenticated sender", and `X-Arrived-At`, the port.
 */
export async function startProvider(scope: Scope): Promise<Provider> {
  const namespace = scope.addNamespace('mail');
  scope.overlay(namespace, 'hosts', `127.0.0.1 localhost ${mailHost}\n`);
  const leafKey = join(scope.folder, 'server.key');
  makeLeafKey(leafKey);
  const authority = makeAuthority(join(scope.folder, 'authority'), 'Company Inside', leafKey);
  const certificate = authority.issue({ names: [mailHost] });
  const maildir = join(scope.folder, 'maildir');
  mkdirSync(maildir);
  chownSync(maildir, 65_534, 65_534);

  const loginSocket = await startDovecot(scope, namespace, [{ ipAddresses: ['127.0.0.1'], certificate }]);
  const port = (number: number, tls: PostfixPort['tls']): PostfixPort => ({
    ipAddress: '127.0.0.1',
    port: number,
    hostName: mailHost,
    tls,
    certificate,
    offersLogin: true,
    parameters: {
      smtpd_client_restrictions: `check_client_access static:{PREPEND X-Arrived-At: ${number}}`,
    },
  });
  const ports = [port(587, 'starttls'), port(465, 'implicit')];
  await startPostfix(scope, namespace, ports, loginSocket, maildir);

  const arrived = join(maildir, 'kept', 'new');
  return {
    namespace,
    rootPem: authority.rootPem,
    delivered: () =>
      existsSync(arrived)
        ? readdirSync(arrived).map((name) => readFileSync(join(arrived, name), 'utf8'))
        : [],
  };
}
