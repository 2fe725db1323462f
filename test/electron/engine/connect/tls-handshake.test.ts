import { connect, type Socket } from 'node:net';
import * as tls from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { tlsHandshake } from '../../../../electron/engine/connect/tls-handshake.ts';
import { trustOf } from '../../../../electron/engine/connect/trust-anchors.ts';
import type { SecureResult } from '../../../../electron/engine/system.ts';
import {
  type CertificateWish,
  practiceAuthorities,
  type ServerCertificate,
} from '../../../../electron/practice/certificates.ts';
import { type Loopback, loopback } from '../../../support/loopback.ts';

const authorities = practiceAuthorities(Date.now());
const trust = trustOf({ trusted: [authorities.root], publicAuthorities: [authorities.root] });
const servers: Loopback[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const never = new AbortController().signal;

async function handshake(
  onConnection: (socket: Socket) => void,
  { host = 'mail.example.org', signal = never, wallClock = Date.now, believed = trust } = {},
): Promise<SecureResult> {
  const server = await loopback(onConnection);
  servers.push(server);
  const socket = connect(server.port, '127.0.0.1');
  return tlsHandshake(socket, host, believed, wallClock, signal);
}

/** A server that negotiates TLS with this certificate and then says one line. */
function serving(certificate: ServerCertificate, options: tls.SecureContextOptions = {}) {
  const secureContext = tls.createSecureContext({
    cert: certificate.chain,
    key: certificate.key,
    ciphers: 'DEFAULT:@SECLEVEL=0',
    minVersion: 'TLSv1',
    ...options,
  });
  return (socket: Socket) => {
    const secured = new tls.TLSSocket(socket, { isServer: true, secureContext });
    secured.on('error', () => {});
    secured.once('secure', () => secured.write('220 hello\r\n'));
  };
}

const certificate = (wish: Partial<CertificateWish> = {}) =>
  authorities.issue({ names: ['mail.example.org'], ...wish });

async function factsOf(wish: Partial<CertificateWish>, host?: string) {
  const result = await handshake(serving(certificate(wish)), host === undefined ? {} : { host });
  if (!result.ok) throw new Error(`${result.kind} ${result.code}`);
  result.connection.destroy();
  return result.facts;
}

test('a good certificate has no problem, and every fact of it is told', async () => {
  const facts = await factsOf({ names: ['mail.example.org', 'imap.example.org', '127.0.0.1'] });
  expect(facts).toMatchObject({
    version: 'TLSv1.3',
    trusted: true,
    problems: [],
    isPubliclyIssued: true,
    subject: 'CN=mail.example.org',
    issuer: 'CN=Postway Practice Authority R1,O=Postway Practice',
    topIssuer: 'CN=Postway Practice Authority Root,O=Postway Practice',
    names: ['mail.example.org', 'imap.example.org', '127.0.0.1'],
    chainLength: 2,
  });
  expect(facts.problem).toBeUndefined();
  expect(facts.validFrom).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  expect(facts.fingerprint256).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
});

test.each([
  ['expired', { validFromDays: -90, validToDays: -1 }, ['expired']],
  ['not yet valid', { validFromDays: 2, validToDays: 90 }, ['not-yet-valid']],
  ['for another name', { names: ['shared42.example.net'] }, ['name-mismatch']],
  ['self-made', { issuer: 'itself' }, ['self-signed']],
  ['from an authority that nobody knows', { issuer: 'private' }, ['untrusted-issuer']],
  ['sent without its intermediate', { omitIntermediate: true }, ['chain-incomplete']],
  [
    'for another name, expired and self-made',
    { names: ['x.example'], issuer: 'itself', validFromDays: -9, validToDays: -1 },
    ['name-mismatch', 'expired', 'self-signed'],
  ],
] as const)('a certificate that is %s', async (_what, wish, problems) => {
  expect(await factsOf(wish)).toMatchObject({ trusted: false, problem: problems[0], problems });
});

test('a self-made or private certificate is not publicly issued, an expired public one still is', async () => {
  expect(await factsOf({ issuer: 'itself' })).toMatchObject({ isPubliclyIssued: false });
  expect(await factsOf({ issuer: 'private' })).toMatchObject({
    isPubliclyIssued: false,
    topIssuer: expect.stringContaining('Practice Virus Scanner Mail Shield'),
  });
  expect(await factsOf({ validFromDays: -9, validToDays: -1 })).toMatchObject({ isPubliclyIssued: true });
});

test('an authority that is trusted here but not public is trusted and not public', async () => {
  const believed = trustOf({ trusted: [authorities.root], publicAuthorities: [] });
  const result = await handshake(serving(certificate()), { believed });
  expect(result).toMatchObject({ ok: true, facts: { trusted: true, isPubliclyIssued: false } });
});

test('validity is judged by the clock that is given, which may be wrong', async () => {
  const twoYearsAgo = () => Date.now() - 730 * 86_400_000;
  const result = await handshake(serving(certificate()), { wallClock: twoYearsAgo });
  expect(result).toMatchObject({ ok: true, facts: { trusted: false, problems: ['not-yet-valid'] } });
});

test.each([
  ['an IP address that the certificate names', ['127.0.0.1'], '127.0.0.1', true],
  ['an IP address that it does not name', ['mail.example.org'], '127.0.0.1', false],
  ['a wildcard', ['*.example.org'], 'mail.example.org', true],
  ['a wildcard one level off', ['*.example.org'], 'a.b.example.org', false],
  ['a name in capitals', ['MAIL.example.org'], 'mail.EXAMPLE.org', true],
  ['a name with the dot of the root', ['mail.example.org'], 'mail.example.org.', true],
  [
    'a name with a NUL inside (CVE-2009-2408)',
    ['mail.example.org\0.evil.example'],
    'mail.example.org',
    false,
  ],
])('%s', async (_what, names, host, fits) => {
  const facts = await factsOf({ names }, host);
  expect(facts.problems.includes('name-mismatch')).toBe(!fits);
  for (const name of facts.names) expect(name).not.toMatch(/\p{Cc}/u);
});

test('of 3000 names 100 are kept', async () => {
  const names = Array.from({ length: 3000 }, (_, index) => `host-${index}.example.org`);
  const facts = await factsOf({ names }, 'host-2999.example.org');
  expect(facts.names).toHaveLength(100);
  expect(facts).toMatchObject({ trusted: true });
});

test('a chain of a hundred useless certificates is walked once and counted', async () => {
  const good = certificate();
  const others = Array.from({ length: 100 }, (_, n) =>
    certificate({ names: [`c${n}.example`], issuer: 'itself' }),
  );
  const chain = good.chain + others.map((other) => other.chain).join('');
  const result = await handshake(serving({ chain, key: good.key }));
  expect(result).toMatchObject({ ok: true, facts: { trusted: true, chainLength: 102 } });
});

test.each([
  ['TLSv1', 'TLSv1'],
  ['TLSv1.1', 'TLSv1.1'],
  ['TLSv1.2', 'TLSv1.2'],
] as const)('a server that speaks nothing newer than %s is recognised by it', async (maxVersion, version) => {
  const result = await handshake(serving(certificate(), { maxVersion }));
  expect(result).toMatchObject({ ok: true, facts: { version, trusted: true } });
});

test('what the server says after the handshake arrives, and so does its close', async () => {
  const result = await handshake(serving(certificate()));
  if (!result.ok) throw new Error(result.kind);
  const [chunk] = await new Promise<Buffer[]>((resolve) =>
    result.connection.once('data', (data) => resolve([data])),
  );
  expect(chunk?.toString()).toBe('220 hello\r\n');
  const closed = new Promise((resolve) => result.connection.once('close', resolve));
  for (const server of servers.splice(0)) await server.close();
  await closed;
});

const alert = Buffer.of(0x15, 3, 3, 0, 2, 2, 70);
const onFirstBytes = (answer: (socket: Socket) => void) => (socket: Socket) =>
  socket.once('data', () => answer(socket));

describe('a handshake that fails', () => {
  test.each<[string, (socket: Socket) => void, string]>([
    ['an alert and a close', onFirstBytes((s) => s.end(alert)), 'alert'],
    [
      'an alert and a reset',
      onFirstBytes((s) => s.write(alert, () => setImmediate(() => s.resetAndDestroy()))),
      'alert',
    ],
    ['no cipher in common', serving(certificate(), { ciphers: 'PSK', maxVersion: 'TLSv1.2' }), 'alert'],
    ['a reset after the ClientHello', onFirstBytes((s) => s.resetAndDestroy()), 'reset'],
    ['a close after the ClientHello', onFirstBytes((s) => s.end()), 'closed'],
    ['a close before anything', (s) => s.end(), 'closed'],
    ['a greeting in plain text', (s) => s.write('220 mx.example ESMTP\r\n'), 'not-tls'],
    ['a web page', onFirstBytes((s) => s.end('HTTP/1.1 400 Bad Request\r\n\r\n')), 'not-tls'],
    ['binary of another kind', onFirstBytes((s) => s.write(Buffer.alloc(64, 0xff))), 'not-tls'],
    [
      'a record that is none',
      onFirstBytes((s) => s.write(Buffer.of(0x16, 3, 3, 0, 4, 9, 9, 9, 9))),
      'failed',
    ],
    ['half a record and a close', onFirstBytes((s) => s.end(Buffer.of(0x16, 3, 3, 0))), 'closed'],
  ])('%s', async (_what, answer, kind) => {
    const result = await handshake(answer);
    expect(result).toMatchObject({ ok: false, kind });
  });

  test('keeps what came instead of TLS, at most 512 bytes', async () => {
    const result = await handshake((s) => s.write(`220 ${'x'.repeat(2000)}\r\n`));
    expect(result).toMatchObject({ ok: false, kind: 'not-tls' });
    expect(!result.ok && result.received).toMatch(/^220 x+$/);
    expect(!result.ok && result.received?.length).toBe(512);
  });

  test('an abort ends a silent one at once and closes the connection', async () => {
    const stop = new AbortController();
    const result = await handshake(
      onFirstBytes(() => stop.abort()),
      { signal: stop.signal },
    );
    expect(result).toMatchObject({ ok: false, kind: 'aborted' });
    await expect.poll(() => servers[0]?.open()).toBe(0);
  });

  test('leaves no connection open', async () => {
    await handshake(onFirstBytes((s) => s.write('220 mx.example ESMTP\r\n')));
    await expect.poll(() => servers[0]?.open()).toBe(0);
  });
});
