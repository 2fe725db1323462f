/** The libraries that are bundled, with their licences, from `build/licences.mjs`. Some 30 kB: loaded when they are shown. */
declare module 'postway:licences' {
  type Licence = {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly text: string;
  };
  export const licences: readonly Licence[];
}
