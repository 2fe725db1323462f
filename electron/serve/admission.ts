import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { keyIn } from '../../shared/contract/browser-window.ts';

/**
 * Decides who may speak to the browser window's server. Guards against other web pages, other names, other people on this computer.
 * Three secrets: the token in the opening address lets one browser in; the cookie that this browser gets loads the window's files and
 * opens nothing else, because browsers send it to every port of this computer; the key, which only pages of this very origin can read,
 * opens the way to the backend.
 */
export type Admission = {
  /** The path, with the token, that lets one browser in. */
  readonly openingPath: string;
  /** The `Set-Cookie` header of the browser that is let in. */
  readonly cookie: string;
  /** The key of the window's pages. Never in a cookie or an address. */
  readonly key: string;
  /** The request names this server as it was printed, not by a name that somebody pointed at 127.0.0.1 (DNS rebinding). */
  isForUs(request: IncomingMessage): boolean;
  /** `own`: sent by our page. `none`: no Origin given, as in a plain page load. `foreign`: sent by somebody else's page. */
  originOf(request: IncomingMessage): 'own' | 'none' | 'foreign';
  hasCookie(request: IncomingMessage): boolean;
  /** The WebSocket's first request carries the key among its subprotocols. */
  hasKey(request: IncomingMessage): boolean;
  /** `fresh` once, for the right token; `used` for the right token afterwards. */
  redeem(path: string): 'fresh' | 'used' | 'wrong';
};

const openingPrefix = '/open/';

/** For a server that listens on this port of 127.0.0.1. Token, cookie and key are 256 random bits each. */
export function createAdmission(port: number): Admission {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const key = randomBytes(32).toString('base64url');
  // Cookies do not know ports: without the number in its name, a second Postway would overwrite this cookie.
  const cookieName = `postway-${port}`;
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  let isRedeemed = false;

  return {
    openingPath: `${openingPrefix}${token}`,
    cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    key,
    isForUs: ({ headers }) => headers.host !== undefined && hosts.has(headers.host),
    originOf({ headers }) {
      if (headers.origin === undefined) return 'none';
      return headers.origin === `http://${headers.host}` ? 'own' : 'foreign';
    },
    hasCookie({ headers }) {
      const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
      return cookies.some((pair) => isSame(pair, `${cookieName}=${secret}`));
    },
    hasKey: ({ headers }) => isSame(keyIn(headers['sec-websocket-protocol']), key),
    redeem(path) {
      if (!isSame(path, `${openingPrefix}${token}`)) return 'wrong';
      if (isRedeemed) return 'used';
      isRedeemed = true;
      return 'fresh';
    },
  };
}

export function isOpeningPath(path: string): boolean {
  return path.startsWith(openingPrefix);
}

/** Takes the same time wherever the first difference is. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
