/**
 * A stock Chromium knows no `app:` scheme and refuses it before anything can answer, so in the double a page of `app://postway`
 * lives at a made-up https host: a secure context with an origin of its own, as the real one is. Main and tests see the real address.
 */
const suffix = '.electron.test';

/** `app://postway/index.html` → `https://postway.app.electron.test/index.html`. Other addresses stay as they are. */
export function toChromium(address: string): string {
  const { protocol, host, pathname, search, hash } = new URL(address);
  if (protocol === 'https:' || protocol === 'http:' || host === '') return address;
  return `https://${host}.${protocol.slice(0, -1)}${suffix}${pathname}${search}${hash}`;
}

/** The way back. */
export function fromChromium(address: string): string {
  const { host, pathname, search, hash } = new URL(address);
  if (!host.endsWith(suffix)) return address;
  const [scheme = '', ...names] = host.slice(0, -suffix.length).split('.').reverse();
  return `${scheme}://${names.reverse().join('.')}${pathname}${search}${hash}`;
}
