import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dnsServers, type Internet } from './internet.ts';
import { ip, run, type Scope, sysctl } from './scope.ts';
import { goodWire, layWire, type WireQuality } from './wire.ts';

/**
 * One subscriber's line: a home computer, a router with a firewall, and a wire to the internet. Lines of one internet do
 * not know of each other, so tests may use several side by side.
 */
export type Line = {
  /** Namespace of the home computer. */
  readonly home: string;
  /** Sets the wire and the router's firewall anew; everything of the setting before is gone. */
  set(network: { readonly wire?: Partial<WireQuality>; readonly rules?: RouterRules }): Promise<void>;
  /** Runs a program on the home computer to its end. */
  run(command: readonly string[], limitMs: number): Promise<Ran>;
};

/** nftables statements of the router: what it forwards, and what it redirects elsewhere. */
export type RouterRules = { readonly forward?: readonly string[]; readonly redirect?: readonly string[] };

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
export async function makeLine(scope: Scope, internet: Internet, number: number): Promise<Line> {
  const home = scope.addNamespace(`home${number}`, dnsServers.honest);
  const router = scope.addNamespace(`router${number}`);
  const trusted = join(scope.folder, 'trusted.pem');
  writeFileSync(trusted, internet.trustedRoots.join(''));
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
  ip(home, [
    `link add lan0 type veth peer name lan0 netns ${router}`,
    `addr add ${v4}.2/24 dev lan0`,
    `addr add ${v6}:2/64 dev lan0 nodad`,
    'link set lan0 up',
  ]);
  ip(router, [
    `addr add ${v4}.1/24 dev lan0`,
    `addr add ${v6}:1/64 dev lan0 nodad`,
    'link set lan0 up',
    'link set wan0 up',
    'route add default dev wan0',
    'route add ::/0 dev wan0',
  ]);
  ip(home, [`route add default via ${v4}.1`, `route add ::/0 via ${v6}:1`]);
  ip(internet.namespace, [
    `link set ${far} up`,
    `route add ${v4}.0/24 dev ${far}`,
    `route add ${v6}:/64 dev ${far}`,
  ]);

  return {
    home,
    async set({ wire: quality = {}, rules = {} }) {
      run('ip', ['netns', 'exec', router, 'nft', '-f', '-'], firewall(rules));
      await wire.set({ ...goodWire, ...quality });
    },
    run: (command, limitMs) =>
      runAtHome(['ip', 'netns', 'exec', home, ...command], { NODE_EXTRA_CA_CERTS: trusted }, limitMs),
  };
}

/** An empty `table` first, so that deleting it never fails. */
function firewall({ forward = [], redirect = [] }: RouterRules): string {
  return `table inet lab
delete table inet lab
table inet lab {
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

function runAtHome(
  [command = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
  limitMs: number,
): Promise<Ran> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
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
