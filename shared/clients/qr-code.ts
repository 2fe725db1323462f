import { encode } from 'uqr';
import { say } from '../text/index.ts';
import { refused } from './refused.ts';
import { xmlText } from './xml.ts';

/** A QR code (ISO/IEC 18004) as rows of modules, `true` for dark, with the bright margin of four modules that readers want. */
export type QrCode = { readonly size: number; readonly rows: readonly (readonly boolean[])[] };

const margin = 4;
/** UTF-8 in byte mode at error correction L: what the largest code holds. */
const mostBytes = 2953;

/** Draws the text, in UTF-8. Throws `ExportRefused` with `field` when it is more than a code holds. */
export function qrCode(field: string, text: string): QrCode {
  const bytes = encodeURIComponent(text).replace(/%../g, '.').length;
  if (bytes > mostBytes) throw refused(field, 'client.refuse.too-long-to-scan');
  const { data, size } = encode(text, { ecc: 'L', border: margin });
  return { size, rows: data };
}

/** The dark modules as the `d` of one SVG path, in units of a module. */
export function qrPath({ rows }: QrCode): string {
  return rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('');
}

/** An SVG file of the code; `text` is what the code says, for whoever opens the file. */
export function qrSvgFile(code: QrCode, label: string, text: string): string {
  const element = qrSvg(code, label).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
  return `${element.replace('</title>', () => `</title>\n<desc>${xmlText('code', text)}</desc>`)}\n`;
}

/** An SVG element for an HTML page, black on white whatever surrounds it, that tells a screen reader what it is. */
export function qrSvg(code: QrCode, label: string): string {
  const { size } = code;
  return [
    `<svg viewBox="0 0 ${size} ${size}" width="${size * 5}" height="${size * 5}" role="img">`,
    `<title>${xmlText('code', label)}</title>`,
    `<path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/>`,
    `<path fill="#000" shape-rendering="crispEdges" d="${qrPath(code)}"/>`,
    '</svg>',
  ].join('\n');
}

/**
 * Lines for a terminal, two rows of modules each, in half blocks. The colours are said (SGR, 256 colours), because a code in a dark
 * terminal's own colours is inside out, and many readers cannot read that.
 */
export function qrLines({ rows }: QrCode): string[] {
  const lines: string[] = [];
  for (let y = 0; y < rows.length; y += 2) {
    const upper = rows[y] ?? [];
    const lower = rows[y + 1] ?? [];
    const blocks = upper.map((isDark, x) => halfBlock(isDark, lower[x] ?? false)).join('');
    lines.push(`\u001b[38;5;16;48;5;231m${blocks}\u001b[0m`);
  }
  return lines;
}

function halfBlock(isUpperDark: boolean, isLowerDark: boolean): string {
  if (isUpperDark) return isLowerDark ? '█' : '▀';
  return isLowerDark ? '▄' : ' ';
}

/** What a code is called in every place that shows one. */
export function qrLabel(program: string): string {
  return say('client.code.label', { program });
}
