import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { SmtpPlay } from './spec.ts';
import { encrypt } from './tls-context.ts';

/** One SMTP session as the play has it: greeting, EHLO, STARTTLS, AUTH offered, nothing ever accepted. */
export function serveSmtp(socket: Socket, play: SmtpPlay): void {
  const offersStarttls = play.tls === 'starttls' && isTurn(socket, play);
  socket.on('error', () => socket.destroy());
  if (play.tls === 'implicit' && play.cutsTls) cutAtNextByte(socket);
  else if (play.tls === 'implicit')
    converse(encrypt(socket, play.files), play, { offersStarttls: false, greets: true });
  else converse(socket, play, { offersStarttls, greets: true });
}

function converse(
  socket: Socket,
  play: SmtpPlay,
  { offersStarttls, greets }: { offersStarttls: boolean; greets: boolean },
): void {
  const say = (reply: number, lines: readonly string[]): void => {
    const last = lines.length - 1;
    socket.write(lines.map((line, i) => `${reply}${i === last ? ' ' : '-'}${line}\r\n`).join(''));
  };
  if (greets) say(220, [`${play.hostName} ESMTP ready`]);
  const isEncrypted = socket instanceof TLSSocket;
  let text = '';
  const hear = (chunk: Buffer): void => {
    text += chunk.toString('latin1');
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const line = text.slice(0, end).trim();
      text = text.slice(end + 1);
      const verb = line.split(' ')[0]?.toUpperCase();
      if (verb === 'EHLO') {
        const mayLogIn = (isEncrypted || play.tls === 'none') && !play.hasNoLogin;
        const login = mayLogIn ? ['AUTH PLAIN LOGIN'] : [];
        const offers = offersStarttls ? ['STARTTLS'] : [];
        say(250, [play.hostName, 'SIZE 36700160', '8BITMIME', ...offers, ...login]);
      } else if (verb === 'HELO') {
        say(250, [play.hostName]);
      } else if (verb === 'STARTTLS' && offersStarttls) {
        say(220, ['2.0.0 ready']);
        socket.off('data', hear);
        if (play.cutsTls) {
          cutAtNextByte(socket);
          return;
        }
        converse(encrypt(socket, play.files), play, { offersStarttls: false, greets: false });
        return;
      } else if (verb === 'QUIT') {
        say(221, ['2.0.0 bye']);
        socket.end();
        return;
      } else {
        say(502, ['5.5.2 not here']);
      }
    }
  };
  socket.on('data', hear);
}

function cutAtNextByte(socket: Socket): void {
  socket.once('data', () => socket.resetAndDestroy());
}

const sessions = new Map<string, number>();

/** Counts each client's sessions on each port, so that several labs' clients do not take each other's turn. */
function isTurn(socket: Socket, { offersStarttlsEvery = 1 }: SmtpPlay): boolean {
  const key = `${socket.remoteAddress} ${socket.localAddress} ${socket.localPort}`;
  const session = (sessions.get(key) ?? 0) + 1;
  sessions.set(key, session);
  return session % offersStarttlsEvery === 0;
}
