/** What the loopback server and the window agree on when the window runs in a browser. */

/** Where the window keeps its key, in the session storage of its very origin: scheme, host and port. */
export const keyStorageName = 'postway.key';
/** Where the window keeps the language chosen, and the size of its text, in the local storage of that origin. */
export const languageStorageName = 'postway.language';
export const textSizeStorageName = 'postway.text-size';
/** The channel on which tabs of that origin give the key to a new tab. */
export const keyChannelName = 'postway.key';
/** Where a tab goes that has no key and hears of none. */
export const noKeyPath = '/no-key';

/** The WebSocket subprotocol of the contract (RFC 6455 section 1.9). */
export const socketProtocol = 'postway';
const keyPrefix = 'postway-key.';

/** The subprotocols that a window offers: the contract's, and one that carries its key. */
export function protocolsWith(key: string): readonly [string, string] {
  return [socketProtocol, `${keyPrefix}${key}`];
}

/** The key in a `Sec-WebSocket-Protocol` header; empty when there is none. */
export function keyIn(header: string | undefined): string {
  const offered = (header ?? '').split(',').map((protocol) => protocol.trim());
  return offered.find((protocol) => protocol.startsWith(keyPrefix))?.slice(keyPrefix.length) ?? '';
}

/**
 * The content security policy of the window's page: it runs its own files and nothing else, and text can never become markup or script,
 * whatever a server's words contain. `connectTo`: the sources of `connect-src`.
 */
export function windowPolicy(connectTo: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${connectTo}`,
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
