import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { honestDialogues } from '../support/honest-dialogues.ts';
import { faultMatrix, faultNames, type Proof, phases, threats } from './ledger.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = new Map<string, string>();

function isThere({ file, says }: Proof): boolean {
  const path = `${root}${file}`;
  if (!files.has(file)) files.set(file, existsSync(path) ? readFileSync(path, 'utf8') : '');
  return files.get(file)?.includes(says) ?? false;
}

const cells = faultNames.flatMap((fault) =>
  phases.map((phase) => ({ name: `${fault} ${phase}`, cell: faultMatrix[fault][phase] })),
);

test('every cell of the fault matrix has its test, or says why none is possible', () => {
  expect(cells).toHaveLength(12 * 9);
  const missing = cells.filter(({ cell }) => ('because' in cell ? cell.because === '' : !isThere(cell)));
  expect(missing).toEqual([]);
});

test('the matrix is played in three protocols, each in clear, over TLS and with STARTTLS', () => {
  expect(honestDialogues.map(({ name }) => name).sort()).toEqual(
    ['imap', 'pop3', 'smtp'].flatMap((protocol) =>
      ['none', 'starttls', 'tls'].map((security) => `${protocol} ${security}`),
    ),
  );
});

test('every threat to text, discovery, the window and files has its tests', () => {
  const numbers = Array.from({ length: 31 }, (_, n) => n + 1);
  expect(Object.keys(threats)).toEqual(numbers.map((number) => `T${number}`));
  const missing = Object.entries(threats).flatMap(([name, proofs]) =>
    proofs.filter((proof) => !isThere(proof)).map(({ says }) => `${name}: ${says}`),
  );
  expect(missing).toEqual([]);
  expect(Object.values(threats).every((proofs) => proofs.length > 0)).toBe(true);
});
