import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileClient } from '../../../shared/clients/client.ts';
import { aServer } from '../../support/builders.ts';
import { mailPassword, startMailServer } from '../../support/mail-server.ts';
import { has, needs } from '../../support/needs.ts';
import { aFolder, type Ran, runProgram } from '../../support/program.ts';
import { type RealMailServer, startRealMailServer } from '../../support/real-mail-server.ts';
import { authorities, serverName } from '../../support/servers.ts';
import { fileOf } from './carried.ts';

/** A plus sign and an at sign: enough to need encoding in a URL, and common. */
const awkwardUser = 'you+a@example.org';

/** What a program is given besides itself. */
export type Sending = {
  /** The path of the exported file ("settings"), of the certificate to trust ("authority.pem"), or of another file beside them. */
  readonly path: (name: string) => string;
  readonly password: string;
  /** Runs a program where the server can be reached. */
  readonly run: typeof runProgram;
};

type Need = Parameters<typeof needs>[number];

/**
 * A real program sends a message with nothing but the exported file, the password, and the certificate to trust, which a person has in
 * their system; over STARTTLS and over implicit TLS. The server must have got it encrypted, from the right person, logged in. It is a
 * small one of ours wherever the program is, and a real Postfix with a real Dovecot where those are; the small one alone for a program
 * that cannot hold just any password.
 */
export function testSending(
  client: FileClient,
  programs: readonly Need[],
  send: (to: Sending) => Promise<Ran>,
  { password: onlyPassword }: { readonly password?: string } = {},
): void {
  describe('with nothing but the file, sends a message', () => {
    needs(...programs);
    test.each(['starttls', 'tls'] as const)('to a server that says what it heard (%s)', async (security) => {
      const password = onlyPassword ?? mailPassword;
      const server = await startMailServer(security, password);
      try {
        const outgoing = aServer({ host: 'localhost', port: server.port, security, username: awkwardUser });
        const path = await filesFor(client, outgoing);
        const ran = await send({ path, password, run: runProgram });
        expect(ran, `${ran.stdout}\n${ran.stderr}`).toMatchObject({ status: 0 });
        expect(server.received).toMatchObject([
          { login: awkwardUser, isEncrypted: true, from: 'you@example.org', to: ['you@example.org'] },
        ]);
        expect(server.received[0]?.data).toContain('it works');
      } finally {
        server.close();
      }
    });
  });

  if (onlyPassword !== undefined) return;
  testThroughPostfix(
    'with nothing but the file, sends a message through Postfix and Dovecot',
    programs,
    async ({ outgoing, server: { password, run }, delivered }) => {
      const path = await filesFor(client, outgoing);
      const ran = await send({ path, password, run });
      expect(ran, `${ran.stdout}\n${ran.stderr}`).toMatchObject({ status: 0 });
      await delivered();
    },
  );
}

/** A real Postfix with a real Dovecot, and what a test needs to send through it. */
export type ThroughPostfix = {
  readonly server: RealMailServer;
  readonly outgoing: ReturnType<typeof aServer>;
  /** Waits for the message; throws unless it is the right one, sent as it should be. */
  readonly delivered: () => Promise<void>;
};

/** Sends over STARTTLS and over implicit TLS through a real Postfix and a real Dovecot; skipped where those or the programs are missing. */
export function testThroughPostfix(
  name: string,
  programs: readonly Need[],
  send: (through: ThroughPostfix) => Promise<void>,
  user = awkwardUser,
): void {
  describe(name, () => {
    needs(...programs, 'root', 'postconf', 'dovecot');
    let server: RealMailServer | null = null;
    beforeAll(async () => {
      if (has(...programs, 'root', 'postconf', 'dovecot')) server = await startRealMailServer();
    });
    afterAll(() => server?.close());
    test.each([
      ['starttls', 587],
      ['tls', 465],
    ] as const)('%s', async (security, port) => {
      if (server === null) throw new Error('the server was not started');
      const to = server;
      const before = to.received().length;
      const outgoing = aServer({ host: serverName, port, security, username: user });
      const delivered = async () => expectDelivered(await nextMessage(to, before), user);
      await send({ server, outgoing, delivered });
    });
  });
}

/** The message that arrives after the first `before`. */
async function nextMessage(server: RealMailServer, before: number): Promise<string> {
  await expect.poll(() => server.received().length).toBe(before + 1);
  return server.received().find((text) => !seen.has(text) && seen.add(text)) ?? '';
}
const seen = new Set<string>();

/** As Postfix saw it: encrypted, logged in as the awkward user, from and to the right address. */
function expectDelivered(message: string, user: string): void {
  expect(message).toMatch(/^Return-Path: <you@example\.org>$/m);
  expect(message).toMatch(/^Delivered-To: you@example\.org$/m);
  expect(message).toContain(`(Authenticated sender: ${user.replaceAll('\\', '?')})`);
  expect(message).toMatch(/\(using TLSv1\.[23] with cipher/);
  expect(message).toContain('it works');
}

function filesFor(client: FileClient, outgoing: ReturnType<typeof aServer>) {
  return aFolder({ settings: fileOf(client, { outgoing }), 'authority.pem': authorities.root });
}
