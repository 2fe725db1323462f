import type { Kind } from './kind.ts';

/** The message that is sent or came back, and who it comes from. */
export const messageKinds = {
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
  'host-refused': {
    causes: ['auth-needed', 'client-refused', 'server-policy'],
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
  'recipient-busy': { causes: ['rate-limit'], retry: 'later', reason: 'rate-limited' },
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
} as const satisfies Readonly<Record<string, Kind>>;
