import { describe, expect, test } from 'vitest';
import type { ActContext } from '../../../../shared/diagnose/acts/context.ts';
import { hasNotBeenTried, judgeAct } from '../../../../shared/diagnose/acts/judge-act.ts';
import { failedChecks } from '../../../../shared/diagnose/acts/message-rules.ts';
import { worded } from '../../../../shared/diagnose/worded.ts';
import type { ActFacts } from '../../../../shared/model/act.ts';
import { say } from '../../../../shared/text/index.ts';

const accepted: ActFacts = {
  kind: 'login',
  startedAt: '2026-11-28T10:00:00.000Z',
  endpoint: { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' },
  address: '192.0.2.10',
  stage: 'done',
  outcome: 'ok',
  elapsedMs: 420,
  secretShape: 'other',
  userForm: 'address',
};

const refused: Partial<ActFacts> = {
  stage: 'auth',
  outcome: 'rejected',
  replyCode: 535,
  enhancedStatus: '5.7.8',
  reply: '535 5.7.8 authentication failed',
};

/** The findings of an act that differs so, each as its code, severity and confidence; all of them can be put into words. */
function judged(facts: Partial<ActFacts>, context: Partial<ActContext> = {}) {
  const found = judgeAct(
    { ...accepted, ...facts },
    { causes: [], retry: null, provider: 'Example', ...context },
  );
  for (const one of found) {
    const { headline, detail, advice } = worded(one, say);
    for (const text of [headline, detail, ...advice]) expect(text).not.toMatch(/[{}]|undefined/);
  }
  return found.map(({ code, severity, confidence }) => `${code} ${severity} ${confidence}`);
}

test('a full mailbox is told as that, and not as a server that tests the patience of strangers', () => {
  const facts: ActFacts = {
    ...accepted,
    kind: 'message',
    stage: 'rcpt',
    outcome: 'rejected',
    replyCode: 452,
    reply: '452 4.2.2 Mailbox full',
    from: 'you@example.org',
    to: 'ben@example.net',
  };
  const context: ActContext = { causes: ['recipient-quota'], retry: 'later', provider: 'Example' };
  const [found] = judgeAct(facts, context);
  if (!found) return expect(found).toBeDefined();
  const { headline, detail, advice } = worded(found, say);
  expect({ code: found.code, headline }).toEqual({
    code: 'message-refused',
    headline: "The recipient's mailbox is full.",
  });
  expect(detail).toContain('ben@example.net');
  expect(advice.join(' ')).not.toMatch(/some minutes|strangers/);
});

test('who logged in and may not pass mail on is not told to log in', () => {
  const facts: ActFacts = {
    ...accepted,
    kind: 'message',
    stage: 'rcpt',
    outcome: 'rejected',
    replyCode: 554,
    reply: '554 5.7.1 Relay access denied',
    from: 'you@example.org',
    to: 'ben@example.net',
  };
  const [found] = judgeAct(facts, { causes: ['relay-denied'], retry: 'after-change', provider: 'Example' });
  if (!found) return expect(found).toBeDefined();
  const { detail, advice } = worded(found, say);
  expect(detail).toContain('from you@example.org on to ben@example.net');
  expect(advice.join(' ')).not.toMatch(/log(s|ged)? in/);
});

describe('a message at which the connection ended without a word of the server', () => {
  const cut = { kind: 'message', stage: 'data', from: 'you@example.org', to: 'you@example.org' } as const;

  test.each(['closed', 'reset', 'timeout'] as const)('%s: may be on its way', (outcome) => {
    expect(judged({ ...cut, outcome })[0]).toBe('inconclusive warning certain');
    expect(judged({ ...cut, outcome, arrival: { outcome: 'not-seen' } })[0]).toBe(
      'inconclusive warning certain',
    );
  });

  test('is told by what the mailbox shows', () => {
    const arrival = { outcome: 'inbox', folder: 'INBOX', afterSeconds: 2 } as const;
    expect(judged({ ...cut, outcome: 'closed', arrival })[0]).toBe('message-arrived note certain');
  });

  test('is refused where the server said so, or its size could not be taken', () => {
    expect(judged({ ...cut, outcome: 'rejected', reply: '554 5.7.1 no' })[0]).toBe(
      'message-refused problem certain',
    );
    expect(judged({ ...cut, outcome: 'rejected' })[0]).toBe('message-refused problem certain');
  });
});

describe('a login', () => {
  test('that was taken is told as taken', () => {
    expect(judged({})).toEqual(['login-accepted note certain']);
  });

  test('with a bare refusal is a wrong name or password, and the other form of the name is only offered', () => {
    expect(judged(refused)).toEqual(['login-rejected problem likely', 'login-name-form note possible']);
    expect(judged({ ...refused, incomingLogin: 'refused' })[0]).toBe('login-rejected problem certain');
  });

  test.each([
    ['app-password-needed', 'app-password-needed'],
    ['oauth-needed', 'oauth-needed'],
    ['smtp-auth-off', 'smtp-auth-off'],
    ['account-locked', 'account-locked'],
    ['rate-limit', 'rate-limit'],
    ['too-many-connections', 'rate-limit'],
    ['access-switch-off', 'access-switch-off'],
    ['login-name-form', 'login-name-form'],
  ] as const)('whose reply names %s is told as %s', (cause, code) => {
    expect(judged(refused, { causes: [cause] })).toEqual([`${code} problem certain`]);
  });

  test('where sending by SMTP is switched off, a sign-in by the browser is no way out for what sends by SMTP', () => {
    const context: ActContext = { causes: ['smtp-auth-off'], retry: null, provider: 'Example' };
    const advice = judgeAct({ ...accepted, ...refused }, context).flatMap((one) => worded(one, say).advice);
    expect(advice.join(' ')).toContain('not even one that signs in through the browser');
    expect(advice.join(' ')).toContain('web page still sends');
  });

  test('at a provider that wants another kind of secret is told as that, unless an app password was typed', () => {
    expect(judged(refused, { secret: 'browser' })).toEqual(['oauth-needed problem likely']);
    expect(judged(refused, { secret: 'app-password' })).toEqual(['app-password-needed problem likely']);
    expect(judged({ ...refused, secretShape: 'app-password' }, { secret: 'app-password' })[0]).toBe(
      'login-rejected problem likely',
    );
  });

  test('refused with words that a provider has for a wrong password and for its switch alike is told as both, the password first', () => {
    const causes = ['access-switch-off', 'app-password-needed', 'login-rejected'] as const;
    const context: ActContext = { causes, retry: null, provider: 'Example' };
    const [first] = judgeAct({ ...accepted, ...refused }, context);
    if (first === undefined) expect.unreachable();
    expect([first.code, first.confidence]).toEqual(['login-rejected', 'possible']);
    const { advice } = worded(first, say);
    expect(advice.join('\n')).toMatch(
      /once more[\s\S]*mail programs.*switch that on[\s\S]*separate password/,
    );
    const receives = judged({ ...refused, incomingLogin: 'accepted' }, { causes });
    expect(receives[0]).toBe('access-switch-off problem likely');
  });

  test('whose name and password are good for receiving is not told to have a wrong password', () => {
    const facts: ActFacts = { ...accepted, ...refused, incomingLogin: 'accepted' };
    expect(judged(facts)).toEqual(['access-switch-off problem possible']);
    const [found] = judgeAct(facts, { causes: [], retry: null, provider: 'Example' });
    if (found === undefined) expect.unreachable();
    const { headline, advice } = worded(found, say);
    expect(headline).toBe('This login is good for receiving, and not for sending.');
    expect(advice.join(' ')).not.toMatch(/switch it on/);
    // What is said of the password's kind is contradicted by the server for receiving, unless it is the only thing that is meant.
    const causes = ['app-password-needed', 'login-rejected'] as const;
    expect(judged(facts, { causes, secret: 'app-password' })[0]).toBe('access-switch-off problem possible');
    expect(judged(facts, { causes: ['oauth-needed'] })[0]).toBe('oauth-needed problem certain');
  });

  test.each(['timeout', 'closed', 'reset'] as const)(
    'answered by %s is a refusal, not a fault of the line',
    (outcome) => {
      const silent = { stage: 'auth', outcome } as const;
      expect(judged(silent)[0]).toBe('login-rejected problem possible');
      const endpoint = { ...accepted.endpoint, host: 'smtp.office365.com' };
      expect(judged({ ...silent, endpoint })).toEqual(['smtp-auth-off problem likely']);
      const elsewhere = { ...accepted.endpoint, host: 'notoffice365.com.example.org' };
      expect(judged({ ...silent, endpoint: elsewhere })[0]).toBe('login-rejected problem possible');
    },
  );
});

describe('what the provider is known to want', () => {
  const advised = (facts: Partial<ActFacts>, context: Partial<ActContext>): string => {
    const whole = { causes: [], retry: null, provider: 'Example', ...context };
    const [found] = judgeAct({ ...accepted, ...refused, ...facts }, whole);
    if (found === undefined) expect.unreachable();
    const { headline, detail, advice } = worded(found, say);
    return [headline, detail, ...advice].join('\n');
  };

  test('a password of its own for mail programs, where it is made, and nothing of the web page', () => {
    const words = advised({}, { secret: 'mail-password', secretAt: 'https://example.org/mail' });
    expect(words).toMatch(/once more[\s\S]*password of its own[^\n]*https:\/\/example\.org\/mail/);
    expect(words).not.toMatch(/web page|Some providers/);
  });

  test('its switch, where it has one, beside the password', () => {
    expect(advised({}, { switchAt: 'https://example.org/on' })).toMatch(/once more[\s\S]*example\.org\/on/);
    expect(advised({}, { switchAt: '' })).toMatch(/POP3\/IMAP\/SMTP/);
    expect(advised({}, {})).not.toMatch(/POP3\/IMAP\/SMTP/);
  });

  test('a sign-in as a rule, where organisations may still let a password do: then it may be mistyped', () => {
    const causes = ['login-rejected', 'smtp-auth-off', 'oauth-needed'] as const;
    const until = { secret: 'browser', passwordUntil: '2026-12-31' } as const;
    const words = advised({ reply: '535 5.7.3 Authentication unsuccessful' }, { ...until, causes });
    expect(words).toMatch(/as a rule[\s\S]*31 December 2026[\s\S]*once more/);
    expect(words).not.toMatch(/no password .* any more|cannot send through/);
    expect(judged(refused, { ...until })).toEqual(['oauth-needed problem possible']);
    expect(advised({}, { secret: 'browser' })).toMatch(/no password from mail programs any more/);
    expect(advised({}, { ...until, causes: ['oauth-needed'] })).toMatch(/no password/);
  });
});

describe('a reply to the password that says something else', () => {
  test.each([
    ['250 ok', {}],
    ['334 bW9yZQ==', {}],
  ])('%s is neither yes nor no', (reply, more) => {
    const facts: Partial<ActFacts> = { stage: 'auth', outcome: 'protocol-error', reply, ...more };
    expect(judged(facts)).toEqual(['login-rejected problem possible']);
    const [found] = judgeAct({ ...accepted, ...facts }, { causes: [], retry: null, provider: 'Example' });
    if (found === undefined) expect.unreachable();
    const { headline, detail, advice } = worded(found, say);
    expect(headline).toMatch(/neither yes nor no/);
    expect(detail).toContain(`“${reply}”`);
    expect(detail).not.toMatch(/nothing more/);
    expect(advice.join(' ')).not.toMatch(/once more|reset/);
  });

  test('a flood is not told as silence', () => {
    const facts: ActFacts = { ...accepted, stage: 'auth', outcome: 'protocol-error' };
    const [found] = judgeAct(facts, { causes: [], retry: null, provider: 'Example' });
    if (found === undefined) expect.unreachable();
    expect(worded(found, say).detail).toMatch(/longer than any honest one/);
  });

  test('too many attempts, said for the moment, are a wait and no lock', () => {
    const facts = { ...refused, replyCode: 454, enhancedStatus: '4.7.0' };
    expect(judged(facts, { causes: ['account-locked', 'rate-limit'] })).toEqual([
      'rate-limit problem likely',
    ]);
    expect(judged(refused, { causes: ['account-locked', 'rate-limit'] })[0]).toMatch(/^account-locked/);
  });

  test('that names the form of the user name is quoted, and the form that was used is not recommended', () => {
    const facts: ActFacts = { ...accepted, ...refused, reply: '535 user name must be your full address' };
    const wordsOf = (userForm: ActFacts['userForm']) => {
      const context: ActContext = { causes: ['login-name-form'], retry: null, provider: 'Example' };
      const [found] = judgeAct({ ...facts, userForm }, context);
      if (found === undefined) expect.unreachable();
      const { detail, advice } = worded(found, say);
      return [detail, ...advice].join('\n');
    };
    expect(wordsOf('name')).toMatch(/full address”[\s\S]*with your whole mail address/);
    expect(wordsOf('address')).not.toMatch(/before the @/);
  });

  test('one wrong password at two servers is counted as two tries', () => {
    const both: ActFacts = { ...accepted, ...refused, kind: 'message', incomingLogin: 'refused' };
    const [found] = judgeAct(both, { causes: [], retry: null, provider: 'Example' });
    if (found === undefined) expect.unreachable();
    expect(worded(found, say).detail).toMatch(/once at each of the two servers/);
  });
});

describe('where no password went out', () => {
  test('because the server takes a sign-in in the browser alone, that is told, and not to check again', () => {
    for (const auth of [['XOAUTH2'], ['OAUTHBEARER', 'XOAUTH2'], ['XOAUTH2', 'GSSAPI']]) {
      const facts: ActFacts = {
        ...accepted,
        stage: 'auth',
        outcome: 'rejected',
        refusedBecause: 'methods-unknown',
        auth,
      };
      expect(judged(facts)).toEqual(['oauth-needed problem certain']);
      const [found] = judgeAct(facts, { causes: [], retry: null, provider: 'Example' });
      if (found === undefined) expect.unreachable();
      const { detail, advice } = worded(found, say);
      expect(detail).toMatch(/nothing was sent/);
      expect(advice.join(' ')).toMatch(/choose Example/);
      expect(advice.join(' ')).not.toMatch(/Check again/);
    }
    const scram: Partial<ActFacts> = { stage: 'auth', outcome: 'rejected', auth: ['SCRAM-SHA-256'] };
    expect(judged({ ...scram, refusedBecause: 'methods-unknown' })).toEqual([
      'auth-not-offered problem certain',
    ]);
  });

  test.each([
    ['certificate-changed', 'inconclusive'],
    ['certificate-untrusted', 'certificate-untrusted'],
    ['no-encryption', 'starttls-stripped'],
    ['no-login-offered', 'auth-not-offered'],
    ['methods-unknown', 'auth-not-offered'],
  ] as const)('%s: nothing is said about the account', (refusedBecause, code) => {
    const facts = { ...accepted, stage: 'auth', outcome: 'rejected', refusedBecause } as const;
    expect(hasNotBeenTried(facts)).toBe(true);
    expect(judged(facts)).toEqual([`${code} problem certain`]);
  });

  test('because there was no connection', () => {
    expect(judged({ stage: 'connect', outcome: 'refused' })).toEqual(['inconclusive problem certain']);
    expect(hasNotBeenTried({ ...accepted, ...refused })).toBe(false);
  });
});

describe('a message', () => {
  const message: Partial<ActFacts> = { kind: 'message', from: 'you@example.org', to: 'me@example.org' };

  test.each([
    ['inbox', {}, 'message-arrived note certain'],
    ['inbox', { authenticationResults: 'mx; spf=fail; dkim=pass' }, 'message-arrived warning certain'],
    ['junk', {}, 'message-in-junk warning certain'],
    ['bounced', { bounce: '552 5.2.2 full' }, 'message-bounced problem certain'],
    ['not-seen', {}, 'message-not-seen warning certain'],
    ['not-watched', { reason: 'no' }, 'message-accepted note certain'],
  ] as const)('%s %j', (outcome, more, first) => {
    const arrival = { outcome, folder: 'INBOX', afterSeconds: 2, ...more };
    expect(judged({ ...message, arrival })).toEqual([first, 'login-accepted note certain']);
  });

  test.each([
    ['no-reply', 'The mailbox could not be looked into: the server stopped answering.'],
    ['NO [AUTHENTICATIONFAILED] no', 'The mailbox could not be looked into: “NO [AUTHENTICATIONFAILED] no”.'],
  ])('into whose mailbox nobody could look because of %j', (reason, told) => {
    const facts: ActFacts = { ...accepted, ...message, arrival: { outcome: 'not-watched', reason } };
    const [found] = judgeAct(facts, { causes: [], retry: null, provider: 'Example' });
    expect(found && worded(found, say).detail).toContain(told);
  });

  test.each([
    ['mail', 553, [], 'sender-rejected problem likely'],
    ['rcpt', 550, [], 'recipient-wrong problem possible'],
    ['rcpt', 554, ['relay-denied'], 'relay-denied problem certain'],
    ['rcpt', 450, ['greylisting'], 'message-refused problem certain'],
    ['data', 554, ['content-refused'], 'message-refused problem certain'],
    ['mail', 530, ['auth-needed'], 'message-refused problem certain'],
    ['mail', 451, ['rate-limit'], 'rate-limit problem certain'],
  ] as const)('refused at %s with %i and %j', (stage, replyCode, causes, first) => {
    const facts = { ...message, stage, replyCode, outcome: 'rejected', reply: `${replyCode} no` } as const;
    expect(judged(facts, { causes })).toEqual([first, 'login-accepted note certain']);
  });

  test('the receiving server’s findings are read as RFC 8601 writes them', () => {
    expect(failedChecks('mx.example; spf=pass smtp.mailfrom=a; dkim=none; dmarc=fail (p=reject)')).toEqual([
      'dkim=none',
      'dmarc=fail',
    ]);
    expect(failedChecks('mx.example; none')).toEqual([]);
  });

  test.each([
    ['mx.example; spf=pass smtp.mailfrom=a; dkim=none; dmarc=pass', []],
    ['mx.example; dkim=pass header.d=a; dkim=fail header.d=b; spf=pass; dmarc=pass', []],
    ['mx.example; dkim=fail header.d=b; dkim=pass header.d=a; spf=pass', []],
    ['mx.example; spf=softfail; dkim=pass; dmarc=pass (p=none; spf=fail)', []],
    ['mx.example; spf=pass; dkim=none; dmarc=none', []],
    ['mx.example; spf=pass (mx: dmarc=fail would be wrong here); dkim=pass', []],
    ['mx.example; spf=pass; dkim=fail header.d=a', ['dkim=fail']],
    ['mx.example; spf=fail; dkim=none', ['spf=fail', 'dkim=none']],
    ['mx.example; arc=pass; x-spf=fail; spf=pass', []],
  ])('%s says no more than it does', (results, failed) => {
    expect(failedChecks(results)).toEqual(failed);
  });
});

describe('what the sender’s domain says in DNS', () => {
  const sent: Partial<ActFacts> = {
    kind: 'message',
    from: 'you@example.org',
    to: 'you@example.org',
    arrival: { outcome: 'junk', folder: 'Junk', afterSeconds: 2 },
  };

  test('is a warning beside what became of the message, where it is wrong', () => {
    expect(judged({ ...sent, senderPolicy: ['spf-missing', 'dmarc-doubled'] })).toEqual([
      'message-in-junk warning certain',
      'dmarc warning certain',
      'login-accepted note certain',
    ]);
  });

  test('is a note where only DMARC is missing, and nothing where all is well or unknown', () => {
    expect(judged({ ...sent, senderPolicy: ['dmarc-missing'] })[1]).toBe('dmarc note certain');
    expect(judged({ ...sent, senderPolicy: [] })).toHaveLength(2);
    expect(judged(sent)).toHaveLength(2);
  });

  test('is kept for itself where the login was refused: that has nothing to do with it', () => {
    expect(judged({ ...sent, ...refused, senderPolicy: ['spf-wrong'] })[0]).toMatch(/^login-rejected/);
    expect(judged({ ...sent, ...refused, senderPolicy: ['spf-wrong'] }).join()).not.toContain('dmarc');
  });
});

test('entries that are missing are not told to fit nothing; a guess from silence is not told as a refusal that was said', () => {
  const wordsOf = (facts: Partial<ActFacts>): string =>
    judgeAct({ ...accepted, ...facts }, { causes: [], retry: null, provider: 'Example' })
      .map((one) => worded(one, say))
      .flatMap(({ headline, detail, advice }) => [headline, detail, ...advice])
      .join(' ');
  const junk = (results: string) =>
    wordsOf({
      kind: 'message',
      arrival: { outcome: 'junk', folder: 'Junk', afterSeconds: 2, authenticationResults: results },
    });
  expect(junk('mx; spf=none; dkim=none; dmarc=none')).toMatch(/that vouch for the server are missing/);
  expect(junk('mx; spf=softfail; dkim=none; dmarc=fail')).toMatch(/do not fit the server/);
  expect(wordsOf({ stage: 'auth', outcome: 'closed' })).toMatch(/^The server ended it after the password/);
  expect(wordsOf(refused)).toMatch(/^The server refuses this user name or password/);
});

describe('a login that the server did not judge', () => {
  test.each([
    ['454 4.7.0 Temporary authentication failure', { replyCode: 454, enhancedStatus: '4.7.0' }],
    ['435 4.7.8 Unable to authenticate at present', { replyCode: 435, enhancedStatus: '4.7.8' }],
    ['421 4.3.0 Try again later', { replyCode: 421, enhancedStatus: '4.3.0' }],
  ])('%s says nothing of name and password', (reply, codes) => {
    expect(judged({ ...refused, ...codes, reply })).toEqual(['server-busy problem certain']);
  });

  test('a password that is to be set anew is told as that', () => {
    const facts = {
      ...accepted,
      ...refused,
      replyCode: 432,
      enhancedStatus: '4.7.12',
      reply: '432 4.7.12 A password transition is needed',
    };
    const [found] = judgeAct(facts, { causes: [], retry: null, provider: 'Example' });
    expect(JSON.stringify(found?.words)).toContain('act.login-rejected.headline.transition');
    expect(JSON.stringify(found?.words)).not.toContain('act.login-rejected.advice.retype');
  });

  test('nobody is sent to the web page with an app password', () => {
    const facts: ActFacts = { ...accepted, ...refused, secretShape: 'app-password' };
    const words = JSON.stringify(judgeAct(facts, { causes: [], retry: null, provider: 'Example' })[0]?.words);
    expect(words).toContain('act.login-rejected.advice.new-app');
    expect(words).not.toContain('act.login-rejected.advice.web');
  });
});

describe('an act that was stopped or not tried', () => {
  test('before the login nothing was sent', () => {
    expect(judged({ stage: 'connect', outcome: 'cancelled' })).toEqual(['inconclusive note certain']);
  });

  test('nobody says that no password went out after the mailbox was opened', () => {
    const facts: ActFacts = {
      ...accepted,
      kind: 'message',
      stage: 'ehlo',
      outcome: 'closed',
      incomingLogin: 'accepted',
    };
    const words = JSON.stringify(judgeAct(facts, { causes: [], retry: null, provider: 'Example' })[0]?.words);
    expect(words).toContain('act.not-tried.headline.message');
    expect(words).toContain('act.not-tried.incoming');
  });
});

test.each([
  [550, '5.7.1', '550 5.7.1 Your IP is on a block list zen.spamhaus.org'],
  [535, '5.7.8', '535 5.7.8 Error: authentication failed: Connection lost to authentication server'],
  [501, '5.5.2', '501 5.5.2 Cannot decode response'],
  [503, '5.5.1', '503 5.5.1 already authenticated'],
  [504, '5.5.4', '504 5.5.4 Unrecognized authentication type'],
  [538, '5.7.11', '538 5.7.11 Encryption required'],
] as const)(
  'a refusal %s %s that says nothing of the password accuses none: %s',
  (replyCode, enhancedStatus, reply) => {
    const facts: ActFacts = { ...accepted, ...refused, replyCode, enhancedStatus, reply };
    const found = judgeAct(facts, { causes: ['smtp-auth-off'], retry: null, provider: 'Example' });
    expect(found).toHaveLength(1);
    const words = JSON.stringify(found[0]?.words);
    expect(words).toContain('act.login-rejected.headline.other');
    expect(words).not.toContain('act.login-rejected.advice.retype');
  },
);

test('Microsoft says in words that the password was wrong, so the password is looked at first', () => {
  const reply = '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.';
  expect(judged({ ...refused, enhancedStatus: '5.7.139', reply }, { secret: 'browser' })[0]).toBe(
    'login-rejected problem likely',
  );
});

test('a delay that a notice tells of is no bounce: the server goes on trying, and a second message would arrive as well', () => {
  const facts: ActFacts = {
    ...accepted,
    kind: 'message',
    from: 'you@example.org',
    to: 'ben@example.net',
    arrival: { outcome: 'not-seen', bounce: '452 4.2.2 Mailbox full' },
  };
  const [found] = judgeAct(facts, { causes: [], retry: null, provider: 'Example' });
  if (found === undefined) expect.unreachable();
  const { detail, advice } = worded(found, say);
  expect(found.code).toBe('message-not-seen');
  expect(detail).toMatch(/notice about it.*Mailbox full/);
  expect(advice.join(' ')).toMatch(/keeps trying.*arrive twice/);
});
