/**
 * Reads the catalogues of messages and says what is wrong with them, in sentences for whoever translates: each names the file, the key and
 * what to do.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

const root = fileURLToPath(new URL('..', import.meta.url));
const textFolder = 'shared/text';
/** The language that every other one is checked against, and the types are made from. */
export const original = 'en';

/** The languages there are: every folder of messages. */
export function languages() {
  return readdirSync(join(root, textFolder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** One message as FormatJS's elements. Throws, naming file and key, when it is none. */
export function parsed(file, key, message) {
  if (typeof message !== 'string' || message === '') throw new Error(`${file}: "${key}" is not a sentence`);
  try {
    return parse(message, { ignoreTag: true, requiresOtherClause: true });
  } catch (error) {
    const at = error.location ? `, at character ${error.location.start.offset + 1}` : '';
    throw new Error(
      `${file}: "${key}" is no ICU message (${error.message}${at}; are all braces closed, and is "other" there?): ${message}`,
    );
  }
}

/** One language: every key with its values and its file's name. Throws for a broken message and for a key that stands there twice. */
export function catalogueOf(language) {
  const found = new Map();
  for (const name of filesOf(language)) {
    const file = `${textFolder}/${language}/${name}`;
    for (const [key, message] of entriesOf(file)) {
      const other = found.get(key)?.name;
      if (other === name) throw new Error(`${file}: "${key}" stands there twice`);
      if (other !== undefined) throw new Error(`${file}: "${key}" stands in another file too, ${other}`);
      const elements = parsed(file, key, message);
      try {
        found.set(key, { name, values: valuesOf(elements), cases: casesOf(elements) });
      } catch (error) {
        throw new Error(`${file}: "${key}" ${error.message}`);
      }
    }
  }
  return found;
}

/** What is wrong with the languages beside the original's catalogue, a sentence each. */
export function wrongIn(wanted) {
  const others = languages().filter((language) => language !== original);
  return [
    ...others.flatMap((language) => differences(language, catalogueOf(language), wanted)),
    ...unlisted(),
  ];
}

function filesOf(language) {
  return readdirSync(join(root, textFolder, language)).filter((name) => name.endsWith('.json'));
}

/** Keys and messages of one file, in its order, also those of a key that stands there twice. */
function entriesOf(file) {
  const text = textOf(file);
  try {
    const entries = Object.entries(JSON.parse(text));
    const keys = [...text.matchAll(/^\s*"([^"\\]+)"\s*:/gm)].map(([, key]) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) < index);
    return twice === undefined ? entries : [...entries, ...entries.filter(([key]) => key === twice)];
  } catch (error) {
    throw new Error(
      `${file} cannot be read from line ${brokenLine(text)} on. Each line is "key": "sentence", with a comma behind all but the last; ` +
        `a quotation mark inside a sentence is written \\" (${error.message})`,
    );
  }
}

/** The text of a file, by its path in the project. Throws where it was saved in another encoding than UTF-8, as some editors do unasked. */
export function textOf(file) {
  const bytes = readFileSync(resolve(root, file));
  try {
    // The mark that Windows' editors put before UTF-8 is dropped here.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${file} is not written in UTF-8; save it with the encoding UTF-8`);
  }
}

/** The first line, from 1, that is no pair of key and sentence with what belongs behind it. */
function brokenLine(text) {
  const lines = text.split(/\r?\n/);
  const last = lines.findLastIndex((line) => /^\s*"/.test(line));
  const isWhole = (line, index) =>
    /^\s*[{}]?\s*$/.test(line) ||
    (/^\s*"[^"\\]+"\s*:\s*"(?:[^"\\]|\\.)*"\s*,?\s*$/.test(line) && /,\s*$/.test(line) === index < last);
  const broken = lines.findIndex((line, index) => !isWhole(line, index));
  return broken < 0 ? lines.length : broken + 1;
}

/** What is wrong with one language's catalogue: files and keys it lacks or has too many, values it leaves out or invents. */
function differences(language, catalogue, wanted) {
  const folder = `${textFolder}/${language}`;
  const lackingFiles = filesOf(original).filter((name) => !filesOf(language).includes(name));
  const keys = [...wanted].flatMap(([key, { name, values }]) => {
    const here = catalogue.get(key);
    if (here === undefined) {
      return lackingFiles.includes(name)
        ? []
        : [
            `${folder}/${name}: ${language} lacks "${key}"; copy its line from ${textFolder}/${original}/${name} and translate it`,
          ];
    }
    const leftOut = [...values.keys()].filter((one) => !here.values.has(one));
    const invented = [...here.values.keys()].filter((one) => !values.has(one));
    const place = `${folder}/${here.name}: ${language} has other values in "${key}" than ${original}`;
    return [
      ...wrongCases(language, here.cases, wanted.get(key).cases).map(
        (sentence) => `${folder}/${here.name}: "${key}" ${sentence}`,
      ),
      ...leftOut.map((one) => `${place}: it leaves out {${one}}`),
      ...invented.map((one) => `${place}: {${one}} is not one of them (names in braces are not translated)`),
    ];
  });
  return [
    ...lackingFiles.map(
      (name) => `${folder} lacks the file ${name}; copy it from ${textFolder}/${original} and translate it`,
    ),
    ...keys,
    ...[...catalogue]
      .filter(([key]) => !wanted.has(key))
      .map(
        ([key, { name }]) =>
          `${folder}/${name}: ${language} has "${key}", which ${original} does not have; take the line out`,
      ),
  ];
}

/** Languages whose folder and whose line in `languages.ts` do not come together. */
function unlisted() {
  const list = `${textFolder}/languages.ts`;
  if (!existsSync(join(root, list))) return [];
  const [, listed = ''] = /languageNames = \{([^}]*)\}/.exec(readFileSync(join(root, list), 'utf8')) ?? [];
  const words = [...listed.matchAll(/'?([\w-]+)'?:/g)].map(([, word]) => word);
  return [
    ...languages()
      .filter((language) => !words.includes(language))
      .map((language) => `${textFolder}/${language} is there, but "${language}" does not stand in ${list}`),
    ...words
      .filter((word) => !languages().includes(word))
      .map((word) => `"${word}" stands in ${list}, but there is no folder ${textFolder}/${word}`),
  ];
}

/** The values that a message takes, by name, each with how it is used. Throws when one name is used in two ways that do not go together. */
function valuesOf(elements, found = new Map()) {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const use = typeIn(element);
    const before = found.get(element.value);
    if (before === undefined || before === anything) found.set(element.value, use);
    else if (use !== anything && use !== before) throw new Error(`uses {${element.value}} in two ways`);
    for (const option of Object.values(element.options ?? {})) valuesOf(option.value, found);
  }
  return found;
}

/** The words before the braces of a choice, by the value's name: of a number (`plural`) or of anything else (`select`). */
function casesOf(elements, found = []) {
  for (const { type, value, options = {}, pluralType } of elements) {
    if (type === TYPE.plural || type === TYPE.select) {
      found.push({
        value,
        kind: type === TYPE.select ? 'select' : (pluralType ?? 'cardinal'),
        words: Object.keys(options),
      });
    }
    for (const option of Object.values(options)) casesOf(option.value, found);
  }
  return found;
}

/** Cases that never come, since their word was translated or the language has no such number. */
function wrongCases(language, cases, originals) {
  return cases.flatMap(({ value, kind, words }) => {
    const known =
      kind === 'select'
        ? originals.filter((one) => one.kind === kind && one.value === value).flatMap((one) => one.words)
        : new Intl.PluralRules(language, { type: kind }).resolvedOptions().pluralCategories;
    return words
      .filter(
        (word) => word !== 'other' && !known.includes(word) && !(kind !== 'select' && /^=\d+$/.test(word)),
      )
      .map(
        (word) =>
          `has a case "${word}" of {${value}} that never comes; there are ${[...new Set([...known, 'other'])].join(', ')}`,
      );
  });
}

/** The type of a value that is put into the sentence as it is. */
const anything = 'MessageValue';

function typeIn({ type }) {
  if (type === TYPE.plural || type === TYPE.number) return 'number';
  if (type === TYPE.date || type === TYPE.time) return 'MessageMoment';
  return type === TYPE.select ? 'string' : anything;
}
