import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { documented } from '../gallery/documents.ts';
import { headingOf, stateNamed } from '../support/screens.ts';
import { commandsIn, complaint } from '../support/written-commands.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const foreign = new Set(['node_modules', 'dist', 'release', 'out', '.git']);

/** Every document of the repository. */
function documents(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foreign.has(entry.name) ? [] : documents(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const all = documents(root).map((path) => ({
  name: relative(root, path),
  path,
  text: readFileSync(path, 'utf8'),
}));

/** The text without its code, fenced, indented or inside a line. */
function prose(text: string): string {
  return text
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/^ {4}.*$/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, '.'));
}

/** What GitHub calls the headings of a document in its addresses. */
function anchorsOf(text: string): string[] {
  return [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

describe.each(all)('$name', ({ path, text }) => {
  test('has only links that lead somewhere', () => {
    const links = [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = links.filter((link) => {
      if (/^(https?:|mailto:)/.test(link)) return false;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe('the pictures', () => {
  const folder = join(root, 'docs/pictures');
  const shown = all.flatMap(({ path, text }) =>
    [...prose(text).matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, words = '', target = '']) => ({
      words,
      file: join(dirname(path), target),
    })),
  );

  test('are those that the gallery draws for documents, and each is shown', () => {
    const files = documented.map((name) => `${name}.png`).sort();
    expect(readdirSync(folder).sort()).toEqual(files);
    expect([...new Set(shown.map(({ file }) => relative(folder, file)))].sort()).toEqual(files);
  });

  /** What of its heading the description of each picture says; the coach's is another one for each click. */
  const told: Readonly<Record<(typeof documented)[number], RegExp>> = {
    'address-empty': /Mail arrives/i,
    'check-usable': /Trying the ways/i,
    'verdict-of-port-25-blocked': /port 25/i,
    'coach-outlook-3': /^/,
    arrived: /Did it arrive/i,
    'send-test': /Send a test message/i,
  };

  test.each(documented)('%s is small, and described as what it shows', (name) => {
    const file = join(folder, `${name}.png`);
    const picture = readFileSync(file);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeLessThan(60_000);
    for (const { words } of shown.filter((one) => one.file === file)) {
      expect(words).toMatch(/^\p{Lu}.{30,}[.?]$/u);
      expect(headingOf(stateNamed(name)).replace('\u00a0', ' ')).toMatch(told[name]);
      expect(words).toMatch(told[name]);
    }
  });
});

type Written = { readonly where: string; readonly words: readonly string[] };

function written({ name, text }: { name: string; text: string }): Written[] {
  const fenced = [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].flatMap(([, body = '']) =>
    body.split('\n'),
  );
  const indented = [...text.matchAll(/^ {4}(.*)$/gm)].map(([, line = '']) => line);
  const inLine = [...text.matchAll(/(?<!`)`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...fenced, ...indented, ...inLine].flatMap((line) =>
    commandsIn(line.replaceAll('\\\n', ' ')).flatMap((words) => {
      const [first, ...rest] = words[0] === 'npx' ? words.slice(1) : words;
      return first === 'postway' ? [{ where: `${name}: ${line.trim()}`, words: rest }] : [];
    }),
  );
}

const forPeople = all.filter(({ name }) => name === 'README.md' || name.startsWith('docs/'));
const commandLines = forPeople.flatMap(written);

describe('the commands in README and docs', () => {
  test.each(commandLines)('$where', ({ words }) => {
    expect(complaint(words)).toBeNull();
  });

  test('are found at all, and a wrong one is noticed', () => {
    expect(commandLines.length).toBeGreaterThan(60);
    expect(complaint(['check', 'you@example.org', '--jsn'])).toContain('--json');
    expect(complaint(['chekc'])).toBe('no command chekc');
    expect(complaint(['export', 'outlok'])).toBe('no mail program outlok');
    expect(complaint(['watch', 'example.org', '--format', 'xml'])).toBe('format xml');
    expect(commandsIn('a "b c" | postway x --y > z # postway q')).toEqual([
      ['a', 'b c'],
      ['postway', 'x', '--y'],
    ]);
  });
});

describe('the words of the window', () => {
  const folder = join(root, 'shared/text/en');
  const said = readdirSync(folder).flatMap((name) =>
    Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>),
  );
  const guide = all.find(({ name }) => name === 'docs/user-guide.md')?.text ?? '';
  const readme = all.find(({ name }) => name === 'README.md')?.text ?? '';
  const bold = [...guide.matchAll(/\*\*([^*]+?)\.?\*\*/g)];
  const quoted = [...`${guide}\n${readme}`.matchAll(/"([A-Z][^"\n]*)"/g)];

  test.each([...bold, ...quoted].map(([, label = '']) => label))('%s', (label) => {
    expect(said.some((text) => text.startsWith(label))).toBe(true);
  });

  test('are looked for at all', () => {
    expect(Math.min(bold.length, quoted.length)).toBeGreaterThan(5);
  });
});
