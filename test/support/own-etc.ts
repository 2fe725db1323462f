import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A command line that runs a program where /etc has these files besides its own, and /var/spool has these folders and nothing else: for
 * programs that look nowhere else. What it changes is seen by it alone (mount_namespaces(7)). Wants root; `folder` is the test's own.
 */
export function withOwnEtc(
  folder: string,
  files: Readonly<Record<string, string>>,
  spools: readonly string[],
  commands: readonly string[],
): readonly [program: string, args: readonly string[]] {
  const etc = join(folder, 'etc');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(etc, name)), { recursive: true });
    writeFileSync(join(etc, name), text, { mode: 0o644 });
  }
  const script = join(folder, 'in-own-etc.sh');
  const lines = [
    'set -e',
    `cp -a /etc ${folder}/etc.whole`,
    `cp -a ${etc}/. ${folder}/etc.whole/`,
    `mount --bind ${folder}/etc.whole /etc`,
    'mount -t tmpfs tmpfs /var/spool',
    ...spools.map((name) => `mkdir -p -m 777 /var/spool/${name}`),
    ...commands,
  ];
  writeFileSync(script, `${lines.join('\n')}\n`);
  chmodSync(script, 0o755);
  return ['unshare', ['-m', 'sh', script]];
}
