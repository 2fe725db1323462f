import { describe, expect, test } from 'vitest';
import { django } from '../../../shared/clients/django.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { testSending } from './sends.ts';

/** Python's double-quoted literals with the escapes that Python's reference lists; throws on any other line. */
function read(text: string): Found {
  const literal = '"(?:[^"\\\\\\n]|\\\\(?:["\\\\bfnrt]|u[0-9a-f]{4}))*"';
  const string = (name: string) =>
    JSON.parse(new RegExp(`^${name} = (${literal})$`, 'mu').exec(text)?.[1] ?? '');
  const from = new RegExp(
    `^DEFAULT_FROM_EMAIL = formataddr\\(\\((${literal}), (${literal})\\)\\)$`,
    'mu',
  ).exec(text);
  return {
    host: string('EMAIL_HOST'),
    port: Number(/^EMAIL_PORT = (\d+)$/m.exec(text)?.[1]),
    security: text.includes('USE_TLS = True') ? 'starttls' : text.includes('USE_SSL = True') ? 'tls' : 'none',
    username: string('EMAIL_HOST_USER'),
    address: JSON.parse(from?.[2] ?? ''),
    name: JSON.parse(from?.[1] ?? ''),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(django, read));

test('refuses an address that Python could not format', () => {
  expect(refusedField(django, { mailAddress: 'jürgen@example.org' })).toBe('mailAddress');
  expect(refusedField(django, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

/** What Django's own back end does with these settings, without Django: django/core/mail/backends/smtp.py. */
const send = `
import runpy, smtplib, ssl, sys
from email.message import EmailMessage
s = runpy.run_path(sys.argv[1])
context = ssl.create_default_context(cafile=sys.argv[2])
if s["EMAIL_USE_SSL"]:
    connection = smtplib.SMTP_SSL(s["EMAIL_HOST"], s["EMAIL_PORT"], context=context)
else:
    connection = smtplib.SMTP(s["EMAIL_HOST"], s["EMAIL_PORT"])
    if s["EMAIL_USE_TLS"]:
        connection.starttls(context=context)
connection.login(s["EMAIL_HOST_USER"], s["EMAIL_HOST_PASSWORD"])
message = EmailMessage()
message["From"] = s["DEFAULT_FROM_EMAIL"]
message["To"] = "you@example.org"
message["Subject"] = "it works"
connection.send_message(message)
connection.quit()
`;

test('refuses a user name that smtplib cannot send', () => {
  expect(refusedField(django, { outgoing: aServer({ username: 'jürgen' }) })).toBe('outgoing.username');
});

describe('the real Python', () => {
  needs('python3');

  test.each(['Jane Roe', `a"b'c\\d`, 'Жüß 漢𝄞', '%s {y} $HOME'])('understands %j', async (value) => {
    const username = /^[ -~]*$/.test(value) ? value : 'you';
    const settings = fileOf(django, { displayName: value, outgoing: aServer({ username }) });
    const path = await aFolder({ settings });
    const show = `import json, runpy, sys
from email.utils import parseaddr
from email.header import decode_header, make_header
s = runpy.run_path(sys.argv[1])
print(json.dumps([s["EMAIL_HOST_USER"], str(make_header(decode_header(parseaddr(s["DEFAULT_FROM_EMAIL"])[0])))]))`;
    const { stdout, stderr } = await runProgram('python3', ['-c', show, path('settings')], {
      environment: { EMAIL_HOST_PASSWORD: 'x' },
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([username, value]);
  });
});

testSending(django, ['python3'], ({ path, password, run }) =>
  run('python3', ['-c', send, path('settings'), path('authority.pem')], {
    environment: { EMAIL_HOST_PASSWORD: password },
  }),
);
