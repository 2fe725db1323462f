import {
  type Pop3Offers,
  type Pop3Reply,
  pop3List,
  pop3Offers,
  pop3Reply,
} from '../../../shared/parse/pop3-reply.ts';
import type { Conversation } from './conversation.ts';
import type { Dialogue } from './dialogue.ts';
import { ourError } from './dialogue-ended.ts';

/**
 * POP3 to the point of knowing capabilities and login methods: greeting, CAPA, STLS, CAPA, QUIT. Sends no password.
 * RFC 1939 section 4, RFC 2449 section 5, RFC 2595 section 4.
 */
export const pop3Dialogue: Dialogue = {
  farewell: 'QUIT',
  async run(wire, { security }) {
    if (security === 'tls') await wire.secure();
    const greeting = await wire.greeting(pop3Reply);
    wire.saw({ greeting: greeting.text });
    if (!greeting.isOk) endByReply(wire, greeting);

    const before = await capa(wire, greeting.text);
    if (security !== 'starttls') return wire.saw(offered(before));
    wire.saw({ capabilitiesBeforeTls: [...(before?.capabilities ?? [])] });
    wire.stages.enter('starttls');
    if (before && !before.hasStls) {
      wire.saw(offered(before));
      wire.end('rejected', ourError('starttls-not-offered'));
    }
    // A server without CAPA is older than the list and may know STLS all the same: it is asked.
    const ready = await wire.command('STLS', 'starttls', pop3Reply);
    if (!ready.isOk && !before) wire.end('rejected', ourError('starttls-not-offered', ready.text));
    if (!ready.isOk) endByReply(wire, ready);
    await wire.secure();
    wire.saw(offered(await capa(wire, greeting.text)));
  },
};

/** What CAPA lists; null when the server does not know CAPA. */
async function capa(wire: Conversation, greetingText: string): Promise<Pop3Offers | null> {
  const reply = await wire.command('CAPA', 'ehlo', pop3List);
  return reply.isOk ? pop3Offers(reply, greetingText) : null;
}

/** Without CAPA, USER and PASS are all that can be assumed: RFC 1939 section 7 has nearly every server know them. */
function offered(offers: Pop3Offers | null) {
  return offers
    ? { capabilities: [...offers.capabilities], auth: [...offers.auth] }
    : { capabilities: [], auth: ['USER'] };
}

function endByReply(wire: Conversation, { text, responseCode }: Pop3Reply): never {
  return wire.end('rejected', { code: responseCode ?? '-ERR', message: text });
}
