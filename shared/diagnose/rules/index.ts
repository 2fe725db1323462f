import type { Rule } from '../rule.ts';
import { allClear } from './all-clear.ts';
import { authNotOffered } from './auth-not-offered.ts';
import { captivePortal } from './captive-portal.ts';
import { certificateChainIncomplete } from './certificate-chain-incomplete.ts';
import { certificateExpired } from './certificate-expired.ts';
import { certificateNameMismatch } from './certificate-name-mismatch.ts';
import { certificateUntrusted } from './certificate-untrusted.ts';
import { clientBlocklisted } from './client-blocklisted.ts';
import { clientCertificateWanted } from './client-certificate-wanted.ts';
import { clientRefused } from './client-refused.ts';
import { clockWrong } from './clock-wrong.ts';
import { dnsHijacked } from './dns-hijacked.ts';
import { dnsSlow } from './dns-slow.ts';
import { dnsUnreachable } from './dns-unreachable.ts';
import { domainMisspelt } from './domain-misspelt.ts';
import { domainNotFound } from './domain-not-found.ts';
import { inconclusive } from './inconclusive.ts';
import { ipv6Unreachable } from './ipv6-unreachable.ts';
import { mailAllowList } from './mail-allow-list.ts';
import { mailPortsBlocked } from './mail-ports-blocked.ts';
import { nameNotServed } from './name-not-served.ts';
import { networkChanged } from './network-changed.ts';
import { noEncryption } from './no-encryption.ts';
import { noSmtpService } from './no-smtp-service.ts';
import { offline } from './offline.ts';
import { packetSize } from './packet-size.ts';
import { port25Blocked } from './port-25-blocked.ts';
import { port25Intercepted } from './port-25-intercepted.ts';
import { portClosed } from './port-closed.ts';
import { privateAddress } from './private-address.ts';
import { proxyOnly } from './proxy-only.ts';
import { relayedElsewhere } from './relayed-elsewhere.ts';
import { securityMismatch } from './security-mismatch.ts';
import { serverBusy } from './server-busy.ts';
import { serverDown } from './server-down.ts';
import { slowGreeting } from './slow-greeting.ts';
import { startTlsRefused } from './starttls-refused.ts';
import { startTlsStripped } from './starttls-stripped.ts';
import { startTlsUnsteady } from './starttls-unsteady.ts';
import { submissionBlocked } from './submission-blocked.ts';
import { submissionFailing } from './submission-failing.ts';
import { submissionPortBlocked } from './submission-port-blocked.ts';
import { thisComputer } from './this-computer.ts';
import { tlsBlocked } from './tls-blocked.ts';
import { tlsIntercepted } from './tls-intercepted.ts';
import { tlsTooOld } from './tls-too-old.ts';

/** Every rule, nearest the user first; when several problems hold, the first one explains best. Contract, section 4. */
export const rules: readonly Rule[] = [
  noSmtpService,
  thisComputer,
  proxyOnly,
  offline,
  captivePortal,
  dnsHijacked,
  dnsUnreachable,
  domainMisspelt,
  domainNotFound,
  privateAddress,
  clockWrong,
  tlsIntercepted,
  relayedElsewhere,
  port25Intercepted,
  startTlsStripped,
  tlsBlocked,
  packetSize,
  mailPortsBlocked,
  submissionBlocked,
  submissionPortBlocked,
  mailAllowList,
  port25Blocked,
  serverDown,
  clientBlocklisted,
  clientRefused,
  serverBusy,
  startTlsRefused,
  clientCertificateWanted,
  nameNotServed,
  submissionFailing,
  portClosed,
  securityMismatch,
  tlsTooOld,
  certificateExpired,
  certificateUntrusted,
  certificateChainIncomplete,
  certificateNameMismatch,
  noEncryption,
  authNotOffered,
  ipv6Unreachable,
  startTlsUnsteady,
  slowGreeting,
  networkChanged,
  dnsSlow,
  // Everything that explains a failure stands above: these two say what is left.
  inconclusive,
  allClear,
];
