import { type PDFDocument, PDFHexString, type PDFRef, PDFString } from '@cantoo/pdf-lib';

/**
 * A Japanese font by its name, embedding nothing: one of those that every reader of PDF has or replaces (ISO 32000-1 section 9.7.5.2), addressed in UTF-16.
 * It has Greek and Cyrillic letters too. Each letter is as wide as the font is high.
 */
export function japaneseFont({ context }: PDFDocument): PDFRef {
  const name = 'HeiseiKakuGo-W5';
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [-92, -250, 1010, 922],
      ItalicAngle: 0,
      Ascent: 752,
      Descent: -271,
      CapHeight: 737,
      StemV: 114,
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Japan1'), Supplement: 5 },
      DW: 1000,
      FontDescriptor: descriptor,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'UniJIS-UTF16-H',
      DescendantFonts: [descendant],
    }),
  );
}

/** A text as that font is addressed. */
export function inUtf16(text: string): PDFHexString {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return PDFHexString.of(units.map((unit) => unit.toString(16).padStart(4, '0')).join(''));
}
