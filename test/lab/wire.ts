import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { run, type Scope } from './scope.ts';

/** What the way between the router and the internet is like, the same in both directions unless said. */
export type WireQuality = {
  /** There and back, in milliseconds; half of it each way. */
  readonly roundTripMs: number;
  /** Share of the packets lost each way, in percent. */
  readonly lossPercent: number;
  /** Packets larger than this vanish on the way to the client. */
  readonly mtu: number;
  /** Each packet takes up to this much longer, in milliseconds; none overtakes another. */
  readonly jitterMs: number;
  /** Nothing passes for `forMs` out of every `everyMs`, beginning at a moment that the seed gives. */
  readonly outage: { readonly everyMs: number; readonly forMs: number };
  /** The same seed loses the same packets of a same sequence. */
  readonly seed: number;
};

export type Wire = { set(quality: WireQuality): Promise<void> };

/** A wire on which nothing goes wrong. */
export const goodWire: WireQuality = {
  roundTripMs: 40,
  lossPercent: 0,
  mtu: 65_535,
  jitterMs: 0,
  outage: { everyMs: 0, forMs: 0 },
  seed: 1,
};

const source = fileURLToPath(new URL('./wire.c', import.meta.url));

/** Makes a device in each of two namespaces and joins them; `wire.c` says how. Needs a C compiler. */
export async function layWire(
  scope: Scope,
  near: { namespace: string; device: string },
  far: { namespace: string; device: string },
): Promise<Wire> {
  const program = join(scope.folder, 'wire');
  if (!existsSync(program)) run('cc', ['-O2', '-o', program, source]);
  const child = await scope.start(
    near.namespace,
    [program, near.namespace, near.device, far.namespace, far.device],
    { ready: /^ready/ },
  );
  const answers = linesOf(child);
  return {
    async set({ roundTripMs, lossPercent, mtu, jitterMs, outage, seed }) {
      const delayUs = Math.round((roundTripMs * 1000) / 2);
      const lossPpm = Math.round(lossPercent * 10_000);
      const loss = `${lossPpm} ${lossPpm} 65535 ${mtu} ${seed}`;
      const unsteady = `${jitterMs * 1000} ${outage.everyMs} ${outage.forMs}`;
      child.stdin?.write(`set ${delayUs} ${delayUs} ${loss} ${unsteady}\n`);
      const answer = await answers.next();
      if (answer.value !== 'ok') throw new Error(`the wire says "${answer.value}"`);
    },
  };
}

function linesOf(child: ChildProcess): AsyncIterator<string> {
  if (!child.stdout) throw new Error('the wire has no output');
  const lines: Interface = createInterface({ input: child.stdout });
  return lines[Symbol.asyncIterator]();
}
