import { describe, expect, test } from 'vitest';
import { clientSteps, clients, renderClient, settingsFromReport } from '../../../shared/clients/index.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import type { Change } from '../../../shared/model/finding.ts';
import type { Observation } from '../../../shared/model/observation.ts';
import type { Report } from '../../../shared/model/report.ts';
import { aControl, aJudgedReport, anObservation, tlsFacts } from '../../support/builders.ts';
import { english } from '../../support/english.ts';
import { noStartTls } from '../diagnose/world.ts';

const imap = anObservation({ id: 'o9', role: 'incoming', protocol: 'imap', port: 993, security: 'tls' });
const { tls: _tls, ...encrypted } = anObservation();
const lacking: Observation = {
  ...encrypted,
  ...noStartTls,
};
const { tls: _plain, ...plainOne } = anObservation({ security: 'none', timings: { connect: 40 } });
const { tls: _none, ...plainImap } = anObservation({
  role: 'incoming',
  protocol: 'imap',
  port: 143,
  security: 'none',
});
type CertificateFault = 'expired' | 'self-signed' | 'name-mismatch' | 'untrusted-issuer' | 'chain-incomplete';
const bad = (problem: CertificateFault, more = {}) =>
  tlsFacts({ trusted: false, problem, problems: [problem], isPubliclyIssued: false, ...more });
const scanner = {
  issuer: 'CN=Avast Web/Mail Shield Root,O=Avast',
  topIssuer: 'CN=Avast Web/Mail Shield Root,O=Avast',
};
const badImap = (problem: Parameters<typeof bad>[0], more = {}): Observation => ({
  ...imap,
  tls: bad(problem, more),
});

const reportOf = (...observations: Observation[]): Report =>
  aJudgedReport({ observations: observations.map((one, index) => ({ ...one, id: `o${index}` })) });

const faulty: readonly (readonly [string, Report, RegExp])[] = [
  ['no encryption', reportOf(lacking, lacking, lacking, plainOne, plainImap), /without encryption/],
  [
    'an expired certificate',
    reportOf(anObservation({ tls: bad('expired') }), badImap('expired')),
    /has run out/,
  ],
  [
    'a certificate of its own making',
    reportOf(anObservation({ tls: bad('self-signed') }), badImap('self-signed')),
    /cannot prove who it is/,
  ],
  [
    'a certificate for another name',
    reportOf(
      anObservation({ tls: bad('name-mismatch', { names: ['other.example'] }) }),
      badImap('name-mismatch', { names: ['other.example'] }),
    ),
    /for another name/,
  ],
  [
    'a scanner in the way',
    reportOf(
      anObservation({ tls: bad('untrusted-issuer', scanner) }),
      badImap('untrusted-issuer', scanner),
      aControl('google.com', { tls: bad('untrusted-issuer', scanner), port: 465, security: 'tls' }),
      aControl('gmx.net', { tls: bad('untrusted-issuer', scanner), port: 465, security: 'tls' }),
    ),
    /opens your encrypted mail connections/,
  ],
];
const sound = reportOf(anObservation(), imap);

/** They know no plain servers, or log in to none, or would have a whole domain use one, or log in from elsewhere. */
const withoutPlain: readonly string[] = [
  ...['srv', 'thunderbird-autoconfig', 'autodiscover', 'outlook-prf'],
  ...['go', 'gitea', 'grafana', 'mattermost', 'opensmtpd'],
  ...clients.flatMap(({ id, ...rest }) => ('sendsFrom' in rest && rest.sendsFrom === 'cloud' ? [id] : [])),
];

describe.each(faulty)('%s', (_name, report, warning) => {
  const settings = settingsFromReport(report);
  if (!settings.ok) throw new Error(`${english(settings.problem.message)}: ${report.verdict.headline}`);

  test('is what the settings warn of', () => {
    expect(settings.value.warnings?.join(' ')).toMatch(warning);
  });

  test.each(clients.filter(({ kind }) => kind !== 'code').map((client) => [client.id, client] as const))(
    '%s begins with it',
    (_id, client) => {
      const file = renderClient(client, settings.value);
      if (!file.ok) return expect(withoutPlain, english(file.problem.message)).toContain(client.id);
      if ((client.kind === 'file' || client.kind === 'text') && client.comments === null) return;
      const text = file.value.text.replace(/\n(?:#|\/\/|;)? */g, ' ').replace(/\s+/g, ' ');
      expect(text).toMatch(warning);
      const [first = ''] = text.split(/WARNING/);
      expect(first.length, first).toBeLessThan(1600);
    },
  );
});

const refusedByPrograms = faulty.filter(([name]) => name !== 'no encryption');
const stepsClients = clients.filter((client) => client.kind === 'steps');

describe.each(refusedByPrograms)('%s, which no setting in a program mends', (_name, report) => {
  const settingsWith = (change: Change[] | null) => {
    const { recommendation } = report;
    if (recommendation === null) throw new Error('no recommendation');
    const settings = settingsFromReport({ ...report, recommendation: { ...recommendation, change } });
    if (!settings.ok) throw new Error(english(settings.problem.message));
    return settings.value;
  };

  test.each(stepsClients.map(({ id }) => id))(
    '%s says first what is to be done, and when the steps count',
    (id) => {
      const client = stepsClients.find((one) => one.id === id);
      if (!client) throw new Error(id);
      const settings = settingsWith(null);
      const steps = clientSteps(client, settings, nearestVariant(client, settings, {}));
      const [first] = steps.ok ? steps.value : [];
      expect(first?.title).toBe('Before anything else');
      expect(first?.text).toMatch(
        /nothing helps that is set in a program or a device|a mail program on it refuses to connect|does not connect from the computer/,
      );
      const file = renderClient(client, settings);
      expect(file.ok && file.value.text.replace(/\s+/g, ' ')).not.toMatch(
        /Leave your mail program's settings/,
      );
    },
  );

  test('says that nothing is to be changed where all is set so already, and that a change comes after', () => {
    const told = (change: Change[] | null) => settingsWith(change).first?.at(-1);
    expect(told([])).toContain('there is nothing to change');
    expect(told([{ field: 'port', from: '25', to: '587' }])).toContain('Only then change the settings');
  });
});

describe('a certificate without the one of its issuer, which some programs find themselves', () => {
  const report = reportOf(
    anObservation({ tls: bad('chain-incomplete', { chainLength: 1, isPubliclyIssued: true }) }),
    badImap('chain-incomplete', { chainLength: 1, isPubliclyIssued: true }),
  );
  const first = (change: Change[] | null) => {
    const { recommendation } = report;
    if (recommendation === null) throw new Error('no recommendation');
    const settings = settingsFromReport({ ...report, recommendation: { ...recommendation, change } });
    return settings.ok ? (settings.value.first ?? []).join(' ') : '';
  };

  test('is not said to stop them all', () => {
    expect(first(null)).toContain('one that finds it works already');
    expect(first([{ field: 'port', from: '25', to: '587' }])).toContain(
      'Change the settings as it says below',
    );
    expect(first(null)).not.toMatch(/nothing helps/);
    expect(first([{ field: 'port', from: '25', to: '587' }])).not.toContain('Only then');
  });
});

describe('a scanner on this computer', () => {
  const [, report] = faulty.find(([name]) => name === 'a scanner in the way') ?? [];
  const textOf = (id: string, change: Change[] | null) => {
    if (!report?.recommendation) throw new Error('no recommendation');
    const settings = settingsFromReport({ ...report, recommendation: { ...report.recommendation, change } });
    const client = clients.find((one) => one.id === id);
    const file = settings.ok && client ? renderClient(client, settings.value) : null;
    return file?.ok ? file.value.text.replace(/\n[#;] */g, ' ').replace(/\s+/g, ' ') : '';
  };

  test.each([[null], [[{ field: 'port', from: '25', to: '587' }] satisfies Change[]]])(
    'holds up a phone or a NAS only where the network does it (changes: %j)',
    (change) => {
      for (const id of ['apple-mail-iphone', 'synology', 'postfix']) {
        expect(textOf(id, change), id).toMatch(
          /a NAS or a server of your own is held up only where the network/,
        );
      }
    },
  );

  test.each(['gmail-send-as', 'new-outlook', 'outlook-mobile', 'srv'])(
    'is no reason to wait with %s, which does not connect from here',
    (id) => {
      expect(textOf(id, null)).toContain('does not connect from the computer on which the check was made');
      expect(textOf(id, null)).not.toContain('switch off the scanning');
    },
  );
});

test('where sending is safe, nothing has to wait for a certificate of the server for receiving', () => {
  const report = reportOf(anObservation(), badImap('expired'));
  const settings = settingsFromReport(report);
  if (!settings.ok) throw new Error('no settings');
  expect(settings.value.mustWait).toBeUndefined();
  expect(settings.value.warnings?.join(' ') ?? '').not.toContain("Leave your mail program's settings");
});

test('sound settings warn of nothing', () => {
  const settings = settingsFromReport(sound);
  expect(settings.ok && settings.value.warnings).toBeUndefined();
});

test('what is wrong with a port that is not recommended is no matter', () => {
  const report = reportOf(
    anObservation({ port: 465, security: 'tls', tls: bad('expired') }),
    anObservation(),
    imap,
  );
  const settings = settingsFromReport(report);
  expect(settings.ok && settings.value.warnings).toBeUndefined();
});

test('what no finding speaks of is warned of all the same', () => {
  const report = reportOf(anObservation({ tls: bad('expired') }));
  const settings = settingsFromReport({ ...report, findings: [] });
  expect(settings.ok && settings.value.warnings?.[0]).toMatch(/could not prove who it is/);
});

test.each(clients.filter(({ kind }) => kind !== 'code').map((client) => [client.id, client] as const))(
  '%s of a practice report says so',
  (_id, client) => {
    const settings = settingsFromReport({ ...sound, practice: true });
    if (!settings.ok) throw new Error(english(settings.problem.message));
    const file = renderClient(client, settings.value);
    if (!file.ok) throw new Error(english(file.problem.message));
    if ((client.kind === 'file' || client.kind === 'text') && client.comments === null) return;
    expect(file.value.text).toContain('PRACTICE');
  },
);

test('what lies near the check says on which computer that was, and what else may be held up', () => {
  const report = faulty.find(([name]) => name === 'a scanner in the way')?.[1];
  if (!report?.recommendation) throw new Error('no recommendation');
  const settings = settingsFromReport({
    ...report,
    recommendation: { ...report.recommendation, change: null },
  });
  const told = settings.ok && settings.value.first?.at(-1);
  expect(told).toContain('“This computer” is the one on which the check was made.');
  expect(told).toContain(
    'A phone, a scanner, a NAS or a server of your own is held up only where the network',
  );
});

test('what an export sets is not told once more in words for a mail program, which a scanner is not', () => {
  const mismatch = { names: ['other.example'] };
  const report = reportOf(
    anObservation({ tls: bad('name-mismatch', mismatch) }),
    anObservation({ host: 'other.example' }),
    badImap('name-mismatch', mismatch),
  );
  const advice = report.findings.flatMap((finding) => finding.advice).join(' ');
  expect(advice).toContain('In your mail program, set the outgoing server to other.example');
  const settings = settingsFromReport(report);
  if (!settings.ok) throw new Error(english(settings.problem.message));
  const told = [...(settings.value.warnings ?? []), ...(settings.value.first ?? [])].join(' ');
  expect(told).toContain('for another name');
  expect(told).toContain('other.example should be a name of your mail provider');
  expect(told).not.toMatch(/In your mail program, set|Switch on login/);
});

test('who receives through a name that its certificate is not for is told to change that too', () => {
  const mismatch = { names: ['other.example'] };
  const at = (host: string, tls: Partial<Observation>) => [
    anObservation({ host, ...tls }),
    { ...imap, host, ...tls },
  ];
  const report = reportOf(
    ...at('mail.example.org', { tls: bad('name-mismatch', mismatch) }),
    ...at('other.example', {}),
  );
  const settings = settingsFromReport(report);
  if (!settings.ok) throw new Error(english(settings.problem.message));
  expect(settings.value.incoming?.host).toBe('other.example');
  const textOf = (id: string) => {
    const client = clients.find((one) => one.id === id);
    const file = client && renderClient(client, settings.value);
    return file?.ok ? file.value.text.replace(/\s+/g, ' ') : '';
  };
  expect(textOf('text')).toContain('Where it stands as the server for receiving, write other.example');
  expect(textOf('outlook')).toContain('Where it stands as the server for incoming mail, write other.example');
  expect(textOf('outlook')).not.toContain('as it is: receiving works');
  expect(textOf('brother-scanner')).not.toContain('incoming mail');
  expect(settingsFromReport(sound)).not.toHaveProperty('value.misnamedIncoming');
});
