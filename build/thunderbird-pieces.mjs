/** How long a piece may be, in letters; enough to tell the messages of one language apart, which is checked. */
const length = 32;
const shortest = 3;

/** A text as it is compared: letters and digits only, in lower case. `shared/explain/thunderbird.ts` does the same. */
export function letters(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/**
 * For each message and language, the pieces around its inserted values: the end of the first, the beginning of the others. English keeps its
 * pieces whole, since people quote parts of it. A message that could be taken for another keeps them whole, too.
 */
export function pieces(texts) {
  const ids = Object.keys(texts).sort();
  const languages = [...new Set(ids.flatMap((id) => Object.keys(texts[id])))].sort();
  const whole = (id, language) =>
    texts[id][language]
      .split(/%(?:\d\$)?[sSd]/)
      .map(letters)
      .filter((piece) => piece.length >= shortest);
  const cut = (list) =>
    list.map((piece, index) =>
      index === 0 && list.length > 1 ? piece.slice(-length) : piece.slice(0, length),
    );

  const kept = Object.fromEntries(ids.map((id) => [id, {}]));
  for (const language of languages) {
    const own = ids.filter((id) => texts[id][language] !== undefined && whole(id, language).length > 0);
    const isEnglish = language === 'en-US';
    for (const id of own) {
      const list = whole(id, language);
      const short = isEnglish ? list : cut(list);
      const isMistaken = own.some(
        (other) => other !== id && contains(whole(other, language).join(''), short),
      );
      const chosen = isMistaken ? list : short;
      if (isEnglish || texts[id][language] !== texts[id]['en-US']) kept[id][language] = chosen;
    }
  }
  return kept;
}

function contains(text, list) {
  let at = 0;
  return list.every((piece) => {
    const found = text.indexOf(piece, at);
    at = found + piece.length;
    return found !== -1;
  });
}
