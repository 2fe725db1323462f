import { plainText } from '../../parse/plain-text.ts';
import type { ReadRecipient } from './read.ts';
import { judged } from './reason.ts';

const maxRecipients = 100;

/** The recipients in Amazon SES' JSON, which it also sends by mail; null when the text is none. */
export function sesRecipients(text: string): ReadRecipient[] | null {
  const start = text.indexOf('{');
  if (start === -1 || !/(?:notification|event)Type/.test(text)) return null;
  const outer = fieldsOf(parsed(text.slice(start, text.lastIndexOf('}') + 1)));
  const inner = textOf(outer.Message); // as SNS hands it on
  const { bounce, complaint, delivery } = inner === undefined ? outer : fieldsOf(parsed(inner));
  if (bounce !== undefined) {
    const { bouncedRecipients, bounceSubType } = fieldsOf(bounce);
    const failures = listOf(bouncedRecipients).slice(0, maxRecipients);
    const recipients = failures.flatMap((one) => failed(fieldsOf(one), textOf(bounceSubType)));
    return recipients.length === 0 ? null : recipients;
  }
  const complaints = listOf(fieldsOf(complaint).complainedRecipients);
  const arrived = [
    ...listOf(fieldsOf(delivery).recipients),
    ...complaints.map((one) => fieldsOf(one).emailAddress),
  ].flatMap((one) => textOf(one) ?? []);
  const ok = /\b(2\d\d)[ -](2\.\d{1,3}\.\d{1,3})/.exec(textOf(fieldsOf(delivery).smtpResponse) ?? '');
  return arrived.length === 0
    ? null
    : arrived.slice(0, maxRecipients).map((address) => ({
        address: plainText(address, 320),
        action: 'delivered',
        ...(ok && { status: ok[2] ?? '', replyCode: Number(ok[1]) }),
        kind: 'not-a-failure',
        reason: 'not-a-failure',
      }));
}

function failed(fields: Fields, subType = ''): ReadRecipient[] {
  const address = textOf(fields.emailAddress);
  if (address === undefined) return [];
  const diagnostic = (textOf(fields.diagnosticCode) ?? '').replace(/^smtp ?; ?/i, '');
  const isDelayed = fields.action === 'delayed';
  const own = /^[45]\.\d{1,3}\.\d{1,3}$/.exec(textOf(fields.status) ?? '')?.[0];
  return [
    {
      address: plainText(address, 320),
      action: isDelayed ? 'delayed' : 'failed',
      ...judged({ ...(own !== undefined && { status: own }), said: [diagnostic, subType], isDelayed }),
      ...(diagnostic !== '' && { diagnostic: plainText(diagnostic, 1000) }),
    },
  ];
}

/** What was parsed of somebody's JSON, read by hand: schemas would cost every explanation ten milliseconds. */
type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/\r?\n /g, ''));
  } catch {
    return null; // what is no JSON is no notification
  }
}
