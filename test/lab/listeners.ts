import { builtInReferences, connectivityCheck } from '../../shared/model/references.ts';
import { addressesOfReference, dnsServers, meddledPorts, places } from './addresses.ts';
import type { Certificates } from './certificates.ts';
import type { Listener, Place, Play, WebPlay } from './scripted/spec.ts';
import { addressesOf, hostOf, portsOf, type Site, sites } from './sites.ts';

/** Everything that the scripted servers play: other operators, the web, devices on the way, and odd mail servers. */
export function scriptedListeners(certificates: Certificates): readonly Listener[] {
  return [
    ...builtInReferences.flatMap((reference) => controlListeners(reference, certificates)),
    ...Object.values(places.connectivityCheck).flatMap((ipAddress) => web(ipAddress, expectedPage)),
    ...web(places.advertisements, { status: 200, body: '<html>Were you looking for something?</html>' }),
    ...web(places.portal, portalPage),
    ...web(places.portalInside, portalPage),
    ...Object.values(places.relay).flatMap((ipAddress) =>
      [25, 587].map(
        (port): Listener => ({
          ipAddress,
          port,
          kind: 'smtp',
          hostName: 'relay.isp.test',
          tls: 'none',
          files: certificates.by('relay.isp.test'),
          hasNoLogin: true,
        }),
      ),
    ),
    ...meddlers(certificates),
    { kind: 'dns', ipAddress: dnsServers.slow, port: 53, target: honestDns, delayMs: 2500, answersEvery: 1 },
    {
      kind: 'dns',
      ipAddress: dnsServers.forgetful,
      port: 53,
      target: honestDns,
      delayMs: 0,
      answersEvery: 2,
    },
    ...sites.flatMap((site) => oddServers(site, certificates)),
  ];
}

const honestDns: Place = { ipAddress: dnsServers.honest, port: 53 };

const expectedPage = { status: connectivityCheck.status, body: `${connectivityCheck.body}\n` };

const portalPage = {
  status: 302,
  body: '<html>Please sign in.</html>',
  location: 'http://portal.hotel.test/login',
};

/** The product's built-in controls. The one known not to listen has nothing, as in life. */
function controlListeners(
  reference: (typeof builtInReferences)[number],
  certificates: Certificates,
): readonly Listener[] {
  const { host, kind, ports } = reference;
  if (kind === 'well-known-address') return ports.map((port) => ({ kind: 'silent', ipAddress: host, port }));
  if (kind !== 'mail') return [];
  return Object.values(addressesOfReference(reference)).flatMap((ipAddress) =>
    ports.map(
      (port): Listener => ({
        ipAddress,
        port,
        kind: 'smtp',
        hostName: host,
        tls: port === 465 ? 'implicit' : 'starttls',
        files: certificates.by(host),
      }),
    ),
  );
}

function web(ipAddress: string, page: Omit<WebPlay, 'kind'>): readonly Listener[] {
  return [{ kind: 'web', ipAddress, port: 80, ...page }];
}

function meddlers(certificates: Certificates): readonly Listener[] {
  return (['antivirus', 'masking', 'deleting'] as const).flatMap((kind) =>
    meddledPorts().map(
      ({ hostName, ipAddress, port, devicePort }): Listener => ({
        ipAddress: ipAddress.includes(':') ? places[kind].ipv6 : places[kind].ipv4,
        port: devicePort,
        kind,
        target: { ipAddress, port },
        isImplicit: [465, 993, 995].includes(port),
        files: certificates.byAntivirus(hostName),
      }),
    ),
  );
}

function oddServers(site: Site, certificates: Certificates): readonly Listener[] {
  const { software, offersStarttlsEvery = 1, cutsTls = false } = site;
  const everywhere = (play: (port: number) => Play): Listener[] =>
    Object.values(addressesOf(site)).flatMap((ipAddress) =>
      Object.keys(portsOf(site)).map((port) => ({ ipAddress, port: Number(port), ...play(Number(port)) })),
    );
  if (software === 'postfix behind a proxy') {
    return everywhere((port) => ({
      kind: 'proxy',
      target: { ipAddress: places.behindProxy, port } satisfies Place,
    }));
  }
  if (software !== 'scripted') return [];
  return everywhere((port) => ({
    kind: 'smtp',
    hostName: hostOf(site),
    tls: portsOf(site)[port]?.tls ?? 'none',
    files: certificates.ofSite(site),
    offersStarttlsEvery,
    cutsTls,
  }));
}
