import { describe, expect, test } from 'vitest';
import { factsOf, serversOf } from '../../../shared/discover/known-provider.ts';
import { providerOf } from '../../../shared/discover/providers.ts';
import { ownerOfServer } from '../../../shared/discover/server-hosts.ts';
import { judgedAct } from '../../../shared/judge/judge-act.ts';
import type { ActFacts } from '../../../shared/model/act.ts';
import type { DiscoveryEntry } from '../../../shared/model/check.ts';
import { english } from '../../support/english.ts';

/** What whoever has this address is told when the server ends the login so: with a reply, or (`''`) by hanging up. */
function told(address: string, host: string, reply: string, more: Partial<ActFacts> = {}) {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const known = ownerOfServer(host);
  const here = known && { ...known, outgoing: { ...known.outgoing, host } };
  const discovery: DiscoveryEntry[] = here
    ? [
        {
          source: 'well-known',
          asked: providerOf(domain) ? domain : host,
          outcome: 'found',
          elapsedMs: 0,
          servers: serversOf(here, { address, domain }),
          provider: factsOf(known),
        },
      ]
    : [];
  const [, code, status] = /^(\d{3})[ -](?:(\d\.\d{1,3}\.\d{1,3}) )?/.exec(reply) ?? [];
  const facts: ActFacts = {
    kind: 'login',
    startedAt: '2026-11-28T10:00:00.000Z',
    endpoint: { protocol: 'smtp', host, port: 587, security: 'starttls' },
    address: '192.0.2.10',
    stage: 'auth',
    outcome: code === undefined ? 'closed' : 'rejected',
    ...(code !== undefined && { reply, replyCode: Number(code) }),
    ...(status !== undefined && { enhancedStatus: status }),
    elapsedMs: 420,
    secretShape: 'other',
    userForm: 'address',
    ...more,
  };
  const [first, ...others] = judgedAct(facts, { discovery, input: { address, domain } }, english).findings;
  if (first === undefined) expect.unreachable();
  const words = [first.headline, first.detail, ...first.advice].join('\n');
  return { code: first.code, confidence: first.confidence, words, others: others.map((one) => one.code) };
}

describe('an app password that was typed', () => {
  const shape = { secretShape: 'app-password' } as const;
  const bad =
    '535-5.7.8 Username and Password not accepted. For more information, go to 535 5.7.8 https://support.google.com/mail/?p=BadCredentials';

  test.each([
    ['you@gmail.com', 'smtp.gmail.com', bad],
    ['max@firma.de', 'smtp.gmail.com', bad],
    ['you@yandex.ru', 'smtp.yandex.ru', '535 5.7.8 Error: authentication failed: Invalid user or password!'],
    ['you@icloud.com', 'smtp.mail.me.com', '535 5.7.8 Error: authentication failed'],
  ])(
    '%s at %s may be mistyped, deleted or of another account; nobody is told to make one in place of the account’s',
    (address, host, reply) => {
      const { code, words } = told(address, host, reply, shape);
      expect(code).toBe('login-rejected');
      expect(words).toMatch(/once more[\s\S]*looks like an app password/);
      expect(words).not.toMatch(/password of your account is not accepted/);
      expect(told(address, host, reply).code).toBe('app-password-needed');
    },
  );

  test('is doubted where the reply can mean nothing but that another one is wanted', () => {
    const reply =
      '534-5.7.9 Application-specific password required. Learn more at 534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor';
    expect(told('you@gmail.com', 'smtp.gmail.com', reply, shape).code).toBe('app-password-needed');
  });
});

describe('Microsoft', () => {
  const criteria =
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.';
  const off =
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled';

  test.each([
    criteria,
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
    '535 5.7.139 Authentication unsuccessful, account blocked by conditional access policy',
  ])(
    'refuses a password by a rule: a sign-in comes first, and no switch of the mailbox helps: %s',
    (reply) => {
      const { code, words } = told('max@firma.de', 'smtp.office365.com', reply);
      expect(code).toBe('oauth-needed');
      expect(words).toMatch(/^A rule of your organisation[\s\S]*choose Microsoft 365[\s\S]*exception/);
      expect(words).not.toMatch(/switched off for this mailbox|not even one that signs in/);
    },
  );

  test('has no organisation behind a private mailbox', () => {
    expect(told('max@hotmail.de', 'smtp-mail.outlook.com', criteria).words).not.toMatch(
      /your organisation|the administrator/,
    );
  });

  test('says that SMTP is switched off: whoever runs the mailbox is asked; for a private one nobody does', () => {
    const organised = told('max@firma.de', 'smtp.office365.com', off);
    expect([organised.code, organised.confidence]).toEqual(['smtp-auth-off', 'certain']);
    expect(organised.words).toMatch(/Ask whoever runs the mailbox/);
    expect(told('max@firma.de', 'smtp-mail.outlook.com', off).words).toMatch(/Ask whoever runs the mailbox/);
    for (const host of ['smtp-mail.outlook.com', 'smtp.office365.com']) {
      const { code, words } = told('max@outlook.com', host, off);
      expect(code).toBe('smtp-auth-off');
      expect(words).toMatch(/no switch for this[\s\S]*web page or with Outlook[\s\S]*another provider/);
      expect(words).not.toMatch(/Ask whoever/);
    }
  });

  test.each([
    ['max@firma.de', 'smtp.office365.com', '', /choose Microsoft 365[\s\S]*ask whoever runs/],
    ['max@firma.de', 'smtp.office365.com', '535 5.7.139 Authentication unsuccessful', /ask whoever runs/],
    ['max@outlook.com', 'smtp-mail.outlook.com', '', /choose Outlook\.com[\s\S]*web page or with Outlook/],
  ])(
    'gives no reason to %s at %s (%j): the likeliest is called likely, and the sign-in is tried first',
    (address, host, reply, advised) => {
      const { code, confidence, words } = told(address, host, reply);
      expect([code, confidence]).toEqual(['smtp-auth-off', 'likely']);
      expect(words).toMatch(/^\S+ took no login\. .* probably switched off/);
      expect(words).toMatch(advised);
      expect(words).not.toMatch(/Until then no program/);
    },
  );
});

test.each([
  '534 5.7.9 Please log in with your web browser and then try again. For more information see https://support.google.com/mail/?p=WebLoginRequired',
  '534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1> Please log in via your web browser and then try again.',
])('Gmail wants to see the person in the browser first, and then an app password: %s', (reply) => {
  const { code, words } = told('max@firma.de', 'smtp.gmail.com', reply);
  expect(code).toBe('account-locked');
  expect(words).toMatch(
    /^Gmail wants you to sign in in the browser once[\s\S]*Then try once more[\s\S]*app password/,
  );
  const typed = told('max@firma.de', 'smtp.gmail.com', reply, { secretShape: 'app-password' });
  expect(typed.words).not.toMatch(/app password/);
});
