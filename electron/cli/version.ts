/** What `postway --version` prints; null when something else is asked. `argv` is without node and the script. */
export function versionAsked(argv: readonly string[], version: string): string | null {
  const isAsked = argv[0] === '--version' || argv[0] === '-V' || argv[0] === '-v';
  return isAsked ? `postway ${version}\n` : null;
}
