import type { AskerKind } from '../../model/asker.ts';
import type { Explanation } from '../../model/explanation.ts';
import type { PlainKey } from '../../text/said.ts';
import { isLoopback } from './facts.ts';

/** What a cause means to whoever asks; causes without a line mean the same to everybody. */
const meanings: Readonly<Record<AskerKind, Readonly<Record<string, PlainKey>>>> = {
  device: {
    'tls-blocked': 'asker.explain.device.tls',
    'tls-too-old': 'asker.explain.device.tls',
    'program-too-old': 'asker.explain.device.tls',
    'security-mismatch': 'asker.explain.device.mismatch',
    'auth-needed': 'asker.device.login',
    'login-name-form': 'asker.device.login',
    'server-policy': 'asker.explain.device.sender',
  },
  container: {
    'dns-unreachable': 'asker.container.dns',
    'domain-not-found': 'asker.container.dns',
    'security-mismatch': 'asker.explain.switch',
    'this-computer': 'asker.explain.loopback',
    'certificate-untrusted': 'asker.explain.authority',
    'certificate-problem': 'asker.explain.authority',
    'hoster-blocks-smtp': 'asker.server.closed',
  },
  server: {
    'submission-blocked': 'asker.server.closed',
    'hoster-blocks-smtp': 'asker.server.closed',
    'port-25-blocked': 'asker.server.relay',
    'security-mismatch': 'asker.explain.switch',
    'certificate-untrusted': 'asker.explain.authority',
    'certificate-problem': 'asker.explain.authority',
  },
  program: {
    'hoster-blocks-smtp': 'asker.server.closed',
    'security-mismatch': 'asker.explain.switch',
    'this-computer': 'asker.explain.loopback',
    'certificate-untrusted': 'asker.explain.authority',
    'certificate-problem': 'asker.explain.authority',
  },
};

/** What most often stops a device, for words of a panel that say nothing: "SMTP server error". */
const anyDevice: readonly PlainKey[] = ['asker.explain.device.mismatch', 'asker.device.login'];

/** The lines for an asker on an error text, those of the likeliest causes first, each once. */
export function explainedFor(kind: AskerKind, { items }: Explanation): PlainKey[] {
  if (items.length === 0) return kind === 'device' ? [...anyDevice] : [];
  const keys = items.flatMap(({ causes, server }) => {
    // An address of this very machine says more than any cause.
    const all = server && isLoopback(server.host) ? ['this-computer', ...causes] : causes;
    // On port 25 servers talk to each other, and no switch of a program is wrong.
    const meant = server?.port === 25 ? all.filter((cause) => cause !== 'security-mismatch') : all;
    return meant.flatMap((cause) => meanings[kind][cause] ?? []);
  });
  return [...new Set(keys)].slice(0, 3);
}
