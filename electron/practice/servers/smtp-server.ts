import type { Conversation, Reply } from './line-server.ts';
import type { SubmissionSession } from './submission-session.ts';

export type SmtpBehaviour = {
  /** How the server calls itself in its greeting and its EHLO reply. */
  readonly name: string;
  readonly offersStartTls: boolean;
  /** Login mechanisms, told once encrypted, or at once when there is no way to encrypt. Empty: none. */
  readonly auth: readonly string[];
  /**
   * `masked`: a device on the way overwrites greeting and STARTTLS. `busy`: 421 instead of a greeting. `blocklisted`: 554
   * instead of a greeting, because of who asks.
   */
  readonly fault?: 'masked' | 'busy' | 'blocklisted';
  /** What comes after EHLO; absent at other operators' servers, which take neither password nor message. */
  readonly session?: SubmissionSession;
};

/** A submission server: RFC 5321, RFC 3207, RFC 4954. */
export function smtpConversation(behaviour: SmtpBehaviour): Conversation {
  const { name, fault } = behaviour;
  return {
    tooLong: '500 5.5.2 Line too long',
    greet() {
      if (fault === 'busy')
        return { lines: [`421 4.3.2 ${name} is busy, try again in a minute`], next: 'close' };
      if (fault === 'blocklisted') return { lines: [blocked(name)] };
      return {
        lines: [fault === 'masked' ? `220 ${'*'.repeat(40)}` : `220 ${name} ESMTP practice network`],
      };
    },
    hear(line, isEncrypted) {
      const [verb = '', ...rest] = line.trim().split(/ +/);
      const upper = verb.toUpperCase();
      const argument = rest.join(' ');
      const mayLogIn = isEncrypted || !behaviour.offersStartTls;
      const inSession = mayLogIn ? behaviour.session?.hear(upper, argument, line) : null;
      return inSession ?? hear(behaviour, upper, argument, isEncrypted);
    },
  };
}

function hear(behaviour: SmtpBehaviour, verb: string, argument: string, isEncrypted: boolean): Reply {
  const { name, fault } = behaviour;
  if (verb === 'QUIT') return { lines: [`221 2.0.0 ${name} closing the connection`], next: 'close' };
  // RFC 5321 section 3.1: after a 554 greeting everything but QUIT is out of order.
  if (fault === 'blocklisted') return { lines: ['503 5.5.1 Bad sequence of commands'] };
  const canSecure = behaviour.offersStartTls && fault !== 'masked' && !isEncrypted;
  switch (verb) {
    case 'EHLO':
    case 'HELO':
      if (argument === '') return { lines: [`501 5.5.4 Say ${verb} and your name`] };
      return verb === 'HELO' ? { lines: [`250 ${name}`] } : ehlo(behaviour, isEncrypted);
    case 'STARTTLS':
      if (!canSecure) return notImplemented;
      return { lines: ['220 2.0.0 Ready to start TLS'], next: 'secure' };
    case 'NOOP':
    case 'RSET':
      return { lines: ['250 2.0.0 OK'] };
    case 'AUTH':
      if (canSecure) return encryptFirst;
      return { lines: ['535 5.7.8 This is the practice network: it takes no password'] };
    case 'MAIL':
      if (canSecure) return encryptFirst;
      return { lines: ['530 5.7.0 This is the practice network: it takes no mail'] };
    case 'RCPT':
    case 'DATA':
      return { lines: ['503 5.5.1 Bad sequence of commands'] };
    default:
      return notImplemented;
  }
}

const notImplemented: Reply = { lines: ['502 5.5.1 Command not implemented'] };
const encryptFirst: Reply = { lines: ['530 5.7.0 Must issue a STARTTLS command first'] };

function ehlo({ name, offersStartTls, auth, fault }: SmtpBehaviour, isEncrypted: boolean): Reply {
  const offers = ['SIZE 26214400', '8BITMIME', 'ENHANCEDSTATUSCODES'];
  if (offersStartTls && !isEncrypted) offers.push(fault === 'masked' ? 'XXXXXXXA' : 'STARTTLS');
  if (auth.length > 0 && (isEncrypted || !offersStartTls)) offers.push(`AUTH ${auth.join(' ')}`);
  return { lines: [name, ...offers].map((text, at) => `250${at < offers.length ? '-' : ' '}${text}`) };
}

function blocked(name: string): string {
  return `554 5.7.1 ${name}: your address 203.0.113.77 is on the block list bl.practice.example, see https://bl.practice.example/`;
}
