/**
 * Messages: the sentences in `shared/text/<language>/*.json`, in ICU MessageFormat, are parsed here and nowhere else, so that no program
 * and no window carries a parser.
 *
 *   node build/messages.mjs     checks every catalogue and writes the types of the values that messages take
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TYPE } from '@formatjs/icu-messageformat-parser';
import { catalogueOf, languages, original, parsed, textOf, wrongIn } from './catalogues.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const textFolder = 'shared/text';
/** A blank at which no line ends. */
const noBreak = '\u00a0';

/** A file of messages, with the language and the area in its path. */
export const catalogueFile = /\/shared\/text\/([a-zA-Z-]+)\/([a-z-]+)\.json$/;

/**
 * A Vite plugin: a file of messages is loaded parsed. Throws, and so fails the build, when a message is broken.
 * `leftOut` names areas that this bundle never says; they are loaded empty.
 */
export function messages({ leftOut = [] } = {}) {
  return {
    name: 'postway-messages',
    load(id) {
      const [, , area] = catalogueFile.exec(id.replaceAll('\\', '/').replace(/\?.*$/, '')) ?? [];
      if (area === undefined) return null;
      if (leftOut.includes(area)) return '{}';
      return JSON.stringify(parsedFile(id.replace(/\?.*$/, '')));
    },
  };
}

/**
 * A Vite plugin for a program whose start is waited for: all words of a language that are loaded together are one file, which is read as
 * JSON. Each of the thirty files of areas would cost a millisecond.
 */
export function wordsTogether() {
  const prefix = '\0postway-words:';
  return {
    name: 'postway-words-together',
    enforce: 'pre',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith(`/${textFolder}/load-words.ts`)) return null;
      const glob = "import.meta.glob('./*/*.json', { import: 'default' })";
      if (!code.includes(glob)) throw new Error(`${id} no longer has ${glob}`);
      const loaders = languages().flatMap((language) =>
        areasOf(language).map((area) => {
          const path = `./${language}/${area}.json`;
          const part = `${prefix}${language}/${partOf(area)}`;
          return `${JSON.stringify(path)}: () => import(${JSON.stringify(part)}).then((all) => all.default[${JSON.stringify(path)}])`;
        }),
      );
      return { code: code.replace(glob, `({ ${loaders.join(', ')} })`), map: null };
    },
    resolveId(id) {
      return id.startsWith(prefix) ? id : null;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const [language, part] = id.slice(prefix.length).split('/');
      const files = areasOf(language)
        .filter((area) => partOf(area) === part)
        .map((area) => [
          `./${language}/${area}.json`,
          parsedFile(join(root, textFolder, language, `${area}.json`)),
        ]);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(files)))});`;
    },
  };
}

/** The areas of a language's messages: one file each. */
export function areasOf(language) {
  return readdirSync(join(root, textFolder, language))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
}

/** What is loaded together with this area: `parts.json`. */
export function partOf(area) {
  const parts = JSON.parse(readFileSync(join(root, textFolder, 'parts.json'), 'utf8'));
  return Object.keys(parts).find((one) => parts[one].includes(area)) ?? 'rest';
}

/** Every message of one file, parsed: a message without values is a string, any other a list of FormatJS's elements. */
function parsedFile(file) {
  const entries = Object.entries(JSON.parse(textOf(file)));
  const [, language] = catalogueFile.exec(file.replaceAll('\\', '/')) ?? [];
  const finished = language === 'ja' ? heldTogether : (elements) => elements;
  return Object.fromEntries(
    entries.map(([key, message]) => [key, compact(finished(parsed(file, key, message)))]),
  );
}

/** Japanese in which no line ends between a foreign word or a value and the particle or counter behind it, nor within "ポート 25". */
function heldTogether(elements) {
  return elements.map((element, index) => {
    const { type, value, options } = element;
    if (options) {
      const inside = Object.entries(options).map(([name, option]) => [
        name,
        { ...option, value: heldTogether(option.value) },
      ]);
      return { ...element, options: Object.fromEntries(inside) };
    }
    if (type !== TYPE.literal) return element;
    const behindValue = index > 0 ? /^ (?=[\p{Script=Hiragana}秒分時日件社個人年回台行])/u : /^\b$/;
    const beforeValue = index < elements.length - 1 ? /(?<=ポート) $/ : /^\b$/;
    return {
      ...element,
      value: value
        .replace(behindValue, noBreak)
        .replace(beforeValue, noBreak)
        .replace(/(?<=[!-~]) (?=\p{Script=Hiragana})/gu, noBreak)
        .replace(/(?<=\d) (?=[秒分時日件社個人年回台行])|(?<=ポート) (?=\d)/g, noBreak),
    };
  });
}

function compact(elements) {
  if (elements.length === 0) return '';
  return elements.every(({ type }) => type === TYPE.literal)
    ? elements.map(({ value }) => value).join('')
    : elements;
}

/**
 * Checks every language and writes `values.d.ts`, the types of all values, when they changed. Throws when a catalogue is wrong.
 * The file is not kept in the repository: it would be in everybody's way.
 */
export function writeTypes() {
  const wanted = catalogueOf(original);
  const wrong = wrongIn(wanted);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const types = new Map([...wanted].map(([key, { values }]) => [key, values]));
  const file = join(root, textFolder, 'values.d.ts');
  const text = typesOf(types);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

function typesOf(catalogue) {
  const lines = [...catalogue]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, values]) => {
      const fields = [...values].map(([name, use]) => `readonly ${name}: ${use}`);
      return `  '${key}': ${fields.length === 0 ? 'MessageNothing' : `{ ${fields.join('; ')} }`};`;
    });
  return [
    `/* Written by build/messages.mjs from ${textFolder}/${original}. */`,
    "type MessageValue = import('./said.ts').Plain;",
    "type MessageMoment = import('./said.ts').Moment;",
    'type MessageNothing = Readonly<Record<never, never>>;',
    'interface MessageValues {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    writeTypes();
  } catch (error) {
    console.error(error.message); // who translates reads this, and has no use for where in here it was thrown
    process.exitCode = 1;
  }
}
