/**
 * As `docker run --env-file` and Compose both read such a file; throws on a value that they read differently: the one takes quotes for part
 * of it, the other takes them off, expands `$` and cuts at a blank and #.
 */
export function dockerEnv(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/su.exec(line) ?? [];
    if (name === '' || /["'`$\\#]|\s/u.test(value)) throw new Error(`not read alike everywhere: ${line}`);
    found.set(name, value);
  }
  return found;
}
