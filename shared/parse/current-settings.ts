import type { CurrentSettings } from '../model/check.ts';
import { faulty, type Parsed, understood } from './fault.ts';
import { parseHostPort } from './host-port.ts';
import { securityNamed } from './security-words.ts';
import { typedServer } from './typed-server.ts';
import { asTyped, bare } from './typed-text.ts';

/** Host and port, then the word: `mail.example.org:465/SSL`, `mail.example.org 465 SSL/TLS`; the port may come again with the word. */
const asWritten = /^(.*?[\s:/,])?(\d+)\s*[\s/,]\s*(.+)$/s;

/**
 * Reads what a mail program uses today: `host:port/security`, in the words that programs and forms write (`none`, `STARTTLS`, `SSL`, `SSL/TLS`,
 * `465 SSL`). `host` is meant where only port and word are given.
 */
export function parseCurrent(input: string, host?: string): Parsed<CurrentSettings> {
  const text = bare(asTyped(input));
  const typed = typedServer(text);
  if (typed?.ok && typed.value.port !== undefined) {
    const { host: named, port, security } = typed.value;
    if (security !== undefined && security !== 'undecided')
      return understood({ host: named, port, security });
  }
  return inParts(text, host);
}

function inParts(text: string, host: string | undefined): Parsed<CurrentSettings> {
  const [, before, port, word] = asWritten.exec(text) ?? [];
  if (port === undefined || word === undefined) return withoutPort(text);
  const named = before === undefined ? host : before.replace(/[\s:/,]+$/, '');
  if (named === undefined) return faulty('current-host', text);
  const server = parseHostPort(`${named}:${port}`);
  if (!server.ok) return server;
  const security = securityNamed(word);
  if (security === 'undecided') return faulty('security-auto', word);
  if (security === null) return faulty('security-word', word);
  return understood({ host: server.value.host, port: server.value.port ?? Number(port), security });
}

/** What is missing, or wrong with the host or port, where there are not three parts. */
function withoutPort(text: string): ReturnType<typeof faulty> {
  const slash = text.lastIndexOf('/');
  if (slash === -1) return faulty('security-missing', text);
  const server = parseHostPort(text.slice(0, slash));
  return server.ok
    ? faulty(server.value.port === undefined ? 'port-missing' : 'security-missing', text)
    : server;
}
