/** Whether this name always means this very computer: RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3. */
export function isThisComputer(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return (
    name === '::1' || name === 'localhost' || name.endsWith('.localhost') || /^127(\.\d{1,3}){3}$/.test(name)
  );
}
