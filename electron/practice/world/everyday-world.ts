import { builtInReferences, connectivityCheck, type Reference } from '../../../shared/model/references.ts';
import type { Host, Service, World } from './world.ts';

/** The domain of the practice network's mail address; `.example` is nobody's: RFC 2606 section 2. */
export const practiceDomain = 'practice.example';
/** The person's own server there. */
export const ownServerName = `mail.${practiceDomain}`;

const auth = ['PLAIN', 'LOGIN'];
/** SMTP with STARTTLS and a login: what is meant to be on 587. */
export const submission: Service = { protocol: 'smtp', security: 'starttls', auth };
const submissions: Service = { protocol: 'smtp', security: 'tls', auth };
const website: Service = { protocol: 'web', security: 'none', answer: 'success' };
const secureWebsite: Service = { protocol: 'web', security: 'tls', answer: 'success' };

/** An ordinary mail host with every usual port open. Addresses are those for documentation: RFC 5737. */
const ownServer: Host = {
  names: [ownServerName],
  ipAddress: '192.0.2.25',
  roundTripMs: 28,
  certificate: { names: [ownServerName] },
  services: {
    25: submission,
    26: submission,
    465: submissions,
    587: submission,
    2525: submission,
    110: { protocol: 'pop3', security: 'starttls' },
    995: { protocol: 'pop3', security: 'tls' },
    143: { protocol: 'imap', security: 'starttls' },
    993: { protocol: 'imap', security: 'tls' },
    443: secureWebsite,
  },
  otherPorts: 'refuse',
};

const connectivityHost: Host = {
  names: [connectivityCheck.host],
  ipAddress: '203.0.113.80',
  roundTripMs: 16,
  certificate: { names: [connectivityCheck.host] },
  services: { [connectivityCheck.port]: website },
  otherPorts: 'drop',
};

/** Everything works: the person's own server, every built-in control, and the connectivity check. */
export const everydayWorld: World = {
  hosts: [ownServer, connectivityHost, ...builtInReferences.map(referenceHost)],
  mx: { [practiceDomain]: ownServerName },
  srv: {
    [`_submission._tcp.${practiceDomain}`]: { target: ownServerName, port: 587 },
    [`_imaps._tcp.${practiceDomain}`]: { target: ownServerName, port: 993 },
  },
  txt: {
    [practiceDomain]: ['v=spf1 mx -all'],
    [`_dmarc.${practiceDomain}`]: ['v=DMARC1; p=reject'],
  },
  dns: { mood: 'honest' },
  path: [],
};

function referenceHost(reference: Reference, index: number): Host {
  const { host, kind } = reference;
  return {
    names: [host],
    // Controls that are asked for by number keep it: the dialler never lets it out.
    ipAddress: kind === 'well-known-address' ? host : `198.51.100.${10 + index}`,
    roundTripMs: 14 + 3 * index,
    certificate: { names: [host] },
    services: referenceServices(reference),
    otherPorts: 'drop',
  };
}

function referenceServices({ kind, ports }: Reference): Host['services'] {
  switch (kind) {
    case 'mail':
      return Object.fromEntries(ports.map((port) => [port, port === 465 ? submissions : submission]));
    case 'not-listening':
      return { 80: website, 443: secureWebsite };
    case 'well-known-address':
      return Object.fromEntries(ports.map((port) => [port, secureWebsite]));
    case 'made-up-name':
      return {};
  }
}
