import type { FindingCode } from '../model/finding.ts';

/** What is nearest the user, and keeps every server out of sight: where one of these is found, nothing is said of blocks and servers. */
export const nearest = [
  'this-computer',
  'proxy-only',
  'offline',
  'captive-portal',
  'dns-unreachable',
  'dns-hijacked',
] as const satisfies readonly FindingCode[];
