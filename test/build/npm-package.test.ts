import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { budgets } from '../../build/size.mjs';
import { needs } from '../support/needs.ts';
import { workFolder } from '../support/work-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = workFolder('npm');

type Packed = {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { path: string }[];
};
let packed: Packed;
/** An empty folder into which somebody installs the package. */
const place = join(work, 'place');

beforeAll(() => {
  execFileSync(process.execPath, ['build/build.mjs', '--if-stale'], { cwd: root, stdio: 'pipe' });
  const said = npm(root, 'pack', '--json', '--ignore-scripts', `--pack-destination=${work}`);
  [packed] = JSON.parse(said) as [Packed];
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{}');
  npm(place, 'install', '--offline', '--no-audit', '--no-fund', join(work, packed.filename));
}, 120_000);

describe('the package for npm', () => {
  test('holds the command line, its window and its documents, and nothing of Electron', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/cli/postway.mjs',
        'dist/renderer/index.html',
        'dist/share/postway.1',
        'LICENSE',
      ]),
    );
    expect(paths.filter((path) => /^dist\/(?:main|engine|preload)\b/.test(path))).toEqual([]);
    expect(
      paths.filter((path) => !/^(?:dist\/|(?:README|CHANGELOG)\.md$|LICENSE$|package\.json$)/.test(path)),
    ).toEqual([]);
  });

  test('is within its budget', () => {
    const budget = budgets.find(({ name }) => name.test(packed.filename));
    expect(packed.size).toBeLessThan(budget?.most ?? 0);
    expect(budget?.most).toBeLessThanOrEqual(3_000_000);
  });

  test('needs no other package and runs nothing when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(place, 'node_modules/postway/package.json'), 'utf8')) as {
      dependencies?: object;
      scripts: Record<string, string>;
    };
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
  });

  test('runs from an empty folder, to a verdict', () => {
    const run = (...args: string[]) =>
      spawnSync(join(place, 'node_modules/.bin/postway'), args, { cwd: place, encoding: 'utf8' });
    expect(run('--help').stdout).toContain('postway check you@example.org');
    const { status, stdout } = run('practice', 'port-25-blocked', '--check', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: { code: 'port-25-blocked' } });
  });

  test('brings the window for the browser along', async () => {
    const serving = spawn(join(place, 'node_modules/.bin/postway'), ['serve'], { cwd: place });
    try {
      const [address] = (await once(serving.stdout.setEncoding('utf8'), 'data')) as [string];
      expect((await fetch(address.trim())).status).toBe(200);
    } finally {
      serving.kill();
    }
  });
});

describe('as a library', () => {
  test('the example of the documents is what a strict compiler takes, and runs to its end', () => {
    const guide = readFileSync(join(root, 'docs/support-desk.md'), 'utf8');
    const [, example = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(guide) ?? [];
    writeFileSync(join(place, 'example.mts'), example);
    const options = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noUncheckedIndexedAccess',
      '--types',
      'node',
    ];
    const target = [
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--resolveJsonModule',
      '--skipLibCheck',
      'false',
    ];
    const types = ['--typeRoots', join(root, 'node_modules/@types')];
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const compiled = spawnSync(process.execPath, [compiler, ...options, ...target, ...types, 'example.mts'], {
      cwd: place,
      encoding: 'utf8',
    });
    expect(compiled.stdout).toBe('');
    const ran = spawnSync(process.execPath, ['example.mjs'], {
      cwd: place,
      encoding: 'utf8',
      timeout: 30_000,
    });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(ran.stdout).toContain('port-25-blocked');
    expect(ran.stdout).toContain('mail.practice.example 587 starttls');
    expect(ran.stdout).toContain('host "mail.practice.example"');
  });

  test('importing it does nothing, and it brings the schemas of what it gives', () => {
    const program =
      "import * as postway from 'postway'; import schema from 'postway/schema/report.json' with { type: 'json' };" +
      'console.log(Object.keys(postway).join(), schema.type);';
    const ran = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
      cwd: place,
      encoding: 'utf8',
    });
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([
      0,
      'PostwayError,check,diagnose,explain,exportSettings object\n',
      '',
    ]);
  });
});

describe('its manual page', () => {
  needs('man');
  test('is found by man', () => {
    const manifest = JSON.parse(readFileSync(join(place, 'node_modules/postway/package.json'), 'utf8')) as {
      man: string;
    };
    const shown = execFileSync('man', ['-l', join(place, 'node_modules/postway', manifest.man)], {
      encoding: 'utf8',
    });
    expect(shown).toContain('postway check');
  });
});

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
