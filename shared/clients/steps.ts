import type { Security } from '../model/endpoint.ts';
import { say, type TextKey } from '../text/index.ts';
import type { ClientSettings, Step, StepField } from './client.ts';
import { choiceField, tickField, typedField } from './fields.ts';
import { userWords } from './words.ts';

/** How a program calls the three kinds of encryption. */
export type SecurityWords = Readonly<Record<Security, string>>;

/** The way to the place where the settings are, in the program's own words. */
export function openStep(path: readonly string[], text: TextKey): Step {
  return { id: 'open', title: say('client.step.open.title'), path, text: say(text), fields: [] };
}

/** The place where the settings are typed. */
export function serverStep(path: readonly string[], text: TextKey, fields: readonly StepField[]): Step {
  return { id: 'server', title: say('client.step.server.title'), path, text: say(text), fields };
}

/** For programs whose vendor's computers connect, and not the person's own: a block at home is not why they fail. */
export function cloudStep(text: TextKey): Step {
  return { id: 'cloud', title: say('client.step.cloud.title'), path: [], text: say(text), fields: [] };
}

/** The proof that it works. */
export function tryStep(): Step {
  return {
    id: 'send',
    title: say('client.step.send.title'),
    path: [],
    text: say('client.step.send.text'),
    fields: [],
  };
}

/** The host, under the program's label for it. */
export function hostField(settings: ClientSettings, label: string): StepField {
  return typedField(label, settings.outgoing.host, { changed: settings, field: 'host' });
}

/** The port as it is typed. */
export function portField(settings: ClientSettings, label: string, note?: TextKey): StepField {
  return typedField(label, String(settings.outgoing.port), {
    changed: settings,
    field: 'port',
    ...noted(note),
  });
}

/** The encryption as it is picked, in the program's words. Without any, the person is told what that means. */
export function securityField(
  settings: ClientSettings,
  label: string,
  words: SecurityWords,
  note?: TextKey,
): StepField {
  const { security } = settings.outgoing;
  return choiceField(label, words[security], {
    changed: settings,
    field: 'security',
    ...noted(security === 'none' ? 'client.step.plain-note' : note),
  });
}

/** The encryption in programs that have one check box for both kinds of it. */
export function securityTick(settings: ClientSettings, label: string): StepField {
  const { security } = settings.outgoing;
  return tickField(label, security !== 'none', {
    changed: settings,
    field: 'security',
    ...noted(security === 'none' ? 'client.step.plain-note' : 'client.step.one-box-note'),
  });
}

/** The user name as it is typed; nothing where the server wants no login. */
export function userFields({ outgoing }: ClientSettings, label: string): StepField[] {
  return outgoing.auth === 'none' ? [] : [typedField(label, userWords(outgoing))];
}

/** The kind of login as it is picked, in the program's words. */
export function loginField(
  { outgoing }: ClientSettings,
  label: string,
  words: Readonly<Record<'password' | 'encrypted' | 'none', string> & { oauth2?: string }>,
): StepField {
  const word = {
    'password-cleartext': words.password,
    unknown: words.password,
    'password-encrypted': words.encrypted,
    oauth2: words.oauth2 ?? say('client.login.oauth2'),
    none: words.none,
  }[outgoing.auth];
  return choiceField(label, word);
}

function noted(note: TextKey | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note: say(note) };
}
