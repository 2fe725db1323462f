import type { Arguments } from './command.ts';

/** The file that `--out` names; undefined for standard output, which `-` means as it does for what is read. */
export function outFile(args: Pick<Arguments, 'value'>): string | undefined {
  const named = args.value('out');
  return named === '-' ? undefined : named;
}
