import { say } from '../text/index.ts';
import type { ClientSettings, Step, StepsClient, Variant } from './client.ts';
import { type Control, settingOrder } from './dialog.ts';
import { receives } from './for-people.ts';
import { type Misnamed, misnamedReceiving } from './misnamed-receiving.ts';
import { stepOf, toSet } from './step.ts';
import { sketchOf, untitled } from './steps.ts';

/** Where a program keeps the server for receiving, in its own words; a label that nobody confirmed is left out. */
export type ReceivingPlace = { readonly path: readonly string[]; readonly label?: string };

/**
 * A mail program's steps with what becomes of receiving: that its server stays, where it stands beside the one for sending; and where its
 * certificate has the wrong name too, a click of its own, unless a window of the program's has that field numbered already.
 */
export function withReceiving(
  client: StepsClient,
  steps: readonly Step[],
  settings: ClientSettings,
  variant: Variant,
): readonly Step[] {
  if (!receives(client)) return steps;
  const misnamed = misnamedReceiving(settings);
  if (misnamed === undefined) return client.hasReceivingBeside ? steps.map(staying) : steps;
  if (settings.isForComparing || steps.some((step) => isReceivingSet(step, misnamed))) return steps;
  const end = steps.findIndex(({ id }) => afterwards.has(id));
  const before = steps.slice(0, end === -1 ? steps.length : end);
  const step = receivingStep(client, settings, variant, misnamed, keptBy(before));
  return steps.toSpliced(end === -1 ? steps.length : end, 0, step);
}

/** The label of the button by which the last window of those for sending is kept, which others of the program have too. */
function keptBy(steps: readonly Step[]): string | undefined {
  const last = steps.flatMap(({ dialogs }) => dialogs).at(-1);
  return last?.buttons.find(({ isNext }) => isNext)?.label;
}

/** What comes when everything is set. */
const afterwards: ReadonlySet<string> = new Set(['again', 'send', 'finish', 'short-finish']);

function staying(step: Step): Step {
  if (step.id !== 'server') return step;
  return { ...step, text: say.together([step.text, say('client.step.receiving-stays')]).trim() };
}

function isReceivingSet({ id, text, dialogs }: Step, misnamed: Misnamed): boolean {
  return (
    id === 'receiving' ||
    text.includes(say('client.step.receiving-too', misnamed)) ||
    dialogs.some((dialog) => settingOrder(dialog).some(({ set }) => set.isReceiving))
  );
}

function receivingStep(
  client: StepsClient,
  settings: ClientSettings,
  variant: Variant,
  misnamed: Misnamed,
  save: string | undefined,
): Step {
  const place = client.receivingAt?.(settings, variant);
  const control: Control = {
    kind: 'text',
    label: place?.label ?? say('client.field.server'),
    value: misnamed.host,
    ...toSet(),
  };
  const isPhone = client.platforms.every((platform) => platform === 'ios' || platform === 'android');
  const dialog = sketchOf({
    title: place?.path.at(-1) ?? untitled,
    frame: isPhone ? 'phone' : 'window',
    groups: [{ controls: [control] }],
    ...(save !== undefined && { save }),
  });
  return stepOf({
    id: 'receiving',
    title: say('client.step.receiving.title'),
    path: place?.path ?? [],
    text: say('client.step.receiving-too', misnamed),
    dialogs: [{ ...dialog, language: variant.language }],
  });
}
