import type { CurrentSettings } from '../model/check.ts';
import type { Security } from '../model/endpoint.ts';
import { faulty, type Parsed, trimmed, understood } from './fault.ts';
import { parseHostPort } from './host-port.ts';

/** Words for a protection in the dialogs, files and libraries that people copy from, without what is no letter or digit. */
const words: Readonly<Record<Security, readonly string[]>> = {
  none: [
    'none',
    'plain',
    'plaintext',
    'off',
    'no',
    'false',
    'noencryption',
    'unencrypted',
    'notls',
    'nossl',
    'keine',
    'aucune',
  ],
  starttls: ['starttls', 'stls', 'explicit', 'explicittls', 'tlsstarttls', 'starttlsrequired', 'securefalse'],
  tls: [
    'tls',
    'ssl',
    'ssltls',
    'tlsssl',
    'smtps',
    'implicit',
    'implicittls',
    'implicitssl',
    'tlswrapper',
    'securetrue',
  ],
};

/** These leave the choice to the program, so they say nothing of what it uses. */
const undecided =
  /^(auto|automatic|automatisch|any|opportunistic|(start)?tls(if|when)(available|possible|offered))$/;

/** Host and port, then the word: `mail.example.org:465/SSL`, `mail.example.org 465 SSL/TLS`; the port may come again with the word. */
const asWritten = /^(.*?[\s:/,])?(\d+)\s*[\s/,]\s*(.+)$/s;

/**
 * Reads what a mail program uses today: `host:port/security`, in the words that programs write (`none`, `STARTTLS`, `SSL`, `SSL/TLS`,
 * `465 SSL`). `host` is meant where only port and word are given.
 */
export function parseCurrent(input: string, host?: string): Parsed<CurrentSettings> {
  const text = trimmed(input);
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

function securityNamed(word: string): Security | 'undecided' | null {
  const plain = word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^\d+/, '');
  if (undecided.test(plain)) return 'undecided';
  const named = (Object.keys(words) as Security[]).find((security) => words[security].includes(plain));
  return named ?? null;
}
