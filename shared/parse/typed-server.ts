import type { Security } from '../model/endpoint.ts';
import { type Parsed, understood } from './fault.ts';
import { type HostMaybePort, parseHostPort } from './host-port.ts';
import { securityNamed } from './security-words.ts';
import { bare } from './typed-text.ts';

/** A server with what stood beside its name. */
export type TypedServer = HostMaybePort & { readonly security?: Security | 'undecided' };

/** More words are a letter, not a setting. */
const mostWords = 16;

/** Words that announce a port. */
const portWords = words(
  'port ports -port smtp_port mail_port email_port portnummer port-nummer portnr puerto puertos porta portas porte ポート ポート番号 no nr n° nº # tcp tcp/ip',
);
/** Words that stand beside a server's name in instructions, forms, tables and on a command line, and change nothing. */
const besides = words(
  'smtp smtp-server smtp-host esmtp submission imap pop3 server servername server-name host hostname name address adresse mail e-mail email mailserver outgoing',
  'ausgang ausgangsserver postausgang postausgangsserver ausgehend ausgehender serveur sortant envoi courrier servidor saliente salida saída envio correo',
  'サーバー サーバ サーバー名 送信 送信サーバー 送信メールサーバー メールサーバー ホスト名',
  'with via using and on over required requires recommended or mit und über auf erforderlich avec et sur con y en com e em と',
  'encryption encrypted security connection verschlüsselung verschlüsselt sicherheit verbindungssicherheit chiffrement sécurité connexion cifrado seguridad conexión criptografia segurança conexão 暗号化 接続の保護 セキュリティ',
  'smtp_host smtp_server mail_host email_host test-netconnection tnc -computername',
  'telnet nc ncat openssl s_client -connect -starttls -crlf -quiet -v -vz -zv curl swaks --server',
);

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}

/** Whether the text only announces a port. */
export function isPortWord(text: string): boolean {
  return portWords.has(text.toLowerCase());
}

type Word = { readonly text: string; readonly kind: 'host' | 'number' | 'port' | 'beside' | 'other' };

/**
 * Reads a server as instructions, forms and other programs write it: `smtp.example.org, port 587 (STARTTLS)`, `host/587`, a row of a table,
 * a label and its value a line. One host and one port at most; null where a word is left that says something else.
 */
export function typedServer(text: string): Parsed<TypedServer> | null {
  const core = bare(text);
  const all = wordsOf(core);
  if (core.endsWith(':') || all.length > mostWords) return null;
  const numbers = [...new Set(all.flatMap(({ text: number, kind }) => (kind === 'number' ? [number] : [])))];
  const others = all.filter(({ kind }) => kind === 'other').map(({ text: other }) => other);
  const hosts = all.filter(({ kind }) => kind === 'host').map(({ text: host }) => host);
  // A name without a dot is one where a port stands beside it.
  if (hosts.length === 0 && all[0]?.kind === 'other' && numbers.length > 0)
    hosts.push(...others.splice(0, 1));
  const [host] = hosts;
  if (host === undefined || new Set(hosts).size > 1 || numbers.length > 1) return null;
  const security = others.length === 0 ? undefined : securityNamed(others.join(''));
  if (security === null) return null;
  const server = parseHostPort(numbers[0] === undefined ? host : `${bracketed(host)}:${numbers[0]}`);
  if (!server.ok) return server;
  return understood({ ...server.value, ...(security !== undefined && { security }) });
}

/** What programs keep, with or without the braces around it. */
function isJson(text: string): boolean {
  return /"\w+"\s*:/.test(text);
}

function wordsOf(text: string): Word[] {
  return (isJson(text) ? text.replace(/["'{}]/g, ' ') : text)
    .replace(/(?<=[^\0-\x7f])(?=\d)/g, ' ') // ポート587
    .split(/[\s,;|()、，；]+/)
    .flatMap(apart)
    .map((word) => word.replace(/^[.:=/]+|[.:=/]+$/g, ''))
    .filter((word) => word !== '')
    .map((word) => ({ text: word, kind: kindOf(word.toLowerCase()) }));
}

/** `host:587/tls` in its parts; an IPv6 address, which has colons of its own, stays whole. */
function apart(word: string): string[] {
  const literal = /^(\[[^\]]*\])(?:[:/](.*))?$/.exec(word);
  if (literal) return [literal[1] ?? '', ...(literal[2] ?? '').split(/[:=/]/)];
  return isIpv6(word) ? [word] : word.split(/[:=/]/);
}

function isIpv6(word: string): boolean {
  return /^(?=.*:.*:)[0-9a-f:.]+$/i.test(word);
}

function bracketed(host: string): string {
  return isIpv6(host) ? `[${host}]` : host;
}

function kindOf(word: string): Word['kind'] {
  if (/^\d+$/.test(word)) return 'number';
  if (portWords.has(word)) return 'port';
  if (besides.has(word)) return 'beside';
  const isHost = word === 'localhost' || word.startsWith('[') || isIpv6(word) || /[^.]\.[^.]/.test(word);
  return isHost ? 'host' : 'other';
}
