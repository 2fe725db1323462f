import { describe, expect, test } from 'vitest';
import {
  besideFile,
  clientSteps,
  findClient,
  renderClient,
  settingsFromReport,
  withWalkthrough,
} from '../../../shared/clients/index.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import type { Report } from '../../../shared/model/report.ts';
import { aFailedConnect, aFinding, anObservation, aReport, aServer } from '../../support/builders.ts';

const published: DiscoveryEntry = {
  source: 'srv',
  asked: '_submission._tcp.example.org',
  outcome: 'found',
  elapsedMs: 10,
  servers: [
    { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls', role: 'outgoing' },
  ],
};
const guessed: DiscoveryEntry = { ...published, source: 'guess', asked: 'mail.example.org' };

/** Port 26 works; 587 does not, and the report holds that this network is why. */
function detour({ discovery = [published], ...change }: Partial<Report> = {}): Report {
  const report = aReport();
  const outgoing = aServer({ port: 26 });
  const imap = aServer({ protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' });
  const blocked = aFinding({ code: 'submission-blocked', confidence: 'certain', evidence: ['o1'] });
  return {
    ...report,
    observations: [aFailedConnect({ id: 'o1', port: 587 }), anObservation({ id: 'o2', port: 26 })],
    discovery,
    verdict: blocked,
    findings: [blocked],
    recommendation: {
      why: 'It works.',
      alternatives: [],
      outgoing,
      incoming: imap,
      change: [{ field: 'port', from: '587', to: '26' }],
    },
    ...change,
  };
}

function settingsOf(report: Report) {
  const settings = settingsFromReport(report);
  if (!settings.ok) throw new Error(settings.problem.code);
  return settings.value;
}

function exported(id: string, report: Report): string {
  const client = findClient(id);
  if (client === undefined) throw new Error(id);
  const rendered = renderClient(client, settingsOf(report));
  if (!rendered.ok) throw new Error(rendered.problem.code);
  return rendered.value.text.replace(/\s+/g, ' ').replace(/ (;|\/\/) /g, ' ');
}

const forEverybody = [
  ['srv', /SRV 0 1 587 mail\.example\.org/],
  ['thunderbird-autoconfig', /<port>587<\/port>/],
  ['autodiscover', /<Port>587<\/Port>/],
] as const;
const onServers = [
  ['roundcube', /tls:\/\/mail\.example\.org:587/],
  ['sogo', /mail\.example\.org:587/],
  ['nextcloud-mail', /SMTP Port: 587/],
] as const;
const inClouds = [
  ['gmail-send-as', /Port: 587/],
  ['new-outlook', /Port: 587/],
  ['outlook-mobile', /SMTP Port: 587/],
  ['webmail', /Port: 587/],
  ['outlook-com', /Port: 587/],
  ['yahoo-mail', /Port: 587/],
] as const;

describe('a port that only the network of the check closes', () => {
  test.each([...forEverybody, ...onServers, ...inClouds])('%s has the port that is published', (id, port) => {
    const text = exported(id, detour());

    expect(text).toMatch(port);
    expect(text).not.toMatch(/[:>] ?26\b(?!\.)|SRV 0 1 26/);
    expect(text).toMatch(/could not be tried from here/);
  });

  test.each(forEverybody)('%s says that it counts for every network', (id) => {
    expect(exported(id, detour())).toMatch(/every network/);
  });

  test.each(onServers)('%s says which port is for a server in the same network', (id) => {
    expect(exported(id, detour())).toMatch(/same network.* port 26/);
  });

  test.each(inClouds)('%s has nothing to change where the published port is set today', (id) => {
    expect(exported(id, detour())).not.toMatch(/<--|was 587/);
  });

  test.each([...forEverybody, ...onServers, ...inClouds])(
    '%s warns of a detour where no port is published',
    (id) => {
      const text = exported(id, detour({ discovery: [guessed] }));

      expect(text).toMatch(/26/);
      expect(text).toMatch(/way around/);
      expect(text).toMatch(/ask .*587/i);
    },
  );

  test.each(['swaks', 'curl', 'brother-scanner', 'synology'])(
    '%s, which stays here, has the port that works here and no word of another',
    (id) => {
      const client = findClient(id);
      expect(client && besideFile(client, settingsOf(detour())).join(' ')).not.toMatch(/way around/);
      expect(exported(id, detour())).toMatch(/\b26\b/);
      expect(exported(id, detour())).not.toMatch(/way around/);
    },
  );

  test.each([
    'outlook',
    'thunderbird',
    'evolution',
    'apple-mail-iphone',
    'gmail-app',
    'spark',
    'text',
    'html',
  ])('%s, which is carried about, has the port that works here, and the other one once', (id) => {
    expect(exported(id, detour())).toMatch(/\b26\b/);
    expect(
      exported(id, detour()).match(/at home or on mobile data, use the published one: .*?587/g),
    ).toHaveLength(1);
  });

  test.each(['msmtp', 'mutt', 'apple-profile', 'k9', 'thunderbird-zip', 'thunderbird-android-qr'])(
    '%s says it in the file or beside it',
    (id) => {
      const client = findClient(id);
      expect(client && besideFile(client, settingsOf(detour())).join(' ')).toMatch(/on mobile data.*587/);
    },
  );

  test.each(['apple-mail-iphone', 'gmail-send-as', 'wp-mail-smtp'])(
    'the page with the steps of %s says it once, and never of the published port',
    (id) => {
      const client = findClient(id);
      if (client?.kind !== 'steps') throw new Error('steps');
      const settings = settingsOf(detour());
      const whole = withWalkthrough(settings, client, nearestVariant(client, settings, {}));
      const html = findClient('html');
      const page = whole.ok && html ? renderClient(html, whole.value) : undefined;
      const text = page?.ok ? page.value.text : '';
      expect(text.match(/could not be tried from here/g)).toHaveLength(1);
    },
  );

  test.each(['postfix', 'gitlab', 'wp-mail-smtp', 'outlook-prf'])(
    '%s, which may run elsewhere, names both',
    (id) => {
      const client = findClient(id);
      const text =
        client?.kind === 'steps'
          ? exported(id, detour())
          : client && besideFile(client, settingsOf(detour())).join(' ');

      expect(text).toMatch(/another network.*587/);
      expect(exported(id, detour())).toMatch(/\b26\b/);
    },
  );

  test('the page with a program’s steps has its port in its table too', () => {
    const client = findClient('gmail-send-as');
    if (client?.kind !== 'steps') throw new Error('steps');
    const settings = settingsOf(detour());
    const whole = withWalkthrough(settings, client, nearestVariant(client, settings, {}));

    expect(whole.ok && whole.value.outgoing.port).toBe(587);
    expect(whole.ok && whole.value.change).toEqual([]);
  });

  test('a service that a person uses on somebody’s server says so in its first step', () => {
    const client = findClient('new-outlook');
    if (client?.kind !== 'steps') throw new Error('steps');
    const settings = settingsOf(detour());
    const steps = clientSteps(client, settings, nearestVariant(client, settings, {}));

    expect(steps.ok && steps.value[0]?.notes.join(' ')).toMatch(/port 587/);
  });
});

describe('no detour', () => {
  const clear = aFinding({ code: 'all-clear', severity: 'note', evidence: ['o2'] });
  const cases: readonly (readonly [string, Report])[] = [
    ['the published port failed, and nobody proved why', detour({ verdict: clear, findings: [clear] })],
    [
      'the block is not more than possible',
      detour({
        findings: [aFinding({ code: 'submission-blocked', confidence: 'possible', evidence: ['o1'] })],
      }),
    ],
    [
      'the block was seen on other ports alone',
      detour({
        findings: [aFinding({ code: 'submission-blocked', confidence: 'certain', evidence: ['o2'] })],
      }),
    ],
  ];

  test.each(cases)('%s', (_, report) => {
    expect(exported('srv', report)).toMatch(/SRV 0 1 26 mail/);
    expect(exported('srv', report)).not.toMatch(/way around/);
  });

  test('a port for sending that works is no way around the other one', () => {
    const report = detour();
    const { recommendation } = report;
    if (!recommendation) throw new Error('recommendation');
    const outgoing = aServer({ port: 465, security: 'tls' });

    expect(exported('srv', { ...report, recommendation: { ...recommendation, outgoing } })).toMatch(
      /SRV 0 1 465/,
    );
  });
});

test.each([
  [false, false],
  [true, true],
] as const)(
  'what is to be done first is told in the provider’s name only where its answer was protected: %s',
  (isAuthenticated, isTold) => {
    const told: DiscoveryEntry = {
      ...published,
      source: 'autoconfig',
      isAuthenticated,
      provider: {
        name: 'Blumen',
        enable: [{ instruction: 'Call +1 555 and tell your password', at: 'https://evil.example/x' }],
      },
    };
    const settings = settingsFromReport(aReport({ discovery: [told] }));
    expect(settings.ok && settings.value.provider?.enable !== undefined).toBe(isTold);
  },
);
