import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterAll, afterEach, expect, test } from 'vitest';
import { practiceAuthorities } from '../../../electron/practice/certificates.ts';
import { builtCommandLine } from '../../support/built.ts';
import { type Loopback, loopback } from '../../support/loopback.ts';

const { run, start } = builtCommandLine();
const folder = mkdtempSync(join(tmpdir(), 'postway-watch-'));
const authorities = practiceAuthorities(Date.now());
writeFileSync(join(folder, 'root.pem'), authorities.root);
const environment = { NODE_EXTRA_CA_CERTS: join(folder, 'root.pem') };
const servers: Loopback[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A submission server with STARTTLS whose certificate, which is trusted here, ends after so many days. */
async function submission(validToDays: number): Promise<string> {
  const { chain, key } = authorities.issue({ names: ['127.0.0.1'], validToDays });
  const secureContext = tls.createSecureContext({ cert: chain, key });
  const talk = (socket: Socket, offer: string): void => {
    socket.on('data', (bytes) => {
      const line = String(bytes);
      if (/^EHLO/i.test(line)) socket.write(`250-mail.example.org\r\n250 ${offer}\r\n`);
      else if (!/^STARTTLS/i.test(line)) socket.end('221 2.0.0 Bye\r\n');
      else {
        socket.removeAllListeners('data');
        socket.write('220 go ahead\r\n');
        const secured = new tls.TLSSocket(socket, { isServer: true, secureContext });
        secured.on('error', () => {});
        talk(secured, 'AUTH PLAIN');
      }
    });
  };
  return listening((socket) => {
    socket.write('220 mail.example.org ESMTP\r\n');
    talk(socket, 'STARTTLS');
  });
}

async function listening(onConnection: (socket: Socket) => void): Promise<string> {
  const server = await loopback(onConnection);
  servers.push(server);
  return `127.0.0.1:${server.port}`;
}

const watched = (server: string, format: string) =>
  run(['watch', server, '--no-references', '--format', format], { environment });

test('nagios hears of a certificate: the days that are left, and critical for the last three', async () => {
  const fresh = await watched(await submission(60), 'nagios');
  expect(fresh.stdout).toMatch(
    /^POSTWAY (?:OK|WARNING) - [^|\n]+ \| time=[\d.]+s;;;0 certificate_days=(?:59|60);14:;3:\n$/,
  );
  expect(fresh.status).toBe(fresh.stdout.startsWith('POSTWAY OK') ? 0 : 1);
  const last = await watched(await submission(2), 'nagios');
  expect(last).toMatchObject({ status: 2, stdout: expect.stringContaining('POSTWAY CRITICAL - ') });
  expect(last.stdout).toMatch(/ certificate_days=[12];14:;3:\n$/);
});

test('nagios hears that nothing is known when the plugin is stopped (SIGTERM, a monitoring system’s own limit)', async () => {
  let greeted = 0;
  const server = await listening(() => {
    greeted += 1;
  });
  const watching = start(['watch', server, '--no-references', '--format', 'nagios'], { environment });
  while (greeted === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  watching.signal('SIGTERM');
  const { status, stdout } = await watching.ended;
  expect(status).toBe(3);
  expect(stdout).toMatch(/^POSTWAY UNKNOWN - [^|\n]+ \| time=[\d.]+s;;;0\n$/);
});

test('prometheus has the server, whether it works, and the days', async () => {
  const server = await submission(30);
  const { status, stdout } = await watched(server, 'prometheus');
  expect(status).toBe(0);
  expect(stdout).toContain(`postway_works{subject="${server}"} 1\n`);
  expect(stdout).toMatch(/\npostway_certificate_days\{subject="[^"]+"\} (?:29|30)\n$/);
});

test('until it works: one line, and 0', async () => {
  const { status, stdout } = await run(
    ['watch', await submission(30), '--no-references', '--until', 'works'],
    { environment },
  );
  expect(status).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    {
      works: true,
      recommendation: { security: 'starttls' },
      certificateDays: expect.any(Number),
      changed: false,
    },
  ]);
});
