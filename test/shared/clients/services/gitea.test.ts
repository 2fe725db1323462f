import { describe, expect, test } from 'vitest';
import { gitea } from '../../../../shared/clients/services/gitea.ts';
import { aServer } from '../../../support/builders.ts';
import { needs } from '../../../support/needs.ts';
import { expectCarried, type Found, fileOf, refusedField } from '../carried.ts';
import { goIni, iniSection } from './ini-reader.ts';

const securities: Readonly<Record<string, string>> = {
  smtp: 'none',
  'smtp+starttls': 'starttls',
  smtps: 'tls',
};

function read(text: string): Found {
  const found = iniSection(text, 'mailer');
  return {
    host: found.get('SMTP_ADDR') ?? '',
    port: Number(found.get('SMTP_PORT')),
    security: securities[found.get('PROTOCOL') ?? ''] ?? '?',
    username: found.get('USER') ?? '',
    address: found.get('FROM') ?? '',
  };
}

test('a reader gets back every value, or the export refuses', () => expectCarried(gitea, read));

test('checks the certificate, and refuses what go-ini would expand', () => {
  expect(fileOf(gitea)).toContain('\nFORCE_TRUST_SERVER_CERT = false\n');
  const refused = (username: string) => refusedField(gitea, { outgoing: aServer({ username }) });
  expect([refused('a`b'), refused('%(ENABLED)s'), refused(`a"b;c#d\\e`)]).toEqual([
    'outgoing.username',
    'outgoing.username',
    null,
  ]);
  expect(fileOf(gitea, { outgoing: aServer({ auth: 'none' }) })).not.toContain('USER');
  expect(refusedField(gitea, { outgoing: aServer({ host: '2001:db8::1' }) })).toBe('outgoing.host');
});

describe('the real go-ini', () => {
  needs('go-ini');
  test('reads back every value', async () => {
    const username = ` a"b';c#d\\e$f=g: `;
    const ran = await goIni(fileOf(gitea, { outgoing: aServer({ username }) }), 'mailer');
    expect(ran, ran.stderr).toMatchObject({ status: 0 });
    expect(JSON.parse(ran.stdout)).toEqual({
      ENABLED: 'true',
      PROTOCOL: 'smtp+starttls',
      SMTP_ADDR: 'mail.example.org',
      SMTP_PORT: '587',
      USER: username,
      FROM: 'you@example.org',
      FORCE_TRUST_SERVER_CERT: 'false',
    });
  });
});

test('says what to do where the file has this section already', () => {
  const text = fileOf(gitea).replace(/\n[#;] /g, ' ');
  expect(text).toContain('Where the file has a line [mailer] already');
});
