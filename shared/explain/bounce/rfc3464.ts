import { plainText } from '../../parse/plain-text.ts';
import { oneLine } from '../one-line.ts';
import { headerText } from './decode.ts';
import { type Headers, split } from './mime.ts';
import type { ReadRecipient } from './read.ts';
import { judged } from './reason.ts';

const maxRecipients = 100;
const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** The groups of fields of a delivery status (RFC 3464 section 2.1): of the message first, then one a recipient. */
export function recipientGroups(text: string): Headers[] {
  const groups = text
    .replaceAll('\r\n', '\n')
    .split(/\n\s{0,20}\n/, maxRecipients * 3)
    .map((group) => split(group.replace(/^\n+/, '')).headers);
  const named = groups.filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'));
  // Some write what befell it into the fields of the message; that names nobody.
  return (named.length > 0 ? named : groups.filter((fields) => fields.has('action'))).slice(0, maxRecipients);
}

/** One recipient of a delivery status; `prose` is what the reporting server says to people. */
export function recipientOf(fields: Headers, prose: (address: string) => string): ReadRecipient {
  const address = addressOf(fields);
  const action = actionOf(fields.get('action')?.[0] ?? '');
  const diagnostic = oneLine(headerText(fields.get('diagnostic-code')?.join(' ') ?? '')).replace(
    /^[\w-]{1,20} ?; ?/i,
    '',
  );
  const statusField = fields.get('status')?.[0] ?? '';
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(statusField)?.[0];
  const comment = /\(([^)]{3,300})\)/.exec(statusField)?.[1] ?? '';
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') {
    return {
      address,
      action,
      ...(status !== undefined && { status }),
      kind: 'not-a-failure',
      reason: 'not-a-failure',
    };
  }
  const said = judged({
    ...(status !== undefined && { status }),
    said: [diagnostic, comment, oneLine(prose(address))],
    isDelayed: action === 'delayed',
  });
  return {
    address,
    action,
    ...said,
    ...(diagnostic !== '' && { diagnostic: plainText(diagnostic, 1000) }),
  };
}

function addressOf(fields: Headers): string {
  const values = ['final-recipient', 'original-recipient', 'x-actual-recipient'].map(
    (name) => fields.get(name)?.[0] ?? '',
  );
  const plain = values.map((value) =>
    value
      .replace(/^[\w-]{1,20}\s{0,5};\s{0,5}/, '')
      .replace(/^<|>.{0,200}$/g, '')
      .trim(),
  );
  return plainText(
    (plain.find((value) => value.includes('@')) ?? plain.find((value) => value !== '') ?? '').slice(0, 320),
    320,
  );
}

function actionOf(value: string): ReadRecipient['action'] {
  const word = /^[a-z]+/i.exec(value.trim())?.[0].toLowerCase() ?? '';
  return actions.find((action) => action === word) ?? 'failed';
}
