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

describe('a refused login whose words name the reason is told as that, and nobody is sent to type the password again', () => {
  test.each([
    ['534 5.7.9 Authentication mechanism is too weak', 'login-rejected', /another kind of login/],
    ['535 5.7.8 Invalid authentication mechanism', 'login-rejected', /another kind of login/],
    ['550 5.7.1 Access denied. Your IP is not in our country list', 'login-rejected', /do what they say/],
    ['535 5.7.8 Login from this country is not permitted', 'login-rejected', /do what they say/],
    ['535 5.0.0 Client disabled by administrator', 'login-rejected', /do what they say/],
    ['535 5.7.8 Please accept the new terms of service before sending', 'login-rejected', /do what they say/],
    ['550 Outgoing relay requires a registered device', 'login-rejected', /do what they say/],
    ['535 5.7.1 Mailbox over quota, sending disabled', 'login-rejected', /do what they say/],
    ['550 Please log in with POP/IMAP first (POP before SMTP)', 'login-rejected', /fetch mail first/],
    ['535 5.7.8 Your password must be changed', 'login-rejected', /Set a new password/],
    ['535 5.7.8 Password expired', 'login-rejected', /Set a new password/],
    [
      '535 5.7.0 SMTP login disabled for free accounts. Please upgrade to premium',
      'access-switch-off',
      /plan/,
    ],
    ['535 5.7.8 Bad credentials. 2FA code required', 'app-password-needed', /app password/],
    ['535 5.7.1 Bloqueado por envio de spam. Altere sua senha', 'account-locked', /web page/],
    [
      '535 5.7.8 User is blocked (brute force), retry in 900 seconds',
      'rate-limit',
      /as long as the server says/,
    ],
    [
      '535 5.7.8 Error: Your message looks like spam, prove you are not a robot',
      'account-locked',
      /confirm there/,
    ],
  ] as const)('%s', (reply, code, advised) => {
    const found = told('you@foo.test', 'mail.foo.test', reply);
    expect(found.code).toBe(code);
    expect(found.words).toMatch(advised);
    expect(found.words).not.toMatch(/once more, letter by letter|refuses this user name/);
    expect(found.others).toEqual([]);
  });

  test.each([
    '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
    '535 Incorrect authentication data',
    '535 5.7.8 Anmeldung fehlgeschlagen',
    '535 Authentication failed. Restarting authentication process.',
    '535 Autenticación fallida, compruebe sus datos de acceso',
    '535 5.7.8 Error: authentication failed: authentication failure',
    '535 5.0.0 認証に失敗しました',
    '454 4.7.0 invalid username or password',
  ])('%s names none', (reply) => {
    const { code, words } = told('you@foo.test', 'mail.foo.test', reply);
    expect(code).toBe('login-rejected');
    expect(words).toMatch(/^The server refuses this user name or password[\s\S]*once more/);
  });
});

describe('Yahoo accuses no account of a lock', () => {
  const [wrong, kind] = [
    '535 5.7.0 (#MBR1212) Incorrect username or password',
    '535 5.7.0 (#AUTH005) Too many bad auth attempts.',
  ];

  test('where it wants an app password', () => {
    for (const reply of [wrong, kind]) {
      const { code, words } = told('you@yahoo.com', 'smtp.mail.yahoo.com', reply);
      expect(code).toBe('app-password-needed');
      expect(words).toContain('https://login.yahoo.com/account/security.');
      expect(words).not.toContain('Two-step');
    }
    expect(told('you@aol.com', 'smtp.aol.com', kind).code).toBe('app-password-needed');
  });

  test('where one was typed', () => {
    const shape = { secretShape: 'app-password' } as const;
    expect(told('you@yahoo.com', 'smtp.mail.yahoo.com', wrong, shape).code).toBe('login-rejected');
    const { code, words } = told('you@yahoo.com', 'smtp.mail.yahoo.com', kind, shape);
    expect(code).toBe('rate-limit');
    expect(words).toMatch(/Wait an hour[\s\S]*make a new one/);
  });
});

test('the password of its own is called what its provider calls it, and a switch is named', () => {
  const code = told(
    'you@qq.com',
    'smtp.qq.com',
    '535 Login Fail. Please enter your authorization code to login.',
  );
  expect(code.words).toMatch(/authorization code in place of/);
  expect(code.words).not.toMatch(/app password|Two-step/);
  const bare = told('you@gmx.de', 'mail.gmx.net', '535 Authentication credentials invalid');
  expect(bare.words).toMatch(/If the access for mail programs .* not been switched on yet/);
  expect(
    told('you@gmail.com', 'smtp.gmail.com', '534 5.7.9 Application-specific password required').words,
  ).toMatch(/Two-step/);
});

describe('a message that was refused after the login', () => {
  test.each([
    ['mail', '550 5.7.1 User account suspended for sending spam', 'account-locked', /web page/],
    [
      'mail',
      '552 5.2.2 Mailbox over quota, sending not allowed',
      'message-refused',
      /^Your own mailbox is full/,
    ],
    ['mail', '450 4.7.1 <you@foo.test>: Sender address rejected: rate limit exceeded', 'rate-limit', /Wait/],
    ['mail', '501 5.1.7 Bad sender address syntax', 'sender-rejected', /its words above say/],
    [
      'mail',
      '553 5.7.1 Sender address rejected: not owned by user x',
      'sender-rejected',
      /does not belong to it/,
    ],
    ['mail', '552 5.3.4 Message size exceeds fixed limit', 'message-refused', /words above/],
    ['mail', '530 5.7.0 Authentication required', 'message-refused', /did not know of it/],
    [
      'rcpt',
      '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org',
      'message-refused',
      /IP address or the name[\s\S]*another network/,
    ],
    [
      'rcpt',
      '554 5.7.1 <unknown[203.0.113.5]>: Client host rejected: Access denied',
      'message-refused',
      /IP address or the name/,
    ],
    ['mail', '452 4.3.1 Insufficient system storage', 'message-refused', /server’s own/],
    ['data', '421 4.4.2 Connection dropped', 'message-refused', /server’s own/],
    [
      'rcpt',
      '450 4.2.0 Greylisted, please try again in 300 seconds',
      'message-refused',
      /strangers on purpose/,
    ],
    ['data', '550 5.4.5 Daily user sending limit exceeded', 'rate-limit', /until tomorrow/],
  ] as const)('at %s with %s', (stage, reply, code, words) => {
    const sent = { kind: 'message', stage, from: 'you@foo.test', to: 'you@foo.test' } as const;
    const found = told('you@foo.test', 'mail.foo.test', reply, sent);
    expect(found.code).toBe(code);
    expect(found.words).toMatch(words);
    if (!/strangers/.test(words.source)) expect(found.words).not.toMatch(/strangers on purpose/);
    if (!/belong/.test(words.source)) expect(found.words).not.toMatch(/does not belong to it/);
  });
});
