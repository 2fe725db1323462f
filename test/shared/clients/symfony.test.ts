import { describe, expect, test } from 'vitest';
import { symfony } from '../../../shared/clients/symfony.ts';
import { aServer } from '../../support/builders.ts';
import { needs } from '../../support/needs.ts';
import { aFolder, runProgram } from '../../support/program.ts';
import { expectCarried, type Found, fileOf, refusedField } from './carried.ts';
import { parseDotenv } from './dotenv-reader.ts';

const line = (text: string) => parseDotenv(text).MAILER_DSN ?? '';

function read(text: string): Found {
  const url = new URL(line(text).replace(/^smtp/, 'http'));
  expect(url.password).toBe('PASSWORD');
  const query = Object.fromEntries(url.searchParams);
  const isImplicit = url.protocol === 'https:';
  const security = isImplicit ? 'tls' : query.require_tls === 'true' ? 'starttls' : 'none';
  expect(query).toEqual(
    { tls: {}, starttls: { require_tls: 'true' }, none: { auto_tls: 'false' } }[security],
  );
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(/:(\d+)(?:\?|$)/.exec(line(text))?.[1]),
    security,
    username: decodeURIComponent(url.username),
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(symfony, read));

test('names the sender of messages that name none', () => {
  expect(parseDotenv(fileOf(symfony)).MAILER_FROM).toBe('you@example.org');
  expect(fileOf(symfony)).toContain("From: '%env(MAILER_FROM)%'");
});

test('what belongs into mailer.yaml goes beside its dsn, without a second "framework" that would end the application', () => {
  const [, wanted = ''] = /^#(\s+headers: .*)$/m.exec(fileOf(symfony)) ?? [];
  const recipe = "framework:\n    mailer:\n        dsn: '%env(MAILER_DSN)%'\n";
  expect(`${recipe}${wanted}\n`).toMatch(/^ {8}dsn: .*\n {8}headers: \{ From: '%env\(MAILER_FROM\)%' \}$/m);
  expect(fileOf(symfony)).not.toMatch(/^# *framework:/m);
});

test('names no user where the server wants no login, and refuses a sign-in through the browser', () => {
  expect(line(fileOf(symfony, { outgoing: aServer({ auth: 'none' }) }))).toBe(
    'smtp://mail.example.org:587?require_tls=true',
  );
  expect(refusedField(symfony, { outgoing: aServer({ auth: 'oauth2' }) })).toBe('outgoing.auth');
});

describe('the real PHP', () => {
  needs('php');
  test.each(['you@example.org', `a:b/c?d#e%20+'"`, 'Жüß 漢'])('takes the URL apart: %j', async (username) => {
    const path = await aFolder({ dsn: line(fileOf(symfony, { outgoing: aServer({ username }) })) });
    // As Symfony's Dsn::fromString does.
    const show =
      '$p = parse_url(file_get_contents($argv[1])); echo json_encode([$p["scheme"], $p["host"], $p["port"], rawurldecode($p["user"])]);';
    const { stdout } = await runProgram('php', ['-r', show, path('dsn')]);
    expect(JSON.parse(stdout)).toEqual(['smtp', 'mail.example.org', 587, username]);
  });
});
