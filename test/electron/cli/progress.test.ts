import { describe, expect, test } from 'vitest';
import { paintFor } from '../../../electron/cli/paint.ts';
import { startProgress } from '../../../electron/cli/progress.ts';
import type { CheckEvent, PlannedProbe } from '../../../shared/model/check.ts';
import { aControl, aFailedConnect, anObservation, aServer } from '../../support/builders.ts';
import { fakeShell } from './fake-shell.ts';
import { screenOf } from './screen.ts';

const probes: PlannedProbe[] = [587, 465, 25].map((port) => ({
  id: `p${port}`,
  role: 'outgoing',
  protocol: 'smtp',
  host: 'mail.example.org',
  port,
  security: port === 465 ? 'tls' : 'starttls',
  priority: 0,
}));
const plan: CheckEvent = { type: 'planned', probes };
const usable: CheckEvent = { type: 'usable', server: aServer(), atMs: 310 };

function start(wanted: Parameters<typeof fakeShell>[0]) {
  const fake = fakeShell(wanted);
  const paint = paintFor(fake.shell.stderr, fake.shell, true);
  return { ...fake, progress: startProgress(fake.shell, paint, 'you@example.org') };
}

describe('on a terminal', () => {
  test('draws one line for each port, redraws it in place, and takes it away at the end', () => {
    const { progress, tick, stderr, isTicking } = start({ isTerminal: true });
    progress.onEvent(plan);
    progress.onEvent({ type: 'progress', probeId: 'p25', stage: 'connect', atMs: 0 });
    tick(100);
    progress.onEvent({ type: 'observed', probeId: 'p587', observation: anObservation() });
    tick(100);
    expect(screenOf(stderr())).toEqual([
      'Checking you@example.org. Ctrl-C stops.',
      '  port 587   mail.example.org            works                           0.3 s',
      '  port 465   mail.example.org            waiting for its turn',
      '  port 25    mail.example.org            connecting                      0.2 s',
    ]);
    progress.end();
    progress.end();
    expect(screenOf(stderr())).toEqual(['Checking you@example.org. Ctrl-C stops.']);
    expect(isTicking()).toBe(false);
  });

  test('announces the first setting that works at once, and leaves it on the screen', () => {
    const { progress, tick, stderr } = start({ isTerminal: true });
    progress.onEvent(plan);
    tick(100);
    progress.onEvent(usable);
    const announced = 'Works: mail.example.org port 587 with STARTTLS (0.3 s)';
    expect(screenOf(stderr())[1]).toBe(announced);
    expect(screenOf(stderr())).toHaveLength(5);
    progress.end();
    expect(screenOf(stderr())).toEqual(['Checking you@example.org. Ctrl-C stops.', announced]);
  });

  test('draws only when the clock ticks, however many events come', () => {
    const { progress, tick, stderrWrites } = start({ isTerminal: true });
    progress.onEvent(plan);
    const before = stderrWrites().length;
    for (let atMs = 0; atMs < 1000; atMs += 1) {
      progress.onEvent({ type: 'progress', probeId: 'p25', stage: 'connect', atMs });
    }
    expect(stderrWrites().length).toBe(before);
    tick(100);
    expect(stderrWrites().length).toBe(before + 1);
  });

  test.each([40, 60, 71, 72, 200])('no line is wider than a terminal of %d columns', (columns) => {
    const { progress, tick, stderr } = start({ isTerminal: true, columns });
    progress.onEvent({
      type: 'planned',
      probes: probes.map((one) => ({ ...one, host: `${'long.'.repeat(40)}example` })),
    });
    progress.onEvent({ type: 'progress', probeId: 'p25', stage: 'starttls', atMs: 0 });
    tick(100);
    for (const line of screenOf(stderr()).slice(1)) expect(line.length).toBeLessThan(columns);
  });

  test('never draws more lines than the screen has, or the first could not be erased', () => {
    const { progress, tick, stderr } = start({ isTerminal: true, rows: 4 });
    progress.onEvent(plan);
    tick(100);
    expect(screenOf(stderr())).toHaveLength(1 + 2);
  });
});

describe('elsewhere', () => {
  test.each([
    ['in a pipe', {}],
    ['on a dumb terminal', { isTerminal: true, environment: { TERM: 'dumb' } }],
    ['on a very narrow one', { isTerminal: true, columns: 30 }],
  ])('%s, writes a plain line for each answer and nothing that moves', (_name, wanted) => {
    const { progress, tick, stderr } = start(wanted);
    progress.onEvent(plan);
    progress.onEvent({ type: 'progress', probeId: 'p25', stage: 'connect', atMs: 0 });
    tick(100);
    progress.onEvent(usable);
    progress.onEvent({ type: 'observed', probeId: 'p587', observation: anObservation() });
    progress.onEvent({ type: 'observed', probeId: 'p25', observation: aFailedConnect() });
    progress.onEvent({ type: 'observed', probeId: 'c', observation: aControl('other.example') });
    const madeUp = aFailedConnect({
      role: 'reference',
      control: 'made-up-name',
      host: 'qxzv.example',
      port: 53,
    });
    progress.onEvent({
      type: 'observed',
      probeId: 'm',
      observation: { ...madeUp, outcome: 'dns-error', stage: 'dns' },
    });
    const found = anObservation({ role: 'reference', control: 'made-up-name', host: 'qxzv.example' });
    progress.onEvent({ type: 'observed', probeId: 'm', observation: found });
    const unheard = { ...madeUp, outcome: 'dns-error', stage: 'dns' } as const;
    const error = { code: 'no-dns-answer', message: '' } as const;
    progress.onEvent({ type: 'observed', probeId: 'm', observation: { ...unheard, error } });
    progress.note('Stopping.');
    progress.end();
    expect(stderr()).toBe(
      [
        'Checking you@example.org. Ctrl-C stops.',
        'Works: mail.example.org port 587 with STARTTLS (0.3 s)',
        'port 587 mail.example.org: works (0.3 s)',
        'port 25 mail.example.org: no answer (1.5 s)',
        'for comparison, port 587 smtp.other.example: works (0.3 s)',
        'for comparison, a made-up name: not found, as it should be (1.5 s)',
        'for comparison, a made-up name: found, which cannot be (0.3 s)',
        'for comparison, a made-up name: name not found (1.5 s)',
        'Stopping.',
        '',
      ].join('\n'),
    );
  });
});

test.each([true, false])('what a server says acts on no terminal (moving: %s)', (isTerminal) => {
  const { progress, tick, stderr } = start({ isTerminal });
  const host = 'a\u001b]8;;x\u0007\u009b2Jb\nc';
  progress.onEvent({ type: 'planned', probes: probes.map((one) => ({ ...one, host })) });
  progress.onEvent({ type: 'observed', probeId: 'p25', observation: anObservation({ host }) });
  progress.onEvent({ type: 'usable', server: aServer({ host }), atMs: 1 });
  tick(100);
  expect(stderr()).not.toContain('\u001b]');
  expect(stderr()).not.toContain('\u009b');
  expect(stderr()).not.toContain('b\nc');
  expect(stderr()).toContain('a\ufffd]8;;x\ufffd\ufffd2Jb\ufffdc');
});
