import type { ImapSession } from './imap-session.ts';
import type { Conversation, Reply } from './line-server.ts';

export type IncomingBehaviour = {
  readonly name: string;
  readonly offersStartTls: boolean;
  /** What comes with and after a login; absent where no password is taken. */
  readonly session?: ImapSession;
};

/** An IMAP server: RFC 9051 sections 6.1 and 6.2, and its session's part. */
export function imapConversation({ name, offersStartTls, session }: IncomingBehaviour): Conversation {
  return {
    tooLong: '* BYE Line too long',
    greet: () => ({ lines: [`* OK ${name} IMAP practice network ready`] }),
    hear(line, isEncrypted) {
      const [, tag, command = ''] = /^([A-Za-z0-9.]{1,40}) +([A-Za-z]+)/.exec(line) ?? [];
      const mayLogIn = isEncrypted || !offersStartTls;
      const inSession = mayLogIn ? session?.hear(tag ?? '', command.toUpperCase(), line) : null;
      if (inSession) return inSession;
      if (tag === undefined) return { lines: ['* BAD A command begins with a tag'] };
      return hear(tag, command.toUpperCase(), offersStartTls && !isEncrypted);
    },
  };
}

/** `canSecure`: encryption could still begin, and has to before a login. */
function hear(tag: string, command: string, canSecure: boolean): Reply {
  switch (command) {
    case 'CAPABILITY': {
      const login = canSecure ? ' LOGINDISABLED' : ' AUTH=PLAIN';
      const offers = `IMAP4rev2 IMAP4rev1${canSecure ? ' STARTTLS' : ''}${login}`;
      return { lines: [`* CAPABILITY ${offers}`, `${tag} OK CAPABILITY done`] };
    }
    case 'STARTTLS':
      if (!canSecure) return { lines: [`${tag} BAD STARTTLS is not offered here`] };
      return { lines: [`${tag} OK Begin TLS now`], next: 'secure' };
    case 'NOOP':
      return { lines: [`${tag} OK NOOP done`] };
    case 'LOGIN':
    case 'AUTHENTICATE':
      if (canSecure) return { lines: [`${tag} NO [PRIVACYREQUIRED] Encrypt first`] };
      return { lines: [`${tag} NO [UNAVAILABLE] This is the practice network: it takes no password`] };
    case 'LOGOUT':
      return { lines: ['* BYE Practice network', `${tag} OK LOGOUT done`], next: 'close' };
    default:
      return { lines: [`${tag} BAD Command not known before login`] };
  }
}
