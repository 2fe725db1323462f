import { describe, expect, test } from 'vitest';
import type { ClientSettings } from '../../../shared/clients/client.ts';
import { clientSteps, clients, renderClient } from '../../../shared/clients/index.ts';
import { takesLoginAlone, wantsNtlm, wantsWindowsLogin } from '../../../shared/clients/offered.ts';
import { nearestVariant } from '../../../shared/clients/variant.ts';
import { aServer } from '../../support/builders.ts';
import { someSettings } from './settings.ts';

const windows = someSettings({ outgoing: aServer({ auth: 'unknown' }), logins: ['NTLM', 'GSSAPI'] });
const loginAlone = someSettings({ logins: ['LOGIN', 'XOAUTH2'] });

const byId = (id: string) => {
  const found = clients.find((client) => client.id === id);
  if (!found) throw new Error(`no client ${id}`);
  return found;
};
const fieldsOf = (id: string, settings: ClientSettings) => {
  const client = byId(id);
  if (client.kind !== 'steps') throw new Error(`${id} has no steps`);
  const steps = clientSteps(client, settings, nearestVariant(client, settings, {}));
  if (!steps.ok) throw new Error(`${id} is refused`);
  return steps.value.flatMap(({ fields }) => fields.map(({ label, value }) => `${label} ${value}`));
};
const fileOf = (id: string, settings: ClientSettings) => renderClient(byId(id), settings);

describe('a server that knows Windows accounts alone', () => {
  test('is told from one of which nothing is known, and from one that takes a password as well', () => {
    expect(wantsWindowsLogin(windows)).toBe(true);
    expect(wantsNtlm(windows)).toBe(true);
    expect(wantsNtlm({ ...windows, logins: ['GSSAPI'] })).toBe(false);
    expect(wantsWindowsLogin({ ...windows, logins: [] })).toBe(false);
    expect(wantsWindowsLogin({ ...windows, logins: ['NTLM', 'LOGIN'] })).toBe(false);
  });

  test.each([
    ['outlook', 'Require logon using Secure Password Authentication (SPA) tick it'],
    ['thunderbird', 'Authentication method: NTLM'],
    ['evolution', 'Type: NTLM / SPA'],
    ['kmail', 'Authentication: NTLM'],
    ['apple-mail-iphone', 'Authentication NTLM'],
    ['apple-mail-mac', 'Authentication NTLM'],
  ])('%s is told its own word for it', (id, field) => {
    expect(fieldsOf(id, windows)).toContain(field);
    expect(fieldsOf(id, someSettings())).not.toContain(field);
  });

  test('gets no file that could not log in; what only holds the values does', () => {
    const kinds = clients.filter(({ kind }) => kind === 'file' || kind === 'text');
    const made = kinds.filter((client) => renderClient(client, windows).ok).map(({ id }) => id);
    expect(made.toSorted()).toEqual(['html', 'json', 'srv', 'text']);
  });
});

describe('a server that takes LOGIN and no PLAIN', () => {
  test('is one that was seen to', () => {
    expect(takesLoginAlone(loginAlone)).toBe(true);
    expect(takesLoginAlone(someSettings())).toBe(false);
    expect(takesLoginAlone(someSettings({ logins: ['PLAIN', 'LOGIN'] }))).toBe(false);
  });

  test.each([
    ['rails', 'authentication: :login,'],
    ['gitlab', "gitlab_rails['smtp_authentication'] = 'login'"],
    ['discourse', 'SMTP_AUTHENTICATION: login'],
    ['go', 'loginAuth{user, os.Getenv("SMTP_PASSWORD")}'],
  ])('%s is told so', (id, line) => {
    const file = fileOf(id, loginAlone);
    const text = file.ok ? file.value.text.replaceAll('"', "'") : '';
    expect(text).toContain(line.replaceAll('"', "'"));
    expect(text).not.toContain('PlainAuth');
  });

  test('KMail and Evolution have a word for it, and SOGo cannot', () => {
    expect(fieldsOf('kmail', loginAlone)).toContain('Authentication: LOGIN');
    expect(fieldsOf('evolution', loginAlone)).toContain('Type: Login');
    expect(fileOf('sogo', loginAlone).ok).toBe(false);
  });
});

describe('a server that takes CRAM-MD5 alone', () => {
  const encrypted = someSettings({ outgoing: aServer({ auth: 'password-encrypted' }), logins: ['CRAM-MD5'] });

  test.each(['nullmailer', 'opensmtpd', 'keycloak', 'sogo', 'mattermost'])(
    '%s cannot log in there, and is refused',
    (id) => {
      const file = fileOf(id, encrypted);
      if (file.ok) expect.unreachable(id);
      expect(file.problem.field).toBe('outgoing.auth');
    },
  );

  test('Spring is told to', () => {
    const file = fileOf('spring', encrypted);
    expect(file.ok && file.value.text).toContain('mail.smtp.sasl.mechanisms=CRAM-MD5');
  });
});
