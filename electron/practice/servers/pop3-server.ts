import type { IncomingBehaviour } from './imap-server.ts';
import type { Conversation, Reply } from './line-server.ts';

/** A POP3 server as far as it goes before a login: RFC 1939, RFC 2449, RFC 2595 section 4. It takes no password. */
export function pop3Conversation({ name, offersStartTls }: IncomingBehaviour): Conversation {
  return {
    tooLong: '-ERR Line too long',
    greet: () => ({ lines: [`+OK ${name} POP3 practice network ready`] }),
    hear: (line, isEncrypted) =>
      hear(line.trim().split(/ +/)[0]?.toUpperCase() ?? '', offersStartTls && !isEncrypted),
  };
}

/** `canSecure`: encryption could still begin, and has to before a login. */
function hear(command: string, canSecure: boolean): Reply {
  switch (command) {
    case 'CAPA': {
      const login = canSecure ? [] : ['USER', 'SASL PLAIN'];
      return { lines: ['+OK', ...(canSecure ? ['STLS'] : []), ...login, 'TOP', 'UIDL', '.'] };
    }
    case 'STLS':
      if (!canSecure) return { lines: ['-ERR STLS is not offered here'] };
      return { lines: ['+OK Begin TLS now'], next: 'secure' };
    case 'USER':
    case 'PASS':
    case 'APOP':
    case 'AUTH':
      if (canSecure) return { lines: ['-ERR Encrypt first'] };
      return { lines: ['-ERR [SYS/PERM] This is the practice network: it takes no password'] };
    case 'QUIT':
      return { lines: ['+OK Goodbye'], next: 'close' };
    default:
      return { lines: ['-ERR Command not known before login'] };
  }
}
