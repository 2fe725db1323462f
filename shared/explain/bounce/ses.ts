import * as z from 'zod/mini';
import { plainText } from '../../parse/plain-text.ts';
import type { ReadRecipient } from './read.ts';
import { judged } from './reason.ts';

const recipient = z.object({
  emailAddress: z.string(),
  action: z.optional(z.string()),
  status: z.optional(z.string()),
  diagnosticCode: z.optional(z.string()),
});
/** What Amazon SES tells a program of a message: `notificationType` in notifications, `eventType` in events. */
const Notification = z.object({
  notificationType: z.optional(z.string()),
  eventType: z.optional(z.string()),
  bounce: z.optional(
    z.object({ bouncedRecipients: z.array(recipient), bounceSubType: z.optional(z.string()) }),
  ),
  complaint: z.optional(z.object({ complainedRecipients: z.array(recipient) })),
  delivery: z.optional(z.object({ recipients: z.array(z.string()), smtpResponse: z.optional(z.string()) })),
});

const Wrapped = z.object({ Message: z.string() });

const maxRecipients = 100;

/** The recipients in Amazon SES' JSON, which it also sends by mail; null when the text is none. */
export function sesRecipients(text: string): ReadRecipient[] | null {
  const start = text.indexOf('{');
  if (start === -1 || !/(?:notification|event)Type/.test(text)) return null;
  const value = parsed(text.slice(start, text.lastIndexOf('}') + 1));
  const wrapped = Wrapped.safeParse(value); // as SNS hands it on
  const told = Notification.safeParse(wrapped.success ? parsed(wrapped.data.Message) : value);
  if (!told.success) return null;
  const { bounce, complaint, delivery } = told.data;
  if (bounce)
    return bounce.bouncedRecipients.slice(0, maxRecipients).map((one) => failed(one, bounce.bounceSubType));
  const arrived =
    delivery?.recipients ?? complaint?.complainedRecipients.map(({ emailAddress }) => emailAddress) ?? [];
  const ok = /\b(2\d\d)[ -](2\.\d{1,3}\.\d{1,3})/.exec(delivery?.smtpResponse ?? '');
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

function failed(
  { emailAddress, action, status, diagnosticCode = '' }: z.infer<typeof recipient>,
  subType = '',
): ReadRecipient {
  const diagnostic = diagnosticCode.replace(/^smtp ?; ?/i, '');
  const isDelayed = action === 'delayed';
  const own = /^[45]\.\d{1,3}\.\d{1,3}$/.exec(status ?? '')?.[0];
  return {
    address: plainText(emailAddress, 320),
    action: isDelayed ? 'delayed' : 'failed',
    ...judged({ ...(own !== undefined && { status: own }), said: [diagnostic, subType], isDelayed }),
    ...(diagnostic !== '' && { diagnostic: plainText(diagnostic, 1000) }),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/\r?\n /g, ''));
  } catch {
    return null; // what is no JSON is no notification
  }
}
