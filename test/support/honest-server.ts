import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';
import type { Exchange, HonestDialogue, Phase } from './honest-dialogues.ts';
import { authorities, serverName } from './servers.ts';

/** What a server does in one phase instead of being honest. `stream` is the TLS connection where there is one. */
export type Misdeed = (stream: Duplex, socket: Socket) => void;

let context: tls.SecureContext | undefined;

/** The certificate of `serverName`, vouched for by `authorities.root`. */
function secureContext(): tls.SecureContext {
  if (context) return context;
  const { chain, key } = authorities.issue({ names: [serverName] });
  context = tls.createSecureContext({ cert: chain, key });
  return context;
}

/**
 * A real server that speaks a dialogue honestly, up to a phase if one is named; there the misdeed begins, once the server has heard
 * what it answers there: a command, or the first bytes of TLS.
 */
export function honestServer(
  { exchanges }: HonestDialogue,
  at?: Phase,
  misdeed: Misdeed = () => {},
): (socket: Socket) => void {
  function play(stream: Duplex, socket: Socket, [now, ...rest]: readonly Exchange[]): void {
    if (!now) {
      stream.end();
    } else if (now.reply !== null) {
      const answer = () => {
        if (now.phase === at) return misdeed(stream, socket);
        stream.write(now.reply);
        return play(stream, socket, rest);
      };
      if (now.hears === null) answer();
      else stream.once('data', answer);
    } else if (now.phase === at) {
      socket.once('data', () => misdeed(socket, socket));
    } else {
      const secured = new tls.TLSSocket(socket, { isServer: true, secureContext: secureContext() });
      secured.on('error', () => {});
      secured.once('secure', () => play(secured, socket, rest));
    }
  }
  return (socket) => play(socket, socket, exchanges);
}
