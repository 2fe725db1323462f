/** Which release this is: its version from `package.json`, its day from the newest heading of `CHANGELOG.md`. */
import { readFile } from 'node:fs/promises';

const root = new URL('..', import.meta.url);

/** Rejects when the two do not name the same version. */
export async function release() {
  const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const heading = /^## (\S+) \((\d{4}-\d\d-\d\d)\)$/m.exec(
    await readFile(new URL('CHANGELOG.md', root), 'utf8'),
  );
  if (heading?.[1] !== version)
    throw new Error(`CHANGELOG.md begins with ${heading?.[1]}, package.json says ${version}`);
  return { version, day: heading[2] };
}
