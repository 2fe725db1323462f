import { mailboxReply } from '../../../shared/parse/imap-mailbox.ts';
import type { Conversation } from '../probe/conversation.ts';

/** Commands of one IMAP session, each with a tag that nobody can guess. */
export type Commands = {
  readonly tag: () => string;
  /** The lines of a positive answer; null when it was refused. */
  readonly ask: (command: string) => Promise<readonly string[] | null>;
  /** What was said to the last command that was refused. */
  readonly refusal: () => string;
};

export function commands(wire: Conversation, random: () => number): Commands {
  const secretTag = Math.floor(random() * 36 ** 6).toString(36);
  let count = 0;
  let refusal = '';
  const tag = () => {
    count += 1;
    return `p${secretTag}x${count}`;
  };
  return {
    tag,
    async ask(command) {
      const own = tag();
      const reply = await wire.command(`${own} ${command}`, 'done', mailboxReply(own));
      if (reply.status === 'OK') return reply.lines;
      refusal = `${reply.status} ${reply.text}`;
      return null;
    },
    refusal: () => refusal,
  };
}
