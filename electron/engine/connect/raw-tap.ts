import { Duplex } from 'node:stream';
import { errnoOf } from './errno.ts';

/** What came over a connection while TLS was being negotiated, seen below TLS. */
export type RawView = {
  /** The first bytes, at most 512. */
  received(): Buffer;
  /** A TLS record of type alert was among what came. */
  sawAlert(): boolean;
  /** How the connection itself ended: an errno, `end` for an orderly close, or null while it stands. */
  ending(): string | null;
};

const keptBytes = 512;

/**
 * A connection that passes everything through and remembers what TLS was given to read. TLS errors alone cannot tell a
 * reset from a close or from a server that answers in plain text: Node words all three alike.
 */
export function rawTap(connection: Duplex): { readonly stream: Duplex; readonly view: RawView } {
  let received = Buffer.alloc(0);
  let ending: string | null = null;
  const records = recordWatcher();

  const stream = new Duplex({
    read: () => {
      connection.resume();
    },
    write: (chunk: Buffer, _encoding, done) => {
      connection.write(chunk, done);
    },
    final: (done) => {
      connection.end(done);
    },
    destroy: (error, done) => {
      connection.destroy();
      done(error);
    },
  });
  connection.on('data', (chunk: Buffer) => {
    if (received.length < keptBytes) {
      received = Buffer.concat([received, chunk.subarray(0, keptBytes - received.length)]);
    }
    records.push(chunk);
    if (!stream.push(chunk)) connection.pause();
  });
  connection.on('end', () => {
    ending ??= 'end';
    stream.push(null);
  });
  connection.on('error', (error) => {
    ending ??= errnoOf(error, 'ECONNRESET');
    stream.destroy(error);
  });
  connection.on('close', () => {
    ending ??= 'end';
    stream.destroy();
  });
  return {
    stream,
    view: { received: () => received, sawAlert: records.sawAlert, ending: () => ending },
  };
}

/** Follows TLS record headers (RFC 8446 section 5.1: type, version, length) through whatever packets they come in. */
function recordWatcher(): { push(chunk: Buffer): void; sawAlert(): boolean } {
  let header: number[] = [];
  let bodyLeft = 0;
  let isTls = true;
  let sawAlert = false;
  return {
    push(chunk) {
      let at = 0;
      while (isTls && !sawAlert && at < chunk.length) {
        if (bodyLeft > 0) {
          const taken = Math.min(bodyLeft, chunk.length - at);
          bodyLeft -= taken;
          at += taken;
          continue;
        }
        header.push(chunk[at] ?? 0);
        at += 1;
        if (header.length < 5) continue;
        const [type = 0, major = 0, , high = 0, low = 0] = header;
        isTls = looksLikeTls(type, major);
        sawAlert = isTls && type === 0x15;
        bodyLeft = high * 256 + low;
        header = [];
      }
    },
    sawAlert: () => sawAlert,
  };
}

/** Whether a record may begin like this: change-cipher-spec, alert, handshake or data, of any version since SSL 3. */
export function looksLikeTls(type: number, major: number | undefined): boolean {
  return type >= 0x14 && type <= 0x17 && (major === undefined || major === 0x03);
}
