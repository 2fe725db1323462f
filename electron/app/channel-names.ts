/** The two IPC channels that carry the contract, named from where a message goes. */
export const toBackend = 'postway:to-backend';
export const toWindow = 'postway:to-window';
