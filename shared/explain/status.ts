import type { KindName } from './kinds.ts';

/** Enhanced status codes without their class (RFC 3463 and the IANA registry it began): what each says by itself. */
const byStatus: Readonly<Record<string, KindName>> = {
  '1.0': 'recipient-refused',
  '1.1': 'recipient-unknown',
  '1.2': 'recipient-host',
  '1.3': 'recipient-syntax',
  '1.4': 'recipient-refused',
  '1.6': 'recipient-moved',
  '1.7': 'sender-refused',
  '1.8': 'sender-domain',
  '1.9': 'recipient-refused',
  '1.10': 'recipient-no-mail',
  '2.0': 'recipient-filter',
  '2.1': 'recipient-disabled',
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '2.4': 'recipient-refused',
  '3.0': 'server-broken',
  '3.1': 'server-busy',
  '3.2': 'server-busy',
  '3.3': 'server-broken',
  '3.4': 'too-large',
  '3.5': 'server-broken',
  '4.0': 'remote-down',
  '4.1': 'remote-down',
  '4.2': 'remote-down',
  '4.3': 'server-broken',
  '4.4': 'recipient-host',
  '4.5': 'server-busy',
  '4.6': 'mail-loop',
  '4.7': 'gave-up',
  '4.8': 'gave-up',
  // Exchange Online's own: a domain that does not exist, DNS, time over.
  '4.310': 'recipient-host',
  '4.312': 'remote-down',
  '4.316': 'gave-up',
  '4.317': 'remote-down',
  '5.0': 'refused-somehow',
  '5.1': 'command-order',
  '5.2': 'command-unknown',
  '5.3': 'too-many-recipients',
  '5.4': 'command-unknown',
  '5.6': 'login-method',
  '6.0': 'message-form',
  '6.1': 'content',
  '6.2': 'message-form',
  '6.3': 'message-form',
  '6.6': 'message-form',
  '6.7': 'message-form',
  '6.8': 'message-form',
  '6.9': 'message-form',
  '6.10': 'message-form',
  '7.0': 'policy',
  '7.1': 'policy',
  '7.2': 'policy',
  '7.3': 'policy',
  '7.4': 'login-method',
  '7.5': 'policy',
  '7.6': 'policy',
  '7.7': 'content',
  '7.8': 'login-refused',
  '7.9': 'login-method',
  '7.10': 'starttls-required',
  '7.11': 'login-needs-encryption',
  '7.12': 'login-refused',
  '7.13': 'account-locked',
  '7.14': 'policy',
  '7.15': 'policy',
  '7.17': 'recipient-disabled',
  '7.18': 'policy',
  '7.19': 'starttls-required',
  '7.20': 'not-authenticated',
  '7.21': 'not-authenticated',
  '7.22': 'not-authenticated',
  '7.23': 'not-authenticated',
  '7.24': 'not-authenticated',
  '7.25': 'no-reverse-name',
  '7.26': 'not-authenticated',
  '7.27': 'sender-domain',
  '7.28': 'rate-limited',
  '7.29': 'not-authenticated',
  '7.30': 'starttls-required',
  // Exchange's own: who may write to a recipient or a group, and a message that went round.
  '4.14': 'mail-loop',
  '7.123': 'sender-refused',
  '7.124': 'sender-refused',
  '7.125': 'sender-refused',
  '7.129': 'sender-refused',
  '7.133': 'sender-refused',
  '7.134': 'sender-refused',
  '7.135': 'sender-refused',
  '7.136': 'sender-refused',
  '7.137': 'sender-refused',
};

/** Reply codes of SMTP (RFC 5321 section 4.2.3, RFC 4954 section 6, RFC 7504): what each says by itself. */
const byReplyCode: Readonly<Record<number, KindName>> = {
  421: 'service-closed',
  432: 'login-refused',
  450: 'server-busy',
  451: 'server-broken',
  452: 'server-busy',
  454: 'login-undecided',
  455: 'command-unknown',
  500: 'command-unknown',
  501: 'command-unknown',
  502: 'command-unknown',
  503: 'command-order',
  504: 'login-method',
  521: 'recipient-no-mail',
  523: 'too-large',
  524: 'login-refused',
  525: 'account-locked',
  530: 'login-missing',
  533: 'login-refused',
  534: 'app-password',
  535: 'login-refused',
  538: 'login-needs-encryption',
  541: 'spam',
  550: 'recipients-refused',
  551: 'relay-refused',
  552: 'storage-limit',
  553: 'sender-refused',
  554: 'refused-somehow',
  555: 'command-unknown',
  556: 'recipient-no-mail',
};

/** The kind an enhanced status code names by itself; none for one that says nothing, such as `5.0.0`. */
export function kindOfStatus(status: string): KindName | undefined {
  // For a time, no route says nothing against the domain.
  if (status === '4.4.4') return 'remote-down';
  return byStatus[status.slice(status.indexOf('.') + 1)];
}

/** The kind a reply code names by itself. */
export function kindOfReplyCode(code: number): KindName | undefined {
  return byReplyCode[code];
}

/** Whether servers of mail give this reply code. */
export function isReplyCode(code: number): boolean {
  // Some filters have numbers of their own.
  return code in byReplyCode || (code >= 540 && code < 580);
}
