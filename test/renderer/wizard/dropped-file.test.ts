import { expect, test } from 'vitest';
import { textOf } from '../../../renderer/wizard/dropped-file.ts';
import { maxReportChars } from '../../../shared/model/report.ts';

test('a report is read whole, and of a film no more than a report could be', async () => {
  expect(await textOf(new Blob(['{"schema":"ü"}']))).toBe('{"schema":"ü"}');
  const film = await textOf(new Blob(['x'.repeat(maxReportChars * 5)]));
  expect(film.length).toBeGreaterThan(maxReportChars);
  expect(film.length).toBeLessThan(maxReportChars * 5);
});

test('what cannot be read, such as a folder, is nothing', async () => {
  const folder = new Blob(['']);
  folder.slice = () =>
    Object.assign(new Blob(), { text: () => Promise.reject(new DOMException('', 'NotFoundError')) });
  expect(await textOf(folder)).toBe('');
});
