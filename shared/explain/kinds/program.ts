import type { Kind } from './kind.ts';

/** The program itself. */
export const programKinds = {
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
