import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export type StaticFile = {
  readonly body: Buffer;
  readonly contentType: string;
  /** Its name holds a hash of its content, so a browser may keep it. */
  readonly isImmutable: boolean;
};

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/**
 * Reads the built window, about 300 kB, into memory: the paths that exist are settled before the first request comes, so no request
 * can name another file. Links and unknown kinds of files are left out. Rejects when the folder or its index.html is missing.
 */
export async function readStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes.get(extname(entry.name));
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const urlPath = `/${relative(folder, path).split(sep).map(encodeURIComponent).join('/')}`;
    const isImmutable = /-[\w-]{8,}\.\w+$/.test(entry.name);
    files.set(urlPath, { body: await readFile(path), contentType, isImmutable });
  }
  const index = files.get('/index.html');
  if (!index) throw new Error(`there is no index.html in ${folder}`);
  files.delete('/index.html');
  files.set('/', index);
  return files;
}
