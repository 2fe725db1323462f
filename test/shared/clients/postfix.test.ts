import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { postfix } from '../../../shared/clients/postfix.ts';
import { aServer } from '../../support/builders.ts';
import { mailPassword, startMailServer } from '../../support/mail-server.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { authorities } from '../../support/servers.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { type Sending, type ThroughPostfix, testThroughPostfix } from './sends.ts';

/** As postconf(5) has it; the password line is the last comment, as the file says. */
function read(text: string): Found {
  const lines = text.trimEnd().split('\n');
  const settings = new Map<string, string>();
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name, value] = /^([a-z_A-Z]+) = (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined)
      throw new Error(`Postfix would read this otherwise: ${line}`);
    settings.set(name, value.replaceAll('$$', '$'));
  }
  const relay = settings.get('relayhost') ?? '';
  const [, host = '', port] = /^\[(?:ipv6:)?([^\]]*)\]:(\d+)$/.exec(relay) ?? [];
  const last = (lines.at(-1) ?? '').slice(2);
  if (!last.startsWith(`${relay} `)) throw new Error('the password would not be found');
  const [username = '', password] = last.slice(relay.length + 1).split(/:(.*)/s);
  expect(password).toBe('PASSWORD');
  const isImplicit = settings.get('smtp_tls_wrappermode') === 'yes';
  const isPlain = settings.get('smtp_tls_security_level') === 'none';
  return { host, port: Number(port), security: isPlain ? 'none' : isImplicit ? 'tls' : 'starttls', username };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(postfix, read));

test('sends the password only to a server whose certificate is right', () => {
  expect(fileOf(postfix)).toContain('\nsmtp_tls_security_level = secure\n');
});

test('says the kind of encryption whole, so that an older line for port 465 does not stay in force', () => {
  const wrapper = (security: 'none' | 'starttls' | 'tls') =>
    /^smtp_tls_wrappermode = (\w+)$/m.exec(fileOf(postfix, { outgoing: aServer({ security }) }))?.[1];
  expect([wrapper('none'), wrapper('starttls'), wrapper('tls')]).toEqual(['no', 'no', 'yes']);
});

test.each(['192.0.2.1', '2001:db8::1'])(
  'refuses %s, for which no certificate could ever be right',
  (host) => {
    expect(refusedField(postfix, { outgoing: aServer({ host }) })).toBe('outgoing.host');
  },
);

test('offers to send all mail from the address that the provider takes, and says where other systems keep authorities', () => {
  const text = fileOf(postfix);
  expect(text).toContain('\n# sender_canonical_classes = envelope_sender, header_sender\n');
  expect(text).toContain('\n# sender_canonical_maps = static:you@example.org\n');
  expect(text).toContain('/etc/pki/tls/certs/ca-bundle.crt');
  expect(fileOf(postfix, { mailAddress: '' })).not.toContain('sender_canonical');
});

test('refuses a user name that its password file would cut', () => {
  const refused = (username: string) => refusedField(postfix, { outgoing: aServer({ username }) });
  expect(refused('a:b')).toBe('outgoing.username');
  expect(refused(' a')).toBe('outgoing.username');
  expect(fileOf(postfix, { outgoing: aServer({ auth: 'none' }) })).toContain('smtp_sasl_auth_enable = no\n');
});

describe('the real Postfix', () => {
  needs('postconf');

  test('understands a relay host that is an IPv6 address', async () => {
    const host = '2001:db8::1';
    const path = await aFolder({
      'main.cf': fileOf(postfix, { outgoing: aServer({ host, security: 'none' }) }),
      'master.cf': '',
    });
    const { stdout, stderr } = await runProgram('postconf', ['-c', path('.'), '-n', '-x']);
    expect(stderr).toBe('');
    expect(stdout).toContain('relayhost = [ipv6:2001:db8::1]:587\n');
    expect(stdout).toContain('smtp_tls_security_level = none\n');
  });

  test('finds the login of a user name with everything in it that means something elsewhere', async () => {
    const username = 'a"b\\c$d#e';
    const text = fileOf(postfix, { outgoing: aServer({ username }) });
    const line = text.trimEnd().split('\n').at(-1)?.slice(2).replace('PASSWORD', 'secret') ?? '';
    const path = await aFolder({ sasl_passwd: `${line}\n`, 'main.cf': '' });
    const argv = ['-c', path('.'), '-q', '[mail.example.org]:587', `texthash:${path('sasl_passwd')}`];
    expect((await runProgram('postmap', argv)).stdout).toBe(`${username}:secret\n`);
  });
});

describe('a real Postfix that relays', () => {
  needs('postconf', 'root');

  test('sends a message with nothing but the lines and the password file', async () => {
    const server = await startMailServer('starttls');
    try {
      const outgoing = aServer({ host: 'localhost', port: server.port, username: 'you+a@example.org' });
      await relaying({ outgoing, password: mailPassword, run: runProgram }, async () => {
        await expect
          .poll(() => server.received)
          .toMatchObject([{ login: 'you+a@example.org', isEncrypted: true, from: 'you@example.org' }]);
      });
    } finally {
      server.close();
    }
  });
});

testThroughPostfix(
  'a real Postfix that relays to another, with a real Dovecot',
  [],
  ({ outgoing, server: { password, run }, delivered }) => relaying({ outgoing, password, run }, delivered),
);

type Relaying = Pick<ThroughPostfix, 'outgoing'> & Omit<Sending, 'path'>;

/** Starts a Postfix whose settings are our lines, hands it a message, and ends it once `arrives` has seen what came of that. */
async function relaying({ outgoing, password, run }: Relaying, arrives: () => Promise<void>): Promise<void> {
  const text = fileOf(postfix, { outgoing });
  const login = text.trimEnd().split('\n').at(-1)?.slice(2).replace('PASSWORD', password);
  const path = await aFolder({
    'authority.pem': authorities.root,
    sasl_passwd: `${login}\n`,
    'master.cf': services,
  });
  const trusted = text
    .replace('/etc/ssl/certs/ca-certificates.crt', path('authority.pem'))
    .replace('/etc/postfix/sasl_passwd', path('sasl_passwd'));
  await writeFile(path('main.cf'), `${surroundings(path('.'))}${trusted}`);
  await chmod(path('.'), 0o755);
  await mkdir(path('queue'));
  await mkdir(path('data'));
  expect(await runProgram('chown', ['postfix', path('data')])).toMatchObject({ status: 0 });
  const postfixCommand = (...words: string[]) => run('postfix', ['-c', path('.'), ...words]);
  try {
    expect(await postfixCommand('start')).toMatchObject({ status: 0 });
    const argv = ['-C', path('.'), '-f', 'you@example.org', 'you@example.org'];
    const message = 'Subject: it works\n\nsent\n';
    expect(await run('sendmail', argv, { input: message })).toMatchObject({ status: 0 });
    await arrives();
  } finally {
    await postfixCommand('stop');
  }
}

/** What a computer has before our lines are added: where its files are, and that names are looked up as everywhere on it. */
const surroundings = (folder: string) => `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
mydestination =
inet_interfaces = loopback-only
smtp_host_lookup = native
myhostname = client.example.org
`;

const services = `postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
smtp unix - - n - - smtp
relay unix - - n - - smtp
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
tlsmgr unix - - n 1000? 1 tlsmgr
`;

test('Postfix reads its settings again after the file of its password is written', () => {
  expect(fileOf(postfix).replace(/\n# /g, ' ')).toContain('write it too. Only then run: postfix reload');
});
