import { type Rule, rulesOf } from '../../rule.ts';

/** What other providers of mailboxes answer, each in words of its own. */
export const mailProviderRules: readonly Rule[] = [
  ...rulesOf('Yahoo', [
    [
      /#?auth005.{0,40}too many|too many bad auth attempts/i,
      'too-many-logins',
      ['account-locked', 'app-password-needed', 'rate-limit'],
    ],
    [/#auth00\d|login invalid credentials/i, 'app-password', ['app-password-needed', 'login-rejected']],
    [
      /#mbr\d{3,5}\)?\s*incorrect user ?name or password/i,
      'login-refused',
      ['login-rejected', 'app-password-needed'],
    ],
    [/\[in-?\d{1,2}\]|#mbr\d{3,5}/i, 'account-locked', ['account-locked', 'rate-limit']],
    [/\bTSS09\b|permanently deferred|retrying will not succeed/i, 'block-listed'],
    [
      /\bTS[S0]\d\b|\[TS\w{2,3}\]|temporarily deferred due to (?:user complaints|unexpected volume)/i,
      'reputation',
      ['rate-limit', 'client-blocklisted'],
    ],
    [/delivery not authorized, message refused/i, 'sender-refused', ['sender-rejected', 'content-refused']],
  ]),
  ...rulesOf('AOL', [
    [/\((?:DYN|RLY):[A-Z]{1,2}\d?\)/i, 'rate-limited', ['rate-limit', 'client-blocklisted']],
    [/\(DNS:[A-Z]{1,2}\d?\)/i, 'no-reverse-name', ['client-refused', 'server-misconfigured']],
    [/\((?:RTR|CON|HVU):[A-Z]{1,2}\d?\)/i, 'block-listed', ['client-blocklisted', 'client-refused']],
  ]),
  ...rulesOf('iCloud', [
    [/from address is not one of your addresses/i, 'sender-not-yours', ['sender-rejected']],
    [/app-specific password/i, 'app-password', ['app-password-needed']],
  ]),
  ...rulesOf('Zoho', [
    [/sender is not allowed to relay emails?/i, 'sender-not-yours', ['sender-rejected', 'relay-denied']],
    [/relaying disallowed as\b(?: \S{1,200})?/i, 'sender-not-yours', ['sender-rejected', 'relay-denied']],
    [/yet to enable imap/i, 'imap-off', ['imap-disabled']],
    [/yet to enable pop/i, 'pop-off', ['pop-disabled']],
    [/unusual sending activity detected/i, 'account-locked', ['account-locked', 'rate-limit']],
  ]),
  ...rulesOf('Yandex', [
    [
      /does not have access rights to this service/i,
      'access-off',
      ['access-switch-off', 'app-password-needed'],
    ],
    [
      /this user does not have|please accept eula|please log in to your account on the web/i,
      'access-off',
      ['access-switch-off', 'login-rejected'],
    ],
    [
      /application password is required|neobhodim parol prilozheniya/i,
      'app-password',
      ['app-password-needed'],
    ],
    [/message rejected under suspicion of spam/i, 'spam', ['content-refused', 'client-blocklisted']],
  ]),
  ...rulesOf('QQ Mail', [
    [/authorization code|授权码|授權碼/i, 'authorization-code', ['app-password-needed', 'access-switch-off']],
    [
      /login fail\. (?:please|account is abnormal)|login fail\b.{0,80}(?:service is not open|abnormal|frequen)/i,
      'authorization-code',
      ['app-password-needed', 'access-switch-off', 'account-locked'],
    ],
  ]),
  ...rulesOf('NetEase', [
    [
      /mail from (?:address )?must (?:be )?(?:the )?(?:equal|same)(?: \w{2,4})? auth\w{3,9} user/i,
      'sender-not-yours',
      ['sender-rejected'],
    ],
    [
      /user has no permission|(?<!\b550 )user suspended\b/i,
      'access-off',
      ['access-switch-off', 'account-locked'],
    ],
    [
      /unsafe login|invalid user or password.{0,20}163/i,
      'access-off',
      ['access-switch-off', 'app-password-needed'],
    ],
    [/\bDT:SP[MN]\b/i, 'spam', ['content-refused']],
    [/\bHL:(?:ICC|IFC|REP|MEP|ITC)\b/i, 'rate-limited', ['rate-limit', 'client-blocklisted']],
    [/\bMI:(?:SPF|DMC)\b/i, 'not-authenticated', ['dmarc']],
    [/mail\.163\.com\/help\/help_spam/i, 'spam', ['content-refused', 'client-blocklisted']],
  ]),
  ...rulesOf('Mail.ru', [
    [
      /message sending for this account is disabled/i,
      'account-locked',
      ['account-locked', 'access-switch-off'],
    ],
    [
      /parol prilozheniya|application password is required|neobhodim parol|account\.mail\.ru\/user\/2-step/i,
      'app-password',
      ['app-password-needed', 'access-switch-off'],
    ],
    [/not local sender over smtp/i, 'login-missing', ['auth-needed', 'sender-rejected']],
  ]),
  ...rulesOf('GMX, WEB.DE, IONOS', [
    [
      /reject due to policy restrictions/i,
      'policy',
      ['server-policy', 'client-blocklisted', 'content-refused'],
    ],
    [/invalid dns (?:mx|a\b)/i, 'sender-domain', ['sender-rejected', 'server-misconfigured']],
    [
      /authentication credentials invalid/i,
      'access-off',
      ['access-switch-off', 'app-password-needed', 'login-rejected'],
    ],
    [
      /sender address is not allowed\.?$|need to authenticate via (?:pop3|smtp)/i,
      'sender-not-yours',
      ['sender-rejected', 'auth-needed'],
    ],
    [
      /nemesis esmtp.{0,100}(?:policy|dynamic|blacklist)|transaction failed.{0,80}reject due to policy/i,
      'policy',
      ['server-policy', 'client-blocklisted', 'content-refused'],
    ],
  ]),
  ...rulesOf('Orange', [
    [/\bof[ru]_?506(?!\d)/i, 'spam', ['content-refused', 'client-blocklisted']],
    [/\bof[ru]_?999(?!\d)/i, 'block-listed', ['client-blocklisted', 'rate-limit']],
  ]),
  ...rulesOf('T-Online', [
    [
      /bitte (?:benutzen|verwenden) sie .{0,60}passwort|e-?mail-?passwort|passwort für e-mail-programme/i,
      'app-password',
      ['app-password-needed', 'login-rejected'],
    ],
    [
      /\bip=\S{3,45} - a problem occurred|tosa@rx\.t-online\.de|contact tosa@/i,
      'block-listed',
      ['client-blocklisted', 'client-refused'],
    ],
  ]),
  ...rulesOf('Fastmail', [
    [
      /incorrect username, password or access token|app password/i,
      'app-password',
      ['app-password-needed', 'plan-without-programs'],
    ],
  ]),
  ...rulesOf('Proton', [
    [
      /mailbox password|bridge.{0,40}(?:not running|login)/i,
      'login-refused',
      ['login-rejected', 'no-smtp-service'],
    ],
  ]),
];
