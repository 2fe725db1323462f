import { Security } from '../model/endpoint.ts';
import { say } from '../text/index.ts';
import type { PlainKey } from '../text/said.ts';
import type { ClientSettings, SecurityWords } from './client.ts';
import { changeMarks, turned } from './controls.ts';
import type { ChoiceControl, TickControl } from './dialog.ts';
import { toSet } from './step.ts';

/** The encryptions in plain words, for a window whose own nobody confirmed. */
export const plainSecurity = (): SecurityWords => ({
  none: say('client.security.none'),
  starttls: say('client.security.starttls'),
  tls: say('client.security.tls'),
});

type SecurityMarks = {
  readonly note?: PlainKey;
  readonly turn?: number;
  readonly choices?: readonly string[];
};

/** The encryption as it is picked, in the program's words. Without any, the person is told what that means. */
export function securityControl(
  settings: ClientSettings,
  label: string,
  words: SecurityWords,
  { note, turn, choices = [words.none, words.starttls, words.tls] }: SecurityMarks = {},
): ChoiceControl {
  const { security } = settings.outgoing;
  return {
    kind: 'drop-down',
    label,
    value: words[security],
    choices,
    ...toSet({
      ...turned(turn),
      ...changeMarks(settings, 'security', (value) => securityWord(words, value)),
      note: security === 'none' ? 'client.step.plain-note' : note,
    }),
  };
}

/** The encryption where each kind of it is a radio button, in the order of the window. */
export function securityRadios(
  settings: ClientSettings,
  words: SecurityWords,
  kinds: readonly Security[],
  note?: PlainKey,
): TickControl[] {
  const { security } = settings.outgoing;
  return kinds.map((kind) => ({
    kind: 'radio',
    label: words[kind],
    isOn: kind === security,
    ...(kind === security &&
      toSet({
        ...changeMarks(settings, 'security', (value) => securityWord(words, value)),
        note: security === 'none' ? 'client.step.plain-note' : note,
      })),
  }));
}

/** The encryption in programs that have one check box, or on a phone one switch, for both kinds of it. */
export function securityBox(
  settings: ClientSettings,
  label: string,
  kind: TickControl['kind'] = 'check-box',
  turn?: number,
): TickControl {
  const { security } = settings.outgoing;
  return {
    kind,
    label,
    isOn: security !== 'none',
    ...toSet({
      ...turned(turn),
      ...changeMarks(settings, 'security', (value) => boxWord(kind, value)),
      note: boxNote(settings),
    }),
  };
}

/** In the program's own words; a value that no program has a word for stays as it is. */
export function securityWord(words: SecurityWords, value: string): string {
  const security = Security.safeParse(value);
  return security.success ? words[security.data] : value;
}

function boxWord(kind: TickControl['kind'], value: string): string {
  const isOn = value !== 'none';
  return kind === 'switch'
    ? say(isOn ? 'client.was.on' : 'client.was.off')
    : say(isOn ? 'client.was.ticked' : 'client.was.not-ticked');
}

/** One box serves both kinds on the ports that have a usual kind; which of the two a program tries on others is not known. */
function boxNote({ outgoing: { security, port } }: ClientSettings): PlainKey {
  if (security === 'none') return 'client.step.plain-note';
  return port === 587 || port === 465 ? 'client.step.one-box-note' : 'client.step.one-box-note-unusual';
}
