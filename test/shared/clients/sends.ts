import { expect } from 'vitest';
import type { FileClient } from '../../../shared/clients/client.ts';
import type { Security } from '../../../shared/model/endpoint.ts';
import { aServer } from '../../support/builders.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { aFolder, type Ran } from '../../support/program.ts';
import { authorities } from '../../support/servers.ts';
import { fileOf } from './carried.ts';

/** A plus sign and an at sign: enough to need encoding in a URL, and common. */
const awkwardUser = 'you+a@example.org';

/**
 * A real program sends a message through a real server: `run` gets the path of the exported file ("settings") and of the certificate to trust
 * ("authority.pem"), which a person has in their system. The server must have got it encrypted, from the right person, logged in.
 */
export async function sendsAMessage(
  client: FileClient,
  security: Security,
  run: (path: (name: string) => string) => Promise<Ran>,
): Promise<void> {
  const server = await startMailServer(security);
  try {
    const outgoing = aServer({ host: 'localhost', port: server.port, security, username: awkwardUser });
    const path = await aFolder({ settings: fileOf(client, { outgoing }), 'authority.pem': authorities.root });
    const ran = await run(path);
    expect(ran, `${ran.stdout}\n${ran.stderr}`).toMatchObject({ status: 0 });
    expect(server.received).toMatchObject([
      {
        login: awkwardUser,
        isEncrypted: security !== 'none',
        from: 'you@example.org',
        to: ['you@example.org'],
      },
    ]);
    expect(server.received[0]?.data).toContain('it works');
  } finally {
    server.close();
  }
}
