import { columnsOf } from './columns.ts';

/** A part of a text that no line break may cut, and what stands before it when it does not begin a line. */
type Piece = { readonly text: string; readonly before: '' | ' ' };

/** Letters of Japanese and Chinese, between which a line may break. */
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
/** The blank at which no line breaks. */
const noBreak = '\u00a0';
/** Foreign words in Japanese, which read badly in two halves. */
const katakana = /[\p{Script=Katakana}ー]/u;
/** What may not begin a line: closing brackets, marks that end a sentence, small letters and the long vowel (JIS X 4051). */
const neverFirst = /^[、。，．・：；？！）］｝〉》」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
/** What may not end a line: opening brackets. */
const neverLast = /[（［｛〈《「『【〔]$/u;

/**
 * Breaks a text into lines of at most so many columns: at blanks, so that a name or number in it is never cut, and between letters of
 * Japanese and Chinese, which have no blanks. A longer word gets a line of its own. One line at least.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of text.split(' ').flatMap(piecesOf)) {
    const pieceWidth = columnsOf(piece.text);
    if (width > 0 && width + piece.before.length + pieceWidth > columns) {
      lines.push(line);
      line = piece.text;
      width = pieceWidth;
    } else {
      const before = width === 0 ? '' : piece.before;
      line += before + piece.text;
      width += before.length + pieceWidth;
    }
  }
  return [...lines, line];
}

/** The text with a mark wherever a line may break though there is no blank. For whoever breaks its lines elsewhere. */
export function markBreaks(text: string, mark: string): string {
  const marked = (word: string) =>
    piecesOf(word)
      .map((piece) => piece.text)
      .join(mark);
  return text.split(' ').map(marked).join(' ');
}

function piecesOf(word: string): Piece[] {
  if (!ideograph.test(word)) return [{ text: word, before: ' ' }];
  const pieces: string[] = [];
  for (const letter of word) {
    const last = pieces.at(-1);
    if (last !== undefined && mayNotPart(last, letter)) pieces[pieces.length - 1] = last + letter;
    else pieces.push(letter);
  }
  return pieces.map((text, index) => ({ text, before: index === 0 ? ' ' : '' }));
}

/** Whether no line may break between the two: within a foreign word, in its own letters or in Katakana, at a blank that is to hold, and where a mark belongs to its neighbour. */
function mayNotPart(before: string, letter: string): boolean {
  if (letter === noBreak || before.endsWith(noBreak)) return true;
  if (neverFirst.test(letter) || neverLast.test(before)) return true;
  const previous = before.slice(-1);
  return katakana.test(letter)
    ? katakana.test(previous)
    : !ideograph.test(letter) && !ideograph.test(previous);
}
