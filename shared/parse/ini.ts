/** A part of a settings file in the manner of `.ini`: its title, and its values by their names in lower case. */
export type IniSection = { readonly title: string; readonly values: ReadonlyMap<string, string> };

/**
 * The parts of a text of `[title]` and `name=value` lines, as many as `maxSections`; comments (`;`, `#`), lines before the first title and
 * what is no such line are left out. Values with a name that speaks of a password are not kept at all: Postway has no business with them.
 */
export function readIni(text: string, maxSections: number): IniSection[] {
  const sections: { title: string; values: Map<string, string> }[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const title = /^\s*\[([^\]]*)\]\s*$/.exec(line)?.[1];
    if (title !== undefined) {
      if (sections.length >= maxSections) break;
      sections.push({ title, values: new Map() });
      continue;
    }
    const equals = line.indexOf('=');
    if (equals <= 0 || /^\s*[;#]/.test(line)) continue;
    const name = line.slice(0, equals).trim().toLowerCase();
    if (!/pass(word|wd)?|secret|token/.test(name)) {
      sections.at(-1)?.values.set(name, line.slice(equals + 1).trim());
    }
  }
  return sections;
}

/** As `readIni`, for the files of GNOME and KDE programs, whose values write a backslash and some blanks with a backslash before them. */
export function readKeyFile(text: string, maxSections: number): IniSection[] {
  return readIni(text, maxSections).map(({ title, values }) => ({
    title,
    values: new Map([...values].map(([name, value]) => [name, unescaped(value)])),
  }));
}

const escaped: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

function unescaped(value: string): string {
  return value.replace(/\\([sntr\\])/g, (_, letter: string) => escaped[letter] ?? letter);
}
