import type { Kind } from './kind.ts';

/** Receiving. */
export const receivingKinds = {
  'imap-off': { causes: ['imap-disabled'], retry: 'after-change', stage: 'auth' },
  'pop-off': { causes: ['pop-disabled'], retry: 'after-change', stage: 'auth' },
  'account-in-use': { causes: ['account-in-use', 'too-many-connections'], retry: 'later' },
  'receiving-refused': {
    causes: ['login-rejected', 'pop-disabled', 'account-in-use'],
    retry: 'after-change',
    stage: 'auth',
  },
  'receiving-goodbye': { causes: ['connection-lost', 'too-many-connections', 'server-busy'], retry: 'later' },
} as const satisfies Readonly<Record<string, Kind>>;
