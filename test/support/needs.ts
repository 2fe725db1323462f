import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { beforeEach, type TestContext } from 'vitest';
import { sievePlugin } from '../lab/servers/dovecot.ts';

/** Where Debian and others put Chromium; `CHROMIUM` names another place. */
export const chromiumPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path): path is string => path !== undefined && existsSync(path),
);

/** Real programs that read what Postway writes, each with its Debian package. */
const packages = {
  msmtp: 'msmtp',
  mutt: 'mutt',
  neomutt: 'neomutt',
  zbarimg: 'zbar-tools',
  php: 'php-cli',
  pdftotext: 'poppler-utils',
  curl: 'curl',
  swaks: 'swaks',
  openssl: 'openssl',
  python3: 'python3',
  xmllint: 'libxml2-utils',
  postconf: 'postfix',
  dovecot: 'dovecot-imapd',
  thunderbird: 'thunderbird',
  ruby: 'ruby',
  go: 'golang-go',
  java: 'default-jdk-headless',
  bash: 'bash',
  zsh: 'zsh',
  fish: 'fish',
  man: 'man-db',
  script: 'bsdutils',
  'dpkg-deb': 'dpkg',
  rpmbuild: 'rpm',
  makensis: 'nsis',
  'desktop-file-validate': 'desktop-file-utils',
  appstreamcli: 'appstream',
} as const;
type Program = keyof typeof packages;

type Need = 'chromium' | 'root' | 'apt-get' | 'phpmailer' | 'go-ini' | 'sieve' | Program;

/** Where Debian puts PHPMailer. */
export const phpmailerPath = '/usr/share/php/libphp-phpmailer/autoload.php';

/** Where Debian puts the library that Gitea and Grafana read their settings with. */
const goIniPath = '/usr/share/gocode/src/gopkg.in/ini.v1';

function missingProgram(program: Program): string | null {
  return isOnPath(program) ? null : `needs ${program} (Debian package "${packages[program]}")`;
}

const programs = Object.keys(packages) as Program[];
const missing = {
  ...(Object.fromEntries(programs.map((program) => [program, () => missingProgram(program)])) as Record<
    Program,
    () => string | null
  >),
  swaks: () =>
    missingProgram('swaks') ??
    // Without it swaks runs, but speaks no TLS.
    (runs('perl', ['-MNet::SSLeay', '-e', '1'])
      ? null
      : 'needs TLS in swaks (Debian package "libnet-ssleay-perl")'),
  phpmailer: () =>
    missingProgram('php') ??
    (existsSync(phpmailerPath) ? null : 'needs PHPMailer (Debian package "libphp-phpmailer")'),
  'go-ini': () =>
    missingProgram('go') ??
    (existsSync(goIniPath) ? null : 'needs go-ini (Debian package "golang-gopkg-ini.v1-dev")'),
  sieve: () => (existsSync(sievePlugin) ? null : 'needs Sieve in Dovecot (Debian package "dovecot-sieve")'),
  'apt-get': () =>
    isOnPath('apt-get') ? null : 'needs apt-get, to fetch a program that cannot be installed here',
  chromium: () => (chromiumPath ? null : 'needs Chromium (Debian package "chromium")'),
  root: () => {
    if (process.getuid?.() !== 0) return 'needs root, for network namespaces';
    const absent = ['ip', 'nft'].filter((tool) => !isOnPath(tool));
    return absent.length === 0
      ? null
      : `needs ${absent.join(' and ')} (Debian packages "iproute2", "nftables")`;
  },
} satisfies Record<Need, () => string | null>;

/** Call at the top of a describe block: its tests are skipped, with the reason, where a need is not met. */
export function needs(...wanted: Need[]): void {
  const reason = wanted.map((need) => missing[need]()).find((text) => text !== null);
  beforeEach((context: TestContext) => {
    if (reason) context.skip(reason);
  });
}

/** Whether every need is met here; for set-up work that is only worth doing when the tests will run. */
export function has(...wanted: Need[]): boolean {
  return wanted.every((need) => missing[need]() === null);
}

function isOnPath(tool: string): boolean {
  return runs('sh', ['-c', `command -v ${tool}`]);
}

function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
