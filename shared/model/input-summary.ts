import type { CheckInput } from './check.ts';
import type { Report } from './report.ts';

/** What a report keeps of its check's input: enough to read it and to judge it anew. */
export function summaryOf(input: CheckInput): Report['input'] {
  const { address, domain, server, serverPort, current, references } = input;
  return {
    ...(address === undefined ? {} : { address }),
    ...(domain === undefined ? {} : { domain }),
    ...(server === undefined
      ? {}
      : { server: serverPort === undefined ? server : hostAndPort(server, serverPort) }),
    ...(current === undefined ? {} : { current }),
    references,
  };
}

function hostAndPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
