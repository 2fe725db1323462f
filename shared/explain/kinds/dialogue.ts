import type { Kind } from './kind.ts';

/** The dialogue with the server. */
export const dialogueKinds = {
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
} as const satisfies Readonly<Record<string, Kind>>;
