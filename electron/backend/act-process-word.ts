/** The first argument that makes the command line the process of one act, where it was forked; it is no word for people. */
export const actProcessWord = '--one-act';
