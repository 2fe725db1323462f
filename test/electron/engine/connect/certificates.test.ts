import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import * as tls from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { tlsFacts } from '../../../../electron/engine/connect/tls-facts.ts';
import { trustOf } from '../../../../electron/engine/connect/trust-anchors.ts';
import { nodeSystem } from '../../../../electron/engine/node-system.ts';
import type { ServerCertificate } from '../../../../electron/practice/certificates.ts';
import { expectHarmless } from '../../../support/harmless.ts';
import { type Loopback, loopback } from '../../../support/loopback.ts';
import { aProbe, probing } from '../../../support/probing.ts';
import { authorities, serverName } from '../../../support/servers.ts';

const believed = { trusted: [authorities.root], publicAuthorities: [authorities.root] };
const trust = trustOf(believed);
const system = nodeSystem(believed);
const servers: Loopback[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const good = authorities.issue({ names: [serverName] });
const someNames = (count: number) => [
  serverName,
  ...Array.from({ length: count - 1 }, (_, n) => `host-${n}.example.net`),
];
const strangers = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => authorities.issue({ names: [`c${n}.example`], issuer: 'itself' }).chain,
  );

/** A probe of a server over implicit TLS that shows this certificate. */
async function probed({ chain, key }: ServerCertificate) {
  const secureContext = tls.createSecureContext({ cert: chain, key });
  const server = await loopback((socket: Socket) => {
    const secured = new tls.TLSSocket(socket, { isServer: true, secureContext });
    secured.on('error', () => {});
    secured.resume().once('secure', () => secured.end('220 mx.example\r\n'));
  });
  servers.push(server);
  const { observations } = await probing(system, aProbe({ port: server.port, security: 'tls' }), {
    addresses: [{ ipAddress: '127.0.0.1', family: 4 }],
    checkStartedMs: system.clock.now(),
  });
  await expect.poll(() => server.open()).toBe(0);
  const [seen] = observations;
  if (!seen) throw new Error('one probe, one observation');
  expectHarmless(seen);
  expect(seen.elapsedMs).toBeLessThan(5000);
  return seen;
}

describe('F11 certificates that nobody honest sends', () => {
  test('a hundred of them are counted, and the good one at their head is still seen as good', async () => {
    const seen = await probed({ chain: good.chain + strangers(98).join(''), key: good.key });
    expect(seen).toMatchObject({ stage: 'ehlo', tls: { trusted: true, chainLength: 100 } });
  });

  test('a chain of a megabyte is refused by TLS, and told as a fault of TLS', async () => {
    // TLS libraries read 100 kB of certificates; 400 bytes each.
    const many = strangers(25).join('').repeat(100);
    expect(Buffer.byteLength(many)).toBeGreaterThan(1_000_000);
    const seen = await probed({ chain: good.chain + many, key: good.key });
    expect(seen).toMatchObject({ outcome: 'tls-error', stage: 'tls' });
    expect(seen.tls).toBeUndefined();
  });

  test('ten thousand names are refused by TLS too, and where a library takes them a hundred are kept', async () => {
    const crowded = authorities.issue({ names: someNames(10_000) });
    expect(await probed(crowded)).toMatchObject({ outcome: 'tls-error', stage: 'tls' });

    const leaf = new X509Certificate(crowded.chain);
    const startedMs = performance.now();
    const facts = tlsFacts(
      { host: serverName, version: 'TLSv1.3', cipher: 'x', sent: [leaf], isVerified: true },
      trust,
      Date.now(),
    );
    expect(performance.now() - startedMs).toBeLessThan(1000);
    expect(facts.names).toHaveLength(100);
    expect(facts.problems).not.toContain('name-mismatch');
    expectHarmless(facts);
  });

  test('of more names than are kept, those next to the host are kept, wherever they stand', () => {
    const names = [
      ...Array.from({ length: 150 }, (_, n) => `www.customer${n}.example`),
      'mail.x.example.org',
    ];
    const leaf = new X509Certificate(authorities.issue({ names }).chain);
    const handshake = { version: 'TLSv1.3', cipher: 'x', sent: [leaf], isVerified: true } as const;
    const facts = tlsFacts({ ...handshake, host: 'mx.x.example.org' }, trust, Date.now());
    expect(facts.problems).toContain('name-mismatch');
    expect(facts.names).toHaveLength(100);
    expect(facts.names).toContain('mail.x.example.org');
  });

  test.each([
    ['a NUL', [`${serverName}\0.evil.example`]],
    ['escapes and a link', ['\u001b]8;;https://evil.example\u0007mail\u001b]8;;\u0007']],
    ['a quote and a comma that would begin another name', [`evil.example", DNS:${serverName}`]],
    ['a comma that would begin another name', [`evil.example, DNS:${serverName}`]],
    ['a line end', [`evil.example\n${serverName}`]],
    ['names of four thousand letters', ['x'.repeat(4000), 'y'.repeat(4000)]],
  ])('%s inside a name is shown harmless and fits no host', async (_what, names) => {
    const seen = await probed(authorities.issue({ names }));
    expect(seen.tls).toMatchObject({ trusted: false, problem: 'name-mismatch' });
    expect(seen.tls?.names).not.toContain(serverName);
    expect(seen.tls?.names).toHaveLength(names.length);
  });
});
