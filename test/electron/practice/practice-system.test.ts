import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import type { DialResult, System } from '../../../electron/engine/system.ts';
import { type PracticeNetwork, practiceSystem } from '../../../electron/practice/practice-system.ts';
import { findScenario, scenarios } from '../../../electron/practice/scenarios.ts';
import { everydayWorld } from '../../../electron/practice/world/everyday-world.ts';
import { connectivityCheck } from '../../../shared/model/references.ts';
import { until } from '../../support/handles.ts';

let network: PracticeNetwork | undefined;
afterEach(async () => {
  await network?.close();
  network = undefined;
});

const never = new AbortController().signal;

async function enter(id: string): Promise<System> {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  network = await practiceSystem(scenario);
  return network.system;
}

async function addressOf(system: System, name: string): Promise<string> {
  const answer = await system.resolve({ name, type: 'addresses', resolvers: [] }, never);
  if (answer.outcome !== 'found' || answer.found.type !== 'addresses') return answer.outcome;
  return answer.found.addresses[0]?.ipAddress ?? 'none';
}

async function dial(system: System, name: string, port: number, signal = never): Promise<DialResult> {
  return system.dial({ ipAddress: await addressOf(system, name), family: 4, port }, signal);
}

async function connectTo(system: System, name: string, port: number): Promise<Duplex> {
  const result = await dial(system, name, port);
  if (!result.ok) throw new Error(`${name}:${port} ${result.errno}`);
  return result.connection;
}

async function greeting(system: System, name: string, port: number): Promise<string> {
  const connection = await connectTo(system, name, port);
  const [data] = await once(connection, 'data');
  connection.destroy();
  return String(data).trimEnd();
}

/** A dropped SYN is never answered; "never" is as long as an answer from anywhere else takes, and then until we give up. */
async function expectSilence(system: System, name: string, port: number): Promise<void> {
  const giveUp = new AbortController();
  let isAnswered = false;
  const silent = dial(system, name, port, giveUp.signal).then((result) => {
    isAnswered = true;
    return result;
  });
  await system.clock.sleep(120, never);
  expect(isAnswered, `${name}:${port} is silent`).toBe(false);
  giveUp.abort();
  expect(await silent).toEqual({ ok: false, errno: 'ECANCELED' });
}

async function factsOf(system: System, host: string, port: number) {
  const result = await system.secure(await connectTo(system, host, port), { host }, never);
  if (!result.ok) throw new Error(`${result.kind} ${result.code}`);
  result.connection.destroy();
  return result.facts;
}

const own = 'mail.practice.example';

test('says that it is practice', async () => {
  expect((await enter('everything-open')).isPractice).toBe(true);
});

test('everything-open: every port greets by its own name after a round trip', async () => {
  const system = await enter('everything-open');
  for (const port of [25, 26, 587, 2525]) {
    expect(await greeting(system, own, port)).toBe(`220 ${own} ESMTP practice network`);
  }
  expect(await greeting(system, own, 143)).toBe(`* OK ${own} IMAP practice network ready`);
  expect(await greeting(system, own, 110)).toBe(`+OK ${own} POP3 practice network ready`);
  expect(await greeting(system, 'posteo.de', 25)).toBe('220 posteo.de ESMTP practice network');

  const started = system.clock.now();
  const connection = await connectTo(system, own, 465);
  expect(system.clock.now() - started).toBeGreaterThanOrEqual(28);
  connection.destroy();
});

test('everything-open: a closed port refuses, a firewalled one is silent, a made-up name does not exist', async () => {
  const system = await enter('everything-open');
  expect(await dial(system, own, 24)).toEqual({ ok: false, errno: 'ECONNREFUSED' });
  await expectSilence(system, 'example.com', 25);
  expect(await addressOf(system, 'made-up-name.invalid')).toBe('no-name');
});

test.each([465, 993])(
  'everything-open: the certificate on %i counts as publicly issued, here',
  async (port) => {
    const facts = await factsOf(await enter('everything-open'), own, port);
    expect(facts).toMatchObject({ trusted: true, problems: [], isPubliclyIssued: true, names: [own] });
  },
);

test('certificates of one network are worth nothing in another', async () => {
  const one = await enter('everything-open');
  const other = await practiceSystem({ world: everydayWorld });
  const connection = await connectTo(other.system, own, 465);
  const result = await one.secure(connection, { host: own }, never);
  expect(result).toMatchObject({ ok: true, facts: { trusted: false, isPubliclyIssued: false } });
  await other.close();
});

test('port-25-blocked: 25 is silent everywhere, 587 greets', async () => {
  const system = await enter('port-25-blocked');
  await Promise.all([own, 'smtp.gmail.com', 'posteo.de'].map((name) => expectSilence(system, name, 25)));
  expect(await greeting(system, own, 587)).toMatch(/^220 /);
});

test('port-25-intercepted: one gateway answers for every host, even one that does not listen', async () => {
  const system = await enter('port-25-intercepted');
  const greetings = await Promise.all(
    [own, 'smtp.gmail.com', 'example.com'].map((name) => greeting(system, name, 25)),
  );
  expect(new Set(greetings)).toEqual(new Set(['220 gateway.access.practice.example ESMTP practice network']));
  expect(await greeting(system, own, 587)).toBe(`220 ${own} ESMTP practice network`);
});

test('router-allow-list: the large operators are let through, own server and a small one are not', async () => {
  const system = await enter('router-allow-list');
  expect(await greeting(system, 'smtp.gmail.com', 587)).toMatch(/^220 /);
  await Promise.all([expectSilence(system, own, 587), expectSilence(system, 'posteo.de', 587)]);
  expect(await greeting(system, own, 2525)).toMatch(/^220 /);
});

test('submission-ports-blocked: 587 and 465 are silent for everyone, 26 greets', async () => {
  const system = await enter('submission-ports-blocked');
  await Promise.all([587, 465].map((port) => expectSilence(system, own, port)));
  await expectSilence(system, 'smtp.gmail.com', 587);
  expect(await greeting(system, own, 26)).toMatch(/^220 /);
});

test('mail-ports-blocked: no mail port, but the web', async () => {
  const system = await enter('mail-ports-blocked');
  await Promise.all(
    [25, 26, 465, 587, 2525, 143, 993, 110, 995].map((port) => expectSilence(system, own, port)),
  );
  expect((await dial(system, own, 443)).ok).toBe(true);
});

test('server-down: every port of the own server is silent, the others greet', async () => {
  const system = await enter('server-down');
  await Promise.all([25, 443, 587, 993].map((port) => expectSilence(system, own, port)));
  expect(await greeting(system, 'mail.gmx.net', 587)).toMatch(/^220 /);
});

test('starttls-stripped: 587 is masked for everyone, 465 is not', async () => {
  const system = await enter('starttls-stripped');
  expect(await greeting(system, own, 587)).toMatch(/^220 \*+$/);
  expect(await greeting(system, 'smtp.gmail.com', 587)).toMatch(/^220 \*+$/);
  expect(await factsOf(system, own, 465)).toMatchObject({ trusted: true });
});

test('wrong-certificate-name: the certificate names another host at the same address', async () => {
  const system = await enter('wrong-certificate-name');
  const facts = await factsOf(system, own, 465);
  expect(facts).toMatchObject({ problems: ['name-mismatch'], names: ['shared42.hosting.example'] });
  expect(await addressOf(system, 'shared42.hosting.example')).toBe(await addressOf(system, own));
  expect(await factsOf(system, 'shared42.hosting.example', 465)).toMatchObject({ trusted: true });
});

test.each([
  ['certificate-expired', ['expired']],
  ['certificate-self-made', ['self-signed']],
  ['certificate-chain-incomplete', ['chain-incomplete']],
  ['virus-scanner', ['untrusted-issuer']],
])('%s: that is what is wrong with the certificate', async (id, problems) => {
  expect(await factsOf(await enter(id), own, 465)).toMatchObject({ problems, trusted: false });
});

test('virus-scanner: unrelated hosts have one issuer that nobody vouches for', async () => {
  const system = await enter('virus-scanner');
  const [mine, other] = await Promise.all([
    factsOf(system, own, 465),
    factsOf(system, 'smtp.gmail.com', 465),
  ]);
  expect(mine.topIssuer).toBe(other.topIssuer);
  expect(mine.isPubliclyIssued).toBe(false);
});

test('tls-blocked: the connection is cut when TLS begins', async () => {
  const system = await enter('tls-blocked');
  for (const name of [own, 'smtp.gmail.com']) {
    const result = await system.secure(await connectTo(system, name, 465), { host: name }, never);
    expect(result).toMatchObject({ ok: false, kind: 'reset' });
  }
});

test('captive-portal: every name leads to the portal, which redirects; the rest of the world is silent', async () => {
  const system = await enter('captive-portal');
  const portal = await addressOf(system, connectivityCheck.host);
  expect(await addressOf(system, 'made-up-name.invalid')).toBe(portal);
  expect(await addressOf(system, own)).toBe(portal);
  const connection = await connectTo(system, connectivityCheck.host, connectivityCheck.port);
  connection.write(`GET ${connectivityCheck.path} HTTP/1.1\r\nHost: ${connectivityCheck.host}\r\n\r\n`);
  const [answer] = await once(connection, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 302 /);
  expect(await dial(system, own, 587)).toEqual({ ok: false, errno: 'ECONNREFUSED' });
  await expectSilence(system, '1.1.1.1', 443);
});

test('dns-dead: names get no answer, addresses are reached', async () => {
  const system = await enter('dns-dead');
  expect(await addressOf(system, own)).toBe('no-answer');
  expect((await dial(system, '1.1.1.1', 443)).ok).toBe(true);
});

test('offline: nothing has a route', async () => {
  const system = await enter('offline');
  expect(await addressOf(system, own)).toBe('no-answer');
  expect(await dial(system, '1.1.1.1', 443)).toEqual({ ok: false, errno: 'ENETUNREACH' });
});

test.each([
  ['blocklisted', /^554 5\.7\.1 /],
  ['server-busy', /^421 4\.3\.2 /],
])('%s: the greeting says so', async (id, says) => {
  expect(await greeting(await enter(id), own, 587)).toMatch(says);
});

test('no-encryption: nothing begins TLS, and logins are offered in clear', async () => {
  const system = await enter('no-encryption');
  expect(await dial(system, own, 465)).toEqual({ ok: false, errno: 'ECONNREFUSED' });
  const connection = await connectTo(system, own, 587);
  await once(connection, 'data');
  connection.write('EHLO client.example\r\n');
  const [offers] = await once(connection, 'data');
  expect(String(offers)).toMatch(/AUTH PLAIN LOGIN\r\n$/);
  expect(String(offers)).not.toContain('STARTTLS');
});

test('slow-greeting: the connection is there, the greeting is not', async () => {
  const system = await enter('slow-greeting');
  const connection = await connectTo(system, own, 587);
  let isGreeted = false;
  connection.once('data', () => {
    isGreeted = true;
  });
  await system.clock.sleep(200, never);
  expect(isGreeted).toBe(false);
});

test('closing ends every wait, connection and server, and leaves nothing behind', async () => {
  const system = await enter('port-25-blocked');
  const connection = await connectTo(system, own, 587);
  const secured = await system.secure(await connectTo(system, own, 465), { host: own }, never);
  if (!secured.ok) throw new Error(secured.kind);
  const blocked = dial(system, own, 25);
  const lookup = system.resolve({ name: own, type: 'addresses', resolvers: [] }, never);
  const gone = Promise.all([once(connection, 'close'), once(secured.connection, 'close')]);

  await network?.close();
  await gone;
  expect(await blocked).toEqual({ ok: false, errno: 'ECANCELED' });
  expect(await lookup).toMatchObject({ outcome: 'cancelled' });
  // The test runner's own timers come and go beside ours, so not every one that is there now is left behind.
  const isNothingLeft = () => !process.getActiveResourcesInfo().some(isOfTheNetwork);
  await until(isNothingLeft, 'something is left');
});

function isOfTheNetwork(resource: string): boolean {
  return /^(?:TCP|TLS|Timeout)/.test(resource);
}

test('every scenario is ready within a tenth of a second', async () => {
  const times: number[] = [];
  for (const scenario of scenarios) {
    const started = performance.now();
    const running = await practiceSystem(scenario);
    times.push(performance.now() - started);
    await running.close();
  }
  // The middle one: a busy machine may hold any single start up.
  expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(100);
});
