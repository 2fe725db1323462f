import type { CertificateWish } from '../certificates.ts';
import type { SubmissionBehaviour } from '../servers/submission-session.ts';
import { practiceDomain } from './everyday-world.ts';
import type { Host, PathRule, Service, World } from './world.ts';

/** One thing that goes wrong: the same world, changed. */
export type NetworkFault = (world: World) => World;

/** The network in between lets nothing through on these ports, to anyone. */
export function blocked(
  ports: PathRule['ports'],
  fate: 'drop' | 'refuse' | 'unreachable' = 'drop',
): NetworkFault {
  return onTheWay({ ports, fate });
}

/** A router lets mail out only to the hosts on its list. */
export function mailOnlyTo(allowed: readonly string[], ports: readonly number[]): NetworkFault {
  return (world) => {
    const hosts = world.hosts.map(firstName).filter((name) => !allowed.includes(name));
    return onTheWay({ ports, hosts, fate: 'drop' })(world);
  };
}

/** A device answers every connection to this port itself, whoever it was meant for. */
export function intercepted(port: number, service: Service): NetworkFault {
  const gateway: Host = {
    names: [`gateway.access.${practiceDomain}`],
    ipAddress: '192.0.2.1',
    roundTripMs: 3,
    certificate: { names: [`gateway.access.${practiceDomain}`] },
    services: { [port]: service },
    otherPorts: 'refuse',
  };
  return (world) =>
    onTheWay({ ports: [port], fate: { redirectedTo: gateway.ipAddress } })({
      ...world,
      hosts: [...world.hosts, gateway],
    });
}

/** A sign-in page stands before everything: names lead to it, and whatever goes elsewhere is lost. */
export function behindPortal(): NetworkFault {
  const portal: Host = {
    names: [`portal.${practiceDomain}`],
    ipAddress: '192.168.44.1',
    roundTripMs: 4,
    certificate: { names: [`portal.${practiceDomain}`], issuer: 'itself' },
    services: { 80: { protocol: 'web', security: 'none', answer: 'portal' } },
    otherPorts: 'refuse',
  };
  return (world) => {
    const hosts = world.hosts.map(firstName);
    return onTheWay({ ports: 'every', hosts, fate: 'drop' })({
      ...world,
      hosts: [...world.hosts, portal],
      dns: { mood: 'lying', ipAddress: portal.ipAddress },
    });
  };
}

/** A device on the way overwrites the offer of STARTTLS, to every server. */
export function startTlsMasked(): NetworkFault {
  return everyHost((host) =>
    onSmtp(host, (service) => (service.security === 'starttls' ? { ...service, fault: 'masked' } : service)),
  );
}

/** Something changes every server the same way, because it stands before all of them. */
export function everyHost(change: (host: Host) => Host): NetworkFault {
  return (world) => ({ ...world, hosts: world.hosts.map(change) });
}

/** Something is wrong at the person's own server only. */
export function ownServer(change: (host: Host) => Host): NetworkFault {
  return (world) => ({
    ...world,
    hosts: world.hosts.map((host, index) => (index === 0 ? change(host) : host)),
  });
}

/** Changes what listens on the outgoing ports of a host. */
export function onSmtp(
  host: Host,
  change: (service: Extract<Service, { protocol: 'smtp' }>) => Service,
): Host {
  const services = Object.entries(host.services).map(([port, service]) => [
    port,
    service.protocol === 'smtp' ? change(service) : service,
  ]);
  return { ...host, services: Object.fromEntries(services) };
}

/** The person's own server does so with a login or a message. */
export function withSubmission(submission: SubmissionBehaviour): NetworkFault {
  return ownServer((host) => onSmtp(host, (service) => ({ ...service, submission })));
}

/** The domain says nothing in DNS of who may send for it. */
export function withoutSenderPolicy(): NetworkFault {
  return (world) => ({ ...world, txt: {} });
}

/** The person's own server refuses every login for receiving. */
export function withoutMailbox(): NetworkFault {
  return ownServer((host) => {
    const services = Object.entries(host.services).map(([port, service]) => [
      port,
      service.protocol === 'imap'
        ? { ...service, login: 'NO [AUTHENTICATIONFAILED] wrong user name or password' }
        : service,
    ]);
    return { ...host, services: Object.fromEntries(services) };
  });
}

/** A host whose certificate is not as it should be. */
export function withCertificate(host: Host, change: Partial<CertificateWish>): Host {
  return { ...host, certificate: { ...host.certificate, ...change } };
}

/** A host on which nothing listens on these ports. */
export function without(host: Host, ports: readonly number[]): Host {
  return keeping(host, ([port]) => !ports.includes(Number(port)));
}

/** The person's own server has never heard of TLS, and DNS names no port for it that begins with TLS. */
export function withoutEncryption(): NetworkFault {
  const plain = (host: Host): Host => {
    const { services } = keeping(host, ([, service]) => service.security !== 'tls');
    const changed = Object.entries(services).map(([port, service]) => [
      port,
      { ...service, security: 'none' },
    ]);
    return { ...host, services: Object.fromEntries(changed) };
  };
  return (world) => ({
    ...ownServer(plain)(world),
    srv: Object.fromEntries(
      Object.entries(world.srv).filter(([name]) => !/^_(?:imaps|submissions)\./.test(name)),
    ),
  });
}

/** No DNS server answers. */
export function dnsSilent(afterMs: number): NetworkFault {
  return (world) => ({ ...world, dns: { mood: 'silent', afterMs } });
}

function keeping(host: Host, isKept: (entry: [port: string, service: Service]) => boolean): Host {
  return { ...host, services: Object.fromEntries(Object.entries(host.services).filter(isKept)) };
}

function onTheWay(rule: PathRule): NetworkFault {
  return (world) => ({ ...world, path: [...world.path, rule] });
}

function firstName(host: Host): string {
  return host.names[0] ?? '';
}
