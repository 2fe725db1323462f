import { type Language, languages } from '../../shared/text/languages.ts';
import { nearestLanguage } from '../../shared/text/speak.ts';
import type { Shell } from './shell.ts';

/**
 * The language that a person at this shell reads: `--language` where it names one of ours, else the system's (POSIX: `LC_ALL`, `LC_MESSAGES`,
 * `LANG`, with GNU's list in `LANGUAGE` before them), else English.
 */
export function languageFor(argv: readonly string[], { environment }: Pick<Shell, 'environment'>): Language {
  const asked = askedFor(argv);
  return nearestLanguage([...(asked === undefined ? [] : [asked]), ...systemLanguages(environment)]) ?? 'en';
}

/** Whether we speak what `--language` names: `de`, `de-AT`, `pt_BR`. */
export function isSpoken(tag: string): boolean {
  return nearestLanguage([tag]) !== null;
}

/** For help and messages: "en, de, fr". */
export function spokenLanguages(): string {
  return languages.join(', ');
}

/** Read before the arguments are, since what is wrong with those is said in this language too. */
function askedFor(argv: readonly string[]): string | undefined {
  const at = argv.findLastIndex((word) => word === '--language' || word.startsWith('--language='));
  const word = argv[at];
  if (word === undefined) return undefined;
  return word === '--language' ? argv[at + 1] : word.slice('--language='.length);
}

function systemLanguages(environment: Shell['environment']): readonly string[] {
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(Boolean);
  // Windows and macOS set none of them. Other formats load their data first: 20 ms.
  if (locale === undefined) return [new Intl.PluralRules().resolvedOptions().locale];
  if (/^(?:C|POSIX)(?:\.|$)/.test(locale)) return [];
  return [...(environment.LANGUAGE ?? '').split(':').filter(Boolean), locale];
}
