import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { errnoOf } from '../connect/errno.ts';
import { limits } from '../limits.ts';
import type { System, WebReply, WebRequest } from '../system.ts';

const maxHeaderBytes = 16_384;

/** What Node says when a certificate is not one for this host, or not one that this computer trusts. */
const certificateCodes =
  /^(ERR_TLS_CERT|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/;

/**
 * `System.fetch` of the real world, believing the authorities that Node believes (with NODE_EXTRA_CA_CERTS) or exactly those given as
 * PEM: one request on a connection of its own (RFC 9110), to the given addresses only, with verified
 * certificates, without cookies, proxies or redirects. Asks for no compression. Reads at most `limits.pageBytes`, compressed and as it was meant. Never rejects.
 */
export function webExchange(authorities?: string): System['fetch'] {
  return ({ url, addresses, body }, signal) =>
    new Promise((resolve) => {
      const send = url.startsWith('https:') ? secureRequest : plainRequest;
      const asked = send(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: headersFor(body),
        agent: false,
        lookup: alwaysTo(addresses),
        maxHeaderSize: maxHeaderBytes,
        rejectUnauthorized: true,
        ...(authorities === undefined ? {} : { ca: authorities }),
        signal,
      });
      asked.on('error', (error) => resolve(signal.aborted ? aborted : failure(errnoOf(error, 'EPROTO'))));
      asked.on('response', (response) => {
        void readBody(response).then((reply) => {
          resolve(signal.aborted ? aborted : reply);
          asked.destroy();
        });
      });
      asked.end(body);
    });
}

function headersFor(body: string | undefined): Record<string, string> {
  const common = {
    'User-Agent': 'Postway',
    Accept: 'text/xml, application/xml',
    'Accept-Encoding': 'identity',
  };
  if (body === undefined) return common;
  return {
    ...common,
    'Content-Type': 'text/xml; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
  };
}

/** Whatever the name, these are its addresses: what was checked is what is connected to. */
function alwaysTo(addresses: WebRequest['addresses']): LookupFunction {
  const all = addresses.map(({ ipAddress, family }) => ({ address: ipAddress, family }));
  return (_hostname, options, callback) => {
    const first = all[0];
    if (!first) callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
    else if (options.all) callback(null, all);
    else callback(null, first.address, first.family);
  };
}

function readBody(response: IncomingMessage): Promise<WebReply> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    response.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= limits.pageBytes) {
        parts.push(part);
        return;
      }
      resolve({ ok: false, kind: 'too-large', code: 'EMSGSIZE' });
    });
    response.on('error', (error) => resolve(failure(errnoOf(error, 'ECONNRESET'))));
    response.on('end', () => {
      const { location, 'content-encoding': encoding } = response.headers;
      const content = inflated(Buffer.concat(parts), encoding);
      if ('ok' in content) return resolve(content);
      resolve({
        ok: true,
        status: response.statusCode ?? 0,
        ...(location === undefined ? {} : { location }),
        body: decoded(content),
      });
    });
  });
}

/** How web servers compress, by the words for it in HTTP (RFC 9110 section 8.4.1). */
const inflaters: Readonly<Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Some servers compress although they were asked not to. No more comes of it than an answer may be long. */
function inflated(bytes: Buffer, encoding = 'identity'): Buffer | WebReply {
  const inflate = inflaters[encoding.trim().toLowerCase()];
  if (!inflate) return bytes;
  try {
    return inflate(bytes, { maxOutputLength: limits.pageBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? { ok: false, kind: 'too-large', code: 'EMSGSIZE' }
      : failure('EPROTO');
  }
}

/** UTF-8, or UTF-16 where the first two bytes say so: XML 1.0 section 4.3.3. */
function decoded(bytes: Buffer): string {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : null;
  return encoding === null ? bytes.toString('utf8') : new TextDecoder(encoding).decode(bytes);
}

const aborted: WebReply = { ok: false, kind: 'aborted', code: 'ECANCELED' };

function failure(code: string): WebReply {
  if (certificateCodes.test(code)) return { ok: false, kind: 'certificate', code };
  const isUnreachable = /^(ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EADDRNOTAVAIL)$/.test(
    code,
  );
  return { ok: false, kind: isUnreachable ? 'unreachable' : 'failed', code };
}
