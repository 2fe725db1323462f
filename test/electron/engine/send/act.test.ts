import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { type ActWish, act, type MessageWish } from '../../../../electron/engine/send/act.ts';
import { type PinnedServer, pinnedServer } from '../../../../electron/engine/send/pinned-server.ts';
import { Secret } from '../../../../electron/engine/send/secret.ts';
import type { System } from '../../../../electron/engine/system.ts';
import { type PracticeNetwork, practiceSystem } from '../../../../electron/practice/practice-system.ts';
import {
  hangUp,
  type SubmissionBehaviour,
  silent,
} from '../../../../electron/practice/servers/submission-session.ts';
import { everydayWorld, ownServerName } from '../../../../electron/practice/world/everyday-world.ts';
import { onSmtp, ownServer, withCertificate } from '../../../../electron/practice/world/network-faults.ts';
import type { World } from '../../../../electron/practice/world/world.ts';
import { judgeAct } from '../../../../shared/diagnose/acts/judge-act.ts';
import { ActFacts } from '../../../../shared/model/act.ts';
import type { Endpoint } from '../../../../shared/model/endpoint.ts';
import { aProbe, probing } from '../../../support/probing.ts';

const password = 'correct horse 7?%';
const user = 'you@practice.example';
const submission = { protocol: 'smtp', host: ownServerName, port: 587, security: 'starttls' } as const;
const submissions = { protocol: 'smtp', host: ownServerName, port: 465, security: 'tls' } as const;
const imaps = { protocol: 'imap', host: ownServerName, port: 993, security: 'tls' } as const;
const imap = { protocol: 'imap', host: ownServerName, port: 143, security: 'starttls' } as const;

let network: PracticeNetwork | undefined;
afterEach(async () => {
  await network?.close();
  network = undefined;
});

async function pinned(endpoint: Endpoint): Promise<PinnedServer> {
  if (!network) throw new Error('no network');
  const role = endpoint.protocol === 'smtp' ? 'outgoing' : 'incoming';
  const { observations } = await probing(network.system, aProbe({ ...endpoint, role }), {
    addresses: [{ ipAddress: '192.0.2.25', family: 4 }],
  });
  const server = pinnedServer(endpoint, observations);
  if (!server) throw new Error(`no pins for ${inspect(observations)}`);
  return server;
}

type Circumstances = Partial<ActWish> & { readonly at?: Endpoint; readonly signal?: AbortSignal };

/** Acts in a network whose own server behaves so. */
async function acting(
  behaviour: SubmissionBehaviour,
  { at = submission, signal = new AbortController().signal, ...wish }: Circumstances = {},
) {
  network ??= await practiceSystem({ world: behaving(behaviour) });
  const steps: string[] = [];
  const facts = await act(
    { server: await pinned(at), credentials: { user, secret: new Secret(password) }, consent: null, ...wish },
    network.system,
    (step) => steps.push(step),
    signal,
  );
  expect(ActFacts.safeParse(facts).success).toBe(true);
  expect(JSON.stringify(facts)).not.toContain(password);
  return { facts, steps };
}

function behaving(submissionBehaviour: SubmissionBehaviour, auth = ['PLAIN', 'LOGIN']): World {
  const change = ownServer((host) =>
    onSmtp(host, (service) => ({ ...service, auth, submission: submissionBehaviour })),
  );
  return change(everydayWorld);
}

async function aMessage(change: Partial<MessageWish> = {}): Promise<{ message: MessageWish }> {
  network ??= await practiceSystem({ world: behaving({}) });
  return {
    message: {
      from: user,
      to: user,
      subject: 'A test message',
      text: 'Postway sent this.\n.\nThe end.\n',
      mailbox: await pinned(imaps),
      waitMs: 5_000,
      ...change,
    },
  };
}

describe('a login', () => {
  test.each([
    ['587 with STARTTLS', submission],
    ['465 with TLS from the first byte', submissions],
  ])('is accepted on %s', async (_name, at) => {
    const { facts, steps } = await acting({}, { at });
    expect(facts).toMatchObject({
      kind: 'login',
      stage: 'done',
      outcome: 'ok',
      mechanism: 'PLAIN',
      auth: ['PLAIN', 'LOGIN'],
      userForm: 'address',
      secretShape: 'other',
      endpoint: at,
    });
    expect(steps).toEqual(['connect', 'login']);
  });

  test('is told as refused, with the codes and the words of the server', async () => {
    const { facts } = await acting({ login: '535 5.7.8 Error: authentication failed' });
    expect(facts).toMatchObject({
      stage: 'auth',
      outcome: 'rejected',
      replyCode: 535,
      enhancedStatus: '5.7.8',
      reply: '535 5.7.8 Error: authentication failed',
    });
  });

  test('keeps the password out of what the server repeats of it, in every form', async () => {
    const base64 = Buffer.from(`\0${user}\0${password}`).toString('base64');
    const words = [password, Buffer.from(password).toString('base64'), base64, encodeURIComponent(password)];
    const { facts } = await acting({ login: `535 5.7.8 no: ${words.join(' ')}` });
    for (const form of words) expect(facts.reply).not.toContain(form);
    expect(facts.reply).toBe('535 5.7.8 no: (secret) (secret) (secret) (secret)');
  });

  test('keeps several lines of a reply as one, with the codes at its beginning', async () => {
    const { facts } = await acting({ login: '535-5.7.8 Username and\r\n535 5.7.8 Password not accepted' });
    expect(facts.reply).toBe('535 5.7.8 Username and Password not accepted');
  });

  test.each([
    ['a prompt for something else', '334 Q3JlZGl0IGNhcmQgbnVtYmVyOg=='],
    ['an empty prompt', '334 '],
    ['a word of another protocol', '+OK logged in'],
  ])('that is answered by %s is no success, and nothing more is said', async (_name, login) => {
    const { facts } = await acting({ login });
    expect(facts).toMatchObject({ stage: 'auth' });
    expect(facts.outcome).not.toBe('ok');
  });

  test('that is answered by silence ends with the signal, in the stage of the login', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1_500);
    const { facts } = await acting({ login: silent }, { signal: stop.signal });
    expect(facts).toMatchObject({ stage: 'auth', outcome: 'cancelled' });
  });

  test('is not tried where the server offers none, or only methods that we cannot do', async () => {
    network = await practiceSystem({ world: behaving({}, []) });
    expect((await acting({})).facts).toMatchObject({ stage: 'auth', refusedBecause: 'no-login-offered' });
    await network.close();
    network = await practiceSystem({ world: behaving({}, ['GSSAPI', 'SCRAM-SHA-256']) });
    expect((await acting({})).facts).toMatchObject({
      stage: 'auth',
      refusedBecause: 'methods-unknown',
      auth: ['GSSAPI', 'SCRAM-SHA-256'],
    });
  });

  test('goes nowhere when the certificate is another one than the check saw', async () => {
    network = await practiceSystem({ world: behaving({}) });
    const server = { ...(await pinned(submission)), fingerprint256: 'AA:BB' };
    const { facts, steps } = await acting({}, { server });
    expect(facts).toMatchObject({
      stage: 'tls',
      outcome: 'tls-error',
      refusedBecause: 'certificate-changed',
    });
    expect(steps).not.toContain('login');
  });

  test('goes over a certificate that nobody vouches for only with its fingerprint agreed to', async () => {
    const world = ownServer((host) => withCertificate(host, { issuer: 'itself' }))(behaving({}));
    network = await practiceSystem({ world });
    const server = await pinned(submission);
    expect((await acting({}, { server })).facts).toMatchObject({ refusedBecause: 'certificate-untrusted' });
    expect((await acting({}, { server, consent: 'AA:BB' })).facts).toMatchObject({
      refusedBecause: 'certificate-untrusted',
    });
    const { facts } = await acting({}, { server, consent: server.fingerprint256 });
    expect(facts).toMatchObject({ stage: 'done', outcome: 'ok' });
  });
});

describe('a message', () => {
  test('to oneself arrives in the inbox, and what the receiving server found is read there', async () => {
    const { facts, steps } = await acting({}, await aMessage());
    expect(facts).toMatchObject({
      kind: 'message',
      stage: 'done',
      outcome: 'ok',
      to: user,
      incomingLogin: 'accepted',
      arrival: {
        outcome: 'inbox',
        folder: 'INBOX',
        authenticationResults: expect.stringContaining('spf=pass'),
      },
    });
    expect(facts.reply).toMatch(/^250 2\.0\.0 /);
    expect(facts.messageId).toMatch(/^<postway-test\.\S+@practice\.example>$/);
    expect(steps).toEqual(['connect', 'mailbox', 'login', 'message', 'accepted', 'watch']);
  });

  test('is watched for over IMAP with STARTTLS as well', async () => {
    network = await practiceSystem({ world: behaving({}) });
    const { facts } = await acting({}, await aMessage({ mailbox: await pinned(imap) }));
    expect(facts.arrival).toMatchObject({ outcome: 'inbox' });
  });

  test.each([
    ['junk', { outcome: 'junk', folder: 'Junk' }],
    ['bounce', { outcome: 'bounced', bounce: expect.stringContaining('5.2.2 The mailbox is full') }],
  ] as const)('that ends as %s is told as that', async (delivers, arrival) => {
    network = await practiceSystem({ world: behaving({ delivers }) });
    expect((await acting({}, await aMessage())).facts.arrival).toMatchObject(arrival);
  });

  test('that nobody sees in time is told as not seen', async () => {
    network = await practiceSystem({ world: behaving({ delivers: 'nowhere' }) });
    const { facts } = await acting({}, await aMessage({ waitMs: 300 }));
    expect(facts).toMatchObject({ outcome: 'ok', arrival: { outcome: 'not-seen' } });
  });

  test.each([
    ['mail', { mail: '553 5.7.1 Sender address rejected: not owned by user' }, 553, '5.7.1'],
    ['rcpt', { rcpt: '550 5.1.1 No such user here' }, 550, '5.1.1'],
    ['rcpt', { rcpt: '450 4.7.1 Greylisted, try again in five minutes' }, 450, '4.7.1'],
    ['data', { data: '554 5.7.1 Message looks like spam' }, 554, '5.7.1'],
  ] as const)(
    'refused at %s: the stage and the codes are kept',
    async (stage, behaviour, replyCode, status) => {
      network = await practiceSystem({ world: behaving(behaviour) });
      const { facts } = await acting({}, await aMessage());
      expect(facts).toMatchObject({ stage, outcome: 'rejected', replyCode, enhancedStatus: status });
      expect(facts.arrival).toBeUndefined();
    },
  );

  test.each([
    ['everything said in DNS', everydayWorld.txt, []],
    ['nothing said in DNS', {}, ['spf-missing', 'dmarc-missing']],
    [
      'a server that nobody may send from',
      { ...everydayWorld.txt, 'practice.example': ['v=spf1 -all'] },
      ['spf-refuses-all'],
    ],
  ])('with %s of its sender goes with what is wrong there', async (_name, txt, faults) => {
    network = await practiceSystem({ world: { ...behaving({}), txt } });
    const { facts } = await acting({}, await aMessage());
    expect(facts).toMatchObject({ outcome: 'ok', senderPolicy: faults });
  });

  test('of which DNS tells nothing is not told to have a fault there', async () => {
    network = await practiceSystem({ world: behaving({}) });
    const message = await aMessage();
    const { system } = network;
    const deaf: System = {
      ...system,
      resolve: async () => ({ outcome: 'no-answer', code: 'ETIMEOUT', elapsedMs: 4 }),
    };
    network = { ...network, system: deaf };
    expect((await acting({}, message)).facts.senderPolicy).toBeUndefined();
  });

  test('gives the password to no mailbox before the outgoing server is the one of the check', async () => {
    const message = await aMessage();
    const server = { ...(await pinned(submission)), fingerprint256: 'AA:BB' };
    const { facts, steps } = await acting({}, { ...message, server });
    expect(facts).toMatchObject({ refusedBecause: 'certificate-changed' });
    expect(facts.incomingLogin).toBeUndefined();
    expect(steps).toEqual(['connect']);
  });

  test('that is stopped while the mailbox is opened was not given to the outgoing server', async () => {
    const world = behaving({});
    const [own, ...others] = world.hosts;
    if (!own) throw new Error('a world without its own server');
    const stop = new AbortController();
    network = await practiceSystem({
      world: {
        ...world,
        hosts: [
          { ...own, services: { ...own.services, 993: { ...own.services[993], login: 'silent' } as never } },
          ...others,
        ],
      },
    });
    const message = await aMessage();
    const server = await pinned(submission);
    const facts = await act(
      { server, credentials: { user, secret: new Secret(password) }, consent: null, ...message },
      network.system,
      (step) => step === 'mailbox' && stop.abort(),
      stop.signal,
    );
    expect(facts).toMatchObject({ stage: 'auth', outcome: 'cancelled', incomingLogin: 'unknown' });
    expect(facts.mechanism).toBeUndefined();
    const [found] = judgeAct(facts, { causes: [], retry: null, provider: 'Example' });
    expect(found).toMatchObject({ code: 'inconclusive', severity: 'note' });
    expect(JSON.stringify(found?.words)).toContain('act.stopped.incoming');
  });

  test('says who refused the login of the mailbox, and sends all the same', async () => {
    const world = behaving({});
    const [own, ...others] = world.hosts;
    if (!own) throw new Error('a world without its own server');
    const refusing = { ...own.services[993], login: 'NO [AUTHENTICATIONFAILED] no' };
    network = await practiceSystem({
      world: {
        ...world,
        hosts: [{ ...own, services: { ...own.services, 993: refusing as never } }, ...others],
      },
    });
    const { facts } = await acting({}, await aMessage());
    expect(facts).toMatchObject({
      outcome: 'ok',
      incomingLogin: 'refused',
      arrival: { outcome: 'not-watched', reason: expect.stringContaining('AUTHENTICATIONFAILED') },
    });
  });

  test.each(['mail', 'rcpt', 'data'] as const)(
    'is told without the password that the server repeats in its answer to %s',
    async (command) => {
      network = await practiceSystem({ world: behaving({ [command]: `550 5.7.1 no ${password}` }) });
      const { facts } = await acting({}, await aMessage());
      expect(facts).toMatchObject({ outcome: 'rejected', reply: '550 5.7.1 no (secret)' });
    },
  );

  test('is told without the password where the mailbox’s server calls a folder by it', async () => {
    const credentials = { user, secret: new Secret('INBOX') };
    const { facts } = await acting({}, { ...(await aMessage()), credentials });
    expect(facts.arrival).toMatchObject({ outcome: 'inbox', folder: '(secret)' });
  });

  test('that the server took before it hung up is seen in the mailbox', async () => {
    network = await practiceSystem({ world: behaving({ data: hangUp, delivers: 'inbox' }) });
    const { facts, steps } = await acting({}, await aMessage());
    expect(facts).toMatchObject({ stage: 'data', outcome: 'closed', arrival: { outcome: 'inbox' } });
    expect(facts.reply).toBeUndefined();
    expect(steps).not.toContain('accepted');
    expect(judgeAct(facts, { causes: [], retry: null, provider: 'Example' })[0]).toMatchObject({
      code: 'message-arrived',
    });
  });

  test('at which the server hung up may be on its way: nobody calls it refused', async () => {
    network = await practiceSystem({ world: behaving({ data: hangUp }) });
    const { facts } = await acting({}, await aMessage({ waitMs: 0 }));
    expect(facts).toMatchObject({ stage: 'data', outcome: 'closed', arrival: { outcome: 'not-seen' } });
    expect(judgeAct(facts, { causes: [], retry: null, provider: 'Example' })[0]).toMatchObject({
      code: 'inconclusive',
      severity: 'warning',
    });
  });
});
