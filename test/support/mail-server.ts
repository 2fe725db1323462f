import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Security } from '../../shared/model/endpoint.ts';
import { authorities } from './servers.ts';

/** A message as the server got it. */
export type ReceivedMail = {
  readonly login: string | null;
  readonly isEncrypted: boolean;
  readonly from: string;
  readonly to: readonly string[];
  /** Header and body, with line feeds, dots undone. */
  readonly data: string;
};

export type MailServer = {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  close(): void;
};

/** The one password that the server takes, for every user name, where no other is given. */
export const mailPassword = 'p4ss word#1';

/**
 * A submission server on `localhost` (127.0.0.1, a port of its own) that takes messages from whoever logs in: RFC 6409, RFC 4954
 * (PLAIN and LOGIN). Its certificate is for `localhost`, vouched for by `authorities.root`.
 */
export function startMailServer(security: Security, password = mailPassword): Promise<MailServer> {
  const { chain, key } = authorities.issue({ names: ['localhost'] });
  const received: ReceivedMail[] = [];
  const open = new Set<Socket>();
  const encrypted = (socket: Socket) => new TLSSocket(socket, { isServer: true, cert: chain, key });
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined).once('close', () => open.delete(socket));
    const talk = { password, keep: (mail: ReceivedMail) => received.push(mail) };
    if (security === 'tls') void converse(encrypted(socket), { ...talk, isEncrypted: true });
    else
      void converse(socket, { ...talk, isEncrypted: false, ...(security === 'starttls' && { encrypted }) });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('listens on no port');
      const close = () => {
        server.close();
        for (const socket of open) socket.destroy();
      };
      resolve({ port: address.port, received, close });
    });
  });
}

type Talk = {
  readonly password: string;
  readonly isEncrypted: boolean;
  readonly keep: (mail: ReceivedMail) => void;
  readonly encrypted?: (socket: Socket) => TLSSocket;
};

async function converse(
  stream: Duplex,
  { password: wanted, isEncrypted, keep, encrypted }: Talk,
  isFresh = true,
): Promise<void> {
  stream.on('error', () => undefined);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  const reader = lines[Symbol.asyncIterator]();
  const say = (...texts: string[]) => stream.write(texts.map((text) => `${text}\r\n`).join(''));
  const ask = async (challenge: string) => {
    say(`334 ${challenge}`);
    return decoded((await reader.next()).value ?? '');
  };
  let login: string | null = null;
  let from = '';
  let to: string[] = [];

  const logIn = (user: string, password: string) => {
    if (password !== wanted) return say('535 5.7.8 no');
    login = user;
    return say('235 2.7.0 welcome');
  };
  if (isFresh) say('220 localhost ESMTP');
  for (let next = await reader.next(); !next.done; next = await reader.next()) {
    const [verb = '', ...words] = next.value.split(' ');
    switch (verb.toUpperCase()) {
      case 'EHLO':
      case 'HELO':
        if (encrypted) say('250-localhost', '250 STARTTLS');
        else say('250-localhost', '250-8BITMIME', '250-SMTPUTF8', '250 AUTH PLAIN LOGIN');
        break;
      case 'STARTTLS':
        if (!encrypted || !('setNoDelay' in stream)) return void say('502 no');
        lines.close();
        stream.removeAllListeners('data');
        say('220 go ahead');
        return converse(encrypted(stream as Socket), { password: wanted, isEncrypted: true, keep }, false);
      case 'AUTH': {
        if (words[0]?.toUpperCase() === 'LOGIN') {
          const user = words[1] === undefined ? await ask('VXNlcm5hbWU6') : decoded(words[1]);
          logIn(user, await ask('UGFzc3dvcmQ6'));
        } else {
          const [, user = '', password = ''] = (
            words[1] === undefined ? await ask('') : decoded(words[1])
          ).split('\0');
          logIn(user, password);
        }
        break;
      }
      case 'MAIL':
        from = bracketed(next.value);
        say(login === null ? '530 5.7.0 log in first' : '250 ok');
        break;
      case 'RCPT':
        to = [...to, bracketed(next.value)];
        say('250 ok');
        break;
      case 'DATA': {
        say('354 go on');
        const data: string[] = [];
        for (let line = await reader.next(); !line.done && line.value !== '.'; line = await reader.next()) {
          data.push(line.value.replace(/^\./, ''));
        }
        keep({ login, isEncrypted, from, to, data: data.join('\n') });
        say('250 2.0.0 taken');
        break;
      }
      case 'QUIT':
        say('221 bye');
        stream.end();
        return;
      default:
        say('250 ok');
    }
  }
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

function bracketed(command: string): string {
  return /<(.*?)>/.exec(command)?.[1] ?? '';
}
