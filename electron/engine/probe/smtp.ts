import { isIPv6 } from 'node:net';
import { plainLines } from '../../../shared/parse/plain-text.ts';
import { objectionIn } from '../../../shared/parse/smtp-objections.ts';
import {
  isMasked,
  type SmtpOffers,
  type SmtpReply,
  smtpOffers,
  smtpReply,
} from '../../../shared/parse/smtp-reply.ts';
import type { Conversation } from './conversation.ts';
import type { Dialogue } from './dialogue.ts';
import { DialogueEnded, type ObservedError, ourError } from './dialogue-ended.ts';

/**
 * SMTP as far as a mail program goes before it logs in: greeting, EHLO, STARTTLS, EHLO, QUIT. Somebody else's server, a
 * control, is only greeted, unless the doubt is about STARTTLS. Sends no password and no message. RFC 5321 sections 3.1 and
 * 4.1.1.1, RFC 3207 section 4, RFC 8314 section 3.3.
 */
export const smtpDialogue: Dialogue = {
  farewell: 'QUIT',
  async run(wire, { security, role }) {
    if (security === 'tls') await wire.secure();
    const greeting = await wire.greeting(smtpReply);
    wire.saw({ greeting: plainLines(greeting.lines) });
    if (greeting.code !== 220) endByReply(wire, greeting);
    if (role === 'reference' && security !== 'starttls') return;

    const before = await hello(wire);
    wire.saw({ serverName: before.serverName });
    if (security !== 'starttls') return wire.saw(offered(before));
    wire.saw({ capabilitiesBeforeTls: [...before.capabilities] });
    wire.stages.enter('starttls');
    if (!before.hasStartTls) {
      wire.saw(offered(before));
      const wasMasked = isMasked(greeting.lines, before.capabilities);
      wire.end('rejected', ourError(wasMasked ? 'starttls-masked' : 'starttls-not-offered'));
    }
    const ready = await wire.command('STARTTLS', 'starttls', smtpReply);
    if (ready.code !== 220) endByReply(wire, ready);
    await wire.secure();
    if (role === 'reference') return;
    const after = await hello(wire); // what was said before TLS counts for nothing: RFC 3207 section 4.2
    wire.saw({ serverName: after.serverName, ...offered(after) });
  },
};

/**
 * EHLO with our address, as most mail programs do, because a computer at home has no name of its own (RFC 5321 section 4.1.3). Where that
 * is refused, a name is tried; and HELO for a server that does not know EHLO (section 3.2).
 */
async function hello(wire: Conversation): Promise<SmtpOffers> {
  if (wire.seen.literalRefused) return smtpOffers(await wantedHello(wire, `EHLO ${anyName}`));
  const reply = await wire.command(`EHLO ${ownAddress(wire)}`, 'ehlo', smtpReply);
  if (reply.code === 250) return smtpOffers(reply);
  if (objectsToName(reply)) {
    const named = await askedAgain(wire, `EHLO ${anyName}`);
    if (named?.code === 250) {
      wire.saw({ literalRefused: replyError(reply) });
      return smtpOffers(named);
    }
  }
  if (reply.code < 500) endByReply(wire, reply);
  const older = await askedAgain(wire, `HELO ${ownAddress(wire)}`);
  // A server that refuses HELO too, or hangs up on it, meant its first answer.
  if (older?.code !== 250) return endByReply(wire, reply);
  return smtpOffers({ ...older, lines: older.lines.slice(0, 1) });
}

async function wantedHello(wire: Conversation, line: string): Promise<SmtpReply> {
  const reply = await wire.command(line, 'ehlo', smtpReply);
  return reply.code === 250 ? reply : endByReply(wire, reply);
}

/** Null where the server breaks off instead of answering. */
async function askedAgain(wire: Conversation, line: string): Promise<SmtpReply | null> {
  try {
    return await wire.command(line, 'ehlo', smtpReply);
  } catch (thrown) {
    if (thrown instanceof DialogueEnded && thrown.outcome !== 'cancelled') return null;
    throw thrown;
  }
}

/** A name that says nothing of this computer. */
const anyName = 'localhost.localdomain';

/** 501, 504 and 553 are about the argument, and with other codes the text may say so. */
function objectsToName(reply: SmtpReply): boolean {
  const { code, message } = replyError(reply);
  const objection = objectionIn(code, message);
  if (objection === 'introduction') return true;
  return objection === 'other' && (reply.code === 501 || reply.code === 504 || reply.code === 553);
}

/** A computer without a name of its own gives its address: RFC 5321 section 4.1.3. */
export function ownAddress({ localAddress = '127.0.0.1' }: Pick<Conversation, 'localAddress'>): string {
  const plain = localAddress.replace(/%.*$/, '');
  return isIPv6(plain) ? `[IPv6:${plain}]` : `[${plain}]`;
}

function offered({ capabilities, auth }: SmtpOffers) {
  return { capabilities: [...capabilities], auth: [...auth] };
}

/** A refusal when the code says so, else not the protocol: 250 is no greeting, and 999 is nothing at all. */
function endByReply(wire: Conversation, reply: SmtpReply): never {
  const isRefusal = reply.code >= 400 && reply.code <= 599;
  wire.end(isRefusal ? 'rejected' : 'protocol-error', isRefusal ? replyError(reply) : oddReply(reply));
}

function replyError({ code, enhanced, lines }: SmtpReply): ObservedError {
  return {
    code: enhanced ?? String(code).padStart(3, '0'),
    message: plainLines(lines).replaceAll('\n', ' '),
    ...(enhanced === undefined ? {} : { replyCode: code }),
  };
}

function oddReply(reply: SmtpReply): ObservedError {
  return ourError('not-the-protocol', `${replyError(reply).code} ${replyError(reply).message}`.slice(0, 500));
}
