/** The program of the other thread, bundled by `build/thread.mjs` from `entry.ts`. */
declare module 'postway:thread' {
  export const code: string;
}
