import { expect, test } from 'vitest';
import { licences } from '../../build/licences.mjs';
import { sbom } from '../../build/sbom.mjs';

const list = sbom();

test('the bill of materials is CycloneDX, of Postway itself, and names no machine', () => {
  expect(list).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    metadata: { component: { name: 'postway' } },
  });
  expect(JSON.stringify(list)).not.toContain(process.cwd());
});

test('tells what is shipped from what only builds and tests', () => {
  const scopes = new Map(list.components.map(({ name, scope }) => [name, scope]));
  const known = licences().filter(({ name }) => scopes.has(name));
  expect(known.length).toBeGreaterThan(15);
  expect(known.filter(({ name }) => scopes.get(name) !== 'required')).toEqual([]);
  expect(scopes.get('electron')).toBe('required');
  for (const tool of ['vite', 'vitest', 'typescript', 'electron-builder'])
    expect(scopes.get(tool)).toBe('excluded');
});

test('says of everything that is shipped its version, licence, address and digest', () => {
  for (const { name, version, purl, licenses, hashes, scope } of list.components) {
    if (scope !== 'required') continue;
    expect(purl, name).toMatch(/^pkg:npm\//);
    expect(version, name).toMatch(/^\d/);
    expect(licenses, name).toHaveLength(1);
    expect(
      hashes.map(({ alg }) => alg),
      name,
    ).toContain('SHA-512');
  }
});
