import backend from './en/backend.json' with { type: 'json' };
import cli from './en/cli.json' with { type: 'json' };
import clientDialogs from './en/client-dialogs.json' with { type: 'json' };
import clientFiles from './en/client-files.json' with { type: 'json' };
import clientSteps from './en/client-steps.json' with { type: 'json' };
import clients from './en/clients.json' with { type: 'json' };
import computer from './en/computer.json' with { type: 'json' };
import discovery from './en/discovery.json' with { type: 'json' };
import findings from './en/findings.json' with { type: 'json' };
import practice from './en/practice.json' with { type: 'json' };
import wizard from './en/wizard.json' with { type: 'json' };

const english = {
  ...backend,
  ...cli,
  ...clientDialogs,
  ...clientFiles,
  ...clientSteps,
  ...clients,
  ...computer,
  ...discovery,
  ...findings,
  ...practice,
  ...wizard,
};

/** A sentence that a person reads; one flat key each, such as `port-25-blocked.headline`. */
export type TextKey = keyof typeof english;

const sentences: Readonly<Record<string, string>> = english;

/**
 * The sentence for a key, with `{name}` replaced by the value of that name. A missing value is our own bug and throws, so that no
 * person ever reads a pair of braces.
 */
export function say(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  const template = sentences[key] ?? key;
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`text "${key}" needs a value for "${name}"`);
    return String(value);
  });
}
