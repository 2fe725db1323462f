import type { Asker, AskerKind } from '../../shared/model/asker.ts';
import { askerKinds } from '../../shared/model/asker-kinds.ts';
import { fail, ok, type Result } from '../../shared/model/problem.ts';
import { guessAsker } from '../../shared/recommend/asker/guess.ts';
import { said } from '../../shared/text/said.ts';
import type { Arguments } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { safeText } from './safe-text.ts';
import type { Shell } from './shell.ts';
import { wordOf } from './word-of.ts';

const maxVendorChars = 200;
/** Where Linux says who made the machine, and where container runtimes leave their mark. */
const vendorFiles = ['sys_vendor', 'board_vendor', 'chassis_asset_tag', 'product_name'].map(
  (name) => `/sys/class/dmi/id/${name}`,
);
const containerMarks = ['/.dockerenv', '/run/.containerenv'];

/** What `--for` names; `undefined` without it. */
export function readFor(args: Arguments): Result<AskerKind | undefined> {
  const text = args.value('for');
  if (text === undefined) return ok(undefined);
  const kind = wordOf(text, askerKinds);
  if (kind !== undefined) return ok(kind);
  const meant = didYouMean(text, askerKinds);
  return fail(
    '--for',
    meant === undefined
      ? said('cli.wrong.for', { found: safeText(text, 40), known: { anyOf: [...askerKinds] } })
      : said('cli.wrong.for-meant', { found: safeText(text, 40), meant }),
  );
}

/**
 * Who asks: as `--for` says, else as the error text and this machine tell without asking anybody. A CI job's machine is nobody's server, and
 * who calls no error his own is at a mail program wherever a container is used as a desktop.
 */
export async function whoAsks(
  kind: AskerKind | undefined,
  text: string | undefined,
  shell: Shell,
): Promise<Asker | null> {
  const isKnown = kind !== undefined && kind !== 'server';
  const isForeign = shell.platform !== 'linux' || shell.environment.CI !== undefined;
  const vendor = isKnown || isForeign ? '' : await firstText(vendorFiles, shell);
  if (kind !== undefined) {
    const hoster = guessAsker({ vendor })?.hoster;
    return { kind, ...(kind === 'server' && hoster !== undefined && { hoster }) };
  }
  const isContainer = text !== undefined && (await isAnyThere(containerMarks, shell));
  return guessAsker({ text, isContainer, vendor });
}

async function firstText(paths: readonly string[], shell: Shell): Promise<string> {
  const read = await Promise.all(paths.map((path) => shell.readFile(path, maxVendorChars)));
  return read.flatMap((one) => (one.ok ? [one.value.trim()] : [])).join('\n');
}

async function isAnyThere(paths: readonly string[], shell: Shell): Promise<boolean> {
  const read = await Promise.all(paths.map((path) => shell.readFile(path, maxVendorChars)));
  return read.some(({ ok }) => ok) || shell.environment.KUBERNETES_SERVICE_HOST !== undefined;
}
