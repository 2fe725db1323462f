/** What dpkg wants to know of the package besides its files. No script runs when it is installed or removed. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { everythingIn } from './tree.mjs';

/** The control file. The address in it says that there is none (RFC 2606). */
export function debControl({ tree, version, architecture }) {
  const bytes = everythingIn(tree).reduce((sum, path) => sum + lstatSync(path).size, 0);
  return `Package: postway
Version: ${version}
Architecture: ${architecture}
Maintainer: The Postway team <nobody@postway.invalid>
Installed-Size: ${Math.ceil(bytes / 1024)}
Depends: libasound2 | libasound2t64, libgbm1, libgtk-3-0 | libgtk-3-0t64, libnotify4, libnss3, xdg-utils
Recommends: nodejs (>= 20.19)
Section: mail
Priority: optional
Homepage: https://postway.example
Description: finds out why mail can be received but not sent
 Postway opens real connections to your mail server, compares what happens with
 other providers' servers, says in plain words what stops your mail, and hands
 you the settings that work, step by step, in the words of your mail program.
 .
 The window needs nothing else; the command line runs on Node.
`;
}

/** The digests that `dpkg --verify` compares. */
export function md5sums(tree) {
  return everythingIn(tree)
    .filter((path) => lstatSync(path).isFile())
    .map((path) => `${createHash('md5').update(readFileSync(path)).digest('hex')}  ${relative(tree, path)}\n`)
    .join('');
}
