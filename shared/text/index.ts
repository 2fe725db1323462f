import type { Catalogue } from './catalogue.ts';
import acts from './en/acts.json' with { type: 'json' };
import backend from './en/backend.json' with { type: 'json' };
import cli from './en/cli.json' with { type: 'json' };
import common from './en/common.json' with { type: 'json' };
import computer from './en/computer.json' with { type: 'json' };
import discovery from './en/discovery.json' with { type: 'json' };
import explain from './en/explain.json' with { type: 'json' };
import findings from './en/findings.json' with { type: 'json' };
import practice from './en/practice.json' with { type: 'json' };
import serve from './en/serve.json' with { type: 'json' };
import wizard from './en/wizard.json' with { type: 'json' };
import { type Say, wordsOf } from './words.ts';

const catalogue: Catalogue = {
  ...acts,
  ...backend,
  ...cli,
  ...common,
  ...computer,
  ...discovery,
  ...explain,
  ...findings,
  ...practice,
  ...serve,
  ...wizard,
};

/** Adds messages that are loaded later than the first ones. */
export function learn(more: Catalogue): void {
  Object.assign(catalogue, more);
}

/** English, for what is not yet given the words of a reader's language. */
export const say: Say = wordsOf(catalogue, 'en');

export type { TextKey } from './catalogue.ts';
