import { describe, expect, test } from 'vitest';
import { explain } from '../../../shared/explain/explain.ts';
import { type KindName, kindOf } from '../../../shared/explain/kinds.ts';
import { english } from '../../support/english.ts';
import { longTailBounces, longTailTexts } from './long-tail-texts.ts';

describe('what small and old servers say', () => {
  test.each(longTailBounces)('%s', (text, reasons) => {
    const { bounce, items } = explain(text, english);
    const kind = items[0]?.words?.key.replace('explain.kind.', '') as KindName;
    expect(reasons.split('|')).toContain(bounce?.recipients[0]?.reason ?? kindOf(kind).reason);
  });

  test.each(longTailTexts)('%s', (text, causes) => {
    expect(causes.split('|')).toContain(explain(text, english).items[0]?.causes[0]);
  });
});

test.each([
  ['504 5.7.4 Unrecognized authentication type', 'login-method', 'auth-method-wrong'],
  ['504 5.7.4 Unrecognized authentication type [A.PROD.OUTLOOK.COM]', 'login-method', 'smtp-auth-off'],
  ['553 5.7.1 <a@b.de>: Sender address rejected: not logged in', 'login-missing', 'auth-needed'],
  ['450 4.7.1 <a@b.de>: Sender address rejected: rate limit exceeded', 'rate-limited', 'rate-limit'],
  ['550 5.7.1 User account suspended for sending spam', 'account-locked', 'account-locked'],
  ['550 Please log in with POP/IMAP first (POP before SMTP)', 'pop-first', 'pop-before-smtp'],
  [
    '535 5.7.0 SMTP login disabled for free accounts. Please upgrade to premium',
    'plan-without-programs',
    'plan-without-programs',
  ],
  ['535 5.0.0 Client disabled by administrator', 'smtp-login-off', 'smtp-auth-off'],
  ['535 5.7.8 Bad credentials. 2FA code required', 'app-password', 'app-password-needed'],
  ['535 5.7.1 Bloqueado por envio de spam. Altere sua senha', 'account-locked', 'account-locked'],
  ['Client host [203.0.113.5] blocked using zen.spamhaus.org', 'block-listed', 'client-blocklisted'],
  ['Could not instantiate mail function.', 'no-mailer', 'server-misconfigured'],
  ['SSL_ERROR_UNSUPPORTED_VERSION', 'tls-versions', 'tls-too-old'],
  ['0x800CC0E', 'no-connection', 'port-25-blocked'],
] as const)('%s: the words after the frame decide', (text, kind, cause) => {
  const { items } = explain(text, english);
  expect(items.map(({ words }) => words?.key.replace('explain.kind.', ''))).toEqual([kind]);
  expect(items[0]?.causes[0]).toBe(cause);
});
