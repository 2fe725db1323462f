import { say } from '../text/index.ts';
import { said } from '../text/said.ts';
import type { FileClient } from './client.ts';
import { type PageField, type PagePart, type PageStep, type PageTable, pageOf } from './page.ts';
import { qrSvg } from './qr-code.ts';
import { withColon } from './words.ts';
import { xmlText } from './xml.ts';

/**
 * A page to print or to send to somebody, in black on white, with one program's steps where one was chosen. It loads nothing and runs nothing, and says so
 * to the browser.
 */
export const html: FileClient = {
  kind: 'file',
  id: 'html',
  canSignIn: true,
  name: said('client.name.html'),
  group: 'people',
  source: {
    name: 'RFC 6409 and RFC 8314 (ports and words of submission)',
    url: 'https://www.rfc-editor.org/rfc/rfc8314',
    checked: '2026-11',
  },
  fileName: 'postway-mail-settings.html',
  mediaType: 'text/html; charset=utf-8',
  comments: 'own',
  note: 'client.note.html',
  render: (settings) => {
    const page = pageOf(settings);
    const title = xmlText('mailAddress', page.title);
    const lines = [
      '<!DOCTYPE html>',
      `<html lang="${say.language}">`,
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${title}</title>`,
      `<style>${style}</style>`,
      '</head>',
      '<body>',
      `<h1>${title}</h1>`,
      ...page.warnings.map(
        (warning) => `<p class="warning"><strong>${xmlText('warning', warning)}</strong></p>`,
      ),
      ...bodyLines(page.parts),
      '</body>',
      '</html>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}' +
  'h1{font-size:1.5rem}h2{font-size:1.15rem;margin:1.5rem 0 .25rem;break-after:avoid}' +
  'table{border-collapse:collapse;width:100%;break-inside:avoid}tr{border-bottom:1px solid #999}' +
  'th{text-align:left;font-weight:normal;padding:.3rem 1.5rem .3rem 0;vertical-align:top;width:8rem}' +
  'td{font-weight:bold;overflow-wrap:anywhere;white-space:pre-wrap}' +
  'p{margin:.25rem 0}ol,ul{padding-left:1.5rem}li{margin:.4rem 0;break-inside:avoid}.fields li{margin:.15rem 0}em{font-style:normal;text-decoration:underline}' +
  'figure{display:flex;gap:1rem;align-items:center;margin:1.5rem 0 0;break-inside:avoid}' +
  'figure svg{flex:none;width:4.5cm;height:4.5cm}' +
  '.warning{border:2px solid #000;padding:.4rem .8rem;margin:1rem 0}' +
  // On paper two sheets hold the steps of any program; the values stand on one of them, whole.
  '@page{margin:16mm}@media print{body{font-size:10.5pt;line-height:1.4;max-width:none;margin:0;padding:0}h1{font-size:16pt;margin:0 0 6pt}' +
  'h2{font-size:12pt;margin:10pt 0 2pt}li{margin:3pt 0}th,td{padding-top:2pt;padding-bottom:2pt}.warning{margin:6pt 0}}';

/** A code stands on the line of what comes before it, so that a page with one has as many lines as a page without. */
function bodyLines(parts: readonly PagePart[]): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    if (part.kind === 'code') lines.push(`${lines.pop() ?? ''}${figure(part)}`);
    else lines.push(...partLines(part));
  }
  return lines;
}

function figure({ drawing, label, caption }: Extract<PagePart, { kind: 'code' }>): string {
  const words = `<figcaption>${xmlText('caption', caption)}</figcaption>`;
  return `<figure>${qrSvg(drawing, label).replaceAll('\n', '')}${words}</figure>`;
}

function partLines(part: Exclude<PagePart, { kind: 'code' }>): string[] {
  switch (part.kind) {
    case 'paragraphs':
      return [headingLine(part.heading), ...part.lines.map((line) => `<p>${xmlText('line', line)}</p>`)];
    case 'table':
      return table(part);
    case 'steps':
      return [
        headingLine(part.heading),
        '<ol>',
        ...part.steps.map((step) => `<li>${stepParts(step).join('')}</li>`),
        '</ol>',
      ];
    case 'points':
      return [
        headingLine(part.heading),
        '<ul>',
        ...part.lines.map((line) => `<li>${xmlText('note', line)}</li>`),
        '</ul>',
      ];
    default:
      return part satisfies never;
  }
}

function headingLine(heading: string): string {
  return `<h2>${xmlText('heading', heading)}</h2>`;
}

function table({ id, heading, rows, note }: PageTable): string[] {
  return [
    ...(heading === null ? [] : [headingLine(heading)]),
    `<table id="${id}">`,
    ...rows.map(
      ({ label, field, value }) => `<tr><th scope="row">${label}</th><td>${element(field, value)}</td></tr>`,
    ),
    '</table>',
    ...(note === null ? [] : [`<p>${xmlText('note', note)}</p>`]),
  ];
}

function stepParts({ title, where, sentences, fields }: PageStep): string[] {
  const isTitleAll = where === null && sentences.length === 0 && fields.length === 0;
  const heading = xmlText('title', title);
  return [
    isTitleAll ? heading : `<strong>${heading}</strong>`,
    ...[...(where === null ? [] : [where]), ...sentences].map((line) => `<p>${xmlText('line', line)}</p>`),
    ...(fields.length === 0 ? [] : [fieldList(fields)]),
  ];
}

/** Numbered in turn; one alone has no turn. */
function fieldList(fields: readonly PageField[]): string {
  const list = fields.length > 1 ? 'ol' : 'ul';
  return `<${list} class="fields">${fields.map(fieldItem).join('')}</${list}>`;
}

function fieldItem({ label, value, mark, note }: PageField): string {
  return [
    `<li>${xmlText('label', withColon(label))} <b>${element('value', value)}</b>`,
    mark === null ? '' : ` <em>${xmlText('mark', mark)}</em>`,
    note === null ? '' : `<br>${xmlText('note', note)}`,
    '</li>',
  ].join('');
}

/** Text in an element, with the direction of its letters kept to itself. */
function element(field: string, value: string): string {
  return `<bdi>${xmlText(field, value)}</bdi>`;
}
