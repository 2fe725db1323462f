import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../electron/cli/arguments.ts';
import { findCommand } from '../../../electron/cli/commands/index.ts';
import { readFor, whoAsks } from '../../../electron/cli/who-asks.ts';
import { guessAsker } from '../../../shared/recommend/asker/guess.ts';
import { hosters } from '../../../shared/recommend/asker/hosters.ts';
import { told } from '../../support/english.ts';
import { fakeShell } from './fake-shell.ts';

function argumentsOf(...argv: string[]) {
  const spec = findCommand('check');
  const args = spec && parseArguments(spec, argv);
  if (!args?.ok) throw new Error('wrong use');
  return args.value;
}

describe('--for', () => {
  test.each(['device', 'container', 'server', 'program'] as const)(
    '%s is somebody with other words',
    (kind) => {
      expect(readFor(argumentsOf('you@example.org', '--for', kind))).toEqual({ ok: true, value: kind });
    },
  );

  test('nobody else is, and a slip is asked about', () => {
    expect(told(readFor(argumentsOf('x', '--for', 'servr')))).toMatchObject({
      ok: false,
      problem: { field: '--for', message: expect.stringContaining('Did you mean server?') },
    });
    expect(told(readFor(argumentsOf('x', '--for', 'me')))).toMatchObject({
      problem: { message: expect.stringContaining('device, container, server or program') },
    });
    expect(readFor(argumentsOf('x'))).toEqual({ ok: true, value: undefined });
  });
});

const dmi = '/sys/class/dmi/id/sys_vendor';

describe('who asks, without a word of theirs', () => {
  test('a server is known by what its machine says, and never by asking anybody', async () => {
    const { shell } = fakeShell({ files: { [dmi]: 'Hetzner\n' } });
    expect(await whoAsks(undefined, undefined, shell)).toEqual({
      kind: 'server',
      isGuessed: true,
      hoster: 'hetzner',
    });
    expect(await whoAsks('server', undefined, shell)).toEqual({ kind: 'server', hoster: 'hetzner' });
    expect(await whoAsks('device', undefined, shell)).toEqual({ kind: 'device' });
  });

  test('a Chromebook is no machine of a hoster, and one of Google’s clouds is', async () => {
    const product = '/sys/class/dmi/id/product_name';
    const chromebook = fakeShell({ files: { [dmi]: 'Google', [product]: 'Eve' } });
    expect(await whoAsks(undefined, undefined, chromebook.shell)).toBeNull();
    const cloud = fakeShell({ files: { [dmi]: 'Google', [product]: 'Google Compute Engine' } });
    expect(await whoAsks(undefined, undefined, cloud.shell)).toMatchObject({ hoster: 'google-cloud' });
  });

  test('a CI job runs on a machine that is nobody’s mail server', async () => {
    const { shell } = fakeShell({ files: { [dmi]: 'Hetzner' }, environment: { CI: 'true' } });
    expect(await whoAsks(undefined, undefined, shell)).toBeNull();
  });

  test('a container counts where an error of a program is pasted, and not by itself', async () => {
    const { shell } = fakeShell({ files: { '/.dockerenv': '' } });
    expect(await whoAsks(undefined, undefined, shell)).toBeNull();
    expect(await whoAsks(undefined, 'getaddrinfo EAI_AGAIN mail', shell)).toMatchObject({
      kind: 'container',
    });
    expect(await whoAsks(undefined, '535 5.7.8 authentication failed', shell)).toBeNull();
  });

  test.each([
    ['bizhub C224: server connection failed', 'device'],
    ['Scan to Email failed: SMTP authentication error', 'device'],
    ['smtplib.SMTPServerDisconnected: Connection unexpectedly closed', 'program'],
    ['javax.mail.MessagingException: Could not connect to SMTP host', 'program'],
    ['PHPMailer: SMTP connect() failed', 'program'],
    ['My NAS says: SMTP error', 'device'],
    ['TypeError: x\n    at Mailer.send (/app/mail.js:10:5)', 'program'],
    ['0x800CCC0E', undefined],
    ['Verifique o servidor de saída nas definições da conta', undefined],
    ['Le compte unifié ne peut pas envoyer', undefined],
    ['554 5.7.1 Message rejected by the virus scanner', undefined],
    ['Delivery failed at mail.example.org (192.0.2.1)', undefined],
    ['Cannot send mail. The server did not respond.', undefined],
    ['The message could not be sent because connecting to Outgoing server failed', undefined],
    ['550 5.7.1 Your message to news@example.org was scanned and refused', undefined],
  ])('%s is said by %s', (text, kind) => {
    expect(guessAsker({ text })?.kind).toBe(kind);
  });
});

test('every hoster has a name, a vendor of its own, and closes something', () => {
  for (const { id, vendor, closed, open } of hosters) {
    expect(closed).toContain(25);
    expect(open.filter((port) => closed.includes(port))).toEqual([]);
    expect(hosters.filter((other) => other.vendor.source === vendor.source).map((other) => other.id)).toEqual(
      [id],
    );
  }
});
