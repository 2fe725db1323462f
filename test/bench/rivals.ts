import { createRequire } from 'node:module';
import type { Line, Ran } from '../lab/line.ts';

const ports = [25, 26, 465, 587, 2525] as const;

/** What experts use to look at the outgoing ports of a server. */
export const rivals = ['nmap', 'swaks', 'nodemailer'] as const;
export type Rival = (typeof rivals)[number];

/**
 * Has a rival look at the five outgoing ports of `host`. Throws when it did not get as far as a working 587: its time would then say
 * nothing.
 */
export async function runRival(line: Line, rival: Rival, host: string): Promise<Ran> {
  const { command, works } = inWords(line, rival, host);
  const ran = await line.run(command, 120_000);
  if (!works.test(ran.stdout)) throw new Error(`${rival} saw no 587:\n${ran.stdout}${ran.stderr}`);
  return ran;
}

type Words = { readonly command: readonly string[]; readonly works: RegExp };

function inWords(line: Line, rival: Rival, host: string): Words {
  switch (rival) {
    case 'nmap':
      return {
        command: ['nmap', '-Pn', '--script', 'smtp-commands', '-p', ports.join(','), host],
        works: /^587\/tcp +open[^\n]*\n\|_smtp-commands: /m,
      };
    case 'swaks':
      return {
        command: ['sh', '-c', ports.map((port) => swaks(host, port)).join('; ')],
        works: /:587\.\.\.\n=== Connected[\s\S]*?=== TLS started/,
      };
    case 'nodemailer': {
      const library = createRequire(import.meta.url).resolve('nodemailer');
      return {
        command: [line.programs.node, '-e', verify, library, host, ...ports.map(String)],
        works: /^587 ok$/m,
      };
    }
  }
}

/** As long as Postway for a connection; by itself it waits 30 seconds. */
const patienceSeconds = 10;

function swaks(host: string, port: number): string {
  const tls = port === 465 ? '--tls-on-connect --quit-after EHLO' : '--tls --quit-after TLS';
  return `swaks --server ${host} --port ${port} --to you@lab.test ${tls} --timeout ${patienceSeconds}`;
}

/** Nodemailer's own patience would be two minutes. */
const verify = `
const [library, host, ...ports] = process.argv.slice(1);
const { createTransport } = require(library);
const patience = ${patienceSeconds * 1000};
Promise.all(ports.map(Number).map(async (port) => {
  const transport = createTransport({ host, port, secure: port === 465, connectionTimeout: patience, greetingTimeout: patience });
  const outcome = await transport.verify().then(() => 'ok', (error) => error.message);
  console.log(port + ' ' + outcome);
})).then(() => process.exit());
`;
