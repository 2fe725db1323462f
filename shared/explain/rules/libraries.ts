import type { Rule } from '../rule.ts';
import { commandLineRules } from './libraries/command-line.ts';
import { dotNetRules } from './libraries/dot-net.ts';
import { goRules } from './libraries/go.ts';
import { javaRules } from './libraries/java.ts';
import { nodeRules } from './libraries/node.ts';
import { perlRules } from './libraries/perl.ts';
import { phpRules } from './libraries/php.ts';
import { pythonRules } from './libraries/python.ts';
import { rubyRules } from './libraries/ruby.ts';

/** What libraries and command line programs say by themselves. A server's own words, when they follow, say more. */
export const libraryRules: readonly Rule[] = [
  ...nodeRules,
  ...perlRules,
  ...phpRules,
  ...pythonRules,
  ...javaRules,
  ...dotNetRules,
  ...goRules,
  ...rubyRules,
  ...commandLineRules,
];
