import { framesOf, type Rule, rulesOf } from '../../rule.ts';

/** What Microsoft's servers answer to a login and to what is sent after it. */
export const microsoftRules: readonly Rule[] = [
  ...rulesOf('Microsoft 365', [
    [/smtpclientauthentication is disabled for the tenant/i, 'smtp-login-off', ['smtp-auth-off']],
    [
      /smtpclientauthentication is disabled for the mailbox/i,
      'smtp-login-off',
      ['smtp-auth-off', 'oauth-needed'],
    ],
    [/aka\.ms\/smtp_auth_disabled|smtpclientauthentication(?:disabled)? is disabled/i, 'smtp-login-off'],
    [
      /(?:basic authentication is (?:disabled|not supported)|disabled due to basic auth)/i,
      'basic-login-off',
      ['oauth-needed'],
    ],
    [
      /security defaults? policy|security defaults/i,
      'login-policy',
      ['smtp-auth-off', 'account-policy', 'oauth-needed'],
    ],
    // A group, or a mailbox, that takes mail of its own organisation alone.
    [
      /senderNotAuthenticatedFor\w+|resolver\.rst\.\w*not\w*auth\w*|\b5\.7\.(?:12|124|133|134)\b|(?:group|mailbox|recipient) only accepts (?:messages|e?-?mails?) from/i,
      'members-only',
    ],
    [
      /did not (?:meet the criteria|pass the (?:access )?polic)|conditional access|blocked by (?:an? )?(?:tenant|access) polic/i,
      'login-policy',
      ['account-policy', 'oauth-needed', 'smtp-auth-off'],
    ],
    [
      /user credentials were incorrect|authentication unsuccessful, .{0,40}password (?:has |is )?(?:expired|incorrect|must be changed)/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'oauth-needed'],
    ],
    [
      /authentication unsuccessful, (?:the )?(?:user )?account (?:is )?(?:locked|disabled)|authentication\b.{0,80}user is locked(?! by your organi[sz]ation'?s)/i,
      'account-locked',
    ],
  ]),
  // Stands before whatever Microsoft says of a login.
  ...framesOf('Microsoft 365', [
    [/\b5\.7\.139\b/i, 'smtp-login-off', ['smtp-auth-off', 'oauth-needed', 'login-rejected']],
  ]),
  ...rulesOf('Microsoft 365', [
    [/\b5\.7\.30\b/i, 'basic-login-off', ['oauth-needed']],
    [
      /\b504\D{0,3}5\.7\.4\b.{0,200}(?:outlook|office365)|(?:outlook|office365).{0,200}unrecognized authentication type/i,
      'login-method',
      ['smtp-auth-off', 'auth-method-wrong'],
    ],
    [
      /\b5\.7\.57\b|not authenticated to send (?:anonymous )?mail/i,
      'login-missing',
      ['auth-needed', 'smtp-auth-off'],
    ],
    [
      /\b5\.7\.60\b|permissions? to send as this sender|sendas ?denied|not allowed.{0,30}send as|send on behalf/i,
      'sender-not-yours',
      ['sender-rejected'],
    ],
    [
      /\b5\.7\.3\b.{0,20}authentication unsuccessful/i,
      'login-refused',
      ['login-rejected', 'smtp-auth-off', 'app-password-needed', 'oauth-needed'],
    ],
    [/tenantattribution|\b5\.7\.64\b/i, 'relay-refused', ['relay-denied']],
    [
      /tenant ?(?:outbound|inbound)|tenant.{0,20}exceeded.{0,30}(?:limit|threshold|quota)|\b5\.7\.705\b/i,
      'rate-limited',
      ['rate-limit', 'account-locked'],
    ],
    [
      /bad outbound sender|recognized as a valid sender|no longer allowed to send e-?mail|\b5\.1\.8\b.{0,30}access denied/i,
      'account-locked',
      ['account-locked', 'rate-limit'],
    ],
    [
      /submissionquotaexceeded|\b5\.2\.0?122\b|storedrv\.submission.{0,30}quota|recipient ?rate ?limit|exceeded the recipient rate|\b5\.1\.90\b/i,
      'own-quota',
      ['rate-limit', 'own-quota'],
    ],
    [
      /\bS3140\b|\bS3150\b|part of their network is on our block ?list|banned sending ip|sender ip must resolve|\b5\.7\.(?:60[6-9]|6[1-4]\d)\b|\b5\.7\.51[12]\b|\b5\.7\.708\b|traffic not accepted from this ip/i,
      'block-listed',
      ['client-blocklisted', 'client-refused'],
    ],
    [/\bRP-00\d\b/i, 'rate-limited', ['rate-limit', 'client-blocklisted']],
    [/\b(?:OU|SC|DY)-00\d\b/i, 'block-listed', ['client-blocklisted', 'client-refused']],
    [/due to ip reputation/i, 'reputation', ['rate-limit', 'client-blocklisted']],
    [/\b4\.7\.(?:5\d\d|6\d\d)\b/i, 'rate-limited', ['rate-limit', 'client-blocklisted']],
    [/\b5\.7\.509\b/i, 'not-authenticated', ['dmarc', 'sender-rejected']],
    [/\b5\.7\.(?:515|23)\b|\b5\.7\.51\b.{0,40}authenticat/i, 'not-authenticated', ['dmarc']],
    [
      /\b4\.3\.2\b.{0,60}concurrent connections|concurrent connections? limit exceeded|\b4\.3\.2\b.{0,40}storedrv/i,
      'too-many-connections',
      ['too-many-connections', 'rate-limit'],
    ],
    [/user account is disabled|\b5\.7\.14[0-9]\b/i, 'account-locked', ['account-locked']],
    [/outboundspamexception|wascl useraction/i, 'account-locked', ['account-locked', 'rate-limit']],
    [/AADSTS\d{4,7}/i, 'sign-in-expired', ['oauth-needed', 'account-policy']],
  ]),
];
