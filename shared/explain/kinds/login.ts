import type { Kind } from './kind.ts';

/** The login. */
export const loginKinds = {
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
} as const satisfies Readonly<Record<string, Kind>>;
