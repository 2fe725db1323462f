import { columnsOf } from '../text/columns.ts';
import { say } from '../text/index.ts';
import { wrapText } from '../text/wrap.ts';
import type { ClientSettings, Step, StepField, StepsClient, Variant } from './client.ts';
import { prefaceOf } from './preface.ts';
import { fieldsToRead, onPaper } from './step.ts';
import { stepsOf } from './variant.ts';
import { addressWords, changedWords, withColon } from './words.ts';

/** Numbered steps as plain text, each value on a line of its own, numbered in turn, and changed ones marked. */
export function renderSteps(client: StepsClient, settings: ClientSettings, variant: Variant): string {
  const title = say('client.steps.title', { program: client.name, address: addressWords(settings) });
  const parts = [
    `${title}\n${'='.repeat(Math.min(columnsOf(title), 72))}`,
    ...prefaceOf(settings).map((sentence) => wrapText(sentence, 76).join('\n')),
    ...onPaper(stepsOf(client, settings, variant)).map((step, index) => renderStep(step, index + 1)),
    say('client.text.note-password'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function renderStep(step: Step, number: number): string {
  const { title, path, text, notes } = step;
  const fields = fieldsToRead(step);
  const lines = [`${number}. ${title}`];
  if (path.length > 0) lines.push(`   ${say('client.steps.where', { path: path.join(' › ') })}`);
  lines.push(
    ...[text, ...notes].flatMap((sentence) => wrapText(sentence, 76)).map((line) => `   ${line}`),
    ...fields.flatMap((field, index) => renderField(field, fields.length > 1 ? `${index + 1}) ` : '')),
  );
  return lines.join('\n');
}

function renderField({ label, value, control, isChanged, was, note }: StepField, number: string): string[] {
  const box = control === 'check-box' ? (value === say('client.tick') ? '[x] ' : '[ ] ') : '';
  const mark = isChanged ? `   <-- ${changedWords(was)}` : '';
  const lines = [`     ${number}${box}${withColon(label)} ${value}${mark}`];
  if (note !== undefined) lines.push(...wrapText(note, 70).map((line) => `         ${line}`));
  return lines;
}
