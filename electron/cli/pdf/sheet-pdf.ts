import {
  beginText,
  endText,
  PDFDocument,
  type PDFFont,
  type PDFName,
  type PDFPage,
  type PDFRef,
  StandardFonts,
  setFontAndSize,
  setTextMatrix,
  showText,
} from '@cantoo/pdf-lib';
import { oneLine, type Sheet } from '../../../shared/letter/sheet.ts';
import { type Block, blocksOf } from './blocks.ts';
import { inUtf16, japaneseFont } from './japanese-font.ts';
import { wrapped } from './wrapped.ts';

/** ISO 216 A4, and its margins, in points. */
const paper = { width: 595.28, height: 841.89, margin: 48 };
const lineHeight = 1.35;

type Fonts = { readonly regular: PDFFont; readonly bold: PDFFont; readonly japanese: PDFRef };
/** A part of a line that one font can write. */
type Run = { readonly text: string; readonly isLatin: boolean };
type Line = { readonly runs: readonly Run[]; readonly block: Block; readonly isFirst: boolean };

/**
 * A sheet as a PDF of A4 pages, black on white, with text that can be searched and copied. It embeds no font: Latin letters are Helvetica's, all
 * others those of a Japanese font that readers have. `madeAt` is what it says of its making: the same sheet gives the same bytes.
 */
export async function sheetPdf(sheet: Sheet, madeAt: Date): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(oneLine(sheet.title), { showInWindowTitleBar: true });
  document.setLanguage(sheet.language);
  document.setProducer('Postway');
  if (!Number.isNaN(madeAt.getTime())) document.setCreationDate(madeAt);
  const fonts: Fonts = {
    regular: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
    japanese: japaneseFont(document),
  };
  const pages = onPages(blocksOf(sheet).map((block) => linesOf(block, fonts)));
  for (const [index, lines] of pages.entries()) {
    const page = document.addPage([paper.width, paper.height]);
    const write = writerOn(page, fonts);
    for (const { line, y } of lines) {
      const { indent = 0, isPoint, size, isBold = false } = line.block;
      const x = paper.margin + indent;
      if (isPoint && line.isFirst) write([{ text: '•', isLatin: true }], { x: x - 10, y, size, isBold });
      write(line.runs, { x, y, size, isBold });
    }
    const number = [{ text: `${index + 1} / ${pages.length}`, isLatin: true }];
    write(number, { x: paper.width / 2 - 10, y: paper.margin / 2, size: 8, isBold: false });
  }
  return document.save();
}

function linesOf(block: Block, fonts: Fonts): Line[] {
  const font = block.isBold ? fonts.bold : fonts.regular;
  const width = paper.width - 2 * paper.margin - (block.indent ?? 0);
  const measure = (text: string): number => widthOf(runsIn(text, font), font, block.size);
  return wrapped(oneLine(block.text), width, measure).map((text, at) => {
    return { runs: runsIn(text, font), block, isFirst: at === 0 };
  });
}

/** Where each line stands, page by page. A heading goes to the next page with what it is the heading of. */
function onPages(paragraphs: readonly (readonly Line[])[]): { line: Line; y: number }[][] {
  const top = paper.height - paper.margin;
  const pages: { line: Line; y: number }[][] = [[]];
  let y = top;
  for (const [index, lines] of paragraphs.entries()) {
    const [next] = paragraphs[index + 1] ?? [];
    for (const line of lines) {
      const { size, above, keepsWithNext } = line.block;
      const high = size * lineHeight;
      const wanted = high + (keepsWithNext && next ? next.block.above + next.block.size * lineHeight : 0);
      const gap = line.isFirst && y < top ? above : 0;
      if (y - gap - wanted < paper.margin && y < top) {
        pages.push([]);
        y = top - high;
      } else y -= gap + high;
      pages.at(-1)?.push({ line, y });
    }
  }
  return pages;
}

/** The characters of Helvetica's standard encoding. */
const latin = new WeakMap<PDFFont, ReadonlySet<number>>();

function runsIn(text: string, font: PDFFont): Run[] {
  const known = latin.get(font) ?? new Set(font.getCharacterSet());
  latin.set(font, known);
  const runs: Run[] = [];
  for (const character of text) {
    const isLatin = known.has(character.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    if (last?.isLatin === isLatin) runs[runs.length - 1] = { text: last.text + character, isLatin };
    else runs.push({ text: character, isLatin });
  }
  return runs;
}

function widthOf(runs: readonly Run[], font: PDFFont, size: number): number {
  const widths = runs.map(({ text, isLatin }) =>
    isLatin ? font.widthOfTextAtSize(text, size) : [...text].length * size,
  );
  return widths.reduce((sum, one) => sum + one, 0);
}

type Place = { readonly x: number; readonly y: number; readonly size: number; readonly isBold: boolean };

/** Writes runs on a page; each font is named there when it is first used. */
function writerOn(page: PDFPage, { regular, bold, japanese }: Fonts) {
  const names = new Map<PDFRef, PDFName>();
  const nameOf = (font: PDFRef): PDFName => {
    const name = names.get(font) ?? page.node.newFontDictionary('F', font);
    names.set(font, name);
    return name;
  };
  return (runs: readonly Run[], { x, y, size, isBold }: Place): void => {
    const font = isBold ? bold : regular;
    let at = x;
    for (const run of runs) {
      page.pushOperators(
        beginText(),
        setFontAndSize(nameOf(run.isLatin ? font.ref : japanese), size),
        setTextMatrix(1, 0, 0, 1, at, y),
        showText(run.isLatin ? font.encodeText(run.text) : inUtf16(run.text)),
        endText(),
      );
      at += widthOf([run], font, size);
    }
  };
}
