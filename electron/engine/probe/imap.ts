import {
  type ImapOffers,
  type ImapReply,
  imapGreeting,
  imapOffers,
  imapOffersOfGreeting,
  imapReply,
} from '../../../shared/parse/imap-reply.ts';
import type { Conversation } from './conversation.ts';
import type { Dialogue } from './dialogue.ts';
import { ourError } from './dialogue-ended.ts';

/**
 * IMAP to the point of knowing capabilities and login methods: greeting, CAPABILITY unless the greeting lists them, STARTTLS,
 * CAPABILITY, LOGOUT. Sends no password. RFC 9051 sections 6.1.1, 6.2.1 and 7.1.
 */
export const imapDialogue: Dialogue = {
  farewell: 'a9 LOGOUT',
  async run(wire, { security }) {
    if (security === 'tls') await wire.secure();
    const greeting = await wire.greeting(imapGreeting);
    wire.saw({ greeting: greeting.text });
    if (greeting.status === 'BYE') {
      wire.end('rejected', { code: greeting.responseCode ?? 'BYE', message: greeting.text });
    }
    // RFC 9051 section 6.2.1: STARTTLS is not possible any more after PREAUTH, so an attacker would like us to believe it.
    if (greeting.status === 'PREAUTH' && security === 'starttls') {
      wire.end('protocol-error', ourError('pre-authenticated'));
    }

    const listed = imapOffersOfGreeting(greeting);
    // A list without STARTTLS may be a short one: before that counts as a lack, the server is asked.
    const isEnough = listed !== null && (security !== 'starttls' || listed.hasStartTls);
    const before = isEnough ? listed : await capability(wire, 'a1');
    if (security !== 'starttls') return wire.saw(offered(before));
    wire.saw({ capabilitiesBeforeTls: [...before.capabilities] });
    wire.stages.enter('starttls');
    if (!before.hasStartTls) {
      wire.saw(offered(before));
      wire.end('rejected', ourError('starttls-not-offered'));
    }
    const ready = await wire.command('a2 STARTTLS', 'starttls', imapReply('a2'));
    if (ready.status !== 'OK') endByReply(wire, ready);
    await wire.secure();
    wire.saw(offered(await capability(wire, 'a3')));
  },
};

function offered({ capabilities, auth }: ImapOffers) {
  return { capabilities: [...capabilities], auth: [...auth] };
}

async function capability(wire: Conversation, tag: string): Promise<ImapOffers> {
  const reply = await wire.command(`${tag} CAPABILITY`, 'ehlo', imapReply(tag));
  if (reply.status !== 'OK') endByReply(wire, reply);
  return imapOffers(reply);
}

function endByReply(wire: Conversation, { status, text, responseCode }: ImapReply): never {
  return wire.end('rejected', { code: responseCode ?? status, message: text });
}
