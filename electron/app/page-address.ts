/** Where the window's page lives. The scheme is Postway's own: nothing on the disk can be named with it. */
export const pageOrigin = 'app://postway';
export const pageAddress = `${pageOrigin}/index.html`;

/** Whether an address is Postway's own page: the only one that may be loaded, and that may speak to the backend. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}` === pageAddress;
}
