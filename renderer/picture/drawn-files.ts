import type { ExportedFile } from '../../shared/contract/contract.ts';
import type { Drawn, Shape } from './drawn.ts';

const font = 'system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif';

/** The picture as an SVG document (SVG 1.1) that refers to nothing outside of it. */
export function asSvg({ width, height, shapes }: Drawn, title: string): ExportedFile {
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(font)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...shapes.map(element),
    '</svg>',
    '',
  ].join('\n');
  return { fileName: 'postway-picture.svg', mediaType: 'image/svg+xml', text };
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'line': {
      const points = shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
      const dots = shape.isDotted ? ' stroke-dasharray="2 4"' : '';
      return `<polyline points="${points}" fill="none" stroke="${shape.colour}" stroke-width="${shape.width}" stroke-linecap="round"${dots}/>`;
    }
    case 'disc':
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${shape.r}" fill="${shape.colour}"/>`;
    case 'text': {
      const weight = shape.isBold ? ' font-weight="600"' : '';
      return `<text x="${round(shape.x)}" y="${round(shape.y)}" font-size="${shape.size}" fill="${shape.colour}" text-anchor="${shape.anchor ?? 'start'}"${weight}>${escaped(shape.text)}</text>`;
    }
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 holds no lone surrogates and no two code points at the end of the plane. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd');
}

/** Sharp on a screen of twice the density, and on paper. */
const scale = 2;

/** The same as a PNG, drawn by the browser. Rejects where it cannot. */
export async function asPng({ width, height, shapes }: Drawn): Promise<ExportedFile> {
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no pictures');
  context.scale(scale, scale);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.lineCap = 'round';
  for (const shape of shapes) draw(context, shape);
  const [, text = ''] = canvas.toDataURL('image/png').split(',');
  return { fileName: 'postway-picture.png', mediaType: 'image/png', text, encoding: 'base64' };
}

function draw(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'line':
      context.strokeStyle = shape.colour;
      context.lineWidth = shape.width;
      context.setLineDash(shape.isDotted ? [2, 4] : []);
      context.beginPath();
      for (const [x, y] of shape.points) context.lineTo(x, y);
      context.stroke();
      break;
    case 'disc':
      context.fillStyle = shape.colour;
      context.beginPath();
      context.arc(shape.x, shape.y, shape.r, 0, 2 * Math.PI);
      context.fill();
      break;
    case 'text':
      context.fillStyle = shape.colour;
      context.font = `${shape.isBold ? 600 : 400} ${shape.size}px ${font}`;
      context.textAlign = shape.anchor === 'middle' ? 'center' : 'start';
      context.fillText(shape.text, shape.x, shape.y);
      break;
  }
}
