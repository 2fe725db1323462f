import { say } from '../text/index.ts';
import type { ClientSettings, LoginWords, SecurityWords } from './client.ts';
import {
  afterChoosing,
  changeMarks,
  checkBox,
  hostControl,
  loginControl,
  passwordControls,
  portControl,
  userControls,
} from './controls.ts';
import type { Control, TickControl } from './dialog.ts';
import { isSenderRefused } from './own-sender.ts';
import { isIpv6 } from './required.ts';
import { plainSecurity, securityBox, securityControl } from './security-control.ts';
import { toSet } from './step.ts';
import { addressWords } from './words.ts';

/** One field of a form; a label that nobody confirmed is left out, and plain words stand in its place. */
export type SheetField =
  | {
      readonly is: 'server' | 'port' | 'user' | 'password' | 'sender' | 'sender-name';
      readonly label?: string;
    }
  /** A list with a word for each kind of encryption. */
  | { readonly is: 'security'; readonly label?: string; readonly words?: SecurityWords }
  /** One box for both kinds of encryption, or a box for one of them. */
  | { readonly is: 'security-box'; readonly label: string; readonly ticks?: 'tls' | 'starttls' }
  /** A box for verifying the server's certificate; without encryption there is none to verify. */
  | { readonly is: 'verify-box'; readonly label: string }
  /** A box that is always ticked. */
  | { readonly is: 'tick'; readonly label: string }
  /** A list of kinds of login. */
  | { readonly is: 'login'; readonly label: string; readonly words: LoginWords }
  /** A box that is ticked where the server wants a login. */
  | { readonly is: 'login-box'; readonly label?: string }
  /** Host and port in one, as Postfix writes a relay. */
  | { readonly is: 'relay'; readonly label: string }
  /** Who gets what it sends, where it always writes to the same. */
  | { readonly is: 'recipient'; readonly label: string }
  /** What the form wants to be called. */
  | { readonly is: 'entry-name'; readonly label: string }
  /** A list of which always the same is picked. */
  | { readonly is: 'picked'; readonly label: string; readonly value: string };

/** A form whose labels nobody confirmed, in plain words: what every device asks for. */
export const plainFields: readonly SheetField[] = [
  { is: 'server' },
  { is: 'port' },
  { is: 'security' },
  { is: 'login-box' },
  { is: 'user' },
  { is: 'password' },
  { is: 'sender' },
];

/** The fields as controls, in the turn in which they are filled in; what goes to a relay has the relay's place in place of the server's. */
export function fieldControls(
  fields: readonly SheetField[],
  settings: ClientSettings,
  isThroughRelay: boolean,
): Control[] {
  const encryption = encryptionOf(fields);
  const controls = isThroughRelay ? relayControls : controlsOf;
  return inTurns(
    fields,
    fields.map((field) => controls(field, settings, encryption)),
  );
}

/** In the form's order, but the port right behind the encryption, which changes it by itself in many forms. */
function inTurns(fields: readonly SheetField[], controls: readonly Control[][]): Control[] {
  const encryption = fields.findLastIndex((field) => field.is === 'security' || field.is === 'security-box');
  return controls.flatMap((ofField, index) => {
    const turn = fields[index]?.is === 'port' ? Math.max(index, encryption) * 2 + 1 : index * 2;
    return ofField.map((control) => (control.set ? { ...control, set: { ...control.set, turn } } : control));
  });
}

/** What the form calls its list or box of encryptions. */
function encryptionOf(fields: readonly SheetField[]): string {
  const field = fields.find((one) => one.is === 'security' || one.is === 'security-box');
  return field?.label ?? say('client.field.security');
}

function controlsOf(field: SheetField, settings: ClientSettings, encryption: string): Control[] {
  const { outgoing } = settings;
  switch (field.is) {
    case 'server':
      return [hostControl(settings, field.label ?? say('client.field.server'))];
    case 'port':
      return [portControl(settings, field.label ?? say('client.field.port'), afterChoosing(encryption))];
    case 'user':
      return userControls(settings, field.label ?? say('client.field.username'));
    case 'password':
      return passwordControls(settings, field.label ?? say('client.field.login'));
    case 'sender':
      return [senderField(settings, field.label ?? say('client.device.sender'))];
    case 'sender-name':
      return nameField(settings, field.label ?? say('client.field.name'));
    case 'security':
      return [
        securityControl(
          settings,
          field.label ?? say('client.field.security'),
          field.words ?? plainSecurity(),
        ),
      ];
    case 'security-box':
      return [boxOf(field, settings)];
    case 'verify-box':
      return outgoing.security === 'none' ? [] : [checkBox(field.label, true)];
    case 'tick':
      return [checkBox(field.label, true)];
    case 'login':
      return [loginControl(settings, field.label, field.words)];
    case 'login-box':
      return [checkBox(field.label ?? say('client.device.login'), outgoing.auth !== 'none')];
    case 'relay':
      return [relayField(settings, field.label)];
    case 'recipient':
      return [recipientField(settings, field.label)];
    case 'entry-name':
      return [{ kind: 'text', label: field.label, value: 'postway', ...toSet() }];
    case 'picked':
      return [
        { kind: 'drop-down', label: field.label, value: field.value, choices: [field.value], ...toSet() },
      ];
  }
}

/** The relay's own place in the network is the person's to know. */
function relayControls(field: SheetField, settings: ClientSettings, encryption: string): Control[] {
  if (field.is !== 'server' && field.is !== 'port') return controlsOf(field, settings, encryption);
  const label = field.label ?? say(`client.field.${field.is}`);
  const value = say(field.is === 'server' ? 'client.device.relay-server' : 'client.device.relay-port');
  return [{ kind: 'text', label, value, isStandIn: true, ...toSet() }];
}

function boxOf(
  { label, ticks }: Extract<SheetField, { is: 'security-box' }>,
  settings: ClientSettings,
): TickControl {
  if (ticks === undefined) return securityBox(settings, label);
  const isOn = settings.outgoing.security === ticks;
  const marks = changeMarks(settings, 'security', (was) =>
    say(was === ticks ? 'client.was.ticked' : 'client.was.not-ticked'),
  );
  return { kind: 'check-box', label, isOn, ...toSet(marks) };
}

/** In brackets, so that the name is looked up as it is and not by its MX. */
function relayField(settings: ClientSettings, label: string): Control {
  const { outgoing } = settings;
  const host = `${isIpv6(outgoing) ? 'ipv6:' : ''}${outgoing.host}`;
  const isChanged = (['host', 'port'] as const).some((field) => changeMarks(settings, field).isChanged);
  return { kind: 'text', label, value: `[${host}]:${outgoing.port}`, ...toSet({ isChanged }) };
}

/** Providers refuse a sender that is not the mailbox's own address. */
function senderField(settings: ClientSettings, label: string): Control {
  const { mailAddress } = settings;
  // Which other address is the account's is not known then.
  const isRefused = isSenderRefused(settings);
  const standIn = isRefused || mailAddress === '' ? ({ isStandIn: true } as const) : {};
  return {
    kind: 'text',
    label,
    value: isRefused ? say('client.device.sender-own') : mailAddress || addressWords(settings),
    ...standIn,
    ...toSet({ note: 'client.device.sender-note' }),
  };
}

function nameField({ displayName }: ClientSettings, label: string): Control[] {
  return displayName === '' ? [] : [{ kind: 'text', label, value: displayName, ...toSet() }];
}

/** The person's own address. */
function recipientField(settings: ClientSettings, label: string): Control {
  const { mailAddress } = settings;
  const standIn = mailAddress === '' ? ({ isStandIn: true } as const) : {};
  const note = 'client.device.recipient-note';
  return {
    kind: 'text',
    label,
    value: mailAddress || addressWords(settings),
    ...standIn,
    ...toSet({ note }),
  };
}
