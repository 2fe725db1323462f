import type { Kind } from './kind.ts';

/** Encryption. */
export const encryptionKinds = {
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
} as const satisfies Readonly<Record<string, Kind>>;
