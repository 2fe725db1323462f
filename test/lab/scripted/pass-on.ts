import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { MeddlerPlay, ProxyPlay } from './spec.ts';
import { encrypt } from './tls-context.ts';

/** Passes a connection on with the PROXY protocol's first line. */
export function proxy(client: Socket, { target }: ProxyPlay): void {
  const server = connect(target.port, target.ipAddress);
  const family = client.remoteFamily === 'IPv6' ? 'TCP6' : 'TCP4';
  server.write(
    `PROXY ${family} ${client.remoteAddress} ${client.localAddress} ${client.remotePort} ${client.localPort}\r\n`,
  );
  join(client, server);
}

/** Passes a connection on and meddles with it; see `MeddlerPlay`. */
export function meddle(client: Socket, play: MeddlerPlay): void {
  const { target, isImplicit } = play;
  if (play.kind === 'antivirus' && isImplicit) {
    const server = connectTls({ host: target.ipAddress, port: target.port, rejectUnauthorized: false });
    join(encrypt(client, play.files), server);
    return;
  }
  const server = connect(target.port, target.ipAddress);
  if (isImplicit) join(client, server);
  else if (play.kind === 'masking') mask(client, server);
  else if (play.kind === 'deleting') deleteOffer(client, server);
  else openAfterStarttls(client, server, play);
}

/** What one end says the other hears; when one is gone, so is the other. */
function join(one: Socket, other: Socket): void {
  endTogether(one, other);
  one.pipe(other);
  other.pipe(one);
}

function endTogether(one: Socket, other: Socket): void {
  const end = (): void => {
    one.destroy();
    other.destroy();
  };
  for (const socket of [one, other]) socket.on('error', end).on('close', end);
}

/** As Cisco's mail guard does it: the greeting starred, words it does not like crossed out, both ways. */
function mask(client: Socket, server: Socket): void {
  endTogether(client, server);
  let isGreeting = true;
  server.on('data', (chunk: Buffer) => {
    const text = chunk.toString('latin1').replace(/STARTTLS/g, 'XXXXXXXA');
    client.write(
      isGreeting ? text.replace(/[^\r\n]/g, (c, at: number) => (at < 4 ? c : '*')) : text,
      'latin1',
    );
    isGreeting = false;
  });
  client.on('data', (chunk: Buffer) => {
    server.write(chunk.toString('latin1').replace(/STARTTLS/gi, 'XXXXXXXX'), 'latin1');
  });
}

/** As somebody does who wants passwords in the open: the offer of STARTTLS is gone without a trace. */
function deleteOffer(client: Socket, server: Socket): void {
  endTogether(client, server);
  server.on('data', (chunk: Buffer) => {
    const offer = /^250-STARTTLS\r\n|^STLS\r\n| STARTTLS\b/gim; // of SMTP, POP3 and IMAP
    client.write(chunk.toString('latin1').replace(offer, ''), 'latin1');
  });
  client.pipe(server);
}

/** Reads along until the server agrees to begin TLS, then begins it on both sides. */
function openAfterStarttls(client: Socket, server: Socket, { files }: MeddlerPlay): void {
  endTogether(client, server);
  let isAsked = false;
  const fromClient = (chunk: Buffer): void => {
    isAsked = /^(?:\S+ )?(?:STARTTLS|STLS)\r?\n/i.test(chunk.toString('latin1'));
    server.write(chunk);
  };
  const fromServer = (chunk: Buffer): void => {
    client.write(chunk);
    if (!isAsked || !/^(?:220|\+OK|\S+ OK)/i.test(chunk.toString('latin1'))) return;
    client.off('data', fromClient);
    server.off('data', fromServer);
    join(encrypt(client, files), connectTls({ socket: server, rejectUnauthorized: false }));
  };
  client.on('data', fromClient);
  server.on('data', fromServer);
}
