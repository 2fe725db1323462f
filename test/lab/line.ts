import { dnsServers } from './addresses.ts';
import { debianFile, triplet } from './debian.ts';
import type { Internet } from './internet.ts';
import type { Network } from './networks.ts';
import { ip, run, type Scope, spawnAhead, sysctl } from './scope.ts';
import { goodWire, layWire } from './wire.ts';

/**
 * One subscriber's line: a home computer, a router with a firewall, and a wire to the internet. Lines of one internet do
 * not know of each other, so tests may use several side by side.
 */
export type Line = {
  /** Namespace of the home computer. */
  readonly home: string;
  /** Sets wire, firewall, addresses and clock anew; everything of the setting before is gone. */
  set(network: Network): Promise<void>;
  /** Runs a program on the home computer to its end. */
  run(command: readonly string[], limitMs: number): Promise<Ran>;
  readonly programs: Programs;
};

/** What is installed on home computers: paths. */
export type Programs = {
  /** A Node to whom the lab's public authorities are what the real ones are elsewhere. */
  readonly node: string;
  /** Entry of the built command line. */
  readonly postway: string;
};

/**
 * nftables statements: what the router forwards, what it redirects elsewhere, and what a firewall at the far end of the wire lets
 * through.
 */
export type RouterRules = {
  readonly forward?: readonly string[];
  readonly redirect?: readonly string[];
  readonly far?: readonly string[];
};

export type Ran = {
  /** `null` when it was ended at its limit. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
  /** When each line of the error output came, in milliseconds after the start. */
  readonly stderrLines: readonly { readonly atMs: number; readonly text: string }[];
};

/** Makes a line; `number` tells the lines of one internet apart (0 to 99). */
export async function makeLine(
  scope: Scope,
  internet: Internet,
  programs: Programs,
  number: number,
): Promise<Line> {
  const home = scope.addNamespace(`home${number}`, dnsServers.honest);
  const router = scope.addNamespace(`router${number}`);
  for (const namespace of [home, router]) {
    sysctl(namespace, [
      'net/ipv4/tcp_no_metrics_save=1',
      'net/ipv6/conf/default/accept_dad=0',
      'net/ipv6/conf/default/dad_transmits=0',
    ]);
  }
  // Without these the kernel holds back every few ICMP errors for a second, as no router of a provider would.
  sysctl(router, [
    'net/ipv4/ip_forward=1',
    'net/ipv6/conf/all/forwarding=1',
    'net/ipv4/icmp_ratelimit=0',
    'net/ipv6/icmp/ratelimit=0',
  ]);
  const far = `wire${number}`;
  const wire = await layWire(
    scope,
    { namespace: router, device: 'wan0' },
    { namespace: internet.namespace, device: far },
  );
  const [v4, v6] = [`192.168.${100 + number}`, `2001:db8:${100 + number}:`];
  ip(home, [`link add lan0 type veth peer name lan0 netns ${router}`, 'link set lan0 up']);
  ip(router, [
    `addr add ${v4}.1/24 dev lan0`,
    `addr add ${v6}:1/64 dev lan0 nodad`,
    'link set lan0 up',
    'link set wan0 up',
    'route add default dev wan0',
    'route add ::/0 dev wan0',
  ]);
  const homeAddresses = {
    4: [`addr replace ${v4}.2/24 dev lan0`, `route replace default via ${v4}.1`],
    6: [`addr replace ${v6}:2/64 dev lan0 nodad`, `route replace ::/0 via ${v6}:1`],
  };
  ip(internet.namespace, [
    `link set ${far} up`,
    `route add ${v4}.0/24 dev ${far}`,
    `route add ${v6}:/64 dev ${far}`,
  ]);

  let settings = 0;
  let environment: Readonly<Record<string, string>> = {};
  return {
    home,
    programs,
    async set(network) {
      const { rules = {}, families = [4, 6], resolvers = [dnsServers.honest] } = network;
      settings += 1;
      nft(router, firewall(rules, settings));
      nft(internet.namespace, farFirewall(far, rules.far ?? []));
      ip(home, ['addr flush dev lan0 scope global', ...families.flatMap((family) => homeAddresses[family])]);
      scope.overlay(home, 'resolv.conf', resolvers.map((server) => `nameserver ${server}\n`).join(''));
      environment = network.clockOffset === undefined ? {} : offClock(network.clockOffset);
      await wire.set({ ...goodWire, ...network.wire });
    },
    run: (command, limitMs) => runAtHome(['ip', 'netns', 'exec', home, ...command], environment, limitMs),
  };
}

/** libfaketime leaves the monotonic clock alone, as a wrong wall clock does. */
function offClock(offset: string): Readonly<Record<string, string>> {
  const library = debianFile('libfaketime', `usr/lib/${triplet}/faketime/libfaketime.so.1`);
  return { LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

function nft(namespace: string, rules: string): void {
  run('ip', ['netns', 'exec', namespace, 'nft', '-f', '-'], rules);
}

/**
 * An empty `table` first, so that deleting it never fails. Each setting tracks its connections in a zone of its own: what the one
 * before redirected is not redirected any more.
 */
function firewall({ forward = [], redirect = [] }: RouterRules, zone: number): string {
  return `table inet lab
delete table inet lab
table inet lab {
  set seen { type ipv4_addr; flags dynamic, timeout; }
  set seen6 { type ipv6_addr; flags dynamic, timeout; }
  chain tracking {
    type filter hook prerouting priority raw; policy accept;
    ct zone set ${zone % 65_536}
  }
  chain passing {
    type filter hook forward priority filter; policy accept;
    ${forward.join('\n    ')}
  }
  chain redirecting {
    type nat hook prerouting priority dstnat; policy accept;
    ${redirect.join('\n    ')}
  }
}
`;
}

/** What is refused so far away that the refusal takes a round trip. */
function farFirewall(device: string, rules: readonly string[]): string {
  return `table inet ${device}
delete table inet ${device}
table inet ${device} {
  chain arriving {
    type filter hook input priority filter; policy accept;
    iifname != "${device}" accept
    ${rules.join('\n    ')}
  }
}
`;
}

/** What this machine trusts besides is no part of the lab. */
const { NODE_EXTRA_CA_CERTS: _, ...withoutTrust } = process.env;

function runAtHome(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  limitMs: number,
): Promise<Ran> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  return new Promise((resolve, reject) => {
    const child = spawnAhead(command, { ...withoutTrust, ...environment });
    child.stdin.end();
    let stdout = '';
    let stderr = '';
    const stderrLines: { atMs: number; text: string }[] = [];
    const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      stderrLines.push(
        ...chunk
          .split('\n')
          .filter(Boolean)
          .map((text) => ({ atMs: elapsed(), text })),
      );
    });
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(limit);
      resolve({ status, stdout, stderr, stderrLines, elapsedMs: elapsed() });
    });
  });
}
