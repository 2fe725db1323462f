import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { openScope, run } from './scope.ts';

describe('what the lab makes on this machine', () => {
  needs('root');

  test('is gone when the lab is closed: namespaces, processes, files', async () => {
    const scope = openScope();
    const namespace = scope.addNamespace('home', '192.0.2.1');
    const child = await scope.start(namespace, ['sh', '-c', 'sleep 1000 & echo $!; wait'], { ready: /\d/ });
    const ended = once(child, 'exit');
    const inside = run('ip', ['netns', 'pids', namespace]).trim().split('\n');

    scope.close();
    await ended;

    expect(inside.length).toBe(2);
    expect(inside.filter(isAlive)).toEqual([]);
    expect(run('ip', ['netns', 'list'])).not.toContain(namespace);
    expect(existsSync(scope.folder)).toBe(false);
    expect(existsSync(`/etc/netns/${namespace}`)).toBe(false);
  });

  test('is gone when the lab is told to end', async () => {
    const lab = await startProgram();
    lab.child.kill('SIGTERM');
    const [status] = await once(lab.child, 'exit');

    expect(status).toBe(143);
    expect(run('ip', ['netns', 'list'])).not.toContain(lab.namespace);
  });

  test('is removed by the next lab when this one was killed', async () => {
    const lab = await startProgram();
    lab.child.kill('SIGKILL');
    await once(lab.child, 'exit');
    expect(run('ip', ['netns', 'list'])).toContain(lab.namespace);

    openScope().close();

    expect(run('ip', ['netns', 'list'])).not.toContain(lab.namespace);
  });
});

/** A program of its own that opens a scope with one namespace and waits. */
async function startProgram(): Promise<{ child: ReturnType<typeof spawn>; namespace: string }> {
  const path = fileURLToPath(new URL('./scope.ts', import.meta.url));
  const script = `
    const { runnerImport } = await import('vite');
    const { module } = await runnerImport(${JSON.stringify(path)});
    console.log('made ' + module.openScope().addNamespace('home'));
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const [, namespace] = /made (\S+)\n/.exec(text) ?? [];
    if (namespace !== undefined) return { child, namespace };
  }
  throw new Error(`ended before it made anything: ${text}`);
}

/** Whether a process of that number lives; a dead one that nobody has waited for yet does not. */
function isAlive(pid: string): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(run('cat', [`/proc/${pid}/status`]));
  } catch {
    return false;
  }
}
