import { once } from 'node:events';
import { Duplex } from 'node:stream';
import type { Scope } from '../../lab/scope.ts';
import { connectMarionette } from './marionette.ts';

/** For a hook that starts it, twice where need be: seconds on an idle machine, and more than a minute where ten others want the processors. */
export const startLimitMs = 240_000;

/** A running Thunderbird, obedient. */
export type Thunderbird = {
  /**
   * Runs a function inside Thunderbird with the rights of its own code. It travels as text, so it knows nothing but its arguments and
   * Thunderbird's globals; arguments and result travel as JSON. Throws what it throws.
   */
  run<Args extends readonly unknown[], Result>(
    script: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** Ends it as its menu does; afterwards its preferences are written and its lock is free. Safe to call twice. */
  quit(): Promise<void>;
};

/**
 * Starts Debian's Thunderbird without a window in a network namespace that leads nowhere else, with `home` as its home folder: it makes its
 * profile there, and finds it again the next time. An attempt to reach anything but this computer ends it, and so fails the test.
 */
export async function startThunderbird(scope: Scope, namespace: string, home: string): Promise<Thunderbird> {
  const command = [
    'thunderbird',
    '--headless',
    '--marionette',
    '--remote-allow-system-access',
    '--no-remote',
  ];
  const child = await scope.start(namespace, command, {
    ready: /Marionette\s+INFO\s+Listening on port/,
    limitMs: 90_000,
    isInNoHurry: true,
    environment: { HOME: home, TMPDIR: home, LC_ALL: 'C.UTF-8', MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1' },
  });
  const ended = once(child, 'exit');
  const marionette = connectMarionette(await streamInto(scope, namespace, marionettePort));
  await marionette.call('WebDriver:NewSession', {}, 90_000);
  await marionette.call('Marionette:SetContext', { value: 'chrome' });

  return {
    async run(script, ...args) {
      const text = `return (${script}).apply(null, arguments)`;
      const answer = await marionette.call('WebDriver:ExecuteScript', {
        script: text,
        args,
        sandbox: 'system',
      });
      return (answer as { value: never }).value;
    },
    async quit() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      await marionette.call('Marionette:Quit', { flags: ['eAttemptQuit'] });
      const limit = setTimeout(() => child.kill('SIGKILL'), 60_000);
      const [status, signal] = await ended;
      clearTimeout(limit);
      if (status !== 0) throw new Error(`Thunderbird ended with ${status ?? signal}`);
    },
  };
}

/** Its own choice; a namespace has one Thunderbird at a time. */
const marionettePort = 2828;

/** A TCP connection from inside a namespace, over the standard input and output of a shell there. */
async function streamInto(scope: Scope, namespace: string, port: number): Promise<Duplex> {
  // Ends when Thunderbird does, so that whoever waits for an answer learns of it.
  const pipe = `exec 3<>/dev/tcp/127.0.0.1/${port} 4<&0; cat <&4 >&3 & cat <&3; kill $!`;
  const { stdin, stdout } = await scope.start(namespace, ['bash', '-c', pipe], { isInNoHurry: true });
  if (!stdin || !stdout) throw new Error('unreachable');
  return Duplex.from({ readable: stdout, writable: stdin });
}
