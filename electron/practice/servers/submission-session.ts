import type { Reply } from './line-server.ts';
import type { Delivery, PostOffice } from './post-office.ts';

/**
 * What a practice server does with a login and a message, beyond the everyday: it takes any password, keeps none, and delivers.
 * `login`, `mail`, `rcpt` and `data` are the replies it gives instead; `silent` gives none at all, `hangUp` ends the connection, after
 * a message that it delivers none the less where `delivers` is given.
 */
export type SubmissionBehaviour = {
  readonly login?: string;
  readonly mail?: string;
  readonly rcpt?: string;
  readonly data?: string;
  readonly delivers?: Delivery;
};

export const silent = 'silent';
export const hangUp = 'hang-up';

/** The part of SMTP after EHLO, on one connection: RFC 4954, RFC 5321 section 3.3. Null: not a command of it. */
export type SubmissionSession = { hear(verb: string, argument: string, line: string): Reply | null };

const outOfOrder: Reply = { lines: ['503 5.5.1 Bad sequence of commands'] };

export function submissionSession(behaviour: SubmissionBehaviour, office: PostOffice): SubmissionSession {
  /** Lines still to come of a login that was begun. */
  let loginLines = 0;
  let isLoggedIn = false;
  let hasSender = false;
  let hasRecipient = false;
  let message: string[] | null = null;

  const answer = (instead: string | undefined, usual: string): Reply => {
    if (instead === silent) return { lines: [] };
    if (instead === hangUp) return { lines: [], next: 'close' };
    return { lines: [instead ?? usual] };
  };
  const endLogin = (): Reply => {
    isLoggedIn = behaviour.login === undefined;
    return answer(behaviour.login, '235 2.7.0 Welcome to the practice network, which keeps no password');
  };
  const login = (argument: string): Reply => {
    const [method = '', initial] = argument.split(/ +/);
    if (method.toUpperCase() === 'PLAIN') {
      if (initial !== undefined) return endLogin();
      loginLines = 1;
      return { lines: ['334 '] };
    }
    if (method.toUpperCase() !== 'LOGIN') return { lines: ['504 5.5.4 Unknown mechanism'] };
    loginLines = initial === undefined ? 2 : 1;
    return { lines: [initial === undefined ? '334 VXNlcm5hbWU6' : '334 UGFzc3dvcmQ6'] };
  };
  const endMessage = (): Reply => {
    const isTaken = behaviour.data === undefined || (behaviour.data === hangUp && behaviour.delivers);
    if (message && isTaken) office.take(message, behaviour.delivers ?? 'inbox');
    message = null;
    hasSender = false;
    hasRecipient = false;
    return answer(behaviour.data, '250 2.0.0 Taken as practice message 1');
  };

  return {
    hear(verb, argument, line) {
      if (message) {
        if (line === '.') return endMessage();
        message.push(line.startsWith('.') ? line.slice(1) : line);
        return { lines: [] };
      }
      if (loginLines > 0) {
        loginLines -= 1;
        return loginLines > 0 ? { lines: ['334 UGFzc3dvcmQ6'] } : endLogin();
      }
      switch (verb) {
        case 'AUTH':
          return login(argument);
        case 'MAIL':
          if (!isLoggedIn) return { lines: ['530 5.7.0 Authentication required'] };
          hasSender = behaviour.mail === undefined;
          return answer(behaviour.mail, '250 2.1.0 Sender taken');
        case 'RCPT':
          if (!hasSender) return outOfOrder;
          hasRecipient = behaviour.rcpt === undefined;
          return answer(behaviour.rcpt, '250 2.1.5 Recipient taken');
        case 'DATA':
          if (!hasRecipient) return outOfOrder;
          message = [];
          return { lines: ['354 End with a line that holds a dot'] };
        default:
          return null;
      }
    },
  };
}
