import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Act } from '../../../../shared/model/act.ts';
import { builtCommandLine } from '../../../support/built.ts';
import { needs } from '../../../support/needs.ts';
import {
  type RealMailServer,
  type RealServerWish,
  startRealMailServer,
} from '../../../support/real-mail-server.ts';
import { authorities, serverName } from '../../../support/servers.ts';

const user = 'you@example.org';
const commandLine = builtCommandLine();
let server: RealMailServer | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

type Sent = { readonly status: number | string; readonly act: Act; readonly stderr: string };

/** `postway send-test` as a person types it, beside a real Postfix and a real Dovecot. */
async function sent(wish: RealServerWish, argv: readonly string[] = [], password?: string): Promise<Sent> {
  server = await startRealMailServer(undefined, wish);
  const trusted = join(server.folder, 'authority.pem');
  writeFileSync(trusted, authorities.root);
  const at = ['--server', `${serverName}:587/starttls`, ...argv];
  const ran = await server.run(
    process.execPath,
    [commandLine.path, 'send-test', user, '--json', '--wait', '15', '--password-stdin', ...at],
    { input: `${password ?? server.password}\n`, environment: { NODE_EXTRA_CA_CERTS: trusted } },
  );
  if (ran.stdout === '') throw new Error(`${ran.status} ${ran.stderr}`);
  const [act] = JSON.parse(ran.stdout).acts;
  return { status: ran.status, act, stderr: ran.stderr };
}

describe('a test message through a real Postfix and Dovecot', () => {
  needs('root', 'postconf', 'dovecot');

  test('arrives in the inbox, encrypted and logged in, with the headers of an honest message', async () => {
    const { status, act } = await sent({});
    expect(act).toMatchObject({
      outcome: 'ok',
      replyCode: 250,
      enhancedStatus: '2.0.0',
      incomingLogin: 'accepted',
      arrival: { outcome: 'inbox', folder: 'INBOX' },
      findings: [{ code: 'message-arrived' }, { code: 'login-accepted' }],
    });
    expect(status).toBe(0);
    const [message = ''] = server?.received() ?? [];
    expect(message).toContain('with ESMTPSA');
    expect(message).toMatch(/^From: you@example\.org$/m);
    expect(message).toMatch(/^To: you@example\.org$/m);
    expect(message).toMatch(/^Date: /m);
    expect(message).toContain(`Message-ID: ${act.messageId}`);
  });

  test('is found in the folder for junk, whatever that is called', async () => {
    const { act } = await sent({ lands: '.Spamverdacht/' });
    expect(act).toMatchObject({ arrival: { outcome: 'junk', folder: 'Spamverdacht' } });
  });

  test.each([
    [
      'a wrong password',
      {},
      'not the password',
      { stage: 'auth', replyCode: 535, enhancedStatus: '5.7.8', incomingLogin: 'refused' },
      'login-rejected',
    ],
    [
      'a sender who does not own the address',
      {
        smtpd_sender_login_maps: 'static:somebody-else@example.org',
        smtpd_sender_restrictions: 'reject_sender_login_mismatch',
      },
      undefined,
      { stage: 'rcpt', replyCode: 553, enhancedStatus: '5.7.1' },
      'sender-rejected',
    ],
    [
      'a server that does not relay',
      { smtpd_recipient_restrictions: 'check_recipient_access static:{REJECT Relay access denied}' },
      undefined,
      { stage: 'rcpt', replyCode: 554, enhancedStatus: '5.7.1' },
      'relay-denied',
    ],
    [
      'greylisting',
      {
        smtpd_recipient_restrictions:
          'check_recipient_access static:{DEFER_IF_PERMIT 4.2.0 Greylisted, try again later}',
      },
      undefined,
      { stage: 'rcpt', replyCode: 450 },
      'message-refused',
    ],
    [
      'a size limit',
      { message_size_limit: '100', virtual_mailbox_limit: '0' },
      undefined,
      { stage: 'mail' },
      'message-refused',
    ],
  ] as const)('%s is told as that', async (_name, parameters, password, facts, code) => {
    const { act, status } = await sent({ parameters }, [], password);
    expect(act).toMatchObject({ outcome: 'rejected', ...facts });
    expect(act.findings[0]?.code).toBe(code);
    expect(status).toBe(1);
  });

  test('leaves the password in no file that anybody wrote', async () => {
    const marked = 'Zq7-nowhere-on-disk-8844';
    await sent({}, [], marked);
    expect(filesWith(server?.folder ?? '', marked)).toEqual([]);
  });
});

/** Files below a folder that hold a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter(
      (path) => statSync(path, { throwIfNoEntry: false })?.isFile() && readFileSync(path).includes(text),
    );
}
