import { expect, test } from 'vitest';
import { type Drawn, drawnPicture } from '../../../renderer/picture/drawn.ts';
import { asSvg } from '../../../renderer/picture/drawn-files.ts';
import { lanesOf } from '../../../renderer/picture/lanes.ts';
import { attemptsFromObservations } from '../../../shared/ledger/attempts.ts';
import type { Report } from '../../../shared/model/report.ts';
import { has } from '../../support/needs.ts';
import { runProgram } from '../../support/program.ts';
import { blockedReport, hostileReport } from '../../support/sample-reports.ts';

const drawn = (report: Report, title = 'The way of the mail', note: string | null = null): Drawn =>
  drawnPicture(lanesOf(attemptsFromObservations(report.observations), report.verdict), title, note);

const texts = ({ shapes }: Drawn): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

test('each port has a lane that ends where it ended, in words and in the drawing', () => {
  const { shapes, width, height } = drawn(blockedReport);
  const words = texts({ shapes, width, height });
  expect(words).toEqual(
    expect.arrayContaining(['25', '587', 'IMAP 993', 'No answer', 'Works', 'Mail server']),
  );
  const discs = shapes.filter(({ kind }) => kind === 'disc');
  const bad = discs.filter((shape) => shape.kind === 'disc' && shape.colour === '#b3261e');
  expect(bad).toHaveLength(1);
  expect(bad[0]).toMatchObject({ x: 150 + 480 / 3 }); // in the network
  for (const shape of shapes) {
    const points = shape.kind === 'line' ? shape.points : [[shape.x, shape.y] as const];
    for (const [x, y] of points) {
      expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    }
  }
});

test('names that are too long are cut, and never leave their column', () => {
  const longer = JSON.parse(
    JSON.stringify(blockedReport).replaceAll('mail.example.org', `${'x'.repeat(250)}.example`),
  );
  for (const text of texts(drawn(longer, 'y'.repeat(500), 'z'.repeat(500)))) {
    expect([...text].length).toBeLessThanOrEqual(110);
  }
});

test('a title that is markup stays text', () => {
  const { text } = asSvg(drawn(hostileReport, '</text><script>"&\ud800\u202e'), '</title><script>');
  expect(text).not.toMatch(/<script|\ud800|\u202e/);
  expect(text).toContain('&lt;script&gt;');
});

test('the SVG is well-formed XML that refers to nothing', async (context) => {
  if (!has('xmllint')) return context.skip('needs xmllint');
  const { text } = asSvg(drawn(hostileReport, 'a <b> & c', '\u0000\ufffe'), 'a <b> & c');
  expect(text).not.toMatch(/href|url\(|@import/);
  const checked = await runProgram('xmllint', ['--noout', '-'], { input: text });
  expect(checked.status).toBe(0);
});
