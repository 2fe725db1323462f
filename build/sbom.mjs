/**
 * What a release is made of, as CycloneDX on standard output: npm's own list, in which what is shipped is told from the tools. npm takes all of it
 * for tools, because everything is bundled and nothing is installed along.
 *
 *   node build/sbom.mjs > release/postway.cdx.json
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { licences } from './licences.mjs';

/** The list as an object. Scopes are those of CycloneDX: "required" runs on people's computers, "excluded" only builds and tests. */
export function sbom() {
  const shipped = new Set(['electron', ...licences().map(({ name }) => name)]);
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const list = JSON.parse(
    execFileSync('npm', args, {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      encoding: 'utf8',
      maxBuffer: 64_000_000,
      shell: process.platform === 'win32',
    }),
  );
  // npm names the folder instead of the package.
  const component = { ...list.metadata.component, name: 'postway', type: 'application' };
  return {
    ...list,
    metadata: { ...list.metadata, component },
    components: list.components.map((one) => ({
      ...one,
      scope: shipped.has(one.name) ? 'required' : 'excluded',
      properties: one.properties?.filter(({ name }) => name !== 'cdx:npm:package:development'),
    })),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(sbom(), null, 2));
