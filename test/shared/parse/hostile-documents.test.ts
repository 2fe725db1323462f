import { expect, test } from 'vitest';
import { maxReportChars, parseReport } from '../../../shared/model/report.ts';
import { parseAutoconfig } from '../../../shared/parse/autoconfig-xml.ts';
import { parseAutodiscover } from '../../../shared/parse/autodiscover-xml.ts';
import { parsePacc } from '../../../shared/parse/pacc-json.ts';

/** As much as a page may have; in the first thread nothing else runs meanwhile. */
const pageChars = 262_144;
const longestMs = 5_000;
const filled = (piece: string, chars = pageChars): string => piece.repeat(Math.floor(chars / piece.length));

const documents: Readonly<Record<string, string>> = {
  'a quarter of a megabyte of open elements': filled('<a>'),
  'as many whole elements': `<clientConfig>${filled('<a b="c"/>', pageChars - 40)}</clientConfig>`,
  'one element with all attributes': `<clientConfig ${filled('a="b" ', pageChars - 40)}/>`,
  'one tag that never ends': `<clientConfig ${filled('x')}`,
  'references to characters': `<clientConfig>${filled('&#65;', pageChars - 40)}</clientConfig>`,
  'comments that begin': filled('<!--'),
  'character data that begins': filled('<![CDATA['),
  'entities that grow': `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><clientConfig>${filled('&b;', 1000)}</clientConfig>`,
  'servers without end': `<clientConfig><emailProvider>${filled('<outgoingServer type="smtp"><hostname>a.example</hostname></outgoingServer>', pageChars - 100)}</emailProvider></clientConfig>`,
  brackets: filled('['),
  objects: filled('{"a":'),
};

test.each(Object.entries(documents))('%s: read or refused at once', (_what, text) => {
  const owner = { domain: 'example.org', address: 'you@example.org' };
  const startedMs = performance.now();
  parseAutoconfig(text, owner, 'en');
  parseAutodiscover(text, owner);
  parsePacc(text, owner);
  expect(performance.now() - startedMs).toBeLessThan(longestMs);
});

test.each([
  ['brackets', filled('[', maxReportChars)],
  ['objects', filled('{"schema":', maxReportChars)],
  ['observations', `{"schema":"postway-report/2","observations":[${filled('{},', maxReportChars - 100)}{}]}`],
])('a report of nothing but %s: refused at once', (_what, text) => {
  const startedMs = performance.now();
  expect(parseReport(text).ok).toBe(false);
  expect(performance.now() - startedMs).toBeLessThan(longestMs);
});
