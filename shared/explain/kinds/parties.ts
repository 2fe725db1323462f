import type { Kind } from './kind.ts';

/** Who sends, to whom. */
export const partiesKinds = {
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
  'members-only': {
    causes: ['server-policy', 'sender-rejected'],
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
} as const satisfies Readonly<Record<string, Kind>>;
