import type { BounceReason, Cause, Retry } from '../model/explanation.ts';
import type { Stage } from '../model/observation.ts';

/** What a kind of failure means: its usual causes, when to try again, and for a message that came back, the reason. */
export type Kind = {
  readonly causes: readonly Cause[];
  readonly retry: Retry;
  readonly stage?: Stage;
  readonly reason?: BounceReason;
};

/** Every kind of failure that a text can tell of. Its sentence is `explain.kind.<name>`. */
export const kinds = {
  // On the way to the server.
  'no-connection': {
    causes: ['port-25-blocked', 'submission-blocked', 'local-firewall', 'server-down', 'wrong-port'],
    retry: 'after-change',
    stage: 'connect',
    reason: 'network',
  },
  'no-answer': {
    causes: ['port-25-blocked', 'submission-blocked', 'mail-allow-list', 'server-down', 'antivirus'],
    retry: 'after-change',
    stage: 'connect',
    reason: 'network',
  },
  refused: {
    causes: ['wrong-port', 'port-25-blocked', 'server-down', 'local-firewall', 'submission-blocked'],
    retry: 'after-change',
    stage: 'connect',
    reason: 'network',
  },
  unreachable: {
    causes: ['offline', 'port-25-blocked', 'vpn', 'server-name-wrong'],
    retry: 'after-change',
    stage: 'connect',
    reason: 'network',
  },
  'unreachable-ipv6': {
    causes: ['ipv6-unreachable', 'offline'],
    retry: 'after-change',
    stage: 'connect',
    reason: 'network',
  },
  'forbidden-here': { causes: ['local-firewall', 'antivirus'], retry: 'after-change', stage: 'connect' },
  'hoster-closed': {
    causes: ['hoster-blocks-smtp', 'port-25-blocked', 'security-mismatch'],
    retry: 'after-change',
    stage: 'connect',
  },
  dropped: {
    causes: ['antivirus', 'security-mismatch', 'port-25-intercepted', 'server-busy', 'client-blocklisted'],
    retry: 'later',
    reason: 'network',
  },
  'line-broke': { causes: ['connection-lost', 'antivirus', 'slow-line'], retry: 'now', reason: 'network' },
  'slow-answer': { causes: ['antivirus', 'slow-line', 'slow-greeting', 'message-too-large'], retry: 'later' },
  'name-unknown': {
    causes: ['server-name-wrong', 'dns-unreachable', 'offline'],
    retry: 'after-change',
    stage: 'dns',
    reason: 'host-unknown',
  },
  'dns-silent': {
    causes: ['dns-unreachable', 'offline', 'server-name-wrong'],
    retry: 'later',
    stage: 'dns',
    reason: 'network',
  },
  'network-unusable': { causes: ['offline', 'program-broken'], retry: 'after-change', stage: 'connect' },
  'sockets-broken': { causes: ['program-broken', 'local-firewall'], retry: 'after-change', stage: 'connect' },
  'proxy-asked': { causes: ['proxy-only', 'captive-portal', 'vpn'], retry: 'after-change', stage: 'connect' },

  // Encryption.
  'tls-failed': {
    causes: ['security-mismatch', 'certificate-problem', 'tls-intercepted', 'tls-too-old'],
    retry: 'after-change',
    stage: 'tls',
  },
  'tls-on-plain-port': { causes: ['security-mismatch', 'wrong-port'], retry: 'after-change', stage: 'tls' },
  'tls-versions': { causes: ['tls-too-old', 'program-too-old'], retry: 'after-change', stage: 'tls' },
  'tls-cut': {
    causes: ['tls-blocked', 'security-mismatch', 'antivirus'],
    retry: 'after-change',
    stage: 'tls',
  },
  'tls-client-certificate': {
    causes: ['client-certificate-wanted'],
    retry: 'after-change',
    stage: 'tls',
  },
  'tls-name-not-served': {
    causes: ['name-not-served', 'server-name-wrong'],
    retry: 'after-change',
    stage: 'tls',
  },
  'certificate-any': {
    causes: ['certificate-problem', 'tls-intercepted', 'tls-too-old', 'clock-wrong'],
    retry: 'after-change',
    stage: 'tls',
  },
  'certificate-untrusted': {
    causes: ['certificate-untrusted', 'tls-intercepted', 'certificate-chain-incomplete'],
    retry: 'after-change',
    stage: 'tls',
  },
  'certificate-self-signed': {
    causes: ['certificate-untrusted', 'tls-intercepted'],
    retry: 'after-change',
    stage: 'tls',
  },
  'certificate-chain': {
    causes: ['certificate-chain-incomplete', 'tls-intercepted', 'certificate-untrusted'],
    retry: 'after-change',
    stage: 'tls',
  },
  'certificate-expired': {
    causes: ['certificate-expired', 'clock-wrong'],
    retry: 'after-change',
    stage: 'tls',
  },
  'certificate-not-yet': {
    causes: ['clock-wrong', 'certificate-problem'],
    retry: 'after-change',
    stage: 'tls',
  },
  'certificate-name': {
    causes: ['certificate-name-mismatch', 'server-name-wrong', 'tls-intercepted'],
    retry: 'after-change',
    stage: 'tls',
  },
  'starttls-missing': {
    causes: ['security-mismatch', 'starttls-stripped', 'antivirus'],
    retry: 'after-change',
    stage: 'starttls',
    reason: 'policy',
  },
  'starttls-required': {
    causes: ['security-mismatch', 'program-too-old'],
    retry: 'after-change',
    stage: 'starttls',
    reason: 'policy',
  },
  'starttls-broken': {
    causes: ['server-misconfigured', 'tls-blocked'],
    retry: 'later',
    stage: 'starttls',
    reason: 'server-error',
  },

  // The dialogue.
  'strange-answer': {
    causes: ['port-25-intercepted', 'captive-portal', 'security-mismatch', 'wrong-port'],
    retry: 'after-change',
    stage: 'greeting',
  },
  'web-answer': {
    causes: ['captive-portal', 'wrong-port', 'proxy-only'],
    retry: 'after-change',
    stage: 'greeting',
  },
  'command-unknown': {
    causes: ['port-25-intercepted', 'security-mismatch'],
    retry: 'after-change',
    reason: 'policy',
  },
  'command-order': {
    causes: ['auth-needed', 'program-broken', 'server-policy'],
    retry: 'after-change',
    reason: 'policy',
  },
  'computer-name': {
    causes: ['computer-name-invalid', 'server-policy'],
    retry: 'after-change',
    stage: 'ehlo',
    reason: 'sender-blocked',
  },
  'spoke-early': {
    causes: ['program-too-old', 'port-25-intercepted'],
    retry: 'after-change',
    stage: 'greeting',
    reason: 'sender-blocked',
  },
  'server-busy': { causes: ['server-busy', 'rate-limit'], retry: 'later', reason: 'server-error' },
  'server-broken': {
    causes: ['server-misconfigured', 'server-busy'],
    retry: 'later',
    reason: 'server-error',
  },
  'service-closed': {
    causes: ['server-busy', 'client-blocklisted', 'too-many-connections'],
    retry: 'later',
    reason: 'sender-blocked',
  },

  // The login.
  'login-refused': {
    causes: ['login-rejected', 'app-password-needed', 'login-name-form', 'oauth-needed'],
    retry: 'after-change',
    stage: 'auth',
    reason: 'policy',
  },
  'login-undecided': {
    causes: ['server-busy', 'login-rejected', 'rate-limit'],
    retry: 'later',
    stage: 'auth',
  },
  'login-missing': {
    causes: ['auth-needed', 'security-mismatch'],
    retry: 'after-change',
    stage: 'auth',
    reason: 'policy',
  },
  'login-not-offered': {
    causes: ['auth-not-offered', 'wrong-port', 'security-mismatch'],
    retry: 'after-change',
    stage: 'auth',
  },
  'login-method': {
    causes: ['auth-method-wrong', 'oauth-needed', 'security-mismatch'],
    retry: 'after-change',
    stage: 'auth',
  },
  'login-needs-encryption': {
    causes: ['security-mismatch', 'auth-method-wrong'],
    retry: 'after-change',
    stage: 'auth',
  },
  'login-plain-forbidden': {
    causes: ['auth-method-wrong', 'security-mismatch'],
    retry: 'after-change',
    stage: 'auth',
  },
  'login-kerberos': { causes: ['auth-method-wrong', 'clock-wrong'], retry: 'after-change', stage: 'auth' },
  'login-name': { causes: ['login-name-form', 'login-rejected'], retry: 'after-change', stage: 'auth' },
  'password-missing': { causes: ['login-rejected', 'profile-broken'], retry: 'after-change', stage: 'auth' },
  'app-password': { causes: ['app-password-needed', 'login-rejected'], retry: 'after-change', stage: 'auth' },
  'authorization-code': {
    causes: ['app-password-needed', 'access-switch-off'],
    retry: 'after-change',
    stage: 'auth',
  },
  'sign-in-needed': { causes: ['oauth-needed', 'app-password-needed'], retry: 'after-change', stage: 'auth' },
  'sign-in-expired': { causes: ['oauth-needed', 'clock-wrong'], retry: 'after-change', stage: 'auth' },
  'sign-in-in-browser': { causes: ['account-locked', 'oauth-needed'], retry: 'after-change', stage: 'auth' },
  'basic-login-off': { causes: ['oauth-needed', 'smtp-auth-off'], retry: 'after-change', stage: 'auth' },
  'smtp-login-off': { causes: ['smtp-auth-off', 'oauth-needed'], retry: 'after-change', stage: 'auth' },
  'login-policy': {
    causes: ['account-policy', 'oauth-needed', 'login-rejected'],
    retry: 'after-change',
    stage: 'auth',
  },
  'access-off': {
    causes: ['access-switch-off', 'app-password-needed'],
    retry: 'after-change',
    stage: 'auth',
  },
  'plan-without-programs': {
    causes: ['plan-without-programs', 'app-password-needed'],
    retry: 'after-change',
    stage: 'auth',
  },
  'account-locked': {
    causes: ['account-locked', 'login-rejected'],
    retry: 'after-change',
    stage: 'auth',
    reason: 'sender-blocked',
  },
  'too-many-logins': {
    causes: ['account-locked', 'rate-limit', 'login-rejected'],
    retry: 'later',
    stage: 'auth',
  },
  'pop-first': { causes: ['pop-before-smtp', 'auth-needed'], retry: 'after-change', reason: 'relay-denied' },
  'silent-refusal': { causes: ['login-rejected', 'smtp-auth-off'], retry: 'after-change', stage: 'auth' },

  // Who sends, to whom.
  'sender-refused': {
    causes: ['sender-rejected', 'auth-needed', 'server-policy'],
    retry: 'after-change',
    reason: 'sender-blocked',
  },
  'sender-not-yours': {
    causes: ['sender-rejected', 'login-name-form'],
    retry: 'after-change',
    reason: 'sender-blocked',
  },
  'sender-domain': {
    causes: ['sender-rejected', 'server-misconfigured'],
    retry: 'after-change',
    reason: 'sender-blocked',
  },
  'relay-refused': { causes: ['relay-denied', 'auth-needed'], retry: 'after-change', reason: 'relay-denied' },
  'relay-without-login': {
    causes: ['auth-needed', 'relay-denied'],
    retry: 'after-change',
    reason: 'relay-denied',
  },
  'recipient-refused': {
    causes: ['recipient-wrong', 'relay-denied', 'server-policy'],
    retry: 'after-change',
    reason: 'user-unknown',
  },
  'recipient-filter': {
    causes: ['recipient-wrong', 'server-policy'],
    retry: 'after-change',
    reason: 'user-unknown',
  },
  'recipients-refused': {
    causes: ['relay-denied', 'auth-needed', 'recipient-wrong', 'port-25-intercepted'],
    retry: 'after-change',
    reason: 'user-unknown',
  },
  'recipient-unknown': { causes: ['recipient-wrong'], retry: 'after-change', reason: 'user-unknown' },
  'recipient-moved': { causes: ['recipient-wrong'], retry: 'after-change', reason: 'mailbox-disabled' },
  'recipient-disabled': {
    causes: ['recipient-wrong', 'account-locked'],
    retry: 'never',
    reason: 'mailbox-disabled',
  },
  'recipient-syntax': { causes: ['recipient-wrong'], retry: 'after-change', reason: 'user-unknown' },
  'recipient-host': {
    causes: ['recipient-wrong', 'remote-server-down'],
    retry: 'after-change',
    reason: 'host-unknown',
  },
  'recipient-no-mail': {
    causes: ['recipient-wrong', 'remote-server-down'],
    retry: 'after-change',
    reason: 'host-unknown',
  },
  'recipient-missing': { causes: ['recipient-wrong'], retry: 'after-change' },
  'too-many-recipients': {
    causes: ['rate-limit', 'server-policy'],
    retry: 'after-change',
    reason: 'rate-limited',
  },
  'mailbox-full': { causes: ['recipient-quota'], retry: 'later', reason: 'mailbox-full' },
  'own-quota': { causes: ['own-quota', 'rate-limit'], retry: 'after-change', reason: 'rate-limited' },
  'storage-limit': {
    causes: ['message-too-large', 'recipient-quota', 'own-quota'],
    retry: 'after-change',
    reason: 'mailbox-full',
  },

  // The message, and who it comes from.
  'too-large': { causes: ['message-too-large'], retry: 'after-change', reason: 'too-big' },
  spam: { causes: ['content-refused', 'client-blocklisted'], retry: 'after-change', reason: 'spam' },
  virus: { causes: ['content-refused'], retry: 'after-change', reason: 'virus' },
  content: {
    causes: ['content-refused', 'message-too-large', 'sender-rejected', 'dmarc'],
    retry: 'after-change',
    reason: 'policy',
  },
  'message-form': { causes: ['content-refused', 'program-too-old'], retry: 'after-change', reason: 'policy' },
  policy: {
    causes: ['server-policy', 'content-refused', 'sender-rejected'],
    retry: 'after-change',
    reason: 'policy',
  },
  'not-authenticated': {
    causes: ['dmarc', 'sender-rejected'],
    retry: 'after-change',
    reason: 'sender-authentication',
  },
  'no-reverse-name': {
    causes: ['client-refused', 'client-blocklisted', 'server-misconfigured'],
    retry: 'after-change',
    reason: 'sender-blocked',
  },
  'block-listed': {
    causes: ['client-blocklisted', 'client-refused'],
    retry: 'after-change',
    reason: 'sender-blocked',
  },
  reputation: { causes: ['client-blocklisted', 'rate-limit'], retry: 'later', reason: 'sender-blocked' },
  'rate-limited': { causes: ['rate-limit', 'client-blocklisted'], retry: 'later', reason: 'rate-limited' },
  'too-many-connections': {
    causes: ['too-many-connections', 'rate-limit'],
    retry: 'later',
    reason: 'rate-limited',
  },
  greylisted: { causes: ['greylisting'], retry: 'later', reason: 'sender-blocked' },
  'gave-up': {
    causes: ['remote-server-down', 'recipient-wrong', 'port-25-blocked'],
    retry: 'later',
    reason: 'expired',
  },
  'still-trying': {
    causes: ['not-a-send-failure', 'remote-server-down', 'greylisting'],
    retry: 'never',
    reason: 'expired',
  },
  'remote-down': { causes: ['remote-server-down'], retry: 'later', reason: 'network' },
  'mail-loop': { causes: ['server-misconfigured', 'recipient-wrong'], retry: 'never', reason: 'network' },
  'refused-somehow': {
    causes: ['server-policy', 'client-blocklisted', 'content-refused', 'sender-rejected'],
    retry: 'after-change',
    reason: 'policy',
  },
  'came-back': {
    causes: ['read-inner-code', 'recipient-wrong', 'client-blocklisted', 'dmarc', 'recipient-quota'],
    retry: 'after-change',
  },
  'not-a-failure': { causes: ['not-a-send-failure'], retry: 'never', reason: 'not-a-failure' },

  // Receiving.
  'imap-off': { causes: ['imap-disabled'], retry: 'after-change', stage: 'auth' },
  'pop-off': { causes: ['pop-disabled'], retry: 'after-change', stage: 'auth' },
  'account-in-use': { causes: ['account-in-use', 'too-many-connections'], retry: 'later' },
  'receiving-refused': {
    causes: ['login-rejected', 'pop-disabled', 'account-in-use'],
    retry: 'after-change',
    stage: 'auth',
  },
  'receiving-goodbye': { causes: ['connection-lost', 'too-many-connections', 'server-busy'], retry: 'later' },

  // The program.
  'profile-broken': { causes: ['profile-broken', 'program-broken'], retry: 'after-change' },
  'program-broken': { causes: ['program-broken', 'profile-broken'], retry: 'after-change' },
  'program-too-old': { causes: ['program-too-old', 'oauth-needed'], retry: 'after-change' },
  'exchange-away': { causes: ['server-down', 'offline', 'profile-broken'], retry: 'later' },
  'device-store': { causes: ['certificate-problem', 'program-too-old'], retry: 'after-change', stage: 'tls' },
  'outgoing-check': {
    causes: ['login-rejected', 'submission-blocked', 'certificate-problem'],
    retry: 'after-change',
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type KindName = keyof typeof kinds;

/** The kind of that name. */
export function kindOf(name: KindName): Kind {
  return kinds[name];
}
