/**
 * What everything may weigh, and what it weighs. A package that outgrows its budget fails `npm run pack`, so that somebody decides.
 *
 *   node build/size.mjs [folder]   the sizes of what is in release/, or in another folder
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const megabyte = 1_000_000;

/** By the form of the file's name. Electron is 100 to 120 MB of an installer, compressed, and twice that for macOS's two processors. */
export const budgets = [
  { what: 'command line and library (npm)', name: /\.tgz$/, most: 3 * megabyte },
  // The words of six languages and of a hundred programs: some 5 MB, a fourth of that in a package, which is compressed.
  { what: "Postway's own part (asar)", name: /app\.asar$/, most: 10 * megabyte },
  { what: 'Windows installer', name: /-setup\.exe$/, most: 130 * megabyte },
  { what: 'macOS disk image', name: /\.dmg$/, most: 260 * megabyte },
  { what: 'macOS archive', name: /-mac-.*\.zip$/, most: 260 * megabyte },
  { what: 'AppImage', name: /\.AppImage$/, most: 150 * megabyte },
  { what: 'Debian package', name: /\.deb$/, most: 120 * megabyte },
  { what: 'Fedora package', name: /\.rpm$/, most: 130 * megabyte },
];

/** The sizes of every file below a folder that has a budget. */
export function sizes(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((file) => {
    const budget = budgets.find(({ name }) => name.test(file));
    if (budget === undefined) return [];
    const bytes = statSync(join(folder, file)).size;
    return [{ file, what: budget.what, bytes, most: budget.most, isWithin: bytes <= budget.most }];
  });
}

/** Prints them; false when one is over its budget. */
export function reportSizes(folder) {
  const found = sizes(folder);
  const inMegabytes = (bytes) => `${(bytes / megabyte).toFixed(1)} MB`;
  for (const { file, what, bytes, most, isWithin } of found) {
    console.log(
      `${isWithin ? 'ok      ' : 'TOO LARGE'} ${inMegabytes(bytes)} of ${inMegabytes(most)}  ${what}: ${file}`,
    );
  }
  return found.every(({ isWithin }) => isWithin);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../release', import.meta.url));
  process.exitCode = reportSizes(folder) ? 0 : 1;
}
