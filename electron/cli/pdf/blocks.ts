import { actLine, type Sheet } from '../../../shared/letter/sheet.ts';

/** A paragraph on paper. Lengths are in points (1/72 inch). */
export type Block = {
  readonly text: string;
  readonly size: number;
  readonly isBold?: boolean;
  readonly indent?: number;
  /** A dot hangs before its first line. */
  readonly isPoint?: boolean;
  /** Room above it. */
  readonly above: number;
  /** It does not stand alone at the foot of a page. */
  readonly keepsWithNext?: boolean;
};

const body = 10;

/** What stands on a sheet, from top to bottom. */
export function blocksOf(sheet: Sheet): Block[] {
  const { words } = sheet;
  const settings = sheet.settings.map((line) => paragraph(line));
  return [
    { text: sheet.headline, size: 16, isBold: true, above: 0 },
    ...sheet.notes.map((note) => ({ ...paragraph(note), isBold: true })),
    paragraph(sheet.detail),
    ...points(words.advice, sheet.advice),
    heading(sheet.settings.length > 0 ? words.settings : words['no-settings']),
    ...settings,
    ...points(words.also, sheet.also),
    ...points(words.acts, sheet.acts.map(actLine)),
    heading(words.attempts),
    ...sheet.attempts.flatMap(({ at, server, address, result }) => [
      {
        text: [at, server, address].filter((one) => one !== '').join('   '),
        size: 9,
        above: 4,
        keepsWithNext: true,
      },
      { text: result, size: 9, indent: 12, above: 0 },
    ]),
    ...(sheet.attempts.length === 0 ? [paragraph(words['no-attempts'])] : []),
    { text: `${sheet.title}. ${sheet.made}`, size: 8, above: 16 },
  ].filter(({ text }) => text !== '');
}

function heading(text: string): Block {
  return { text, size: 12, isBold: true, above: 14, keepsWithNext: true };
}

function paragraph(text: string): Block {
  return { text, size: body, above: 5 };
}

function points(title: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [
    heading(title),
    ...lines.map((text) => ({ text, size: body, above: 3, indent: 12, isPoint: true })),
  ];
}
