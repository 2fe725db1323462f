import { describe, expect, test } from 'vitest';
import { type QrCode, qrCode, qrLines, qrPath, qrSvgFile } from '../../../shared/clients/qr-code.ts';
import { ExportRefused } from '../../../shared/clients/refused.ts';
import { fc } from '../../support/invented-inputs.ts';
import { needs } from '../../support/needs.ts';
import { scanned } from './scanned.ts';
import { at, parseXml } from './xml-reader.ts';

const awkward = '[1,"ü漢𝄞 & <x> \'\\"%20+"]';

/** The modules that a path of unit squares blackens. */
function rowsOfPath(d: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  let read = '';
  for (const [whole, x, y] of d.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    read += whole;
    const row = rows[Number(y)];
    if (row?.[Number(x)] !== false) throw new Error(`outside, or twice: ${whole}`);
    row[Number(x)] = true;
  }
  if (read !== d) throw new Error('something else is drawn');
  return rows;
}

/** The modules that a terminal shows, two rows a line; throws where the colours are not said. */
function rowsOfLines(lines: readonly string[]): boolean[][] {
  return lines.flatMap((line) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's colours are said with them
    const [, blocks = ''] = /^\u001b\[38;5;16;48;5;231m([ ▀▄█]+)\u001b\[0m$/.exec(line) ?? [];
    if (blocks === '') throw new Error(`not a line of a code: ${line}`);
    const has = (shapes: string) => [...blocks].map((block) => shapes.includes(block));
    return [has('▀█'), has('▄█')];
  });
}

test('has the bright margin that readers want, on all sides', () => {
  const { rows, size } = qrCode('f', 'x');
  expect(size).toBe(21 + 8);
  expect(rows.length).toBe(size);
  for (const [y, row] of rows.entries()) {
    expect(row.length).toBe(size);
    for (const [x, isDark] of row.entries()) {
      if (Math.min(x, y, size - 1 - x, size - 1 - y) < 4) expect(isDark).toBe(false);
    }
  }
});

test('the drawing in SVG and the one in a terminal are the same modules', () => {
  const code = qrCode('f', awkward);
  expect(rowsOfPath(qrPath(code), code.size)).toEqual(code.rows);
  expect(rowsOfLines(qrLines(code)).slice(0, code.size)).toEqual(code.rows);
});

test('the SVG is well-formed, has a name, and says what it says', () => {
  const code = qrCode('f', awkward);
  const svg = parseXml(qrSvgFile(code, 'A <code> & more', awkward));
  expect(svg.attributes).toMatchObject({ role: 'img', viewBox: `0 0 ${code.size} ${code.size}` });
  expect([at(svg, 'title').text, at(svg, 'desc').text]).toEqual(['A <code> & more', awkward]);
});

test('refuses by name what no code holds, up to the last byte', () => {
  expect(qrCode('f', 'a'.repeat(2953)).size).toBe(177 + 8);
  expect(() => qrCode('f', 'a'.repeat(2954))).toThrow(ExportRefused);
  expect(() => qrCode('f', 'ü'.repeat(1477))).toThrow(ExportRefused);
});

describe('the real zbarimg', () => {
  needs('zbarimg');

  test.each([awkward, 'a', 'ÄÖÜß', '日本語テキスト', '12345', 'HTTP://A', 'x'.repeat(800)])(
    'reads %j back, byte for byte',
    async (text) => {
      expect(await scanned(qrCode('f', text).rows)).toBe(text);
    },
  );

  test('reads any text back', async () => {
    const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        const code: QrCode = qrCode('f', text);
        expect(await scanned(code.rows)).toBe(text);
      }),
      { numRuns: 25 },
    );
  });
});
