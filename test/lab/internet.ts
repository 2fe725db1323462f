import { writeFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { builtInReferences, connectivityCheck } from '../../shared/model/references.ts';
import { type Authority, type Certificate, type CertificateRequest, makeAuthority } from './authority.ts';
import { ip, type Scope, sysctl } from './scope.ts';
import type { Listener } from './scripted/spec.ts';
import { startDns, type Zone } from './servers/dnsmasq.ts';
import { startDovecot } from './servers/dovecot.ts';
import { type PostfixPort, startPostfix } from './servers/postfix.ts';
import { addressesOf, type CertificateKind, type Site, sites } from './sites.ts';

/** A small internet in one namespace: every server of the lab, each operator at its own address. */
export type Internet = {
  readonly namespace: string;
  /** Root certificates that the lab's clients trust, PEM. */
  readonly trustedRoots: readonly string[];
};

/** DNS servers of the internet, by what they answer. */
export const dnsServers = { honest: '192.0.2.53' } as const;

/** Starts every server. Takes about three seconds. */
export async function makeInternet(scope: Scope): Promise<Internet> {
  const namespace = scope.addNamespace('net', dnsServers.honest);
  sysctl(namespace, [
    'net/ipv4/tcp_no_metrics_save=1',
    'net/ipv6/conf/all/forwarding=1',
    'net/ipv4/ip_forward=1',
  ]);
  const authorities = ['Lab Trust', 'Test Authority', 'Example Certificates'].map((name, index) =>
    makeAuthority(join(scope.folder, `authority-${index}`), name),
  );
  const references = referenceServers(authorities);
  const postfixPorts: PostfixPort[] = [];
  const dovecotSites: { ipAddresses: string[]; certificate: Certificate }[] = [];
  for (const site of sites) {
    const certificate = certificateFor(site, authorities[0] as Authority);
    const ipAddresses = Object.values(addressesOf(site));
    if (site.hasIncoming) dovecotSites.push({ ipAddresses, certificate });
    for (const [port, play] of Object.entries(site.postfix)) {
      for (const ipAddress of ipAddresses) {
        const { tls, parameters = {}, offersLogin = true } = play;
        const hostName = hostOf(site);
        postfixPorts.push({
          ipAddress,
          port: Number(port),
          hostName,
          tls,
          certificate,
          offersLogin,
          parameters,
        });
      }
    }
  }
  const zone = honestZone(references.addresses);
  const everyAddress = new Set([
    ...zone.addresses.map((known) => known.ipAddress),
    ...Object.values(dnsServers),
  ]);
  for (const listener of references.listeners) everyAddress.add(listener.ipAddress);
  ip(namespace, [...everyAddress].map(onLoopback));

  const loginSocket = await startDovecot(scope, namespace, dovecotSites);
  await Promise.all([
    startPostfix(scope, namespace, postfixPorts, loginSocket),
    startDns(scope, namespace, dnsServers.honest, zone),
    startScripted(scope, namespace, references.listeners),
  ]);
  return { namespace, trustedRoots: authorities.map((authority) => authority.rootPem) };
}

export function domainOf(site: Site): string {
  return `${site.name}.test`;
}

export function hostOf(site: Site): string {
  return `mail.${site.name}.test`;
}

function onLoopback(ipAddress: string): string {
  return isIPv6(ipAddress) ? `addr add ${ipAddress}/128 dev lo nodad` : `addr add ${ipAddress}/32 dev lo`;
}

function certificateFor(site: Site, authority: Authority): Certificate {
  const names = [hostOf(site)];
  const requests: Record<CertificateKind, CertificateRequest> = {
    good: { names },
    expired: { names, validFromDays: -90, validToDays: -3 },
    'wrong-name': { names: ['shared42.lab.test'] },
    'self-made': { names, isSelfMade: true },
    'private-authority': { names },
    incomplete: { names, isChainIncomplete: true },
    sha1: { names, digest: 'sha1' },
  };
  return authority.issue(requests[site.certificate]);
}

type Known = { readonly name: string; readonly ipAddress: string };

/** The product's built-in controls, each operator at its own address with a certificate of its own. */
function referenceServers(authorities: readonly Authority[]): { listeners: Listener[]; addresses: Known[] } {
  const listeners: Listener[] = [];
  const addresses: Known[] = [];
  builtInReferences.forEach((reference, index) => {
    const { host, ports, kind } = reference;
    if (kind === 'well-known-address') {
      listeners.push(...ports.map((port): Listener => ({ kind: 'silent', ipAddress: host, port })));
      return;
    }
    const own = [`198.51.100.${10 + index}`, `2001:db8:51::${10 + index}`];
    addresses.push(...own.map((ipAddress) => ({ name: host, ipAddress })));
    if (kind !== 'mail') return;
    const authority = authorities[index % authorities.length] as Authority;
    const files = authority.issue({ names: [host] });
    for (const ipAddress of own) {
      for (const port of ports) {
        const tls = port === 465 ? 'implicit' : 'starttls';
        listeners.push({ kind: 'smtp', ipAddress, port, hostName: host, tls, files });
      }
    }
  });
  const web = '198.51.100.80';
  addresses.push({ name: connectivityCheck.host, ipAddress: web });
  listeners.push({
    kind: 'web',
    ipAddress: web,
    port: connectivityCheck.port,
    status: connectivityCheck.status,
    body: `${connectivityCheck.body}\n`,
  });
  return { listeners, addresses };
}

function honestZone(known: readonly Known[]): Zone {
  const addresses = [...known];
  const mx: { domain: string; exchange: string }[] = [];
  const srv: { name: string; target: string; port: number }[] = [];
  for (const site of sites) {
    const [domain, host] = [domainOf(site), hostOf(site)];
    for (const ipAddress of Object.values(addressesOf(site))) addresses.push({ name: host, ipAddress });
    mx.push({ domain, exchange: host });
    const services: [string, number][] = [
      ['_submission', 587],
      ['_submissions', 465],
    ];
    for (const [service, port] of services) {
      if (site.postfix[port]) srv.push({ name: `${service}._tcp.${domain}`, target: host, port });
    }
    if (site.hasIncoming) {
      srv.push({ name: `_imaps._tcp.${domain}`, target: host, port: 993 });
      srv.push({ name: `_pop3s._tcp.${domain}`, target: host, port: 995 });
    }
  }
  return { addresses, mx, srv };
}

/** Bundles the scripted servers (Node cannot run TypeScript) and starts them in one process. */
async function startScripted(scope: Scope, namespace: string, listeners: readonly Listener[]): Promise<void> {
  const list = join(scope.folder, 'listeners.json');
  const outDir = join(scope.folder, 'scripted');
  writeFileSync(list, JSON.stringify(listeners));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('./scripted/main.ts', import.meta.url)),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  });
  await scope.start(namespace, [process.execPath, join(outDir, 'main.mjs'), list], { ready: /^ready/ });
}
