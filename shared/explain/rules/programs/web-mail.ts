import { type Rule, rulesOf } from '../../rule.ts';

/** What is read in a browser: Gmail, Roundcube. */
export const webMailRules: readonly Rule[] = [
  ...rulesOf('Gmail', [
    [
      /couldn't reach server\.? please double-?check|could not reach server/i,
      'no-connection',
      ['server-name-wrong', 'wrong-port', 'security-mismatch', 'server-down'],
    ],
    [
      /authentication failed\. please check your username\/password|server returned error: "?smtp error|authentication failed\. code/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'login-name-form'],
    ],
    [
      /\bcode: ?\(?0\)?\b/i,
      'certificate-name',
      ['certificate-name-mismatch', 'certificate-untrusted', 'security-mismatch'],
    ],
    [
      /you are having problems? with the server|we are having trouble authenticating with your other mail service|you're sending this from a different address.{0,60}send mail as/i,
      'login-refused',
      ['login-rejected', 'app-password-needed', 'certificate-name-mismatch'],
    ],
  ]),
  ...rulesOf('Roundcube', [
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:connection to server failed|verbindung zum server fehlgeschlagen)/i,
      'no-connection',
      ['server-down', 'server-misconfigured'],
    ],
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:failed to add recipient|empf(?:ä|ae)nger)/i,
      'recipients-refused',
      ['relay-denied', 'recipient-wrong'],
    ],
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:failed to set sender|absender)/i,
      'sender-refused',
      ['sender-rejected', 'auth-needed'],
    ],
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:authentication failed|authentifizierung fehlgeschlagen)/i,
      'login-refused',
      ['login-rejected', 'server-misconfigured', 'oauth-needed'],
    ],
    [
      /smtp[ -](?:error|fehler)[^.]{0,30}(?:unable to process|failed to send data|unbekannter fehler)/i,
      'content',
      ['content-refused', 'message-too-large', 'rate-limit'],
    ],
  ]),
];
