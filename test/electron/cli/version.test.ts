import { expect, test } from 'vitest';
import { versionAsked } from '../../../electron/cli/version.ts';

test.each([[['--version']], [['-V']], [['-v']], [['--version', 'check']]])(
  '%j asks for the version',
  (argv) => {
    expect(versionAsked(argv, '1.2.3')).toBe('postway 1.2.3\n');
  },
);

test.each([[[]], [['check', '--version']], [['version']], [['--Version']]])(
  '%j asks for something else',
  (argv) => {
    expect(versionAsked(argv, '1.2.3')).toBeNull();
  },
);
