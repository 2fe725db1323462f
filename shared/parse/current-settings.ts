import type { CurrentSettings } from '../model/check.ts';
import { faulty, type Parsed, understood } from './fault.ts';
import { parseHostPort } from './host-port.ts';
import { securityNamed } from './security-words.ts';
import { isPortWord, typedServer } from './typed-server.ts';
import { asTyped, bare } from './typed-text.ts';

/** Host and port, then the word: `mail.example.org:465/SSL`, `mail.example.org 465 SSL/TLS`; the port may come again with the word. */
const asWritten = /^(.*?[\s:/,])?(\d+)\s*[\s/,]\s*(.+)$/s;

/**
 * Reads what a mail program uses today: `host:port/security`, in the words that programs and forms write (`none`, `STARTTLS`, `SSL`, `SSL/TLS`,
 * `465 SSL`). `host` is meant where only port and word are given.
 */
export function parseCurrent(input: string, host?: string): Parsed<CurrentSettings> {
  const text = bare(asTyped(input));
  return inWords(text) ?? (host === undefined ? null : inWords(`${host} ${text}`)) ?? inParts(text, host);
}

/** A server with its port and protection in whatever order they are told; null where one is missing. */
function inWords(text: string): Parsed<CurrentSettings> | null {
  const typed = typedServer(text);
  if (!typed?.ok) return null;
  const { host, security } = typed.value;
  const port = typed.value.port ?? (/^(?:smtps|submissions):\/\//i.test(text) ? 465 : undefined);
  if (port === undefined || security === undefined || security === 'undecided') return null;
  return understood({ host, port, security });
}

function inParts(text: string, host: string | undefined): Parsed<CurrentSettings> {
  const [, before, port, word] = asWritten.exec(text) ?? [];
  if (port === undefined || word === undefined) return withoutPort(text);
  const beside = before?.replace(/[\s:/,]+$/, '');
  const named = beside === undefined || isPortWord(beside) ? host : beside;
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
