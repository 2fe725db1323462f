import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { dnsServers, places, throughNat64 } from './addresses.ts';
import { type Certificates, makeCertificates } from './certificates.ts';
import { scriptedListeners } from './listeners.ts';
import { ip, run, type Scope, sysctl } from './scope.ts';
import type { Listener } from './scripted/spec.ts';
import { startDns } from './servers/dnsmasq.ts';
import { startDovecot } from './servers/dovecot.ts';
import { startExim } from './servers/exim.ts';
import { type PostfixPort, startPostfix } from './servers/postfix.ts';
import { addressesOf, deadNetworks, hostOf, portsOf, sites } from './sites.ts';
import { honestZone, lyingZone, nat64Zone } from './zone.ts';

/** A small internet in one namespace: every server of the lab, each operator at its own address. */
export type Internet = {
  readonly namespace: string;
  /** Roots of the lab's public authorities, PEM. */
  readonly publicRoots: readonly string[];
};

/** Starts every server. Takes some seconds. */
export async function makeInternet(scope: Scope): Promise<Internet> {
  const namespace = scope.addNamespace('net', dnsServers.honest);
  const certificates = makeCertificates(scope.folder);
  const listeners = scriptedListeners(certificates);
  prepareNetwork(namespace, listeners);
  // Whatever is sent lands in one mailbox.
  const maildir = join(scope.folder, 'mail');
  mkdirSync(maildir);
  chownSync(maildir, 65534, 65534);
  const loginSocket = await startDovecot(
    scope,
    namespace,
    sites
      .filter((site) => site.hasIncoming !== false)
      .map((site) => ({
        ipAddresses: Object.values(addressesOf(site)),
        certificate: certificates.ofSite(site),
      })),
    { maildir: join(maildir, 'kept') },
  );
  await Promise.all([
    startPostfix(scope, namespace, postfixPorts(certificates), loginSocket, { maildir, folder: 'kept/' }),
    ...sites
      .filter((site) => site.software === 'exim')
      .map((site) =>
        startExim(scope, namespace, {
          ipAddresses: Object.values(addressesOf(site)),
          ports: Object.keys(portsOf(site)).map(Number),
          hostName: hostOf(site),
          certificate: certificates.ofSite(site),
        }),
      ),
    startDns(scope, namespace, dnsServers.honest, honestZone()),
    startDns(scope, namespace, dnsServers.everyName, {
      ...honestZone(),
      everyOtherName: places.advertisements,
    }),
    startDns(scope, namespace, dnsServers.portal, lyingZone(places.portalInside)),
    startDns(scope, namespace, dnsServers.nobody, lyingZone(places.nobodyInside)),
    startDns(scope, namespace, dnsServers.nat64, nat64Zone()),
    startScripted(scope, namespace, listeners),
  ]);
  return { namespace, publicRoots: certificates.publicRoots };
}

/** All addresses on the loopback of the namespace, so that servers can listen at them; and the NAT64 gateway. */
function prepareNetwork(namespace: string, listeners: readonly Listener[]): void {
  sysctl(namespace, [
    'net/ipv4/tcp_no_metrics_save=1',
    'net/ipv4/ip_forward=1',
    'net/ipv6/conf/all/forwarding=1',
  ]);
  const own = new Set<string>([
    ...Object.values(dnsServers).filter((address) => address !== dnsServers.nobodyThere),
    places.nobodyInside,
    ...sites.filter((site) => !site.isSwitchedOff).flatMap((site) => Object.values(addressesOf(site))),
    ...listeners.map(({ ipAddress }) => ipAddress),
    ...honestZone()
      .addresses.map(({ ipAddress }) => ipAddress)
      .filter((ipAddress) => !isDead(ipAddress)),
  ]);
  ip(namespace, [
    ...[...own].map((address) =>
      isIPv6(address) ? `addr add ${address}/128 dev lo nodad` : `addr add ${address}/32 dev lo`,
    ),
    ...deadNetworks.map((network) => `route add blackhole ${network}`),
  ]);
  run('ip', ['netns', 'exec', namespace, 'nft', '-f', '-'], `${nat64Gateway()}${serverFirewalls()}`);
}

function isDead(ipAddress: string): boolean {
  const switchedOff = sites
    .filter((site) => site.isSwitchedOff)
    .flatMap((site) => Object.values(addressesOf(site)));
  const dead = sites.flatMap((site) => site.deadAddresses ?? []);
  return [...switchedOff, ...dead].includes(ipAddress);
}

/** Leads NAT64's addresses to the IPv6 address of the server that the IPv4 address belongs to. */
function nat64Gateway(): string {
  const zone = honestZone();
  const pairs = zone.addresses.flatMap(({ name, ipAddress }) => {
    const v6 = zone.addresses.find((other) => other.name === name && isIPv6(other.ipAddress));
    return isIPv6(ipAddress) || !v6 ? [] : [`${throughNat64(ipAddress)} : ${v6.ipAddress}`];
  });
  return `table inet nat64 {
  chain arriving {
    type nat hook prerouting priority dstnat;
    dnat ip6 to ip6 daddr map { ${[...new Set(pairs)].join(', ')} }
  }
}
`;
}

/** What the sites' own firewalls do with callers. */
function serverFirewalls(): string {
  const rules = sites.flatMap((site) => {
    const { ipv4, ipv6 } = addressesOf(site);
    const { ipv4: four = [], ipv6: six = [] } = site.firewall ?? {};
    return [
      ...four.map((rule) => `ip daddr ${ipv4} ${rule}`),
      ...six.map((rule) => `ip6 daddr ${ipv6} ${rule}`),
    ];
  });
  return `table inet servers {
  set callers { type ipv4_addr; flags dynamic; timeout 1m; }
  set callers6 { type ipv6_addr; flags dynamic; timeout 1m; }
  set tries { type ipv4_addr . inet_service . inet_service; flags dynamic, timeout; }
  set tries6 { type ipv6_addr . inet_service . inet_service; flags dynamic, timeout; }
  chain arriving {
    type filter hook input priority filter;
    ${rules.join('\n    ')}
  }
}
`;
}

function postfixPorts(certificates: Certificates): readonly PostfixPort[] {
  return sites.flatMap((site) => {
    const software = site.software ?? 'postfix';
    if (software !== 'postfix' && software !== 'postfix behind a proxy') return [];
    const isBehind = software !== 'postfix';
    const ipAddresses = isBehind ? [places.behindProxy] : Object.values(addressesOf(site));
    return Object.entries(portsOf(site)).flatMap(([port, { tls, parameters = {}, offersLogin = true }]) =>
      ipAddresses.map((ipAddress) => ({
        ipAddress,
        port: Number(port),
        hostName: hostOf(site),
        tls,
        certificate: certificates.ofSite(site),
        ...(site.certificate === 'by-name' ? { byName: certificates.by(hostOf(site)) } : {}),
        offersLogin,
        parameters: { ...parameters, ...(isBehind ? { smtpd_upstream_proxy_protocol: 'haproxy' } : {}) },
      })),
    );
  });
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
