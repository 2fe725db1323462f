import { expect, test } from 'vitest';
import { factsOf, serversOf } from '../../../shared/discover/known-provider.ts';
import { providerOf, providers } from '../../../shared/discover/providers.ts';
import { Provider } from '../../../shared/model/check.ts';
import { parseHost } from '../../../shared/parse/host-name.ts';

test('holds at least 40 providers, each domain once', () => {
  expect(providers.length).toBeGreaterThanOrEqual(40);
  const domains = providers.flatMap(({ domains: own }) => own);
  expect(new Set(domains).size).toBe(domains.length);
  expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
});

test.each(providers.map((provider) => [provider.id, provider] as const))(
  '%s is well written',
  (_id, provider) => {
    const servers = serversOf(provider, { address: 'you@example.org', domain: 'example.org' });
    for (const name of [...provider.domains, ...servers.map(({ host }) => host)]) {
      expect(parseHost(name)).toEqual({ ok: true, value: { kind: 'name', host: name } });
    }
    expect(servers.some(({ role }) => role === 'outgoing')).toBe(true);
    for (const { port, role } of servers) {
      expect(role === 'outgoing' ? [465, 587, 2525, 26] : [993, 995]).toContain(port);
    }
    expect(Provider.safeParse(factsOf(provider)).success).toBe(true);
  },
);

test('a domain is found in any case', () => {
  expect(providerOf('GMail.com')?.id).toBe('gmail');
  expect(providerOf('example.org')).toBeUndefined();
});

test('the login rule fills in the user name, and the kind of secret the way to log in', () => {
  const login = (domain: string) => {
    const provider = providerOf(domain);
    if (!provider) throw new Error(domain);
    const [first] = serversOf(provider, { address: `you.too@${domain}`, domain });
    return [first?.username, first?.auth, factsOf(provider).secret];
  };
  expect(login('gmail.com')).toEqual(['you.too@gmail.com', ['oauth2', 'password-cleartext'], 'app-password']);
  expect(login('web.de')).toEqual(['you.too', ['password-cleartext'], 'app-password-2fa']);
  expect(login('uol.com.br')[0]).toBe('you.too');
  expect(login('outlook.com')).toEqual(['you.too@outlook.com', ['oauth2'], 'browser']);
});

test('without an address there is no user name', () => {
  const gmail = providerOf('gmail.com');
  expect(gmail && serversOf(gmail, { domain: 'gmail.com' })[0]).toEqual({
    protocol: 'smtp',
    host: 'smtp.gmail.com',
    port: 465,
    security: 'tls',
    role: 'outgoing',
    auth: ['oauth2', 'password-cleartext'],
  });
});

test('where receiving wants another user name than sending, each gets its own', () => {
  const icloud = providerOf('icloud.com');
  const servers = icloud ? serversOf(icloud, { address: 'you@icloud.com', domain: 'icloud.com' }) : [];
  expect(servers.map(({ role, username }) => [role, username])).toEqual([
    ['outgoing', 'you@icloud.com'],
    ['incoming', 'you'],
  ]);
});

test('where mail programs have to be let in first, that is said', () => {
  const gmx = providerOf('gmx.de');
  expect(gmx && factsOf(gmx).enable).toEqual([{ at: 'https://hilfe.gmx.net/pop-imap/einschalten.html' }]);
});
