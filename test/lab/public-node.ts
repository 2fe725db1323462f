import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from './scope.ts';

/**
 * A copy of Node in whose built-in list of public authorities the lab's stand, in place of some of the real ones. Only so are
 * the lab's servers what real ones are to Postway: certified by the public web's authorities, not by a company or a virus
 * scanner whose root was added to the computer. Returns the path of the copy.
 */
export function makePublicNode(scope: Scope, roots: readonly string[]): string {
  const program = readFileSync(process.execPath);
  const marker = Buffer.from('\0-----BEGIN CERTIFICATE-----\n');
  let at = 0;
  for (const root of roots) {
    const pem = Buffer.from(root.trim());
    let end: number;
    do {
      at = program.indexOf(marker, at + 1);
      if (at < 0) throw new Error(`${process.execPath} holds no list of authorities that could be changed`);
      end = program.indexOf(0, at + 1);
    } while (end - at - 1 < pem.length);
    // Node knows the length of each by heart, so the rest is filled with empty lines.
    program.fill('\n', at + 1, end);
    pem.copy(program, at + 1);
    at = end - 1;
  }
  const path = join(scope.folder, 'node');
  writeFileSync(path, program);
  chmodSync(path, 0o755);
  return path;
}
