import { say } from '../text/index.ts';
import type { ClientSettings, Step, StepsClient, Variant } from './client.ts';
import type { Control } from './dialog.ts';
import { isForPeople } from './for-people.ts';
import { isSenderRefused, withOwnSender } from './own-sender.ts';
import { stepOf, toSet } from './step.ts';
import { sketchOf } from './steps.ts';
import { addressWords } from './words.ts';

/**
 * Where a program keeps the address that its messages come from, in its own words; a label that nobody confirmed is left out. `account`: it
 * sends from the address that the account was added with, and has no field for another.
 */
export type SenderPlace = { readonly path: readonly string[]; readonly label?: string } | 'account';

/**
 * Where the server takes the login and not the sender: the place of that address in a mail program, with the one to set there as far as it is
 * known. Nothing else that is set would change it. What sends by itself has the sender among its fields.
 */
export function senderSteps(client: StepsClient, settings: ClientSettings, variant: Variant): Step[] {
  if (!isForPeople(client) || !isSenderRefused(settings)) return [];
  const { mailAddress: refused } = settings;
  const own = withOwnSender(settings).mailAddress;
  const isKnown = own !== refused;
  const place = client.senderAt?.(settings, variant);
  const program = client.shortName ?? client.name;
  const step = { id: 'sender', title: say('client.sender.title') };
  const notes = isKnown ? [] : [say('client.sender.which', { refused })];
  if (place === 'account') {
    return [stepOf({ ...step, path: [], text: say('client.sender.account', { program, refused }), notes })];
  }
  const label = (typeof place === 'object' ? place.label : undefined) ?? say('client.field.address');
  const control: Control = {
    kind: 'text',
    label,
    value: isKnown ? own : say('client.device.sender-own'),
    ...(isKnown ? {} : { isStandIn: true as const }),
    ...toSet(),
  };
  const dialog = sketchOf({ title: addressWords(settings), groups: [{ controls: [control] }] });
  return [
    stepOf({
      ...step,
      path: place?.path ?? [addressWords(settings)],
      text: say(place === undefined ? 'client.sender.look' : 'client.sender.text', { program, refused }),
      notes: [...notes, say('client.sender.locked')],
      dialogs: [{ ...dialog, language: variant.language }],
    }),
  ];
}
