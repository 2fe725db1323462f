import type { Dialogue } from './dialogue.ts';

/** Nothing but the connection (and TLS where the endpoint has it): proof that the way is open. */
export const tcpDialogue: Dialogue = {
  farewell: null,
  async run(wire, { security }) {
    if (security === 'tls') await wire.secure();
  },
};
