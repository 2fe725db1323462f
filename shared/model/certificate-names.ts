/** Whether a certificate for these names is one for `host`; a wildcard stands for exactly the leftmost label (RFC 9525 section 6.3). */
export function isNamedIn(names: readonly string[], host: string): boolean {
  const wanted = host.toLowerCase();
  return names.some((given) => {
    const name = given.toLowerCase();
    if (!name.startsWith('*.')) return name === wanted;
    return wanted.includes('.') && wanted.slice(wanted.indexOf('.') + 1) === name.slice(2);
  });
}
