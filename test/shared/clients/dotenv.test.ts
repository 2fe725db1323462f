import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { dotenv } from '../../../shared/clients/dotenv.ts';
import { aServer } from '../../support/builders.ts';
import { expectCarried, type Found, refusedField } from './carried.ts';
import { parseDotenv } from './dotenv-reader.ts';
import { testSending } from './sends.ts';

const found = (variables: Record<string, string | undefined>): Found => ({
  host: variables.SMTP_HOST ?? '',
  port: Number(variables.SMTP_PORT),
  security: variables.SMTP_SECURITY ?? '',
  username: variables.SMTP_USER ?? '',
  address: variables.MAIL_FROM ?? '',
  name: variables.MAIL_FROM_NAME ?? '',
});

test('the grammar of the dotenv package gets back every value, or the export refuses', () =>
  expectCarried(dotenv, (text) => found(parseDotenv(text))));

test("Node's own reader does, too", () => expectCarried(dotenv, (text) => found(parseEnv(text))));

test('refuses what readers disagree about', () => {
  const refused = (username: string) => refusedField(dotenv, { outgoing: aServer({ username }) });
  expect(refused(`both ' and "`)).toBe('outgoing.username');
  expect(refused("it's $5")).toBe('outgoing.username');
  expect(refused('ends in \\')).toBe('outgoing.username');
  expect(refused("O'Brien")).toBeNull();
  expect(refusedField(dotenv, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

/** A program of one's own, in Python, that reads its environment. */
const send = `
import os, smtplib, ssl, sys
host, port = os.environ["SMTP_HOST"], int(os.environ["SMTP_PORT"])
context = ssl.create_default_context(cafile=sys.argv[1])
if os.environ["SMTP_SECURITY"] == "tls":
    connection = smtplib.SMTP_SSL(host, port, context=context)
else:
    connection = smtplib.SMTP(host, port)
    connection.starttls(context=context)
connection.login(os.environ["SMTP_USER"], os.environ["SMTP_PASSWORD"])
connection.sendmail(os.environ["MAIL_FROM"], ["you@example.org"], "Subject: it works\\n\\nsent")
connection.quit()
`;

// The shell reads the file as well.
testSending(dotenv, ['python3'], ({ path, password, run }) =>
  run(
    'sh',
    ['-c', 'set -a; . "$1"; exec python3 -c "$2" "$3"', 'sh', path('settings'), send, path('authority.pem')],
    { environment: { SMTP_PASSWORD: password } },
  ),
);
