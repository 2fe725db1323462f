import type { ClientSettings, SecurityWords } from './client.ts';
import type { Control, TypedControl } from './dialog.ts';
import { misnamedReceiving } from './misnamed-receiving.ts';
import { toSet } from './step.ts';
import { passwordWords, userWords } from './words.ts';

/** What the fields for receiving are called; `null` where there is no such field. */
type IncomingLabels = {
  readonly host: string;
  readonly port: string;
  readonly security: string;
  readonly user: string | null;
  readonly password: string;
};

/** The fields for receiving, for programs where an account has to be added once more; nothing where only sending was checked. */
export function incomingControls(
  settings: ClientSettings,
  labels: IncomingLabels,
  words: SecurityWords,
): Control[] {
  const { incoming } = settings;
  if (incoming === null) return [];
  const choices = [words.none, words.starttls, words.tls];
  const user = { label: labels.user ?? '', value: userWords(incoming, settings) };
  return [
    { kind: 'text', label: labels.host, value: incoming.host, ...toSet() },
    { kind: 'number', label: labels.port, value: String(incoming.port), ...toSet() },
    { kind: 'drop-down', label: labels.security, value: words[incoming.security], choices, ...toSet() },
    ...(labels.user === null ? [] : [{ kind: 'text', ...user, ...toSet() } as const]),
    {
      kind: 'password',
      label: labels.password,
      value: passwordWords(incoming, settings),
      isStandIn: true,
      ...toSet(),
    },
  ];
}

/** The server for receiving in a window that has sending as well: set before all else where its name is wrong too, and kept otherwise. */
export function incomingHost(settings: ClientSettings, label: string, turn = 0): TypedControl {
  const misnamed = misnamedReceiving(settings);
  if (misnamed === undefined) return { kind: 'text', label, value: null };
  return { kind: 'text', label, value: misnamed.host, ...toSet({ turn, isReceiving: true }) };
}
