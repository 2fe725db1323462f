import { parentPort, workerData } from 'node:worker_threads';
import { tlsHandshake } from '../connect/tls-handshake.ts';
import { computerTrust, type Trust, trustOf } from '../connect/trust-anchors.ts';
import { jobs } from './jobs.ts';
import type { Answer, Believed, Request, Secured, ThreadData } from './messages.ts';
import { portStream, tieToPort } from './port-stream.ts';

/** What runs in the other thread: TLS, and whatever else is done with what strangers send (`thread.ts` has the reasons). */
const { publicAuthorities } = workerData as ThreadData;
const running = new Map<number, AbortController>();
let given: { readonly text: string; readonly trust: Trust } | undefined;

const port = parentPort;
if (!port) throw new Error('this file is for a thread of its own');
const answer = (message: Answer) => port.postMessage(message);

port.on('message', (request: Request) => {
  switch (request.kind) {
    case 'ping':
      return answer({ kind: 'pong' });
    case 'prepare':
      trustIn(request.believed);
      return;
    case 'cancel':
      running.get(request.id)?.abort();
      return;
    case 'secure':
      return during(request.id, (signal) => secure(request, signal));
    case 'do': {
      const job = jobs[request.job] as (input: unknown, signal: AbortSignal) => Promise<unknown>;
      return during(request.id, (signal) => job(request.input, signal));
    }
  }
});

/** Answers with what comes of it; what is thrown is a bug of ours. */
function during(id: number, work: (signal: AbortSignal) => Promise<unknown>): void {
  const stop = new AbortController();
  running.set(id, stop);
  work(stop.signal)
    .then(
      (value) => answer({ kind: 'done', id, value }),
      (bug: unknown) => {
        const { name, message, stack = '' } = bug instanceof Error ? bug : new Error(String(bug));
        answer({ kind: 'bug', id, bug: { name, message, stack } });
      },
    )
    .finally(() => running.delete(id));
}

async function secure(
  { host, believed, outside, inside }: Extract<Request, { kind: 'secure' }>,
  signal: AbortSignal,
): Promise<Secured> {
  const result = await tlsHandshake(portStream(outside), host, trustIn(believed), Date.now, signal);
  if (!result.ok) {
    inside.close();
    return result;
  }
  tieToPort(result.connection, inside);
  return { ok: true, facts: result.facts };
}

/** Trust is costly to read; one process believes the same all the time. */
function trustIn(believed: Believed): Trust {
  if (believed === 'this-computer') return computerTrust(publicAuthorities);
  const text = JSON.stringify(believed);
  if (given?.text !== text) given = { text, trust: trustOf(believed) };
  return given.trust;
}
