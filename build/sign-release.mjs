/**
 * Signs a release for Postway's own updates: each `latest*.yml` gets a signature over the version and each file that it names. The last thing
 * before a release is published; without it no Postway installs it.
 *
 *   POSTWAY_SIGNING_KEY="$(cat key.pem)" node build/sign-release.mjs [folder]   release/ or another folder
 *
 * The key: `openssl genpkey -algorithm ed25519 -out key.pem`. Its other half belongs into electron/app/updates/key.ts.
 */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { parseDocument } from 'yaml';

const updates = new URL('../electron/app/updates/', import.meta.url);

/**
 * Signs what is in a folder and gives the names of what it signed. `key`: a private key as PEM. `publicKey`: what Postway will hold the
 * signatures against. Throws when the two do not belong together, when there is no release, or when a file is missing.
 */
export async function signRelease(folder, key, publicKey) {
  const { digestOf, signedText } = await ours('signature.ts');
  const privateKey = createPrivateKey(key);
  const other = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  if (other !== publicKey)
    throw new Error(`electron/app/updates/key.ts has another key than this one: ${other}`);
  const releases = readdirSync(folder).filter((name) => /^latest.*\.yml$/.test(name));
  if (releases.length === 0) throw new Error(`${folder} has no latest*.yml`);
  for (const name of releases) {
    const document = parseDocument(readFileSync(join(folder, name), 'utf8'));
    const { version, files } = document.toJS();
    const signatures = [];
    for (const { url } of files) {
      const text = signedText(version, await digestOf(join(folder, decodeURIComponent(url))));
      signatures.push(sign(null, text, privateKey).toString('base64'));
    }
    document.set('postwaySignatures', signatures);
    writeFileSync(join(folder, name), document.toString());
  }
  return releases;
}

/** What the app itself checks an update with. */
async function ours(file) {
  const { module } = await runnerImport(fileURLToPath(new URL(file, updates)), {
    configFile: false,
    logLevel: 'error',
  });
  return module;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { POSTWAY_SIGNING_KEY: key } = process.env;
  if (!key) throw new Error('POSTWAY_SIGNING_KEY is to hold the private key');
  const folder = process.argv[2] ?? fileURLToPath(new URL('../release', import.meta.url));
  const { updateKey } = await ours('key.ts');
  console.log(`signed ${(await signRelease(folder, key, updateKey)).join(', ')}`);
}
