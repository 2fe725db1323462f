import type { Kind } from './kind.ts';

/** On the way to the server. */
export const wayKinds = {
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
  'no-mailer': { causes: ['server-misconfigured', 'hoster-blocks-smtp'], retry: 'after-change' },
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
} as const satisfies Readonly<Record<string, Kind>>;
