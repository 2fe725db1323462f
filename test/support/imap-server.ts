import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import type { Loopback } from './loopback.ts';
import { authorities, serverName } from './servers.ts';

/** What an IMAP server says to a command, without its tag: whole lines; null for nothing at all. `socket`: to say more by itself. */
export type ImapAnswer = (command: string, tag: string, socket: TLSSocket) => string | null;

/** The certificate that `imapServer` shows. */
export const imapCertificate = authorities.issue({ names: [serverName] });

/** A mailbox with one new message, by the words of RFC 9051; `header` is its header, `body` all of it. */
export function mailbox({
  header,
  body = header,
  uids = '7',
}: {
  readonly header: string;
  readonly body?: string;
  readonly uids?: string;
}): ImapAnswer {
  const literal = (text: string) => `{${Buffer.byteLength(text)}}\r\n${text}`;
  return (command, tag) => {
    const ok = `${tag} OK done\r\n`;
    if (/^CAPABILITY/.test(command)) return `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${ok}`;
    if (/^AUTHENTICATE/.test(command)) return '+ \r\n';
    if (/^LIST/.test(command)) return `* LIST (\\Junk) "/" "Junk"\r\n${ok}`;
    if (/^EXAMINE/.test(command)) return `* 7 EXISTS\r\n* OK [UIDNEXT 7] next\r\n${ok}`;
    if (/^UID SEARCH/.test(command)) return `* SEARCH ${uids}\r\n${ok}`;
    if (/BODY\.PEEK\[HEADER/.test(command))
      return `* 1 FETCH (UID 7 BODY[HEADER] ${literal(header)})\r\n${ok}`;
    if (/^UID FETCH/.test(command)) return `* 1 FETCH (UID 7 BODY[]<0> ${literal(body)})\r\n${ok}`;
    return `${tag} OK\r\n`;
  };
}

/** A real IMAP server behind TLS on loopback that answers so, and keeps what it heard; a line without a tag is a password's. */
export async function imapServer(answer: ImapAnswer) {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let pending = '';
  const server = createServer({ cert: imapCertificate.chain, key: imapCertificate.key }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.write('* OK ready\r\n');
    let waiting = '';
    socket.on('data', (chunk) => {
      waiting += chunk.toString('latin1');
      for (let end = waiting.indexOf('\r\n'); end !== -1; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        heard.push(line);
        const [, tag = pending, command = ''] = /^(p\S+x\d+) (.*)$/.exec(line) ?? [];
        if (command.startsWith('AUTHENTICATE')) pending = tag;
        const said = command === '' ? `${pending} OK in\r\n` : answer(command, tag, socket);
        if (said !== null) socket.write(said);
      }
    });
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const loopback: Loopback = {
    port: (server.address() as AddressInfo).port,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return { ...loopback, heard };
}
