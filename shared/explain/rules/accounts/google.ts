import { type Rule, rulesOf } from '../../rule.ts';

/** What Google's servers answer. */
export const googleRules: readonly Rule[] = rulesOf('Gmail', [
  [/application-specific password required|invalidsecondfactor/i, 'app-password', ['app-password-needed']],
  [
    /web ?login ?required|please log ?in (?:with|via) your web ?browser/i,
    'sign-in-in-browser',
    ['account-locked', 'oauth-needed', 'app-password-needed'],
  ],
  [
    /534\D{0,3}5\.7\.9\b(?!\W*authentication mechanism)/i,
    'app-password',
    ['app-password-needed', 'oauth-needed'],
  ],
  [
    /username and password not accepted|p=badcredentials/i,
    'login-refused',
    ['app-password-needed', 'login-rejected', 'oauth-needed', 'login-name-form'],
  ],
  [
    /log ?in (?:via|with|through) your (?:web )?browser|534\D{0,3}5\.7\.14\b|accounts\.google\.com\/signin\/continue/i,
    'sign-in-in-browser',
    ['account-locked', 'oauth-needed', 'app-password-needed'],
  ],
  [/too many login attempts/i, 'too-many-logins', ['rate-limit']],
  [
    /daily (?:user )?sending (?:quota|limit) exceeded|\b5\.4\.5\b.{0,60}(?:daily|limit|quota)/i,
    'own-quota',
    ['rate-limit', 'own-quota'],
  ],
  [
    /unauthenticated email is not accepted|unauthenticated email from \S{1,200} is not accepted|dmarc policy of/i,
    'not-authenticated',
    ['dmarc', 'sender-rejected'],
  ],
  [
    /421\D{0,3}4\.7\.0.{0,60}try again later, closing connection/i,
    'rate-limited',
    ['rate-limit', 'client-blocklisted'],
  ],
  [
    /groups\.google\.com\/support|support\.google\.com\/a\/\S{0,40}groups|the group you tried to contact/i,
    'members-only',
    ['recipient-wrong', 'server-policy'],
  ],
  [
    /not authorized to send e?mail directly to our servers/i,
    'block-listed',
    ['client-refused', 'client-blocklisted'],
  ],
  [/receivingrate|receiving (?:e?-?mail|messages) (?:at a rate|too (?:quickly|fast))/i, 'recipient-busy'],
  [/likely unsolicited mail/i, 'spam', ['content-refused', 'client-blocklisted', 'rate-limit']],
  [
    /unusual rate of unsolicited mail|p=unsolicitedratelimiterror/i,
    'reputation',
    ['rate-limit', 'client-blocklisted'],
  ],
  [/not enabled for imap use|imap access is disabled/i, 'imap-off', ['imap-disabled']],
  [/not enabled for pop|pop access is disabled/i, 'pop-off', ['pop-disabled']],
  [
    /(?:invalid credentials|authenticationfailed).{0,20}\(failure\)/i,
    'login-refused',
    ['app-password-needed', 'login-rejected', 'oauth-needed'],
  ],
  [
    /tls negotiation failed.{0,100}(?:doesn't match|does not match|name)/i,
    'certificate-name',
    ['certificate-name-mismatch', 'certificate-untrusted'],
  ],
  [
    /^(?!.{0,300}does(?: not|n't) support).{0,300}tls negotiation failed/i,
    'certificate-any',
    ['certificate-name-mismatch', 'certificate-untrusted', 'security-mismatch'],
  ],
  [/server returned error: "?(?:535|auth)/i, 'login-refused', ['login-rejected', 'app-password-needed']],
  [
    /mail relay denied.{0,80}invalid.{0,20}credentials for relay|invalid credentials for relay/i,
    'relay-refused',
    ['relay-denied', 'auth-needed'],
  ],
  [/less secure app/i, 'app-password', ['app-password-needed', 'oauth-needed']],
]);
