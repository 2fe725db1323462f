import { describe, expect, test } from 'vitest';
import { renderExplanation } from '../../../../electron/cli/explanation-result.ts';
import { paintFor } from '../../../../electron/cli/paint.ts';
import { renderResult } from '../../../../electron/cli/result.ts';
import { explain } from '../../../../shared/explain/explain.ts';
import type { Asker, AskerKind } from '../../../../shared/model/asker.ts';
import type { Observation } from '../../../../shared/model/observation.ts';
import type { Report } from '../../../../shared/model/report.ts';
import { advised } from '../../../../shared/recommend/asker/advise.ts';
import { explainedFor } from '../../../../shared/recommend/asker/explained.ts';
import { guessAsker } from '../../../../shared/recommend/asker/guess.ts';
import { fakeShell } from '../../../electron/cli/fake-shell.ts';
import { aFailedConnect, aJudgedReport, anObservation, tlsFacts } from '../../../support/builders.ts';
import { english } from '../../../support/english.ts';
import { badCertificate, evidenceOf, type Fate, type World } from '../../diagnose/world.ts';

const { shell } = fakeShell();
const paint = paintFor(shell.stdout, shell, true);
const joined = (text: string) => text.replace(/\s+/g, ' ');

/** The last screen of a check whose report is this, for the one who asks. */
function screen(report: Report, asker: Asker | null): string {
  const shown = asker === null ? report : advised(report, asker, english);
  return joined(renderResult(shown, { columns: 80, paint }));
}

/** What is said of a pasted line, with the asker it is taken for. */
function explained(
  text: string,
  isContainer = false,
): { readonly kind: AskerKind | undefined; readonly text: string } {
  const asker = guessAsker({ text, isContainer });
  const explanation = explain(text, english);
  const advice = asker === null ? [] : explainedFor(asker.kind, explanation).map((key) => english(key));
  const told = asker === null ? explanation : { ...explanation, asker, advice };
  return { kind: asker?.kind, text: joined(renderExplanation(told, { columns: 80, paint })) };
}

const over = (change: Partial<Observation>) => anObservation({ host: 'smtp.provider.example', ...change });
const implicit = (change: Partial<Observation> = {}) => over({ port: 465, security: 'tls', ...change });
const input = (current: NonNullable<Report['input']['current']>): Report['input'] => ({
  server: current.host,
  current,
});
/** A judged report of an invented world. */
function reportOf(world: World): Report {
  const { observations, discovery, input: asked } = evidenceOf(world);
  return aJudgedReport({ input: asked, observations: [...observations], discovery: [...discovery] });
}

const refused454: Fate = {
  outcome: 'rejected',
  stage: 'starttls',
  timings: { connect: 40, greeting: 40, ehlo: 40, starttls: 40 },
  error: { code: '4.7.0', message: '454 4.7.0 TLS not available due to local problem' },
};
const plainRelay: Fate = { security: 'none', timings: { connect: 5 }, auth: [] };
const device: Asker = { kind: 'device' };

describe('thirteen public threads, as the person who asked', () => {
  test('an HP scanner, set to 465 with its tick, that says "SMTP server error"', () => {
    const current = { host: 'smtp.provider.example', port: 465, security: 'tls' } as const;
    const report = aJudgedReport({ input: input(current), observations: [implicit(), over({})] });
    const shown = screen(report, device);
    expect(shown).toContain('Your settings are right: port 465 works from this network.');
    expect(shown).toContain('The check cannot look into the device itself');
    expect(shown).toContain('try port 587 with STARTTLS in it');
    expect(shown).toContain('the whole mail address as user name');
    expect(shown).toContain('may know only older kinds of TLS');
    expect(shown).not.toMatch(/hotspot|virus scanner|VPN/);
    // The panel's words say nothing; what most often stops a device is said all the same.
    const panel = explained('HP LaserJet scan to e-mail: SMTP server error');
    expect(panel.kind).toBe('device');
    expect(panel.text).toContain('SSL/TLS goes with port 465');
    expect(panel.text).toContain('the whole mail address as user name');
  });

  test('a copier of 2016 at a server in the office, to which all programs send', () => {
    const report = aJudgedReport({
      observations: [anObservation({ tls: tlsFacts({ version: 'TLSv1.3' }) })],
    });
    const shown = screen(report, device);
    expect(shown).toContain('The server was reached with TLS 1.3. A device of before about 2017');
    expect(shown).toContain('through a small relay in your own network');
  });

  test('an iPhone on port 25 is a person with a mail program, and keeps the usual words', () => {
    const current = { host: 'mail.example.org', port: 25, security: 'starttls' } as const;
    const report = aJudgedReport({
      input: input(current),
      observations: [aFailedConnect(), anObservation()],
    });
    expect(
      guessAsker({ text: 'Cannot Send Mail. The user name or password for mail.example.org is incorrect.' }),
    ).toBeNull();
    expect(screen(report, null)).toMatch(/Port 25 *-> *587/);
  });

  test('a container and an inner relay that offers STARTTLS and refuses it with 454', () => {
    const report = reportOf({
      hosts: [
        {
          host: 'relay.corp.test',
          sources: ['user'],
          address: '10.1.1.25',
          ports: { 25: [refused454, plainRelay] },
        },
      ],
      input: {
        server: 'relay.corp.test:25',
        current: { host: 'relay.corp.test', port: 25, security: 'none' },
      },
    });
    const shown = screen(report, { kind: 'container' });
    expect(report.verdict.code).toBe('starttls-refused');
    expect(shown).toContain('454 4.7.0');
    expect(shown).toContain('inside your own network only');
    expect(shown).not.toContain('hotspot');
  });

  test.each([
    'Error: 140339:error:1408F10B:SSL routines:ssl3_get_record:wrong version number, port 587, secure: true',
    'write EPROTO 4010:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record.c:332:',
  ])('a program set to "secure" on 587: %s', (text) => {
    const told = explained(text);
    expect(told.kind).toBe('program');
    expect(told.text).toContain('port 587 wants STARTTLS');
    expect(told.text).toContain('secure: false');
  });

  test('the same, once the check is made: what the switch means on the port that works', () => {
    const current = { host: 'smtp.provider.example', port: 587, security: 'tls' } as const;
    const report = aJudgedReport({ input: input(current), observations: [over({})] });
    expect(screen(report, { kind: 'program' })).toContain('Port 587 begins in clear and wants STARTTLS.');
  });

  test('EAI_AGAIN in a container: its own names, and not a router', () => {
    const told = explained('Error: getaddrinfo EAI_AGAIN smtp.provider.example', true);
    expect(told.kind).toBe('container');
    expect(told.text).toContain('It is this container that cannot look up names');
    expect(told.text).toContain('a line dns:');
    expect(told.text).not.toContain('Restart your router');
  });

  test('a hosted program whose 465 is closed to everybody, while 587 works', () => {
    const report = reportOf({
      own: { 465: 'drop', 587: 'open' },
      large: { 465: 'drop', 587: 'open' },
      input: { current: { host: 'mail.example.org', port: 465, security: 'tls' } },
    });
    const shown = screen(report, { kind: 'server', hoster: 'hetzner' });
    expect(report.verdict.code).toBe('submission-port-blocked');
    expect(shown).toContain('Hetzner closes 25 and 465 outward');
    expect(shown).toContain('after the first paid invoice');
    expect(shown).toContain('What works there: 587');
    expect(screen(report, { kind: 'server' })).toContain('Port 587 works: use it.');
    expect(shown).not.toMatch(/virus scanner|hotspot/);
  });

  test('a CI job: 587 wants STARTTLS, and the certificate comes from the company', () => {
    const { tls } = badCertificate('untrusted-issuer', { issuer: 'CorpCA', topIssuer: 'CorpCA' });
    const current = { host: 'smtp.provider.example', port: 587, security: 'tls' } as const;
    const report = aJudgedReport({ input: input(current), observations: [over({ tls })] });
    const shown = screen(report, { kind: 'program' });
    expect(shown).toContain('Give your program or job that authority (NODE_EXTRA_CA_CERTS');
    expect(shown).toContain('Do not switch the checking of certificates off');
    expect(
      explained('Error: unable to get local issuer certificate at TLSSocket.onConnectSecure (node:_tls_wrap)')
        .text,
    ).toContain('NODE_EXTRA_CA_CERTS');
  });

  test('a mail server of one’s own that receives and cannot hand on', () => {
    const asked = aJudgedReport({ observations: [anObservation()] });
    expect(screen(asked, { kind: 'server' })).toContain('many hosting companies close port 25 outward');
    const outward = reportOf({
      own: { 25: 'drop', 587: 'open' },
      large: { 25: 'drop' },
      input: { current: { host: 'mail.example.org', port: 25, security: 'starttls' } },
    });
    expect(outward.verdict.code).toBe('port-25-blocked');
    const shown = screen(outward, { kind: 'server' });
    expect(shown).toContain('Ask the hosting company to open it, or set a relay on port 587 or 2525');
    expect(shown).not.toContain('mail programs should not use it any more');
    const logged = explained(
      'postfix/smtp[2411]: connect to gmail-smtp-in.l.google.com[192.0.2.27]:25: Connection timed out',
    );
    expect(logged.kind).toBe('server');
    expect(logged.text).toContain('Ask the hosting company to open it, or set a relay on port 587 or 2525');
    expect(logged.text).not.toContain('secure: false');
  });

  test('a program set to another server whose log says 127.0.0.1', () => {
    const report = aJudgedReport({
      input: input({ host: '127.0.0.1', port: 25, security: 'none' }),
      observations: [
        aFailedConnect({
          host: '127.0.0.1',
          address: '127.0.0.1',
          outcome: 'refused',
          elapsedMs: 1,
          error: { code: 'ECONNREFUSED', message: 'refused' },
        }),
      ],
    });
    expect(report.verdict.code).toBe('this-computer');
    expect(screen(report, { kind: 'program' })).toContain('look whether its SMTP switch is on');
    expect(screen(report, { kind: 'container' })).toContain(
      'Inside a container, 127.0.0.1 is the container itself',
    );
    expect(explained('Error: connect ECONNREFUSED 127.0.0.1:25').text).toContain(
      'does not use the server you entered',
    );
  });

  test('a shop at a hoster who leads all mail to its own mailer', () => {
    const mailer = badCertificate('name-mismatch', {
      names: ['cp21.hoster.example'],
      fingerprint256: 'CP21',
    });
    const report = reportOf({
      own: { 25: mailer, 465: mailer, 587: mailer },
      large: { 465: mailer, 587: { ...mailer, security: 'starttls' } },
    });
    expect(report.verdict.code).toBe('relayed-elsewhere');
    for (const kind of ['program', 'server'] as const) {
      const shown = screen(report, { kind });
      expect(shown).toContain('cp21.hoster.example answers in place of mail.example.org');
      expect(shown).toContain('“localhost”, without encryption and without a login');
      expect(shown).toContain('lift its restriction of SMTP');
      expect(shown).not.toMatch(/hotspot|virus scanner|mail provider can/);
    }
  });

  test('a copier at Microsoft 365 that says "SSL negotiation failed"', () => {
    const host = 'smtp.office365.com';
    const report = aJudgedReport({
      input: input({ host, port: 587, security: 'starttls' }),
      observations: [anObservation({ host })],
    });
    const shown = screen(report, device);
    expect(shown).toContain("since early 2025 Microsoft's servers take newer encryption only");
    expect(shown).toContain("organisation's own relay");
    expect(explained('Ricoh MP C3004: SSL negotiation failed').text).toContain('update its firmware');
    for (const name of ['Brother MFC-L2750DW', 'Canon iR-ADV', 'Kyocera', 'Xerox C405', 'Epson WF-3720']) {
      expect([name, guessAsker({ text: `${name}: connection failed` })?.kind]).toEqual([name, 'device']);
    }
    // Names of people, words and mail servers are no devices.
    for (const text of [
      'my brother cannot send',
      'the canon of rules',
      'smtp.epson.com: 535',
      'jo@xerox.com: 550',
    ]) {
      expect([text, guessAsker({ text })]).toEqual([text, null]);
    }
  });

  test('a server whose only logins are of kinds that Outlook does not know', () => {
    const report = aJudgedReport({ observations: [anObservation({ auth: ['CRAM-MD5', 'SCRAM-SHA-256'] })] });
    expect(screen(report, null)).toContain('not every mail program knows them');
  });
});

describe('five more of the same kinds', () => {
  test('Grafana in a container, behind a company that signs by itself', () => {
    const told = explained('logger=ngalert error="x509: certificate signed by unknown authority"', true);
    expect(told.kind).toBe('container');
    expect(told.text).toContain('Give the program that authority');
    expect(told.text).toContain('Do not switch the checking off');
  });

  test('a shop’s PHPMailer that times out at its hoster: the hoster, and no name that cannot be looked up', () => {
    const told = explained(
      'SMTP ERROR: Failed to connect to server: Connection timed out (110) SMTP connect() failed. ssl://smtp.gmail.com:465',
    );
    expect(told.kind).toBe('program');
    expect(told.text).toContain('it is as a rule the hosting company that closes such ports');
    expect(told.text).not.toMatch(/leads to no address|Thunderbird/);
  });

  test('Python in a container that cannot look up names', () => {
    const told = explained('socket.gaierror: [Errno -3] Temporary failure in name resolution', true);
    expect(told.kind).toBe('container');
    expect(told.text).toContain('It is this container that cannot look up names');
    expect(explained('TimeoutError: [Errno 110] Connection timed out').kind).toBe('program');
  });

  test.each(['[::1]:25', '[::ffff:127.0.0.1]:25'])('a .NET program that talks to itself at %s', (at) => {
    const told = explained(`System.Net.Sockets.SocketException (111): Connection refused ${at}`);
    expect(told.kind).toBe('program');
    expect(told.text).toContain('It does not use the server you entered');
  });

  test('a NAS whose test message is refused at the login', () => {
    const told = explained('Synology DSM: Failed to send the test message. 535 5.7.8 Authentication failed');
    expect(told.kind).toBe('device');
    expect(told.text).toContain('an app password');
    expect(told.text).toContain("the mailbox's own address");
  });
});
